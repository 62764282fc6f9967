"""Names told by their shape and their neighbours: abbreviations in capitals, `… kenti`, `… gazetesi`, `broadcaster …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dateline.suggest.analysis import Analysis, Found, analysis_of
from dateline.suggest.lexicon import Lexicon, lexicon
from dateline.suggest.persons import SAYING
from dateline.suggest.words import PLACE_CASES, Word, stems, word_at


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
    text = word.text
    if word.low in lex.common and not word.suffix:
        return False
    return word.upper and not word.heading and 2 <= len(text) <= 8 and text.isalpha() and text not in lex.not_names


_INITIALS = re.compile(r"(?:[A-ZÇĞİÖŞÜ]\.){2,}")
_UNION = re.compile(r"(?:(?:Birleşik|Öz|Dev|Türk|Genç|Bağımsız)[ -])?\b[A-ZÇĞİÖŞÜ]\w+-(?:İş|Sen)\b")
_INFLECTED = re.compile(r"[A-ZÇĞİÖŞÜ]{2,6}[a-zçğıöşü]{1,6}")
_COMPANY = ("spor", "bank", "soft", "tech")
_NUMBERED = re.compile(
    r"\b\d{2,5}\s+say\u0131l\u0131\s+(?:[A-ZÇĞİÖŞÜ][\w]*\s+(?:ve\s+)?){0,6}(?:ek\s+)?"
    r"(?:karar|kanun|yasa|tasar[ıi]|KHK|TCK|CMK|Kanun|Karar|Yasa|madde)\w*|\b\d{1,3}\.\s+yaptırım\s+paketi\w*"
    r"|\b(?:Resolution|resolution)\s+\d{2,5}\b|\bArticle\s+\d+\b"
)
_ARTICLE = re.compile(
    r"[’'ʼ]?(?:nin|nın|nun|nün|in|ın|un|ün)?\s+\d{1,4}(?:\.|[’']?(?:inci|ıncı|nci|ncı|üncü|uncu))\s+madde\w*"
)


def _unions(analysis: Analysis, text: str) -> None:
    """Trade unions: `Hava-İş`, `Eğitim-Sen`."""
    for match in _UNION.finditer(text, analysis.body_start):
        name = match.group()
        analysis.mentions.append(
            Found(match.start(), match.end(), "ORG", "rule", "suggest.shape.org", {"evidence": name}, priority=74)
        )


def _party_member(word: Word) -> bool:
    """Letters in capitals with a Turkish ending and no apostrophe: `YTPli`, `DEPin`."""
    if not _INFLECTED.fullmatch(word.text) or word.heading:
        return False
    tail = word.folded[len(word.text.rstrip("abcçdefgğhıijklmnoöpqrsştuüvwxyz")) :]
    return bool(stems("xxx" + tail, 3)) and stems("xxx" + tail, 3)[-1][0] == "xxx" or tail in ("li", "lu", "liler", "lular")


def _laws(analysis: Analysis, text: str) -> None:
    """`2231 sayılı karar`, `18. yaptırım paketi`, and the article of a law: `Paris Anlaşması'nın 6. maddesi`."""
    for match in _NUMBERED.finditer(text, analysis.body_start):
        analysis.mentions.append(
            Found(
                match.start(), match.end(), "LAW", "rule", "suggest.numbered_law", {"name": match.group()}, priority=80
            )
        )
    for f in [f for f in analysis.mentions if f.label == "LAW"]:
        article = _ARTICLE.match(text, f.end)
        if article:
            name = text[f.start : article.end()]
            analysis.mentions.append(
                Found(f.start, article.end(), "LAW", "rule", "suggest.numbered_law", {"name": name}, priority=81)
            )


def _free_run(words: Sequence[Word], end: int, taken: set[int]) -> int:
    """Where the run of capitals that ends before word `end` begins; only words that nothing explains yet."""
    start = end
    while start > 0 and words[start - 1].capital and start - 1 not in taken and end - start < 4:
        if words[start - 1].suffix and start < end:
            break
        start -= 1
        if words[start].first:
            break
    return start


def _free_run_right(words: Sequence[Word], start: int, taken: set[int]) -> int:
    end = start
    while end < len(words) and words[end].capital and end not in taken and end - start < 4:
        end += 1
        if words[end - 1].suffix:
            break
    return end


def _add(
    analysis: Analysis, words: Sequence[Word], start: int, end: int, label: str, evidence: str, priority: int
) -> None:
    found = Found(
        words[start].start, words[end - 1].end, label, "rule", f"suggest.shape.{label.lower()}", {"evidence": evidence}
    )
    found.priority = priority
    analysis.mentions.append(found)


@Language.component("dateline_shapes")
def shapes(doc: Doc) -> Doc:
    """Proposes what no list knows but its shape or a neighbour tells."""
    analysis = analysis_of(doc)
    lex = lexicon(analysis.language)
    words = analysis.words
    taken = {
        i for f in analysis.mentions if f.priority > 44 for i in range(word_at(words, f.start), word_at(words, f.end))
    }
    for i, word in enumerate(words):
        label = _noun(word, lex)
        if label and lex.language == "tr" and i:
            start = _free_run(words, i, taken)
            while (
                start < i and words[start].first and (words[start].low in lex.openers or words[start].low in lex.common)
            ):
                start += 1
            if start < i and not words[i - 1].suffix:
                _add(analysis, words, start, i, label, word.text, 59)
        elif label and lex.language == "en" and i + 1 < len(words):
            end = _free_run_right(words, i + 1, taken)
            if end > i + 1:
                _add(analysis, words, i + 1, end, label, word.text, 59)
        if i in taken:
            continue
        if _INITIALS.fullmatch(word.text) and lex.language == "tr":
            _add(analysis, words, i, i + 1, "PERSON", word.text, 46)
        elif _abbreviation(word, lex) and _dateline(words, i, doc.text):
            _add(analysis, words, i, i + 1, "GPE", word.text, 58)
        elif _abbreviation(word, lex):
            _add(analysis, words, i, i + 1, "ORG", word.text, 46)
        elif word.capital and lex.language == "tr" and not _part_of_run(words, i) and not word.first:
            if (
                word.suffix in PLACE_CASES
                and word.low not in lex.common | lex.openers
                and word.folded not in lex.first_names
            ):
                _add(analysis, words, i, i + 1, "GPE", word.text + "'" + word.suffix, 42)
        elif word.capital and lex.language == "en" and not _part_of_run(words, i) and not word.first and i:
            before, after = words[i - 1], words[i + 1] if i + 1 < len(words) else None
            unknown = word.low not in lex.common | lex.openers and word.folded not in lex.first_names
            if unknown and before.low in ("in", "near", "outside") and not word.upper:
                _add(analysis, words, i, i + 1, "GPE", before.text, 45)
            elif unknown and after is not None and after.low in SAYING and not word.upper and not before.capital:
                _add(analysis, words, i, i + 1, "PERSON", after.text, 43)
        elif word.capital and lex.language == "tr" and not _part_of_run(words, i) and not word.first:
            if word.folded in lex.first_names and word.low not in lex.common:
                _add(analysis, words, i, i + 1, "PERSON", word.text, 43)
    _laws(analysis, doc.text)
    if lex.language == "tr":
        _unions(analysis, doc.text)
    return doc


def _dateline(words: Sequence[Word], i: int, text: str) -> bool:
    """A place in capitals that opens a paragraph: `LEFKOŞA (AA)`, `WARSAW, May 15`, `ERCIS, Turkey`."""
    opens = words[i].first and (words[i].start == 0 or text[: words[i].start].rstrip(" ").endswith("\n"))
    return opens and len(words[i].text) > 3 and i + 1 < len(words) and words[i + 1].text in ("(", ",", "-", "—", "–")


def _part_of_run(words: Sequence[Word], i: int) -> bool:
    before = i > 0 and words[i - 1].capital and not words[i - 1].suffix
    return before or (not words[i].suffix and i + 1 < len(words) and words[i + 1].capital)
