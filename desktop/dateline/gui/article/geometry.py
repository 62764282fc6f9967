"""Where stretches of the text are on the page: code points to rectangles, by way of Qt's own line layout."""

from __future__ import annotations

import re
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from dateline.core.offsets import OffsetMap


class Geometry:
    """Rectangles in document coordinates. They hold until the document is laid out anew (`forget`)."""

    def __init__(self, document: QTextDocument, offsets: OffsetMap) -> None:
        self._document = document
        self._offsets = offsets
        self._cache: dict[tuple[int, int], tuple[QRectF, ...]] = {}

    def forget(self) -> None:
        """The layout changed: another width, font or zoom."""
        self._cache.clear()

    def rects(self, start: int, end: int) -> tuple[QRectF, ...]:
        """One rectangle a line for `start..end` (code points), as high as the letters are.

        Where a paragraph holds words from right to left, one for each stretch of a line that is read in one direction.
        """
        key = (start, end)
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = tuple(self._measure(start, end))
        return found

    def _measure(self, start: int, end: int) -> list[QRectF]:
        start_u16, end_u16 = self._offsets.to_u16(start), self._offsets.to_u16(end)
        rects: list[QRectF] = []
        block = self._document.findBlock(start_u16)
        while block.isValid() and block.position() < end_u16:
            rects += self._in_block(block, start_u16 - block.position(), end_u16 - block.position())
            block = block.next()
        return rects

    def _in_block(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        layout = block.layout()
        origin: QPointF = self._document.documentLayout().blockBoundingRect(block).topLeft()
        text = block.text()
        start, end = max(start, 0), min(end, block.length() - 1)
        rects: list[QRectF] = []
        line: QTextLine = layout.lineForTextPosition(start)
        number = line.lineNumber() if line.isValid() else layout.lineCount()
        both_ways = _FROM_RIGHT.search(text) is not None
        while number < layout.lineCount():
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            stop = line.textStart() + line.textLength()
            last = min(end, stop)
            if first >= end:
                break
            while last == stop and last > first and text[last - 1 : last].isspace():
                last = stop = stop - 1  # the blank at which the line was broken hangs over the margin
            if last > first:
                height = line.ascent() + line.descent()
                for x1, x2 in _runs(line, first, last) if both_ways else [(_x(line, first), _x(line, last))]:
                    width = max(abs(x2 - x1), 1.0)
                    rects.append(QRectF(origin.x() + min(x1, x2), origin.y() + line.y(), width, height))
            number += 1
        return rects


_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that are written from right to left, and the marks that make others so (Unicode's blocks of scripts)."""


def _runs(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """The stretches of a line (UTF-16) that are read in one direction.

    `cursorToX` answers the end of the stretch before, where one of the other direction begins.
    """
    found: list[tuple[bool, float, float]] = []
    for run in line.glyphRuns(start, end - start):
        box, from_right = run.boundingRect(), run.isRightToLeft()
        left, right = box.left(), box.right()
        if found and found[-1][0] == from_right and left <= found[-1][2] + 1 and right >= found[-1][1] - 1:
            _, others_left, others_right = found.pop()  # another font, or a part of the same one
            left, right = min(left, others_left), max(right, others_right)
        found.append((from_right, left, right))
    return [(left, right) for _, left, right in found] or [(_x(line, start), _x(line, end))]


def _x(line: QTextLine, position_u16: int) -> float:
    """Where a position stands in its line; the stubs do not know that `cursorToX` answers a pair."""
    return float(cast("tuple[float, int]", line.cursorToX(position_u16))[0])
