"""The steps an analyst can take, each as a function from the state to a `Decision`.

Nothing here changes anything: `review.apply` does. `subject` is what the undo menu names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.core.annotation import ANALYST, ATTRIBUTION, Argument, Event, Mention, Quote, Record, Status, anchor
from dateline.core.ids import new_id
from dateline.core.review import Decision, Edit, Put, Remove, ReviewState
from dateline.core.spans import Span


def set_status(state: ReviewState, ids: Iterable[str], status: Status, text: str) -> Decision:
    """Accept, reject, flag or reopen records, as one step.

    Accepting an event accepts the suggested mentions that take part in it, accepting a quote its speaker;
    rejecting a mention takes it out of the events and quotes it was part of.
    """
    chosen = {id: record for id in ids if (record := state.record(id)) is not None}
    if status is Status.ACCEPTED:
        for record in list(chosen.values()):
            for id in _parts(record):
                part = state.mentions.get(id)
                if part is not None and part.status in (Status.SUGGESTED, Status.FLAGGED):
                    chosen.setdefault(id, part)
    edits: list[Edit] = [Put(replace(r, status=status)) for r in chosen.values() if r.status is not status]
    if status is Status.REJECTED:
        edits += _without(state, {id for id in chosen if id in state.mentions}, skip=set(chosen))
    return Decision(_VERBS[status], tuple(edits), _subject(chosen.values(), text))


_VERBS = {
    Status.ACCEPTED: "accept",
    Status.REJECTED: "reject",
    Status.FLAGGED: "flag",
    Status.SUGGESTED: "reopen",
}


def _parts(record: Record) -> tuple[str, ...]:
    match record:
        case Event():
            return record.mentions()
        case Quote() if record.speaker:
            return (record.speaker,)
    return ()


def _without(state: ReviewState, mentions: set[str], skip: set[str]) -> list[Edit]:
    """The edits that take mentions out of the events and quotes that hold them."""
    edits: list[Edit] = []
    if not mentions:
        return edits
    for event in state.events.values():
        if event.id not in skip and any(a.mention in mentions for a in event.arguments):
            kept = tuple(a for a in event.arguments if a.mention not in mentions)
            edits.append(Put(replace(event, arguments=kept)))
    for quote in state.quotes.values():
        if quote.id not in skip and quote.speaker in mentions:
            edits.append(Put(replace(quote, speaker=None)))
    return edits


def add_mention(span: Span, label: str, text: str, *, name: str = "", value: str | None = None) -> Decision:
    """A mention that the analyst marks; it is accepted by being marked."""
    words = span.of(text)
    mention = Mention(new_id(), span, label, Status.ACCEPTED, ANALYST, name or words, value)
    return Decision("add", (Put(mention),), words)


def label_all(state: ReviewState, spans: Iterable[Span], label: str, text: str, name: str = "") -> Decision:
    """Give every one of several places a label, as one step; a mention that stands there already is relabelled.

    `name`: the canonical name of the new mentions; "" for the words of the first place.
    """
    there = {m.span: m for m in state.mentions.values() if m.status is not Status.REJECTED}
    edits: list[Edit] = []
    words = ""
    for span in spans:
        words = words or span.of(text)
        old = there.get(span)
        if old is None:
            edits.append(Put(Mention(new_id(), span, label, Status.ACCEPTED, ANALYST, name or words)))
        elif (old.label, old.status) != (label, Status.ACCEPTED):
            edits.append(Put(replace(old, label=label, status=Status.ACCEPTED)))
    return Decision("everywhere", tuple(edits), _short(words))


def relabel(state: ReviewState, id: str, label: str, text: str) -> Decision:
    """Give a mention another label, or an event another type; the analyst's hand accepts it."""
    record = state.record(id)
    match record:
        case Mention():
            changed: Record = replace(record, label=label, status=Status.ACCEPTED)
        case Event():
            changed = replace(record, type=label, mode=None, status=Status.ACCEPTED)
        case _:
            raise KeyError(id)
    return Decision("relabel", (Put(changed),), anchor(record).of(text))


def move_boundary(state: ReviewState, id: str, span: Span, text: str) -> Decision:
    """Give a record another stretch of the text; the analyst's hand accepts it."""
    record = state.record(id)
    match record:
        case Mention():
            same_name = record.name in ("", record.span.of(text))
            changed: Record = replace(
                record, span=span, status=Status.ACCEPTED, name=span.of(text) if same_name else record.name
            )
        case Event():
            changed = replace(record, trigger=span, status=Status.ACCEPTED)
        case Quote():
            changed = replace(record, span=span, status=Status.ACCEPTED)
        case _:
            raise KeyError(id)
    return Decision("move", (Put(changed),), span.of(text))


