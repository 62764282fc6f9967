"""Which record a point of the text, or the caret, is about; nested and crossing ones are picked in turn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextEdit

from dateline.core.annotation import Record, anchor
from dateline.gui.article.shown import ShownText
from dateline.gui.workbench import Workbench


class Picker:
    """Picks records of the text that a view shows, for the workbench. Points are those of its viewport."""

    def __init__(self, view: QTextEdit, shown: ShownText, bench: Workbench) -> None:
        self._view = view
        self._shown = shown
        self._bench = bench
        self._last: str | None = None

    def position_under(self, point: QPoint) -> int | None:
        """The code point whose letter lies under a point; None beside the text."""
        view, shown = self._view, self._shown
        document_point = point + QPoint(0, view.verticalScrollBar().value())
        letter = view.fontMetrics().height()
        # A tag above a paragraph's first line lies in the gap, one below its last line in what follows.
        for there in (point, point + QPoint(0, letter // 2), point - QPoint(0, letter // 2)):
            position = shown.offsets.from_u16(view.cursorForPosition(there).position())
            for candidate in (position, position - 1):
                if 0 <= candidate < len(shown.content):
                    for rect in shown.geometry.rects(candidate, candidate + 1):
                        if rect.adjusted(-2, -rect.height() * 0.6, 2, rect.height() * 0.6).contains(document_point):
                            return candidate
        return None

    def under(self, point: QPoint) -> Sequence[Record]:
        """The records that lie under a point, the one that is picked first at the front."""
        position = self.position_under(point)
        return self._shown.marks.at(position) if position is not None else ()

    def pick(self, point: QPoint) -> None:
        """Selects the record under a point; picking again takes the next one that lies there."""
        ids = [record.id for record in self.under(point)]
        self._bench.select_range(None)
        if not ids:
            self._last = None
            self._bench.select(None)
            self._bench.choose_event(None)
            return
        again = self._last in ids and self._bench.selection == self._last
        self._last = _after(self._last, ids) if again and self._last is not None else ids[0]
        self._bench.select(self._last, reveal=False)

    def pick_next_here(self) -> None:
        """The keyboard's way through nested and crossing records."""
        record = self._bench.selected_record()
        ids = [r.id for r in self._shown.marks.at(anchor(record).start)] if record is not None else []
        if record is not None and record.id in ids:
            self._bench.select(_after(record.id, ids), reveal=False)

    def pick_at(self, position: int) -> None:
        """What the caret stands on is selected; beside all marks nothing is, but the current event stays current."""
        self._bench.select_range(None)
        records = self._shown.marks.at(position)
        self._bench.select(records[0].id if records else None, reveal=False)


def _after(id: str, ids: Sequence[str]) -> str:
    return ids[(ids.index(id) + 1) % len(ids)]
