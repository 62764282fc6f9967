"""What is still to be decided in an article, in text order, and how much of everything there is.

Kept up to date change by change, so that a step in an article of ten thousand mentions costs what it costs in one of
ten.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator

from dateline.core.annotation import Event, Mention, Record, Status, anchor
from dateline.core.review import Change, ReviewState

Place = tuple[int, int, int, str]
"""Start, kind (mentions before events before quotes), minus end, id."""


def place(record: Record) -> Place:
    """Where a record stands in the order of the text; the longer of two that begin together comes first."""
    rank = 0 if isinstance(record, Mention) else 1 if isinstance(record, Event) else 2
    return anchor(record).start, rank, -anchor(record).end, record.id


class Agenda:
    """The open suggestions of a state in their order, and the count of every status."""

    def __init__(self, state: ReviewState) -> None:
        records = list(state.records())
        self.counts: Counter[Status] = Counter(record.status for record in records)
        self._places: list[Place] = sorted(place(r) for r in records if r.status is Status.SUGGESTED)

    def take(self, changes: Iterable[Change]) -> None:
        """Takes the changes of one step into account."""
        for change in changes:
            if change.before is not None:
                self.counts[change.before.status] -= 1
                if change.before.status is Status.SUGGESTED:
                    self._drop(place(change.before))
            if change.after is not None:
                self.counts[change.after.status] += 1
                if change.after.status is Status.SUGGESTED:
                    insort(self._places, place(change.after))

    def _drop(self, gone: Place) -> None:
        at = bisect_left(self._places, gone)
        if at < len(self._places) and self._places[at] == gone:
            del self._places[at]

    def __len__(self) -> int:
        return len(self._places)

    def ids(self) -> list[str]:
        """The ids of all open suggestions, in text order."""
        return [at[3] for at in self._places]

    def onwards(self, here: tuple[int | str, ...]) -> Iterator[str]:
        """The open suggestions behind a place, then those from the start of the text up to it."""
        first = bisect_right(self._places, here)
        for at in (*self._places[first:], *self._places[:first]):
            yield at[3]

    def after(self, here: tuple[int | str, ...]) -> str | None:
        """The next open suggestion behind a place, around at the end; None where none is open."""
        if not self._places:
            return None
        return self._places[bisect_right(self._places, here) % len(self._places)][3]

    def before(self, here: tuple[int | str, ...]) -> str | None:
        """The open suggestion before a place, around at the start; None where none is open."""
        return self._places[bisect_left(self._places, here) - 1][3] if self._places else None
