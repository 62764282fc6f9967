"""The power goes off: whatever part of the log came to the disk, the project opens as it was after one of the steps."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import steps
from dateline.core.review import ReviewState
from dateline.services.session import ReviewSession
from dateline.storage.project import SqlProject
from dateline.storage.store import SqliteStore
from steps import CODER, article

HEADER, FRAME_HEADER = 32, 24
"""Bytes of the log and of each of its frames before the page (https://www.sqlite.org/fileformat2.html#walformat)."""


def test_a_log_that_is_cut_anywhere_leaves_the_state_after_a_step(project: SqlProject, path: Path) -> None:
    one, rng = article(), Random(6)
    project.add_article(one)
    session = ReviewSession(project, one.id, CODER)
    states: list[ReviewState | None] = [None, session.state]  # None: not even the article
    for _ in range(8):
        session.adopt(steps.suggestions(rng, session.text))
        states.append(session.state)
        session.decide(steps.decision(rng, session.state))
        states.append(session.state)
    log = Path(f"{path}-wal").read_bytes()
    page = int.from_bytes(log[8:12], "big")
    frames = list(range(HEADER, len(log) + 1, FRAME_HEADER + page))
    assert len(frames) > 40
    copy = path.with_name("copy.dateline")
    seen: list[int] = []
    for end in sorted({0, 10, *frames[::7], frames[-1], *(frame + 500 for frame in frames[1:-1:40])}):
        shutil.copyfile(path, copy)
        Path(f"{copy}-wal").write_bytes(log[:end])
        found = SqliteStore().open(copy, CODER)
        try:
            listed = [a.id for a in found.articles()]
            state = found.load_review(one.id)[0] if one.id in listed else None
            assert state in states
            if state is not None:
                replayed = ReviewSession(found, one.id, CODER)
                while replayed.undo() is not None:
                    pass
        finally:
            found.close()
        seen.append(len(states) - 1 - states[::-1].index(state))
        copy.unlink()
    assert seen == sorted(seen)  # the more of the log, the later the state
    assert seen[-1] == len(states) - 1
    assert len(set(seen)) > 6
