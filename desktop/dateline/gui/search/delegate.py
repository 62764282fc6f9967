"""Paints the list of hits: articles as headings, hits in the middle of their context, one below the other."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem, QWidget

from dateline.core.find import Hit
from dateline.core.spans import Span
from dateline.gui import theme
from dateline.gui.article.painter import HIT
from dateline.gui.review import look
from dateline.gui.review.row_delegate import paint_ground
from dateline.gui.search.model import ROW, HitModel
from dateline.services.searching import FoundArticle

Index = QModelIndex | QPersistentModelIndex
_BEFORE = 0.42
"""The part of a row that the context before the words has."""
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute
_ELIDE_LEFT, _ELIDE_RIGHT = Qt.TextElideMode.ElideLeft, Qt.TextElideMode.ElideRight


class HitDelegate(QStyledItemDelegate):
    """All rows are equally high. A click on a check box ticks, one beside it goes there."""

    def __init__(self, model: HitModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, round(option.fontMetrics.height() * 1.75))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if row is None:
            return
        article, hit = row
        painter.save()
        painter.setClipRect(option.rect)
        shades = theme.current()
        painter.fillRect(option.rect, QColor(shades.raised if hit is None else shades.surface))
        paint_ground(painter, option)
        self._paint_box(painter, option, index)
        painter.setFont(option.font)
        unit = look.pad(QFontMetricsF(option.font))
        box = QRectF(option.rect).adjusted(
            self._box(option, hit is not None).right() + unit - option.rect.left(), 0, -unit, 0
        )
        if hit is None:
            self._paint_article(painter, option, box, article)
        else:
            self._paint_hit(painter, option, box, hit)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.accent(), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _box(self, option: QStyleOptionViewItem, inner: bool) -> QRectF:
        side = option.fontMetrics.height() * 0.9
        left = option.rect.left() + option.fontMetrics.height() * (1.8 if inner else 0.6)
        return QRectF(left, option.rect.center().y() - side / 2 + 0.5, side, side)

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        flag = {
            Qt.CheckState.Checked: QStyle.StateFlag.State_On,
            Qt.CheckState.Unchecked: QStyle.StateFlag.State_Off,
            Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
        }[state]
        button = QStyleOptionButton()
        button.rect = self._box(option, index.data(ROW)[1] is not None).toAlignedRect()
        button.palette = option.palette
        button.state = flag | QStyle.StateFlag.State_Enabled
        widget = self.parent()
        assert isinstance(widget, QWidget)
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, button, painter, widget)

    def _paint_article(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, article: FoundArticle
    ) -> None:
        unit = look.pad(QFontMetricsF(option.font))
        painter.setPen(look.muted())
        number = self._model.number(article)
        painter.drawText(box, _RIGHT | _MIDDLE, number)
        box.setRight(box.right() - QFontMetricsF(option.font).horizontalAdvance(number) - unit * 2)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(strong)
        where = self._model.where(article)
        room = box.width() - min(QFontMetricsF(option.font).horizontalAdvance(where), box.width() * 0.4) - unit * 2
        shown = metrics.elidedText(article.title.replace("\n", " "), _ELIDE_RIGHT, room)
        self._light(painter, metrics, box, shown, [s for s in article.in_title if s.end <= len(shown)])
        painter.setFont(strong)
        painter.setPen(option.palette.text().color())
        painter.drawText(box, _LEFT | _MIDDLE, shown)
        box.setLeft(box.left() + metrics.horizontalAdvance(shown) + unit * 2)
        painter.setFont(option.font)
        painter.setPen(look.muted())
        where = QFontMetricsF(option.font).elidedText(where, _ELIDE_RIGHT, box.width())
        painter.drawText(box, _LEFT | _MIDDLE, where)

    def _light(self, painter: QPainter, metrics: QFontMetricsF, box: QRectF, title: str, spans: list[Span]) -> None:
        """Lights the words that were found in a title."""
        if right_to_left(title):
            spans = [Span(0, len(title))] if spans else []
        for span in spans:
            left = box.left() + metrics.horizontalAdvance(title[: span.start])
            width = metrics.horizontalAdvance(span.of(title))
            painter.fillRect(
                QRectF(left - 1, box.center().y() - metrics.height() / 2, width + 2, metrics.height()),
                theme.tint(QColor(HIT), 0.35),
            )

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, hit: Hit) -> None:
        """Words in bold at one place in all rows; where the text runs from right to left, the row does too."""
        mirrored = right_to_left(hit.before + hit.words + hit.after)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        metrics = QFontMetricsF(option.font)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.Bold)
        bold = QFontMetricsF(strong)
        blank = metrics.horizontalAdvance(" ")
        middle = box.width() * _BEFORE
        words = bold.elidedText(hit.words, _ELIDE_RIGHT, box.width() - middle)
        width = bold.horizontalAdvance(words)

        def part(start: float, end: float) -> QRectF:
            """A stretch of the row, counted from where its text begins."""
            left = box.right() - end if mirrored else box.left() + start
            return QRectF(left, box.top(), max(end - start, 0), box.height())

        place = part(middle, middle + width)
        painter.fillRect(
            QRectF(place.left() - 1, box.center().y() - metrics.height() / 2, width + 2, metrics.height()),
            theme.tint(QColor(HIT), 0.35),
        )
        begin, end = (_RIGHT, _LEFT) if mirrored else (_LEFT, _RIGHT)
        painter.setPen(option.palette.text().color())
        painter.setFont(strong)
        painter.drawText(place, begin | _MIDDLE | _ABSOLUTE, words)
        painter.setFont(option.font)
        painter.setPen(look.muted())
        before, after = hit.before.rstrip(), hit.after.lstrip()
        gap = blank if hit.before != before else 0
        room = part(0, middle - gap)
        painter.drawText(room, end | _MIDDLE | _ABSOLUTE, metrics.elidedText(before, _ELIDE_LEFT, room.width()))
        gap = blank if hit.after != after else 0
        room = part(middle + width + gap, box.width())
        painter.drawText(room, begin | _MIDDLE | _ABSOLUTE, metrics.elidedText(after, _ELIDE_RIGHT, room.width()))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
            and event.button() == Qt.MouseButton.LeftButton
            and index.data(Qt.ItemDataRole.CheckStateRole) is not None
            and self._box(option, index.data(ROW)[1] is not None).adjusted(-5, -5, 5, 5).contains(event.position())
        ):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._model.toggle([index.row()])
            return True
        return False


def right_to_left(text: str) -> bool:
    """Whether a text runs from right to left, as the Unicode bidirectional algorithm says (P2): its first letter."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False
