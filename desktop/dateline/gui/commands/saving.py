"""What becomes of steps that could not be saved: they are tried again, and nobody leaves them behind unasked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from dateline.core.errors import ConflictError, DatelineError
from dateline.gui.dialogs.notify import ask
from dateline.gui.window import MainWindow
from dateline.services.session import ReviewSession


class SavingCommands(QObject):
    """Says that something is not saved, and helps to save it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bench = window.workbench
        self._bench.failed.connect(self._not_saved)
        window.actions_.bind("project.save", self.save)
        self.settling: list[Callable[[], bool]] = []
        """Asked before the project is put away: whether all that is written elsewhere is saved, or may be lost."""

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or the person says that it may be."""
        self._window.commands.wide.end()
        if not all(settled() for settled in self.settling):
            return False
        self._bench.write_down()
        session = self._bench.session
        if session is not None and session.waiting and not session.retry():
            question = self.tr(
                "%n step(s) could not be saved yet. If you close now they are lost.", "", session.waiting
            )
            if not ask(self._window, question, self.tr("Close without them"), self.tr("Stay")):
                return False
        return True

    def _not_saved(self, sentence: str) -> None:
        self._window.saved.setText(self.tr("Not saved"))
        self._window.banner.tell(
            sentence + " " + self.tr("Nothing is lost while the window is open."),
            warning=True,
            button=self.tr("Try again"),
            act=self._retry,
        )

    def _join(self, session: ReviewSession) -> None:
        """Takes the waiting steps again on top of what someone else saved meanwhile."""
        try:
            session.reload(keep=True)
        except DatelineError as error:
            self._window.tell(error)
            return
        self._bench.reread()

    def save(self) -> None:
        """Saves steps that could not be saved; says that all are saved, for whoever presses the key out of habit."""
        session = self._bench.session
        if session is not None and session.project.read_only:
            self._window.hint(self.tr("This project can only be read: nothing is changed in it."))
        elif session is not None and session.error is not None:
            self._retry()
        else:
            self._window.hint(self.tr("Everything is saved. Dateline saves every step at once."))

    def _retry(self) -> None:
        session = self._bench.session
        if session is None:
            return
        if isinstance(session.error, ConflictError):
            self._join(session)
        if session.retry():
            self._bench.saved.emit()
        elif session.error is not None:
            self._not_saved(session.error.sentence(self._bench.language))
