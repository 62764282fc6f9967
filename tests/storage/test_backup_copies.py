"""Copies of a real project: whole, in use or not, and as good as the project."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

import steps
from dateline.core import decisions
from dateline.core.errors import StorageError
from dateline.core.spans import Span
from dateline.services import backups
from dateline.services.session import ReviewSession
from dateline.storage.project import SqlProject
from dateline.storage.store import SqliteStore
from steps import CODER, article

NOON = datetime(2031, 3, 12, 12, 0, 0)


def test_a_copy_opens_with_all_that_was_saved_before_it(project: SqlProject) -> None:
    one = article()
    project.add_article(one)
    session = ReviewSession(project, one.id, CODER)
    session.decide(decisions.add_mention(Span(0, 8), "GPE", steps.TEXT))
    copy = backups.daily(project, NOON)
    assert copy is not None
    assert [p.name for p in copy.parent.iterdir()] == [copy.name]
    again = SqliteStore().open(copy, CODER)
    try:
        assert again.load_review(one.id)[0] == session.state
        assert again.article(one.id) == project.article(one.id)
    finally:
        again.close()


def test_an_unchanged_project_is_not_copied_twice_also_after_it_was_closed(project: SqlProject, path: Path) -> None:
    project.add_article(article())
    assert backups.daily(project, NOON) is not None
    project.close()
    again = SqliteStore().open(path, CODER)
    try:
        assert backups.daily(again, NOON + timedelta(days=1)) is None
        again.add_article(article("Başka bir haber."))
        assert backups.daily(again, NOON + timedelta(days=1)) is not None
    finally:
        again.close()


def test_a_copy_while_someone_writes_is_sound_and_has_what_was_there(project: SqlProject, tmp_path: Path) -> None:
    one = article()
    project.add_article(one)
    session, stop, saved = ReviewSession(project, one.id, CODER), Event(), []

    def work() -> None:
        start = 0
        while not stop.is_set():
            step = session.decide(decisions.add_mention(Span(start % 200, start % 200 + 5), "GPE", steps.TEXT))
            assert step is not None
            saved.append(step.entry.decision.id)
            start += 1

    worker = Thread(target=work)
    worker.start()
    try:
        for number in range(5):
            while len(saved) < 5 * (number + 1):
                pass
            before = list(saved)
            copy = tmp_path / f"{number}.dateline"
            project.backup(copy)
            with closing(sqlite3.connect(copy)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                assert {id for (id,) in connection.execute("SELECT id FROM decision")} >= set(before)
    finally:
        stop.set()
        worker.join()
    assert session.unsaved == []


def test_a_damaged_project_is_never_copied_over_a_good_copy(project: SqlProject, path: Path, tmp_path: Path) -> None:
    project.add_article(article(steps.TEXT * 200))
    good = tmp_path / "copy.dateline"
    project.backup(good)
    before = good.read_bytes()
    project.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xa5" * 4096 + whole[12288:])
    with pytest.raises(StorageError) as caught:
        project.backup(good)
    assert caught.value.key == "storage.corrupt"
    assert good.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["copy.dateline"]


def test_a_damaged_project_comes_back_from_its_copy(project: SqlProject, path: Path) -> None:
    one = article()
    project.add_article(one)
    copy = backups.daily(project, NOON)
    project.close()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StorageError):
        SqliteStore().open(path, CODER)
    assert copy is not None
    kept = backups.restore(copy, path)
    assert kept is not None
    assert kept.stat().st_size == 5000
    again = SqliteStore().open(path, CODER)
    try:
        assert [a.id for a in again.articles()] == [one.id]
    finally:
        again.close()
