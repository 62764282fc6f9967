"""What the world does to a project's file, and that each time a sentence says so and nothing is half done."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event

import steps
from dateline.core import decisions
from dateline.core.codebook import bundled
from dateline.core.errors import StorageError
from dateline.core.messages import LANGUAGES
from dateline.core.review import ReviewState
from dateline.core.spans import Span
from dateline.services.session import ReviewSession
from dateline.storage.project import SqlProject
from dateline.storage.store import SqliteStore
from steps import CODER, article

Open = Callable[[], SqlProject]
store = SqliteStore()

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="file permissions work otherwise on Windows")


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refused(path: Path) -> str:
    """The key of the error that opening raises; what can be said in words is, and the file is not touched."""
    before = fingerprint(path) if path.is_file() else ""
    beside = sorted(path.parent.iterdir()) if path.parent.exists() else []
    with pytest.raises(StorageError) as caught:
        store.open(path, CODER)
    for language in LANGUAGES:
        sentence = caught.value.sentence(language)
        assert sentence != caught.value.key
        assert "{" not in sentence
    if before:
        assert fingerprint(path) == before
        assert sorted(path.parent.iterdir()) == beside
    return caught.value.key


def add(session: ReviewSession, start: int = 0) -> bool:
    step = session.decide(decisions.add_mention(Span(start, start + 4), "GPE", session.text))
    assert step is not None
    return step.saved


def sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return (
            connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            and connection.execute("PRAGMA foreign_key_check").fetchall() == []
        )


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "storage.empty"),
        (b"Ankara", "storage.not_database"),
        (b"SQLite format 3", "storage.not_database"),
        (b"%PDF-1.7\n" + bytes(5000), "storage.not_database"),
        (b"SQLite format 3\0" + bytes(5000), "storage.foreign"),
    ],
)
def test_a_file_that_is_no_project(path: Path, content: bytes, key: str) -> None:
    path.write_bytes(content)
    assert refused(path) == key


def test_a_file_a_folder_and_a_place_that_are_not_there(path: Path) -> None:
    assert refused(path) == "storage.missing"
    assert refused(path.parent / "yok" / "yok.dateline") == "storage.missing"
    assert refused(path.parent) == "storage.not_database"


def test_a_database_of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE project (name)")
    assert refused(path) == "storage.foreign"


def test_a_project_of_a_newer_version_is_left_as_it_is(project: SqlProject, path: Path) -> None:
    project.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert refused(path) == "storage.newer"


def test_a_newer_project_is_left_as_it_is_with_changes_not_yet_in_its_file(project: SqlProject, path: Path) -> None:
    copy = path.with_name("kopya.dateline")
    with closing(sqlite3.connect(path)) as connection:
        with connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{path}{suffix}", f"{copy}{suffix}")
    log = Path(f"{copy}-wal")
    before = fingerprint(copy), fingerprint(log)
    with pytest.raises(StorageError) as caught:
        store.open(copy, CODER)
    assert caught.value.key == "storage.newer"
    assert (fingerprint(copy), fingerprint(log)) == before


def test_a_project_without_its_tables_is_damaged(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {int.from_bytes(b'DtLn', 'big')}")
        connection.execute("CREATE TABLE other (x)")
    assert refused(path) == "storage.corrupt"


@pytest.mark.parametrize("missing", ["project", "codebook"])
def test_a_project_without_its_first_rows_is_damaged(project: SqlProject, path: Path, missing: str) -> None:
    project.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"DELETE FROM {missing}")
    assert refused(path) == "storage.corrupt"


def test_creating_never_overwrites_and_leaves_nothing_behind(project: SqlProject, path: Path) -> None:
    project.close()
    before = fingerprint(path)
    for target, key in ((path, "storage.exists"), (path.parent / "yok" / "a.dateline", "storage.no_folder")):
        with pytest.raises(StorageError) as caught:
            store.create(target, "x", bundled(), CODER)
        assert caught.value.key == key
    assert fingerprint(path) == before
    assert list(path.parent.iterdir()) == [path]


def test_a_project_that_is_closed_is_one_file(project: SqlProject, path: Path) -> None:
    project.add_article(article())
    assert len(list(path.parent.iterdir())) == 3
    project.close()
    assert list(path.parent.iterdir()) == [path]


# Damage


def filled(project: SqlProject) -> dict[str, ReviewState]:
    rng, states = Random(11), {}
    for number in range(6):
        one = article(f"{steps.TEXT * 4} {number}", number=number)
        project.add_article(one)
        session = ReviewSession(project, one.id, CODER)
        for _ in range(6):
            session.adopt(steps.suggestions(rng, session.text))
            session.decide(steps.decision(rng, session.state))
        states[one.id] = session.state
    return states


def read_all(path: Path) -> dict[str, ReviewState]:
    project = store.open(path, CODER)
    try:
        project.articles()
        for one in project.articles():
            project.load_review(one.id)
            list(project.log(one.id))
        return {one.id: state for one, state in project.reviewed()}
    finally:
        project.close()


def test_a_page_of_rubbish_anywhere_is_found_and_the_file_kept(project: SqlProject, path: Path) -> None:
    filled(project)
    project.close()
    whole = path.read_bytes()
    for start in range(4096, len(whole), 4096 * 3):
        path.write_bytes(whole[:start] + b"\xa5" * 4096 + whole[start + 4096 :])
        assert refused(path) == "storage.corrupt"


def test_a_flipped_byte_is_found_or_harmless_and_never_an_accident(project: SqlProject, path: Path) -> None:
    states = filled(project)
    project.close()
    whole, rng = path.read_bytes(), Random(4)
    found: list[str] = []
    for _ in range(30):
        place = rng.randrange(100, len(whole))
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            assert read_all(path).keys() <= states.keys()
        except StorageError as error:
            found.append(error.key)
    assert len(found) > 2
    assert set(found) <= {"storage.corrupt", "storage.newer"}


def test_a_changed_text_is_found_by_its_digest(project: SqlProject, path: Path) -> None:
    one = article()
    project.add_article(one)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE article SET text = replace(text, 'Köprü', 'Kopru')")
    for ask in (lambda: project.article(one.id), lambda: list(project.reviewed())):
        with pytest.raises(StorageError) as caught:
            ask()
        assert caught.value.key == "storage.corrupt"
        assert str(path.with_name(f"{path.stem}.backups")) in caught.value.sentence("tr")


# Locks


def test_a_lock_is_waited_for_then_said_and_the_step_saved_later(project: SqlProject, path: Path) -> None:
    one = article()
    project.add_article(one)
    session = ReviewSession(project, one.id, CODER)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        assert not add(session)
        assert 0.5 < time.monotonic() - started < 5
        assert session.error is not None
        assert session.error.key == "storage.locked"
        assert project.load_review(one.id)[0] == ReviewState()
        assert len(project.articles()) == 1
        other.execute("ROLLBACK")
    assert add(session, 9)
    assert (session.unsaved, session.error) == ([], None)
    assert project.load_review(one.id)[0] == session.state


def test_a_project_opens_while_another_program_writes(project: SqlProject, path: Path) -> None:
    project.add_article(article())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        second = store.open(path, CODER)
        try:
            assert (len(second.articles()), second.read_only) == (1, False)
        finally:
            second.close()
        other.execute("ROLLBACK")


def test_a_project_that_another_program_has_for_itself(project: SqlProject, path: Path) -> None:
    project.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("CREATE TABLE x (y)")
        with pytest.raises(StorageError) as caught:
            store.open(path, CODER)
        assert caught.value.key == "storage.locked"
        other.execute("ROLLBACK")
    store.open(path, CODER).close()


# Full disks


def limit_pages(project: SqlProject, path: Path) -> None:
    project.close()
    pages = path.stat().st_size // 4096
    event.listen(project.engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count = {pages}"))


def test_a_full_disk_loses_nothing(project: SqlProject, path: Path) -> None:
    one = article()
    project.add_article(one)
    session = ReviewSession(project, one.id, CODER)
    assert add(session)
    saved = session.state
    limit_pages(project, path)
    start = 1
    while add(session, start % 200):
        saved = session.state
        start += 1
    assert session.error is not None
    assert session.error.key == "storage.full"
    assert not session.retry()
    assert project.load_review(one.id)[0] == saved != session.state
    assert sound(path)
    project.close()
    event.listen(project.engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 100000"))
    assert session.retry()
    assert project.load_review(one.id)[0] == session.state


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True).returncode:
        pytest.skip("this system does not let a small disk be mounted")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_real_full_disk_loses_nothing(small_disk: Path) -> None:
    path = small_disk / "p.dateline"
    project = store.create(path, "Dolu", bundled(), CODER)
    try:
        one = article()
        project.add_article(one)
        session = ReviewSession(project, one.id, CODER)
        assert add(session)
        filler = small_disk / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(4096))
        saved = session.state
        for start in range(1, 400):
            if not add(session, start % 200):
                break
            saved = session.state
        assert session.error is not None
        assert session.error.key == "storage.full"
        with pytest.raises(StorageError) as caught:
            project.backup(small_disk / "b.dateline")
        assert caught.value.key == "storage.full"
        with pytest.raises(StorageError) as caught:
            store.create(small_disk / "other.dateline", "x", bundled(), CODER)
        assert caught.value.key == "storage.full"
        assert project.load_review(one.id)[0] == saved
        assert sorted(p.name for p in small_disk.iterdir() if "partial" in p.name or "other" in p.name) == []
        filler.unlink()
        assert session.retry()
        assert project.load_review(one.id)[0] == session.state
    finally:
        project.close()
    assert sound(path)


# Permissions


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write everywhere: for a while it is somebody else."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that others can look into."""
    place = Path(tempfile.mkdtemp(prefix="dateline-test-"))
    place.chmod(0o777)
    yield place
    place.chmod(0o777)
    shutil.rmtree(place)


