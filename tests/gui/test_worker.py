"""Work off the window's thread: what failed is told, what we did wrong goes on to the crash handler."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from dateline.core.errors import StorageError
from dateline.core.ports import Progress
from dateline.gui.worker import Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    made = Worker()
    yield made
    made.shut_down()


def told(qtbot: QtBot, worker: Worker, error: Exception) -> tuple[list[object], list[BaseException]]:
    """What those who listen hear of a job that raises, and what reaches the crash handler."""

    def job(_progress: Progress) -> None:
        raise error

    heard: list[object] = []
    worker.failed.connect(heard.append)
    with qtbot.capture_exceptions() as caught:
        worker.start(job)
        qtbot.waitUntil(lambda: bool(heard))
    return heard, [raised[1] for raised in caught]


def test_what_the_world_did_is_told_and_no_crash(qtbot: QtBot, worker: Worker) -> None:
    error = StorageError("storage.conflict", path="a.dateline")
    assert told(qtbot, worker, error) == ([error], [])
    assert not worker.busy


def test_a_mistake_of_ours_reaches_the_crash_handler_once_who_waits_was_told(qtbot: QtBot, worker: Worker) -> None:
    mistake = ZeroDivisionError()
    assert told(qtbot, worker, mistake) == ([mistake], [mistake])
    assert not worker.busy
