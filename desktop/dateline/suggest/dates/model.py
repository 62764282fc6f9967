"""What a temporal expression says: where it stands, what it means, from what that was concluded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dateline.suggest.dates.periods import Period


class Kind(StrEnum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Basis(StrEnum):
    """What a value was concluded from: the words alone, the day of publication, or a date mentioned before."""

    EXPLICIT = "EXPLICIT"
    PUBLISHED = "RELATIVE_TO_PUB"
    EVENT = "RELATIVE_TO_EVENT"


class Direction(StrEnum):
    """Which way from the day of publication an expression looks, as far as the verb says."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression. `start`, `end`: code points of the text that was searched.

    `value`: ISO 8601 at the precision that the words have (`2026-02-06`, `2026-W07`, `2026-02`, `2026-Q1`, `2026`,
    `2026-02-13T10:00`, two days parted by `/`), None where the words or a missing day of publication leave it open.
    `timex3`: the TIMEX3 value, which can say more (`2026-W07-WE`, `2026-H1`, `P12D`, `PAST_REF`). `mod`: START, MID,
    END, APPROX or "". `first`, `last`: the days that the period covers. `precision`: day, week, month, …
    `alternative`: the value of the other reading where the verb left the direction open. `weekday_conflict`: the
    text names a weekday that its date does not fall on. `reason`, `params`: why, for `core.messages`.
    """

    start: int
    end: int
    kind: Kind
    value: str | None = None
    timex3: str | None = None
    mod: str = ""
    first: date | None = None
    last: date | None = None
    precision: str = ""
    basis: Basis = Basis.EXPLICIT
    alternative: str | None = None
    weekday_conflict: bool = False
    reason: str = ""
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def vague(self) -> bool:
        """Whether it only points ("recently", "these days") and names no period."""
        return bool(self.timex3 and self.timex3.endswith("_REF"))


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at. `lowered` has the length of `text`. `last`: the period mentioned last, if any,
    `last_day`: the day mentioned last.

    `direction(start, end)`: which way the clause around a stretch looks.
    """

    text: str
    lowered: str
    published: date | None
    last: Period | None
    last_day: Period | None
    direction: Callable[[int, int], Direction]
    previous: Timex | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule concludes about its match. `end`: where the expression ends if not where the match does."""

    kind: Kind = Kind.DATE
    period: Period | None = None
    value: str | None = None
    timex3: str | None = None
    mod: str = ""
    basis: Basis = Basis.EXPLICIT
    alternative: Period | None = None
    weekday_conflict: bool = False
    reason: str = "dates.explicit"
    start: int | None = None
    end: int | None = None
