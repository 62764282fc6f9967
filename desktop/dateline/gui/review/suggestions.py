"""The tab of suggestions: what waits for a decision, how far the review is, and the three answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dateline.core import decisions
from dateline.core.agenda import LABEL, ORDERS
from dateline.core.annotation import Status
from dateline.core.codebook import Term
from dateline.core.review import Change
from dateline.gui import theme, words
from dateline.gui.review.labels import Meter
from dateline.gui.review.queue_order import Filter, Queue, Tally, label_of, tally
from dateline.gui.review.record_list import RecordList
from dateline.gui.review.record_model import RecordModel
from dateline.gui.review.tab import Tab
from dateline.gui.review.wording import suggestion_row
from dateline.gui.workbench import Workbench


class SuggestionsTab(Tab):
    """The queue."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._tally = tally(())
        self.model = RecordModel(bench, Queue(bench.order, Filter()).place, suggestion_row, self)
        self.progress = QLabel(self.body)
        self.bar = Meter(self.body)
        self.filter = QComboBox(self.body)
        self.order = QComboBox(self.body)
        self.list = RecordList(bench, self.model, self.body)
        for box in (self.filter, self.order):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self.accept = QPushButton(self.body)
        self.reject = QPushButton(self.body)
        self.flag = QPushButton(self.body)
        self.accept_all = QPushButton(self.body)
        self.hint = QLabel(self.body)
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setMargin(self.fontMetrics().height() * 2)
        self.hint.hide()
        self._lay_out()
        self.accept.clicked.connect(lambda: self.list.decide(Status.ACCEPTED))
        self.reject.clicked.connect(lambda: self.list.decide(Status.REJECTED))
        self.flag.clicked.connect(lambda: self.list.decide(Status.FLAGGED))
        self.accept_all.clicked.connect(self._accept_all)
        self.filter.activated.connect(self._arrange)
        self.order.activated.connect(lambda _index: bench.set_order(self.order.currentData()))
        bench.order_changed.connect(self._reorder)
        bench.codebook_changed.connect(self._arrange)
        self.list.selectionModel().selectionChanged.connect(self._enable)
        self.retranslate()

    def _lay_out(self) -> None:
        unit = self.fontMetrics().height() // 2
        head = QVBoxLayout()
        head.setContentsMargins(unit, unit // 2, unit, unit)
        head.setSpacing(unit // 2)
        head.addWidget(self.progress)
        head.addWidget(self.bar)
        choices = QHBoxLayout()
        choices.setSpacing(unit)
        choices.addWidget(self.filter, 1)
        choices.addWidget(self.order, 1)
        head.addSpacing(unit // 2)
        head.addLayout(choices)
        answers = QHBoxLayout()
        answers.setSpacing(unit // 2)
        for button in (self.accept, self.reject, self.flag):
            answers.addWidget(button, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(unit, unit, unit, unit)
        foot.setSpacing(unit // 2)
        foot.addLayout(answers)
        foot.addWidget(self.accept_all)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint, 1)
        layout.addLayout(foot)

    def read(self) -> None:
        self.list.read()
        self._tally = tally(self.bench.state.records())
        self._count()

    def take(self, changes: Sequence[Change]) -> None:
        self.list.take(changes)
        self._tally.take(changes)
        self._count()

    def follow(self) -> None:
        self.list.follow()
        self._enable()

    def retranslate(self) -> None:
        self.progress.setAccessibleName(self.tr("Progress of the review"))
        self.bar.setAccessibleName(self.tr("Progress of the review"))
        self.list.setAccessibleName(self.tr("Suggestions"))
        self.filter.setAccessibleName(self.tr("Show"))
        self.order.setAccessibleName(self.tr("Order"))
        self.accept.setText(self.tr("Accept"))
        self.accept.setToolTip(
            self.tr("Accept the selected suggestions ({keys})").format(
                keys=" · ".join(self.bench.keymap.written("review.accept"))
            )
        )
        self.reject.setText(self.tr("Reject"))
        self.reject.setToolTip(
            self.tr("Reject the selected suggestions ({keys})").format(
                keys=" · ".join(self.bench.keymap.written("review.reject"))
            )
        )
        self.flag.setText(self.tr("Flag"))
        self.flag.setToolTip(
            self.tr("Keep for later, because you are not sure ({keys})").format(
                keys=" · ".join(self.bench.keymap.written("review.flag"))
            )
        )
        self.accept_all.setToolTip(self.tr("Accept everything that the list shows now; one undo takes it back"))
        self.order.clear()
        for id in ORDERS:
            self.order.addItem(words.order(id), id)
        self.order.setCurrentIndex(self.order.findData(self.bench.order.name))
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fill_filter()

    def _reorder(self, order: str) -> None:
        self.order.setCurrentIndex(self.order.findData(order))
        self._arrange()

    def _arrange(self) -> None:
        queue = Queue(self.bench.order, Filter(self.filter.currentData() or ""))
        self.model.arrange(queue.place, label_of if queue.order.name == LABEL else None)
        self.list.follow()
        self._count()

    def _accept_all(self) -> None:
        self.bench.decide(decisions.set_status(self.bench.state, self.model.ids(), Status.ACCEPTED, self.bench.text))

    def _count(self) -> None:
        """Says how far the review is, in the words above the list and in the choices of the filter."""
        counts = self._tally
        self.progress.setText(self.tr("{done} of {total} decided").format(done=counts.decided, total=counts.total))
        self.bar.setMaximum(max(1, counts.total))
        self.bar.setValue(counts.decided)
        self._fill_filter()
        shown = self.model.rowCount()
        self.accept_all.setText(self.tr("Accept all %n shown", "", shown))
        self.accept_all.setVisible(shown > 0)
        self._say(counts, shown)
        self._enable()

    def _say(self, counts: Tally, shown: int) -> None:
        if self.bench.session is None:
            self.say_empty(self.tr("No article is open. Choose one in the list on the left."))
        elif not counts.total and not counts.waiting["flagged"]:
            self.say_empty(
                self.tr("This article has no suggestions yet. Press {key} to get them.").format(
                    key=self.bench.keymap.name("suggest.run")
                )
            )
        else:
            self.say_empty("")
        if shown:
            hint = ""
        elif counts.waiting[""]:
            hint = self.tr("Nothing of this kind is waiting. Choose “All waiting” above to see the rest.")
        else:
            hint = self.tr("Everything is decided. Press {key} to finish this article and open the next one.").format(
                key=self.bench.keymap.name("review.done")
            )
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.list.setVisible(not hint)

    def _fill_filter(self) -> None:
        """The choices that would show something, with how many; the chosen one stays even at none."""
        chosen = self.filter.currentData() or ""
        waiting = self._tally.waiting
        self.filter.blockSignals(True)
        self.filter.clear()
        kinds = (
            ("", self.tr("All waiting")),
            ("mention", self.tr("Entities")),
            ("event", self.tr("Events")),
            ("quote", self.tr("Quotes")),
            ("flagged", self.tr("Flagged")),
        )
        for id, name in kinds:
            self._offer(id, name, None)
        self.filter.insertSeparator(self.filter.count())
        types = [type.term for type in self.bench.codebook.event_types]
        for kind, terms in (("mention", self.bench.codebook.labels), ("event", types)):
            for term in terms:
                if waiting[f"{kind}:{term.id}"] or chosen == f"{kind}:{term.id}":
                    self._offer(f"{kind}:{term.id}", term.name(self.bench.language), term)
        self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))
        self.filter.blockSignals(False)

    def _offer(self, id: str, name: str, term: Term | None) -> None:
        label = f"{name} ({self._tally.waiting[id]})"
        if term is None:
            self.filter.addItem(label, id)
        else:
            self.filter.addItem(self._swatch(term), label, id)

    def _swatch(self, term: Term) -> QIcon:
        size = self.filter.iconSize() * self.devicePixelRatioF()
        pixmap = QPixmap(size)
        pixmap.fill("transparent")
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(term))
        painter.setBrush(theme.colour(term))
        painter.drawEllipse(pixmap.rect().adjusted(3, 3, -3, -3))
        painter.end()
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        return QIcon(pixmap)

    def _enable(self) -> None:
        some = bool(self.list.selectedIndexes())
        for button in (self.accept, self.reject, self.flag):
            button.setEnabled(some)
