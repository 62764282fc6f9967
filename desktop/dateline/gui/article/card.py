"""The hover card: what a record is, where it came from and why, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from dateline.core.annotation import Event, Mention, Quote, Record
from dateline.gui import words
from dateline.gui.dates import spoken_value
from dateline.gui.theme import colour
from dateline.gui.workbench import Workbench


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
            if record.name and record.name != record.span.of(bench.text):
                lines.append(record.name)
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
    return f'<div style="max-width:340px">{title}{body}<br><small>{escape(why)}</small></div>'
