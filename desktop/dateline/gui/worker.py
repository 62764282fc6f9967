"""Long work off the window's thread: one job at a time, with progress and cancel.

A job gets plain values and returns plain values, never Qt objects. Answers carry the number of their question; the
answer to a question that is no longer asked is dropped.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from dateline.core.errors import Cancelled, DatelineError
from dateline.core.ports import Progress

Job = Callable[[Progress], Any]


class _Thread(QThread):
    progressed = Signal(int, int, int)
    answered = Signal(int, object)
    broke = Signal(int, object)

    def __init__(self, number: int, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self.number = number
        self._job = job
        self.stop = threading.Event()

    def run(self) -> None:
        try:
            self.answered.emit(self.number, self._job(self._progress))
        except Cancelled:
            return
        except Exception as error:  # handed over to the window's thread, which tells the person
            self.broke.emit(self.number, error)

    def _progress(self, done: int, total: int) -> None:
        if self.stop.is_set():
            raise Cancelled
        self.progressed.emit(self.number, done, total)


class Worker(QObject):
    """Runs one job at a time; starting another cancels the one before."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    """The job raised this. Who listens tells a `DatelineError`; any other goes on to the crash handler after that."""
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._asked = 0
        self._threads: dict[int, _Thread] = {}

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._asked > 0

    def start(self, job: Job) -> None:
        """Starts a job; one that runs is cancelled and its answer dropped."""
        self.cancel()
        self._number += 1
        self._asked = self._number
        thread = _Thread(self._number, job, self)
        self._threads[self._number] = thread
        # Bound methods of this object, so that Qt delivers them in its thread.
        thread.progressed.connect(self._progressed)
        thread.answered.connect(self._answered)
        thread.broke.connect(self._broke)
        thread.finished.connect(self._reap)
        self.busy_changed.emit(True)
        thread.start()

    def cancel(self) -> None:
        """Asks the job to stop; its answer, if it still comes, is dropped."""
        if self._asked:
            self._threads[self._asked].stop.set()
            self._settle()

    def shut_down(self) -> None:
        """Stops for good and waits for what still runs."""
        self.cancel()
        for thread in list(self._threads.values()):
            thread.stop.set()
            thread.wait()

    def _settle(self) -> None:
        self._asked = 0
        self.busy_changed.emit(False)

    def _progressed(self, number: int, done: int, total: int) -> None:
        if number == self._asked:
            self.progressed.emit(done, total)

    def _answered(self, number: int, answer: object) -> None:
        if number == self._asked:
            self._settle()
            self.finished.emit(answer)

    def _broke(self, number: int, error: Exception) -> None:
        if number == self._asked:
            self._settle()
            self.failed.emit(error)
            if not isinstance(error, DatelineError):
                raise error

    def _reap(self) -> None:
        for number, thread in list(self._threads.items()):
            # One whose answer is awaited has ended but not delivered it yet: its own signal reaps it after that.
            if thread.isFinished() and number != self._asked:
                del self._threads[number]
                thread.deleteLater()
