"""Projects of every earlier form open in this one, and a step between forms is taken wholly or not at all."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from dateline.core.errors import StorageError
from dateline.core.review import ReviewState, apply
from dateline.services import backups, spread
from dateline.services.ledger import Ledger
from dateline.storage import migrations, schema, sqlite
from dateline.storage.project import SqlProject
from dateline.storage.store import SqliteStore
from steps import CODER

FIXTURES = Path(__file__).with_name("fixtures")
KEPT = sorted(FIXTURES.glob("*.sql"))
ROWS = {"article": 3, "layer": 3, "coder": 1, "project": 1, "codebook": 1, "setting": 1}

SECOND = '''
"""A step that rebuilds a table others refer to, as changing a column does in SQLite."""
import sqlalchemy as sa
from alembic import op

revision = "9998"
down_revision = "{newest}"


def upgrade() -> None:
    op.add_column("entity", sa.Column("weight", sa.Float()))
    with op.batch_alter_table("mention", recreate="always") as batch:
        batch.add_column(sa.Column("certainty", sa.Float()))
    {last}
'''


def restored(fixture: Path, path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(fixture.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
    return path


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        names = [t.name for t in schema.metadata.sorted_tables if t.name in there]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def replayed(project: SqlProject, article: str) -> ReviewState:
    state = ReviewState()
    for entry in project.log(article):
        state = apply(state, entry.decision).state
    return state


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lets the program have one more revision, which ends with a line of one's own."""

    def add(last: str = "") -> None:
        scripts = tmp_path / "scripts"
        shutil.copytree(migrations.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
        text = SECOND.format(newest=migrations.newest(), last=last)
        (scripts / "versions" / "9998_later.py").write_text(text, encoding="utf-8")
        monkeypatch.setattr(migrations, "SCRIPTS", scripts)

    return add


def test_there_is_a_fixture_of_every_revision() -> None:
    assert [f.stem for f in KEPT] == [f.name[:4] for f in sorted((migrations.SCRIPTS / "versions").glob("*.py"))]


def test_the_scripts_make_the_tables_that_the_program_works_with(project: SqlProject) -> None:
    with project.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


@pytest.mark.parametrize("fixture", KEPT, ids=lambda f: f.stem)
def test_an_earlier_project_opens_with_all_it_had(fixture: Path, path: Path) -> None:
    restored(fixture, path)
    before = counts(path)
    assert before.items() >= ROWS.items()
    project = SqliteStore().open(path, CODER)
    assert isinstance(project, SqlProject)
    try:
        listed = [*project.articles(), *project.articles(trashed=True)]
        assert [a.title for a in listed] == ["Haber 0", "Haber 1", "Haber 2"]
        for one in listed:
            state, _ = project.load_review(one.id)
            assert state == replayed(project, one.id)
            for mention in state.mentions.values():
                mention.span.of(project.article(one.id).text.content)
        assert project.setting("article") == "x"
        after = counts(path)
        assert {name: after[name] for name in before} == before
        assert not any(after[name] for name in after.keys() - before.keys())
    finally:
        project.close()


def test_steps_about_the_project_are_taken_back_in_a_later_form(path: Path) -> None:
    restored(KEPT[-1], path)
    project = SqliteStore().open(path, CODER)
    try:
        own = Ledger(project, CODER)
        (described,) = own.history.undoable
        assert [k.entity.country for k in project.entities() if k.entity.country] == ["TUR"]
        assert spread.revisit(project, CODER, described, undo=True).about
        assert [k.entity.country for k in project.entities() if k.entity.country] == []
    finally:
        project.close()


def test_a_step_between_forms_keeps_every_row_and_a_copy_of_before(path: Path, later: Callable[..., None]) -> None:
    restored(KEPT[-1], path)
    before, contents = counts(path), fingerprint(path)
    later()
    project = SqliteStore().open(path, CODER)
    try:
        for one in project.articles():
            assert project.load_review(one.id)[0] == replayed(project, one.id)
    finally:
        project.close()
    assert (migrations.revision(path), counts(path)) == ("9998", before)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (copy,) = backups.folder(path).iterdir()
    assert "before upgrade" in copy.name
    assert (migrations.revision(copy), counts(copy)) == (KEPT[-1].stem, before)
    assert backups.existing(path) == []  # rotation never touches it
    assert contents != fingerprint(path)


def test_a_step_that_fails_half_way_leaves_the_form_as_it_was(path: Path, later: Callable[..., None]) -> None:
    restored(KEPT[-1], path)
    before = path.read_bytes()
    later("raise OSError('disk')")
    with pytest.raises(StorageError):
        SqliteStore().open(path, CODER)
    assert path.read_bytes() == before
    assert len(list(backups.folder(path).iterdir())) == 1


def test_a_step_that_breaks_a_reference_is_taken_back(path: Path, later: Callable[..., None]) -> None:
    restored(KEPT[-1], path)
    before = path.read_bytes()
    later("op.execute('DELETE FROM coder')")
    with pytest.raises(StorageError) as caught:
        SqliteStore().open(path, CODER)
    assert caught.value.key == "storage.upgrade"
    assert path.read_bytes() == before


def test_no_step_is_taken_where_no_copy_can_be_made(path: Path, later: Callable[..., None]) -> None:
    restored(KEPT[-1], path)
    backups.folder(path).write_text("a file where the folder should be", encoding="utf-8")
    before = path.read_bytes()
    later()
    with pytest.raises(StorageError):
        SqliteStore().open(path, CODER)
    assert path.read_bytes() == before
