"""The table of the project's entities, sorted by any column the Turkish way, narrowed by words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dateline.core.codebook import Codebook
from dateline.core.registry import Entity, Known
from dateline.core.turkish import sort_key
from dateline.gui import words
from dateline.services.registry import narrowed

Index = QModelIndex | QPersistentModelIndex
NAME, LABEL, COUNTRY, ARTICLES, MENTIONS = range(5)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RegistryModel(QAbstractTableModel):
    """One row an entity; `known(row)` is what it shows."""

    def __init__(self, codebook: Codebook, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._codebook = codebook
        self._language = language
        self._all: Sequence[Known] = ()
        self._shown: list[Known] = []
        self._wanted = ""
        self._column, self._order = NAME, Qt.SortOrder.AscendingOrder

    def fill(self, known: Sequence[Known]) -> None:
        """Shows other entities, sorted by their names as they come; in the same order and narrowed as before."""
        self._all = known
        self._arrange()

    def put(self, entity: Entity) -> None:
        """Something else is said of an entity, its name aside; its row stays where it is."""
        self._all = [replace(k, entity=entity) if k.entity.id == entity.id else k for k in self._all]
        row = self.row_of(entity.id)
        if row >= 0:
            self._shown[row] = replace(self._shown[row], entity=entity)
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def entities(self) -> Sequence[Entity]:
        """Every entity, shown or not, in the order in which they came."""
        return [known.entity for known in self._all]

    def narrow(self, wanted: str) -> None:
        """Shows only what holds some words."""
        self._wanted = wanted
        self._arrange()

    def known(self, row: int) -> Known | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, id: str) -> int:
        """The row of an entity; -1 where it is not shown."""
        return next((row for row, known in enumerate(self._shown) if known.entity.id == id), -1)

    def total(self) -> int:
        """How many entities there are, shown or not."""
        return len(self._all)

    def label(self, known: Known) -> str:
        """The label of an entity in words."""
        return self.label_name(known.entity.label)

    def label_name(self, id: str) -> str:
        """A label in words."""
        term = self._codebook.label_by_id.get(id)
        return term.name(self._language) if term else id

    def set_codebook(self, codebook: Codebook) -> None:
        """Another codebook says what labels are called."""
        self._codebook = codebook
        self._arrange()

    def _arrange(self) -> None:
        keys: dict[int, Callable[[Known], Any]] = {
            LABEL: lambda k: sort_key(self.label(k)),
            COUNTRY: lambda k: k.entity.country,
            ARTICLES: lambda k: k.articles,
            MENTIONS: lambda k: k.mentions,
        }
        self.beginResetModel()
        self._shown = list(narrowed(self._all, self._wanted))
        backwards = self._order == Qt.SortOrder.DescendingOrder
        if self._column in keys:
            self._shown.sort(key=keys[self._column], reverse=backwards)
        elif backwards:
            self._shown.reverse()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._order = column, order
        self._arrange()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (ARTICLES, MENTIONS):
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("Name"), self.tr("Label"), self.tr("Country"), self.tr("Articles"), self.tr("Mentions"))
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        known = self.known(index.row()) if index.isValid() else None
        if known is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            entity = known.entity
            return (entity.name, self.label(known), entity.country, str(known.articles), str(known.mentions))[
                index.column()
            ]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (ARTICLES, MENTIONS):
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == NAME and known.entity.aliases:
            return words.tip("\n".join(known.entity.aliases))
        return None
