"""Numbers as newspapers write them, in digits and in words, in both languages."""

from __future__ import annotations

import re
from decimal import Decimal

_TR = (
    "sıfır bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan "
    "yüz bin milyon milyar trilyon yarım buçuk"
).split()
_TR_VALUES = (*range(11), *range(20, 100, 10), 100, 10**3, 10**6, 10**9, 10**12, Decimal("0.5"), Decimal("0.5"))
_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "mn bn tn m k a an"
).split()
_EN_VALUES = (
    *range(20),
    *range(20, 100, 10),
    *(100, 10**3, 10**6, 10**9, 10**12, 10**6, 10**9, 10**12, 10**6, 10**3, 1, 1),
)
WORDS: dict[str, dict[str, Decimal]] = {
    "tr": {w: Decimal(v) for w, v in zip(_TR, _TR_VALUES, strict=True)},
    "en": {w: Decimal(v) for w, v in zip(_EN, _EN_VALUES, strict=True)},
}

_TR_UNITS = "bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz"
_TR_TENS = "on|yirmi|otuz|kırk|elli|altmış|yetmiş|seksen|doksan"
_EN_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_EN_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SMALL_WORD = {
    "tr": rf"(?:(?:{_TR_TENS})(?: (?:{_TR_UNITS}))?|{_TR_UNITS})",
    "en": rf"(?:(?:{_EN_TENS})(?:[- ](?:{_EN_UNITS}))?|{_EN_UNITS}|ten|eleven|twelve|\w+teen)",
}
"""A regular expression for a number below a hundred in words (lower case)."""

DIGITS = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
"""A regular expression for a number in digits, with separators of thousands and a decimal part."""


def read_digits(text: str, language: str) -> Decimal:
    """The value of a number in digits. A separator before exactly three digits parts thousands, others decimals;
    the language decides where both readings are possible (`1.500` is 1500 in Turkish, `1,500` is in English).
    """
    decimal = "," if language == "tr" else "."
    thousands = "." if language == "tr" else ","
    marks = re.findall(r"[.,]", text)
    if len(marks) == 1 and marks[0] == thousands and not re.fullmatch(r"\d{1,3}[.,]\d{3}", text):
        return Decimal(text.replace(thousands, "."))
    if len(set(marks)) == 1 and len(marks) > 1:
        return Decimal(text.replace(marks[0], ""))
    return Decimal(text.replace(thousands, "").replace(decimal, "."))


def read(text: str, language: str) -> Decimal | None:
    """The value of a number phrase (`3,2 milyar`, `on iki bin`, `24 bin 500`); None where it is not a number."""
    total = Decimal(0)
    part = Decimal(0)
    seen = False
    for word in re.findall(rf"{DIGITS}|[^\W\d_]+", text):
        if word[0].isdigit():
            part += read_digits(word, language)
            seen = True
            continue
        value = WORDS[language].get(word)
        if value is None:
            return None
        seen = True
        if value >= 1000:
            total += (part or 1) * value
            part = Decimal(0)
        elif value == 100:
            part = (part or 1) * value
        else:
            part += value
    return total + part if seen else None


def plain(value: Decimal) -> str:
    """A number in plain digits: no exponent, no trailing zeros."""
    return f"{value.normalize():f}"
