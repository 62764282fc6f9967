"""Small parts: labels of second rank, the bar of progress, the notice at the top of the panel."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QProgressBar, QWidget

from dateline.gui import theme
from dateline.gui.review import look


class MutedLabel(QLabel):
    """Words that step back behind others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class Rule(QWidget):
    """A thin line between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.line())
        painter.end()


class Meter(QProgressBar):
    """A thin bar that says how far something is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(max(4, self.fontMetrics().height() // 4))

    def setValue(self, value: int) -> None:
        """Shows another value when the window is painted next; Qt's own paints the whole window at once."""
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        track = QRectF(self.rect())
        radius = track.height() / 2
        done = track.width() * self.value() / max(1, self.maximum())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for width, colour in ((track.width(), look.line()), (done, look.accent())):
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(0, 0, width, track.height()), radius, radius)
        painter.end()


class StillComboBox(QComboBox):
    """A choice that the wheel does not change: it stands in a card that is scrolled with the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Notice(QFrame):
    """A frame that is seen first."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.tint(look.accent(), 0.6), 1))
        painter.setBrush(theme.tint(look.accent(), 0.14))
        radius = self.fontMetrics().height() / 3
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
