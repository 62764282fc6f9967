"""Calendar arithmetic: days, weeks, months and longer periods, and the way ISO 8601 and TIMEX3 write them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each season starts, as the weather services count."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole days. `iso`: its ISO 8601 form (the containing period where ISO has none)."""

    precision: str
    first: date
    last: date
    iso: str
    timex3: str

    def contains(self, day: date) -> bool:
        return self.first <= day <= self.last

    def distance(self, day: date) -> int:
        """Days from a day to the period; 0 within it."""
        if self.contains(day):
            return 0
        return (self.first - day).days if day < self.first else (day - self.last).days


def _clamp(year: int) -> int:
    return min(max(year, 1), 9998)


def day(value: date) -> Period:
    return Period("day", value, value, value.isoformat(), value.isoformat())


def valid_day(year: int, month: int, number: int) -> Period | None:
    """A day by its numbers; None where the calendar has no such day."""
    try:
        return day(date(year, month, number))
    except ValueError:
        return None


def week(inside: date) -> Period:
    """The ISO week (Monday to Sunday) that holds a day."""
    monday = inside - timedelta(inside.weekday())
    year, number, _ = inside.isocalendar()
    name = f"{year:04}-W{number:02}"
    return Period("week", monday, monday + timedelta(6), name, name)


def working_week(inside: date) -> Period:
    whole = week(inside)
    return Period("week", whole.first, whole.first + timedelta(4), whole.iso, whole.timex3)


def weekend(inside: date) -> Period:
    whole = week(inside)
    return Period("weekend", whole.first + timedelta(5), whole.last, whole.iso, whole.iso + "-WE")


def month(year: int, number: int) -> Period:
    year = _clamp(year)
    name = f"{year:04}-{number:02}"
    return Period("month", date(year, number, 1), date(year, number, monthrange(year, number)[1]), name, name)


def shift_month(inside: date, months: int) -> Period:
    """The month that lies so many months after the one that holds a day."""
    years, index = divmod(inside.year * 12 + inside.month - 1 + months, 12)
    return month(years, index + 1)


def quarter(year: int, number: int) -> Period:
    name = f"{year:04}-Q{number}"
    return Period("quarter", month(year, number * 3 - 2).first, month(year, number * 3).last, name, name)


def quarter_of(inside: date) -> Period:
    """The quarter that holds a day."""
    return quarter(inside.year, (inside.month + 2) // 3)


def half(year: int, number: int) -> Period:
    first, last = month(year, number * 6 - 5).first, month(year, number * 6).last
    return Period("half", first, last, f"{year:04}", f"{year:04}-H{number}")


def season(year: int, name: str) -> Period:
    """`name`: SP, SU, FA or WI. A winter belongs to the year in which it starts."""
    year = _clamp(year)
    start = SEASONS[name]
    return Period(
        "season", month(year, start).first, shift_month(date(year, start, 1), 2).last, f"{year:04}", f"{year:04}-{name}"
    )


def year(number: int) -> Period:
    number = _clamp(number)
    name = f"{number:04}"
    return Period("year", date(number, 1, 1), date(number, 12, 31), name, name)


def decade(first: int) -> Period:
    first = _clamp(first)
    return Period("decade", date(first, 1, 1), date(first + 9, 12, 31), f"{first:04}/{first + 9:04}", f"{first // 10}")


def century(number: int) -> Period:
    """By its ordinal: the 21st century is 2000-2099, as TIMEX3 counts."""
    first = max((number - 1) * 100, 1)
    return Period("century", date(first, 1, 1), date((number - 1) * 100 + 99, 12, 31), "", f"{number - 1:02}")


def span(first: Period, last: Period) -> Period | None:
    """From one period to another; None where the second ends before the first starts."""
    if last.last < first.first:
        return None
    return Period("range", first.first, last.last, f"{first.iso}/{last.iso}", f"{first.iso}/{last.iso}")


def shift(inside: date, unit: str, count: int) -> Period | None:
    """The day, week, month or year (`unit`: D, W, M, Y) that lies `count` units after the one of a day."""
    try:
        match unit:
            case "D":
                return day(inside + timedelta(count))
            case "W":
                return week(inside + timedelta(7 * count))
            case "M":
                return shift_month(inside, count)
            case _:
                return year(inside.year + count) if 0 < inside.year + count < 9999 else None
    except (OverflowError, ValueError):
        return None


def weekday_near(published: date, weekday: int, future: bool) -> date:
    """The nearest day with a weekday (Monday is 0): the last one up to a day itself, or the next one from it on."""
    if future:
        return published + timedelta((weekday - published.weekday()) % 7)
    return published - timedelta((published.weekday() - weekday) % 7)
