"""A leading date line: ` date 2026-02-14 ` before the story. It is metadata and not part of what is annotated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_HEADER = re.compile(
    r"\s*(?:date|tarih|published|yayın(?: tarihi)?)\s*[:=]?\s*"
    r"(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[./](\d{1,2})[./](\d{4}))\b[ \t]*\n*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the leading line said. `end`: code points of the text that belong to it (0 where there is none)."""

    published: date | None
    end: int


def read_header(text: str) -> Header:
    """Reads a leading date line; `Header(None, 0)` where the text starts with the story itself."""
    match = _HEADER.match(text)
    if match is None:
        return Header(None, 0)
    year, month, day, day2, month2, year2 = match.groups()
    try:
        published = date(int(year or year2), int(month or month2), int(day or day2))
    except ValueError:
        return Header(None, 0)
    return Header(published, match.end())
