"""Backups: what is copied, what is kept, and how a copy comes back."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from dateline.core.errors import StorageError
from dateline.services import backups

NOON = datetime(2031, 3, 12, 12, 0, 0)


class Original:
    """A project that is a text file."""

    def __init__(self, path: Path, articles: int = 1) -> None:
        self.path = path
        self.read_only = False
        self.count = articles
        self.full = False
        path.write_text("first", encoding="utf-8")

    def article_count(self, trashed: bool = False) -> int:
        return 0 if trashed else self.count

    def backup(self, target: Path) -> None:
        if self.full:
            raise StorageError("storage.full")
        shutil.copyfile(self.path, target)


@pytest.fixture
def original(tmp_path: Path) -> Original:
    return Original(tmp_path / "Proje.dateline")


def names(project: Original) -> list[str]:
    return [b.stem for b in backups.existing(project.path)]


def change(project: Original, words: str) -> None:
    project.path.write_text(words, encoding="utf-8")


def test_one_copy_a_day_lies_beside_the_project_under_its_day(original: Original) -> None:
    made = backups.daily(original, NOON)
    assert made == original.path.parent / "Proje.backups" / "2031-03-12 12.00.00.dateline"
    change(original, "second")
    assert backups.daily(original, NOON + timedelta(hours=3)) is None
    assert backups.daily(original, NOON + timedelta(days=1)) is not None
    assert names(original) == ["2031-03-13 12.00.00", "2031-03-12 12.00.00"]


def test_nothing_new_makes_no_copy(original: Original) -> None:
    backups.daily(original, NOON)
    assert backups.daily(original, NOON + timedelta(days=1)) is None
    assert names(original) == ["2031-03-12 12.00.00"]


def test_an_empty_project_never_pushes_out_a_full_one(original: Original) -> None:
    backups.daily(original, NOON)
    original.count = 0
    change(original, "")
    for day in range(1, 100):
        assert backups.daily(original, NOON + timedelta(days=day)) is None
    assert names(original) == ["2031-03-12 12.00.00"]


def test_a_project_that_is_read_only_gets_no_copy(original: Original) -> None:
    original.read_only = True
    assert backups.daily(original, NOON) is None
    assert not backups.folder(original.path).exists()


def test_a_year_of_days_leaves_a_week_of_days_and_two_months_of_weeks(original: Original) -> None:
    for day in range(365):
        change(original, str(day))
        backups.daily(original, NOON + timedelta(days=day))
    last = NOON + timedelta(days=364)  # Wednesday, 10 March 2032
    days = [last - timedelta(days=n) for n in range(7)]
    sundays = [datetime(2032, 3, 7, 12) - timedelta(weeks=n) for n in range(7)]
    expected = sorted({*days, *sundays}, reverse=True)
    assert [backups.taken_at(b) for b in backups.existing(original.path)] == expected
    newest = backups.existing(original.path)[0]
    assert newest.read_text(encoding="utf-8") == "364"


def test_rotation_keeps_the_newest_and_the_oldest_of_few_whatever_the_dates(tmp_path: Path) -> None:
    rng = Random(2)
    for _ in range(50):
        moments = [NOON + timedelta(hours=rng.randrange(24 * 400)) for _ in range(rng.randrange(1, 60))]
        made = [tmp_path / f"{m:%Y-%m-%d %H.%M.%S}.dateline" for m in moments]
        gone = backups.expired(made)
        kept = set(made) - set(gone)
        assert max(made, key=lambda b: b.name) in kept
        assert len(kept) >= min(7, len({m.date() for m in moments}))
        assert backups.expired(kept) == []


def test_files_of_other_names_are_never_touched(original: Original) -> None:
    backups.daily(original, NOON)
    mine = backups.folder(original.path) / "önemli.dateline"
    mine.write_text("x", encoding="utf-8")
    upgrade = backups.before_upgrade(original.path, lambda target: target.write_text("y", encoding="utf-8"))
    for day in range(1, 100):
        change(original, str(day))
        backups.daily(original, NOON + timedelta(days=day))
    assert mine.exists()
    assert upgrade.exists()


def test_a_copy_that_fails_takes_no_other_away(original: Original) -> None:
    for day in range(30):
        change(original, str(day))
        backups.daily(original, NOON + timedelta(days=day))
    before = names(original)
    change(original, "new")
    original.full = True
    with pytest.raises(StorageError):
        backups.daily(original, NOON + timedelta(days=30))
    assert names(original) == before


def test_a_place_that_cannot_be_written_is_said(original: Original) -> None:
    backups.folder(original.path).write_text("not a folder", encoding="utf-8")
    with pytest.raises(StorageError) as caught:
        backups.make(original, NOON)
    assert caught.value.key == "storage.backup"


def test_restoring_can_be_taken_back(original: Original) -> None:
    copy = backups.daily(original, NOON)
    assert copy is not None
    change(original, "second")
    Path(f"{original.path}-wal").write_text("more", encoding="utf-8")
    replaced = backups.restore(copy, original.path)
    assert original.path.read_text(encoding="utf-8") == "first"
    assert not Path(f"{original.path}-wal").exists()
    assert replaced is not None
    assert replaced.read_text(encoding="utf-8") == "second"
    assert Path(f"{replaced}-wal").read_text(encoding="utf-8") == "more"
    again = backups.restore(replaced, original.path)
    assert original.path.read_text(encoding="utf-8") == "second"
    assert Path(f"{original.path}-wal").read_text(encoding="utf-8") == "more"
    assert again is not None
    assert again.read_text(encoding="utf-8") == "first"


def test_a_backup_that_is_gone_leaves_the_project_where_it_is(original: Original) -> None:
    with pytest.raises(StorageError) as caught:
        backups.restore(original.path.parent / "yok.dateline", original.path)
    assert caught.value.key == "storage.restore"
    assert original.path.read_text(encoding="utf-8") == "first"
    assert list(original.path.parent.iterdir()) == [original.path]
