"""Normalised dates (ISO 8601 and its usual extensions) as the days they cover.

Known: `2026-02-14`, `2026-02-14T09:30`, `2026-02-14TEV`, `2026-W07`, `2026-W07-WE`, `2026-02`, `2026-Q1`, `2026-H1`,
`2026`, `202X`, `a/b`.
Everything else ("PAST_REF", a bare time) covers no days that could be named.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(T.+)?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_PART = re.compile(r"(\d{4})-([QH])([1-4])")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"(\d{4})")
_DECADE = re.compile(r"(\d{3})X?")


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day (inclusive) and how exactly they are known: "minute", "day", "week", … "range"."""

    start: date
    end: date
    precision: str


def period(value: str | None) -> Period | None:
    """The days that a normalised value covers, or None where it names none."""
    try:
        return _period(value or "")
    except ValueError:  # a 30 February, a week 60
        return None


def _period(value: str) -> Period | None:
    if "/" in value:
        first, last = (_period(part) for part in value.split("/", 1))
        if first is None or last is None or last.end < first.start:
            return None
        return Period(first.start, last.end, "range")
    if match := _DAY.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return Period(day, day, "day" if not match[4] else "minute" if match[4][1].isdigit() else "part_of_day")
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        sunday = monday + timedelta(days=6)
        return Period(sunday - timedelta(days=1), sunday, "weekend") if match[3] else Period(monday, sunday, "week")
    if match := _PART.fullmatch(value):
        length = 3 if match[2] == "Q" else 6
        last_month = int(match[3]) * length
        return _months(int(match[1]), last_month - length + 1, last_month, "quarter" if length == 3 else "half")
    if match := _MONTH.fullmatch(value):
        return _months(int(match[1]), int(match[2]), int(match[2]), "month")
    if match := _YEAR.fullmatch(value):
        return _months(int(match[1]), 1, 12, "year")
    if match := _DECADE.fullmatch(value):
        return Period(date(int(match[1]) * 10, 1, 1), date(int(match[1]) * 10 + 9, 12, 31), "decade")
    return None


def _months(year: int, first: int, last: int, precision: str) -> Period:
    start = date(year, first, 1)
    if not 1 <= last <= 12:
        raise ValueError(last)
    return Period(start, date(year, last, monthrange(year, last)[1]), precision)
