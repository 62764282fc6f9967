"""Which paragraphs of a document are in view, found without laying out what lies beyond them."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextDocument

NEAR = 100
"""Paragraphs up to which the one at the top is looked for by walking, which lays out nothing beyond it."""


class VisibleParagraphs:
    """Looks from where it found the view the last time: one mostly scrolls a little."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._top = 0

    def between(self, top: float, bottom: float) -> range:
        """The numbers of the paragraphs between two heights of the document, and of the one before them."""
        layout = self._document.documentLayout()
        block = self._block_at(top)
        first = last = self._top = block.blockNumber()
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            last = block.blockNumber()
            block = block.next()
        return range(max(first - 1, 0), last + 1)

    def _block_at(self, y: float) -> QTextBlock:
        """The paragraph at a height: near the one that was at the top, else by halving.

        Qt's own search begins at the first line, and between two paragraphs it answers with the last of all.
        """
        document = self._document
        top_of = document.documentLayout().blockBoundingRect
        block = document.findBlockByNumber(self._top)
        for _ in range(NEAR):
            following = block.next()
            if block.previous().isValid() and top_of(block).top() > y:
                block = block.previous()
            elif following.isValid() and top_of(following).top() <= y:
                block = following
            elif block.isValid():
                return block
        low, high = 0, document.blockCount() - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if top_of(document.findBlockByNumber(middle)).top() <= y else (low, middle - 1)
        return document.findBlockByNumber(low)
