"""Finding words in a text as a Turkish reader means them: case, dots and accents aside, suffixes or not.

Offsets are code points of the text itself: the comparison goes over `turkish.fold_aligned`, whose length is the same.
"""

from __future__ import annotations

import re
import warnings
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from dateline.core.spans import CONTEXT, Span
from dateline.core.suffixes import can_follow
from dateline.core.turkish import fold_aligned


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `exact`: case, dots and accents count. `whole_word`: no letter may touch the words.

    `suffixes`: a Turkish suffix may follow (and, without an apostrophe, belongs to the hit). `regex`: the words are a
    regular expression; it is matched against the text as it is, upper and lower case aside.
    """

    words: str
    exact: bool = False
    whole_word: bool = False
    suffixes: bool = False
    regex: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place with its words and a little text around, on one line."""

    span: Span
    before: str
    words: str
    after: str


class PatternError(ValueError):
    """A regular expression that is none; the text says where."""


def find(text: str, query: Query) -> list[Span]:
    """The stretches of a text that a query means, in order, none overlapping another. Raises `PatternError`."""
    if not query.words.strip():
        return []
    if query.regex:
        return _by_pattern(text, query.words)
    words = query.words.strip()
    haystack = text if query.exact else fold_aligned(text)
    needle = words if query.exact else fold_aligned(words)
    parts = needle.split()
    if not parts:  # a lone accent folds to nothing
        return []
    if max(parts, key=len) not in haystack:  # most texts hold none of it, and this sees that soonest
        return []
    pattern = r"\s+".join(re.escape(part) for part in parts)
    hits: list[Span] = []
    for match in re.finditer(pattern, haystack):
        end = _end(text, match.start(), match.end(), query)
        if end is not None and (not hits or match.start() >= hits[-1].end):
            hits.append(Span(match.start(), end))
    return hits


def _end(text: str, start: int, end: int, query: Query) -> int | None:
    """Where a hit ends; None where what touches it makes it another word."""
    bounded = query.whole_word or query.suffixes
    if not bounded:
        return end
    if start and _letter(text[start - 1]):
        return None
    stop = end
    while stop < len(text) and _letter(text[stop]):
        stop += 1
    if stop == end:
        return end
    return stop if query.suffixes and can_follow(text[end:stop]) else None


def _letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _by_pattern(text: str, words: str) -> list[Span]:
    found = compiled(words).finditer(text)
    return [Span(m.start(), m.end()) for m in found if m.end() > m.start()]


def compiled(words: str) -> re.Pattern[str]:
    """A regular expression, ready. Raises `PatternError`. Matching may take for ever (`services.matching` ends it)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # `[[a]` may mean something else in a later Python
            return re.compile(words, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        raise PatternError(str(error)) from error


def occurrences(text: str, words: str, exact: bool = False, suffixes: bool = True) -> list[Span]:
    """Every place where a name stands on its own, the one it was taken from included."""
    return find(text, Query(words, exact=exact, whole_word=True, suffixes=suffixes))


def unlabelled(hits: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """The hits that no other stretch touches."""
    ordered = sorted(taken)
    starts = [other.start for other in ordered]
    ends = list(accumulate((other.end for other in ordered), max))  # how far those up to here reach

    def free(hit: Span) -> bool:
        before = bisect_left(starts, hit.end)
        return not before or ends[before - 1] <= hit.start

    return [hit for hit in hits if free(hit)]


def in_context(text: str, hit: Span, width: int = 40) -> Hit:
    """A hit with about `width` code points on each side."""
    return Hit(hit, *context(text, hit, width))


def context(text: str, hit: Span, width: int = 40) -> tuple[str, str, str]:
    """A hit with the whole words around it, on one line: up to `width` code points on each side, "…" where text is cut.

    A word that is longer than that is cut all the same, so that there is something to see.
    """
    start, end = max(0, hit.start - width), min(len(text), hit.end + width)
    before, after = text[start : hit.start], text[hit.end : end]
    if start and not text[start - 1].isspace():
        before = _PART_BEFORE.sub("", before)
    if end < len(text) and not text[end].isspace():
        after = _PART_AFTER.sub("", after)
    before = ("…" if text[:start].strip() else "") + before.replace("\n", " ").lstrip()
    after = after.replace("\n", " ").rstrip() + ("…" if text[end:].strip() else "")
    return before, hit.of(text).replace("\n", " "), after


def kept_context(before: str, after: str) -> tuple[str, str]:
    """What is kept around a span (`Span.context`) as whole words; whether it was cut amid a word is not known."""
    if len(before) >= CONTEXT:
        before = "…" + _PART_BEFORE.sub("", before).lstrip()
    if len(after) >= CONTEXT:
        after = _PART_AFTER.sub("", after).rstrip() + "…"
    return before, after


_PART_BEFORE = re.compile(r"^\S+(?=\s)")
_PART_AFTER = re.compile(r"(?<=\s)\S+$")
