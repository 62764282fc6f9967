"""Records as lines of cells, for the clipboard: what is pasted into Excel stands in its columns."""

from __future__ import annotations

from dateline.core.annotation import Event, Mention, Quote, Record
from dateline.core.codebook import Codebook
from dateline.core.review import ReviewState

FORMULA = "=+-@\t\r"


def cells(record: Record, state: ReviewState, text: str, book: Codebook, language: str) -> list[str]:
    """The cells of a record: kind, words and what is known, participants as `role: name`; offsets in code points."""

    def name(id: str) -> str:
        term = book.term(id)
        return term.name(language) if term else id

    def who(id: str) -> str:
        mention = state.mentions.get(id)
        return (mention.name or mention.span.of(text)) if mention is not None else ""

    match record:
        case Mention():
            row = [name(record.label), record.span.of(text), record.name, record.value or ""]
            place = record.span
        case Event():
            people = "; ".join(f"{name(a.role)}: {who(a.mention)}" for a in record.arguments)
            row = [name(record.type), record.trigger.of(text), people, name(record.modality), record.when or ""]
            place = record.trigger
        case Quote():
            row = [who(record.speaker or ""), record.span.of(text)]
            place = record.span
    return [*row, str(place.start), str(place.end)]


def line(row: list[str]) -> str:
    """Cells as one line of tab-separated text; nothing in it becomes a formula, nothing breaks the line."""
    return "\t".join(_safe(cell) for cell in row)


def _safe(cell: str) -> str:
    flat = " ".join(cell.split())
    return f"'{flat}" if flat[:1] and flat[0] in FORMULA and not flat.lstrip("+-").isdigit() else flat
