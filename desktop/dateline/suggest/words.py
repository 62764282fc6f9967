"""The text as words: a light view of the Doc that the rules read, suffixes behind an apostrophe put with their word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from spacy.tokens import Doc

from dateline.core.tokens import APOSTROPHES
from dateline.core.turkish import fold, lower
from dateline.suggest.newsdoc import pieces

_CASES = (
    "da de ta te dan den tan ten nda nde ndan nden a e ya ye na ne ı i u ü yı yi yu yü nı ni nu nü ın in un ün nın nin "
    "nun nün la le yla yle daki deki taki teki ndaki ndeki ndaki ca ce nca nce dır dir tır tir ydı ydi"
).split()
_PLURALS = ("lar", "ler", "ları", "leri")
CASE_ENDINGS = frozenset(
    _CASES
    + list(_PLURALS)
    + [p + c for p in _PLURALS for c in _CASES]
    + ["ki", "ndan", "nden", "dakiler", "dekiler", "nınki", "ninki"]
)
"""What Turkish adds to a name: case, plural, relation. Written without the apostrophe it stands in the same word."""

PLACE_CASES = frozenset("da de ta te dan den tan ten nda nde ndan nden daki deki taki teki ndaki ndeki".split())
"""Locative and ablative: what is in or comes from something."""


@dataclass(slots=True)
class Word:
    """A word or a mark. `start`, `end`: code points, without the suffix behind an apostrophe, which is `suffix`.

    `folded` is for comparing (see `core.turkish.fold`). `capital`: begins with a capital letter, outside a line in
    capitals, where that says nothing. `first`: the first word of a sentence or of a quotation.
    """

    start: int
    end: int
    text: str
    low: str
    folded: str
    capital: bool
    upper: bool
    first: bool
    heading: bool
    suffix: str = ""

    @property
    def letters(self) -> bool:
        return self.text[0].isalnum()


def words_of(doc: Doc, headings: Sequence[tuple[int, int]], body_start: int, language: str) -> list[Word]:
    """The words of a Doc from where the story begins."""
    words: list[Word] = []
    starts = [a for a, _ in headings]
    first = True
    for at, text, opens in pieces(doc):
        if at < body_start or text.isspace():
            continue
        if text[0] in APOSTROPHES and len(text) > 1 and words and words[-1].end == at:
            words[-1].suffix = lower(text[1:])
            continue
        place = bisect_right(starts, at) - 1
        heading = place >= 0 and at < headings[place][1]
        first = first or opens
        low, folded = _forms(text, language)
        letter = text[0].isalpha()
        words.append(
            Word(
                start=at,
                end=at + len(text),
                text=text,
                low=low,
                folded=folded,
                capital=letter and text[0].isupper() and not heading,
                upper=len(text) > 1 and letter and text.isupper(),
                first=first,
                heading=heading,
            )
        )
        first = first and not letter and not text[0].isdigit()
        if text in '"“„«':
            first = True
    return words


@lru_cache(maxsize=50_000)
def _forms(text: str, language: str) -> tuple[str, str]:
    """A word in lower case and folded; words come back often."""
    return lower(text) if language == "tr" else text.lower(), fold(text)


_START = attrgetter("start")


def word_at(words: Sequence[Word], start: int) -> int:
    """The index of the first word that begins at or behind a code point."""
    return bisect_left(words, start, key=_START)


@lru_cache(maxsize=50_000)
def stems(folded: str, shortest: int = 3) -> tuple[tuple[str, str], ...]:
    """A folded word as (stem, ending) for every Turkish ending that it may carry, longest stem first."""
    return tuple(
        (folded[:-n], folded[-n:])
        for n in range(1, min(8, len(folded) - shortest) + 1)
        if folded[-n:] in _FOLDED_ENDINGS
    )


_FOLDED_ENDINGS = frozenset(fold(e) for e in CASE_ENDINGS)
