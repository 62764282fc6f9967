"""The empty place that the next mention fills: a role of an event, or the speaker of a quote."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from dateline.core import decisions
from dateline.core.annotation import Mention, Status
from dateline.core.review import Change
from dateline.gui.workbench import Workbench

SPEAKER = ""
"""The role of a quote's slot."""


@dataclass(frozen=True, slots=True)
class Slot:
    """`record`: the event or quote; `role`: the role of the event, or `SPEAKER`."""

    record: str
    role: str = SPEAKER


class Arming(QObject):
    """Waits, once armed, for a mention to be selected anywhere, and puts it into the slot. Esc disarms."""

    changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.slot: Slot | None = None
        bench.selected.connect(self._selected)
        bench.changed.connect(self._stepped)
        bench.opened.connect(self.disarm)

    def arm(self, slot: Slot) -> None:
        """Waits for a mention for this slot. The slot's record is selected, so that any mention is a new choice."""
        self._set(None)
        self._bench.select(slot.record, reveal=False)
        self._set(slot)

    def disarm(self) -> None:
        """Waits no longer."""
        self._set(None)

    def toggle(self, slot: Slot) -> None:
        """Arms a slot, or disarms it where it is armed."""
        if self.slot == slot:
            self.disarm()
        else:
            self.arm(slot)

    def _set(self, slot: Slot | None) -> None:
        if slot == self.slot:
            return
        app = QApplication.instance()
        if app is not None:
            # Esc must reach us wherever the focus is, before any other use of the key; only while armed.
            if self.slot is None:
                app.installEventFilter(self)
            elif slot is None:
                app.removeEventFilter(self)
        self.slot = slot
        self.changed.emit()

    def _selected(self, id: str | None) -> None:
        slot = self.slot
        if slot is None or id is None or id == slot.record:
            return
        self.disarm()
        if not isinstance(self._bench.state.record(id), Mention):
            return
        self.fill(slot, id)
        # The eye stays with what is being filled: its next slot follows. Not before everyone knows of this selection.
        QTimer.singleShot(0, self, lambda: self._return_to(slot.record, id))

    def fill(self, slot: Slot, mention: str) -> None:
        """Puts a mention into a slot; nothing happens where it is in it already, or where either of them is gone."""
        state, text = self._bench.state, self._bench.text
        if not isinstance(state.record(mention), Mention) or _gone(self._bench, slot.record):
            return
        if slot.role == SPEAKER:
            self._bench.decide(decisions.set_speaker(state, slot.record, mention, text))
        elif mention not in state.events[slot.record].mentions(slot.role):
            self._bench.decide(decisions.fill_role(state, slot.record, slot.role, mention, text))

    def _return_to(self, record: str, mention: str) -> None:
        if self.slot is None and self._bench.selection == mention:
            self._bench.select(record, reveal=False)

    def _stepped(self, changes: tuple[Change, ...]) -> None:
        if self.slot is not None and _gone(self._bench, self.slot.record):
            self.disarm()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            self.disarm()
        return True


def _gone(bench: Workbench, id: str) -> bool:
    record = bench.state.record(id)
    return record is None or record.status is Status.REJECTED
