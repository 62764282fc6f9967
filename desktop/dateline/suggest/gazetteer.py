"""Known names: countries, cities, organisations and more, found from the lists that ship with Dateline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dateline.suggest.analysis import Analysis, Found, analysis_of
from dateline.suggest.lexicon import CITY, Entry, Lexicon, lexicon
from dateline.suggest.words import PLACE_CASES, Word, stems

_SEATS = frozenset({"Beyaz Saray", "Kremlin", "Pentagon", "Genelkurmay"})
"""Institutions called by their seat: what happens in it happens in the building."""

_PEOPLE_ENDINGS = ("li", "lu")
PRIORITY = {"GPE": 50, "NORP": 48, "LOC": 50, "ORG": 55, "FAC": 52, "EVENT": 52, "LAW": 52, "PRODUCT": 54, "PERSON": 57}


def _fits(words: Sequence[Word], i: int, entry: Entry, turkish: bool) -> int | None:
    """The index behind the words of an entry that begins at word `i`, or None. Only the last word may be inflected."""
    n = len(entry.words)
    if i + n > len(words):
        return None
    for k, wanted in enumerate(entry.words):
        word = words[i + k]
        last = k == n - 1
        if not last and word.suffix:
            return None
        if word.folded == wanted:
            continue
        if not (last and turkish and entry.label != "PERSON" and word.folded.startswith(wanted) and len(wanted) > 3):
            return None
        if (wanted, word.folded[len(wanted) :]) not in stems(word.folded):
            return None
    if entry.exact and not words[i].text.startswith(entry.exact):
        return None
    return i + n


def matches(words: Sequence[Word], lex: Lexicon) -> Iterator[tuple[int, int, Entry]]:
    """Every entry at every word, the longest first."""
    turkish = lex.language == "tr"
    for i, word in enumerate(words):
        article = word.low in ("al", "el", "eş")  # "el-Kaide", "eş-Şebab"
        if not (word.capital or word.heading or article or word.text[0].isdigit()):
            continue
        keys = [word.folded]
        if turkish:
            keys += [stem for stem, _ in stems(word.folded)]
            if word.text[:2].isupper() and not word.upper:
                head = len(word.text) - len(word.text.lstrip("ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ"))
                keys.append(word.folded[:head])
        for key in dict.fromkeys(keys):
            for entry in lex.at(key):
                end = _fits(words, i, entry, turkish)
                if end is None and entry.exact and turkish and len(entry.words) == 1 and key == entry.words[0]:
                    tail = word.text[len(entry.exact) :]
                    if word.text.startswith(entry.exact) and tail.islower() and stems("xxx" + tail.replace("ı", "i")):
                        end = i + 1
                if end is not None:
                    yield i, end, entry


def _likely(words: Sequence[Word], i: int, end: int, entry: Entry, lex: Lexicon) -> bool:
    """Whether the words stand for the name here, where they are ordinary words or a first name too."""
    word = words[i]
    if end - i > 1 or (word.upper and not word.heading):
        return True
    low = word.low
    stem = low[: len(entry.words[0])]
    ordinary = low in lex.common or low in lex.openers or stem in lex.common
    if low != stem and low in lex.common:
        return False
    given = entry.kind == CITY and stem in lex.first_names
    if not ordinary and not given:
        return True
    if word.heading:
        return bool(word.suffix)
    before = words[i - 1] if i else None
    after = words[end] if end < len(words) else None
    if given:
        alone = not (before and before.capital and not before.suffix)
        return alone and not (after and after.capital and not word.suffix) and word.suffix in PLACE_CASES
    if word.suffix:
        return not (before and before.capital and not before.suffix and not word.first)
    if word.first:
        return entry.label == "NORP" and low not in lex.openers
    return not (after and after.capital) or entry.label == "NORP"


COMPASS = {
    "tr": frozenset("kuzey güney doğu batı orta yukarı aşağı kuzeydoğu kuzeybatı güneydoğu güneybatı beyaz".split()),
    "en": frozenset("north south east west northern southern eastern western central upper lower northeast".split()),
}


def _with_compass(words: Sequence[Word], i: int, entry: Entry, lex: Lexicon) -> int:
    """Where a place begins that a point of the compass stands before ("Kuzey Kordofan", "North Mitrovica")."""
    before = words[i - 1] if i else None
    fits = entry.label in ("GPE", "LOC") and before is not None and before.capital and not before.suffix
    return i - 1 if fits and before is not None and before.low in COMPASS[lex.language] and not before.first else i


def _add(analysis: Analysis, words: Sequence[Word], i: int, end: int, entry: Entry) -> None:
    bonus = 0 if end - i == 1 else 6 if end - i < 4 else 18
    label = entry.label
    if label == "ORG" and entry.name in _SEATS and words[end - 1].suffix in PLACE_CASES:
        label = "FAC"
    analysis.mentions.append(
        Found(
            words[i].start,
            words[end - 1].end,
            label,
            "gazetteer",
            f"suggest.gazetteer.{label.lower()}",
            {"name": entry.name},
            name=entry.name if entry.label != "NORP" else "",
            priority=PRIORITY[label] + bonus,
        )
    )


def _derived_people(words: Sequence[Word], lex: Lexicon, analysis: Analysis) -> None:
    """`İranlı`, `Konyalı`, `Güney Sudanlı`: a known place with -lı, also in the plural and with case endings."""
    for i, word in enumerate(words):
        if not (word.capital or word.heading) or len(word.folded) < 5:
            continue
        for stem, _ in [(word.folded, ""), *stems(word.folded, 5)]:
            if word.folded in lex.entries or stem in lex.entries:
                break
            if stem[-2:] not in _PEOPLE_ENDINGS or (word.low in lex.common and (word.first or word.heading)):
                continue
            place = stem[:-2]
            start = next(
                (
                    i - k
                    for k in (2, 1, 0)
                    if i >= k and " ".join([*(w.folded for w in words[i - k : i]), place]) in lex.places
                ),
                None,
            )
            if start is None or any(w.suffix for w in words[start:i]):
                continue
            name = " ".join(w.text for w in words[start : i + 1])
            analysis.mentions.append(
                Found(
                    words[start].start,
                    word.end,
                    "NORP",
                    "rule",
                    "suggest.people.derived",
                    {"name": name[: len(name) - len(word.folded) + len(place)]},
                    priority=56,
                )
            )
            break


@Language.component("dateline_gazetteer")
def gazetteer(doc: Doc) -> Doc:
    """Proposes every known name."""
    analysis = analysis_of(doc)
    lex = lexicon(analysis.language)
    words = analysis.words
    for i, end, entry in matches(words, lex):
        if _likely(words, i, end, entry, lex):
            _add(analysis, words, _with_compass(words, i, entry, lex), end, entry)
    if lex.language == "tr":
        _derived_people(words, lex, analysis)
    return doc
