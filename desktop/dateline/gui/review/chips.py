"""Buttons that look like the chips of the lists, and the chip of a mention with its way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from dateline.core.codebook import Term
from dateline.gui import theme, words
from dateline.gui.dragging import Grip
from dateline.gui.review import look
from dateline.gui.review.look import Shape


class ChipButton(QAbstractButton):
    """A pill with words. Checkable chips are filled while checked, outlined while not."""

    def __init__(self, parent: QWidget | None = None, term: Term | None = None, shape: Shape = Shape.OUTLINE) -> None:
        super().__init__(parent)
        self._term = term
        self._shape = shape
        self._accent = False
        self._hint: tuple[str, QSize] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def dress(self, term: Term | None, shape: Shape, accent: bool = False) -> None:
        """Another colour or shape. `accent`: in the colour of what is selected, to be seen first."""
        self._term, self._shape, self._accent = term, shape, accent
        self.update()

    def sizeHint(self) -> QSize:
        # A card is laid out a dozen times when another event is shown, and asks each of its chips each time.
        if self._hint is None or self._hint[0] != self.text():
            metrics = QFontMetricsF(self.font())
            unit = look.pad(metrics)
            width = metrics.horizontalAdvance(self.text()) + unit * 1.6
            self._hint = self.text(), QSize(round(width), round(metrics.height() + unit * 0.7))
        return self._hint[1]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._hint = None
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), hint.height() * 2), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        unit = look.pad(QFontMetricsF(self.font()))
        accent = look.accent()
        colour = accent if self._accent else theme.colour(self._term)
        ink = colour if self._term and not self._accent else palette.color(QPalette.ColorRole.Text)
        if self._term is None and self._shape is Shape.PLAIN:
            ink = look.muted()
        if not self.isEnabled():
            ink = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        shape = self._shape
        if self.isCheckable():
            shape = Shape.FILLED if self.isChecked() else Shape.OUTLINE
            colour = accent if self.isChecked() else look.line()
            ink = palette.color(QPalette.ColorRole.Text) if self.isChecked() else look.muted()
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tint(colour, 0.12))
            painter.drawRoundedRect(rect, rect.height() / 2.6, rect.height() / 2.6)
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(rect.width() - unit * 0.8)
        )
        look.draw_chip(painter, rect, words, colour, shape, ink)
        if self.hasFocus():
            painter.setPen(QPen(accent, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = rect.adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, ring.height() / 2.6, ring.height() / 2.6)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)


class MentionChip(QWidget):
    """A mention that fills a slot: clicking its name shows it, × takes it out, pulling it carries it off."""

    picked = Signal()
    removed = Signal()
    pulled = Signal()

    def __init__(self, name: str, term: Term | None, shape: Shape, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ChipButton(self, term, shape)
        self.name.setText(name)
        self.name.setToolTip(words.tip(name))
        self.remove = ChipButton(self, None, Shape.PLAIN)
        self.remove.setText("×")
        self.remove.setToolTip(self.tr("Take out"))
        self.remove.setAccessibleName(self.tr("Take out {name}").format(name=name))
        self.name.clicked.connect(self.picked)
        Grip(self.name, self._pull)
        self.remove.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.remove)

    def _pull(self) -> None:
        self.name.setDown(False)  # it is not clicked where it is let go
        self.pulled.emit()
