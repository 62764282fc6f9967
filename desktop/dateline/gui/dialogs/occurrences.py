"""The same label everywhere: every place of a name in the article, to be looked at and ticked before it is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dateline.core.codebook import Term
from dateline.core.find import context
from dateline.core.spans import Span

_SPAN = Qt.ItemDataRole.UserRole
Finder = Callable[[bool, bool], Sequence[Span]]
"""The places of the name, given whether case counts and whether suffixes may follow."""


class OccurrencesDialog(QDialog):
    """A preview with a check box a place; `chosen()` and `label()` are the answer."""

    def __init__(
        self, text: str, words: str, finder: Finder, labels: Sequence[Term], label: str, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The same label everywhere"))
        self._text = text
        self._finder = finder
        head = QLabel(self.tr("Where “{words}” stands in this article:").format(words=words), self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self._labels = QComboBox(self)
        self._labels.setAccessibleName(self.tr("Label"))
        for term in labels:
            self._labels.addItem(term.name(language), term.id)
        self._labels.setCurrentIndex(max(self._labels.findData(label), 0))
        self._exact = QCheckBox(self.tr("Case must match"), self)
        self._suffixes = QCheckBox(self.tr("Any suffix"), self)
        self._suffixes.setChecked(True)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Places"))
        self._buttons = QDialogButtonBox(self)
        self._ok = self._buttons.addButton(self.tr("Label"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        for widget in (self._labels, self._exact, self._suffixes):
            row.addWidget(widget)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addLayout(row)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._buttons)
        self._exact.toggled.connect(self._fill)
        self._suffixes.toggled.connect(self._fill)
        self._list.itemChanged.connect(lambda _item: self._count())
        em = self.fontMetrics().height()
        self.resize(em * 42, em * 26)
        self._fill()

    def chosen(self) -> list[Span]:
        """The places that are ticked."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return [item.data(_SPAN) for item in items if item.checkState() == Qt.CheckState.Checked]

    def label(self) -> str:
        return str(self._labels.currentData())

    def _fill(self) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for span in self._finder(self._exact.isChecked(), self._suffixes.isChecked()):
            before, hit, after = context(self._text, span)
            item = QListWidgetItem(f"{before}[{hit}]{after}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(_SPAN, span)
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._list.setCurrentRow(0)
        self._count()

    def _count(self) -> None:
        ticked = len(self.chosen())
        self._ok.setText(self.tr("Label %n place(s)", "", ticked))
        self._ok.setEnabled(ticked > 0)
