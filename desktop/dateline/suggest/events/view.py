"""The text as events see it: words with their suffix attached, sentences, and the mentions that lie on the words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from spacy.tokens import Doc

from dateline.core import turkish
from dateline.core.tokens import APOSTROPHES
from dateline.suggest.analysis import Found, analysis_of
from dateline.suggest.events.morphology import case_of_suffix, case_of_word
from dateline.suggest.newsdoc import pieces

_PARTICIPANTS = frozenset("PERSON ORG GPE LOC FAC NORP QUANTITY DATE TIME PRODUCT MONEY EVENT LAW".split())
_HEADS = ("heyet", "hükümet", "yönetim", "ordu", "yetkili", "parti", "taraf", "temsilci", "medya", "polis", "lider")
_CONJUNCTIONS = (["ve"], ["ile"], ["veya"], ["and"], [",", "and"], ["or"], ["as", "well", "as"], ["yanı", "sıra"])
_NAMES = ("PERSON", "GPE", "ORG", "LOC")
_CACHE = "dateline_view"
OPENING, CLOSING = "“„«", "”»"


@dataclass(slots=True)
class Word:
    """A word or mark; `start` and `end` in code points without the suffix behind an apostrophe, which is `suffix`."""

    text: str
    low: str
    start: int
    end: int
    sentence: int
    suffix: str = ""
    quoted: bool = False
    heading: bool = False
    inside: str = ""
    """The label of the outermost mention that covers the word, or ""."""


@dataclass(slots=True)
class Place:
    """A mention on the words: `first` and `last` (inclusive) are indices of words; `case` as its last word marks it."""

    found: Found
    first: int
    last: int
    sentence: int
    case: str = "nom"
    head: int = 0
    """The word that carries the case: the last one of the mention, or the common noun behind a country."""
    modifier: str = ""
    """The label of the mention that follows at once, as `ABD` stands before `Başkanı`."""
    nested: bool = False
    phrase: str = ""
    """The label and case of the last mention of its noun phrase: in `Portekiz Başbakanı Rui Tavares'i`, PERSON/acc."""
    group: int = 0
    """Where a row of coordinated mentions ends, how many stand behind this one."""


@dataclass(slots=True)
class View:
    """One text: its words, the range of words of each sentence, its mentions in order."""

    language: str
    words: list[Word] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    by_sentence: dict[int, list[Place]] = field(default_factory=dict)

    def low(self, index: int) -> str:
        """The lower-case word at an index, "" outside the text."""
        return self.words[index].low if 0 <= index < len(self.words) else ""

    def same_sentence(self, index: int, sentence: int) -> bool:
        return 0 <= index < len(self.words) and self.words[index].sentence == sentence


def lower(text: str, language: str) -> str:
    """Lower case as the language has it."""
    return turkish.lower(text) if language == "tr" else text.lower()


def view_of(doc: Doc) -> View:
    """Reads a Doc whose analysis holds the mentions. Read once for the same mentions: quotes and events both ask."""
    analysis = analysis_of(doc)
    mentions, known = doc.user_data.get(_CACHE, ([], None))
    if known is not None and mentions == analysis.mentions:
        return cast(View, known)
    view = View(analysis.language if analysis.language == "tr" else "en")
    _words(doc, view, analysis.body_start, analysis.headings)
    _places(view, analysis.mentions)
    doc.user_data[_CACHE] = (list(analysis.mentions), view)
    return view


def _words(doc: Doc, view: View, body: int, headings: Sequence[tuple[int, int]]) -> None:
    sentence = -1
    quoted = False
    head_starts = [a for a, _ in headings]
    for start, text, opens in pieces(doc):
        if sentence < 0 or (opens and view.sentences[-1][0] < len(view.words)):
            sentence += 1
            view.sentences.append((len(view.words), len(view.words)))
        if text.isspace() or start < body:
            continue
        if text[0] in APOSTROPHES and len(text) > 1 and view.words and view.words[-1].end == start:
            view.words[-1].suffix = lower(text[1:], view.language)
            continue
        if text in OPENING or (text == '"' and not quoted):
            quoted = True
        elif text in CLOSING or text == '"':
            quoted = False
        at = bisect_right(head_starts, start) - 1
        heading = at >= 0 and start < headings[at][1]
        view.words.append(
            Word(
                text,
                lower(text, view.language),
                start,
                start + len(text),
                sentence,
                quoted=quoted,
                heading=heading,
            )
        )
        view.sentences[sentence] = (view.sentences[sentence][0], len(view.words))


def _places(view: View, mentions: Sequence[Found]) -> None:
    starts = [w.start for w in view.words]
    ends = [w.end for w in view.words]
    chosen = sorted(mentions, key=lambda m: (m.start, -m.end))
    outer_end = -1
    outer_label = ""
    for mention in chosen:
        first = bisect_right(ends, mention.start)
        last = bisect_left(starts, mention.end) - 1
        if first > last or first >= len(view.words):
            continue
        nested = mention.end <= outer_end
        if not nested:
            outer_end, outer_label = mention.end, mention.label
            for word in view.words[first : last + 1]:
                word.inside = outer_label
        place = Place(mention, first, last, view.words[first].sentence, head=last, nested=nested)
        view.places.append(place)
    after = {p.first: p for p in view.places if not p.nested}
    names = {view.words[p.last].low for p in view.places if p.found.label in _NAMES}
    names |= {lower(n.split()[-1], view.language) for m in chosen if m.label in _NAMES and (n := m.name.strip())}
    for place in view.places:
        _mark_case(view, place, after)
        if place.case == "nom" and view.language == "tr" and place.found.label in _NAMES and not place.modifier:
            place.case = _case_inside(view.words[place.last].low, names)
        view.by_sentence.setdefault(place.sentence, []).append(place)
    for row in view.by_sentence.values():
        _coordinate(row, view.words)


def _case_inside(word: str, names: set[str]) -> str:
    """The case of a name written without an apostrophe (`Ankaraya`), where the text also has the bare name."""
    for cut in range(len(word) - 1, max(3, len(word) - 6), -1):
        if word[:cut] in names:
            case = case_of_suffix(word[cut:])
            if case not in ("other", "acc"):
                return case
    return "nom"


def _mark_case(view: View, place: Place, after: dict[int, Place]) -> None:
    word = view.words[place.last]
    follower = after.get(place.last + 1)
    if follower is not None and not word.suffix and follower.sentence == place.sentence:
        place.modifier = follower.found.label
    if view.language != "tr":
        place.case = "gen" if word.suffix == "s" else "nom"
        return
    label = place.found.label
    if word.suffix:
        place.case = case_of_suffix(word.suffix)
    elif label in ("QUANTITY", "NORP", "TIME", "MONEY"):
        place.case = case_of_word(word.low, plain=True)
    elif label in ("ORG", "TITLE", "FAC", "LOC", "LAW", "EVENT", "PRODUCT"):
        place.case = case_of_word(word.low)
    if place.case == "nom" and not place.modifier and label in ("GPE", "ORG", "NORP", "LOC"):
        following = view.low(place.last + 1)
        if following.startswith(_HEADS) and view.same_sentence(place.last + 1, place.sentence):
            place.head = place.last + 1
            place.case = case_of_word(following)
            if place.case == "nom" and following.endswith(("in", "ın", "un", "ün")):
                place.case = "gen"


def _coordinate(row: list[Place], words: Sequence[Word]) -> None:
    """A coordinated mention takes the case of the last one in the row: `ABD ve İran'ın`, `A, B ve C'ye`."""
    plain = [p for p in row if not p.nested]
    heads: list[Place] = []
    for at in range(len(plain)):
        last = at
        while plain[last].modifier and last + 1 < len(plain):
            last += 1
        heads.append(plain[last])
    for at in range(len(plain) - 2, -1, -1):
        left, right = plain[at], heads[at + 1]
        if left.case != "nom" or left.modifier or left.head != left.last or _circumstance(left) or _circumstance(right):
            continue
        between = [w.low for w in words[left.last + 1 : plain[at + 1].first]]
        listed = between == [","]
        joined = between in _CONJUNCTIONS or (listed and right.group > 0)
        if joined and (left.found.label == right.found.label or not listed):
            left.group = right.group + 1
            left.case = right.case
            left.head = right.head
    for place, head in zip(plain, heads, strict=True):
        place.phrase = f"{head.found.label}/{head.case}" if head is not place else ""


def _circumstance(place: Place) -> bool:
    return place.found.label in ("DATE", "TIME")


def participants(row: Sequence[Place]) -> list[Place]:
    """The mentions that can take part in an event."""
    return [p for p in row if p.found.label in _PARTICIPANTS]
