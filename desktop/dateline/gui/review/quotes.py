"""The tab of quotes: what was said, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dateline.core import decisions
from dateline.core.annotation import Mention, Quote, Record, Status, anchor
from dateline.core.review import Change
from dateline.gui.review.arming import Arming, Slot
from dateline.gui.review.labels import MutedLabel
from dateline.gui.review.look import SHAPES
from dateline.gui.review.record_list import RecordList
from dateline.gui.review.record_model import RecordModel
from dateline.gui.review.role_slot import Filler, RoleSlot
from dateline.gui.review.tab import Tab
from dateline.gui.review.wording import flat, mention_name, quote_row
from dateline.gui.workbench import Workbench


def quote_place(record: Record) -> tuple[Any, ...] | None:
    """Quotes that were not rejected, in text order."""
    if not isinstance(record, Quote) or record.status is Status.REJECTED:
        return None
    return (anchor(record).start, anchor(record).end)


class QuotesTab(Tab):
    """The list of quotes; below it the selected one with its speaker."""

    def __init__(self, bench: Workbench, arming: Arming, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._arming = arming
        self.model = RecordModel(bench, quote_place, quote_row, self)
        self.list = RecordList(bench, self.model, self.body)
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
        arming.changed.connect(self._show)
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

    def read(self) -> None:
        self.list.read()
        self._show()

    def take(self, changes: Sequence[Change]) -> None:
        self.list.take(changes)
        if any(isinstance(change.before or change.after, Mention) for change in changes):
            self.model.repaint()  # a speaker may have another name now
        self._show()

    def follow(self) -> None:
        self.list.follow()
        self._show()

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
        self._show()

    def _quote(self) -> Quote | None:
        """The quote that is selected, or whose speaker is being chosen."""
        ids = (self.bench.selection, self._arming.slot.record if self._arming.slot else None)
        return next((q for id in ids if id and (q := self.bench.state.quotes.get(id))), None)

    def _show(self) -> None:
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
        if self.bench.session is None:
            self.say_empty(self.tr("No article is open. Choose one in the list on the left."))
        elif not self.model.rowCount():
            self.say_empty(
                self.tr("This article has no quotes yet. Press {key} to get suggestions.").format(
                    key=self.bench.keymap.name("suggest.run")
                )
            )
        else:
            self.say_empty("")

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
