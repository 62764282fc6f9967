"""The tab of events: all of them in text order, and the card of the current one below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from dateline.core.annotation import Event, Mention, Record, Status, anchor
from dateline.core.review import Change
from dateline.gui.review.arming import Arming
from dateline.gui.review.event_card import EventCard
from dateline.gui.review.record_list import RecordList
from dateline.gui.review.record_model import RecordModel
from dateline.gui.review.tab import Tab
from dateline.gui.review.wording import event_row
from dateline.gui.workbench import Workbench


def event_place(record: Record) -> tuple[Any, ...] | None:
    """Events that were not rejected, in text order."""
    if not isinstance(record, Event) or record.status is Status.REJECTED:
        return None
    return (anchor(record).start, anchor(record).end)


class EventsTab(Tab):
    """The list needs no widget per event, so that it stays fast; only the current event is a card."""

    def __init__(self, bench: Workbench, arming: Arming, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._arming = arming
        self.model = RecordModel(bench, event_place, event_row, self)
        self.list = RecordList(bench, self.model, self.body, events=True)
        self.card = EventCard(bench, arming)
        self._area = QScrollArea(self.body)
        self._area.setWidget(self.card)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it scrolls it
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self.body)
        self.splitter.addWidget(self.list)
        lower = QWidget(self.body)
        self._below = below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._area, 1)
        below.addWidget(self.card.answers)
        self._lower = lower
        self.splitter.addWidget(lower)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.card.asked.connect(self.list.decide)
        self.retranslate()

    def read(self) -> None:
        self.list.read()
        self._show()

    def take(self, changes: Sequence[Change]) -> None:
        self.list.take(changes)
        if any(isinstance(change.before or change.after, Mention) for change in changes):
            self.model.repaint()  # a participant may have another name now
        self._show()

    def follow(self) -> None:
        self.list.follow()
        self._show()

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Events"))
        self._say()

    def rebuild(self) -> None:
        """A card has a slot for every role of its codebook: another codebook, another card."""
        old, self.card = self.card, EventCard(self.bench, self._arming)
        self._below.replaceWidget(old.answers, self.card.answers)
        old.retire()
        self._area.takeWidget()
        self._area.setWidget(self.card)
        self.card.asked.connect(self.list.decide)

    def _show(self) -> None:
        id = self.bench.current_event
        event = self.bench.state.events.get(id) if id else None
        self.card.show_event(event)
        self._lower.setVisible(event is not None)
        self._say()

    def _say(self) -> None:
        if self.bench.session is None:
            self.say_empty(self.tr("No article is open. Choose one in the list on the left."))
        elif not self.model.rowCount():
            self.say_empty(
                self.tr(
                    "This article has no events yet. Press {key} to get suggestions, "
                    "or select a word in the text and press {event}."
                ).format(key=self.bench.keymap.name("suggest.run"), event=self.bench.keymap.name("mark.event"))
            )
        else:
            self.say_empty("")
