"""The words of both calendars and the regular expressions that are made of them. All in lower case."""

from __future__ import annotations

from collections.abc import Iterable

TR_MONTHS = "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık".split()
EN_MONTHS = "january february march april may june july august september october november december".split()
TR_DAYS = "pazartesi salı çarşamba perşembe cuma cumartesi pazar".split()
EN_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
TR_ORDINALS = {"ilk": 1, "birinci": 1, "ikinci": 2, "üçüncü": 3, "dördüncü": 4, "beşinci": 5, "altıncı": 6, "son": -1}
EN_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
TR_SEASONS = {"ilkbahar": "SP", "bahar": "SP", "yaz": "SU", "sonbahar": "FA", "güz": "FA", "kış": "WI"}
EN_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
TR_UNITS = {"gün": "D", "hafta": "W", "ay": "M", "yıl": "Y", "sene": "Y", "saat": "H", "dakika": "T", "saniye": "S"}
EN_UNITS = {
    "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "E", "hour": "H", "minute": "T", "second": "S"
}  # fmt: skip
TR_STEPS = {
    "bu": 0,
    "içinde bulunduğumuz": 0,
    "geçen": -1,
    "geçtiğimiz": -1,
    "önceki": -1,
    "bir önceki": -1,
    "önümüzdeki": 1,
    "gelecek": 1,
    "bir sonraki": 1,
}
"""How many periods a word steps away from the current one."""
EN_STEPS = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1}

EN_MONTH_SHORT = {m[:3]: i for i, m in enumerate(EN_MONTHS, 1)} | {"sept": 9}


def either(words: Iterable[str]) -> str:
    """An alternation that tries longer words first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


APO = "['’‘ʼ`´\x92]"
TR_CASE = (
    r"(?:[dt][ae](?:n|ki(?:n[ıiuü]n|n[ıiea]|ler\w*|lar\w*)?|yd[ıiuü]|yken)?|y?[ae]|n?[ıiuü]n(?:[dt][ae](?:n"
    r"|ki)?|[ae])?|y?[ıiuü]"
    r"|s[ıiuü]n?[dt]?[ae]?n?)"
)
"""A Turkish case ending written without an apostrophe."""


def tr_month(word: str) -> int:
    """The number of a month from a form of its name (`ocağ-ın`)."""
    return next(i for i, m in enumerate(TR_MONTHS, 1) if word[:3] == m[:3])


def en_month(word: str) -> int:
    return EN_MONTH_SHORT[word[:3]]
