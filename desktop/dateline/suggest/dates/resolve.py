"""From what the words say to days on the calendar; shared by both grammars.

Every function takes the context of a match and returns a `Draft`. Without a day of publication nothing relative is
resolved: the draft then has no value and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateline.suggest.dates import feasts, periods
from dateline.suggest.dates.model import Basis, Context, Direction, Draft, Kind
from dateline.suggest.dates.periods import Period

UNRESOLVED = "dates.no_published"
FAR = 45
"""Days. A day and month whose verb points to the far side of the year, while the near side lies within so many days,
is read as the near one: a verb found by its ending is weaker evidence than nearness."""


def unresolved(reason: str = UNRESOLVED, basis: Basis = Basis.PUBLISHED) -> Draft:
    return Draft(basis=basis, reason=reason)


def fixed(period: Period | None, mod: str = "") -> Draft | None:
    """A period that the words name in full; None (no match) where the calendar does not have it."""
    return None if period is None else Draft(period=period, mod=mod)


def relative(ctx: Context, make: Callable[[date], Period | None], mod: str = "") -> Draft:
    """A period at a known distance from the day of publication."""
    if ctx.published is None:
        return unresolved()
    return Draft(period=make(ctx.published), mod=mod, basis=Basis.PUBLISHED, reason="dates.relative")


def after_event(ctx: Context, make: Callable[[date], Period | None]) -> Draft:
    """A period at a known distance from the day mentioned last; never from the day of publication."""
    if ctx.last_day is None:
        return unresolved("dates.no_event_date", Basis.EVENT)
    return Draft(period=make(ctx.last_day.first), basis=Basis.EVENT, reason="dates.event")


def week(ctx: Context, step: int, mod: str = "") -> Draft:
    """The week `step` weeks from the current one. On a Sunday "last week" is the one that ends."""
    here = ctx.published
    if here is None:
        return unresolved()
    count = step + 1 if step < 0 and here.weekday() == 6 else step
    make = periods.weekend if mod == "END" else periods.week
    return relative(ctx, lambda d: make(d + timedelta(7 * count)), "" if mod == "END" else mod)


def chosen(
    ctx: Context, start: int, end: int, past: Period, future: Period, mod: str = "", near: int = 0, ahead: bool = False
) -> Draft:
    """The past or the future reading, as the verb says; the nearer one where it says nothing (the past one in doubt).

    `near`: see `FAR`. `ahead`: the words themselves look ahead.
    """
    assert ctx.published is not None
    if past == future:
        return Draft(period=past, mod=mod, basis=Basis.PUBLISHED, reason="dates.relative")
    direction = Direction.FUTURE if ahead else ctx.direction(start, end)
    back, forward = past.distance(ctx.published), future.distance(ctx.published)
    if direction is Direction.PAST and not (near and forward <= near < back - forward):
        return Draft(period=past, mod=mod, basis=Basis.PUBLISHED, reason="dates.past")
    if direction is Direction.FUTURE and not (near and back <= near < forward - back):
        return Draft(period=future, mod=mod, basis=Basis.PUBLISHED, reason="dates.future")
    first, other = (past, future) if back <= forward else (future, past)
    return Draft(period=first, mod=mod, basis=Basis.PUBLISHED, alternative=other, reason="dates.nearest")


def month_day(ctx: Context, month: int, number: int, year: int | None, start: int, end: int) -> Draft | None:
    """A day of a month, with or without its year."""
    if year is not None:
        return fixed(periods.valid_day(year, month, number))
    if periods.valid_day(2000, month, number) is None:
        return None
    if ctx.published is None:
        return unresolved()
    years = range(ctx.published.year - 4, ctx.published.year + 5)
    days = [p for y in years if 0 < y < 9999 and (p := periods.valid_day(y, month, number))]
    past = [p for p in days if p.first <= ctx.published]
    future = [p for p in days if p.first >= ctx.published]
    if not past or not future:
        return unresolved("dates.open")
    return chosen(ctx, start, end, past[-1], future[0], near=FAR)


def month_range(
    ctx: Context, first: tuple[int, int], last: tuple[int, int], year: int | None, start: int, end: int
) -> Draft | None:
    """From one (month, day) to another."""
    draft = month_day(ctx, first[0], first[1], year, start, end)
    if draft is None or periods.valid_day(2000, *last) is None:
        return None
    if draft.period is None:
        return draft
    begin = draft.period.first
    closing = periods.valid_day(begin.year + (last < first), *last)
    whole = periods.span(draft.period, closing) if closing else None
    if whole is None:
        return None
    return Draft(period=whole, basis=draft.basis, reason="dates.range")


def named_month(
    ctx: Context, month: int, year: int | None, start: int, end: int, mod: str = "", step: int | None = None
) -> Draft:
    """A month, by its name alone, with a year, or with "last" or "next" before it."""
    if year is not None:
        return Draft(period=periods.month(year, month), mod=mod)
    if ctx.published is None:
        return unresolved()
    here = ctx.published
    this = periods.month(here.year, month)
    past = this if this.first <= here else periods.month(here.year - 1, month)
    future = this if this.last >= here else periods.month(here.year + 1, month)
    if step is not None and step < 0:
        past = past if past.last < here else periods.month(past.first.year - 1, month)
        return Draft(period=past, mod=mod, basis=Basis.PUBLISHED, reason="dates.relative")
    if step is not None and step > 0:
        future = future if future.first > here else periods.month(future.first.year + 1, month)
        return Draft(period=future, mod=mod, basis=Basis.PUBLISHED, reason="dates.relative")
    if step == 0:
        return Draft(period=this, mod=mod, basis=Basis.PUBLISHED, reason="dates.relative")
    return chosen(ctx, start, end, past, future, mod, near=FAR)


def weekday(ctx: Context, number: int, start: int, end: int, step: int | None = None, week: int | None = None) -> Draft:
    """A weekday (Monday is 0).

    `week`: the week is named, so many weeks from the current one. `step`: "last" or "next" stands before the day.
    """
    here = ctx.published
    if here is None:
        return unresolved()
    if week is not None:
        monday = here - timedelta(here.weekday()) + timedelta(7 * week)
        return relative(ctx, lambda _: periods.day(monday + timedelta(number)))
    if step is not None and step < 0:
        return relative(ctx, lambda d: periods.day(periods.weekday_near(d - timedelta(1), number, False)))
    if step is not None and step > 0:
        return relative(ctx, lambda d: periods.day(periods.weekday_near(d + timedelta(1), number, True)))
    past = periods.day(periods.weekday_near(here, number, False))
    future = periods.day(periods.weekday_near(here, number, True))
    if past == future:
        return Draft(period=past, basis=Basis.PUBLISHED, reason="dates.relative")
    draft = chosen(ctx, start, end, past, future)
    if draft.reason == "dates.nearest":  # present tense, nominal sentence or a wish: what is to come
        return Draft(period=future, basis=Basis.PUBLISHED, alternative=past, reason="dates.coming")
    return draft


_EDGE = {
    ("W", "START"): (0, 1),
    ("W", "MID"): (1, 3),
    ("W", ""): (0, 4),
    ("W", "END"): (5, 6),
    ("M", "START"): (0, 9),
    ("M", "MID"): (9, 19),
    ("M", "END"): (20, 27),
    ("Y", "START"): (0, 100),
    ("Y", "MID"): (120, 240),
    ("Y", "END"): (270, 364),
}


def edge(ctx: Context, unit: str, mod: str, start: int, end: int) -> Draft:
    """The start, middle or end of a week, month or year that is not named: "at the start of the week"."""
    here = ctx.published
    if here is None:
        return unresolved()
    low, high = _EDGE[unit, mod]

    def build(count: int) -> Period:
        whole = periods.shift(here, unit, count)
        assert whole is not None
        if unit != "W":
            return whole
        if mod == "END":
            return periods.weekend(whole.first)
        return whole if mod else periods.working_week(whole.first)

    base = [periods.shift(here, unit, n) for n in (-1, 0, 1)]
    around = [
        (n, p.first + timedelta(low), p.first + timedelta(high)) for n, p in zip((-1, 0, 1), base, strict=True) if p
    ]
    past = max((n for n, first, _ in around if first <= here), default=0)
    future = min((n for n, _, last in around if last >= here), default=0)
    direction = ctx.direction(start, end)
    count = {Direction.PAST: past, Direction.FUTURE: future, Direction.OPEN: 0}[direction]
    if unit == "Y" and mod != "START":
        count = 0  # "at the end of the year" is this year's, whatever is said of it
    other = {Direction.PAST: None, Direction.FUTURE: None, Direction.OPEN: future or past}[direction]
    shown = mod if unit != "W" or mod != "END" else ""
    return Draft(
        period=build(count),
        mod=shown,
        basis=Basis.PUBLISHED,
        alternative=build(other) if other else None,
        reason="dates.relative",
    )


def quarter_or_half(ctx: Context, number: int, halves: bool, year: int | None, start: int, end: int) -> Draft | None:
    """A quarter or half of a year; -1 is the last one. Without a year the verb decides."""
    count = 2 if halves else 4
    number = count if number == -1 else number
    if not 1 <= number <= count:
        return None
    make = periods.half if halves else periods.quarter
    if year is not None:
        return Draft(period=make(year, number))
    here = ctx.published
    if here is None:
        return unresolved()
    this = make(here.year, number)
    past = this if this.first <= here else make(here.year - 1, number)
    future = this if this.last >= here else make(here.year + 1, number)
    return chosen(ctx, start, end, past, future)


def season(ctx: Context, name: str, year: int | None, start: int, end: int, step: int | None = None) -> Draft:
    """A season, of a named year or near the day of publication."""
    if year is not None:
        return Draft(period=periods.season(year, name))
    here = ctx.published
    if here is None:
        return unresolved()
    around = [periods.season(y, name) for y in range(here.year - 2, here.year + 3)]
    past = [p for p in around if p.first <= here]
    future = [p for p in around if p.last >= here]
    if step is not None:
        done = [p for p in past if p.last < here]
        coming = [p for p in future if p.first > here]
        nearest = min(around, key=lambda p: p.distance(here))
        period = nearest if step == 0 else done[-1] if step < 0 else coming[0]
        return Draft(period=period, basis=Basis.PUBLISHED, reason="dates.relative")
    return chosen(ctx, start, end, past[-1], future[0])


def feast(ctx: Context, name: str, start: int, end: int, number: int | None = None, year: int | None = None) -> Draft:
    """A movable feast, or its day by number (0 is its eve, -1 its last day)."""
    if year is not None:
        around: date | None = date(year, 7, 1)
        future: bool | None = None
    else:
        around = ctx.published
        direction = ctx.direction(start, end)
        future = {Direction.PAST: False, Direction.FUTURE: True, Direction.OPEN: None}[direction]
    if around is None:
        return unresolved()
    whole, exact = feasts.feast(name, around, future)
    period = whole
    if number is not None:
        offset = (whole.last - whole.first).days if number == -1 else number - 1
        period = periods.day(whole.first + timedelta(offset))
    return Draft(period=period, mod="" if exact else "APPROX", basis=Basis.PUBLISHED, reason="dates.feast")


def day_before_time(ctx: Context) -> date | None:
    """The day that stands right before a time ("17 Şubat saat 10.00", "Monday night"); None where none does."""
    before = ctx.previous
    if before is None or before.kind is not Kind.DATE or before.first is None or before.first != before.last:
        return None
    return before.first


def clock(ctx: Context, hour: int, minute: str | None, zone: str = "", day: date | None = None) -> Draft:
    """A clock time on `day`, or else on the day right before it or that of publication."""
    day = day or day_before_time(ctx) or ctx.published
    if day is None:
        return Draft(kind=Kind.TIME, reason=UNRESOLVED, basis=Basis.PUBLISHED)
    value = f"{day.isoformat()}T{hour % 24:02}:{minute or '00'}{zone}"
    return Draft(
        kind=Kind.TIME,
        period=periods.day(day),
        value=value,
        timex3=value,
        basis=Basis.PUBLISHED,
        reason="dates.clock",
    )


def new_year(ctx: Context, start: int, end: int) -> Draft:
    """New Year's Day, the last one or the next one."""
    draft = month_day(ctx, 1, 1, None, start, end)
    assert draft is not None
    return draft
