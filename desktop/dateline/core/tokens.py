"""Tokens of news text: the one rule that selections snap to and that the suggester's pipeline works on.

A Turkish suffix behind an apostrophe is a token of its own (`İran'da` → `İran` + `'da`), so is the English `'s`.
Hyphens always divide (`Tahran-Washington`); numbers keep their separators (`3,2`, `14.30`, `12.03.2024`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.core.spans import Span

APOSTROPHES = "'’‘ʼ`´\x92"
_A = f"[{APOSTROPHES}]"
_LETTER = r"(?:[^\W\d_][\u0300-\u036f\u200d\u00ad]*)"
_LOWER_WORD = r"[a-zçğıiöşüâîû\u0300-\u036f]+"
_UPPER_WORD = r"[A-ZÇĞIİÖŞÜÂÎÛ\u0300-\u036f]+"

_TOKEN = re.compile(
    rf"""
      (?P<suffix>(?<=[\w.\u0300-\u036f]){_A}(?:{_LOWER_WORD}|{_UPPER_WORD})(?!\w))
    | (?P<number>\d+(?:[.,:/]\d+)*)
    | (?P<initials>(?:[A-ZÇĞİÖŞÜ]\.){{2,}}|[A-ZÇĞİÖŞÜ]\.(?=\s?[A-ZÇĞİÖŞÜ][a-zçğıöşü]))
    | (?P<word>{_LETTER}+(?:{_A}(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü]){_LETTER}+)?)
    | (?P<space>\s+)
    | (?P<other>\.\.\.|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ENGLISH_CONTRACTION = re.compile(rf"{_A}(?:t|ll|re|ve|d|m)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, in order, without white space. `starts` and `ends` are code points."""

    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, position: int) -> int | None:
        """The index of the token that covers a position, or None in white space."""
        index = bisect_right(self.starts, position) - 1
        return index if index >= 0 and position < self.ends[index] else None

    def snap(self, start: int, end: int) -> Span | None:
        """The smallest run of whole tokens that covers `start..end`, without a suffix that it merely touches.

        None where the stretch holds white space only. A stretch of no width takes the token around it.
        """
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, max(end, start + 1)) - 1
        if first > last or first >= len(self.starts):
            return None
        return Span(self.starts[first], self.ends[last])

    def step(self, position: int, forward: bool, edge: str) -> int | None:
        """The next token edge from a position: `edge` is "start" or "end"; None at the border of the text."""
        edges = self.starts if edge == "start" else self.ends
        index = bisect_right(edges, position) if forward else bisect_left(edges, position) - 1
        return edges[index] if 0 <= index < len(edges) else None


def tokenize(text: str, language: str = "tr") -> Tokens:
    """The tokens of a text. `language` decides what becomes of English contractions (`don't` stays whole)."""
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "space":
            continue
        if (
            match.lastgroup == "suffix"
            and language == "en"
            and starts
            and _ENGLISH_CONTRACTION.fullmatch(match.group())
        ):
            ends[-1] = match.end()
            continue
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(starts, ends)


def snap_selection(tokens: Tokens, text: str, start: int, end: int) -> Span | None:
    """A selection of a person as a span: whole tokens, the suffix behind the last apostrophe left out.

    `İran'da` selected by a double click becomes `İran`, also where only the suffix was hit; a suffix in the middle
    (`ABD'nin İran'a`) stays.
    """
    span = tokens.snap(start, end)
    if span is None:
        return None
    last = tokens.at(span.end - 1)
    if last is None or not _is_suffix(tokens, text, last):
        return span
    first = min(span.start, tokens.starts[last - 1])
    return Span(first, tokens.starts[last])


def _is_suffix(tokens: Tokens, text: str, index: int) -> bool:
    """Whether a token is an apostrophe with letters, right behind a word."""
    start = tokens.starts[index]
    return (
        text[start] in APOSTROPHES
        and tokens.ends[index] - start > 1
        and index > 0
        and tokens.ends[index - 1] == start
        and text[start - 1].isalnum()
    )
