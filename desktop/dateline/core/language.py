"""Which of our two languages a text is in, by its most frequent small words and its letters."""

from __future__ import annotations

import re

from dateline.core import turkish

_TURKISH = frozenset(
    "ve bir bu ile için da de olarak olan daha çok en gibi kadar sonra ancak ise ki ne göre dedi etti yeni "
    "karşı ilgili arasında üzerine iki her o tarafından olduğunu üzere yönelik ilişkin olduğu şu ya veya değil".split()
)
_ENGLISH = frozenset(
    "the of and to in a is that for on with as was by at from it be said has have an will which not are were "
    "his her their its this but after been had they would who or".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_ENOUGH = 20
"""Words; fewer say nothing for sure."""
_SHARE = 0.08
"""Of the words; in our articles no fewer than 0.12 of them are small ones of their language."""
_MUCH_MORE = 2.0


def guess(text: str) -> str:
    """ "tr" or "en"; "tr" where the text gives nothing to go by. Reads the first 20,000 code points."""
    turkish_score, english_score, _ = _scores(text)
    return "en" if english_score > turkish_score else "tr"


def recognise(text: str) -> str | None:
    """ "tr", "en", or "other" where the text is surely in that; None where there is too little of it or a mixture."""
    turkish_score, english_score, words = _scores(text)
    if words < _ENOUGH:
        return None
    best, other = max(turkish_score, english_score), min(turkish_score, english_score)
    if best < _SHARE * words:
        return "other" if words >= 3 * _ENOUGH else None
    if best < _MUCH_MORE * other:
        return None
    return "en" if english_score > turkish_score else "tr"


def _scores(text: str) -> tuple[float, float, int]:
    """What speaks for Turkish, what speaks for English, and how many words were looked at."""
    sample = text[:_SAMPLE]
    words = [turkish.lower(word) for word in _WORD.findall(sample)]
    # Letters that English never has outweigh the names that carry them only when they are many.
    turkish_score = sum(w in _TURKISH for w in words) + sum(c in "ığşİĞŞ" for c in sample) / 4
    english_score = sum(w.replace("ı", "i") in _ENGLISH for w in words)
    return turkish_score, english_score, len(words)
