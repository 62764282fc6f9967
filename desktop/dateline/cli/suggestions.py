"""`dateline suggest`: articles in, one JSON file with suggestions each out. A bad file does not stop the rest."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dateline.cli import crew
from dateline.cli.speech import Voice
from dateline.core.article import Draft
from dateline.core.errors import Cancelled, Cause, DatelineError
from dateline.core.messages import say
from dateline.core.ports import Progress, Reader, Suggester
from dateline.core.sources import ModelChoice
from dateline.services.adapters import Adapters
from dateline.services.importing import find_files
from dateline.services.suggesting import suggested_form


def run(options: argparse.Namespace, adapters: Adapters, voice: Voice) -> None:
    """Writes `OUT/<stem>.json` for every article. Files that cannot be done are said and passed over."""
    if options.model_only and not options.model:
        raise DatelineError("cli.model_only")
    reader = adapters.reader()
    found = find_files(options.paths, reader.suffixes)
    for skipped in found.skipped:
        voice.passed_over(skipped)
    if not found.files:
        return
    _make_folder(options.out)
    tasks = _tasks(found.files, reader, options, voice.language)
    jobs = min(options.jobs, len(found.files))
    for outcome in crew.work(tasks, suggested, adapters.suggester, jobs):
        for sentence in outcome.notes:
            voice.note(sentence)
        if outcome.trouble is not None:
            voice.trouble(outcome.trouble)
        elif outcome.done:
            voice.tell("cli.suggested", **outcome.done)


@dataclass(frozen=True)
class Task:
    """One article to make suggestions for; `draft` is None where it could not even be read, for what `trouble` says."""

    path: str
    draft: Draft | None = None
    id: str = ""
    target: Path = Path()
    reasons: str = "en"
    ui: str = "en"
    model: ModelChoice | None = None
    notes: tuple[str, ...] = ()
    trouble: DatelineError | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of a task, to be said in the order of the files."""

    notes: tuple[str, ...] = ()
    trouble: DatelineError | None = None
    done: dict[str, Any] = field(default_factory=dict)


def _tasks(files: Sequence[Path], reader: Reader, options: argparse.Namespace, ui: str) -> Iterator[Task]:
    """The articles of the files, read one after the other as they are asked for."""
    inputs = {path.resolve() for path in files}
    taken: set[str] = set()
    model = ModelChoice(options.model, options.model_only) if options.model else None
    for path in files:
        try:
            for draft in reader.read(path):
                notes = tuple(f"{path.name}: {say(notice, ui)}" for notice in draft.notices)
                target = options.out / f"{_free(path.stem, taken)}.json"
                if target.resolve() in inputs:
                    yield Task(path.name, notes=notes, trouble=DatelineError("cli.over_input", path=path.name))
                    continue
                draft = replace(
                    draft,
                    published=options.published or draft.published,
                    language=options.language or draft.language,
                )
                yield Task(path.name, draft, draft.id or path.stem, target, options.reasons, ui, model, notes)
        except DatelineError as error:
            yield Task(path.name, trouble=error)
        except Exception as error:
            yield Task(path.name, trouble=_fault(path.name, error))


def _fault(name: str, error: Exception) -> DatelineError:
    """A fault of ours in one text must not cost the person the others."""
    if os.environ.get("DATELINE_DEBUG"):
        raise error
    return DatelineError("cli.file_fault", path=name, what=f"{type(error).__name__}: {error}")


def _free(stem: str, taken: set[str]) -> str:
    """A name for an output that no other input has, also where upper and lower case are one; it is taken then.

    Inputs of one name (from two folders, or of two kinds) must not overwrite each other.
    """
    names = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    name = next(name for name in names if name.casefold() not in taken)
    taken.add(name.casefold())
    return name


def suggested(task: Task, suggester: Suggester, progress: Progress) -> Outcome:
    """Makes the suggestions of one article and writes them, in whatever process. Raises `Cancelled`."""
    if task.draft is None:
        return Outcome(task.notes, task.trouble)
    try:
        form, suggestions = suggested_form(task.draft, task.id, suggester, task.reasons, progress, task.model)
        write_json(task.target, form)
    except DatelineError as error:
        return Outcome(task.notes, error)
    except Exception as error:
        if isinstance(error, Cancelled):
            raise
        return Outcome(task.notes, _fault(task.path, error))
    said = tuple(f"{task.path}: {say(n.key, task.ui, **dict(n.params))}" for n in suggestions.notices)
    counts = {name: len(form[name]) for name in ("entities", "events", "quotes")}
    return Outcome(task.notes + said, done={"path": task.path, "out": str(task.target), **counts})


def write_json(path: Path, form: dict[str, Any]) -> None:
    """Writes a JSON file in one move. Raises `DatelineError` where the world refuses."""
    try:
        data = json.dumps(form, ensure_ascii=False, indent=1).encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate in the text: offsets must stay, so it is written as an escape
        data = json.dumps(form, indent=1).encode("ascii")
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data + b"\n")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise DatelineError("cli.not_written", path=path.name, what=Cause(error)) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatelineError("cli.no_folder", path=str(folder), what=Cause(error)) from error
