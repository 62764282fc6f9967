"""What a person should know about a run: another language than set, no letters, no capitals, marks of a bad scan."""

from __future__ import annotations

import re

from dateline.core.language import recognise
from dateline.core.suggestion import Notice

_SAMPLE = 20_000
_ENOUGH = 80
"""Letters; a shorter text may well have no capitals, or nothing else."""
_WORD = re.compile(r"\w+")
_MIXED = re.compile(r"[^\W\d_]+[01]+[^\W\d_]+|\d+[^\W\d_]{2,}\d|[^\W\d_]*[a-zçğıöşü][A-ZÇĞİÖŞÜ]{2,}[a-zçğıöşü]")
"""Words that a scanner makes: a digit between letters, capitals within small letters."""
_LONGEST = 40
"""Letters of a word; what is longer is none, and a pattern must not try it from each of its letters."""
_BROKEN = re.compile(r"[a-zçğıöşü][-\u00ad\u00ac]\n\s*[a-zçğıöşü]")
"""A word that was divided at the end of a line."""


def notices(text: str, language: str) -> list[Notice]:
    """The notices about one text, set to be in `language`."""
    if not any(c.isalpha() for c in text):
        return [Notice("suggest.no_letters")]
    found = []
    looks = recognise(text)
    if looks is not None and looks != language and (looks != "other" or language in ("tr", "en")):
        found.append(Notice(f"suggest.looks_{looks}"))
    sample = text[:_SAMPLE]
    upper, lower = sum(c.isupper() for c in sample), sum(c.islower() for c in sample)
    if upper + lower >= _ENOUGH:
        if upper > 9 * lower:
            found.append(Notice("suggest.all_capitals"))
        elif not upper:
            found.append(Notice("suggest.no_capitals"))
    words = [word for word in _WORD.findall(sample) if len(word) <= _LONGEST]
    if len(_BROKEN.findall(sample)) > 2:
        found.append(Notice("suggest.divided"))
    if sum(_MIXED.search(word) is not None for word in words) > max(2, len(words) // 50):
        found.append(Notice("suggest.scanned"))
    return found
