"""Which suggestions the queue shows, and how far the review is. No Qt: filters and counts are values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.core.agenda import Order, Place
from dateline.core.annotation import ANALYST, Event, Mention, Quote, Record, Status
from dateline.core.review import Change

_KIND = {Mention: "mention", Event: "event", Quote: "quote"}


def label_of(record: Record) -> str:
    """A label's or type's id with its kind: a label and a type may share an id."""
    match record:
        case Mention():
            return f"mention:{record.label}"
        case Event():
            return f"event:{record.type}"
        case Quote():
            return "quote"


@dataclass(frozen=True, slots=True)
class Filter:
    """`only`: "" for all that waits, a kind ("mention", "event", "quote"), a `label_of`, or "flagged"."""

    only: str = ""

    def shows(self, record: Record) -> bool:
        if self.only == "flagged":
            return record.status is Status.FLAGGED
        if record.status is not Status.SUGGESTED:
            return False
        return self.only in ("", _KIND[type(record)], label_of(record))


@dataclass(frozen=True, slots=True)
class Queue:
    """What the list shows, and where."""

    order: Order
    filter: Filter

    def place(self, record: Record) -> Place | None:
        """The key of a record, None where the filter hides it."""
        return self.order.place(record) if self.filter.shows(record) else None


@dataclass(slots=True)
class Tally:
    """How far the review is: suggestions made and decided, and what waits by kind and label.

    Counts what a machine suggested; what the analyst marked was never a suggestion.
    """

    decided: int = 0
    total: int = 0
    waiting: Counter[str] = field(default_factory=Counter)

    def take(self, changes: Iterable[Change]) -> None:
        """Takes the changes of one step into account."""
        for change in changes:
            if change.before is not None:
                self._count(change.before, -1)
            if change.after is not None:
                self._count(change.after, 1)

    def _count(self, record: Record, times: int) -> None:
        if record.status is Status.FLAGGED:
            self.waiting["flagged"] += times
        if record.status is Status.SUGGESTED:
            self.waiting[""] += times
            self.waiting[_KIND[type(record)]] += times
            if not isinstance(record, Quote):
                self.waiting[label_of(record)] += times
        if record.origin.source != ANALYST.source:
            self.total += times
            self.decided += times * (record.status is not Status.SUGGESTED)


def tally(records: Iterable[Record]) -> Tally:
    """The tally of some records."""
    counts = Tally()
    counts.take(Change(None, record) for record in records)
    return counts
