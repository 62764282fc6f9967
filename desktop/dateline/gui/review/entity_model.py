"""The tree of entities and their mentions; a step rebuilds only the entities it touched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dateline.core import decisions, turkish
from dateline.core.annotation import Mention
from dateline.core.find import context
from dateline.core.review import Change
from dateline.gui import words
from dateline.gui.review.entity_index import EntityIndex, EntityKey
from dateline.gui.review.wording import flat, kind_name
from dateline.gui.workbench import Workbench

ENTITY = Qt.ItemDataRole.UserRole + 1
MENTION = Qt.ItemDataRole.UserRole + 2

# The view asks for them for every row at every change: made once.
_MENTION_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_ENTITY_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class _Group:
    key: EntityKey
    name: str
    ids: list[str]
    place: tuple[Any, ...]


def _place(group: _Group) -> tuple[Any, ...]:
    return group.place


class EntityModel(QAbstractItemModel):
    """Two levels: entities, and below each its mentions in text order. Entities can be renamed in place."""

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._order, self._wanted = "name", ""
        self.entities = EntityIndex(bench.state, bench.text)
        self._groups: list[_Group] = []
        self._serials: dict[EntityKey, int] = {}
        self._by_serial: dict[int, EntityKey] = {}
        self._rows: dict[EntityKey, int] = {}

    def read(self) -> None:
        """Reads the open article anew."""
        self.entities = EntityIndex(self._bench.state, self._bench.text)
        self.arrange(self._order, self._wanted)

    def arrange(self, order: str, wanted: str) -> None:
        """Another order ("name" or "count"), or only entities whose name holds `wanted`."""
        self.beginResetModel()
        self._order, self._wanted = order, wanted
        shown = (self._group(key) for key in self.entities if self._matches(key))
        self._groups = sorted(shown, key=_place)
        self._number()
        self.endResetModel()

    def take(self, changes: Sequence[Change]) -> set[EntityKey]:
        """Takes in a step; returns the entities whose rows were made anew (their children are folded then)."""
        anew = set()
        for key in self.entities.take(changes):
            row = self._rows.get(key)
            shown = self.entities.count(key) and self._matches(key)
            fresh = self._group(key) if shown else None
            if row is not None and fresh == self._groups[row]:
                self._repaint(row)
                continue
            if row is not None:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._groups[row]
                self._number()
                self.endRemoveRows()
            if fresh is not None:
                at = bisect_left(self._groups, fresh.place, key=_place)
                self.beginInsertRows(QModelIndex(), at, at)
                self._groups.insert(at, fresh)
                self._number()
                self.endInsertRows()
                anew.add(key)
        return anew

    def index_of(self, mention_id: str | None) -> QModelIndex:
        """The row of a mention; an invalid index where it is not shown."""
        mention = self._bench.state.mentions.get(mention_id) if mention_id else None
        row = self._rows.get(self.entities.key(mention)) if mention else None
        if row is None or mention_id not in self._groups[row].ids:
            return QModelIndex()
        return self.index(self._groups[row].ids.index(mention_id), 0, self.index(row, 0))

    def index_of_entity(self, key: EntityKey) -> QModelIndex:
        row = self._rows.get(key)
        return QModelIndex() if row is None else self.index(row, 0)

    def mention_ids(self, index: Index) -> list[str]:
        """The mentions that a row stands for: one, or all of an entity."""
        if not index.isValid():
            return []
        group = self._of(index)
        return [group.ids[index.row()]] if index.internalId() else list(group.ids)

    def _group(self, key: EntityKey) -> _Group:
        return _Group(
            key,
            self.entities.name(key),
            [m.id for m in self.entities.mentions(key)],
            self.entities.place(key, self._order),
        )

    def _matches(self, key: EntityKey) -> bool:
        return turkish.fold(self._wanted.strip()) in key[0]

    def _number(self) -> None:
        self._rows = {group.key: row for row, group in enumerate(self._groups)}
        for group in self._groups:
            serial = self._serials.setdefault(group.key, len(self._serials) + 1)
            self._by_serial[serial] = group.key

    def _repaint(self, row: int) -> None:
        parent = self.index(row, 0)
        self.dataChanged.emit(parent, parent)
        self.dataChanged.emit(self.index(0, 0, parent), self.index(self.rowCount(parent) - 1, 0, parent))

    def _of(self, index: Index) -> _Group:
        serial = index.internalId()
        return self._groups[self._rows[self._by_serial[serial]] if serial else index.row()]

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if row < 0 or column != 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, self._serials[self._groups[parent.row()].key] if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        row = self._rows.get(self._by_serial[index.internalId()])
        return QModelIndex() if row is None else self.createIndex(row, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()].ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _MENTION_FLAGS if index.internalId() else _ENTITY_FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        group = self._of(index)
        if not index.internalId():
            return self._entity_data(group, role)
        mention = self._bench.state.mentions.get(group.ids[index.row()])
        return self._mention_data(mention, role) if mention else None

    def _entity_data(self, group: _Group, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return group.name
        if role == ENTITY:
            return group.key, len(group.ids)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            mention = self._bench.state.mentions.get(group.ids[0])
            label = kind_name(mention, self._bench)[1] if mention else group.key[1]
            return ", ".join((group.name, label, self.tr("mentions: %n", "", len(group.ids))))
        return None

    def _mention_data(self, mention: Mention, role: int) -> Any:
        if role == MENTION:
            return mention
        said = flat(mention.span.of(self._bench.text))
        if role == Qt.ItemDataRole.DisplayRole:
            return said
        if role == Qt.ItemDataRole.AccessibleTextRole:
            before, _, after = context(self._bench.text, mention.span)
            return f"{words.status(mention.status)}: {flat(before)} {said} {flat(after)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = flat(str(value))
        if role != Qt.ItemDataRole.EditRole or not name or not index.isValid() or index.internalId():
            return False
        group = self._of(index)
        return self._bench.decide(decisions.rename_entity(self._bench.state, group.ids, name)) is not None
