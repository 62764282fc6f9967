"""The rows of the article list: which pass the filter, in which order, while they are still being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress, count, repeat
from operator import is_
from typing import cast

from PySide6.QtCore import QAbstractListModel, QElapsedTimer, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from dateline.core.article import ArticleSummary, Extract
from dateline.core.turkish import fold
from dateline.gui import words
from dateline.gui.library.folding import Folding
from dateline.gui.library.kinds import Only, Order, pick

SUMMARY = Qt.ItemDataRole.UserRole
_PATIENCE_MS = 250
"""How often a filtered or sorted list takes in what has been read meanwhile."""
_Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """The articles of the project that pass the filter, in the order chosen.

    A long list is there at once, with gaps: `begin` says how long it is and what stands around one place, `take` brings
    the rest, `fill` ends that. Meanwhile filter and order hold for what has been read.
    """

    counted = Signal()
    """There are more or fewer rows or articles, or the last of them has been read."""

    def __init__(self) -> None:
        super().__init__()
        self._all: dict[str, ArticleSummary] = {}
        self._gapped: list[ArticleSummary | None] | None = None
        """While the list is being read: every article at its place, None where it has not come yet."""
        self._renewed = False
        """Whether an article was renewed or dropped since the list was filled."""
        self._folding = Folding()
        self._shown: list[ArticleSummary | None] = []
        self._strays: set[str] = set()
        """Articles that no longer are what is listed, but were when they were opened."""
        self._kept: set[str] = set()
        """Articles that were renewed where they stand: they may be shown although the filter would not find them."""
        self._last_row = 0
        self._filter = ""
        self._order = Order.IMPORTED
        self._only = Only.ALL
        self._waited = QElapsedTimer()
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._fold_some)

    # -- what there is -----------------------------------------------------------------------------------------

    def fill(self, articles: Sequence[ArticleSummary]) -> None:
        """Shows these articles. What the filter looks at is made ready while nothing else is to be done."""
        self._all = {a.id: a for a in articles}
        self._gapped = None
        self._renewed = False
        self._folding.begin(self._all.values())
        self._idle.stop()
        if not self._folding.ready:
            self._idle.start()
        self._arrange()

    def begin(self, part: Extract) -> None:
        """Shows a part of a long list, at its place in it; the rest is still to come."""
        gapped: list[ArticleSummary | None] = [None] * part.total
        gapped[part.start : part.start + len(part.rows)] = part.rows
        self._idle.stop()
        self._all = {}
        self._folding.begin(())
        self._gapped = gapped
        self._know(part.rows)
        self._waited.start()
        self._arrange()

    def take(self, rows: Sequence[ArticleSummary], place: int) -> None:
        """What has been read of the articles from a place of the list on. With `fill` they all come into it."""
        self._know(rows)
        if self._gapped is None:
            return
        self._gapped[place : place + len(rows)] = rows
        if self._shown is self._gapped and len(rows) and place + len(rows) <= len(self._gapped):
            self.dataChanged.emit(self.index(place), self.index(place + len(rows) - 1))
        elif self._waited.elapsed() > _PATIENCE_MS:
            self._waited.restart()
            self._arrange()

    def close_gaps(self) -> None:
        """Nothing more will come: what has been read is the list."""
        if self._gapped is not None:
            self.fill([a for a in self._gapped if a is not None])

    def newest(self, articles: Sequence[ArticleSummary]) -> list[ArticleSummary]:
        """What is known of articles now: some were renewed or dropped since they were read."""
        known = self._all
        return [known[a.id] for a in articles if a.id in known] if self._renewed else list(articles)

    def _know(self, rows: Sequence[ArticleSummary]) -> None:
        self._all |= {a.id: a for a in rows}
        self._folding.add(rows)

    def drop(self, id: str) -> None:
        """An article is no longer in the project."""
        row = self.row_of(id)
        if self._all.pop(id, None) is None:
            return
        self._renewed = True
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()
        if self._gapped is not None and self._gapped is not self._shown:
            self._gapped = [a for a in self._gapped if a is None or a.id != id]
        self.counted.emit()

    def renew(self, id: str, **changes: object) -> None:
        """Takes in that an article has another status, title or number of open suggestions."""
        old = self._all.get(id)
        if old is None:
            return
        new = replace(old, **changes)  # type: ignore[arg-type]
        if new == old:
            return
        row = self.row_of(id)
        self._all[id] = new
        self._renewed = True
        self._folding.renew(new)
        if self._gapped is not None:
            self._gapped[:] = [new if a is old else a for a in self._gapped]
        fits = bool(pick(self._only, [new]))
        if row >= 0:
            self._shown[row] = new
            self._kept.add(id)
            self.dataChanged.emit(self.index(row), self.index(row))
            if not fits:
                self._strays.add(id)
        elif fits and self._only is not Only.ALL:
            self._arrange()

    def tidy(self, open_: str | None) -> None:
        """Takes away what is no longer listed; the article that is open stays until another one is."""
        for id in self._strays - {open_}:
            row = self.row_of(id)
            summary = self._shown[row] if row >= 0 else None
            if summary is not None and not pick(self._only, [summary]):
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._shown[row]
                self.endRemoveRows()
                self.counted.emit()
        self._strays &= {open_}

    # -- filter and order --------------------------------------------------------------------------------------

    def _fold_some(self) -> None:
        self._folding.some(self._all.get)
        if self._folding.ready:
            self._idle.stop()

    def _fold_all(self) -> None:
        while not self._folding.ready:
            self._fold_some()

    def narrow(self, typed: str) -> None:
        """Shows only articles whose title, source or date has every word typed."""
        if typed == self._filter:
            return
        before, self._filter = self._filter, typed
        if not (before.strip() and typed.startswith(before)):
            self._arrange()
            return
        # Whoever types on narrows what is shown already, and its order stays.
        known = set(fold(before).split())
        found = self._matching(self.shown, [word for word in fold(typed).split() if word not in known])
        if len(found) < len(self._shown):
            self._show(found)

    def sort_by(self, order: Order) -> None:
        """Sorts anew."""
        self._order = order
        self._arrange()

    def show_only(self, only: Only) -> None:
        """Lists only articles of a kind."""
        if only is not self._only:
            self._only = only
            self._arrange()

    @property
    def only(self) -> Only:
        return self._only

    def _matching(self, found: list[ArticleSummary], wanted: Sequence[str]) -> list[ArticleSummary]:
        if wanted:
            self._fold_all()
        return self._folding.having(found, wanted)

    def _arrange(self) -> None:
        self._strays.clear()
        self._kept.clear()
        plain = not self._filter.strip() and self._only is Only.ALL and self._order is Order.IMPORTED
        if self._gapped is not None and plain:
            self._show(self._gapped)
            return
        known = self._all.values() if self._gapped is None else [a for a in self._gapped if a is not None]
        found = self._matching(pick(self._only, known), fold(self._filter).split())
        match self._order:
            case Order.PUBLISHED:
                found.sort(key=lambda a: a.published.toordinal() if a.published else 0, reverse=True)
            case Order.TITLE:
                self._fold_all()
                found.sort(key=self._folding.key)
            case Order.OPEN:
                found.sort(key=lambda a: -a.open)
        self._show(found)

    def _show(self, shown: Sequence[ArticleSummary | None]) -> None:
        rows = shown if isinstance(shown, list) else list(shown)
        if _same(self._shown, rows):
            # The same articles at the same places: whoever scrolled somewhere stays there.
            self._shown = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self._shown = rows
            self.endResetModel()
        self.counted.emit()

    # -- reading -----------------------------------------------------------------------------------------------

    def row_of(self, id: str) -> int:
        """Where an article is in the list now; -1 where it is not shown."""
        last = self._shown[self._last_row] if self._last_row < len(self._shown) else None
        if last is not None and last.id == id:
            return self._last_row
        known = self._all.get(id)
        if known is None or not (id in self._kept or self._listed(known)):
            return -1
        # The very object first: to look into a hundred thousand of them takes five times as long.
        row = next(compress(count(), map(is_, self._shown, repeat(known))), -1)
        if row < 0:
            row = next((row for row, a in enumerate(self._shown) if a is not None and a.id == id), -1)
        if row >= 0:
            self._last_row = row
        return row

    def _listed(self, article: ArticleSummary) -> bool:
        """Whether an article is of the kind that is listed and passes the filter, as far as that is known already."""
        return self._folding.may_have(article, fold(self._filter).split()) and bool(pick(self._only, [article]))

    @property
    def shown(self) -> list[ArticleSummary]:
        """The articles in the list, as far as they have been read."""
        return [a for a in self._shown if a is not None] if self.loading else cast(list[ArticleSummary], self._shown)

    @property
    def loading(self) -> bool:
        """Whether articles are still to come."""
        return self._gapped is not None

    def total(self) -> int:
        """How many articles the project has."""
        return len(self._all) if self._gapped is None else len(self._gapped)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        article = self._shown[index.row()]
        if article is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return article.title
            case Qt.ItemDataRole.ToolTipRole:
                return words.tip(article.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(article)
            case Qt.ItemDataRole.UserRole:
                return article
        return None


def _same(old: Sequence[ArticleSummary | None], new: Sequence[ArticleSummary | None]) -> bool:
    """Whether two lists are of the same articles in the same order; gaps are like nothing but themselves."""
    if len(old) != len(new):
        return False
    if all(map(is_, old, new)):
        return True
    ids = [[a and a.id for a in rows] for rows in (old, new)]
    return None not in ids[0] and ids[0] == ids[1]


def _spoken(article: ArticleSummary) -> str:
    """What a screen reader says: all that the row shows."""
    status, noted = words.article_status(article.status), words.noted() if article.noted else ""
    said = (article.title, status, noted, str(article.published or ""), article.source)
    return ", ".join(part for part in said if part)
