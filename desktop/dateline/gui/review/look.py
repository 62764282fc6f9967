"""Colours and shapes, computed from the palette: the only fixed colours are those of the codebook."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPalette, QPen

from dateline.core.annotation import Status
from dateline.core.codebook import Term


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


def is_dark(palette: QPalette) -> bool:
    """Whether light letters stand on a dark ground."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def colour_of(term: Term | None, palette: QPalette) -> QColor:
    """The colour of a term in the theme of the palette; that of the text where the codebook names none."""
    colour = QColor((term.dark if is_dark(palette) else term.light) if term else "")
    return colour if colour.isValid() else palette.color(QPalette.ColorRole.Text)


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """`ground` with a share (0 to 1) of `colour` in it."""
    a, b = ground.toRgb(), colour.toRgb()
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def tint(colour: QColor, alpha: float) -> QColor:
    """The colour, see-through; `alpha` from 0 (not there) to 1."""
    faint = QColor(colour)
    faint.setAlphaF(alpha)
    return faint


def muted(palette: QPalette) -> QColor:
    """For words of second rank; keeps a contrast of more than 4.5 to 1 in the usual themes."""
    return mix(palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text), 0.68)


def hairline(palette: QPalette) -> QColor:
    """For lines that divide."""
    return mix(palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text), 0.14)


def pad(metrics: QFontMetricsF) -> float:
    """The unit that distances are multiples of: half the height of a line of text."""
    return metrics.height() / 2


def draw_chip(painter: QPainter, rect: QRectF, text: str, colour: QColor, shape: Shape, ink: QColor) -> None:
    """A pill with words in it, in the painter's font. `ink`: the colour of the words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = rect.height() / 2.6
    body = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    if shape is Shape.FILLED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint(colour, 0.24))
    elif shape is Shape.HATCHED:
        painter.setPen(QPen(tint(colour, 0.7), 1, Qt.PenStyle.DotLine))
        painter.setBrush(QBrush(tint(colour, 0.28), Qt.BrushStyle.BDiagPattern))
    elif shape is Shape.PLAIN:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        style = Qt.PenStyle.DashLine if shape is Shape.DASHED else Qt.PenStyle.SolidLine
        painter.setPen(QPen(tint(colour, 0.75), 1, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(body, radius, radius)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
