"""How the text is set: the height of its lines, the gaps between paragraphs, the width of its column."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextEdit

from dateline.gui.preferences import MEASURE

LINE_HEIGHT = 195
"""Per cent of the font's height, so that tags fit between the lines."""
LINE_HEIGHT_BARE = 155
"""The same when the tags are hidden."""
_ENDLESS = re.compile(r"\S{2000}")
"""A word that is none: a picture in letters, a column of a table without blanks."""


class Typesetting:
    """Sets the text of a view in its font. `measure`: characters a line holds where there is room; `spacing`: what is
    added to the height of the lines, in per cent of the font's; `show_tags`: whether tags have their room.
    """

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self.measure = MEASURE
        self.spacing = 0
        self.show_tags = True

    def show(self, text: str) -> QTextDocument:
        """Sets a text into a document of its own, which the view shows from now on."""
        view = self._view
        document = QTextDocument(view)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(view.font())
        endless = _ENDLESS.search(text) is not None
        if endless:  # looking for a place to break, Qt would read the whole word anew for every line of it
            view.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(self._block_format())
        cursor.insertText(text)
        self._close_gaps(document)
        view.setDocument(document)
        if not endless:
            view.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.fit()
        return document

    def renew(self) -> None:
        """Sets the text anew, in another font, spacing or measure, with tags or without."""
        document = self._view.document()
        document.setDefaultFont(self._view.font())
        cursor = QTextCursor(document)
        cursor.beginEditBlock()  # or every paragraph that is touched lays out those below it anew
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(self._block_format())
        self._close_gaps(document)
        cursor.endEditBlock()
        self.fit()

    def fit(self) -> None:
        """Centres a comfortable line length in whatever width there is."""
        metrics = self._view.fontMetrics()
        letter = metrics.averageCharWidth()
        side = max((self._view.viewport().width() - letter * self.measure) / 2, letter * 3)
        frame = self._view.document().rootFrame()
        form = frame.frameFormat()
        if form.leftMargin() != side:
            form.setLeftMargin(side)
            form.setRightMargin(side)
            form.setTopMargin(letter * 2)
            form.setBottomMargin(metrics.height() * 4)
            frame.setFrameFormat(form)

    def _block_format(self) -> QTextBlockFormat:
        form = QTextBlockFormat()
        # Tags need their room: with them, lines never stand closer than it takes.
        height = LINE_HEIGHT + max(self.spacing, 0) if self.show_tags else LINE_HEIGHT_BARE + self.spacing
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setTopMargin(self._view.fontMetrics().height() * 0.2)
        return form

    def _close_gaps(self, document: QTextDocument) -> None:
        """Empty paragraphs take the height of a breath, not of a line."""
        gap = QTextBlockFormat()
        height = self._view.fontMetrics().height() * 0.35
        gap.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block = document.begin()
        while block.isValid():
            if not block.text().strip():
                QTextCursor(block).setBlockFormat(gap)
            block = block.next()
