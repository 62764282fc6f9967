"""English counts: a number and the first plural noun behind it ("400 Kenyan police officers")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.suggest.counts.words import LEFT, following
from dateline.suggest.numbers import DIGITS, SMALL_WORD

_NUMBER = re.compile(
    rf"{LEFT}(?P<n>(?:(?:{DIGITS}) to )?(?:{DIGITS})(?: (?:thousand|million|billion))?"
    rf"|(?:{SMALL_WORD['en']})(?: (?:hundred|thousand|million))?"
    r"|(?:tens of thousands|hundreds of thousands|dozens|hundreds|thousands|scores|millions) of"
    r"|several (?:hundred|thousand|dozen)|a dozen) (?=\w)"
)
_MEASURED = re.compile(rf"{LEFT}(?P<n>{DIGITS}) ?(?:km|kg|mw|gw)(?!\w)")

_STOP = re.compile(
    "(?:of|to|in|on|and|or|per|percent|cent|day|week|month|year|hour|minute|second|decade|time|side|point|basis|count|"
    "language|war|candidate|thing|hand|stage|round|goal|step|party|power|way|reason|phase|degree|million|billion|"
    "thousand|hundred|dollar|euro|magnitude|passport|diplomat|seat|other|more|than|after|before|who|that|a|am|pm|p|o|"
    "the|may|is|was|were)s?"
)
_PLURAL = re.compile(
    r"people|men|women|children|police|troops|personnel|crew|dead|wounded|injured|staff|servicemen|policemen|cattle|"
    r"aircraft|\w+(?<![aius])s"
)
_ONE = re.compile("person|officer|soldier|policeman|man|woman|child|civilian|worker|protester|journalist|student")
_COLLECTIVE = {"police": "officers", "crew": "members", "staff": "members"}
_NO_NOUN = frozenset("injured wounded is was has does".split())


def find(lowered: str, start: int) -> Iterator[tuple[int, int, str]]:
    """See `counts.find`."""
    for match in _NUMBER.finditer(lowered, start):
        end = _phrase(lowered, match)
        if end is not None:
            yield match.start(), end, match["n"]
    for match in _MEASURED.finditer(lowered, start):
        yield match.start(), match.end(), match["n"]


def _phrase(lowered: str, match: re.Match[str]) -> int | None:
    """Where the counted noun phrase ends; None where nothing is counted."""
    before = lowered[max(0, match.start() - 6) : match.start()]
    words = following(lowered, lowered, match.end(), 5)
    if not words or _STOP.fullmatch(words[0].lower) or re.search(r"\d in $", before):
        return None
    if not match["n"][0].isdigit() and before.endswith("the "):
        return None  # "the two men": counted before
    if match["n"] == "one":
        return words[0].end if _ONE.fullmatch(words[0].lower) else None
    for index, word in enumerate(words):
        if _STOP.fullmatch(word.lower):
            return None
        if not _PLURAL.fullmatch(word.lower):
            continue
        rest = words[index + 1 :]
        if rest and _COLLECTIVE.get(word.lower) == rest[0].lower:
            return rest[0].end
        if len(rest) > 1 and rest[0].lower == "and" and _PLURAL.fullmatch(rest[1].lower):
            return word.end if rest[1].lower in _NO_NOUN else rest[1].end
        return word.end
    return None
