"""The value of a mention, or the date of an event: what the words mean, to be corrected or chosen from the readings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from dateline.core.periods import period
from dateline.gui.dates import spoken_value

_VALUE = Qt.ItemDataRole.UserRole


class ValuePopup(QFrame):
    """A line with the value and the other readings below it. Enter takes it, an empty line takes the value away."""

    def __init__(
        self,
        value: str,
        readings: Sequence[str],
        dated: bool,
        language: str,
        chosen: Callable[[str | None], object],
        parent: QWidget,
    ) -> None:
        """`dated`: the value must be a date in ISO 8601; `readings`: other values that the words may have."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._dated = dated
        self._language = language
        self._chosen = chosen
        self._line = QLineEdit(value, self)
        self._line.setClearButtonEnabled(True)
        self._line.setPlaceholderText(self.tr("year-month-day") if dated else self.tr("Value"))
        self._line.setAccessibleName(self.tr("Value"))
        self._says = QLabel(self)
        self._says.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Other readings"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for reading in readings:
            item = QListWidgetItem(f"{reading}  ·  {spoken_value(reading, language)}")
            item.setData(_VALUE, reading)
            self._list.addItem(item)
        self._list.setVisible(bool(readings))
        self._list.setMaximumHeight(self.fontMetrics().height() * (2 * max(len(readings), 1) + 1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._line)
        layout.addWidget(self._says)
        layout.addWidget(self._list)
        self._line.textChanged.connect(lambda _text: self._describe())
        self._line.installEventFilter(self)
        self._list.itemClicked.connect(lambda item: self._finish(item.data(_VALUE)))
        self._describe()
        self._line.selectAll()

    def open_at(self, point: QPoint) -> None:
        """Shows the pop-up near a global position, wholly on the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        place = QRect(point, self.size())
        place.moveRight(min(place.right(), room.right()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        self.move(place.topLeft())
        self.show()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _typed(self) -> str:
        return self._line.text().strip()

    def _fits(self) -> bool:
        return not self._dated or not self._typed() or period(self._typed()) is not None

    def _describe(self) -> None:
        typed = self._typed()
        if not self._fits():
            self._says.setText(self.tr("Not a date yet. Examples: 2026-03-15, 2026-W11, 2026-03, 2026"))
        elif self._dated and typed:
            self._says.setText(spoken_value(typed, self._language))
        else:
            self._says.setText("" if typed else self.tr("No value"))

    def _finish(self, value: str | None) -> None:
        chosen, self._chosen = self._chosen, lambda _value: None
        self.close()
        chosen(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._list.count():
                self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
                self._line.setText(self._list.currentItem().data(_VALUE))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._fits():
                    self._finish(self._typed() or None)
                return True
        return super().eventFilter(watched, event)
