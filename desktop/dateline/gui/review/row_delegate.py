"""Paints a `Row` on two lines: chip and words above, the explanation below. All rows are equally high."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dateline.core.annotation import Status
from dateline.gui import theme
from dateline.gui.review import look
from dateline.gui.review.record_model import NEW_GROUP, ROW
from dateline.gui.review.wording import Row

Index = QModelIndex | QPersistentModelIndex


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, edge: bool = True) -> None:
    """The ground of a row: a tint under the mouse, that of a selection and a bar at the edge where it is current.

    Without `edge` there is no bar: what is painted is not the left end of the row.
    """
    rect = QRectF(option.rect)
    state = option.state
    accent = look.accent()
    if state & QStyle.StateFlag.State_Selected:
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.fillRect(rect, QColor(theme.current().selection))
        bar = look.pad(QFontMetricsF(option.font)) * (0.5 if focused else 0.3)
        if edge:
            painter.fillRect(QRectF(rect.left(), rect.top(), bar, rect.height()), accent)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.tint(accent, 0.06))


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of every list of records."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetricsF(option.font)
        return QSize(round(look.pad(metrics) * 16), round(metrics.height() * 2 + look.pad(metrics) * 1.9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setClipRect(option.rect)
        paint_ground(painter, option)
        self._paint(painter, option, row)
        if index.data(NEW_GROUP):
            top = QRectF(option.rect).topLeft()
            painter.setPen(QPen(look.muted(), 1))
            painter.drawLine(top, QPointF(option.rect.right(), top.y()))
        painter.restore()

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        palette: QPalette = option.palette
        base = QFont(option.font)
        metrics = QFontMetricsF(base)
        unit = look.pad(metrics)
        box = QRectF(option.rect).adjusted(unit * 1.1, unit * 0.7, -unit, -unit * 0.7)
        ink = palette.color(QPalette.ColorRole.Text)
        faint = theme.second(option)
        if row.status is Status.FLAGGED:
            ink = faint

        small = QFont(base)
        small.setPointSizeF(base.pointSizeF() * 0.88)
        small_metrics = QFontMetricsF(small)
        colour = theme.colour(row.term)
        chip = small_metrics.elidedText(row.chip, Qt.TextElideMode.ElideRight, box.width() * 0.45)
        chip_box = QRectF(
            box.left(), box.top(), small_metrics.horizontalAdvance(chip) + unit * 1.4, metrics.height() + unit * 0.2
        )
        painter.setFont(small)
        look.draw_chip(painter, chip_box, chip, colour, look.SHAPES[row.status], colour)

        right = 0.0
        if row.right:
            right = small_metrics.horizontalAdvance(row.right) + unit
            painter.setPen(faint)
            beside = QRectF(box.left(), chip_box.top(), box.width(), chip_box.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.right)

        strong = QFont(base)
        strong.setWeight(QFont.Weight.DemiBold)
        words_box = QRectF(chip_box.right() + unit * 0.8, box.top(), 0, chip_box.height())
        words_box.setRight(box.right() - right)
        painter.setFont(strong)
        painter.setPen(ink)
        words = QFontMetricsF(strong).elidedText(row.words, Qt.TextElideMode.ElideRight, words_box.width())
        painter.drawText(words_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

        painter.setFont(small)
        painter.setPen(faint)
        detail = small_metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, box.width())
        below = QRectF(box.left(), chip_box.bottom() + unit * 0.3, box.width(), small_metrics.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, detail)
