"""How an article looks in the list: its status as a shape, its title, below it date, source and what is open."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dateline.core.article import ArticleStatus, ArticleSummary
from dateline.gui import theme, words
from dateline.gui.dates import short_day
from dateline.gui.library.model import SUMMARY
from dateline.gui.workbench import Workbench


class ArticleDelegate(QStyledItemDelegate):
    """Two lines: the title, and below it date, source and what is open."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench = workbench

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, int(option.fontMetrics.height() * 3.1))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        article = index.data(SUMMARY)
        shades = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state = option.state
        if not isinstance(article, ArticleSummary):
            self._gap(painter, rect, option.fontMetrics.height())
            painter.restore()
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shades.selection))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
        em = option.fontMetrics.height()
        self._dot(painter, QRectF(rect.left() + em * 0.8, rect.top() + em * 0.62, em * 0.6, em * 0.6), article)
        left, width = rect.left() + em * 1.9, rect.width() - em * 2.6
        title = QFont(option.font)
        title.setWeight(QFont.Weight.Normal if article.status is ArticleStatus.DONE else QFont.Weight.DemiBold)
        painter.setFont(title)
        painter.setPen(QColor(shades.text))
        line = QRectF(left, rect.top() + em * 0.4, width, em * 1.2)
        if article.noted:
            self._note(painter, QRectF(line.right() - em * 0.6, line.top() + em * 0.25, em * 0.6, em * 0.7))
            line.setRight(line.right() - em)
            painter.setPen(QColor(shades.text))
        shown = painter.fontMetrics().elidedText(article.title, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(theme.second(option))
        below = QRectF(left, rect.top() + em * 1.55, width, em * 1.2)
        right = self._right_words(article)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, right)
        room = int(width - painter.fontMetrics().horizontalAdvance(right) - em)
        left_words = painter.fontMetrics().elidedText(self._left_words(article), Qt.TextElideMode.ElideRight, room)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, left_words)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(shades.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
        painter.restore()

    def _left_words(self, article: ArticleSummary) -> str:
        day = short_day(article.published, self._workbench.language) if article.published else ""
        return " · ".join(part for part in (day, article.source) if part)

    def _right_words(self, article: ArticleSummary) -> str:
        if article.open:
            return self.tr("%n open", "", article.open)
        return words.article_status(article.status)

    def _gap(self, painter: QPainter, rect: QRect, em: int) -> None:
        """A row that has not been read yet: two bars where its lines will be."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().line))
        left, width = rect.left() + em * 1.9, rect.width() - em * 2.6
        painter.drawRoundedRect(QRectF(left, rect.top() + em * 0.7, width * 0.8, em * 0.5), 3, 3)
        painter.drawRoundedRect(QRectF(left, rect.top() + em * 1.9, width * 0.4, em * 0.4), 3, 3)

    def _note(self, painter: QPainter, place: QRectF) -> None:
        """A sheet with lines: the article has a note."""
        painter.setPen(QPen(QColor(theme.current().muted), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, 1.5, 1.5)
        for share in (0.3, 0.52, 0.74):
            y = place.top() + place.height() * share
            painter.drawLine(QPointF(place.left() + place.width() * 0.22, y), QPointF(place.right() - 2.0, y))

    def _dot(self, painter: QPainter, place: QRectF, article: ArticleSummary) -> None:
        """The status by shape: empty ring, half, full, tick, triangle."""
        shades = theme.current()
        accent = QColor(shades.accent)
        painter.setPen(QPen(accent, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        match article.status:
            case ArticleStatus.NEW:
                painter.setPen(QPen(QColor(shades.muted), 1.4, Qt.PenStyle.DotLine))
                painter.drawEllipse(place)
            case ArticleStatus.SUGGESTED:
                painter.drawEllipse(place)
            case ArticleStatus.IN_REVIEW:
                painter.drawEllipse(place)
                painter.setBrush(accent)
                painter.drawPie(place, 90 * 16, -180 * 16)
            case ArticleStatus.DONE:
                painter.setBrush(accent)
                painter.drawEllipse(place)
                painter.setPen(QPen(QColor(shades.on_accent), 1.6))
                x, y, size = place.left(), place.top(), place.width()
                painter.drawPolyline(
                    [
                        QPointF(x + size * 0.25, y + size * 0.52),
                        QPointF(x + size * 0.43, y + size * 0.70),
                        QPointF(x + size * 0.76, y + size * 0.32),
                    ]
                )
            case ArticleStatus.FLAGGED:
                painter.setBrush(QColor("#d97706"))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawPolygon([place.bottomLeft(), place.bottomRight(), QPointF(place.center().x(), place.top())])
