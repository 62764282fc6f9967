"""One step in many articles: taken off the window's thread, in the open article by its session, and taken back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dateline.core.errors import Cancelled, DatelineError
from dateline.core.history import Entry
from dateline.core.ids import new_id
from dateline.core.ports import Progress, Project
from dateline.core.registry import Entity
from dateline.gui.dialogs.working import Working
from dateline.gui.workbench import Workbench
from dateline.gui.worker import Worker
from dateline.services import spread
from dateline.services.session import ReviewSession
from dateline.services.spread import Make, Revisited


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: a sentence for the person, or "". `last`: a step of the group, where that can be taken back."""

    sentence: str
    last: Entry | None = None
    warning: bool = False


class ProjectWide(QObject):
    """Takes steps in many articles and takes them back; nothing else happens meanwhile."""

    finished = Signal(object)
    """Articles were changed, or could not be: a `Done`."""
    failed = Signal(str)
    """A sentence: nothing was changed."""

    def __init__(self, bench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._bench = bench
        self.worker = Worker(self)
        self._stop = threading.Event()
        self._working = Working(self.worker, self._stop.set, window)
        self._then: Callable[[Any], object] = lambda _answer: None
        self.worker.finished.connect(self._answered)
        self.worker.failed.connect(self._fail)

    def take(
        self,
        project: Project,
        by: str,
        steps: Mapping[str, Make],
        entities: Sequence[Entity] = (),
    ) -> bool:
        """Takes a step in each of some articles, by their ids, and saves what is said of entities.

        False where it does not begin: other work is under way, or what was decided cannot be saved.
        """
        session = self._bench.session
        here = session.article.id if session is not None else ""
        if self.worker.busy or not self._settled(session):
            return False
        others = {id: make for id, make in steps.items() if id != here}
        group = new_id()

        def job(progress: Progress) -> Sequence[str]:
            return spread.take(project, by, others, group, entities, progress)

        def then(changed: Sequence[str]) -> None:
            count = len(changed) + self._here(session, steps.get(here), group)
            last = spread.last_of(project, group) if count else None
            told = self.tr("Changed in %n article(s).", "", count) if count else ""
            self.finished.emit(Done(told, last))

        self._run(job, then, self.tr("Changing the articles…"))
        return True

    def _here(self, session: ReviewSession | None, make: Make | None, group: str) -> int:
        """Takes the step of the open article; 1 where it changed something."""
        if session is None or make is None or self._bench.session is not session:
            return 0
        decision = replace(make(session.state, session.text), group=group)
        return int(self._bench.decide(decision) is not None)

    def undo(self) -> None:
        """Takes the last step of the open article back, with all that belong to it elsewhere."""
        session = self._bench.session
        last = session.history.undoable[-1] if session is not None and session.history.undoable else None
        if last is None or last.decision.group is None:
            self._bench.undo()
        else:
            self.revisit(last, undo=True)

    def redo(self) -> None:
        """Repeats the step of the open article that was taken back last, with all that belong to it elsewhere."""
        session = self._bench.session
        last = session.history.redoable[-1] if session is not None and session.history.redoable else None
        if last is None or last.decision.group is None:
            self._bench.redo()
        else:
            self.revisit(last, undo=False)

    def revisit(self, last: Entry, undo: bool) -> None:
        """Takes the group of a step back, or repeats it, in every article where nothing was decided since."""
        session = self._bench.session
        if session is None or self.worker.busy or not self._settled(session):
            return
        project, by, here = session.project, session.by, session.article.id

        def job(progress: Progress) -> Revisited:
            return spread.revisit(project, by, last, undo=undo, skip=here, progress=progress)

        def then(done: Revisited) -> None:
            left, count = list(done.left), len(done.changed)
            if self._bench.session is session:
                stands = spread.stands(session.history, last, undo)
                if stands is spread.Stands.ON_TOP:
                    count += int((self._bench.undo() if undo else self._bench.redo()) is not None)
                elif stands is spread.Stands.UNDER_OTHERS:
                    left.append(session.article.metadata.title)
            self.finished.emit(Done(self._said(count, left, undo), warning=bool(left)))

        self._run(job, then, self.tr("Changing the articles…"))

    def _said(self, count: int, left: Sequence[str], undo: bool) -> str:
        sentence = (
            self.tr("Taken back in %n article(s).", "", count)
            if undo
            else self.tr("Repeated in %n article(s).", "", count)
        )
        if not left:
            return sentence
        names = ", ".join(f"“{title}”" for title in left[:3]) + ("…" if len(left) > 3 else "")
        why = self.tr("Left as it was, because something was decided there since: {names}.")
        return f"{sentence} {why.format(names=names)}"

    def _settled(self, session: ReviewSession | None) -> bool:
        """Whether all that was decided is on disk, where the work begins from."""
        if session is None or not session.waiting or session.retry():
            return True
        self._bench.failed.emit(session.error.sentence(self._bench.language) if session.error else "")
        return False

    def _run(self, job: Callable[[Progress], Any], then: Callable[[Any], object], sentence: str) -> None:
        """Runs a job that the person can stop until it begins to save: what is saved is always answered."""

        def stoppable(progress: Progress) -> Any:
            def step(done: int, total: int) -> None:
                if self._stop.is_set():
                    raise Cancelled
                progress(done, total)

            try:
                return job(step)
            except Cancelled:
                return None

        self._then = then
        self._stop.clear()
        self._working.say(sentence)
        self.worker.start(stoppable)

    def _answered(self, answer: Any) -> None:
        if answer is not None:
            self._then(answer)

    def _fail(self, error: object) -> None:
        if isinstance(error, DatelineError):
            self.failed.emit(error.sentence(self._bench.language))
        elif isinstance(error, BaseException):
            raise error
