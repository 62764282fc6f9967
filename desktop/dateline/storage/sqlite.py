"""SQLite as Dateline uses it: one file, WAL, every commit on the disk, foreign keys on, short waits."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

APPLICATION_ID = int.from_bytes(b"DtLn", "big")
"""Stands at byte 68 of every project file (https://www.sqlite.org/fileformat.html) and tells ours from others."""
WAIT_S = 1.0
"""How long a writer waits for another one before it says so."""


class Access(StrEnum):
    """How a file is opened: the query part of SQLite's file name."""

    WRITE = "mode=rw"
    READ = "mode=ro"
    FROZEN = "immutable=1"
    """Without a lock or a file beside it: the only way where the folder cannot be written."""


def connect(path: Path, access: Access, foreign_keys: bool = True) -> sqlite3.Connection:
    """A bare connection, in autocommit mode. The file must exist. Raises `sqlite3.Error`."""
    connection = sqlite3.connect(
        _uri(path, access), uri=True, timeout=WAIT_S, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
        if access is Access.WRITE:
            connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _uri(path: Path, access: Access) -> str:
    """SQLite's name for a file, also one on a drive (`file:///C:/…`) or a share (`file:////server/…`) of Windows."""
    name = path.resolve().as_posix()
    rooted = name if name.startswith("/") else f"/{name}"
    return f"file://{quote(os.fsencode(rooted), safe='/:')}?{access.value}"


def engine(path: Path, access: Access, foreign_keys: bool = True) -> Engine:
    """An engine on a file that exists. `write` and `read` are the ways to use it.

    `foreign_keys`: off only while a table is rebuilt, where dropping the old one would count as deleting its rows.
    """
    made = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: connect(path, access, foreign_keys),
        poolclass=QueuePool,
        json_serializer=_compact,
    )

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        # Python's own implicit BEGIN comes too late to take the lock before the first read of a writer.
        writes = connection.get_execution_options().get("dateline_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@contextmanager
def write(engine: Engine) -> Iterator[Connection]:
    """One transaction that holds the write lock from its start; committed at the end, rolled back on any error."""
    with engine.execution_options(dateline_writes=True).begin() as connection:
        yield connection


@contextmanager
def read(engine: Engine) -> Iterator[Connection]:
    """One transaction that sees one state of the database."""
    with engine.begin() as connection:
        yield connection


def settle(engine: Engine) -> None:
    """Brings all that was committed into the file itself, which has been moved away from its write-ahead log.

    SQLite leaves that undone when it closes such a file (`sqlite3WalClose`): what the log holds would be lost.
    """
    with suppress(sqlite3.Error, DBAPIError), closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def access_to(path: Path) -> Access:
    """What may be done with a project's file, found by trying. A lock that another process holds is no refusal."""
    try:
        with closing(connect(path, Access.WRITE)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            # BEGIN IMMEDIATE alone is content with a file that it may only read.
            connection.execute("UPDATE alembic_version SET version_num = version_num")
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        code = error.sqlite_errorcode & 0xFF
        if code not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            raise
        if code != sqlite3.SQLITE_BUSY:
            return _reading(path)
    return Access.WRITE


def _reading(path: Path) -> Access:
    try:
        with closing(connect(path, Access.READ)) as connection:
            connection.execute("SELECT count(*) FROM alembic_version").fetchone()
    except sqlite3.OperationalError:
        return still(path)
    return Access.READ


def still(path: Path) -> Access:
    """How to look into a file without changing a byte of it, or beside it where nobody has it open."""
    return Access.READ if path.with_name(path.name + "-wal").exists() else Access.FROZEN


def copy(path: Path, access: Access, target: Path) -> None:
    """Copies a database that may be in use into one whole file. Raises `sqlite3.Error` and `OSError`.

    The copy is checked before it takes its place, over a file that may be there. Never copy a live file otherwise.
    """
    partial = target.with_name(f".{target.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        with (
            closing(connect(path, access)) as source,
            closing(sqlite3.connect(partial, isolation_level=None)) as copied,
        ):
            source.backup(copied)
            copied.execute("PRAGMA journal_mode = DELETE")
            check(copied)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


class DamagedError(Exception):
    """The structure of a database is damaged; the text is SQLite's account of it."""


def check(connection: sqlite3.Connection) -> None:
    """Raises `DamagedError` where the structure of the file is not sound."""
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        found = str(error)
    if found != "ok":
        raise DamagedError(found)
