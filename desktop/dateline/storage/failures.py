"""What SQLite and the file system say when they fail, as errors that a person can act on."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound

from dateline.core.errors import StorageError
from dateline.services.backups import folder
from dateline.storage.sqlite import DamagedError

_KEYS = {
    sqlite3.SQLITE_BUSY: "storage.locked",
    sqlite3.SQLITE_LOCKED: "storage.locked",
    sqlite3.SQLITE_PROTOCOL: "storage.locked",  # many who open it at once, or a network drive without locks
    sqlite3.SQLITE_FULL: "storage.full",
    sqlite3.SQLITE_READONLY: "storage.read_only",
    sqlite3.SQLITE_PERM: "storage.no_permission",
    sqlite3.SQLITE_AUTH: "storage.no_permission",
    sqlite3.SQLITE_CANTOPEN: "storage.no_permission",
    sqlite3.SQLITE_CORRUPT: "storage.corrupt",
    sqlite3.SQLITE_NOTADB: "storage.corrupt",
    sqlite3.SQLITE_IOERR: "storage.io",
}
_LITTLE = 256 * 1024
"""Bytes. Where less is free, a failed write is a full disk, whatever the system calls it."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns the world's failures while working on a project into `StorageError`; our own mistakes pass through."""
    try:
        yield
    except IntegrityError:
        raise
    except DamagedError as error:
        raise corrupt(path) from error
    except DBAPIError as error:
        raise explain(error.orig, path) from error
    except (sqlite3.Error, OSError) as error:
        raise explain(error, path) from error


@contextmanager
def read(path: Path) -> Iterator[None]:
    """As `told`, for reading back what the program wrote.

    Values that it never writes mean a damaged file, and so does a table that is not there.
    """
    try:
        with told(path):
            yield
    except (sqlite3.OperationalError, NoResultFound, ValueError, KeyError, TypeError, AttributeError) as error:
        raise corrupt(path) from error


def corrupt(path: Path) -> StorageError:
    """The error that says that the file is damaged, that it is kept, and where its backups are."""
    return StorageError("storage.corrupt", path=path.name, backups=folder(path))


def explain(error: BaseException | None, path: Path) -> StorageError:
    """The `StorageError` for an error of SQLite or of the system; raises `error` itself where it is none of these."""
    if isinstance(error, sqlite3.Error):
        key = _KEYS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if key is None and "decode" in str(error):  # bytes that are no UTF-8 come without a code
            key = "storage.corrupt"
    elif isinstance(error, PermissionError):
        key = "storage.no_permission"
    elif isinstance(error, FileNotFoundError):
        key = "storage.missing"
    else:
        key = "storage.io" if isinstance(error, OSError) else None
    if key is None:
        assert error is not None
        raise error
    if key == "storage.corrupt":
        return corrupt(path)
    if key == "storage.io" and _free(path) < _LITTLE:
        key = "storage.full"
    return StorageError(key, path=path.name, folder=path.parent, what=error)


def _free(path: Path) -> int:
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return _LITTLE
