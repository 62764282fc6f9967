"""Which suggestions the queue shows and in which order. No Qt: filters and orders are values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dateline.core.annotation import ANALYST, Event, Mention, Quote, Record, Status, anchor
from dateline.core.codebook import Codebook
from dateline.core.review import Change

ORDERS = ("text", "label", "certainty")
_RANK = {Mention: 0, Event: 1, Quote: 2}
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


@dataclass(frozen=True)
class QueueOrder:
    """A way to sort: by place in the text, by label in the codebook's order, or least certain first."""

    order: str
    filter: Filter
    codebook: Codebook

    def place(self, record: Record) -> tuple[Any, ...] | None:
        """The key of a record, None where the filter hides it."""
        if not self.filter.shows(record):
            return None
        span = anchor(record)
        text_key = (span.start, _RANK[type(record)], -span.end)
        if self.order == "label":
            return (_RANK[type(record)], self._label_rank(record), *text_key)
        if self.order == "certainty":
            score = record.origin.score
            return (2.0 if score is None else score, *text_key)
        return text_key

    def _label_rank(self, record: Record) -> int:
        return self._ranks.get(label_of(record), len(self._ranks))

    @cached_property
    def _ranks(self) -> dict[str, int]:
        labels = [f"mention:{term.id}" for term in self.codebook.labels]
        types = [f"event:{type.id}" for type in self.codebook.event_types]
        return {name: rank for rank, name in enumerate((*labels, *types))}


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
