"""Carrying a mention with the mouse to the slot that it fills: from the text, or from another slot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QDrag, QFontMetricsF, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from dateline.core.codebook import Term
from dateline.gui import theme

MIME = "application/x-dateline-mention"
"""The type of what is carried: the id of a mention of the open article."""
LONGEST = 40
"""Code points of a name that are shown while it is carried."""


def carry(widget: QWidget, id: str, name: str, term: Term | None) -> None:
    """Carries a mention until the button is let go; returns then."""
    carried = QMimeData()
    carried.setData(MIME, id.encode())
    drag = QDrag(widget)
    drag.setMimeData(carried)
    picture = _picture(widget, name if len(name) <= LONGEST else name[: LONGEST - 1] + "…", term)
    drag.setPixmap(picture)
    drag.setHotSpot(QPoint(-8, -8))
    drag.exec(Qt.DropAction.LinkAction)


def carried(data: QMimeData) -> str | None:
    """The id of the mention that is carried; None where it is something else."""
    return bytes(data.data(MIME).data()).decode("ascii", "replace") if data.hasFormat(MIME) else None


def _picture(widget: QWidget, name: str, term: Term | None) -> QPixmap:
    """The name in a chip of the label's colour."""
    metrics, scale = QFontMetricsF(widget.font()), widget.devicePixelRatioF()
    width, height = metrics.horizontalAdvance(name) + metrics.height(), metrics.height() * 1.5
    picture = QPixmap(round(width * scale), round(height * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(widget.font())
    painter.setPen(theme.colour(term))
    painter.setBrush(QColor(theme.current().raised))
    frame = picture.deviceIndependentSize()
    painter.drawRoundedRect(1, 1, round(frame.width()) - 2, round(frame.height()) - 2, 5, 5)
    painter.setPen(QColor(theme.current().text))
    painter.drawText(0, 0, round(frame.width()), round(frame.height()), Qt.AlignmentFlag.AlignCenter, name)
    painter.end()
    return picture


class Grip(QObject):
    """Lets a widget be taken hold of: pulling it, as far as the system wants for a drag, calls `pulled`."""

    def __init__(self, widget: QWidget, pulled: Callable[[], object]) -> None:
        super().__init__(widget)
        self._pulled = pulled
        self._from: QPoint | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            here = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._from = here
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._from = None
            elif event.type() == QEvent.Type.MouseMove and self._far(here):
                self._from = None
                self._pulled()
                return True
        return False

    def _far(self, here: QPoint) -> bool:
        held = self._from
        return held is not None and (here - held).manhattanLength() >= QApplication.startDragDistance()
