"""Copies of a project beside it: one a day when it is opened, one before its form changes, some kept for long.

They lie in `<name>.backups/`, named after the day and the time, so that they can be found and used without Dateline.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from dateline.core.errors import StorageError
from dateline.core.ports import Project

DAYS = 7
WEEKS = 8
"""So many days and weeks back one copy each is kept: the newest of the day, the newest of the week."""

_STAMP = "%Y-%m-%d %H.%M.%S"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.\d{2})(?: \d+)?")
_BESIDE = ("-wal", "-shm", "-journal")


def folder(project: Path) -> Path:
    """Where the backups of a project lie; it need not exist."""
    return project.with_name(f"{project.stem}.backups")


def existing(project: Path) -> list[Path]:
    """The backups that rotation looks after, newest first."""
    found = folder(project).glob(f"*{project.suffix}")
    return sorted((p for p in found if taken_at(p) is not None), key=lambda p: (taken_at(p), p.name), reverse=True)


def taken_at(backup: Path) -> datetime | None:
    """When a backup was made, in local time, by its name; None where the name is none of ours."""
    match = _NAME.fullmatch(backup.stem)
    try:
        return datetime.strptime(match[1], _STAMP) if match else None
    except ValueError:
        return None


def daily(project: Project, now: datetime | None = None) -> Path | None:
    """Today's backup, if there is none yet and there is something new to keep; then old ones go.

    `now`: local time. None where nothing was written: the project is empty (an empty copy must never push out a
    full one), it is read only, today has its backup, or nothing changed since the last one. Raises `StorageError`.
    """
    moment = now or datetime.now()
    before = existing(project.path)
    if project.read_only or any(_day(b) == moment.date() for b in before):
        return None
    if not project.article_count() and not project.article_count(trashed=True):
        return None
    return make(project, moment)


def make(project: Project, now: datetime | None = None) -> Path | None:
    """A backup at once; None where it would be the same as the last one. Raises `StorageError`."""
    before = existing(project.path)
    try:
        target = _target(project.path, now or datetime.now(), "")
        project.backup(target)
        if before and _digest(before[0]) == _digest(target):
            target.unlink()
            return None
        for backup in expired(existing(project.path)):
            backup.unlink(missing_ok=True)
    except OSError as error:
        place = folder(project.path)
        raise StorageError("storage.backup", path=project.path.name, backups=place, what=error) from error
    return target


def before_upgrade(project: Path, copy: Callable[[Path], None]) -> Path:
    """The backup of a file whose form is about to change; rotation leaves it alone."""
    target = _target(project, datetime.now(), " before upgrade")
    copy(target)
    return target


def expired(backups: Iterable[Path]) -> list[Path]:
    """The backups that are no longer needed: all but the newest of each of the last days and weeks that have one."""
    newest_first = sorted(backups, key=lambda b: (taken_at(b) or datetime.min, b.name), reverse=True)
    days: dict[date, Path] = {}
    weeks: dict[tuple[int, int], Path] = {}
    for backup in newest_first:
        day = _day(backup)
        if day is not None:
            days.setdefault(day, backup)
            weeks.setdefault((day.isocalendar().year, day.isocalendar().week), backup)
    kept = {*list(days.values())[:DAYS], *list(weeks.values())[:WEEKS]}
    return [b for b in newest_first if b not in kept]


def restore(backup: Path, project: Path) -> Path | None:
    """Puts a backup in a closed project's place; returns where the file that stood there was moved to.

    The file that is replaced is kept with all that belongs to it, whatever state it is in: restoring it again takes
    the restoring back. Raises `StorageError`; then the project stands where it stood.
    """
    parts = [s for s in ("", *_BESIDE) if _beside(backup, s).exists()] or [""]
    partial = project.with_name(f".{project.name}.restored")
    kept = None
    try:
        for suffix in parts:
            shutil.copyfile(_beside(backup, suffix), _beside(partial, suffix))
        if project.exists():
            kept = _target(project, datetime.now(), " replaced")
            _move(project, kept)
        _move(partial, project)
    except OSError as error:
        if kept is not None and kept.exists() and not project.exists():
            _move(kept, project)
        raise StorageError("storage.restore", path=project.name, what=error) from error
    finally:
        for suffix in parts:
            _beside(partial, suffix).unlink(missing_ok=True)
    return kept


def _move(source: Path, target: Path) -> None:
    """Renames a database with what lies beside it. The file itself comes last: with it, it is all there."""
    for suffix in (*_BESIDE, ""):
        if _beside(source, suffix).exists():
            _beside(source, suffix).rename(_beside(target, suffix))


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _target(project: Path, now: datetime, note: str) -> Path:
    """A file name that is free, in a folder that exists. Raises `OSError`."""
    place = folder(project)
    place.mkdir(exist_ok=True)
    stem = now.strftime(_STAMP)
    names = (f"{stem}{number}{note}{project.suffix}" for number in ("", *(f" {n}" for n in range(2, 1000))))
    return next(place / name for name in names if not (place / name).exists())


def _day(backup: Path) -> date | None:
    moment = taken_at(backup)
    return moment.date() if moment else None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
