"""Movable feasts: the first days of Ramazan Bayramı and Kurban Bayramı.

The days are those on which Turkey celebrated or is to celebrate them (Presidency of Religious Affairs); beyond the
table the tabular Islamic calendar serves, which can be a day off.
"""

from __future__ import annotations

from datetime import date, timedelta

from dateline.suggest.dates.periods import Period, day, span

_RAMADAN_FEAST = (
    "2000-01-08 2000-12-27 2001-12-16 2002-12-05 2003-11-25 2004-11-14 2005-11-03 2006-10-23 2007-10-12 2008-09-30 "
    "2009-09-20 2010-09-09 2011-08-30 2012-08-19 2013-08-08 2014-07-28 2015-07-17 2016-07-05 2017-06-25 2018-06-15 "
    "2019-06-04 2020-05-24 2021-05-13 2022-05-02 2023-04-21 2024-04-10 2025-03-30 2026-03-20"
).split()
_SACRIFICE_FEAST = (
    "2000-03-16 2001-03-05 2002-02-22 2003-02-11 2004-02-01 2005-01-20 2006-01-10 2006-12-31 2007-12-20 2008-12-08 "
    "2009-11-27 2010-11-16 2011-11-06 2012-10-25 2013-10-15 2014-10-04 2015-09-24 2016-09-12 2017-09-01 2018-08-21 "
    "2019-08-11 2020-07-31 2021-07-20 2022-07-09 2023-06-28 2024-06-16 2025-06-06 2026-05-27"
).split()
_TABLE = {
    "ramazan": [date.fromisoformat(d) for d in _RAMADAN_FEAST],
    "kurban": [date.fromisoformat(d) for d in _SACRIFICE_FEAST],
}
LENGTH = {"ramazan": 3, "kurban": 4}
"""Days that each feast lasts."""

_EPOCH = date(622, 7, 19).toordinal()


def _islamic(year: int, month: int, number: int) -> date:
    """A day of the tabular (civil) Islamic calendar."""
    ordinal = number + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _EPOCH - 1
    return date.fromordinal(ordinal)


def starts(feast: str, around: date) -> tuple[list[date], bool]:
    """The first days of a feast near a day, in order, and whether they are exact (from the table)."""
    table = _TABLE[feast]
    if table[0] <= around <= table[-1]:
        return table, True
    month, number = (10, 1) if feast == "ramazan" else (12, 10)
    year = (around.year - 622) * 33 // 32
    computed = [_islamic(y, month, number) for y in range(max(year - 2, 1), year + 4)]
    return sorted({*computed, *(d for d in table if abs((d - around).days) < 800)}), False


def feast(name: str, around: date, future: bool | None) -> tuple[Period, bool]:
    """The feast before, after or nearest to a day, and whether its days are exact."""
    days, exact = starts(name, around)
    last = timedelta(LENGTH[name] - 1)
    if future is None:
        first = min(days, key=lambda d: abs((d - around).days))
    elif future:
        first = min((d for d in days if d + last >= around), default=days[-1])
    else:
        first = max((d for d in days if d <= around), default=days[0])
    period = span(day(first), day(first + last))
    assert period is not None
    return period, exact
