"""ISO 8601 values as people say them: `2026-02-17` → 17 Şubat 2026 Salı, `2026-W07` → 7. hafta, 9–15 Şubat 2026."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QDialog, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from dateline.gui.icons import icon

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_FORMS = ("yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy")


def locale(language: str) -> QLocale:
    """The locale of an interface language."""
    return QLocale(QLocale.Language.Turkish if language == "tr" else QLocale.Language.English)


def short_day(day: date, language: str) -> str:
    """A day with a short month: 17 Şub 2026."""
    return locale(language).toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def moment(at: datetime, language: str) -> str:
    """A moment by the clock on the wall: `14:03` today, before that `24 Kas 14:03`."""
    here = at.astimezone()
    form = (
        "HH:mm"
        if here.date() == date.today()
        else "d MMM HH:mm"
        if here.year == date.today().year
        else "d MMM yyyy HH:mm"
    )
    return locale(language).toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())), form)


def spoken_value(value: str, language: str) -> str:
    """A value in words; what is no full day, month or week stays as it is written."""
    where = locale(language)
    try:
        if match := _DAY.fullmatch(value):
            day = QDate(*(int(n) for n in match.groups()))
            form = "d MMMM yyyy dddd" if language == "tr" else "dddd, d MMMM yyyy"
            return where.toString(day, form) if day.isValid() else value
        if match := _WEEK.fullmatch(value):
            first = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            last = first + timedelta(days=6)
            start = where.toString(QDate(first.year, first.month, first.day), "d MMMM")
            end = where.toString(QDate(last.year, last.month, last.day), "d MMMM yyyy")
            return f"{start} – {end}"
        if match := _MONTH.fullmatch(value):
            return where.toString(QDate(int(match[1]), int(match[2]), 1), "MMMM yyyy")
    except ValueError:
        return value
    return value


class OptionalDate(QWidget):
    """A date field that may stay empty: a line of text that understands 17.02.2026 and 2026-02-17, and a calendar."""

    changed = Signal()
    refused = Signal(str)
    """What was typed is no day: a sentence that says so. The day from before stands there again."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: QDate | None = None
        self._language = language
        self._line = QLineEdit(self)
        self._line.setClearButtonEnabled(True)
        self._line.setFixedWidth(self.fontMetrics().horizontalAdvance("00.00.0000") + self.fontMetrics().height() * 3)
        self._pick = QToolButton(self)
        self._pick.setAutoRaise(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._line)
        layout.addWidget(self._pick)
        layout.addStretch(1)
        self.setFocusProxy(self._line)
        self._line.editingFinished.connect(self._read)
        self._pick.clicked.connect(self._open_calendar)
        self._draw()
        self.set_language(language)

    def _draw(self) -> None:
        self._pick.setIcon(icon("calendar"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def set_language(self, language: str) -> None:
        """Shows the date as this language writes it."""
        self._language = language
        self._line.setPlaceholderText(self.tr("day.month.year") if language == "tr" else "yyyy-mm-dd")
        self._line.setAccessibleName(self.tr("Published"))
        self._pick.setAccessibleName(self.tr("Choose from the calendar"))
        self._pick.setToolTip(self.tr("Choose from the calendar"))
        self._show()

    def value(self) -> QDate | None:
        return self._value

    def set_value(self, value: QDate | None) -> None:
        """Shows a date without telling of a change."""
        self._value = value
        self._show()

    def _show(self) -> None:
        form = "dd.MM.yyyy" if self._language == "tr" else "yyyy-MM-dd"
        self._line.setText(self._value.toString(form) if self._value is not None else "")

    def _read(self) -> None:
        typed = self._line.text().strip()
        value: QDate | None = None
        if typed:
            value = next((d for f in _FORMS if (d := QDate.fromString(typed, f)).isValid()), None)
            if value is None:
                self._show()
                form = self._line.placeholderText()
                self.refused.emit(self.tr("“{typed}” is not a day ({form}).").format(typed=typed, form=form))
                return
        if value != self._value:
            self._value = value
            self.changed.emit()
        self._show()

    def _open_calendar(self) -> None:
        popup = QDialog(self, Qt.WindowType.Popup)
        popup.setWindowTitle(self.tr("Choose from the calendar"))
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setAccessibleName(self.tr("Choose from the calendar"))
        calendar.setLocale(locale(self._language))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        if self._value is not None:
            calendar.setSelectedDate(self._value)
        box = QVBoxLayout(popup)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(calendar)

        def take(day: QDate) -> None:
            popup.close()
            if day != self._value:
                self._value = day
                self._show()
                self.changed.emit()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        popup.move(self.mapToGlobal(self.rect().bottomLeft()))
        popup.show()
        calendar.setFocus()
