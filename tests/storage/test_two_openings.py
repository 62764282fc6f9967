"""A project opened twice in one program keeps its locks: what is saved afterwards is on the disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dateline.core import decisions
from dateline.core.article import Draft
from dateline.core.codebook import bundled
from dateline.core.spans import Span
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
