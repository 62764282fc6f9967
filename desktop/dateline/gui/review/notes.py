"""The tab of notes: every record with a note, and the note of the selected record to write in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dateline.core.annotation import Record, Status, anchor
from dateline.core.review import Change
from dateline.gui.review.note_edit import NoteEdit
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
    """The list of notes; below it the note of what is selected, whether it has one yet or not."""

    filled_by_suggestions = False

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.model = RecordModel(bench, note_place, note_row, self)
        self.list = RecordList(bench, self.model, self.body)
        self.hint = QLabel(self.body)
        self.hint.setWordWrap(True)
        self.subject = QLabel(self.body)
        self.subject.setWordWrap(True)
        self.note = NoteEdit(bench, self.body)
        unit = self.fontMetrics().height() // 2
        below = QVBoxLayout()
        below.setContentsMargins(unit, unit, unit, unit)
        below.setSpacing(unit)
        below.addWidget(self.hint)
        below.addWidget(self.subject)
        below.addWidget(self.note)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
        self.retranslate()

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
        self.list.setAccessibleName(self.tr("Notes"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Write a note about it here"))
        self._show()

    def _show(self) -> None:
        record = self.bench.selected_record()
        self.note.show_note(record)
        self.note.setVisible(record is not None)
        self.subject.setVisible(record is not None)
        if record is not None:
            words = flat(anchor(record).of(self.bench.text))
            self.subject.setText(f"{kind_name(record, self.bench)[1]} · {words[:200]}")
        self.list.setVisible(self.model.rowCount() > 0)
        self.hint.setText(self.tr("Select a mention, an event or a quote to write a note about it."))
        self.hint.setVisible(record is None)
        self._say(record)

    def _say(self, record: Record | None) -> None:
        if self.bench.session is None:
            self.say_empty(self.tr("No article is open. Choose one in the list on the left."))
        elif record is None and not self.model.rowCount():
            self.say_empty(
                self.tr("There are no notes yet. Select a mention, an event or a quote to write a note about it.")
            )
        else:
            self.say_empty("")
