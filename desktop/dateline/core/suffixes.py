"""Whether letters behind a name can be its Turkish suffix: `Ankara` + `daydı`, but not `Roma` + `nya`.

A compact grammar of what news puts behind names (plural, possessive, case, -lI, -lIk, -sIz, -CA, -ki, copula), after
the usual tables of Turkish nominal inflection. It says what is possible, not what is meant.
"""

from __future__ import annotations

import re

from dateline.core.turkish import lower

_I, _A = "[ıiuü]", "[ae]"
_PARTS = (
    rf"l{_A}r",
    rf"{_I}m{_I}z|{_I}n{_I}z|s{_I}n?|{_I}mn?|{_I}n?|l{_A}r{_I}n?",
    rf"n{_I}n|y{_I}|n{_I}|y?{_A}|n{_A}|[dt]{_A}n?|n[dt]{_A}n?|y?l{_A}",
    rf"l{_I}|l{_I}k|s{_I}z|[cç]{_A}|ki|d{_I}r|t{_I}r|y?[dt]{_I}|y?m{_I}ş|ken",
)
_CHAIN = re.compile(f"(?:{'|'.join(_PARTS)}){{1,5}}")
_FRONT, _BACK = frozenset("eiöü"), frozenset("aıou")


def can_follow(tail: str) -> bool:
    """Whether the letters are a chain of suffixes whose vowels agree with each other."""
    letters = lower(tail)
    if not _CHAIN.fullmatch(letters):
        return False
    vowels = {c for c in letters.replace("ki", "") if c in _FRONT or c in _BACK}
    return vowels <= _FRONT or vowels <= _BACK
