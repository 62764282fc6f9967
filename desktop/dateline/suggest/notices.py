"""What a person should know about a run: no letters, or another language than set."""

from __future__ import annotations

from dateline.core.suggestion import Notice
from dateline.core.turkish import lower

_STOP_WORDS = {
    "tr": frozenset(
        "ve bir bu da de ile için olarak olan ise daha çok sonra gibi kadar en ki ne değil göre dedi etti olduğunu "
        "üzere karşı ancak arasında tarafından yönelik ilişkin olduğu şu ya veya yeni iki".split()
    ),
    "en": frozenset(
        "the of and to in a is that for it was on with as by at be are from has have had an his its not which said "
        "this but were they will been would who their or".split()
    ),
}
_ENOUGH = 20
_MUCH_MORE = 2.0
_SAMPLE = 20_000


def guess_language(text: str) -> str | None:
    """ "tr" or "en" by the share of their stop words; None where there are too few words or neither stands out."""
    words = lower(text[:_SAMPLE]).split()
    if len(words) < _ENOUGH:
        return None
    hits = {language: sum(word in stop for word in words) for language, stop in _STOP_WORDS.items()}
    best, other = sorted(hits, key=lambda language: -hits[language])
    if hits[best] < len(words) * 0.05 or hits[best] < _MUCH_MORE * hits[other]:
        return None
    return best


def notices(text: str, language: str) -> list[Notice]:
    """The notices about one text, set to be in `language`."""
    if not any(c.isalpha() for c in text):
        return [Notice("suggest.no_letters")]
    found = []
    guess = guess_language(text)
    if guess is not None and guess != language:
        found.append(Notice(f"suggest.looks_{guess}"))
    return found
