"""English reports: `X said that …`, `…, X said`, `according to X`, `X reported, citing Y`."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.suggest.attribution.report import SPEAKERS, Report, is_medium, sentences, settle
from dateline.suggest.events.view import Place, View

_SAYING = frozenset("said says claimed claims alleged insisted argued".split())
"""Verbs whose object is what is said, with `that` or without."""
_SAYING_THAT = frozenset(
    "told tells announced announces reported reports stated states added warned confirmed confirms maintained "
    "acknowledged admitted stressed noted declared asserted revealed wrote reiterated".split()
)
"""Verbs that also have other objects, so that `that` or a comma must show that a clause is meant."""
_BETWEEN = frozenset(
    "spokesman spokeswoman spokesperson officials official military army government police ministry authorities forces "
    "leader media state foreign defence defense interior prosecutors president minister also later had has have on "
    "monday tuesday wednesday thursday friday saturday sunday reportedly".split()
)
_OF = frozenset("in of with to from for at on by against near over under about between and than after before".split())
_CUTS = ("but", "while", "whereas", "after", "as", "and", "when", "where")
_RELATIVES = ("who", "which", "whose")
_BEFORE_THAT = frozenset(
    "on in at the late early reporters journalists media by a an interview with state news".split()
)
"""What can stand between a verb of saying and `that`."""
_PRONOUNS = ("he", "she")


def reports(view: View) -> list[Report]:
    """What is reported in indirect speech, in the order of the text."""
    found: list[Report] = []
    speaking: Place | None = None
    at = -9
    for number, places in sentences(view):
        here = _Sentence(view, number, places, speaking if at == number - 1 else None)
        told = here.reports()
        found += told
        speaking, at = next((r.source for r in reversed(told) if r.source is not None), None), number
    return found


def outlet(view: View, places: Sequence[Place], upto: int) -> Place | None:
    """The medium that someone talks to in a sentence: `told X`, `in an interview with X`."""
    for place in places:
        words = [view.low(i) for i in range(max(0, place.first - 5), place.first)]
        if words[-1:] == ["the"]:
            words.pop()
        told = words[-1:] in (["told"], ["tells"]) and is_medium(view, place)
        if place.found.label == "ORG" and (told or (words[-1:] == ["with"] and "interview" in words)):
            return place
    return None


class _Sentence:
    """One sentence on its way through the cues."""

    def __init__(self, view: View, number: int, places: list[Place], before: Place | None) -> None:
        self.view, self.places, self.before = view, places, before
        self.first, self.after = view.sentences[number]

    def reports(self) -> list[Report]:
        found: list[Report] = []
        for index in range(self.first, self.after):
            word = self.view.words[index]
            if word.quoted or word.inside:
                continue
            report = None
            if word.low in _SAYING or word.low in _SAYING_THAT:
                report = self._saying(index)
            elif word.low == "according" and self.view.low(index + 1) == "to":
                report = self._according(index)
            if report is None or report.first > report.last:
                continue
            report.asides = self._asides(report)
            report.outlet = report.outlet or outlet(self.view, self.places, index)
            report = settle(self.view, report)
            if report.source is None and report.outlet is not None:
                report.source = self._cited(index)
            if report.source is not None or report.outlet is not None:
                found.append(report)
        return found

    def _saying(self, index: int) -> Report | None:
        view = self.view
        place = self._subject(index)
        inverted = next((p for p in self._phrase(index + 1) if p.found.label in SPEAKERS), None)
        comma = self._comma_before(place.first if place else index)
        if place is None and inverted is not None and view.low(index - 1) == ",":
            return Report(self.first, index - 2, index, inverted)  # `…, said X`
        trailing = comma is not None and self._ends(index)
        if place is not None and trailing:
            return Report(self.first, comma or self.first, index, place)  # `…, X said.`
        source = place or self._pronoun(index)
        if source is None and not self._told_medium(index):
            return None
        first = self._content(index)
        if first is None:
            return None
        return Report(first, self._last(first), index, source)

    def _asides(self, report: Report) -> list[tuple[int, int]]:
        """Relative clauses between commas: `…, whose envoy was expelled, …`."""
        found = []
        for at in range(report.first, report.last):
            if self.view.low(at) == "," and self.view.low(at + 1) in _RELATIVES:
                end = next((i for i in range(at + 2, report.last) if self.view.low(i) == ","), report.last)
                found.append((at, end))
        return found

    def _told_medium(self, index: int) -> bool:
        return self.view.low(index) in ("told", "tells") and outlet(self.view, self.places, index) is not None

    def _subject(self, index: int) -> Place | None:
        """Who a verb of saying belongs to: the mention before it, with nothing but a title or an office in between."""
        row = [p for p in self.places if p.last < index and p.found.label in SPEAKERS and p.case == "nom"]
        for place in reversed(row):
            if place.found.label not in SPEAKERS or place.modifier in ("PERSON", "ORG"):
                continue
            between = [self.view.words[i] for i in range(place.last + 1, index)]
            if not all(w.low in _BETWEEN or w.low in (",", "of", "the") or w.inside for w in between):
                return None
            if any(w.low == "," for w in between) and not any(w.inside == "TITLE" for w in between):
                return None
            before = self.view.low(place.first - 1)
            before = self.view.low(place.first - 2) if before == "the" else before
            if before in _OF:
                continue
            return place
        return None

    def _pronoun(self, index: int) -> Place | None:
        """Who `he said` goes back to: a person who spoke in the sentence before."""
        if self.before is None or self.before.found.label != "PERSON" or self.view.low(index - 1) not in _PRONOUNS:
            return None
        named = any(p.found.label == "PERSON" and p.last < index for p in self.places)
        return None if named else self.before

    def _phrase(self, first: int) -> list[Place]:
        """The mentions that follow a word at once, through titles and `the`."""
        found: list[Place] = []
        at = first
        for place in self.places:
            if place.first < first:
                continue
            if any(self.view.low(i) not in ("the", "a", *_BETWEEN) for i in range(at, place.first)):
                break
            at = place.last + 1
            if not place.modifier:
                found.append(place)
        return found

    def _comma_before(self, index: int) -> int | None:
        """The last word before the comma right before a phrase, through its title."""
        for at in range(index - 1, max(self.first, index - 6), -1):
            word = self.view.words[at]
            if word.low == ",":
                return at - 1
            if not (word.inside or word.low in _BETWEEN or word.low in ("the", "a")):
                return None
        return None

    def _ends(self, index: int) -> bool:
        """Whether nothing but circumstances follow a verb of saying."""
        rest = [w for w in self.view.words[index + 1 : self.after] if w.low[:1].isalnum()]
        return all(w.inside in ("DATE", "TIME", "GPE") or w.low in ("on", "in", "late", "early") for w in rest)

    def _content(self, index: int) -> int | None:
        """Where what is said begins, behind the verb, the one it was told to, and `that`."""
        view = self.view
        for at in range(index + 1, min(index + 12, self.after)):
            low = view.low(at)
            if low == "that" and not view.words[at].inside:
                return at + 1
            if not (view.words[at].inside or low in _BEFORE_THAT):
                break
        plain = view.low(index) in _SAYING
        told = next((p for p in self.places if p.first == index + 1 or (p.first == index + 2)), None)
        if view.low(index) in ("told", "tells") and told is not None and view.low(told.last + 1) != ",":
            return told.last + 1
        if view.low(index) in ("reported", "reports", "announced") and view.low(index + 1) == ",":
            return None
        following = view.low(index + 1)
        return index + 1 if plain and following not in ("to", ",", "in", "no", "nothing") else None

    def _last(self, first: int) -> int:
        """Where what is said ends: with its sentence, or at a clause that the article adds itself."""
        for at in range(first + 2, self.after - 1):
            if self.view.low(at) == ";" or (self.view.low(at) == "," and self.view.low(at + 1) in _CUTS):
                return at - 1
        return self.after - 1

    def _according(self, index: int) -> Report | None:
        row = self._phrase(index + 2)
        source = next((p for p in row if p.found.label in SPEAKERS and p.case == "nom"), None)
        if source is None:
            return None
        if index - self.first <= 1:
            comma = next((i for i in range(source.last + 1, self.after) if self.view.low(i) == ","), None)
            return None if comma is None else Report(comma + 1, self._last(comma + 1), index, source)
        return Report(self.first, index - 1, index, source)

    def _cited(self, index: int) -> Place | None:
        """`X reported, citing Y`: whom a medium relies on."""
        for at in range(self.first, self.after):
            if self.view.low(at) in ("citing", "quoting"):
                return next((p for p in self._phrase(at + 1) if p.found.label in SPEAKERS), None)
        return None
