"""Which way a clause looks: back, ahead or open, from its verbs. Turkish verbs follow the date, English ones precede it.

Endings and auxiliaries only; no tagger. Rules: the design note on dates, 4.4.
"""

from __future__ import annotations

import re

from dateline.suggest.dates.model import Direction

_SENTENCE_END = re.compile(r"[.!?…](?=[\s\"”’»)]+[^\Wa-zçğıöşü]|\s*$)|\n|[;“”\"]")
_WORD = re.compile(r"[^\W\d_]+")

# Words that look like verb forms and are none.
_TR_NOUN = frozenset(
    "şimdi kendi yedi adı tadı kadı cadı ardı altı değişti gelecek gelecekte gelecekteki geleceği yiyecek içecek "
    "giyecek ırak artı ortadı kutu bankacı hadi efendi kanadı haddi ciddi maddi şehadeti devleti hükümeti heyeti "
    "milleti siyaseti ticareti şirketi ziyareti saati maliyeti hareketi faaliyeti cumhuriyeti kenti batı müsteşarı "
    "partisi sürati durdu-durak kredi suriyeli katı bağlantı toplantı ikinci basın yakın kasım".split()
)
_TR_AHEAD = re.compile(
    r".{1,}[ae]ca[kğ]\w*|.{1,}ece[kğ]\w*"  # -AcAk, -AcAğI
    r"|.{2,}m[ae]l[ıi](?:y[ıi]z|s[ıi]n\w*|lar|ler)?"  # -mAlI
    r"|.{2,}[ae]bil(?:ir|ece[kğ])\w*"
)
_TR_PAST = re.compile(
    r".{2,}[ıiuüaelrnşkptçsyğvz][dt][ıiuü](?:lar|ler|k|m|n[ıiuü]z|n)?"  # -DI
    r"|.{2,}m[ıiuü]ş(?:t[ıiuü]\w*|lar\w*|ler\w*|t[ıiuü]r)?"  # -mIş
    r"|.{1,}[dt][ıiuü][ğk](?:[ıiuü]\w*|l[ae]r\w*)"  # -DIğI, -DIklArI
    r"|dedi|dediler|etti|ettiler|oldu|oldular|idi|öldü|öldüler|yaptı|gitti|geldi|verdi|aldı|vurdu"
)
_TR_PARTICIPLE = re.compile(
    r".{2,}(?:[ıiuü][lnş]|la[nş]|le[nş]|t[ıiuü]r|l[ae]t|uyg?ul|[ae]n|r)[ae]n(?:lar\w*|ler\w*|[ıiuü]n)?"
    r"|eden|edilen|olan|yapan|veren|geçen|gelen|giden|çıkan|alan|ölen|düşen|kalan|ulaşan|biten|konuşan"
)
_TR_PRESENT = re.compile(r".{1,}[ıiuü]yor\w*|.{2,}makta\w*|.{2,}mekte\w*")
_TR_EXPECTING = re.compile(r"(?:bekle|planla|öngör|hedefle|amaçla|um|düşün|hazırlan|iste|tasarla|programla)\w*")
_TR_WISHING = re.compile(
    r"(?:iste|öner|bekle|planla|öngör|çağır|çağrı|hedefle|talep|kararlaş|umu|tasarla|amaçla|teklif|şart|tehdit|uyar)\w*"
)
_TR_VERBAL_NOUN = re.compile(r".{2,}m[ae](?:s[ıiuü](?:n[ıiuüea]\w*)?|y[ıiae]|lar[ıi]\w*|ler[ıi]\w*|n[ıi]n)")

_EN_AHEAD = frozenset(
    "will would shall may might could should must expected due scheduled plans planned planning plan set slated "
    "ahead until upcoming forthcoming intends hopes aims vowed promised wants tomorrow deadline ll unless".split()
)
_EN_PAST_WORDS = frozenset(
    "was were had said told began met made took came went gave held won lost left found struck hit fell rose sent "
    "broke brought built bought cut drew drove fought flew froze got grew hung kept knew laid led let put ran rang "
    "read sank sat saw sold set shot shut sought spent spoke stood stole swept swore threw wrote became did since "
    "killed underwent overthrew withdrew forced has have been after".split()
)
_EN_NOT_PAST = frozenset(
    "united red need speed feed seed indeed exceed proceed succeed hundred bed bleed breed expected planned "
    "scheduled limited armed embed shed led-by wanted fed med ted ahmed mohammed saeed reed".split()
)


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a stretch, as far as full stops, line ends, semicolons and quotation marks tell."""
    first = max(0, start - 400)
    begin = first
    for mark in _SENTENCE_END.finditer(text, first, start):
        begin = mark.end()
    mark_after = _SENTENCE_END.search(text, end, min(len(text), end + 400))
    return begin, mark_after.start() if mark_after else min(len(text), end + 400)


def turkish(text: str, lowered: str, start: int, end: int) -> Direction:
    """The direction from the first finite or relative verb behind the expression."""
    _, stop = clause(text, start, end)
    pending = False
    present = False
    for match in _WORD.finditer(lowered, end, stop):
        word = match.group()
        if len(word) < 3 or word in _TR_NOUN:
            continue
        if pending and _TR_WISHING.fullmatch(word):
            return Direction.FUTURE
        if _TR_AHEAD.fullmatch(word):
            return Direction.FUTURE
        if _TR_PRESENT.fullmatch(word):
            if _TR_EXPECTING.fullmatch(word):
                return Direction.FUTURE
            present = True
            break
        if word in ("planlanan", "beklenen", "öngörülen", "düzenlenecek"):
            return Direction.FUTURE
        if _TR_PAST.fullmatch(word) or _TR_PARTICIPLE.fullmatch(word):
            return Direction.PAST
        if _TR_VERBAL_NOUN.fullmatch(word):
            pending = True
    return Direction.OPEN if present or not pending else Direction.OPEN


def english(text: str, lowered: str, start: int, end: int) -> Direction:
    """The direction from the nearest verb before the expression, or else the first one behind it."""
    begin, stop = clause(text, start, end)
    for match in reversed(list(_WORD.finditer(lowered, begin, start))):
        found = _english_word(match.group())
        if found is not None:
            return found
    for match in _WORD.finditer(lowered, end, stop):
        found = _english_word(match.group())
        if found is not None:
            return found
    return Direction.OPEN


def _english_word(word: str) -> Direction | None:
    if word in _EN_AHEAD:
        return Direction.FUTURE
    if word in _EN_PAST_WORDS or (word.endswith("ed") and len(word) > 4 and word not in _EN_NOT_PAST):
        return Direction.PAST
    return None
