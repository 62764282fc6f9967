"""How an event was carried out (by phone, from the air, an arrest): the nearest cue in the words around its trigger."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.core import assets
from dateline.suggest.events.view import View, lower

_BEFORE, _AFTER = 5, 2
"""Words around the trigger that are looked at."""
_BORDERS = frozenset('.;!?:“”"')

Cues = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By event type: the beginnings of words that must follow each other, and the mode they tell."""


def mode_of(view: View, index: int, kind: str) -> str | None:
    """The mode of an event of a type whose trigger is the word at `index`; None where no word tells it.

    Of several cues the nearest decides, at one distance the longer one (`insansız hava` before `hava`).
    """
    best: tuple[int, int] | None = None
    found = None
    start, stop = _window(view, index)
    around = " " + " ".join([word.low for word in view.words[start:stop]])
    for words, mode in cues(view.language).get(kind, ()):
        if " " + words[0] not in around:
            continue
        for at in range(start, stop - len(words) + 1):
            if all(view.words[at + n].low.startswith(word) for n, word in enumerate(words)):
                last = at + len(words) - 1
                rank = (0 if at <= index <= last else min(abs(at - index), abs(last - index)), -len(words))
                if best is None or rank < best:
                    best, found = rank, mode
    return found


def _window(view: View, index: int) -> tuple[int, int]:
    """The words that belong to the trigger's clause, roughly: up to a border mark or the reach."""
    sentence = view.words[index].sentence
    start = index
    while start > index - _BEFORE and view.same_sentence(start - 1, sentence) and view.low(start - 1) not in _BORDERS:
        start -= 1
    stop = index + 1
    while stop <= index + _AFTER and view.same_sentence(stop, sentence) and view.low(stop) not in _BORDERS:
        stop += 1
    return start, stop


@cache
def cues(language: str) -> Cues:
    """The cues that ship with Dateline."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in assets.path("lexicons", f"modes.{language}.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            kind, mode, phrases = line.split("\t")
            found.setdefault(kind, []).extend((tuple(lower(p, language).split()), mode) for p in phrases.split(", "))
    return {kind: tuple(rows) for kind, rows in found.items()}
