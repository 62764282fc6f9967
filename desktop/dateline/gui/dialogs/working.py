"""Work that takes a moment, before the window: what is done, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from dateline.gui.worker import Worker

_PATIENCE = 300
"""Milliseconds of work that nobody needs to be told about."""


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
