"""Which way a clause looks, back or ahead: from its verbs, which follow the date in Turkish and precede it in English.

Endings and auxiliaries only; no tagger.
"""

from __future__ import annotations

import re

from dateline.suggest.dates.lexicon import APO, TR_DAYS, TR_MONTHS, either
from dateline.suggest.dates.model import Direction

_SENTENCE_END = re.compile(r"[.!?…](?=[\s\"”’»)]+[^\Wa-zçğıöşü]|\s*$)|\n|[;“”\"]")
_WORD = re.compile(r"[^\W\d_]+")

_TR_AHEAD = re.compile(
    r".+[ae]ca[kğ]\w*|.+ece[kğ]\w*"  # -AcAk, -AcAğI
    r"|.{2,}m[ae]l[ıi](?:y[ıi]z|y[ıi]m|s[ıi]n\w*|lar|ler)?"  # -mAlI
    r"|.{2,}[ae]bil(?:ir|ece[kğ])\w*"
)
_TR_AHEAD_NOUN = re.compile(
    r"gele(?:cek|ceğ)(?!ini|ler|iz)\w*|yiyece\w+|içece\w+|giyece\w+|sıca[kğ]\w*|kuca[kğ]\w*|oca[kğ]\w*"
)
_TR_PAST_FINITE = re.compile(
    r".+[dt][ıiuü](?:lar|ler|k|m|n[ıiuü]z|n)?"  # -DI, where a clause may end
    r"|.{2,}m[ıiuü]ş(?:lar|ler|t[ıiuü]r)?"  # -mIş
)
_TR_PAST = re.compile(
    r".{2,}m[ıiuü]ş(?:t[ıiuü]\w*)"  # -mIştI
    r"|.+[dt][ıiuü][ğk](?:[ıiuü]\w*|l[ae]r\w*)"  # -DIğI, -DIklArI
)
_TR_NOT_PAST = re.compile(
    r"(?:şimdi|kendi|yedi|ciddi|maddi|hadi|efendi|kredi|birliktel)\w{0,3}|.*(?:liği|lığı|luğu|lüğü)\w*"
)
_TR_PARTICIPLE = re.compile(
    r".{2,}(?<![dt])[ae]n(?:lar\w*|ler\w*|[ıi]n)?|(?:eden|giden|güden|yürüten|tutan|biten|satan|yatan|batan"
    r"|üreten|tüketen|ileten|atan|katan|yaratan|anlatan|dağıtan|yöneten)"
    r"(?:ler\w*|lar\w*)?"
)
_TR_NOT_PARTICIPLE = re.compile(
    r"(?:ilan|plan|alan|yalan|taban|tavan|zaman|isyan|insan|liman|uzman|orman|düşman|kurban|bayram|meydan"
    r"|hayvan|kaptan|vatan|"
    r"destan|üzgan|duman|çoban|divan|elçilikten|beden|düzen|tören|çimen|öğretmen|seçmen|göçmen|yönetmen"
    r"|temmuzdan|esasen|hemen|rağmen|yeniden|"
    r"neden|maden|aynen|zaten|halen|hâlen|resmen|alarmen|tamamen|kısmen|dönemin|tekmen|mühimmen|mümkün|ekran"
    r"|organ|roman|kazan|sultan|tavşan|"
    r"seran|tren|fren|eğilimin|ortaklaşan|vicdan|canan|kağan|nisan|haziran|ramazan|vahşiyen|yaptıran?)"
    r"(?:lar\w*|ler\w*|[ıi]n)?|.*(?:[ıiuüan][dt][ae]n|l[ae]r[ıi]n)"
)
_TR_PRESENT = re.compile(r".+[ıiuü]yor\w*|.{2,}makta\w*|.{2,}mekte\w*")
_EXPECT = r"(?:bekle|bekl[iı]|planla|planl[ıi]|öngör|hedefl[ei]|amaçla|amaçl[ıi]|tasarla|kararlaştır|hazırlan|düşün)"
_TR_EXPECTING = re.compile(rf"{_EXPECT}\w*(?:yor\w*|di[ğk]\w*|dı[ğk]\w*|dü[ğk]\w*|du[ğk]\w*)")
_TR_WISHING = re.compile(
    r"(?:iste|istiyo|öner|bekle|bekl[ıi]|planla|planl[ıi]|öngör|çağır|çağrı|davet|hedefl|talep|kararlaş|umu"
    r"|tasarla|amaçl|teklif|şart|tehdit|uyar)\w*(?<!ince)(?<!ınca)(?<!ip)(?<!erek)"
)
_TR_VERBAL_NOUN = re.compile(r".{2,}m[ae](?:s[ıiuü](?:n[ıiuüea]\w*)?|y[ıiae]|lar[ıi]\w*|ler[ıi]\w*|n[ıi]n|k)")
_TR_CONVERB = re.compile(r".{2,}(?:[ae]r[ae]k|[ıiuü]p)")
_TR_CALLING = re.compile(r"(?:çağır|çağrı|davet)\w*")
_TR_DATIVE = re.compile(r".{3,}[ae]")
_TR_WAS = re.compile(r"(?:[dt][ae])?y?[dt][ıiuü](?:lar|ler|k|m|n)?|(?:[dt][ae])?ym[ıiuü]ş\w*")
_TR_SINCE = re.compile(rf"(?:{APO}?[dt][ae]n)? (?:bu yana|beri)\b")
_TR_UNTIL = re.compile(rf"(?:{APO}y?[ae])? (?:kadar|dek|değin)\b|{APO}y?[ae]\b")
_TR_TO = re.compile(
    rf"(?:{either(TR_MONTHS)}|aralığ|ocağ|{either(TR_DAYS)})y?[ae]|gününe|ayına|(?:son|baş|orta)(?:u|ı|sı)na"
)
_CLAUSE_MAY_END = re.compile(r"\s*(?:[.,;:!?…\"”’»)\n]|$)|\s+(?:ve|ama|ancak|fakat|diye|ki|mi|mı)\b")

