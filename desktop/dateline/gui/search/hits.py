"""The list of hits under the hand: arrows walk, Space ticks, Enter goes to the text, Ctrl+C copies."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from dateline.gui.longlist import LongList
from dateline.gui.search.delegate import HitDelegate
from dateline.gui.search.model import HitModel

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HitList(LongList):
    """Shows a `HitModel`; the panel goes where it is told to."""

    moved = Signal(object)
    """Another `Row` is the current one."""
    entered_text = Signal()
    copied = Signal(list)

    def __init__(self, model: HitModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits = model
        self.setModel(model)
        self.setItemDelegate(HitDelegate(model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(self.fontMetrics().height() * 4)
        self.selectionModel().currentRowChanged.connect(self._go)
        self.doubleClicked.connect(lambda _index: self.entered_text.emit())
        model.rowsInserted.connect(lambda *_: self._take_first())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._take_first()  # or Qt would take the first row, which is that of an article
        super().focusInEvent(event)

    def _take_first(self) -> None:
        """Goes to the first hit, where the keyboard waits for it."""
        if self.hasFocus() and not self.currentIndex().isValid():
            row = next((row for row in range(self._hits.rowCount()) if self._hits.is_hit(row)), None)
            if row is not None:
                self.selectRow(row)

    def _go(self, now: QModelIndex) -> None:
        row = self._hits.row(now.row()) if now.isValid() else None
        if row is not None:
            self.moved.emit(row)

    def chosen(self) -> list[int]:
        """The rows that are selected."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(self.chosen())
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._hits.toggle(self.chosen())
        elif event.key() in ENTER:
            self.entered_text.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the panel's
        else:
            super().keyPressEvent(event)
