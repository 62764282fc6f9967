"""The list of hits: a row for each article, below it a row for each hit, and which of them are ticked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dateline.core.find import Hit
from dateline.core.ports import HitLine
from dateline.gui import rows, words
from dateline.gui.dates import short_day
from dateline.services import searching
from dateline.services.searching import FoundArticle

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""What a row shows: its article and its `Hit`, None in the row of the article itself."""
Row = tuple[FoundArticle, Hit | None]
_CHECK = Qt.ItemDataRole.CheckStateRole
_CHECKED, _UNCHECKED, _PARTLY = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


class HitModel(QAbstractTableModel):
    """Grows at its end while a search goes on. One column, as only a table takes new rows without a new layout."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self._rows: list[Row] = []
        self._tickable = self._titled = 0
        self._ticked: set[int] = set()

    def clear(self) -> None:
        """Shows nothing."""
        self.beginResetModel()
        self._rows, self._ticked = [], set()
        self._tickable = self._titled = 0
        self.endResetModel()

    def add(self, found: Iterable[FoundArticle]) -> None:
        """Shows more articles, below those that are there."""
        more: list[Row] = []
        for article in found:
            more += [(article, None), *((article, hit) for hit in article.hits)]
            self._tickable += len(article.hits)
            self._titled += len(article.in_title)
        if more:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def row(self, row: int) -> Row | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def is_hit(self, row: int) -> bool:
        """Whether a row shows a hit: one of the text, or a title with the words in it."""
        article, hit = self._rows[row]
        return hit is not None or bool(article.in_title)

    # -- ticks -------------------------------------------------------------------------------------------------

    def ticked(self) -> dict[str, list[Hit]]:
        """The hits that are ticked, by article."""
        found: dict[str, list[Hit]] = {}
        for row in sorted(self._ticked):
            article, hit = self._rows[row]
            if hit is not None:
                found.setdefault(article.id, []).append(hit)
        return found

    def ticked_lines(self) -> list[HitLine]:
        """The hits that are ticked, with their articles."""
        rows = [self._rows[row] for row in sorted(self._ticked)]
        return [searching.line(article, hit) for article, hit in rows if hit is not None]

    def ticked_rows(self) -> list[int]:
        return sorted(self._ticked)

    def count_ticked(self) -> int:
        return len(self._ticked)

    def count_tickable(self) -> int:
        """How many hits stand in texts; titles have none to be ticked."""
        return self._tickable

    def count_hits(self) -> int:
        """How many hits are shown, those in titles too."""
        return self._tickable + self._titled

    def tick(self, wanted: Iterable[int], on: bool) -> None:
        """Ticks rows or not; the row of an article stands for all of its hits."""
        chosen = {row for one in wanted for row in self._hits_of(one)}
        self._ticked = self._ticked | chosen if on else self._ticked - chosen
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0), [_CHECK])

    def tick_all(self, on: bool) -> None:
        self.tick(range(len(self._rows)), on)

    def toggle(self, wanted: Sequence[int]) -> None:
        """Ticks rows, or where all of them are ticked takes the ticks away."""
        hits = {row for one in wanted for row in self._hits_of(one)}
        self.tick(wanted, not hits <= self._ticked)

    def _hits_of(self, row: int) -> range:
        article, hit = self._rows[row]
        return range(row, row + 1) if hit is not None else range(row + 1, row + 1 + len(article.hits))

    def _state(self, row: int) -> Qt.CheckState | None:
        hits = self._hits_of(row)
        if not hits:
            return None
        if self._rows[row][1] is not None:
            return _CHECKED if row in self._ticked else _UNCHECKED
        ticked = sum(hit in self._ticked for hit in hits)
        return _UNCHECKED if not ticked else _CHECKED if ticked == len(hits) else _PARTLY

    # -- what Qt asks ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.data(_CHECK) is not None else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role == _CHECK:
            return self._state(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(*row)
        if role == Qt.ItemDataRole.ToolTipRole and row[1] is None:
            return words.tip(row[0].title)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK or not index.isValid():
            return False
        self.tick([index.row()], Qt.CheckState(value) != _UNCHECKED)
        return True

    def _said(self, article: FoundArticle, hit: Hit | None) -> str:
        if hit is not None:
            return f"{hit.before}{hit.words}{hit.after}"
        return " · ".join(part for part in (article.title, self.where(article), self.number(article)) if part)

    def where(self, article: FoundArticle) -> str:
        """Date and source of an article."""
        day = short_day(article.published, self.language) if article.published else ""
        return " · ".join(part for part in (day, article.source) if part)

    def number(self, article: FoundArticle) -> str:
        """How many hits an article has, in words."""
        return self.tr("%Ln hit(s)", "", article.count)

    # -- for Excel ---------------------------------------------------------------------------------------------

    def lines(self, wanted: Iterable[int]) -> list[str]:
        """Rows as lines of cells: article, date, source, what stands before, the words, what stands after.

        The row of an article stands for all of its hits.
        """
        chosen = {row for one in wanted for row in (one, *self._hits_of(one))}
        return [rows.line(_cells(one)) for row in sorted(chosen) for one in self._lines(*self._rows[row])]

    def _lines(self, article: FoundArticle, hit: Hit | None) -> Iterable[HitLine]:
        return searching.title_lines(article) if hit is None else [searching.line(article, hit)]


def _cells(one: HitLine) -> list[str]:
    day = one.published.isoformat() if one.published else ""
    return [one.title, day, one.source, one.hit.before, one.hit.words, one.hit.after]
