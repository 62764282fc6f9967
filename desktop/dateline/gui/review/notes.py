"""The tab of notes: the note on the article, every record with a note, the note of the selected one to write in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dateline.core.annotation import Record, Status, anchor
from dateline.core.review import Change
from dateline.gui.review.labels import Rule
from dateline.gui.review.note_edit import ArticleNoteEdit, NoteEdit
from dateline.gui.review.record_list import RecordList
from dateline.gui.review.record_model import RecordModel
from dateline.gui.review.tab import Tab
from dateline.gui.review.wording import flat, kind_name, note_row
from dateline.gui.workbench import Workbench


def note_place(record: Record) -> tuple[Any, ...] | None:
    """Records with a note, in text order."""
    if not record.note or record.status is Status.REJECTED:
        return None
    return (anchor(record).start, anchor(record).end)


class NotesTab(Tab):
    """The note on the article; apart from it the list of notes on marks, and the note of what is selected."""

    filled_by_suggestions = False
    left = Signal()
    """The person is finished here and goes back to the text."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.model = RecordModel(bench, note_place, note_row, self)
        self.on_article = QLabel(self.body)
        self.article_note = ArticleNoteEdit(bench, self.body)
        self.on_article.setBuddy(self.article_note)
        self.on_marks = QLabel(self.body)
        for heading in (self.on_article, self.on_marks):
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
        self.rule = Rule(self.body)
        self.list = RecordList(bench, self.model, self.body)
        self.hint = QLabel(self.body)
        self.hint.setWordWrap(True)
        self.subject = QLabel(self.body)
        self.subject.setWordWrap(True)
        self.note = NoteEdit(bench, self.body)
        unit = self.fontMetrics().height() // 2
        above = QVBoxLayout()
        above.setContentsMargins(unit, unit, unit, unit)
        above.setSpacing(unit)
        above.addWidget(self.on_article)
        above.addWidget(self.article_note)
        above.addWidget(self.rule)
        above.addWidget(self.on_marks)
        below = QVBoxLayout()
        below.setContentsMargins(unit, unit, unit, unit)
        below.setSpacing(unit)
        below.addWidget(self.hint)
        below.addWidget(self.subject)
        below.addWidget(self.note)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.list, 100)
        layout.addLayout(below)
        layout.addStretch(1)  # the room that is left where there is no list, and no heading shall take
        bench.article_changed.connect(self._article_changed)
        for field in (self.article_note, self.note):
            field.left.connect(self.left)
        self.retranslate()

    def write_article_note(self) -> None:
        """Puts the keyboard into the note on the article."""
        self.article_note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _article_changed(self) -> None:
        if self.isVisible():
            self.article_note.show_note()

    def read(self) -> None:
        self.list.read()
        self._show()

    def take(self, changes: Sequence[Change]) -> None:
        self.list.take(changes)
        self._show()

    def follow(self) -> None:
        self.list.follow()
        self._show()

    def retranslate(self) -> None:
        self.on_article.setText(self.tr("Note on the article"))
        self.on_marks.setText(self.tr("Notes on marks"))
        self.article_note.setAccessibleName(self.tr("Note on the article"))
        self.article_note.setPlaceholderText(self.tr("What is to be remembered about this article"))
        self.list.setAccessibleName(self.tr("Notes"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Write a note about it here"))
        self._show()

    def _show(self) -> None:
        record = self.bench.selected_record()
        self.article_note.show_note()
        self.note.show_note(record)
        self.note.setVisible(record is not None)
        self.subject.setVisible(record is not None)
        if record is not None:
            words = flat(anchor(record).of(self.bench.text))
            self.subject.setText(f"{kind_name(record, self.bench)[1]} · {words[:200]}")
        self.list.setVisible(self.model.rowCount() > 0)
        self.hint.setText(self.tr("Select a mention, an event or a quote to write a note about it."))
        self.hint.setVisible(record is None)
        closed = self.bench.session is None
        self.say_empty(self.tr("No article is open. Choose one in the list on the left.") if closed else "")
