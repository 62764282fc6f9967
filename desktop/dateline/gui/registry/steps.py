"""Undo and redo of what was done about the project, as two buttons with the keys that the window has for them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QToolButton, QWidget

from dateline.core.history import Line
from dateline.gui import words
from dateline.gui.actions import sequence
from dateline.gui.commands.wide import ProjectWide
from dateline.gui.icons import icon
from dateline.gui.workbench import Workbench


class ProjectSteps(QObject):
    """The buttons name what they would take back or repeat; whoever shows them does it."""

    wanted = Signal(bool)
    """Take the last step back (True), or repeat it: `last`, once what is being typed is saved."""

    def __init__(self, bench: Workbench, wide: ProjectWide, window: QWidget) -> None:
        super().__init__(window)
        self._bench = bench
        self._wide = wide
        self.undo = self._button("undo", window, undo=True)
        self.redo = self._button("redo", window, undo=False)
        # Bound methods, which end with the window.
        wide.worker.busy_changed.connect(self._name)
        bench.ledger_changed.connect(self._name)
        self._name()

    def _button(self, sign: str, window: QWidget, undo: bool) -> QToolButton:
        button = QToolButton(window)
        button.setIcon(icon(sign))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.wanted.emit(undo))
        for key in self._bench.keymap.keys(f"edit.{sign}"):
            QShortcut(sequence(key), window).activated.connect(button.click)
        return button

    def last(self, undo: bool) -> Line[Any] | None:
        """The step about the project that comes next."""
        own = self._bench.ledger
        stack = [] if own is None else own.history.undoable if undo else own.history.redoable
        return stack[-1] if stack else None

    def _name(self, _busy: bool = False) -> None:
        own, busy = self._bench.ledger, self._wide.worker.busy
        for button, action, last, sentence, plain in (
            (self.undo, "edit.undo", self.last(undo=True), self.tr("Undo: {step}"), self.tr("Undo")),
            (self.redo, "edit.redo", self.last(undo=False), self.tr("Redo: {step}"), self.tr("Redo")),
        ):
            name = sentence.format(step=words.step(last.decision)) if last is not None else plain
            keys = self._bench.keymap.written(action)
            button.setToolTip(f"{name} ({keys[0]})" if keys else name)
            button.setAccessibleName(name)
            button.setEnabled(last is not None and own is not None and not own.project.read_only and not busy)
