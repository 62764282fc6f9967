"""A sorted list of records that changes only where records changed; made for tens of thousands of rows."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dateline.core.annotation import Record
from dateline.core.review import Change
from dateline.gui import words
from dateline.gui.review.wording import Row
from dateline.gui.workbench import Workbench

Key = tuple[Any, ...]
Place = Callable[[Record], Key | None]
"""Where a record stands: a key to sort by, or None where it is not shown."""
Describe = Callable[[Record, Workbench], Row]

ROW = Qt.ItemDataRole.UserRole + 1
ID = Qt.ItemDataRole.UserRole + 2
NEW_GROUP = Qt.ItemDataRole.UserRole + 3

_RESET_ABOVE = 200
"""Changes in one step above which the list is read anew: moving rows one by one would then be slower."""

Index = QModelIndex | QPersistentModelIndex


class RecordModel(QAbstractListModel):
    """The records that `place` gives a key, in the order of the keys."""

    def __init__(self, bench: Workbench, place: Place, describe: Describe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._place = place
        self._describe = describe
        self._rows: list[tuple[Key, str]] = []
        self._keys: dict[str, Key] = {}
        self._group: Callable[[Record], str] | None = None

    def arrange(self, place: Place, group: Callable[[Record], str] | None = None) -> None:
        """Another order or another filter. `group`: a line divides rows for which it differs."""
        self._place, self._group = place, group
        self.read()

    def read(self) -> None:
        """Reads the open article anew."""
        self.beginResetModel()
        found = ((self._place(record), record.id) for record in self._bench.state.records())
        self._rows = sorted((key, id) for key, id in found if key is not None)
        self._keys = {id: key for key, id in self._rows}
        self.endResetModel()

    def take(self, changes: Sequence[Change]) -> None:
        """Takes in a step: only the rows of the records in it are touched."""
        if len(changes) > _RESET_ABOVE:
            self.read()
            return
        for change in changes:
            old = self._keys.get(change.id)
            new = self._place(change.after) if change.after is not None else None
            if old is not None and old == new:
                index = self.index(self._find(old, change.id))
                self.dataChanged.emit(index, index)
                continue
            if old is not None:
                row = self._find(old, change.id)
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row], self._keys[change.id]
                self.endRemoveRows()
            if new is not None:
                row = self._find(new, change.id)
                self.beginInsertRows(QModelIndex(), row, row)
                insort(self._rows, (new, change.id))
                self._keys[change.id] = new
                self.endInsertRows()

    def repaint(self) -> None:
        """The words of all rows changed (another language, another name of a participant), not their order."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def ids(self) -> list[str]:
        """The records now shown, in order."""
        return [id for _, id in self._rows]

    def __contains__(self, id: str) -> bool:
        return id in self._keys

    def index_of(self, id: str | None) -> QModelIndex:
        """The row of a record; an invalid index where it is not shown."""
        key = self._keys.get(id) if id else None
        return self.index(self._find(key, id)) if key is not None and id else QModelIndex()

    def _find(self, key: Key, id: str) -> int:
        return bisect_left(self._rows, (key, id))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        id = self._rows[index.row()][1]
        if role == ID:
            return id
        record = self._bench.state.record(id)
        if record is None:
            return None
        if role == ROW:
            return self._describe(record, self._bench)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._describe(record, self._bench).words
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.tip(self._describe(record, self._bench).help)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._describe(record, self._bench).spoken()
        if role == NEW_GROUP:
            return self._starts_group(index.row(), record)
        return None

    def _starts_group(self, row: int, record: Record) -> bool:
        if self._group is None or row == 0:
            return False
        before = self._bench.state.record(self._rows[row - 1][1])
        return before is not None and self._group(before) != self._group(record)
