"""A field for a note that is written down when the person is done with it, never letter by letter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dateline.core import decisions
from dateline.core.annotation import Record
from dateline.gui.workbench import Workbench


class NoteEdit(QPlainTextEdit):
    """The note of one record. It is one step when the field is left, hidden, or another article is opened."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._id: str | None = None
        self._known = ""
        self.setObjectName("field")
        self.setTabChangesFocus(True)
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(round(line * 4.6))
        bench.closing.connect(self.write_down)

    def show_note(self, record: Record | None) -> None:
        """Shows the note of a record; words being typed about another are written down first."""
        id = record.id if record else None
        if id != self._id:
            self.write_down()
        elif self._pending():
            return  # the person is typing: what changed elsewhere does not take the words away
        self._id, self._known = id, record.note if record else ""
        if self.toPlainText() != self._known:
            self.setPlainText(self._known)
        self.setEnabled(record is not None)

    def write_down(self) -> None:
        """Makes the words typed so far the note of their record, as one step."""
        if not self._pending():
            return
        note = self._known = self.toPlainText()
        record = self._bench.state.record(self._id) if self._id else None
        if record is not None:
            renewed = replace(record, note=note.strip())
            self._bench.decide(decisions.rewrite(renewed, self._bench.text, "note"))

    def _pending(self) -> bool:
        return self._id is not None and self.toPlainText().strip() != self._known.strip()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.write_down()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.write_down()
