"""Which marks lie where: an index of what is to be drawn, by paragraph, without Qt.

A mark is one record's stretch of one paragraph. `depth` counts the mentions that contain it, `height` those it
contains: the painter widens outer boxes by it, so that nested and crossing mentions are all visible.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.core.annotation import Event, Mention, Quote, Record, Status, anchor
from dateline.core.review import ReviewState


@dataclass(frozen=True, slots=True)
class Mark:
    """A record's stretch within one paragraph, in code points of the whole text."""

    record: Record
    start: int
    end: int
    height: int
    first: bool
    """Whether the record begins in this paragraph (its tag is drawn there)."""

    @property
    def kind(self) -> type:
        return type(self.record)


class MarkIndex:
    """The marks of a state, by paragraph; renewed a paragraph at a time as records change."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = [0, *(m.end() for m in re.finditer("\n", text))]
        self._length = len(text)
        self._records: list[dict[str, Record]] = [{} for _ in self.starts]
        self._marks: list[Sequence[Mark] | None] = [()] * len(self.starts)

    def fill(self, state: ReviewState) -> None:
        """Takes in every visible record of a state."""
        for records in self._records:
            records.clear()
        self._marks = [()] * len(self.starts)
        for record in state.records():
            self._put(record)

    def renew(self, before: Record | None, after: Record | None) -> None:
        """Takes in one change of a record."""
        if before is not None:
            for paragraph in self.paragraphs(before):
                self._records[paragraph].pop(before.id, None)
                self._marks[paragraph] = None
        if after is not None:
            self._put(after)

    def _put(self, record: Record) -> None:
        if record.status is Status.REJECTED:
            return
        for paragraph in self.paragraphs(record):
            self._records[paragraph][record.id] = record
            self._marks[paragraph] = None

    def paragraph_at(self, position: int) -> int:
        """The paragraph that holds a position."""
        return bisect_right(self.starts, position) - 1

    def paragraphs(self, record: Record) -> range:
        """The paragraphs that a record touches."""
        span = anchor(record)
        return range(self.paragraph_at(span.start), self.paragraph_at(span.end - 1) + 1)

    def marks(self, paragraph: int) -> Sequence[Mark]:
        """The marks of a paragraph, outer before inner, mentions before triggers."""
        if not 0 <= paragraph < len(self._marks):
            return ()
        marks = self._marks[paragraph]
        if marks is None:
            marks = self._marks[paragraph] = self._lay(paragraph)
        return marks

    def _lay(self, paragraph: int) -> Sequence[Mark]:
        start = self.starts[paragraph]
        end = self.starts[paragraph + 1] - 1 if paragraph + 1 < len(self.starts) else self._length
        records = sorted(self._records[paragraph].values(), key=_order)
        mentions = [r for r in records if isinstance(r, Mention)]
        heights = _heights(mentions)
        return tuple(
            Mark(
                record,
                max(anchor(record).start, start),
                min(anchor(record).end, end),
                heights.get(record.id, 0),
                anchor(record).start >= start,
            )
            for record in records
        )

    def at(self, position: int) -> list[Record]:
        """The records that cover a position, the innermost first: what repeated clicks walk through."""
        covering = [m.record for m in self.marks(self.paragraph_at(position)) if m.start <= position < m.end]
        mentions_first = [r for r in covering if not isinstance(r, Quote)]
        quotes = [r for r in covering if isinstance(r, Quote)]
        return sorted(mentions_first, key=lambda r: len(anchor(r))) + quotes


def _order(record: Record) -> tuple[int, int, int]:
    rank = 0 if isinstance(record, Quote) else 2 if isinstance(record, Event) else 1
    span = anchor(record)
    return rank, span.start, -span.end


def _heights(mentions: Iterable[Mention]) -> dict[str, int]:
    """How many mentions lie inside each one, at most; crossing ones count as if they were nested."""
    heights: dict[str, int] = {}
    open_: list[Mention] = []
    for mention in mentions:
        open_ = [m for m in open_ if m.span.end > mention.span.start]
        for level, outer in enumerate(reversed(open_), 1):
            heights[outer.id] = max(heights.get(outer.id, 0), level)
        open_.append(mention)
        heights.setdefault(mention.id, 0)
    return heights
