"""The JSON form of an annotated article ("gold/1"): what `dateline suggest` writes and the scorer reads.

A contract: fields are added, never renamed or removed. Offsets are code points, half open. Who tells of an event is no
participant of it: `attribution` beside `arguments` is {"source": "t3", "outlet": "t5"}, with one of them, or absent.
"""

from __future__ import annotations

from typing import Any

from dateline.core.annotation import ATTRIBUTION, Event, Mention, Quote, Record, Status
from dateline.core.article import Metadata
from dateline.core.review import ReviewState

FORMAT = "gold/1"


def to_gold(id: str, text: str, metadata: Metadata, state: ReviewState, language: str = "en") -> dict[str, Any]:
    """An article with its records as a dictionary of plain JSON values; rejected records are left out.

    `language` is that of the reasons.
    """
    mentions = sorted((m for m in state.mentions.values() if _stands(m)), key=lambda m: (m.span.start, -m.span.end))
    events = sorted((e for e in state.events.values() if _stands(e)), key=lambda e: e.trigger)
    quotes = sorted((q for q in state.quotes.values() if _stands(q)), key=lambda q: q.span)
    short = {m.id: f"t{n}" for n, m in enumerate(mentions, 1)}
    form: dict[str, Any] = {"format": FORMAT, "id": id, "language": metadata.language}
    if metadata.published:
        form["published"] = metadata.published.isoformat()
    if metadata.title:
        form["title"] = metadata.title
    if metadata.source:
        form["source"] = metadata.source
    form["text"] = text
    form["entities"] = [_mention(m, short[m.id], text, language) for m in mentions]
    form["events"] = [_event(e, f"e{n}", text, short, language) for n, e in enumerate(events, 1)]
    form["quotes"] = [_quote(q, f"q{n}", text, short, language) for n, q in enumerate(quotes, 1)]
    return form


def _stands(record: Record) -> bool:
    return record.status is not Status.REJECTED


def _origin(record: Record, language: str) -> dict[str, Any]:
    origin: dict[str, Any] = {"source": record.origin.source, "reason": record.origin.explain(language)}
    if record.origin.score is not None:
        origin["score"] = round(record.origin.score, 4)
    return origin


def _mention(m: Mention, id: str, text: str, language: str) -> dict[str, Any]:
    form: dict[str, Any] = {
        "id": id,
        "start": m.span.start,
        "end": m.span.end,
        "text": m.span.of(text),
        "label": m.label,
    }
    if m.value:
        form["value"] = m.value
    if m.alternatives:
        form["alternatives"] = list(m.alternatives)
    if m.name and m.name != m.span.of(text):
        form["name"] = m.name
    return form | _origin(m, language)


def _event(e: Event, id: str, text: str, short: dict[str, str], language: str) -> dict[str, Any]:
    trigger = {"start": e.trigger.start, "end": e.trigger.end, "text": e.trigger.of(text)}
    form: dict[str, Any] = {"id": id, "type": e.type}
    if e.mode:
        form["mode"] = e.mode
    form |= {"trigger": trigger, "modality": e.modality}
    if e.when:
        form["when"] = e.when
    named = [(a.role, short[a.mention]) for a in e.arguments if a.mention in short]
    form["arguments"] = [{"role": role, "entity": id} for role, id in named if role not in ATTRIBUTION]
    if attribution := {role: id for role, id in reversed(named) if role in ATTRIBUTION}:
        form["attribution"] = {role: attribution[role] for role in ATTRIBUTION if role in attribution}
    return form | _origin(e, language)


def _quote(q: Quote, id: str, text: str, short: dict[str, str], language: str) -> dict[str, Any]:
    form: dict[str, Any] = {"id": id, "start": q.span.start, "end": q.span.end, "text": q.span.of(text)}
    if q.speaker in short:
        form["speaker"] = short[q.speaker]
    return form | _origin(q, language)
