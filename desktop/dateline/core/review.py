"""The state of an article under review, and the one way to change it: `apply(state, decision)`.

A decision is a named list of edits, each of which puts or removes one record. That makes every decision its own
complete account: the inverse is computed from the state before, so `apply(apply(s, d), inverse)` is `s` again, for
every decision that will ever be invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dateline.core.acts import Act
from dateline.core.annotation import Event, Mention, Quote, Record


@dataclass(frozen=True, slots=True)
class ReviewState:
    """All records of one coder's layer of one article, by id. The mappings are never changed in place."""

    mentions: Mapping[str, Mention] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    quotes: Mapping[str, Quote] = field(default_factory=dict)

    def record(self, id: str) -> Record | None:
        return self.mentions.get(id) or self.events.get(id) or self.quotes.get(id)

    def records(self) -> Iterable[Record]:
        yield from self.mentions.values()
        yield from self.events.values()
        yield from self.quotes.values()


@dataclass(frozen=True, slots=True)
class Put:
    """Add a record, or replace the one with its id."""

    record: Record


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a record away; one that is not there is no error (another decision may have taken it)."""

    id: str


Edit = Put | Remove


@dataclass(frozen=True, slots=True)
class Decision(Act[Edit]):
    """A step in one article: what it puts and removes there."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after a decision; None where it was not there."""

    before: Record | None
    after: Record | None

    @property
    def id(self) -> str:
        record = self.after or self.before
        assert record is not None
        return record.id


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of a decision."""

    state: ReviewState
    changes: tuple[Change, ...]
    inverse: Decision


def apply(state: ReviewState, decision: Decision) -> Applied:
    """The state after a decision, what changed, and the decision that takes it back.

    References to mentions that the decision takes away are dropped from the events and quotes that held them, as
    part of the same step.
    """
    mentions, events, quotes = dict(state.mentions), dict(state.events), dict(state.quotes)
    before: dict[str, Record | None] = {}

    def put(record: Record) -> None:
        before.setdefault(record.id, mentions.get(record.id) or events.get(record.id) or quotes.get(record.id))
        match record:
            case Mention():
                mentions[record.id] = record
            case Event():
                events[record.id] = record
            case Quote():
                quotes[record.id] = record

    gone: set[str] = set()
    for edit in decision.edits:
        if isinstance(edit, Put):
            put(edit.record)
            continue
        for table in (mentions, events, quotes):
            old: Record | None = table.pop(edit.id, None)
            if old is not None:
                before.setdefault(edit.id, old)
                gone.add(edit.id)
    lost = {id for id in gone if id not in mentions}
    touched = {id for id, _ in before.items()}
    for event in list(events.values()) if lost else [events[id] for id in touched if id in events]:
        if any(a.mention not in mentions for a in event.arguments):
            put(replace(event, arguments=tuple(a for a in event.arguments if a.mention in mentions)))
    for quote in list(quotes.values()) if lost else [quotes[id] for id in touched if id in quotes]:
        if quote.speaker is not None and quote.speaker not in mentions:
            put(replace(quote, speaker=None))

    after = ReviewState(mentions, events, quotes)
    changes = tuple(Change(old, after.record(id)) for id, old in before.items() if old != after.record(id))
    # Mentions come back before the records that refer to them.
    undone = sorted((c for c in changes), key=lambda c: not isinstance(c.before or c.after, Mention))
    inverse = tuple(Remove(c.id) if c.before is None else Put(c.before) for c in undone)
    return Applied(after, changes, Decision(decision.verb, inverse, decision.subject, group=decision.group))


def between(before: ReviewState, after: ReviewState) -> tuple[Change, ...]:
    """What changed from one state to another, whatever led there."""
    old, new = ({record.id: record for record in state.records()} for state in (before, after))
    return tuple(Change(old.get(id), new.get(id)) for id in {**old, **new} if old.get(id) != new.get(id))
