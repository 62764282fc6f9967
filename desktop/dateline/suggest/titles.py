"""Posts and ranks: `Dışişleri Bakanı`, `Genel Sekreteri`, `Foreign Minister`; the institution before stays outside."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dateline.core.turkish import fold
from dateline.suggest.analysis import Analysis, Found, analysis_of
from dateline.suggest.lexicon import Lexicon, lexicon
from dateline.suggest.words import Word, stems, word_at

_BOARD = frozenset(fold(w) for w in "yönetim icra yürütme denetim danışma disiplin".split())
_DEPUTIES = frozenset(fold(w) for w in "bakan başkan müdür sekreter cumhurbaşkanı başbakan savcı vali".split())
_SECONDS = ("yardimcis", "vekil")
_ABBREVIATED = frozenset(
    (
        "prof dr doc av opr uzm op yrd org korg tumg tugg alb bnb yzb sen rep gov gen lt maj brig col capt sgt adm rev"
    ).split()
)
_NOT_ALONE = frozenset(fold(w) for w in "üyesi vekil uzman uzmanı er imam yardımcısı vekili ortağı şefi amiri".split())


def turkish_head(word: Word, lex: Lexicon) -> str | None:
    """The head of a Turkish title that a word is, without its case ending (`Bakanının` → `bakani`)."""
    if word.folded in lex.titles:
        return word.folded
    for stem, ending in stems(word.folded):
        if (
            stem in lex.titles
            and (ending[:3] not in ("lar", "ler") or (word.capital and ending in ("lari", "leri")))
            and (stem[-1] in "iu" or word.capital)
            and ending not in ("i", "u")
        ):
            return stem
    return None


def _turkish(words: Sequence[Word], lex: Lexicon, analysis: Analysis) -> None:
    known = {k for f in analysis.mentions for k in range(word_at(words, f.start), word_at(words, f.end))}
    titles_so_far: list[Found] = []
    i = 0
    while i < len(words):
        head = turkish_head(words[i], lex)
        end = i + 1
        named = (
            i > 0
            and words[i].folded in lex.first_names
            and bool(titles_so_far)
            and titles_so_far[-1].end == words[i - 1].end
        )
        if head is None or named:
            i += 1
            continue
        while end < len(words) and not words[end - 1].suffix:  # "Prof. Dr.", "Bakan Yardımcısı", "Genel Başkanı"
            if words[end].text == "." and words[end - 1].folded in _ABBREVIATED:
                end += 1
            elif turkish_head(words[end], lex) and words[end].capital and words[i].capital:
                deputy = words[end - 1].folded in _DEPUTIES and words[end].folded.startswith(_SECONDS)
                sergeant = words[end - 1].folded == "uzman"
                if not (deputy or sergeant or words[end - 1].text == "."):
                    break
                end += 1
            else:
                break
        start = _fields(words, i, lex, known) if words[i].capital else i
        before_name = end < len(words) and words[end].capital and not words[end - 1].suffix
        capital = words[start].capital
        possessive = (turkish_head(words[end - 1], lex) or head)[-1:] in "iu" and words[end - 1].text != "."
        bare = start == i and end == i + 1
        after_name = _institution_before(words, start)
        good = (
            capital
            and (before_name or not bare or (possessive and after_name))
            and not (bare and head in _NOT_ALONE and not before_name)
        )
        good = good or (not capital and before_name and possessive and after_name and not words[i].heading)
        if words[i].first and bare and not before_name:
            good = False
        if good and not _inside_institution(words, end):
            text = " ".join(w.text for w in words[start:end])
            titles_so_far.append(
                Found(
                    words[start].start,
                    words[end - 1].end,
                    "TITLE",
                    "rule",
                    "suggest.title",
                    {"title": text},
                    priority=72 if before_name or not bare else 60,
                )
            )
        i = end
    analysis.mentions += titles_so_far


def _institution_before(words: Sequence[Word], start: int) -> bool:
    return (
        start > 0 and words[start - 1].letters and (words[start - 1].text[0].isupper() or bool(words[start - 1].suffix))
    )


def _inside_institution(words: Sequence[Word], end: int) -> bool:
    """`Cumhurbaşkanı Yardımcılığı`, `Başkan Yardımcılığı Ofisi`: a longer office goes on behind the title."""
    return end < len(words) and words[end].folded.endswith("ligi")


def _fields(words: Sequence[Word], head: int, lex: Lexicon, known: set[int]) -> int:
    """Where a title begins: the words of its field before the head, `ve` between them."""
    start = head
    ministry = words[head].folded in ("bakani", "bakan")
    i = head - 1
    while i >= 0:
        word = words[i]
        if word.suffix or not word.letters:
            if (
                word.text == ","
                and i
                and words[i - 1].folded in lex.fields
                and words[i - 1].capital
                and _and(words, i, head)
            ):
                i -= 1
                continue
            if word.text == "." and i and words[i - 1].folded in _ABBREVIATED:
                i -= 1
                continue
            break
        if (
            word.low == "ve"
            and i
            and words[i - 1].folded in lex.fields
            and words[i - 1].capital
            and not words[i - 1].suffix
        ):
            if words[i - 1].folded in lex.titles and words[i - 1].folded not in _DEPUTIES:
                break
            i -= 1
            continue
        board = word.folded in ("kurulu", "konseyi") and i and words[i - 1].folded in _BOARD
        portfolio = (
            ministry
            and i not in known
            and word.folded not in lex.heads
            and not (word.first and word.low in lex.openers)
        )
        portfolio = (
            portfolio
            and not (word.first and word.low in lex.common)
            and word.folded not in lex.titles
            and word.folded not in lex.first_names
        )
        if not word.capital or not (word.folded in lex.fields or board or portfolio):
            break
        start = i
        i -= 1
    return start


def _and(words: Sequence[Word], i: int, head: int) -> bool:
    return any(w.low == "ve" for w in words[i:head])


def _english(words: Sequence[Word], lex: Lexicon, analysis: Analysis) -> None:
    known = {k for f in analysis.mentions for k in range(word_at(words, f.start), word_at(words, f.end))}
    longest = max(len(t.split()) for t in lex.titles)
    i = 0
    while i < len(words):
        for n in range(longest, 0, -1):
            text = _joined(words[i : i + n])
            if i + n <= len(words) and text in lex.titles:
                break
        else:
            i += 1
            continue
        end = i + n
        while end < len(words) and words[end].text == "." and words[end - 1].folded in _ABBREVIATED:
            end += 1
            if end < len(words) and words[end].folded in _ABBREVIATED and words[end].capital:
                end += 1
        while words[end - 1].folded in _PORTFOLIOS and i and words[i].capital and words[i - 1].capital:
            before = words[i - 1]
            if i - 1 in known or before.suffix or (before.first and before.low in lex.openers):
                break
            i -= 1
            n += 1
        following = words[end] if end < len(words) else None
        comma = following is not None and following.text == "," and end + 1 < len(words) and words[end + 1].capital
        before_name = following is not None and following.capital
        behind_name = i > 1 and words[i - 1].text == "," and words[i - 2].capital
        capital = words[i].capital and not words[i].first
        several = n > 1
        owned = i > 0 and (bool(words[i - 1].suffix) or words[i - 1].low in _DETERMINERS)
        good = before_name or (capital and several) or comma or (owned and several)
        good = good or (behind_name and several)
        if good:
            analysis.mentions.append(
                Found(
                    words[i].start,
                    words[end - 1].end,
                    "TITLE",
                    "rule",
                    "suggest.title",
                    {"title": " ".join(w.text for w in words[i:end])},
                    priority=72,
                )
            )
        i = end


_PORTFOLIOS = frozenset("minister secretary commissioner".split())
_DETERMINERS = frozenset("the its his her their a".split())


def _joined(words: Sequence[Word]) -> str:
    out = ""
    for word in words:
        out += word.folded if word.text == "-" or out.endswith("-") or not out else " " + word.folded
    return out


@Language.component("dateline_titles")
def titles(doc: Doc) -> Doc:
    """Proposes posts and ranks."""
    analysis = analysis_of(doc)
    lex = lexicon(analysis.language)
    (_turkish if lex.language == "tr" else _english)(analysis.words, lex, analysis)
    return doc
