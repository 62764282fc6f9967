"""What may stand in a cell of a workbook: text that stays text, real dates, numbers; nothing is cut silently.

openpyxl on its own makes formulas of `=…`, cuts at 32,767 characters, drops NaN, and raises on control characters and
time zones.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

MAX_UNITS = 32_767
"""What a cell holds, in UTF-16 units (that is how Excel counts)."""

_TITLE_UNITS = 31

Value = str | int | float | date | datetime | None
"""What a getter may return; `datetime` must know its zone."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; before it and before 1900 a date is written as ISO text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that openpyxl takes as it is. `rest`: what of a long text did not fit, in pieces that do.

    `repaired`: a character that XML cannot hold was replaced by U+FFFD.
    """

    value: str | int | float | date | datetime | None
    rest: Sequence[str] = ()
    repaired: bool = False


EMPTY = Cell(None)


def cell(value: Value) -> Cell:
    """A value as it can be written. Rules: an empty text and None are an empty cell; NaN and infinities are words;
    moments become UTC without microseconds; dates that Excel cannot count become ISO text."""
    match value:
        case None | "":
            return EMPTY
        case str():
            return _text(value)
        case datetime():
            moment = value.astimezone(UTC).replace(tzinfo=None, microsecond=0)
            return Cell(moment) if moment.date() >= _FIRST_DAY else Cell(moment.isoformat(sep=" "))
        case date():
            return Cell(value) if value >= _FIRST_DAY else Cell(value.isoformat())
        case float() if not math.isfinite(value):
            return Cell(str(value))
        case _:
            return Cell(value)


def _text(text: str) -> Cell:
    clean, count = _FORBIDDEN.subn("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    first, *rest = pieces(clean)
    return Cell(first, rest, count > 0)


def pieces(text: str, limit: int = MAX_UNITS) -> list[str]:
    """A text in pieces of at most `limit` UTF-16 units, no surrogate pair divided."""
    if len(text) * 2 <= limit or (len(text) <= limit and max(text) <= "\uffff"):
        return [text]
    found: list[str] = []
    start = units = 0
    for position, character in enumerate(text):
        width = 2 if character > "\uffff" else 1
        if units + width > limit:
            found.append(text[start:position])
            start, units = position, 0
        units += width
    return [*found, text[start:]]


def sheet_title(wanted: str, taken: Sequence[str]) -> str:
    """A sheet name that Excel accepts (31 characters, none of `[]:*?/\\`, no apostrophe at an end) and that is free."""
    plain = _FORBIDDEN.sub("\ufffd", re.sub(r"[\[\]:*?/\\\r\n\t]", " ", wanted))
    clean = " ".join(plain.split()).strip("'")
    clean = pieces(clean, _TITLE_UNITS)[0].strip(" '") or "Sheet"
    title, number = clean, 2
    used = {name.casefold() for name in taken} | {"history"}  # Excel keeps "History" to itself
    while title.casefold() in used:
        mark = f" ({number})"
        title, number = pieces(clean, _TITLE_UNITS - len(mark))[0] + mark, number + 1
    return title
