"""Names told by their shape or their neighbours: abbreviations, `… kenti`, `… gazetesi`, `broadcaster …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dateline.suggest.analysis import Analysis, Found, analysis_of
from dateline.suggest.lexicon import Lexicon, lexicon
from dateline.suggest.persons import SAYING
from dateline.suggest.words import PLACE_CASES, Word, stems, word_at

_SURE = 44
"""Proposals of a higher priority explain their words; the rules here look at the others only."""

_INITIALS = re.compile(r"(?:[A-ZÇĞİÖŞÜ]\.){2,}")
_INFLECTED = re.compile(r"[A-ZÇĞİÖŞÜ]{2,6}[a-zçğıöşü]{1,6}")
_COMPANY = ("spor", "bank", "soft", "tech")
_MEMBERS = ("li", "lu", "liler", "lular")

Verdict = tuple[str, str, int] | None
"""A label, the evidence for it and a priority; None where nothing is told."""


def _noun(word: Word, lex: Lexicon) -> str | None:
    """The label that a common noun gives its neighbour, whatever its case ending."""
    if word.capital or word.heading:
        return None
    if word.folded in lex.nouns:
        return lex.nouns[word.folded]
    if lex.language == "tr":
        return next((lex.nouns[stem] for stem, _ in stems(word.folded) if stem in lex.nouns), None)
    return None


def _abbreviation(word: Word, lex: Lexicon) -> bool:
    if word.low in lex.common and not word.suffix:
        return False
    text = word.text
    return word.upper and not word.heading and 2 <= len(text) <= 8 and text.isalpha() and text not in lex.not_names


def _inflected_abbreviation(word: Word) -> bool:
    """Letters in capitals with a Turkish ending and no apostrophe: `YTPli`, `DEPin`."""
    if not _INFLECTED.fullmatch(word.text) or word.heading:
        return False
    stem = next(n for n, letter in enumerate(word.text) if letter.islower())
    endings = [ending for _, ending in stems(word.folded, stem)]
    return word.folded[stem:] in endings or word.folded[stem:] in _MEMBERS


def _free_before(words: Sequence[Word], end: int, taken: set[int]) -> int:
    """Where the run of capitals that ends before word `end` begins; only words that nothing explains yet."""
    start = end
    while start > 0 and words[start - 1].capital and start - 1 not in taken and end - start < 4:
        if words[start - 1].suffix and start < end:
            break
        start -= 1
        if words[start].first:
            break
    return start


def _free_behind(words: Sequence[Word], start: int, taken: set[int]) -> int:
    """Where the run of capitals that begins at word `start` ends."""
    end = start
    while end < len(words) and words[end].capital and end not in taken and end - start < 4:
        end += 1
        if words[end - 1].suffix:
            break
    return end


def _beside_noun(words: Sequence[Word], i: int, taken: set[int], lex: Lexicon) -> tuple[int, int]:
    """The run that the noun at word `i` labels, before it in Turkish, behind it in English; empty for none."""
    if lex.language == "en":
        return i + 1, _free_behind(words, i + 1, taken)
    start = _free_before(words, i, taken)
    while start < i and words[start].first and words[start].low in lex.common | lex.openers:
        start += 1
    return (start, i) if i and not words[i - 1].suffix else (i, i)


def _alone(words: Sequence[Word], i: int) -> bool:
    """Whether a capitalised word is no part of a run."""
    before = i > 0 and words[i - 1].capital and not words[i - 1].suffix
    return not before and (bool(words[i].suffix) or i + 1 >= len(words) or not words[i + 1].capital)


def _dateline(words: Sequence[Word], i: int, text: str) -> bool:
    """A place in capitals that opens a paragraph: `LEFKOŞA (AA)`, `WARSAW, May 15`, `ERCIS, Turkey`."""
    opens = words[i].first and (words[i].start == 0 or text[: words[i].start].rstrip(" ").endswith("\n"))
    return opens and len(words[i].text) > 3 and i + 1 < len(words) and words[i + 1].text in ("(", ",", "-", "—", "–")


def _turkish(words: Sequence[Word], i: int, lex: Lexicon) -> Verdict:
    word = words[i]
    if _INITIALS.fullmatch(word.text):
        return "PERSON", word.text, 46
    if _inflected_abbreviation(word) or (word.capital and word.low.endswith(_COMPANY) and len(word.low) > 6):
        return "ORG", word.text, 46
    if not word.capital or word.first or not _alone(words, i) or word.low in lex.common | lex.openers:
        return None
    if word.folded in lex.first_names:
        return "PERSON", word.text, 43
    return ("GPE", f"{word.text}'{word.suffix}", 42) if word.suffix in PLACE_CASES else None


def _english(words: Sequence[Word], i: int, lex: Lexicon) -> Verdict:
    word = words[i]
    if not i or not word.capital or word.first or word.upper or not _alone(words, i):
        return None
    if word.low in lex.common | lex.openers or word.folded in lex.first_names:
        return None
    before, after = words[i - 1], words[i + 1] if i + 1 < len(words) else None
    if before.low in ("in", "near", "outside"):
        return "GPE", before.text, 45
    if after is not None and after.low in SAYING and not before.capital:
        return "PERSON", after.text, 43
    return None


def _add(analysis: Analysis, words: Sequence[Word], start: int, end: int, verdict: tuple[str, str, int]) -> None:
    label, evidence, priority = verdict
    reason = f"suggest.shape.{label.lower()}"
    analysis.mentions.append(
        Found(words[start].start, words[end - 1].end, label, "rule", reason, {"evidence": evidence}, priority=priority)
    )


@Language.component("dateline_shapes")
def shapes(doc: Doc) -> Doc:
    """Proposes what no list knows but its shape or a neighbour tells."""
    analysis = analysis_of(doc)
    lex = lexicon(analysis.language)
    words, text = analysis.words, doc.text
    sure = [f for f in analysis.mentions if f.priority > _SURE]
    taken = {i for f in sure for i in range(word_at(words, f.start), word_at(words, f.end))}
    rule = _turkish if lex.language == "tr" else _english
    for i, word in enumerate(words):
        label = _noun(word, lex)
        if label:
            start, end = _beside_noun(words, i, taken, lex)
            if start < end:
                _add(analysis, words, start, end, (label, word.text, 59))
        if i in taken:
            continue
        if _abbreviation(word, lex):
            opens = _dateline(words, i, text)
            _add(analysis, words, i, i + 1, ("GPE", word.text, 58) if opens else ("ORG", word.text, 46))
        elif verdict := rule(words, i, lex):
            _add(analysis, words, i, i + 1, verdict)
    return doc
