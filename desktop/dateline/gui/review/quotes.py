"""The tab of quotes: what was said, and by whom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dateline.core import decisions
from dateline.core.annotation import Mention, Quote, Status
from dateline.gui.review.arming import Arming, Slot
from dateline.gui.review.labels import MutedLabel
from dateline.gui.review.list_tab import ListTab
from dateline.gui.review.look import SHAPES
from dateline.gui.review.role_slot import Filler, RoleSlot
from dateline.gui.review.wording import flat, mention_name, quote_row
from dateline.gui.workbench import Workbench


class QuotesTab(ListTab):
    """The list of quotes; below it the selected one with its speaker."""

    def __init__(self, bench: Workbench, arming: Arming, parent: QWidget | None = None) -> None:
        super().__init__(bench, Quote, quote_row, parent)
        self._arming = arming
        self.detail = QWidget(self.body)
        self.words = QLabel(self.detail)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.speaker_name = MutedLabel(self.detail)
        self.speaker = RoleSlot(self.detail)
        self.accept = QPushButton(self.detail)
        self.reject = QPushButton(self.detail)
        self.flag = QPushButton(self.detail)
        self._lay_out()
        self.speaker.asked.connect(self._ask)
        self.speaker.picked.connect(bench.select)
        self.speaker.removed.connect(self._clear_speaker)
        self.speaker.dropped.connect(self._drop)
        self.accept.clicked.connect(lambda: self.list.decide(Status.ACCEPTED))
        self.reject.clicked.connect(lambda: self.list.decide(Status.REJECTED))
        self.flag.clicked.connect(lambda: self.list.decide(Status.FLAGGED))
        arming.changed.connect(self.show_current)
        self.retranslate()

    def _lay_out(self) -> None:
        unit = self.fontMetrics().height() // 2
        said = QHBoxLayout()
        said.setSpacing(unit)
        said.addWidget(self.speaker_name, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.speaker, 1)
        answers = QHBoxLayout()
        answers.setSpacing(unit // 2)
        for button in (self.accept, self.reject, self.flag):
            answers.addWidget(button, 1)
        below = QVBoxLayout(self.detail)
        below.setContentsMargins(unit, unit, unit, unit)
        below.setSpacing(unit)
        below.addWidget(self.words)
        below.addLayout(said)
        below.addLayout(answers)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.detail)

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Quotes"))
        self.speaker_name.setText(self.tr("Speaker"))
        self.accept.setText(self.tr("Accept"))
        self.accept.setToolTip(
            self.tr("Accept the quote and its speaker ({keys} in the list)").format(
                keys=" · ".join(self.bench.keymap.written("review.accept"))
            )
        )
        self.reject.setText(self.tr("Reject"))
        self.reject.setToolTip(
            self.tr("Reject the quote; it is not suggested again ({keys} in the list)").format(
                keys=" · ".join(self.bench.keymap.written("review.reject"))
            )
        )
        self.flag.setText(self.tr("Flag"))
        self.flag.setToolTip(
            self.tr("Keep for later, because you are not sure ({keys} in the list)").format(
                keys=" · ".join(self.bench.keymap.written("review.flag"))
            )
        )
        self.show_current()

    def _quote(self) -> Quote | None:
        """The quote that is selected, or whose speaker is being chosen."""
        ids = (self.bench.selection, self._arming.slot.record if self._arming.slot else None)
        return next((q for id in ids if id and (q := self.bench.state.quotes.get(id))), None)

    def show_current(self) -> None:
        quote = self._quote()
        self.detail.setVisible(quote is not None)
        if quote is not None:
            self.words.setText(_shorten(flat(quote.span.of(self.bench.text))))
            armed = self._arming.slot == Slot(quote.id)
            speaker = self.bench.state.mentions.get(quote.speaker) if quote.speaker else None
            self.speaker.show_fillers(
                [self._filler(speaker)] if speaker else [], self.tr("Speaker"), speaker is None, armed
            )
        self._say()

    def _filler(self, mention: Mention) -> Filler:
        term = self.bench.codebook.label_by_id.get(mention.label)
        return Filler(mention.id, mention_name(mention, self.bench.text), term, SHAPES[mention.status])

    def _say(self) -> None:
        self.say(
            self.tr("This article has no quotes yet. Press {key} to get suggestions.").format(
                key=self.bench.keymap.name("suggest.run")
            )
        )

    def _ask(self) -> None:
        quote = self._quote()
        if quote is not None:
            self._arming.toggle(Slot(quote.id))

    def _drop(self, mention: str) -> None:
        quote = self._quote()
        if quote is not None:
            self._arming.disarm()
            self._arming.fill(Slot(quote.id), mention)

    def _clear_speaker(self) -> None:
        quote = self._quote()
        if quote is not None:
            self.bench.decide(decisions.set_speaker(self.bench.state, quote.id, None, self.bench.text))


def _shorten(words: str, limit: int = 400) -> str:
    return words if len(words) <= limit else words[:limit].rstrip() + "…"
