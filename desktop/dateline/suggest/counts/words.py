"""What the grammars of counts share: the edge of a number and the words behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

LEFT = r"(?<![\w.,:/%$€£₺+-])(?<!\d[-–])"
"""A number does not start inside another one, a score, a ratio or a name."""

_WORD = re.compile(r"[^\W\d_](?:[\w.-]*\w)?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: in lower case, whether it is written with a capital, where it ends."""

    lower: str
    capital: bool
    end: int


def following(text: str, lowered: str, at: int, count: int) -> list[Word]:
    """The next words (at most `count`), as long as single blanks part them."""
    result: list[Word] = []
    while len(result) < count and (match := _WORD.match(lowered, at)):
        result.append(Word(match.group(), text[match.start()].isupper(), match.end()))
        at = match.end() + 1
        if lowered[match.end() : at] not in (" ", "\u00a0"):
            break
    return result
