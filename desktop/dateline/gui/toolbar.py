"""A tool bar that the keyboard can use: one stop of Tab, the arrows go from button to button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QActionEvent, QKeyEvent
from PySide6.QtWidgets import QToolBar, QToolButton

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ToolRow(QToolBar):
    """Qt's tool buttons never get the focus. Here the one that had it last is a stop of Tab, at first the first one."""

    def actionEvent(self, event: QActionEvent) -> None:
        super().actionEvent(event)
        if event.type() == QEvent.Type.ActionAdded:
            button = self.widgetForAction(event.action())
            if isinstance(button, QToolButton):
                button.installEventFilter(self)
        if event.type() in (QEvent.Type.ActionAdded, QEvent.Type.ActionChanged):
            self._keep_a_stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QToolButton):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                buttons = self._usable()
                there = buttons[(buttons.index(watched) + step) % len(buttons)]
                self._stop_at(there)
                there.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _buttons(self) -> list[QToolButton]:
        found = (self.widgetForAction(action) for action in self.actions())
        return [button for button in found if isinstance(button, QToolButton)]

    def _usable(self) -> list[QToolButton]:
        return [button for button in self._buttons() if button.isEnabled() and button.isVisible()]

    def _stop_at(self, stop: QToolButton) -> None:
        for button in self._buttons():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if button is stop else Qt.FocusPolicy.NoFocus)

    def _keep_a_stop(self) -> None:
        """What cannot be done any more is no stop: the first that can takes its place."""
        buttons = self._buttons()
        if not any(b.isEnabled() and b.focusPolicy() == Qt.FocusPolicy.TabFocus for b in buttons):
            first = next((b for b in buttons if b.isEnabled()), None)
            if first is not None:
                self._stop_at(first)
