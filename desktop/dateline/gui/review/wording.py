"""What records are called in lists: one-line summaries, dates in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate

from dateline.core.annotation import Event, Mention, Origin, Quote, Record, Status, anchor
from dateline.core.codebook import Term
from dateline.gui import words
from dateline.gui.dates import spoken_value
from dateline.gui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: a chip with the label, the words, a line that explains, a few letters at the right."""

    term: Term | None
    chip: str
    words: str
    detail: str
    status: Status
    right: str = ""
    help: str = ""

    def spoken(self) -> str:
        """The row for those who hear it."""
        parts = (self.chip, self.words, words.status(self.status), self.detail, self.right)
        return ", ".join(part for part in parts if part)


def flat(text: str) -> str:
    """Words on one line."""
    return " ".join(text.split())


def explain(origin: Origin, language: str) -> str:
    """Source and reason in one line."""
    reason = origin.explain(language)
    return f"{words.source(origin.source)} · {reason}" if reason else words.source(origin.source)


def kind_name(record: Record, bench: Workbench) -> tuple[Term | None, str]:
    """What a record is: the term of its label or type, and its name."""
    match record:
        case Quote():
            return None, QCoreApplication.translate("Review", "Quote")
        case Mention():
            term = bench.codebook.label_by_id.get(record.label)
            return term, term.name(bench.language) if term else record.label
        case Event():
            type = bench.codebook.type_by_id.get(record.type)
            return (type.term, type.term.name(bench.language)) if type else (None, record.type)


def mention_name(mention: Mention, text: str) -> str:
    """The canonical name of what is mentioned, else its words."""
    return mention.name or flat(mention.span.of(text))


def suggestion_row(record: Record, bench: Workbench) -> Row:
    """A record as a row of the queue: with its source and reason, and its score where it has one."""
    term, chip = kind_name(record, bench)
    origin = record.origin
    return Row(
        term,
        chip,
        flat(anchor(record).of(bench.text)),
        explain(origin, bench.language),
        record.status,
        words.percent(origin.score) if origin.score is not None else "",
        explain(origin, bench.language),
    )


def event_row(event: Record, bench: Workbench) -> Row:
    """An event as a row: who did it to whom, where and when. A required role that is empty is asked for."""
    assert isinstance(event, Event)
    term, chip = kind_name(event, bench)
    type = bench.codebook.type_by_id.get(event.type)
    required = type.required if type else ()

    def who(role: str) -> str:
        names = [mention_name(m, bench.text) for id in event.mentions(role) if (m := bench.state.mentions.get(id))]
        if names:
            return ", ".join(dict.fromkeys(names))
        asked = bench.codebook.term(role) if role in required else None
        return f"{asked.name(bench.language)}?" if asked else ""

    actor, recipient = who("actor"), who("recipient")
    deed = f"{actor or '…'} → {recipient}" if recipient else actor
    parts = (deed, who("third_party"), who("location"), spoken_date(event.when or "", bench.language))
    modality = bench.codebook.term(event.modality) if event.modality != "asserted" else None
    return Row(
        term,
        chip,
        flat(event.trigger.of(bench.text)),
        " · ".join(part for part in parts if part),
        event.status,
        modality.name(bench.language) if modality else "",
        explain(event.origin, bench.language),
    )


def quote_row(quote: Record, bench: Workbench) -> Row:
    """A quote as a row: its words and who said them."""
    assert isinstance(quote, Quote)
    speaker = bench.state.mentions.get(quote.speaker) if quote.speaker else None
    who = mention_name(speaker, bench.text) if speaker else QCoreApplication.translate("Review", "Who said it?")
    return Row(
        bench.codebook.label_by_id.get(speaker.label) if speaker else None,
        who,
        f"“{flat(quote.span.of(bench.text))}”",
        explain(quote.origin, bench.language),
        quote.status,
        help=flat(quote.span.of(bench.text)),
    )


def note_row(record: Record, bench: Workbench) -> Row:
    """A record with its note."""
    term, chip = kind_name(record, bench)
    return Row(term, chip, flat(anchor(record).of(bench.text)), flat(record.note), record.status, help=record.note)


_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d).*")
_ISO = re.compile(
    r"\d{4}(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?)?)?"
    r"|W[0-5]\d(?:-[1-7])?|Q[1-4]|S[PUIM]|FA|WI))?"
)


def is_iso(value: str) -> bool:
    """Whether a value is a date, a month, a year, a week, a quarter, a time of a day, or an interval of these."""
    parts = value.split("/")
    return len(parts) <= 2 and all(_ISO.fullmatch(p) and _real(p) for p in parts)


def _real(part: str) -> bool:
    match = _DAY.fullmatch(part)
    return match is None or QDate(int(match[1]), int(match[2]), int(match[3])).isValid()


def spoken_date(value: str, language: str) -> str:
    """A value, or both ends of an interval, in words; "" where it is said as it is written."""
    parts = [spoken_value(day, language) + (f" {clock}" if clock else "") for day, clock in _parts(value)]
    said = " – ".join(parts)
    return "" if said == value else said


def _parts(value: str) -> list[tuple[str, str]]:
    return [(day, clock) for day, _, clock in (part.partition("T") for part in value.split("/"))]
