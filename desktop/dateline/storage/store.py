"""Makes and opens projects, and says in a sentence why a file cannot be one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, select

from dateline import __version__
from dateline.core import codebook as codebooks
from dateline.core.codebook import Codebook
from dateline.core.errors import StorageError
from dateline.core.ids import new_id
from dateline.core.ports import Project
from dateline.services import backups
from dateline.storage import failures, holding, migrations, queries, schema, sqlite, writer
from dateline.storage.project import SqlProject
from dateline.storage.sqlite import Access

_MAGIC = b"SQLite format 3\0"
_CHECKED = 64 * 1024 * 1024
"""Bytes up to which a file is checked each time it is opened (0.2 s); the daily backup checks larger ones."""


class SqliteStore:
    """A `ProjectStore` of single files."""

    def create(self, path: Path, name: str, codebook: Codebook, coder: str) -> Project:
        """A new project. Raises `StorageError`, also where the file exists; then nothing is left behind."""
        partial = path.with_name(f".{path.name}.{new_id()}")
        with failures.told(path):
            if not path.parent.is_dir():
                raise StorageError("storage.no_folder", folder=path.parent)
            if path.exists():
                raise StorageError("storage.exists", path=path.name)
            try:
                _make(partial, name, codebook, coder)
                partial.rename(path)
            finally:
                for suffix in ("", "-wal", "-shm", "-journal"):
                    partial.with_name(partial.name + suffix).unlink(missing_ok=True)
        return self.open(path, coder)

    def open(self, path: Path, coder: str) -> Project:
        """An existing project; read only where it cannot be written. Raises `StorageError`, the file untouched."""
        with failures.told(path):
            held = holding.take(path, lambda: _identify(path))
        try:
            with failures.told(path):
                return self._open(path, coder, held)
        except BaseException:
            holding.release(held)
            raise

    def _open(self, path: Path, coder: str, held: holding.Key) -> Project:
        with failures.read(path):
            found = migrations.revision(path)
        if not migrations.known(found):
            raise StorageError("storage.newer", path=path.name)
        access = sqlite.access_to(path)
        if path.stat().st_size <= _CHECKED:
            with closing(sqlite.connect(path, access)) as connection:
                sqlite.check(connection)
        if found != migrations.newest():
            if access is not Access.WRITE:
                raise StorageError("storage.old_read_only", path=path.name)
            backups.before_upgrade(path, lambda target: sqlite.copy(path, access, target))
            migrations.upgrade(path)
        return _load(path, access, coder, held)


def _identify(path: Path) -> None:
    """Raises `StorageError` unless the first bytes of a file are those of a project."""
    if path.is_dir():
        raise StorageError("storage.not_database", path=path.name)
    with path.open("rb") as file:
        head = file.read(100)
    if not head:
        raise StorageError("storage.empty", path=path.name, backups=backups.folder(path))
    if not head.startswith(_MAGIC):
        raise StorageError("storage.not_database", path=path.name)
    if int.from_bytes(head[68:72], "big") != sqlite.APPLICATION_ID:
        raise StorageError("storage.foreign", path=path.name)


def _make(path: Path, name: str, codebook: Codebook, coder: str) -> None:
    """Writes a new database. It is no project before it is whole: `create` gives it its name only then."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
    engine = sqlite.engine(path, Access.WRITE)
    try:
        with sqlite.write(engine) as connection:
            migrations.run(connection)
            lead = writer.coder_id(connection, coder)
            connection.execute(
                insert(schema.project).values(
                    id=new_id(),
                    name=name,
                    lead_id=lead,
                    app_version=__version__,
                    created_at=datetime.now(UTC),
                    created_by=lead,
                )
            )
            writer.add_codebook(connection, codebook, lead)
    finally:
        engine.dispose()


def _load(path: Path, access: Access, coder: str, held: holding.Key) -> Project:
    engine = sqlite.engine(path, access)
    try:
        with failures.read(path), sqlite.read(engine) as connection:
            row = connection.execute(select(schema.project.c.name, schema.project.c.lead_id)).one()
            book = codebooks.parse(connection.execute(queries.newest_codebook()).scalar_one())
    except BaseException:
        engine.dispose()
        raise
    return SqlProject(path, row.name, book, access, engine, row.lead_id, coder, held)
