"""A project that is opened twice, or moved while it is open: what is said to be saved is in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dateline.core import decisions
from dateline.core.article import Draft
from dateline.core.codebook import bundled
from dateline.core.errors import ConflictError, StorageError
from dateline.core.spans import Span
from dateline.export.xlsx import XlsxExporter
from dateline.services.exporting import export_project
from dateline.services.library import freeze
from dateline.services.session import ReviewSession
from dateline.storage.store import SqliteStore
from paths import CHECKOUT

_LOOK = (
    "import sys; from pathlib import Path; from dateline.storage.store import SqliteStore; "
    "project = SqliteStore().open(Path(sys.argv[1]), 'other'); "
    "print(sum(a.accepted for a in project.articles())); project.close()"
)


def _seen_by_another_program(path: Path) -> int:
    answer = subprocess.run(
        [sys.executable, "-c", _LOOK, str(path)],
        env={"PYTHONPATH": str(CHECKOUT / "desktop"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return int(answer.stdout)


def test_a_second_opening_in_the_same_program_costs_no_step(tmp_path: Path) -> None:
    path = tmp_path / "p.dateline"
    project = SqliteStore().create(path, "p", bundled(), "one")
    article = freeze(Draft("Ankara ve İzmir’de toplantı yapıldı."), lambda _text: "tr")
    project.add_article(article)
    session = ReviewSession(project, article.id, "one")
    SqliteStore().open(path, "one").close()  # as an export or the backup of the day does
    assert _seen_by_another_program(path) == 0
    session.decide(decisions.add_mention(Span(0, 6), "GPE", session.text))
    assert not session.unsaved
    assert _seen_by_another_program(path) == 1
    project.close()
    assert _seen_by_another_program(path) == 1


def _opened(path: Path, coder: str) -> ReviewSession:
    project = SqliteStore().open(path, coder)
    return ReviewSession(project, project.articles()[0].id, coder)


def _made(path: Path) -> None:
    project = SqliteStore().create(path, "p", bundled(), "one")
    project.add_article(freeze(Draft("Ankara ve İzmir’de toplantı yapıldı."), lambda _text: "tr"))
    project.close()


def _mark(session: ReviewSession, label: str) -> bool:
    step = session.decide(decisions.add_mention(Span(0, 6), label, session.text))
    return step is not None and step.saved


def test_an_export_in_between_does_not_make_what_others_saved_count_as_seen(tmp_path: Path) -> None:
    path = tmp_path / "p.dateline"
    _made(path)
    mine, theirs = _opened(path, "one"), _opened(path, "two")
    assert _mark(theirs, "GPE")
    export_project(mine.project, [XlsxExporter()], "xlsx", tmp_path / "o.xlsx", "tr")
    assert not _mark(mine, "ORG")
    assert isinstance(mine.error, ConflictError)
    mine.project.close()
    theirs.project.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no file that is open")
@pytest.mark.parametrize(("stands_there", "key"), [(False, "storage.missing"), (True, "storage.replaced")])
def test_a_project_that_was_moved_while_it_is_open_is_not_written_beside(
    tmp_path: Path, stands_there: bool, key: str
) -> None:
    path, elsewhere = tmp_path / "p.dateline", tmp_path / "q.dateline"
    _made(path)
    session = _opened(path, "one")
    assert _mark(session, "GPE")
    path.rename(elsewhere)
    if stands_there:
        path.write_bytes(b"another")
    assert not _mark(session, "ORG")
    assert session.error is not None
    assert session.error.key == key
    if stands_there:
        assert path.read_bytes() == b"another"
    elsewhere.replace(path)
    assert session.retry()
    session.project.close()
    again = _opened(path, "one")
    assert len(again.state.mentions) == 2
    again.project.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no file that is open")
def test_what_was_saved_before_a_move_goes_with_the_file(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "p.dateline", tmp_path / "q.dateline"
    _made(path)
    session = _opened(path, "one")
    assert _mark(session, "GPE")
    path.rename(elsewhere)
    with pytest.raises(StorageError) as caught:
        session.project.backup(tmp_path / "copy.dateline")
    assert caught.value.key == "storage.missing"
    session.project.close()
    again = _opened(elsewhere, "one")
    assert len(again.state.mentions) == 1
    again.project.close()
