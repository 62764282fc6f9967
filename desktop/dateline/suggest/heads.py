"""Names told by their last word: `… Bakanlığı`, `… Havalimanı`, `… Boğazı`, `… Zirvesi`; `Ministry of …`, `… Corp`."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dateline.core.turkish import fold
from dateline.suggest.analysis import Analysis, Found, analysis_of
from dateline.suggest.gazetteer import COMPASS
from dateline.suggest.lexicon import Lexicon, lexicon
from dateline.suggest.words import PLACE_CASES, Word, stems, word_at

PRIORITY = {"ORG": 70, "FAC": 69, "LOC": 68, "EVENT": 67, "LAW": 68, "PRODUCT": 60}
_SMALL_HEADS = frozenset(
    fold(w)
    for w in (
        "ordusu donanması parlamentosu televizyonu istihbaratı polisi sınırı havalimanı havaalanı limanı sahilleri "
        "köprüsü kapısı cezaevi santrali üssü barajı yolu büyükelçiliği konsolosluğu"
    ).split()
)
_SMALL_LABEL = {"siniri": "LOC", "sahilleri": "LOC"}
_PAIRS = {
    ("merkez", "bankasi"),
    ("devlet", "televizyonu"),
    ("hava", "kuvvetleri"),
    ("silahli", "kuvvetleri"),
    ("sinir", "kapisi"),
}
_ROLES = frozenset(fold(w) for w in "genel yönetim kurulu parti belediye başkan bakan".split())
_ADJECTIVES = frozenset("büyük yeni eski genç özgür birleşik demokratik bağımsız türk islam anadolu".split())
_OWN_ENDINGS = frozenset(
    "lar ler ya ye da de ta te dan den tan ten lara lere larda lerde lardan lerden nin nun".split()
)
_VENUES = frozenset("genel kongre kultur alisveris spor sergi fuar ticaret gonderme is".split())
_OF_HEADS = frozenset(
    "ministry department university bank organization organisation institute council court republic house committee "
    "commission office bureau board federation union association chamber academy port strait gulf sea treaty battle "
    "league community battle center centre confederation party front forces society embassy convention".split()
)
_OWNERS = frozenset("people workers women children journalists veterans teachers writers farmers doctors".split())
_SMALL_ENGLISH = {
    **dict.fromkeys(
        "airport bridge station plant prison highway crossing hospital barracks stadium airbase port".split(), "FAC"
    ),
    "army": "ORG",
    "parliament": "ORG",
    "border": "LOC",
}
_KINDS = frozenset("car nuclear power steel chemical border train railway metro air military naval bus".split())


def _head(word: Word, lex: Lexicon) -> tuple[str, str] | None:
    """(head, label) of a word that ends names, without its case ending."""
    if word.folded in lex.heads:
        return word.folded, lex.heads[word.folded]
    if lex.language == "tr":
        for stem, ending in stems(word.folded):
            hard = stem[:-1] + "k" if stem.endswith("g") else stem
            if hard in lex.heads and ending not in ("i", "u", "a", "e"):
                return hard, lex.heads[hard]
    return None


def _inflected(word: Word, lex: Lexicon) -> bool:
    """A head with a case ending of its own (`Bakanlığının`): a name cannot go on behind it."""
    found = _head(word, lex)
    return found is not None and found[0] != word.folded


def _left(words: Sequence[Word], head: int, lex: Lexicon, blocked: set[int]) -> int:
    """Where the run of capitals that a head ends begins."""
    start = i = head
    while i > 0:
        word = words[i - 1]
        if (
            i - 1 in blocked
            or (word.suffix and not word.text[0].isdigit())
            or (i - 1 < head - 0 and _inflected(word, lex))
        ):
            break
        if (words[i].first and i < head + 1) or _in_a_place(word, lex):
            break
        if word.capital or (word.text[0].isdigit() and start < head + 1 and _ordinal(words, i - 1)):
            if word.first and word.low in lex.openers and not (word.folded in lex.fields and _same_name(words, i)):
                break
            start = i = i - 1
            continue
        if word.text in ("-", "–", "&") and i > 1 and words[i - 2].capital and word.start == words[i - 2].end:
            i -= 1
            continue
        if word.text == "." and i > 1 and (words[i - 2].text.isdigit() or len(words[i - 2].text) <= 3):
            i -= 1
            continue
        if word.low == "ve" and i > 1 and words[i - 2].capital and not words[i - 2].suffix and i - 2 not in blocked:
            if _listed(words, i - 1, head, lex):
                i -= 1
                continue
            break
        enumerated = word.text == "," and i > 1 and words[i - 2].capital and any(w.low == "ve" for w in words[i:head])
        if enumerated and words[i - 2].folded in lex.fields and not words[i - 2].suffix:
            i -= 1
            continue
        if word.low in ("no'lu", "nolu", "sayılı") and i > 1 and words[i - 2].text[0].isdigit():
            i -= 1
            continue
        break
    return start + 1 if _no_part(words, start, head, lex) else start


def _no_part(words: Sequence[Word], start: int, head: int, lex: Lexicon) -> bool:
    """Whether the first word of a sentence is no part of the name behind it: "Uçak Yeşildere Havalimanı'na indi."

    An ordinary word is one where a proper name follows it, or where it has an ending of its own; "Adalet" and
    "Yüksek" in "Adalet Bakanlığı", "Yüksek Seçim Kurulu" are.
    """
    word = words[start]
    if not word.first or start + 1 >= head or word.low not in lex.common or word.folded in lex.fields:
        return False
    if word.low in COMPASS[lex.language] or word.low in _ADJECTIVES:
        return False
    inflected = any(ending in _OWN_ENDINGS for _, ending in stems(word.folded))
    return inflected or words[start + 1].low not in lex.common


def _in_a_place(word: Word, lex: Lexicon) -> bool:
    """`Brükselde`: a known place with a case ending of its own; a name behind it is another one."""
    if lex.language != "tr" or word.folded in lex.places:
        return False
    return any(stem in lex.places and ending in PLACE_CASES for stem, ending in stems(word.folded))


def _same_name(words: Sequence[Word], i: int) -> bool:
    return i < len(words) and words[i].capital


def _ordinal(words: Sequence[Word], i: int) -> bool:
    """Whether a number belongs to the name behind it: `13. Ağır Ceza`, `4 No'lu`, `66'ncı Tugay`."""
    if words[i].suffix:
        return words[i].suffix.endswith(("nci", "ncı", "ncu", "ncü"))
    following = words[i + 1] if i + 1 < len(words) else None
    year = len(words[i].text) == 4 and words[i].text.isdigit() and following is not None and following.capital
    return year or (following is not None and following.low in (".", "no'lu", "nolu", "no"))


def _listed(words: Sequence[Word], ve: int, head: int, lex: Lexicon) -> bool:
    """Whether a `ve` joins the parts of one name: "Enerji ve Tabii Kaynaklar Bakanlığı", not two names."""
    return words[ve - 1].folded in lex.fields or (words[ve - 1].low in lex.common and _head(words[ve - 1], lex) is None)


def _turkish(words: Sequence[Word], lex: Lexicon, analysis: Analysis) -> None:
    blocked = {
        i for f in analysis.mentions if f.label in ("TITLE", "PERSON") and f.priority > 60 for i in _covered(words, f)
    }
    taken = -1
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        found = _head(word, lex)
        if found is None or (taken >= 0 and i >= taken):
            continue
        head, label = found
        if i in blocked and head not in ("baskanligi",):
            continue
        start = i
        if word.capital:
            start = _left(words, i, lex, blocked)
            if head == "merkezi" and i and words[i - 1].folded in _VENUES:
                label = "FAC"
            if start == i or (i - start == 1 and words[start].folded in _ROLES and head in ("baskanligi", "mudurlugu")):
                continue
        elif head in _ROUTES and _route(words, i):
            start, label = _route(words, i), "FAC"
        elif head in _SMALL_HEADS or (i and (words[i - 1].folded, head) in _PAIRS):
            first = i - 1 if i and (words[i - 1].folded, head) in _PAIRS else i
            before = words[first - 1] if first else None
            if before is None or not before.capital or before.suffix:
                continue
            start = next((k for k in _starts(analysis, words, first) if k is not None), first - 1)
            label = _SMALL_LABEL.get(head, label)
            if words[start].low in lex.openers:
                continue
        else:
            continue
        taken = start
        _add(analysis, words, start, i + 1, label, word.text)


_ROUTES = frozenset({"yolu", "hatti", "karayolu", "otoyolu"})


def _route(words: Sequence[Word], head: int) -> int:
    """Where a road or line between two places begins ("Ankara-Samsun yolu", "Tebriz-Erzurum hattı"); 0: it is none."""
    first = head
    while first and words[first - 1].low in ("boru", "demir", "kara", "tren"):
        first -= 1
    if first > 2 and words[first - 1].capital and words[first - 2].text in ("-", "–") and words[first - 3].capital:
        return first - 3
    return 0


def _starts(analysis: Analysis, words: Sequence[Word], end: int) -> list[int | None]:
    """Where a known place or organisation begins that ends right before word `end`."""
    edge = words[end - 1].end
    starts = [f.start for f in analysis.mentions if f.end == edge and f.label in ("GPE", "LOC", "ORG")]
    if not starts:
        return [None]
    return [next(k for k in range(end) if words[k].start == min(starts))]


def _covered(words: Sequence[Word], f: Found) -> range:
    return range(word_at(words, f.start), word_at(words, f.end))


def _add(analysis: Analysis, words: Sequence[Word], start: int, end: int, label: str, head: str) -> None:
    analysis.mentions.append(
        Found(
            words[start].start,
            words[end - 1].end,
            label,
            "rule",
            f"suggest.head.{label.lower()}",
            {"head": head},
            priority=PRIORITY[label],
        )
    )


def _run_start(words: Sequence[Word], end: int, known: set[int]) -> int | None:
    """Where the capitals before word `end` begin; None where a known name stands among them."""
    start = end
    while start and (words[start - 1].capital or words[start - 1].text == "-" or words[start - 1].text.isdigit()):
        if start - 1 in known or (words[start - 1].suffix and start < end):
            return None
        start -= 1
    return start if start < end and words[start].capital else None


def _ends_in_head(words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    """Whether the run of capitals from word `i` ends in a head word."""
    end = i
    while end < len(words) and words[end].capital and not words[end].suffix:
        end += 1
    return end - i > 1 and _head(words[min(end, len(words)) - 1], lex) is not None


def _english(words: Sequence[Word], lex: Lexicon, analysis: Analysis) -> None:
    known = {i for f in analysis.mentions if f.label in ("GPE", "NORP", "ORG") for i in _covered(words, f)}
    blocked = {
        i for f in analysis.mentions if f.label in ("TITLE", "PERSON") and f.priority > 60 for i in _covered(words, f)
    }
    i = 0
    while i < len(words):
        word = words[i]
        if not word.capital or i in blocked:
            small = _SMALL_ENGLISH.get(word.low)
            first = i - 1 if i and words[i - 1].low in _KINDS else i
            if small and first and words[first - 1].capital and not words[first - 1].suffix:
                start = next((k for k in _starts(analysis, words, first) if k is not None), None)
                if start is None and small == "FAC":
                    start = _run_start(words, first, known)
                if start is not None and not words[start].first:
                    _add(analysis, words, start, i + 1, small, word.text)
            elif word.low == "port" and i + 2 < len(words) and words[i + 1].low == "of" and words[i + 2].capital:
                _add(analysis, words, i, i + 3, "FAC", word.text)
            i += 1
            continue
        end = i
        of_head = ""
        while end < len(words):
            current = words[end]
            if end in blocked:
                break
            if current.capital or (current.text[0].isdigit() and end > i and words[end - 1].capital):
                end += 1
                owner = current.low in _OWNERS or (end < len(words) and _head(words[end], lex) and end - 1 not in known)
                if current.suffix and not (owner and end < len(words) and words[end].capital):
                    break
                if end < len(words) and words[end].first:
                    break
                continue
            following = words[end + 1] if end + 1 < len(words) else None
            capital_next = following is not None and following.capital and end + 1 not in blocked
            beyond = words[end + 2] if end + 2 < len(words) else None
            the_next = following is not None and following.low == "the" and beyond is not None and beyond.capital
            capital_next = capital_next or (the_next and current.low in ("of", "for"))
            if (
                current.low in ("of", "for", "on")
                and capital_next
                and words[end - 1].folded in _OF_HEADS | {"agency", "fund"}
            ):
                of_head = of_head or words[end - 1].folded
                end += 1
                continue
            if current.low == "the" and words[end - 1].low in ("of", "for") and capital_next:
                end += 1
                continue
            if current.low == "in" and capital_next and of_head in ("organization", "organisation", "committee"):
                end += 1
                continue
            article = (i > 0 and words[i - 1].low == "the") or words[i].low == "the"
            if (
                current.low == "and"
                and capital_next
                and article
                and end - 1 not in known
                and _ends_in_head(words, end + 1, lex)
            ):
                end += 1
                continue
            if (
                current.low in ("and", "&")
                and capital_next
                and (of_head in ("ministry", "department", "organization", "committee") or current.low == "&")
            ):
                end += 1
                continue
            if (
                current.text in ("-", "–", ".")
                and capital_next
                and current.start == words[end - 1].end
                and following is not None
                and following.start == current.end
            ):
                end += 1
                continue
            break
        start = i
        while start < end and (words[start].low == "the" or (words[start].first and words[start].low in lex.openers)):
            start += 1
        last = _head(words[end - 1], lex) if end > start else None
        if of_head and of_head in lex.heads:
            last = (of_head, lex.heads[of_head])
        if last and (end - start > 1):
            _add(analysis, words, start, end, last[1], words[end - 1].text)
        i = max(end, i + 1)


@Language.component("dateline_heads")
def heads(doc: Doc) -> Doc:
    """Proposes names by their head word."""
    analysis = analysis_of(doc)
    lex = lexicon(analysis.language)
    (_turkish if lex.language == "tr" else _english)(analysis.words, lex, analysis)
    return doc
