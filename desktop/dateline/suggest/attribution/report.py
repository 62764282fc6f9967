"""A stretch of words that someone is reported to have said, and what both languages need to find one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.core import turkish
from dateline.suggest.events.view import Place, View
from dateline.suggest.lexicon import outlets

SPEAKERS = ("PERSON", "ORG", "GPE", "NORP")
_MEDIA_ENDINGS = frozenset(
    "gazetesi ajansı televizyonu televizyon kanalı radyosu dergisi sitesi haber tv news times post journal tribune "
    "agency gazete newspaper magazine radio television herald".split()
)


@dataclass(slots=True)
class Report:
    """The words `first` to `last` (inclusive) are what is told; `cue` is the word that says so."""

    first: int
    last: int
    cue: int
    source: Place | None = None
    outlet: Place | None = None
    asides: list[tuple[int, int]] = field(default_factory=list)
    """Stretches within, first and last word, that the article adds on its own account."""

    def tells(self, index: int) -> bool:
        """Whether a word is part of what is told."""
        return self.first <= index <= self.last and not any(a <= index <= b for a, b in self.asides)


def is_medium(view: View, place: Place) -> bool:
    """Whether a mention names a newspaper, an agency or a broadcaster."""
    if place.found.label != "ORG":
        return False
    words = [view.words[i].low for i in range(place.first, place.last + 1)]
    called = turkish.fold(" ".join(view.words[i].text for i in range(place.first, place.last + 1)))
    names = {called, turkish.fold(place.found.name)}
    return words[-1] in _MEDIA_ENDINGS or bool(names & outlets())


def settle(view: View, report: Report) -> Report:
    """A medium that tells of something itself is its outlet, not its source."""
    if report.source is not None and is_medium(view, report.source) and report.outlet in (None, report.source):
        report.outlet, report.source = report.source, None
    return report


def sentences(view: View) -> Iterator[tuple[int, list[Place]]]:
    """The number of each sentence of the story with its outermost mentions."""
    for number, (first, after) in enumerate(view.sentences):
        if first < after and not view.words[first].heading:
            yield number, [p for p in view.by_sentence.get(number, ()) if not p.nested]
