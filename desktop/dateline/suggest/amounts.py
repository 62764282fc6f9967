"""Amounts of money, percentages and counted people or things: what stands behind a number, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from dateline.suggest import counts
from dateline.suggest.dates.lexicon import APO, either
from dateline.suggest.dates.tagger import lower
from dateline.suggest.numbers import DIGITS, SMALL_WORD, plain, read


@dataclass(frozen=True, slots=True)
class Amount:
    """`label`: MONEY, PERCENT or QUANTITY. `start`, `end`: code points. `value`: the number in plain digits, with the
    currency's ISO 4217 code behind it for money; None where the words give no number ("binlerce kişi").
    """

    start: int
    end: int
    label: str
    value: str | None = None


CURRENCIES = {
    "dolar": "USD",
    "avro": "EUR",
    "euro": "EUR",
    "lira": "TRY",
    "tl": "TRY",
    "ytl": "TRY",
    "kuruş": "TRY",
    "sterlin": "GBP",
    "yuan": "CNY",
    "yen": "JPY",
    "ruble": "RUB",
    "rupi": "INR",
    "riyal": "SAR",
    "dinar": "",
    "dirhem": "AED",
    "frank": "CHF",
    "kron": "",
    "peso": "",
    "won": "KRW",
    "manat": "AZN",
    "tenge": "KZT",
    "som": "",
    "grivna": "UAH",
    "zloti": "PLN",
    "şekel": "ILS",
    "lev": "BGN",
    "ley": "RON",
    "mark": "DEM",
    "drahmi": "GRD",
    "real": "BRL",
    "tümen": "IRR",
    "forint": "HUF",
    "rupiah": "IDR",
    "sdr": "XDR",
}
"""Turkish names of currencies and their ISO 4217 codes; empty where several countries share the name."""

EN_CURRENCIES = {
    "dollar": "USD",
    "euro": "EUR",
    "lira": "TRY",
    "pound": "GBP",
    "yuan": "CNY",
    "yen": "JPY",
    "ruble": "RUB",
    "rouble": "RUB",
    "rupee": "INR",
    "riyal": "SAR",
    "rial": "IRR",
    "dinar": "",
    "dirham": "AED",
    "franc": "CHF",
    "crown": "",
    "krona": "SEK",
    "peso": "",
    "won": "KRW",
    "manat": "AZN",
    "tenge": "KZT",
    "hryvnia": "UAH",
    "zloty": "PLN",
    "shekel": "ILS",
    "shilling": "",
    "ringgit": "MYR",
    "baht": "THB",
    "rand": "ZAR",
    "naira": "NGN",
    "birr": "ETB",
    "cedi": "GHS",
    "real": "BRL",
    "sterling": "GBP",
    "cent": "USD",
}
SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "₺": "TRY", "¥": "JPY", "₽": "RUB", "₹": "INR"}

_TR_SCALE = "(?:bin|milyon|milyar|trilyon)"
_TR_WORDS = rf"(?:{SMALL_WORD['tr']}|yüz|bin)"
_TR_NUMBER = (
    rf"(?:(?:{DIGITS})(?: {_TR_SCALE}(?: (?:{DIGITS}) {_TR_SCALE})?(?: \d{{1,3}}(?![\d.,]\d))?)?"
    rf"|{_TR_WORDS}(?: {_TR_WORDS})*(?: {_TR_SCALE})?|yarım {_TR_SCALE})"
)
_EN_SCALE = "(?:hundred|thousand|million|billion|trillion|mn|bn|tn|m|k)"
_EN_NUMBER = (
    rf"(?:(?:{DIGITS})(?: ?{_EN_SCALE})?|(?:{SMALL_WORD['en']}|a|half a)(?: (?:hundred|thousand"
    rf"|million|billion|trillion))?)"
)
_LEFT = r"(?<![\w.,:/%$€£₺-])(?<!\d[-–])"

_TR_CASE = (
    r"(?:y?[ae]|y?[ıiuü]|n?[ıiuü]n|[dt][ae]n?|[dt][ae]ki|l[ıiuü][kğ](?:[ıiuü]|[ae]|[ıiuü]n)?|y?l[ae]"
    r"|[dt][ıiuü]r?|yd[ıi]"
    r"|[ıiuü]n[ıiuü]|[ıiuü]n[ae]|[ıiuü]n[dt][ae]n?|s[ıiuü]n?[ıiuüae]?)"
)
_TR_CURRENCY = rf"(?P<cur>{either(CURRENCIES)})(?:{_TR_CASE})?"
_TR_NATION = (
    r"(?:abd|amerikan|kanada|avustralya|hong ?kong|singapur|suriye|mısır|suudi|katar|kuveyt|ırak"
    r"|libya|tunus|isveç|norveç|danimarka|isviçre|meksika|iran|umman|hint|pakistan|kıbrıs|yeni türk|türk|güney kore)"
)
_EN_NATION = (
    r"(?:u\.s\.|us|canadian|australian|hong kong|singapore|turkish|syrian|egyptian|saudi|iraqi"
    r"|kuwaiti|swiss|cfa|swedish|norwegian|danish|mexican|russian|chinese|japanese|indian|kenyan|british)"
)

_MONEY = {
    "tr": [
        re.compile(rf"{_LEFT}(?P<n>{_TR_NUMBER})(?: {_TR_NATION})? {_TR_CURRENCY}(?!\w)"),
        re.compile(rf"(?<!\w)(?P<sym>[$€£₺¥₽₹]) ?(?P<n>(?:{DIGITS})(?: {_TR_SCALE})?)"),
        re.compile(rf"{_LEFT}(?P<n>(?:{DIGITS})(?: {_TR_SCALE})?) ?(?P<sym>[$€£₺¥₽₹])"),
    ],
    "en": [
        re.compile(rf"(?<!\w)(?:us|a|c|nz|hk)?(?P<sym>[$€£₺¥₽₹]) ?(?P<n>(?:{DIGITS})(?:[ -]?{_EN_SCALE}(?!\w))?)"),
        re.compile(rf"{_LEFT}(?P<n>{_EN_NUMBER})(?: {_EN_NATION})? (?P<cur>{either(EN_CURRENCIES)})(?:e?s)?(?!\w)"),
        re.compile(rf"{_LEFT}(?P<n>(?:{DIGITS})(?: ?{_EN_SCALE})?) ?(?P<sym>[€£₺¥₽₹])"),
    ],
}
_PERCENT = {
    "tr": [
        re.compile(
            rf"(?<!\w)yüzde (?P<minus>eksi )?(?P<n>(?:{DIGITS})(?:[-–]\d+(?:,\d+)?)?"
            rf"|{SMALL_WORD['tr']}(?: buçuk)?|yüz)(?:{_TR_CASE})?(?!\w)"
        ),
        re.compile(rf"(?<![\w%])(?P<minus>[+-])?% ?(?P<n>(?:{DIGITS})(?:[-–]\d+(?:,\d+)?)?)"),
        re.compile(rf"{_LEFT}(?P<minus>-)?(?P<n>{DIGITS}) ?%"),
    ],
    "en": [
        re.compile(rf"(?<![\w.,:/])(?P<minus>-)?(?P<n>(?:{DIGITS})(?:[-–]\d+(?:\.\d+)?)?) ?%"),
        re.compile(rf"{_LEFT}(?P<minus>minus )?(?P<n>(?:{DIGITS})|{SMALL_WORD['en']}) (?:percent|per cent|pct)(?!\w)"),
    ],
}


def find(text: str, language: str, start: int = 0, taken: Iterable[tuple[int, int]] = ()) -> list[Amount]:
    """The amounts of a text from `start` on, in order. `taken`: stretches that are something else (dates, times).

    `language`: "tr" or "en" (others are read as English). Never raises.
    """
    chosen = language if language == "tr" else "en"
    lowered = lower(text, chosen)
    busy = sorted(taken)
    found: list[Amount] = []

    def free(begin: int, end: int) -> bool:
        return not any(a < end and begin < b for a, b in busy)

    def add(amount: Amount) -> None:
        found.append(amount)
        busy.append((amount.start, amount.end))

    for pattern in _PERCENT[chosen]:
        for match in pattern.finditer(lowered, start):
            if free(match.start(), match.end()):
                add(Amount(match.start(), match.end(), "PERCENT", _percent(match, chosen)))
    for pattern in _MONEY[chosen]:
        for match in pattern.finditer(lowered, start):
            if free(match.start(), match.end()):
                add(Amount(match.start(), match.end(), "MONEY", _money(match, chosen)))
    for begin, end, number in counts.find(text, lowered, chosen, start):
        if free(begin, end):
            value = read(number, chosen)
            add(Amount(begin, end, "QUANTITY", plain(value) if value is not None else None))
    return sorted(found, key=lambda a: (a.start, a.end))


def _number(text: str, language: str) -> Decimal | None:
    return read(text, language)


def _percent(match: re.Match[str], language: str) -> str | None:
    value = _number(match["n"], language) if not re.search(r"[-–]", match["n"]) else None
    if value is None:
        return None
    return plain(-value if (match["minus"] or "").strip() in ("-", "eksi", "minus") else value)


def _money(match: re.Match[str], language: str) -> str | None:
    groups = match.groupdict()
    value = _number(match["n"], language)
    code = (
        SYMBOLS[groups["sym"]]
        if groups.get("sym")
        else (CURRENCIES if language == "tr" else EN_CURRENCIES)[groups["cur"]]
    )
    nation = re.search(r"kanada|avustralya|isveç|norveç|canadian|australian|swedish", match.group())
    if nation:
        code = {
            "kanada": "CAD",
            "canadian": "CAD",
            "avustralya": "AUD",
            "australian": "AUD",
            "isveç": "SEK",
            "swedish": "SEK",
            "norveç": "NOK",
        }[nation.group()]
    if value is None:
        return None
    return f"{plain(value)} {code}".rstrip()


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text."""
    return re.finditer(rf"[^\W\d_][\w{APO[1:-1]}-]*", text)
