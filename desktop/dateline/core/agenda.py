"""What is still to be decided in an article, in which order, and how much of everything there is.

The order is the person's choice and decided here alone: lists, keys and the step after a decision all follow it.

Kept up to date change by change, so that a step in an article of ten thousand mentions costs what it costs in one of
ten.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dateline.core.annotation import Event, Mention, Record, Status, anchor
from dateline.core.codebook import Codebook
from dateline.core.review import Change, ReviewState

TEXT, LABEL, CERTAINTY = "text", "label", "certainty"
ORDERS = (TEXT, LABEL, CERTAINTY)

TextPlace = tuple[int, int, int, str]
"""Start, kind (mentions before events before quotes), minus end, id."""
Place = tuple[Any, ...]
"""What an order sorts by; it ends with a `TextPlace`, and so with the id. Places of one order can be compared."""


def place(record: Record) -> TextPlace:
    """Where a record stands in the order of the text; the longer of two that begin together comes first."""
    span = anchor(record)
    return span.start, 0 if isinstance(record, Mention) else 1 if isinstance(record, Event) else 2, -span.end, record.id


@dataclass(frozen=True)
class Order:
    """A way to sort: as the text goes, by label in the codebook's order, or least certain first.

    What has no score is certain for all we know and comes last. `codebook`: whose order of labels holds.
    """

    name: str = TEXT
    codebook: Codebook | None = None

    def place(self, record: Record) -> Place:
        """Where a record stands, whatever was decided about it."""
        if self.name == LABEL:
            _, kind, *_ = text = place(record)
            return (kind, self._rank(record), *text)
        if self.name == CERTAINTY:
            return (2.0 if record.origin.score is None else record.origin.score, *place(record))
        return place(record)

    def _rank(self, record: Record) -> int:
        labels, types = self._ranks
        match record:
            case Mention():
                return labels.get(record.label, len(labels))
            case Event():
                return types.get(record.type, len(types))
        return 0

    @cached_property
    def _ranks(self) -> tuple[dict[str, int], dict[str, int]]:
        if self.codebook is None:
            return {}, {}
        labels = {term.id: rank for rank, term in enumerate(self.codebook.labels)}
        return labels, {type.id: rank for rank, type in enumerate(self.codebook.event_types)}


class Agenda:
    """The open suggestions of a state in their order, and the count of every status."""

    def __init__(self, state: ReviewState, order: Order | None = None) -> None:
        self.counts: Counter[Status] = Counter(record.status for record in state.records())
        self.order = order or Order()
        self._places: list[Place] = []
        self.arrange(self.order, state)

    def arrange(self, order: Order, state: ReviewState) -> None:
        """Sorts what is open in a state in another way."""
        self.order = order
        self._places = sorted(order.place(r) for r in state.records() if r.status is Status.SUGGESTED)

    def take(self, changes: Iterable[Change]) -> None:
        """Takes the changes of one step into account."""
        for change in changes:
            if change.before is not None:
                self.counts[change.before.status] -= 1
                if change.before.status is Status.SUGGESTED:
                    self._drop(self.order.place(change.before))
            if change.after is not None:
                self.counts[change.after.status] += 1
                if change.after.status is Status.SUGGESTED:
                    insort(self._places, self.order.place(change.after))

    def _drop(self, gone: Place) -> None:
        at = bisect_left(self._places, gone)
        if at < len(self._places) and self._places[at] == gone:
            del self._places[at]

    def __len__(self) -> int:
        return len(self._places)

    def ids(self) -> list[str]:
        """The ids of all open suggestions, in order."""
        return [at[-1] for at in self._places]

    def onwards(self, here: Place) -> Iterator[str]:
        """The open suggestions behind a place, then those from the first up to it."""
        first = bisect_right(self._places, here)
        for at in (*self._places[first:], *self._places[:first]):
            yield at[-1]

    def after(self, here: Place) -> str | None:
        """The next open suggestion behind a place, around at the end; None where none is open."""
        return self._places[bisect_right(self._places, here) % len(self._places)][-1] if self._places else None

    def before(self, here: Place) -> str | None:
        """The open suggestion before a place, around at the start; None where none is open."""
        return self._places[bisect_left(self._places, here) - 1][-1] if self._places else None
