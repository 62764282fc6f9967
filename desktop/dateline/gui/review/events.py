"""The tab of events: all of them in text order, and the card of the current one below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from dateline.core.annotation import Event
from dateline.gui.review.arming import Arming
from dateline.gui.review.event_card import EventCard
from dateline.gui.review.list_tab import ListTab
from dateline.gui.review.wording import event_row
from dateline.gui.workbench import Workbench


class EventsTab(ListTab):
    """The list needs no widget per event, so that it stays fast; only the current event is a card."""

    def __init__(self, bench: Workbench, arming: Arming, parent: QWidget | None = None) -> None:
        super().__init__(bench, Event, event_row, parent)
        self._arming = arming
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
        self.card.chain(self.list)
        self.retranslate()

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
        self.card.chain(self.list)

    def show_current(self) -> None:
        id = self.bench.current_event
        event = self.bench.state.events.get(id) if id else None
        self.card.show_event(event)
        self._lower.setVisible(event is not None)
        self._say()

    def _say(self) -> None:
        self.say(
            self.tr(
                "This article has no events yet. Press {key} to get suggestions, "
                "or select a word in the text and press {event}."
            ).format(key=self.bench.keymap.name("suggest.run"), event=self.bench.keymap.name("mark.event"))
        )
