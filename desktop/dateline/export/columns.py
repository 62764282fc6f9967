"""Every sheet and column of an export, declared once: name, width, value, drop-down list. Writers only read this.

A column's `key` is its machine name; heading and meaning are `export.column.<key>` and `export.meaning.<key>` of the
message catalogue. The columns follow what ACLED, GDELT, ICEWS and POLECAT offer, as far as Dateline knows the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from dateline.core.annotation import OUTLET, SOURCE, Event, Mention, Quote, Record
from dateline.core.header import read_header
from dateline.core.messages import say
from dateline.core.periods import Period, period
from dateline.core.ports import HitLine
from dateline.core.spans import Span
from dateline.export.cells import Value
from dateline.export.codes import CodeRow
from dateline.export.entities import EntityRow
from dateline.export.scene import Scene, joined

Row = TypeVar("Row", contravariant=True)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column. `width`: in characters; `choices`: the group of the Codebook sheet that its cells are chosen from.

    `detail`: folded away at first. Details stand behind what a person reads.
    """

    key: str
    width: float
    get: Callable[[Row], Value]
    choices: str = ""
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Row]):
    """One sheet: its key (`export.sheet.<key>` is its name) and its columns."""

    key: str
    columns: Sequence[Column[Row]]


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record with the article it is in."""

    scene: Scene
    record: Record


@dataclass(frozen=True, slots=True)
class MentionRow(RecordRow):
    record: Mention


@dataclass(frozen=True, slots=True)
class EventRow(RecordRow):
    record: Event


@dataclass(frozen=True, slots=True)
class QuoteRow(RecordRow):
    record: Quote


@dataclass(frozen=True, slots=True)
class ParticipantRow(EventRow):
    """One mention in one role of an event."""

    role: str
    mention: Mention


def moment(value: str | None) -> date | str | None:
    """A normalised value as a real date where it names one day, else as it is."""
    days = period(value)
    return days.start if days is not None and days.precision == "day" else value


def _days(row: EventRow) -> Period | None:
    """When an event was: its own date, else that of its only dated participant."""
    return period(_when(row))


def _when(row: EventRow) -> str | None:
    if row.record.when:
        return row.record.when
    values = {m.value for m in row.scene.parts(row.record, "date") if m.value}
    return values.pop() if len(values) == 1 else None


def _names(row: EventRow, role: str) -> str:
    return joined(row.scene.name(m) for m in row.scene.parts(row.record, role))


def _labels(row: EventRow, role: str) -> str:
    return joined(m.label for m in row.scene.parts(row.record, role))


def _words(row: EventRow, role: str) -> str:
    return joined(row.scene.words(m.span) for m in row.scene.parts(row.record, role))


def _entities(row: EventRow, role: str) -> str:
    return joined(row.scene.entity(m) for m in row.scene.parts(row.record, role))


def _evidence(row: RecordRow) -> Span:
    return row.scene.sentence(row.record)


def _said_by(row: EventRow) -> str:
    """Who tells of an event: the source that it has, else the speaker of the quote around it."""
    if named := _names(row, SOURCE):
        return named
    quote = row.scene.quote_around(row.record)
    speaker = row.scene.speaker(quote) if quote else None
    return row.scene.name(speaker) if speaker else ""


def _attribution(row: EventRow) -> str:
    """How it is told: DIRECT within a quote, INDIRECT in the words of the article; "" where nobody is named."""
    if row.scene.quote_around(row.record) is not None:
        return "DIRECT"
    return "INDIRECT" if _names(row, SOURCE) or _names(row, OUTLET) else ""


def _speaker_name(row: QuoteRow) -> str:
    speaker = row.scene.speaker(row.record)
    return row.scene.name(speaker) if speaker else ""


def _speaker_entity(row: QuoteRow) -> str:
    speaker = row.scene.speaker(row.record)
    return row.scene.entity(speaker) if speaker else ""


def _event_fact(row: EventRow, fact: str) -> str:
    kind = row.scene.codebook.type_by_id.get(row.record.type)
    return str(getattr(kind, fact)) if kind else ""


def _coder(row: RecordRow) -> str:
    touch = row.scene.touched.get(row.record.id)
    return touch.by if touch else ""


_READ: tuple[Column[RecordRow], ...] = (
    Column("title", 36, lambda r: r.scene.article.metadata.title),
    Column("source", 16, lambda r: r.scene.article.metadata.source),
    Column("published", 12, lambda r: r.scene.article.metadata.published),
    Column("status_name", 12, lambda r: say(f"export.status.{r.record.status.value}", r.scene.language)),
)
_NOTE: Column[RecordRow] = Column("note", 30, lambda r: r.record.note)
# Codes, ids and offsets: for those who compute with the table, in the way of those who read it.
_STATUS: Column[RecordRow] = Column("status", 12, lambda r: r.record.status.value, "status", detail=True)
_ARTICLE_ID: Column[RecordRow] = Column("article_id", 14, lambda r: r.scene.article.id, detail=True)
_WORK: tuple[Column[RecordRow], ...] = (
    _STATUS,
    Column("suggested_by", 12, lambda r: r.record.origin.source, detail=True),
    Column("score", 8, lambda r: r.record.origin.score, detail=True),
    Column("reason", 40, lambda r: r.record.origin.explain(r.scene.language), detail=True),
    Column("coder", 14, _coder, detail=True),
    Column("coded_at", 17, lambda r: touch.at if (touch := r.scene.touched.get(r.record.id)) else None, detail=True),
)

EVENTS: Sheet[EventRow] = Sheet(
    "events",
    (
        Column("when", 12, lambda r: moment(_when(r))),
        Column("event_type_name", 16, lambda r: r.scene.term(r.record.type)),
        Column("actor_names", 30, lambda r: _names(r, "actor")),
        Column("recipient_names", 30, lambda r: _names(r, "recipient")),
        Column("location_name", 20, lambda r: _names(r, "location")),
        Column("third_parties", 20, lambda r: _names(r, "third_party")),
        Column("modality_name", 14, lambda r: r.scene.term(r.record.modality)),
        Column("evidence_text", 60, lambda r: r.scene.words(_evidence(r))),
        Column("attributed_source", 20, _said_by),
        Column("source_outlet", 18, lambda r: _names(r, OUTLET)),
        *_READ,
        _NOTE,
        Column("event_id", 14, lambda r: r.record.id, detail=True),
        Column("event_type", 14, lambda r: r.record.type, "event_type", detail=True),
        Column("event_mode_name", 16, lambda r: r.scene.term(r.record.mode), detail=True),
        Column("event_mode", 14, lambda r: r.record.mode, "mode", detail=True),
        Column("modality", 12, lambda r: r.record.modality, "modality", detail=True),
        Column("trigger_text", 16, lambda r: r.scene.words(r.record.trigger), detail=True),
        Column("attribution_type", 12, _attribution, "attribution", detail=True),
        Column("actor_labels", 12, lambda r: _labels(r, "actor"), detail=True),
        Column("recipient_labels", 12, lambda r: _labels(r, "recipient"), detail=True),
        Column("time_text", 16, lambda r: _words(r, "date"), detail=True),
        Column("date_start", 12, lambda r: days.start if (days := _days(r)) else None, detail=True),
        Column("date_end", 12, lambda r: days.end if (days := _days(r)) else None, detail=True),
        Column(
            "date_precision", 12, lambda r: days.precision if (days := _days(r)) else None, "precision", detail=True
        ),
        _ARTICLE_ID,
        *_WORK,
        Column("plover", 12, lambda r: _event_fact(r, "plover"), detail=True),
        Column("quad_code", 8, lambda r: _event_fact(r, "quad"), detail=True),
        Column("actor_entity_ids", 14, lambda r: _entities(r, "actor"), detail=True),
        Column("recipient_entity_ids", 14, lambda r: _entities(r, "recipient"), detail=True),
        Column("char_start", 10, lambda r: _evidence(r).start, detail=True),
        Column("char_end", 10, lambda r: _evidence(r).end, detail=True),
        Column("trigger_start", 10, lambda r: r.record.trigger.start, detail=True),
        Column("trigger_end", 10, lambda r: r.record.trigger.end, detail=True),
        Column("language", 8, lambda r: r.scene.article.metadata.language, detail=True),
        Column("article_sha256", 14, lambda r: r.scene.article.text.sha256, detail=True),
    ),
)

PARTICIPANTS: Sheet[ParticipantRow] = Sheet(
    "participants",
    (
        Column("event_type_name", 16, lambda r: r.scene.term(r.record.type)),
        Column("role_name", 14, lambda r: r.scene.term(r.role)),
        Column("name", 30, lambda r: r.scene.name(r.mention)),
        Column("label_name", 14, lambda r: r.scene.term(r.mention.label)),
        Column("text", 30, lambda r: r.scene.words(r.mention.span)),
        Column("value", 14, lambda r: moment(r.mention.value)),
        *_READ,
        Column("event_id", 14, lambda r: r.record.id, detail=True),
        Column("event_type", 14, lambda r: r.record.type, "event_type", detail=True),
        Column("role", 12, lambda r: r.role, "role", detail=True),
        Column("label", 12, lambda r: r.mention.label, "label", detail=True),
        Column("entity_id", 14, lambda r: r.scene.entity(r.mention), detail=True),
        Column("mention_id", 14, lambda r: r.mention.id, detail=True),
        Column("start", 8, lambda r: r.mention.span.start, detail=True),
        Column("end", 8, lambda r: r.mention.span.end, detail=True),
        _ARTICLE_ID,
        _STATUS,
    ),
)

ENTITIES: Sheet[EntityRow] = Sheet(
    "entities",
    (
        Column("name", 34, lambda r: r.name),
        Column("label_name", 14, lambda r: r.label_name),
        Column("forms", 44, lambda r: joined(r.forms)),
        Column("aliases", 30, lambda r: joined(r.known.aliases) if r.known else ""),
        Column("country", 10, lambda r: r.known.country if r.known else ""),
        Column("sector", 16, lambda r: r.known.sector if r.known else ""),
        Column("mention_count", 10, lambda r: r.mentions),
        Column("article_count", 10, lambda r: len(r.articles)),
        Column("actor_count", 10, lambda r: r.roles["actor"]),
        Column("recipient_count", 10, lambda r: r.roles["recipient"]),
        Column("first_published", 12, lambda r: min(r.published, default=None)),
        Column("last_published", 12, lambda r: max(r.published, default=None)),
        Column("label", 12, lambda r: r.label, "label", detail=True),
        Column("external_id", 14, lambda r: r.known.external_id if r.known else "", detail=True),
        Column("entity_id", 14, lambda r: r.id, detail=True),
    ),
)

MENTIONS: Sheet[MentionRow] = Sheet(
    "mentions",
    (
        Column("text", 30, lambda r: r.scene.words(r.record.span)),
        Column("label_name", 14, lambda r: r.scene.term(r.record.label)),
        Column("name", 30, lambda r: r.scene.name(r.record)),
        Column("value", 14, lambda r: moment(r.record.value)),
        Column("evidence_text", 60, lambda r: r.scene.words(_evidence(r))),
        *_READ,
        _NOTE,
        Column("label", 12, lambda r: r.record.label, "label", detail=True),
        _ARTICLE_ID,
        *_WORK,
        Column("start", 8, lambda r: r.record.span.start, detail=True),
        Column("end", 8, lambda r: r.record.span.end, detail=True),
        Column("entity_id", 14, lambda r: r.scene.entity(r.record), detail=True),
        Column("mention_id", 14, lambda r: r.record.id, detail=True),
    ),
)

QUOTES: Sheet[QuoteRow] = Sheet(
    "quotes",
    (
        Column("text", 60, lambda r: r.scene.words(r.record.span)),
        Column("speaker", 30, _speaker_name),
        *_READ,
        _NOTE,
        Column("speaker_entity_id", 14, _speaker_entity, detail=True),
        _ARTICLE_ID,
        *_WORK,
        Column("start", 8, lambda r: r.record.span.start, detail=True),
        Column("end", 8, lambda r: r.record.span.end, detail=True),
        Column("quote_id", 14, lambda r: r.record.id, detail=True),
    ),
)

ARTICLES: Sheet[Scene] = Sheet(
    "articles",
    (
        Column("title", 44, lambda s: s.article.metadata.title),
        Column("source", 16, lambda s: s.article.metadata.source),
        Column("published", 12, lambda s: s.article.metadata.published),
        Column("language", 8, lambda s: s.article.metadata.language),
        Column("article_status_name", 14, lambda s: say(f"export.article_status.{s.article.status.value}", s.language)),
        Column("mention_count", 10, lambda s: len(s.mentions)),
        Column("event_count", 10, lambda s: len(s.events)),
        Column("quote_count", 10, lambda s: len(s.quotes)),
        Column("article_note", 40, lambda s: s.article.note),
        Column("article_text", 60, lambda s: s.text),
        Column("article_status", 12, lambda s: s.article.status.value, "article_status", detail=True),
        Column("body_start", 10, lambda s: read_header(s.text).end, detail=True),
        Column("origin", 30, lambda s: s.article.origin, detail=True),
        Column("imported_at", 17, lambda s: s.article.imported_at, detail=True),
        Column("article_sha256", 14, lambda s: s.article.text.sha256, detail=True),
        Column("article_id", 14, lambda s: s.article.id, detail=True),
    ),
)

CODEBOOK: Sheet[CodeRow] = Sheet(
    "codebook",
    (
        Column("group", 14, lambda r: r.group),
        Column("code", 16, lambda r: r.code),
        Column("code_name", 24, lambda r: r.name),
        Column("definition", 70, lambda r: r.definition),
        Column("confused_with", 20, lambda r: joined(r.confused_with)),
        Column("modes", 30, lambda r: joined(r.modes)),
        Column("required_roles", 20, lambda r: joined(r.required)),
        Column("plover", 12, lambda r: r.plover),
        Column("quad_code", 8, lambda r: r.quad),
    ),
)
CODE_COLUMN = next(place for place, column in enumerate(CODEBOOK.columns) if column.key == "code")


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the About sheet: a fact about the file, or what a column means."""

    sheet: str
    column: str
    key: str
    meaning: str


