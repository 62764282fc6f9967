"""The same label everywhere: every place of a name, in the article or the project, to be looked at and ticked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dateline.core.codebook import Term
from dateline.core.errors import DatelineError
from dateline.core.ports import Progress
from dateline.core.spans import Span
from dateline.gui.fit import fit
from dateline.gui.worker import Worker
from dateline.services.everywhere import Found

_KEY = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
Finder = Callable[[bool, bool], Found]
"""The places in the open article, given whether case counts and whether suffixes may follow."""
Search = Callable[[bool, bool, Progress], Sequence[Found]]
"""The places in all articles; runs off the window's thread."""


class OccurrencesDialog(QDialog):
    """A preview with a check box a place, grouped by article; `chosen()` and `label()` are the answer."""

    def __init__(
        self,
        words: str,
        finder: Finder,
        search: Search | None,
        labels: Sequence[Term],
        label: str,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The same label everywhere"))
        self._finder = finder
        self._search = search
        self._language = language
        self.worker = Worker(self)
        self._later = QTimer(self)  # the box of an article changes all of its places: they are counted once
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._count)
        head = QLabel(self.tr("Where “{words}” stands:").format(words=words), self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self._labels = QComboBox(self)
        self._labels.setAccessibleName(self.tr("Label"))
        for term in labels:
            self._labels.addItem(term.name(language), term.id)
        self._labels.setCurrentIndex(max(self._labels.findData(label), 0))
        self._scope = QComboBox(self)
        self._scope.setAccessibleName(self.tr("Where"))
        self._scope.addItem(self.tr("In this article"), False)
        self._scope.addItem(self.tr("In the whole project"), True)
        self._scope.setVisible(search is not None)
        self._exact = QCheckBox(self.tr("Case must match"), self)
        self._suffixes = QCheckBox(self.tr("Any suffix"), self)
        self._suffixes.setChecked(True)
        self._tree = QTreeWidget(self)
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName(self.tr("Places"))
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Searching the project…"))
        self._bar.hide()
        self._says = QLabel(self)
        self._says.setWordWrap(True)
        self._says.hide()
        self._buttons = QDialogButtonBox(self)
        self._ok = self._buttons.addButton(self.tr("Label"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(head)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self._leave)
        self._exact.toggled.connect(self._look)
        self._suffixes.toggled.connect(self._look)
        self._scope.currentIndexChanged.connect(self._look)
        self._tree.itemChanged.connect(lambda _item, _column: self._later.start())
        self.worker.finished.connect(self._fill)
        self.worker.failed.connect(self._fail)
        self.worker.progressed.connect(self._progress)
        self.worker.busy_changed.connect(self._bar.setVisible)
        self.finished.connect(lambda _result: self.worker.shut_down())
        self._look()

    def _lay_out(self, head: QWidget) -> None:
        row = QHBoxLayout()
        for widget in (self._labels, self._scope, self._exact, self._suffixes):
            row.addWidget(widget)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addLayout(row)
        layout.addWidget(self._tree, 1)
        for below in (self._bar, self._says, self._buttons):
            layout.addWidget(below)
        fit(self, 40, 28)

    def chosen(self) -> Mapping[str, list[Span]]:
        """The places that are ticked, by article."""
        found: dict[str, list[Span]] = {}
        for group in self._groups():
            places = [group.child(row) for row in range(group.childCount())]
            spans = [place.data(0, _KEY) for place in places if place and place.checkState(0) == _CHECKED]
            if spans:
                found[group.data(0, _KEY)] = spans
        return found

    def label(self) -> str:
        return str(self._labels.currentData())

    def _groups(self) -> list[QTreeWidgetItem]:
        items = (self._tree.topLevelItem(row) for row in range(self._tree.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _look(self) -> None:
        """Searches anew, here at once, in the project off the window's thread."""
        exact, suffixes, search = self._exact.isChecked(), self._suffixes.isChecked(), self._search
        self.worker.cancel()
        self._say("")
        if search is None or not self._scope.currentData():
            self._fill([self._finder(exact, suffixes)])
            return
        self._fill([])
        self._bar.setRange(0, 0)
        self.worker.start(lambda progress: search(exact, suffixes, progress))

    def _progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _leave(self) -> None:
        """Cancel ends a search first, and then the dialog."""
        if self.worker.busy:
            self.worker.cancel()
            self._scope.setCurrentIndex(0)
        else:
            self.reject()

    def _fill(self, articles: Sequence[Found]) -> None:
        with QSignalBlocker(self._tree):
            self._tree.clear()
            for article in articles:
                if not article.places:
                    continue
                group = QTreeWidgetItem([f"{article.title} ({len(article.places)})"])
                group.setData(0, _KEY, article.article_id)
                group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
                for place in article.places:
                    item = QTreeWidgetItem(group, [f"{place.before}[{place.words}]{place.after}"])
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(0, _CHECKED if place.wanted else _UNCHECKED)
                    item.setData(0, _KEY, place.span)
                    if not place.wanted:
                        item.setToolTip(0, self.tr("Another mark covers this place, or it was rejected here."))
                self._tree.addTopLevelItem(group)
                group.setExpanded(True)
            for group in self._groups()[:1]:
                self._tree.setCurrentItem(group)
        self._count()

    def _count(self) -> None:
        ticked = sum(len(spans) for spans in self.chosen().values())
        self._ok.setText(self.tr("Label %n place(s)", "", ticked))
        self._ok.setEnabled(ticked > 0)

    def _say(self, sentence: str) -> None:
        self._says.setText(sentence)
        self._says.setVisible(bool(sentence))

    def _fail(self, error: object) -> None:
        if isinstance(error, DatelineError):
            self._say(error.sentence(self._language))
