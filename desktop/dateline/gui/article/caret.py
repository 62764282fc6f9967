"""Where the caret stops when it goes word by word: at words as the analyst marks them, without Qt.

Qt's own word steps stop at blanks and punctuation and take a Turkish suffix for a part of its word. Here a step goes
from word to word, and selecting ends where the name ends: before the apostrophe of `İran'da`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import category

from dateline.core.tokens import APOSTROPHES, Tokens

_SIGNS = "%‰°"
"""Signs that belong to an amount and are worth a stop."""


@dataclass(frozen=True, slots=True)
class Stops:
    """Starts and ends of the words of a text, in order, in code points."""

    starts: Sequence[int]
    ends: Sequence[int]

    def step(self, position: int, forward: bool, selecting: bool) -> int | None:
        """Where a step leads: to the start of a word; `selecting` forwards to the end of one. None at the border."""
        edges = self.ends if selecting and forward else self.starts
        index = bisect_right(edges, position) if forward else bisect_left(edges, position) - 1
        return edges[index] if 0 <= index < len(edges) else None


def stops(tokens: Tokens, text: str) -> Stops:
    """The words among tokens: letters, digits and the signs of amounts, but no suffix behind an apostrophe."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        first = text[start]
        if first in APOSTROPHES or not (first.isalnum() or first in _SIGNS or category(first) == "Sc"):
            continue
        starts.append(start)
        ends.append(end)
    return Stops(starts, ends)