_EN_AHEAD = frozenset(
    "will would shall may might could should must expected due scheduled plans planned planning plan set slated next "
    "ahead until upcoming forthcoming intends hopes aims vowed promised wants deadline ll unless".split()
)
_EN_PAST_WORDS = frozenset(
    "was were had said told began met made took came went gave held won lost left found struck hit fell rose sent "
    "broke brought built bought drew drove fought flew froze got grew hung kept knew laid led ran rang "
    "cut hit put sank sat saw sold shot sought spent spoke stood stole swept swore threw wrote became did since "
    "killed underwent overthrew withdrew forced has have been".split()
)
_EN_NOT_PAST = frozenset(
    "united red need speed feed seed indeed exceed proceed succeed hundred bleed breed expected planned scheduled "
    "limited red bed fed led-by armed embed wanted ahmed mohammed saeed".split()
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
    """The direction from what follows the expression: a postposition, or else the first finite or relative verb.

    Names are passed over: they are written with a capital, verbs within a sentence are not.
    """
    if _TR_SINCE.match(lowered, end):
        return Direction.PAST
    if _TR_UNTIL.match(lowered, end) or _TR_TO.fullmatch(lowered[start:end].rsplit(" ", 1)[-1]):
        return Direction.FUTURE
    _, stop = clause(text, start, end)
    shouting = text[end:stop].isupper()
    wish = False
    bound = False
    before = ""
    for match in _WORD.finditer(lowered, end, stop):
        word = match.group()
        if text[match.start() - 1] in APO:
            if _TR_WAS.fullmatch(word):
                return Direction.PAST
            continue
        if len(word) < 3 or (text[match.start()].isupper() and not shouting):
            continue
        if (wish and not bound and _TR_WISHING.fullmatch(word)) or (
            _TR_CALLING.fullmatch(word) and _TR_DATIVE.fullmatch(before)
        ):
            return Direction.OPEN  # wished for: ahead of the wish, which itself may lie back
        if _TR_AHEAD.fullmatch(word) and not _TR_AHEAD_NOUN.fullmatch(word):
            return Direction.FUTURE
        if _TR_EXPECTING.fullmatch(word):
            return Direction.FUTURE
        if _TR_PRESENT.fullmatch(word):
            return Direction.OPEN
        if _TR_PAST.fullmatch(word) and not _TR_NOT_PAST.fullmatch(word):
            return Direction.PAST
        if (
            _TR_PAST_FINITE.fullmatch(word)
            and not _TR_NOT_PAST.fullmatch(word)
            and _CLAUSE_MAY_END.match(lowered, match.end())
        ):
            return Direction.PAST
        if _TR_PARTICIPLE.fullmatch(word) and not _TR_NOT_PARTICIPLE.fullmatch(word) and not re.match(_EXPECT, word):
            return Direction.PAST
        wish = wish or _TR_VERBAL_NOUN.fullmatch(word) is not None
        bound = bound or (not wish and _TR_CONVERB.fullmatch(word) is not None)
        before = word
    return Direction.OPEN


def english(text: str, lowered: str, start: int, end: int) -> Direction:
    """The direction from the nearest verb before the expression; or else the first one behind it."""
    begin, stop = clause(text, start, end)
    before = list(_WORD.finditer(lowered, begin, start))
    for match in reversed(before):
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
    if word in _EN_PAST_WORDS or (word.endswith("ed") and len(word) > 3 and word not in _EN_NOT_PAST):
        return Direction.PAST
    return None
