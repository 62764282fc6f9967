"""A list of records that follows what is selected in the workbench and takes the keys of decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from dateline.core import decisions
from dateline.core.annotation import Status
from dateline.core.review import Change, Decision
from dateline.gui.longlist import LongList
from dateline.gui.review.record_model import ID, RecordModel
from dateline.gui.review.row_delegate import RowDelegate
from dateline.gui.workbench import Workbench

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class RecordList(LongList):
    """Shows a `RecordModel`. The current row is the record selected in the workbench, or its current event."""

    def __init__(
        self, bench: Workbench, model: RecordModel, parent: QWidget | None = None, events: bool = False
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._records = model
        self._events = events
        self._following = False
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.clicked.connect(self._show_again)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)  # Qt's own is more than a low window has

    def read(self) -> None:
        """Reads the open article anew."""
        with self._still():
            self._records.read()
        self.follow()

    def take(self, changes: Sequence[Change]) -> None:
        """Takes in a step without moving the selection."""
        with self._still():
            self._records.take(changes)
        self.follow()

    def follow(self) -> None:
        """Shows the row of what is selected in the workbench."""
        index = self._records.index_of(self._bench.current_event if self._events else self._bench.selection)
        if index == self.currentIndex() and self.selectionModel().isSelected(index) == index.isValid():
            return
        with self._still():
            if index.isValid():
                self.setCurrentIndex(index)
                self.scrollTo(index)
            else:
                self.selectionModel().clear()

    def chosen(self) -> list[str]:
        """The ids of the selected rows, in order."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [index.data(ID) for index in rows]

    def decide(self, status: Status) -> None:
        """Decides about the selected rows, as one step; the next row is selected where they leave the list."""
        self._take_step(lambda ids: decisions.set_status(self._bench.state, ids, status, self._bench.text))

    def remove(self) -> None:
        """Takes the selected rows away: suggestions are rejected, what the analyst marked is removed."""
        self._take_step(lambda ids: decisions.delete(self._bench.state, ids, self._bench.text))

    def _take_step(self, decision: Callable[[list[str]], Decision]) -> None:
        ids = self.chosen()
        if not ids:
            return
        at = self._records.index_of(ids[-1]).row()
        shown = self._records.ids()
        self._bench.decide(decision(ids))
        if ids[-1] not in self._records:
            rest = (*shown[at + 1 :], *reversed(shown[:at]))
            self._bench.select(next((id for id in rest if id in self._records), None))

    @contextmanager
    def _still(self) -> Iterator[None]:
        """While this lasts, a new current row is not the person's choice: the workbench is not told."""
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before

    def _show_again(self, index: QModelIndex) -> None:
        """A click on the row that is current already shows its words in the text once more."""
        if index == self.currentIndex() and len(self.chosen()) == 1:
            self._bench.select(index.data(ID))

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first row current when a view gets the focus; a click would then choose two rows in turn.
        with self._still():
            super().focusInEvent(event)
            if not self.selectedIndexes():
                self.selectionModel().clear()
        if event.reason() in _BY_KEY and not self.selectedIndexes():
            self.setCurrentIndex(self._records.index(0))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if not self._following and current.isValid():
            self._bench.select(current.data(ID))

    def event(self, event: QEvent) -> bool:
        # The window has the same keys for the text; with the focus here, this list's order is meant.
        asked = event if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) else None
        if asked is not None and self._bench.keymap.decision(asked) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        status = self._bench.keymap.decision(event)
        if status is not None:
            self.decide(status)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        else:
            super().keyPressEvent(event)
