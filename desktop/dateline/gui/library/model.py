"""The rows of the article list, and their order and filter in Turkish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from dateline.core.article import ArticleSummary
from dateline.core.turkish import fold, sort_key

SUMMARY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class Order(IntEnum):
    """How the list is sorted."""

    IMPORTED = 0
    PUBLISHED = 1
    TITLE = 2
    OPEN = 3


class ArticleModel(QAbstractListModel):
    """The articles of the project that pass the filter, in the order chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._all: dict[str, ArticleSummary] = {}
        self._folded: dict[str, str] = {}
        self._shown: list[ArticleSummary] = []
        self._filter = ""
        self._order = Order.IMPORTED

    def fill(self, articles: Sequence[ArticleSummary]) -> None:
        """Shows other articles."""
        self._all = {a.id: a for a in articles}
        self._folded = {a.id: fold(f"{a.title} {a.source} {a.published or ''}") for a in articles}
        self._arrange()

    def renew(self, id: str, **changes: object) -> None:
        """Takes in that an article has another status, title or number of open suggestions."""
        old = self._all.get(id)
        if old is None:
            return
        new = replace(old, **changes)  # type: ignore[arg-type]
        self._all[id] = new
        self._folded[id] = fold(f"{new.title} {new.source} {new.published or ''}")
        for row, shown in enumerate(self._shown):
            if shown.id == id:
                self._shown[row] = new
                self.dataChanged.emit(self.index(row), self.index(row))

    def narrow(self, typed: str) -> None:
        """Shows only articles whose title, source or date has every word typed."""
        if typed != self._filter:
            self._filter = typed
            self._arrange()

    def sort_by(self, order: Order) -> None:
        """Sorts anew."""
        self._order = order
        self._arrange()

    def _arrange(self) -> None:
        wanted = fold(self._filter).split()
        shown = [a for a in self._all.values() if all(w in self._folded[a.id] for w in wanted)]
        match self._order:
            case Order.PUBLISHED:
                shown.sort(key=lambda a: a.published.toordinal() if a.published else 0, reverse=True)
            case Order.TITLE:
                shown.sort(key=lambda a: sort_key(a.title))
            case Order.OPEN:
                shown.sort(key=lambda a: -a.open)
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def row_of(self, id: str) -> int:
        """Where an article is in the list now; -1 where it is not shown."""
        return next((row for row, a in enumerate(self._shown) if a.id == id), -1)

    @property
    def shown(self) -> Sequence[ArticleSummary]:
        return self._shown

    def total(self) -> int:
        """How many articles the project has."""
        return len(self._all)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        article = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return article.title
            case Qt.ItemDataRole.UserRole:
                return article
        return None
