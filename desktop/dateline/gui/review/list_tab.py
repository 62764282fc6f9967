"""What the tabs of one kind of record have in common: a list in text order, and below it what is current in detail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from dateline.core.annotation import Event, Mention, Quote, Record, Status, anchor
from dateline.core.review import Change
from dateline.gui.review.record_list import RecordList
from dateline.gui.review.record_model import Describe, RecordModel
from dateline.gui.review.tab import Tab
from dateline.gui.workbench import Workbench


class ListTab(Tab):
    """Lists the records of a kind that were not rejected. Their rows name mentions: who takes part, who speaks."""

    def __init__(
        self, bench: Workbench, kind: type[Event] | type[Quote], describe: Describe, parent: QWidget | None = None
    ) -> None:
        super().__init__(bench, parent)

        def place(record: Record) -> tuple[Any, ...] | None:
            if not isinstance(record, kind) or record.status is Status.REJECTED:
                return None
            return (anchor(record).start, anchor(record).end)

        self.model = RecordModel(bench, place, describe, self)
        self.list = RecordList(bench, self.model, self.body, events=kind is Event)

    def show_current(self) -> None:
        """Shows the current record in detail. Every tab has its own way."""

    def read(self) -> None:
        self.list.read()
        self.show_current()

    def take(self, changes: Sequence[Change]) -> None:
        self.list.take(changes)
        if any(isinstance(change.before or change.after, Mention) for change in changes):
            self.model.repaint()  # what is named in a row may have another name now
        self.show_current()

    def follow(self) -> None:
        self.list.follow()
        self.show_current()

    def say(self, sentence: str) -> None:
        """Says in place of the tab that no article is open or, with a sentence, that it has no such records."""
        if self.bench.session is None:
            self.say_empty(self.tr("No article is open. Choose one in the list on the left."))
        else:
            self.say_empty("" if self.model.rowCount() else sentence)
