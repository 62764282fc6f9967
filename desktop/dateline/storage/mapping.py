"""Records to plain values and back: as columns of a row, and as JSON inside the log.

Reading raises `ValueError`, `KeyError` or `TypeError` for values that no version of the program has written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from dateline.core.annotation import Argument, Event, Mention, Origin, Quote, Record, Status, anchor
from dateline.core.codebook import dump, parse
from dateline.core.history import Entry, Kind, Line
from dateline.core.ledger import ProjectDecision, ProjectEdit, ProjectEntry, PutEntity, RemoveEntity, SetCodebook
from dateline.core.registry import Entity
from dateline.core.review import Decision, Edit, Put, Remove
from dateline.core.spans import Span

Values = dict[str, Any]

COMMON = ("id", "span_start", "span_end", "status", "source", "reason", "params", "score", "note")
"""The columns that every kind of record is read from, in the order of `_common`."""
OF_MENTION = (*COMMON, "label", "name", "value")
OF_EVENT = (*COMMON, "type", "modality", "mode", "happened")
OF_QUOTE = (*COMMON, "speaker_id")


def columns(record: Record) -> Values:
    """The columns of a record that say what it is; an event's arguments are rows of their own."""
    span, origin = anchor(record), record.origin
    values: Values = {
        "id": record.id,
        "span_start": span.start,
        "span_end": span.end,
        "status": record.status.value,
        "source": origin.source,
        "reason": origin.reason,
        "params": dict(origin.params) or None,
        "score": origin.score,
        "note": record.note,
    }
    match record:
        case Mention():
            values |= {"label": record.label, "name": record.name, "value": record.value}
        case Event():
            values |= {"type": record.type, "modality": record.modality, "mode": record.mode, "happened": record.when}
        case Quote():
            values |= {"speaker_id": record.speaker}
    return values


def quoted(record: Record, text: str) -> Values:
    """The columns that anchor a record: its words and a little text on either side."""
    span = anchor(record)
    prefix, suffix = span.context(text)
    return {"words": span.of(text), "prefix": prefix, "suffix": suffix}


def arguments(event: Event) -> list[Values]:
    """The rows of an event's arguments, in their order."""
    return [
        {"event_id": event.id, "position": place, "role": a.role, "mention_id": a.mention}
        for place, a in enumerate(event.arguments)
    ]


def mention(row: tuple[Any, ...]) -> Mention:
    """A mention from the columns `OF_MENTION`."""
    id, span, status, origin, note = _common(row)
    label, name, value = row[len(COMMON) :]
    return Mention(id, span, label, status, origin, name, value, note)


def event(row: tuple[Any, ...], participants: tuple[Argument, ...]) -> Event:
    """An event from the columns `OF_EVENT` and its arguments."""
    id, span, status, origin, note = _common(row)
    type, modality, mode, when = row[len(COMMON) :]
    return Event(id, type, span, status, origin, modality, mode, when, participants, note)


def quote(row: tuple[Any, ...]) -> Quote:
    """A quote from the columns `OF_QUOTE`."""
    id, span, status, origin, note = _common(row)
    return Quote(id, span, status, origin, row[len(COMMON)], note)


def _common(row: tuple[Any, ...]) -> tuple[str, Span, Status, Origin, str]:
    id, start, end, status, source, reason, params, score, note = row[: len(COMMON)]
    return id, Span(start, end), Status(status), Origin(source, reason, params or {}, score), note


def entry_columns(entry: Entry) -> Values:
    """The columns of a line of the log of an article that say what was done."""
    return _line_columns(entry, _edit_form)


def project_columns(entry: ProjectEntry) -> Values:
    """The columns of a line of the project's log that say what was done."""
    return _line_columns(entry, _project_form)


def _line_columns(line: Line[Any], form: Callable[[Any], Values]) -> Values:
    return {
        "id": line.decision.id,
        "kind": line.kind.value,
        "verb": line.decision.verb,
        "subject": line.decision.subject,
        "forward": [form(e) for e in line.decision.edits],
        "inverse": {
            "id": line.inverse.id,
            "at": line.inverse.at.isoformat(),
            "edits": [form(e) for e in line.inverse.edits],
        },
        "reverts": line.reverts,
        "taken_at": line.decision.at,
        "group_id": line.decision.group,
    }


OF_ENTRY = ("id", "kind", "verb", "subject", "forward", "inverse", "reverts", "taken_at", "group_id")


def entry(row: tuple[Any, ...], by: str) -> Entry:
    """A line of the log from the columns `OF_ENTRY` and the name of who took the step."""
    id, kind, verb, subject, forward, inverse, reverts, at, group = row
    back = tuple(_edit(form) for form in inverse["edits"])
    return Entry(
        Kind(kind),
        Decision(verb, tuple(_edit(form) for form in forward), subject, id, at, group),
        Decision(verb, back, subject, inverse["id"], datetime.fromisoformat(inverse["at"]), group),
        by,
        reverts,
    )


def project_entry(row: tuple[Any, ...], by: str) -> ProjectEntry:
    """A line of the project's log from the columns `OF_ENTRY` and the name of who took the step."""
    id, kind, verb, subject, forward, inverse, reverts, at, group = row
    back = tuple(_project_edit(form) for form in inverse["edits"])
    return ProjectEntry(
        Kind(kind),
        ProjectDecision(verb, tuple(_project_edit(form) for form in forward), subject, id, at, group),
        ProjectDecision(verb, back, subject, inverse["id"], datetime.fromisoformat(inverse["at"]), group),
        by,
        reverts,
    )


def _project_form(edit: ProjectEdit) -> Values:
    match edit:
        case PutEntity(entity):
            return {"entity": {key: value for key, value in asdict(entity).items() if value}}
        case RemoveEntity(id):
            return {"remove": id}
    return {"codebook": json.loads(dump(edit.book))}


def _project_edit(form: Mapping[str, Any]) -> ProjectEdit:
    if "remove" in form:
        return RemoveEntity(form["remove"])
    if "codebook" in form:
        return SetCodebook(parse(json.dumps(form["codebook"])))
    said = dict(form["entity"])
    return PutEntity(Entity(**said | {"aliases": tuple(said.get("aliases", ()))}))


def _edit_form(edit: Edit) -> Values:
    """`{"remove": id}`, or the record's columns with its kind; what is empty is left out."""
    if isinstance(edit, Remove):
        return {"remove": edit.id}
    record = edit.record
    form: Values = {"put": type(record).__name__.lower()}
    form |= {key: value for key, value in columns(record).items() if value not in (None, "")}
    if isinstance(record, Event):
        form["arguments"] = [[a.role, a.mention] for a in record.arguments]
    return form


def _edit(form: Mapping[str, Any]) -> Edit:
    if "remove" in form:
        return Remove(form["remove"])
    match form["put"]:
        case "mention":
            return Put(mention(_row(form, OF_MENTION)))
        case "event":
            participants = tuple(Argument(role, id) for role, id in form["arguments"])
            return Put(event(_row(form, OF_EVENT), participants))
        case "quote":
            return Put(quote(_row(form, OF_QUOTE)))
    raise ValueError(form["put"])


_EMPTY = {"reason": "", "note": "", "name": "", "label": "", "type": "", "modality": "", "source": ""}


def _row(form: Mapping[str, Any], names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(form.get(name, _EMPTY.get(name)) for name in names)
