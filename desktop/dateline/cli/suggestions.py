"""`dateline suggest`: articles in, one JSON file with suggestions each out. A bad file does not stop the rest."""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.cli.speech import Voice
from dateline.core.article import Draft
from dateline.core.errors import Cause, DatelineError
from dateline.core.messages import say
from dateline.core.ports import Suggester
from dateline.services.adapters import Adapters
from dateline.services.importing import find_files
from dateline.services.suggesting import suggested_form


def run(options: argparse.Namespace, adapters: Adapters, voice: Voice) -> None:
    """Writes `OUT/<stem>.json` for every article. Files that cannot be done are said and passed over."""
    reader = adapters.reader()
    found = find_files(options.paths, reader.suffixes)
    for skipped in found.skipped:
        voice.trouble(skipped.error)
    if not found.files:
        return
    _make_folder(options.out)
    suggester = adapters.suggester()
    inputs = {path.resolve() for path in found.files}
    taken: set[str] = set()
    for path in found.files:
        try:
            for draft in reader.read(path):
                for notice in draft.notices:
                    voice.note(f"{path.name}: {say(notice, voice.language)}")
                target = options.out / f"{_free(path.stem, taken)}.json"
                if target.resolve() in inputs:
                    raise DatelineError("cli.over_input", path=path.name)
                _suggest(draft, target, path, options, suggester, voice)
        except DatelineError as error:
            voice.trouble(error)
        except Exception as error:
            # A fault of ours in one text must not cost the person the others.
            if os.environ.get("DATELINE_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            voice.trouble(DatelineError("cli.file_fault", path=path.name, what=what))


def _free(stem: str, taken: set[str]) -> str:
    """A name for an output that no other input has, also where upper and lower case are one; it is taken then.

    Inputs of one name (from two folders, or of two kinds) must not overwrite each other.
    """
    names = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    name = next(name for name in names if name.casefold() not in taken)
    taken.add(name.casefold())
    return name


def _suggest(
    draft: Draft, target: Path, path: Path, options: argparse.Namespace, suggester: Suggester, voice: Voice
) -> None:
    draft = replace(draft, published=options.published or draft.published, language=options.language or draft.language)
    form, suggestions = suggested_form(draft, draft.id or path.stem, suggester, options.reasons)
    write_json(target, form)
    for notice in suggestions.notices:
        voice.note(f"{path.name}: {say(notice.key, voice.language, **dict(notice.params))}")
    counts = {name: len(form[name]) for name in ("entities", "events", "quotes")}
    voice.tell("cli.suggested", path=path.name, out=str(target), **counts)


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
