"""What reaches beyond the open article: taken off the window's thread, with progress, and taken back.

The open article is one among the others: while the work lasts its session holds back, then it catches up.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from dateline.core.errors import Cancelled, ConflictError, DatelineError
from dateline.core.history import Entry, History, Line
from dateline.core.ids import new_id
from dateline.core.ledger import ProjectDecision, ProjectEntry
from dateline.core.ports import Progress, Project
from dateline.gui import words
from dateline.gui.dialogs.working import Working
from dateline.gui.workbench import Workbench
from dateline.gui.worker import Worker
from dateline.services import ledger, spread
from dateline.services.registry import Plan
from dateline.services.session import ReviewSession
from dateline.services.spread import Make, Revisited


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: a sentence for the person, or "". `last`: a step of it, where it can be taken back."""

    sentence: str
    last: Line[Any] | None = None
    warning: bool = False


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a job answered, None where the person stopped it, and the history of the project after it."""

    answer: Any
    history: History[ProjectEntry] | None


class ProjectWide(QObject):
    """Takes steps in many articles and about the project, and takes them back; one after the other."""

    finished = Signal(object)
    """The project was changed, or could not be: a `Done`."""
    failed = Signal(str)
    """A sentence: nothing was changed."""
    refused = Signal(str)
    """A sentence: nothing was begun, for other work is still under way."""

    def __init__(self, bench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._bench = bench
        self._window = window
        self.worker = Worker(self)
        self._stop = threading.Event()
        self._working: Working | None = None
        self._session: ReviewSession | None = None
        self._eye = False
        self._then: Callable[[Any], object] = lambda _answer: None
        self.worker.finished.connect(self._answered)
        self.worker.failed.connect(self._fail)

    # -- doing -------------------------------------------------------------------------------------------------

    def take(self, project: Project, by: str, steps: Mapping[str, Make], reading: str = "") -> bool:
        """Takes a step in each of some articles, by their ids; `reading`: one that is in review by it.

        False where it does not begin: other work is under way, or what was decided cannot be saved.
        """
        return self._carry_out(project, by, lambda: (steps, None), None, reading)

    def carry_out(self, project: Project, by: str, plan: Callable[[], Plan], over: QWidget | None = None) -> bool:
        """Does what a plan says, which is made off the window's thread too. As `take`.

        `over`: the window that the person waits at.
        """

        def made() -> tuple[Mapping[str, Make], ProjectDecision]:
            found = plan()
            return found.steps, found.about

        return self._carry_out(project, by, made, over)

    def _carry_out(
        self,
        project: Project,
        by: str,
        plan: Callable[[], tuple[Mapping[str, Make], ProjectDecision | None]],
        over: QWidget | None,
        reading: str = "",
    ) -> bool:
        group = new_id()

        def job(progress: Progress) -> tuple[int, Line[Any] | None]:
            steps, about = plan()
            changed = spread.take(project, by, steps, group, about, progress, reading)
            return len(changed), spread.last_of(project, group) if changed else None

        def then(answer: tuple[int, Line[Any] | None]) -> None:
            count, last = answer
            told = self.tr("Changed in %n article(s).", "", count) if count else ""
            self.finished.emit(Done(told, last))

        return self.run(job, then, self.tr("Changing the articles…"), over)

    def say(self, decision: ProjectDecision) -> bool:
        """Takes a small step about the project alone, at once. False as with `take`. Raises `DatelineError`."""
        own = self._bench.ledger
        if own is None or self.worker.busy:
            return False
        own.decide(decision)
        self._bench.ledger_changed.emit()
        return True

    # -- taking back -------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Takes back what was done last: a step of the open article or one about the project, with all of its group."""
        self._turn(undo=True)

    def redo(self) -> None:
        """Repeats what was taken back last."""
        self._turn(undo=False)

    def _turn(self, undo: bool) -> None:
        last = ledger.last(self._bench.session, self._bench.ledger, undo=undo)
        if last is None:
            return
        if isinstance(last, Entry) and last.decision.group is None and not self.worker.busy:
            if undo:
                self._bench.undo()
            else:
                self._bench.redo()
        else:
            self.revisit(last, undo)

    def revisit(self, last: Line[Any], undo: bool, over: QWidget | None = None) -> None:
        """Takes a step back, or repeats it, with all that were taken together with it."""
        own = self._bench.ledger
        if own is None:
            return
        project, by = own.project, own.by

        def job(progress: Progress) -> Revisited:
            return spread.revisit(project, by, last, undo=undo, progress=progress)

        def then(done: Revisited) -> None:
            warning = bool(done.left) or done.under is not None
            self.finished.emit(Done(self._said(last, done, undo), warning=warning))

        if self.run(job, then, self.tr("Changing the articles…"), over):
            self._eye = True

    def _said(self, last: Line[Any], done: Revisited, undo: bool) -> str:
        names = _titles(done.left)
        step = words.step(last.decision)
        if done.under is not None:
            why = self.tr("Left as it was: {step}. Something was done over it since: {other}.")
            return why.format(step=step, other=words.step(done.under.decision))
        if done.left and not done.changed:
            why = self.tr("Left as it was: {step}. Something was decided since in: {names}.")
            return why.format(step=step, names=names)
        count = len(done.changed)
        if done.about and not count:
            return (self.tr("Taken back: {step}.") if undo else self.tr("Repeated: {step}.")).format(step=step)
        sentence = (
            self.tr("Taken back in %n article(s).", "", count)
            if undo
            else self.tr("Repeated in %n article(s).", "", count)
        )
        if not done.left:
            return sentence
        why = self.tr("Left as it was, because something was decided there since: {names}.")
        return f"{sentence} {why.format(names=names)}"

    # -- working -----------------------------------------------------------------------------------------------

    def run(
        self,
        job: Callable[[Progress], Any],
        then: Callable[[Any], object],
        sentence: str,
        over: QWidget | None = None,
    ) -> bool:
        """Runs a job that the person can stop until it begins to save; what is saved is always answered.

        `then` gets the answer once the window knows what was changed; `sentence` says what is done meanwhile, in
        front of `over`. False as with `take`.
        """
        session, own = self._bench.session, self._bench.ledger
        if self.worker.busy:
            self.refused.emit(self.tr("Other work is still under way. Try again in a moment."))
            return False
        if not self._bench.settled():  # the work begins from what is on disk
            return False

        def stoppable(progress: Progress) -> _Answer:
            def step(done: int, total: int) -> None:
                if self._stop.is_set():
                    raise Cancelled
                progress(done, total)

            try:
                answer = job(step)
            except Cancelled:
                return _Answer(None, None)
            return _Answer(answer, History.of(own.project.project_log()) if own is not None else None)

        self._then, self._eye = then, False
        self._session = session
        if session is not None:
            session.hold()
        self._stop.clear()
        self._working = Working(self.worker, self._stop.set, over or self._window)
        self._working.say(sentence)
        self.worker.start(stoppable)
        return True

    def end(self) -> None:
        """Stops what is under way, unless it is saved already, and waits until the window knows what came of it."""
        if self.worker.busy:
            self._stop.set()
            loop = QEventLoop()
            self.worker.busy_changed.connect(loop.quit)  # the answer itself is told before the loop returns
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _answered(self, found: _Answer) -> None:
        self._catch_up(found.history)
        if found.answer is not None:
            self._then(found.answer)

    def _fail(self, error: object) -> None:
        own = self._bench.ledger
        if isinstance(error, ConflictError) and own is not None:
            with suppress(DatelineError):  # then the next step fails in the same way
                own.read()
        self._catch_up(None)
        if isinstance(error, DatelineError):
            self.failed.emit(error.sentence(self._bench.language))

    def _catch_up(self, history: History[ProjectEntry] | None) -> None:
        """The window takes in what the work has changed: the history, the codebook, the open article."""
        if self._working is not None and isValid(self._working):  # its window may be gone, and it with it
            self._working.deleteLater()
        self._working = None
        own, session, self._session = self._bench.ledger, self._session, None
        if own is not None and history is not None:
            own.history = history
            self._bench.set_codebook(own.project.codebook)
        if session is not None and session is self._bench.session:
            try:
                self._bench.take_in(look=self._eye)
            except DatelineError as error:
                self._bench.failed.emit(error.sentence(self._bench.language))
        self._bench.ledger_changed.emit()


def _titles(found: Sequence[str]) -> str:
    """Some titles for a sentence."""
    return ", ".join(f"“{title}”" for title in found[:3]) + ("…" if len(found) > 3 else "")
