"""From files to articles of a project: finding them, reading them, and what became of each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dateline.core.article import Draft
from dateline.core.errors import DatelineError, ReadError
from dateline.core.language import guess
from dateline.core.ports import Progress, Project, Reader, no_progress
from dateline.services.library import import_drafts


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not taken in, and why. `expected`: it lay in a folder and is of a kind nobody asked for."""

    path: Path
    error: DatelineError
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What lies below some paths: files that can be read, in a fixed order, and what was passed over."""

    files: Sequence[Path]
    skipped: Sequence[Skipped]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, before any of it enters a project."""

    drafts: Sequence[Draft]
    skipped: Sequence[Skipped]


@dataclass(slots=True)
class ImportReport:
    """What came of an import. `added`: ids of new articles; `known`: files whose text the project already has."""

    added: list[str] = field(default_factory=list)
    known: list[Path] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[tuple[Path, str]] = field(default_factory=list)


def find_files(paths: Iterable[Path], suffixes: Sequence[str]) -> Found:
    """The files to read: those named, and in named folders all with a known suffix, sorted, folders walked through.

    Hidden files and folders are left alone, links to folders are not followed. A file that is named itself is taken
    whatever its suffix: the reader then says what is wrong with it.
    """
    files: dict[Path, None] = {}
    skipped: list[Skipped] = []
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder above may not be entered
            files.setdefault(path)
            continue
        before = len(files)
        for file in _walk(path, skipped):
            if file.suffix.lower() in suffixes:
                files.setdefault(file)
            else:
                known = ", ".join(suffixes)
                skipped.append(Skipped(file, ReadError("readers.unknown_kind", path=file.name, known=known), True))
        if len(files) == before and not any(path in (s.path, *s.path.parents) for s in skipped):
            skipped.append(Skipped(path, ReadError("readers.empty_folder", path=path.name or str(path))))
    return Found(list(files), skipped)


def _walk(folder: Path, skipped: list[Skipped]) -> Iterable[Path]:
    def refused(error: OSError) -> None:
        path = Path(error.filename or folder)
        skipped.append(Skipped(path, ReadError("readers.not_allowed", path=path.name)))

    for place, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not name.startswith((".", "~$")))


def read_files(reader: Reader, paths: Iterable[Path], progress: Progress = no_progress) -> Reading:
    """Reads files and folders; a bad file does not stop the rest. Touches no project, so it may run on any thread.

    Raises `Cancelled` out of `progress`.
    """
    found = find_files(paths, reader.suffixes)
    drafts: list[Draft] = []
    skipped = list(found.skipped)
    for done, path in enumerate(found.files):
        progress(done, len(found.files))
        try:
            drafts += [replace(draft, origin=draft.origin or str(path)) for draft in reader.read(path)]
        except ReadError as error:
            skipped.append(Skipped(path, error))
    progress(len(found.files), len(found.files))
    return Reading(drafts, skipped)


def import_files(
    project: Project, reader: Reader, paths: Iterable[Path], progress: Progress = no_progress
) -> ImportReport:
    """Adds the articles of files and folders to a project, each text once; a bad file does not stop the rest.

    Raises `StorageError` where the project cannot be written and `Cancelled` out of `progress`: what was added until
    then stays.
    """
    reading = read_files(reader, paths, progress)
    came = import_drafts(project, reading.drafts, guess)
    if came.failed is not None:
        raise came.failed
    report = ImportReport(added=[article.id for article in came.imported], skipped=list(reading.skipped))
    for refused in came.refused:
        if refused.existing is not None:
            report.known.append(Path(refused.origin))
        else:
            report.skipped.append(Skipped(Path(refused.origin), ReadError(refused.key, **refused.params)))
    report.notices = [(Path(article.origin), notice) for article in came.imported for notice in article.notices]
    return report
