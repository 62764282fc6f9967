"""The rows of the article list, and their order and filter in Turkish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer

from dateline.core.article import ArticleSummary
from dateline.core.turkish import fold, sort_key
from dateline.gui import words

SUMMARY = Qt.ItemDataRole.UserRole
_SLICE = 1000
"""Articles that are made ready for the filter at a time: some milliseconds."""
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
        self._unfolded: list[str] = []
        self._shown: list[ArticleSummary] = []
        self._last_row = 0
        self._filter = ""
        self._order = Order.IMPORTED
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._fold_some)

    def fill(self, articles: Sequence[ArticleSummary]) -> None:
        """Shows other articles. What the filter looks at is made ready while nothing else is to be done."""
        self._all = {a.id: a for a in articles}
        self._folded = {}
        self._unfolded = [a.id for a in reversed(articles)]
        self._idle.stop()
        if self._unfolded:
            self._idle.start()
        self._arrange()

    def _fold_some(self) -> None:
        """Folds a slice of the articles: together, as one call for each takes ten times as long."""
        some = self._unfolded[-_SLICE:]
        del self._unfolded[-_SLICE:]
        folded = fold("\n".join(" ".join(_looked_at(self._all[id]).split()) for id in some)).split("\n")
        self._folded |= dict(zip(some, folded, strict=True))
        if not self._unfolded:
            self._idle.stop()

    def renew(self, id: str, **changes: object) -> None:
        """Takes in that an article has another status, title or number of open suggestions."""
        old = self._all.get(id)
        if old is None:
            return
        new = replace(old, **changes)  # type: ignore[arg-type]
        if new == old:
            return
        self._all[id] = new
        if id in self._folded:
            self._folded[id] = fold(_looked_at(new))
        row = self.row_of(id)
        if row >= 0:
            self._shown[row] = new
            self.dataChanged.emit(self.index(row), self.index(row))

    def narrow(self, typed: str) -> None:
        """Shows only articles whose title, source or date has every word typed."""
        if typed != self._filter:
            # Whoever types on narrows what is shown already, and its order stays.
            further = typed.startswith(self._filter) and bool(self._filter.strip())
            self._filter = typed
            if further:
                self._show(self._matching(self._shown))
            else:
                self._arrange()

    def sort_by(self, order: Order) -> None:
        """Sorts anew."""
        self._order = order
        self._arrange()

    def _matching(self, articles: Iterable[ArticleSummary]) -> list[ArticleSummary]:
        wanted = fold(self._filter).split()
        while wanted and self._unfolded:
            self._fold_some()
        folded, found = self._folded, list(articles)
        for word in wanted:
            found = [a for a in found if word in folded[a.id]]
        return found

    def _arrange(self) -> None:
        shown = self._matching(self._all.values())
        match self._order:
            case Order.PUBLISHED:
                shown.sort(key=lambda a: a.published.toordinal() if a.published else 0, reverse=True)
            case Order.TITLE:
                shown.sort(key=lambda a: sort_key(a.title))
            case Order.OPEN:
                shown.sort(key=lambda a: -a.open)
        self._show(shown)

    def _show(self, shown: list[ArticleSummary]) -> None:
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def row_of(self, id: str) -> int:
        """Where an article is in the list now; -1 where it is not shown."""
        if not (self._last_row < len(self._shown) and self._shown[self._last_row].id == id):
            self._last_row = next((row for row, a in enumerate(self._shown) if a.id == id), len(self._shown))
        return self._last_row if self._last_row < len(self._shown) else -1

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
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return article.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(article)
            case Qt.ItemDataRole.UserRole:
                return article
        return None


def _spoken(article: ArticleSummary) -> str:
    """What a screen reader says: all that the row shows."""
    said = (article.title, words.article_status(article.status), str(article.published or ""), article.source)
    return ", ".join(part for part in said if part)


def _looked_at(article: ArticleSummary) -> str:
    """What the filter looks at."""
    return f"{article.title} {article.source} {article.published or ''}"
