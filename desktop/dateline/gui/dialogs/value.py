"""The value of a mention, or the date of an event: what the words mean, to be corrected or chosen from the readings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from dateline.core.periods import period
from dateline.gui.dates import spoken_value
from dateline.gui.dialogs.popup import LinePopup

_VALUE = Qt.ItemDataRole.UserRole


class ValuePopup(LinePopup):
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
        super().__init__(parent)
        name = self.tr("Value")
        self.say(name, self.tr("year-month-day") if dated else name, self.tr("Other readings"))
        self._line.setAccessibleName(name)
        self._dated = dated
        self._language = language
        self._chosen = chosen
        self._line.setText(value)
        self._line.setClearButtonEnabled(True)
        self._says = QLabel(self)
        self._says.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
        self.column.insertWidget(1, self._says)
        for reading in readings:
            self.add_row(f"{reading}  ·  {spoken_value(reading, language)}", _VALUE, reading)
        self._list.setVisible(bool(readings))
        self._list.setMaximumHeight(self.fontMetrics().height() * (2 * max(len(readings), 1) + 1))
        self._line.textChanged.connect(lambda _text: self._describe())
        self._list.itemSelectionChanged.connect(self._read)
        self._describe()
        self._line.selectAll()
        self.adjustSize()

    def _read(self) -> None:
        """The reading that is chosen in the list stands in the line."""
        for item in self._list.selectedItems():
            self._line.setText(item.data(_VALUE))

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

    def pick(self, item: QListWidgetItem) -> None:
        self._finish(item.data(_VALUE))

    def take(self, item: QListWidgetItem | None) -> None:
        """Takes what stands in the line: the rows have put theirs there."""
        if self._fits():
            self._finish(self._typed() or None)

    def _finish(self, value: str | None) -> None:
        chosen, self._chosen = self._chosen, lambda _value: None
        self.close()
        chosen(value)
