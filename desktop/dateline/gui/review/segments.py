"""A light bar of segments to choose a tab from; as narrow as its words allow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from dateline.gui import theme
from dateline.gui.review import look


class SegmentBar(QTabBar):
    """A `QTabBar`, with its keys and its accessibility, drawn as segments from the palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def tabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.tabText(index)) + metrics.height() // 2
        return QSize(width, round(metrics.height() * 1.9))

    def minimumTabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.height() * 2, self.tabSizeHint(index).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.WindowText)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = track.height() / 5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.line())
        if theme.current() is theme.CONTRAST:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.line())
        painter.drawRoundedRect(track, radius, radius)
        for index in range(self.count()):
            rect = QRectF(self.tabRect(index)).adjusted(2, 2, -2, -2)
            current = index == self.currentIndex()
            if current:
                painter.setBrush(palette.color(QPalette.ColorRole.Base))
                painter.setPen(QPen(look.accent(), 1.6) if self.hasFocus() else QPen(look.line(), 1))
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            painter.setPen(text if current else look.muted())
            words = self.fontMetrics().elidedText(self.tabText(index), Qt.TextElideMode.ElideRight, round(rect.width()))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
