"""The shapes of chips and the measures of rows; colours come from the theme and the codebook."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from dateline.core.annotation import Status
from dateline.gui import theme


class Shape(Enum):
    """How a chip is drawn. The state of a record never depends on colour alone."""

    OUTLINE = "outline"
    FILLED = "filled"
    HATCHED = "hatched"
    DASHED = "dashed"
    PLAIN = "plain"


SHAPES = {
    Status.SUGGESTED: Shape.OUTLINE,
    Status.ACCEPTED: Shape.FILLED,
    Status.FLAGGED: Shape.HATCHED,
    Status.REJECTED: Shape.DASHED,
}


def accent() -> QColor:
    """For what is current, armed or missing."""
    return QColor(theme.current().accent)


def muted() -> QColor:
    """For words of second rank."""
    return QColor(theme.current().muted)


def line() -> QColor:
    """For borders and lines that divide."""
    return QColor(theme.current().line)


def pad(metrics: QFontMetricsF) -> float:
    """The unit that distances are multiples of: half the height of a line of text."""
    return metrics.height() / 2


def draw_chip(painter: QPainter, rect: QRectF, text: str, colour: QColor, shape: Shape, ink: QColor) -> None:
    """A pill with words in it, in the painter's font. `ink`: the colour of the words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = rect.height() / 2.6
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape is Shape.FILLED:
        painter.setBrush(theme.tint(colour, 0.24))
    elif shape is Shape.HATCHED:
        painter.setPen(QPen(theme.tint(colour, 0.7), 1, Qt.PenStyle.DotLine))
        painter.setBrush(QBrush(theme.tint(colour, 0.28), Qt.BrushStyle.BDiagPattern))
    elif shape is not Shape.PLAIN:
        style = Qt.PenStyle.DashLine if shape is Shape.DASHED else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.tint(colour, 0.75), 1, style))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
