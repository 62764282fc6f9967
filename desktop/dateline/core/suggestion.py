"""What a run of the suggester returns, and how it enters the state without touching what a person decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dateline.core.annotation import Event, Mention, Quote, Record, Status
from dateline.core.messages import say
from dateline.core.review import Decision, Edit, Put, Remove, ReviewState
from dateline.core.sources import ModelChoice
from dateline.core.spans import Span


@dataclass(frozen=True, slots=True)
class Request:
    """What the suggester is asked: the text itself, never a widget or a row. Offsets in the answer point into it.

    `rejected`: words and label of what the project's analysts do not want to see suggested again. `model`: a spaCy
    pipeline that the person chose, to be asked too.
    """

    text: str
    language: str = "tr"
    published: date | None = None
    rejected: frozenset[tuple[str, str]] = frozenset()
    model: ModelChoice | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the person should know about the run ("no published date: relative dates stay open")."""

    key: str
    params: tuple[tuple[str, str], ...] = ()

    def sentence(self, language: str) -> str:
        """The notice in words."""
        return say(self.key, language, **dict(self.params))


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The answer to a request, stamped with the digest of the text that it is about.

    Events and quotes refer to mentions of the same answer by id.
    """

    sha256: str
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    notices: tuple[Notice, ...] = ()


def _key(record: Record) -> tuple[object, ...]:
    """Two records with one key are the same suggestion."""
    match record:
        case Mention():
            return ("mention", record.span, record.label)
        case Event():
            return ("event", record.trigger, record.type)
        case Quote():
            return ("quote", record.span)


def adopt(state: ReviewState, suggestions: Suggestions) -> Decision:
    """The machine's step: adds what is new, withdraws undecided suggestions that are no longer made.

    Nothing that a person decided (accepted, rejected, flagged) is changed, and what was rejected does not come back.
    A mention that a decided record refers to is never withdrawn.
    """
    known: dict[tuple[object, ...], Record] = {}
    for record in state.records():
        known.setdefault(_key(record), record)
    decided_events = {r.trigger for r in state.events.values() if r.status is not Status.SUGGESTED}
    decided_spans = {m.span: m for m in state.mentions.values() if m.status is Status.ACCEPTED}

    suggestions = _once(suggestions)
    ids: dict[str, str] = {}
    kept: set[str] = set()
    edits: list[Edit] = []
    for mention in suggestions.mentions:
        old = known.get(_key(mention))
        if old is None and mention.span in decided_spans:
            old = decided_spans[mention.span]  # the person gave these words another label
        if old is not None:
            kept.add(old.id)
            rejected = old.status is Status.REJECTED
            if not rejected:
                ids[mention.id] = old.id
            if old.status is Status.SUGGESTED and replace(mention, id=old.id) != old:
                edits.append(Put(replace(mention, id=old.id)))
            continue
        ids[mention.id] = mention.id
        edits.append(Put(mention))
    for event in suggestions.events:
        arguments = tuple(replace(a, mention=ids[a.mention]) for a in event.arguments if a.mention in ids)
        edits += _adopt_one(replace(event, arguments=arguments), known, kept, decided_events)
    for quote in suggestions.quotes:
        speaker = ids.get(quote.speaker) if quote.speaker else None
        edits += _adopt_one(replace(quote, speaker=speaker), known, kept, set())

    needed = set(_references(r for r in state.records() if r.status is not Status.SUGGESTED))
    for record in state.records():
        if record.status is Status.SUGGESTED and record.id not in kept and record.id not in needed:
            edits.append(Remove(record.id))
    return Decision("suggest", tuple(edits), str(len(edits)))


def _once(suggestions: Suggestions) -> Suggestions:
    """The same run without what it says twice; otherwise the next run would withdraw the second of a pair."""
    first: dict[tuple[object, ...], str] = {}
    ids = {m.id: first.setdefault(_key(m), m.id) for m in suggestions.mentions}
    events: dict[tuple[object, ...], Event] = {}
    for event in suggestions.events:
        arguments = tuple(replace(a, mention=ids.get(a.mention, a.mention)) for a in event.arguments)
        events.setdefault(_key(event), replace(event, arguments=arguments))
    quotes: dict[tuple[object, ...], Quote] = {}
    for quote in suggestions.quotes:
        quotes.setdefault(_key(quote), replace(quote, speaker=ids.get(quote.speaker or "", quote.speaker)))
    return replace(
        suggestions,
        mentions=tuple(m for m in suggestions.mentions if ids[m.id] == m.id),
        events=tuple(events.values()),
        quotes=tuple(quotes.values()),
    )


def _adopt_one(
    record: Event | Quote, known: dict[tuple[object, ...], Record], kept: set[str], decided: Iterable[Span]
) -> list[Edit]:
    old = known.get(_key(record))
    if old is None:
        taken = isinstance(record, Event) and any(trigger.overlaps(record.trigger) for trigger in decided)
        return [] if taken else [Put(record)]
    kept.add(old.id)
    renewed = replace(record, id=old.id)
    return [Put(renewed)] if old.status is Status.SUGGESTED and renewed != old else []


def _references(records: Iterable[Record]) -> Iterable[str]:
    for record in records:
        match record:
            case Event():
                yield from record.mentions()
            case Quote() if record.speaker:
                yield record.speaker
