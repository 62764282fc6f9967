"""Labels of second rank, and the notice at the top of the panel; both dressed from the palette."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from dateline.gui.review import look


class MutedLabel(QLabel):
    """Words that step back behind others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dressing = False
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The label's own palette must be made anew when its parent's changes, and that is a change too.
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ParentChange) and not self._dressing:
            self._dress()

    def _dress(self) -> None:
        parent = self.parentWidget()
        around = parent.palette() if parent else QPalette()
        ink = look.mix(around.color(QPalette.ColorRole.Window), around.color(QPalette.ColorRole.WindowText), look.MUTED)
        own = QPalette()
        own.setColor(QPalette.ColorRole.WindowText, ink)
        self._dressing = True
        self.setPalette(own)
        self._dressing = False


class Notice(QFrame):
    """A frame in the tint of what is selected."""

    def paintEvent(self, event: QPaintEvent) -> None:
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.tint(accent, 0.6), 1))
        painter.setBrush(look.tint(accent, 0.14))
        radius = self.fontMetrics().height() / 3
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
