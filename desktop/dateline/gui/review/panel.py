"""The review panel: its tabs, and the line that says which slot waits for a mention."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dateline.core.annotation import Event, Quote, anchor
from dateline.gui.review.arming import SPEAKER, Arming
from dateline.gui.review.entities import EntitiesTab
from dateline.gui.review.events import EventsTab
from dateline.gui.review.guide import Guide
from dateline.gui.review.labels import Notice
from dateline.gui.review.notes import NotesTab
from dateline.gui.review.quotes import QuotesTab
from dateline.gui.review.segments import SegmentBar
from dateline.gui.review.suggestions import SuggestionsTab
from dateline.gui.review.wording import flat
from dateline.gui.workbench import Workbench

TABS = ("suggestions", "entities", "events", "quotes", "notes")


class ReviewPanel(QWidget):
    """The right side of the window. All that it changes, it changes through the workbench."""

    left = Signal()
    """The person is finished here and goes back to the text."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.arming = Arming(bench, self)
        self.bar = SegmentBar(self)
        self.pages = QStackedWidget(self)
        self.suggestions = SuggestionsTab(bench)
        self.entities = EntitiesTab(bench)
        self.events = EventsTab(bench, self.arming)
        self.quotes = QuotesTab(bench, self.arming)
        self.notes = NotesTab(bench)
        self.notes.left.connect(self.left)
        for tab in (self.suggestions, self.entities, self.events, self.quotes, self.notes):
            self.bar.addTab("")
            self.pages.addWidget(tab)
        self.guide = Guide(bench, self)
        self.banner = Notice(self)
        self.waiting = QLabel(self.banner)
        self.waiting.setWordWrap(True)
        self.cancel = QPushButton(self.banner)
        self._lay_out()
        self.bar.currentChanged.connect(self._bring_forward)
        self._bring_forward(0)
        self.cancel.clicked.connect(self.arming.disarm)
        self.arming.changed.connect(self._show_banner)
        self.retranslate()

    def _lay_out(self) -> None:
        line = self.fontMetrics().height()
        self.setMinimumWidth(line * 16)
        banner = QHBoxLayout(self.banner)
        banner.setContentsMargins(line // 2, line // 4, line // 4, line // 4)
        banner.addWidget(self.waiting, 1)
        banner.addWidget(self.cancel)
        top = QVBoxLayout()
        top.setContentsMargins(line // 2, line // 2, line // 2, line // 2)
        top.setSpacing(line // 2)
        top.addWidget(self.bar)
        top.addWidget(self.banner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.guide)

    def shown_suggestions(self) -> list[str]:
        """The ids of the suggestions that the list of the first tab shows, or would show, in its order."""
        self.suggestions.refresh()
        return self.suggestions.model.ids()

    def kind_in_front(self) -> type[Event] | type[Quote] | None:
        """The one kind of records that the tab in front shows; None where it shows several."""
        kinds: dict[str, type[Event] | type[Quote]] = {"events": Event, "quotes": Quote}
        return kinds.get(TABS[self.bar.currentIndex()])

    def show_tab(self, name: str) -> None:
        """Brings one of `TABS` to the front."""
        self.bar.setCurrentIndex(TABS.index(name))

    def write_note(self) -> None:
        """Goes to the note on the article."""
        self.show_tab("notes")
        self.notes.write_article_note()

    def _bring_forward(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        # Going to the panel by its key goes to the list in front.
        views = (self.suggestions.list, self.entities.tree, self.events.list, self.quotes.list, self.notes.list)
        self.setFocusProxy(views[index])

    def retranslate(self) -> None:
        names = (self.tr("Suggestions"), self.tr("Entities"), self.tr("Events"), self.tr("Quotes"), self.tr("Notes"))
        for index, name in enumerate(names):
            self.bar.setTabText(index, name)
            self.bar.setTabToolTip(index, name)
        self.bar.setAccessibleName(self.tr("Parts of the review"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Esc"))
        self._show_banner()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show_banner(self) -> None:
        slot = self.arming.slot
        record = self._bench.state.record(slot.record) if slot else None
        self.banner.setVisible(record is not None)
        if slot is None or record is None:
            return
        term = self._bench.codebook.term(slot.role)
        role = self.tr("Speaker") if slot.role == SPEAKER else term.name(self._bench.language) if term else slot.role
        words = flat(anchor(record).of(self._bench.text))
        words = words if len(words) <= 40 else words[:39].rstrip() + "…"
        self.waiting.setText(
            self.tr("{role} of “{event}”: now click a mention in the text.").format(role=role, event=words)
        )
