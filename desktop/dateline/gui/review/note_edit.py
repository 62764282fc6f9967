"""Fields for notes that are written down when the person is done with them, never letter by letter."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dateline.core import decisions
from dateline.core.annotation import Record
from dateline.gui.workbench import Workbench


class NoteField(QPlainTextEdit):
    """A note about something that has a name. It is written down when the field is left, hidden, or the article is."""

    left = Signal()
    """Esc: the person is finished here and goes back to the text."""

    def __init__(self, bench: Workbench, lines: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._about: str | None = None
        self._known = ""
        self.setObjectName("field")
        self.setTabChangesFocus(True)
        line = self.fontMetrics().lineSpacing()
        self.setMinimumHeight(round(line * 2.2))  # where there is no room for more
        self.setMaximumHeight(round(line * lines))
        bench.closing.connect(self.write_down)

    @abstractmethod
    def keep(self, about: str, note: str) -> None:
        """Makes a note that of a record, or of the article. Every field has its own way."""

    def show_text(self, about: str | None, note: str) -> None:
        """Shows the note about something; words being typed about something else are written down first."""
        if about != self._about:
            self.write_down()
        elif self._pending():
            return  # the person is typing: what changed elsewhere does not take the words away
        self._about, self._known = about, note
        if self.toPlainText() != note:
            self.setPlainText(note)
        self.setEnabled(about is not None)

    def write_down(self) -> None:
        """Makes the words typed so far the note."""
        if self._pending() and self._about is not None:
            self._known = self.toPlainText()
            self.keep(self._about, self._known.strip())

    def _pending(self) -> bool:
        return self._about is not None and self.toPlainText().strip() != self._known.strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.write_down()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.write_down()


class NoteEdit(NoteField):
    """The note of one record, which is one step."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, 4.6, parent)

    def show_note(self, record: Record | None) -> None:
        """Shows the note of a record."""
        self.show_text(record.id if record else None, record.note if record else "")

    def keep(self, about: str, note: str) -> None:
        record = self.bench.state.record(about)
        if record is not None:
            self.bench.decide(decisions.rewrite(replace(record, note=note), self.bench.text, "note"))


class ArticleNoteEdit(NoteField):
    """The note on the open article."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, 5.6, parent)

    def show_note(self) -> None:
        """Shows the note on the open article."""
        session = self.bench.session
        self.show_text(session.article.id if session else None, session.note if session else "")
        self.setReadOnly(session is not None and session.project.read_only)

    def keep(self, about: str, note: str) -> None:
        session = self.bench.session
        if session is not None and session.article.id == about:
            self.bench.set_note(note)
