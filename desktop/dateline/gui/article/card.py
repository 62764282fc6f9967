"""The hover card: what a record is, where it came from and why, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import islice

from PySide6.QtCore import QCoreApplication

from dateline.core.annotation import Event, Mention, Quote, Record, Status
from dateline.core.turkish import fold
from dateline.gui import words
from dateline.gui.dates import moment, spoken_value
from dateline.gui.theme import colour
from dateline.gui.workbench import Workbench

STEPS = 3
"""How many of its latest steps a record tells of."""


def card(records: Sequence[Record], bench: Workbench) -> str:
    """Rich text for a tool tip; everything that comes from an article or a file is escaped."""
    return "<hr>".join(_one(record, bench) for record in records)


def _one(record: Record, bench: Workbench) -> str:
    language = bench.language
    lines: list[str] = []
    match record:
        case Mention():
            term = bench.codebook.term(record.label)
            head = term.name(language) if term else record.label
            lines += _entity(record, bench)
            if record.value:
                lines.append(spoken_value(record.value, language))
            for other in record.alternatives:
                reading = QCoreApplication.translate("Card", "or {value} (V chooses)")
                lines.append(reading.format(value=spoken_value(other, language)))
        case Event():
            term = bench.codebook.term(record.type)
            head = term.name(language) if term else record.type
            for id in (record.mode, record.modality):
                named = bench.codebook.term(id) if id else None
                if named is not None:
                    lines.append(named.name(language))
            if record.when:
                lines.append(spoken_value(record.when, language))
        case Quote():
            term = None
            head = QCoreApplication.translate("Card", "Quote")
            speaker = bench.state.mentions.get(record.speaker or "")
            if speaker is not None:
                lines.append(speaker.name or speaker.span.of(bench.text))
    title = f'<b style="color:{colour(term).name()}">{escape(head)}</b> · {escape(words.status(record.status))}'
    reason = record.origin.explain(language)
    why = f"{words.source(record.origin.source)}: {reason}" if reason else words.source(record.origin.source)
    if record.origin.score is not None:
        why += f" ({words.percent(record.origin.score)})"
    if record.note:
        lines.append("✎ " + record.note)
    body = "".join(f"<br>{escape(line)}" for line in lines)
    small = "<br>".join(escape(line) for line in (why, *_past(record, bench)))
    return f'<div style="max-width:340px">{title}{body}<br><small>{small}</small></div>'


def _entity(mention: Mention, bench: Workbench) -> list[str]:
    """The canonical entity where the words do not say it, and how often it is named where it is named again."""
    if not mention.name:
        return []
    key, others = fold(mention.name), bench.state.mentions.values()
    places = sum(
        other.label == mention.label and other.status is not Status.REJECTED and fold(other.name) == key
        for other in others
    )
    again = QCoreApplication.translate("Card", "%n places in this article", "", places) if places > 1 else ""
    name = mention.name if again or mention.name != mention.span.of(bench.text) else ""
    return [" · ".join(part for part in (name, again) if part)] if name else []


def _past(record: Record, bench: Workbench) -> list[str]:
    """The latest steps that a person took with a record: what, who, when."""
    if bench.session is None:
        return []
    return [
        f"{words.verb(entry.decision.verb)}: {entry.by}, {moment(entry.decision.at, bench.language)}"
        for entry in islice(bench.session.history.about(record.id), STEPS)
    ]