@needs_posix
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o555), (0o444, 0o777), (0o666, 0o555)])
def test_a_write_protected_project_can_be_read(shared_folder: Path, file_mode: int, folder_mode: int) -> None:
    path = shared_folder / "p.dateline"
    project = store.create(path, "x", bundled(), CODER)
    one = article()
    project.add_article(one)
    assert add(ReviewSession(project, one.id, CODER))
    project.close()
    path.chmod(file_mode)
    shared_folder.chmod(folder_mode)
    before = fingerprint(path)
    with as_nobody():
        project = store.open(path, "Ece")
        try:
            assert project.read_only
            assert project.article(one.id).text == one.text
            session = ReviewSession(project, one.id, "Ece")
            assert len(session.state.mentions) == 1
            assert not add(session, 9)
            assert session.error is not None
            assert session.error.key == "storage.read_only"
            with pytest.raises(StorageError):
                project.remember("article", one.id)
        finally:
            project.close()
    assert fingerprint(path) == before


@needs_posix
def test_a_project_nobody_may_read(shared_folder: Path) -> None:
    path = shared_folder / "p.dateline"
    store.create(path, "x", bundled(), CODER).close()
    path.chmod(0)
    with as_nobody(), pytest.raises(StorageError) as caught:
        store.open(path, CODER)
    assert caught.value.key == "storage.no_permission"


@needs_posix
def test_a_folder_nobody_may_write(shared_folder: Path) -> None:
    shared_folder.chmod(0o555)
    with as_nobody(), pytest.raises(StorageError) as caught:
        store.create(shared_folder / "p.dateline", "x", bundled(), CODER)
    assert caught.value.key == "storage.no_permission"
    assert list(shared_folder.iterdir()) == []
