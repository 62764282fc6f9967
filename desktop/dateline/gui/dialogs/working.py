"""Work that takes a moment, before the window: what is done, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QThread, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from dateline.gui.worker import Worker

_PATIENCE = 300
"""Milliseconds of work that nobody needs to be told about."""
_UNSAID = 1000
"""Milliseconds of waiting that the pointer alone says."""


def patiently(job: Callable[[], Any], sentence: str, parent: QWidget) -> Any:
    """What a job returns, or raises, that is done off the window's thread and cannot be stopped; then we go on here.

    The window goes on being painted; what is typed waits. Where it takes longer than a moment a dialog says `sentence`.
    """
    thread = _Job(job, parent)
    loop = QEventLoop()
    thread.finished.connect(loop.quit)
    QTimer.singleShot(_UNSAID, loop, loop.quit)
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    thread.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    QGuiApplication.restoreOverrideCursor()
    if not thread.isFinished():
        dialog = _Waiting(sentence, parent)
        thread.finished.connect(dialog.done_waiting)
        if not thread.isFinished():
            dialog.exec()
        dialog.deleteLater()
    thread.wait()
    thread.deleteLater()
    if thread.error is not None:
        raise thread.error
    return thread.answer


class _Job(QThread):
    def __init__(self, job: Callable[[], Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._job = job
        self.answer: Any = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.answer = self._job()
        except Exception as error:  # raised again where the job was given
            self.error = error


class _Waiting(QDialog):
    """Says what is done; nobody can close it before that is done."""

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = False
        self.setWindowTitle(sentence)
        says = QLabel(sentence, self)
        says.setTextFormat(Qt.TextFormat.PlainText)
        bar = QProgressBar(self)
        bar.setTextVisible(False)
        bar.setRange(0, 0)
        bar.setAccessibleName(sentence)
        layout = QVBoxLayout(self)
        layout.addWidget(says)
        layout.addWidget(bar)
        self.setMinimumWidth(self.fontMetrics().height() * 22)

    def done_waiting(self) -> None:
        self._over = True
        self.accept()

    def reject(self) -> None:
        if self._over:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._over)


class Working(QDialog):
    """Shows the progress of a worker while it is busy; Escape and the button call `stop`."""

    def __init__(self, worker: Worker, stop: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._says = QLabel(self)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._buttons = QDialogButtonBox(self)
        self._stop = self._buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self._says, self._bar, self._buttons):
            layout.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.open)
        worker.progressed.connect(self._progress)
        worker.busy_changed.connect(self._busy)
        self.rejected.connect(stop)
        self.setMinimumWidth(self.fontMetrics().height() * 22)

    def say(self, sentence: str) -> None:
        """What is done now."""
        self.setWindowTitle(sentence)
        self._says.setText(sentence)
        self._stop.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(sentence)
        self._bar.setRange(0, 0)

    def _progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _busy(self, busy: bool) -> None:
        if busy:
            self._timer.start(_PATIENCE)
        else:
            self._timer.stop()
            self.accept()
