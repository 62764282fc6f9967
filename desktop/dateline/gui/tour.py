"""The tour: three steps over the open article, each beside what it speaks of; it can be left at any time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dateline.gui import theme
from dateline.gui.focus import WayBack, tab_stops
from dateline.gui.speech import announce


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step: the place it speaks of, its heading, its sentences (both made when shown, in the language of then)."""

    place: QWidget
    title: Callable[[], str]
    text: Callable[[], str]


class _Ring(QWidget):
    """A frame around what is spoken of; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().accent), 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        painter.end()


class Tour(QFrame):
    """A card over the window. The window stays usable while it is there."""

    def __init__(self, steps: Sequence[TourStep], window: QWidget, ended: Callable[[], object]) -> None:
        super().__init__(window)
        self._steps = list(steps)
        self._ended = ended
        self._at = 0
        self._ring = _Ring(window)
        self._back = WayBack()
        self._back.remember(self)
        self.title = QLabel(self)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setBold(True)
        self.title.setFont(font)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.count = QLabel(self)
        self.skip = QPushButton(self)
        self.back = QPushButton(self)
        self.next = QPushButton(self)
        self.next.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.skip, self.back, self.next):
            row.addWidget(button)
        em = self.fontMetrics().height()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em, em, em, em)
        layout.setSpacing(em // 2)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addLayout(row)
        self.setFixedWidth(em * 26)
        self.skip.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self._go(self._at - 1))
        self.next.clicked.connect(lambda: self._go(self._at + 1))
        for watched in (window, *self._places()):
            watched.installEventFilter(self)
        self._go(0)
        self.show()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def at(self) -> int:
        """Which step is shown, from 0."""
        return self._at

    def end(self) -> None:
        """Leaves the tour."""
        for watched in (self.window(), *self._places()):
            watched.removeEventFilter(self)
        self._ring.deleteLater()
        within = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if within:
            self._back.take(self._steps[0].place)
        self.deleteLater()
        self._ended()

    def _places(self) -> list[QWidget]:
        return [step.place for step in self._steps]

    def _go(self, at: int) -> None:
        if at >= len(self._steps):
            self.end()
            return
        self._at = max(0, at)
        self._show()

    def _show(self) -> None:
        step = self._steps[self._at]
        shades = theme.current()
        self.setStyleSheet(
            f"Tour {{ background: {shades.raised}; border: 2px solid {shades.accent}; border-radius: 8px; }}"
        )
        self.title.setText(step.title())
        self.text.setText(step.text())
        self.setAccessibleName(step.title())
        self.setAccessibleDescription(step.text())
        # The card itself never has the focus: its words are heard with the button that has it.
        self.next.setAccessibleDescription(f"{step.title()}. {step.text()}")
        announce(self.next, f"{step.title()}. {step.text()}")
        self.count.setText(f"{self._at + 1} / {len(self._steps)}")
        self.skip.setText(self.tr("Skip"))
        self.back.setText(self.tr("Back"))
        self.back.setEnabled(self._at > 0)
        last = self._at + 1 == len(self._steps)
        self.next.setText(self.tr("Finish") if last else self.tr("Next"))
        self._place()

    def _place(self) -> None:
        """The ring lies on its place, the card beside it or, where there is no room, over its lower part."""
        place, window = self._steps[self._at].place, self.window()
        spot = QRect(place.mapTo(window, QPoint(0, 0)), place.size())
        self._ring.setGeometry(spot)
        self._ring.setVisible(place.isVisible())
        self._ring.raise_()
        self.setFixedHeight(self.heightForWidth(self.width()))
        gap = self.fontMetrics().height()
        x = spot.left() - self.width() - gap
        if x < gap:
            x = spot.right() + gap
        if x + self.width() > window.width() - gap:
            x = spot.center().x() - self.width() // 2
        y = (
            spot.top() + gap
            if x + self.width() < spot.left() or x > spot.right()
            else spot.bottom() - self.height() - gap
        )
        x = max(gap, min(x, window.width() - self.width() - gap))
        y = max(gap, min(y, window.height() - self.height() - gap))
        self.move(x, y)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.window():
            if watched is self._steps[self._at].place and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
                self._place()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.LanguageChange):
            self._show()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays on the card; the key that goes round the window leads away and back."""
        stops, now = tab_stops(self), QApplication.focusWidget()
        if now in stops:
            stop = stops[(stops.index(now) + (1 if next else -1)) % len(stops)]
            stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return now in stops

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)
