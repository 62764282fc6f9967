"""Counts: a number and the noun phrase that it counts, in Turkish and English.

The lists of nouns are general. Ages, repetitions, parts and the clauses of a text are not counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.suggest.counts import english, turkish


def find(text: str, lowered: str, language: str, start: int = 0) -> Iterator[tuple[int, int, str]]:
    """Counts as (start, end, the words of the number), from `start` on; `lowered` has the length of `text`."""
    return turkish.find(text, lowered, start) if language == "tr" else english.find(lowered, start)