ABOUT: Sheet[Fact] = Sheet(
    "about",
    (
        Column("about_sheet", 18, lambda f: f.sheet),
        Column("about_column", 26, lambda f: f.column),
        Column("about_key", 24, lambda f: f.key),
        Column("about_meaning", 100, lambda f: f.meaning),
    ),
)


@dataclass(frozen=True, slots=True)
class LongText:
    """A further piece of a text that did not fit its cell. `row`: of the sheet, as Excel counts; `part`: from 2."""

    sheet: str
    row: int
    column: str
    part: int
    text: str


HITS: Sheet[HitLine] = Sheet(
    "hits",
    (
        Column("title", 40, lambda r: r.title),
        Column("published", 13, lambda r: r.published),
        Column("source", 22, lambda r: r.source),
        Column("hit_before", 60, lambda r: r.hit.before),
        Column("hit_words", 24, lambda r: r.hit.words),
        Column("hit_after", 60, lambda r: r.hit.after),
        Column("article_id", 28, lambda r: r.article_id, detail=True),
        Column("start", 9, lambda r: r.start, detail=True),
        Column("end", 9, lambda r: r.end, detail=True),
    ),
)

LONG_TEXTS: Sheet[LongText] = Sheet(
    "long_texts",
    (
        Column("long_sheet", 18, lambda t: t.sheet),
        Column("long_row", 8, lambda t: t.row),
        Column("long_column", 20, lambda t: t.column),
        Column("long_part", 8, lambda t: t.part),
        Column("long_text", 80, lambda t: t.text),
    ),
)

DESCRIBED: Sequence[Sheet[Any]] = (EVENTS, PARTICIPANTS, ENTITIES, MENTIONS, QUOTES, ARTICLES, CODEBOOK)
"""The sheets whose columns the About sheet explains, in the order of the workbook."""


def heading(column: Column[Any], language: str) -> str:
    """The heading of a column in words."""
    return say(f"export.column.{column.key}", language)