def delete(state: ReviewState, ids: Iterable[str], text: str) -> Decision:
    """Take records away. A suggestion is rejected instead, so that it is remembered and not suggested again."""
    chosen = [record for id in ids if (record := state.record(id)) is not None]
    edits: list[Edit] = []
    for record in chosen:
        machine = record.origin.source != ANALYST.source
        edits.append(Put(replace(record, status=Status.REJECTED)) if machine else Remove(record.id))
    edits += _without(state, {r.id for r in chosen if isinstance(r, Mention)}, skip={r.id for r in chosen})
    return Decision("delete", tuple(edits), _subject(chosen, text))


def rewrite(record: Record, text: str, verb: str = "edit") -> Decision:
    """Replace a record by an edited copy of itself: another value, name, mode, modality, note."""
    if record.status is Status.SUGGESTED:
        record = replace(record, status=Status.ACCEPTED)
    return Decision(verb, (Put(record),), anchor(record).of(text))


def rename_entity(
    state: ReviewState, mention_ids: Iterable[str], name: str, verb: str = "rename", label: str | None = None
) -> Decision:
    """Give the mentions of one entity another canonical name, as one step; the analyst's hand accepts them.

    `label`: another label too. `verb`: "link" where the name is that of an entity that is known already.
    """
    chosen = [state.mentions[id] for id in mention_ids if id in state.mentions]
    edits: list[Edit] = []
    for old in chosen:
        status = Status.ACCEPTED if old.status is Status.SUGGESTED else old.status
        new = replace(old, name=name, label=label or old.label, status=status)
        if (new.name, new.label) != (old.name, old.label):
            edits.append(Put(new))
    return Decision(verb, tuple(edits), _short(name))


def set_value(state: ReviewState, id: str, value: str | None, text: str) -> Decision:
    """Say what a mention's words mean, or when an event happens; the analyst's hand accepts it.

    Events that take their date from the mention take the new one, as part of the same step.
    """
    record = state.record(id)
    match record:
        case Mention():
            edits: list[Edit] = [Put(replace(record, value=value, status=Status.ACCEPTED))]
            for event in state.events.values():
                if event.when == record.value and event.when and Argument("date", id) in event.arguments:
                    edits.append(Put(replace(event, when=value)))
        case Event():
            edits = [Put(replace(record, when=value, status=Status.ACCEPTED))]
        case _:
            raise KeyError(id)
    return Decision("value", tuple(edits), anchor(record).of(text))


def add_event(trigger: Span, type: str, text: str) -> tuple[Decision, str]:
    """An event that the analyst marks, and its id (to go on filling its roles)."""
    event = Event(new_id(), type, trigger, Status.ACCEPTED, ANALYST)
    return Decision("add", (Put(event),), trigger.of(text)), event.id


def add_quote(span: Span, text: str, speaker: str | None = None) -> Decision:
    """A quote that the analyst marks."""
    quote = Quote(new_id(), span, Status.ACCEPTED, ANALYST, speaker)
    return Decision("add", (Put(quote),), _short(span.of(text)))


def fill_role(state: ReviewState, event_id: str, role: str, mention_id: str, text: str) -> Decision:
    """Let a mention take a role in an event; a mention that has the role already loses it (the same key toggles).

    It gives up the role that it had: who takes part has one part in it, who tells of it is either source or outlet.
    """
    event, mention = state.events[event_id], state.mentions[mention_id]
    argument = Argument(role, mention_id)
    if argument in event.arguments:
        arguments = tuple(a for a in event.arguments if a != argument)
    else:
        tells = role in ATTRIBUTION
        kept = (a for a in event.arguments if a.mention != mention_id or (a.role in ATTRIBUTION) is not tells)
        arguments = (*kept, argument)
    edits: list[Edit] = [Put(replace(event, arguments=arguments, status=Status.ACCEPTED))]
    if mention.status is not Status.ACCEPTED and argument in arguments:
        edits.insert(0, Put(replace(mention, status=Status.ACCEPTED)))
    return Decision("role", tuple(edits), mention.span.of(text))


def set_speaker(state: ReviewState, quote_id: str, mention_id: str | None, text: str) -> Decision:
    """Say who said a quote."""
    quote = state.quotes[quote_id]
    edits: list[Edit] = [Put(replace(quote, speaker=mention_id, status=Status.ACCEPTED))]
    if mention_id is not None and state.mentions[mention_id].status is not Status.ACCEPTED:
        edits.insert(0, Put(replace(state.mentions[mention_id], status=Status.ACCEPTED)))
    return Decision("speaker", tuple(edits), _short(quote.span.of(text)))


def _subject(records: Iterable[Record], text: str) -> str:
    """What to call the records of a step: the words of one, the number of many."""
    found = list(records)
    return _short(anchor(found[0]).of(text)) if len(found) == 1 else str(len(found))


def _short(words: str, limit: int = 40) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"
