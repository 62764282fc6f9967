"""The schema's history: which revision a file has, and how it comes to the newest one."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from dateline.core.errors import StorageError
from dateline.storage.sqlite import Access, connect, engine, still, write

SCRIPTS = Path(__file__).resolve().parent


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def newest() -> str:
    """The revision that this program works with."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None
    return head


def revision(path: Path) -> str:
    """The revision of a file, read without changing a byte of it. Raises `sqlite3.Error`."""
    with closing(connect(path, still(path))) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def known(revision: str) -> bool:
    """Whether this program has heard of a revision; a newer program made the file where it has not."""
    try:
        ScriptDirectory.from_config(_config()).get_revision(revision)
    except CommandError:
        return False
    return True


def upgrade(path: Path) -> None:
    """Brings a file to the newest revision, in one transaction: after a crash it has the old schema or the new one."""
    made = engine(path, Access.WRITE, foreign_keys=False)
    try:
        with write(made) as connection:
            run(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise StorageError("storage.upgrade", path=path.name, what=str(tuple(broken)))
    finally:
        made.dispose()


def run(connection: Connection) -> None:
    """Applies the scripts that a database does not have yet, inside the caller's transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
