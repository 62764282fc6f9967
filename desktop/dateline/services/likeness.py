"""Which known entity a name may mean: the same name, an alias, a surname, initials, or a name that is nearly it.

Names are compared folded (`turkish.fold`); nearness is RapidFuzz's, quick enough for all entities of a project.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from dateline.core.registry import Entity
from dateline.core.turkish import fold, sort_key


class Likeness(IntEnum):
    """Why a name may mean an entity, the best reason first."""

    NAME = 0
    ALIAS = 1
    SURNAME = 2
    INITIALS = 3
    SIMILAR = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be meant, and why."""

    entity: Entity
    likeness: Likeness


SIMILAR = 78.0
"""How much of two names must agree (RapidFuzz's `ratio`, of 100), so that one letter of a short name may be another."""
WITHIN = 0.1
"""How far names are from each other (0 to 1) where all words of one, two at least, are words of the other."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is compared. `surname`, `initials`: "" where it is one word."""

    folded: str
    surname: str
    initials: str


@lru_cache(maxsize=200_000)
def _name(name: str) -> _Name:
    folded = fold(name).strip()
    words = re.findall(r"\w+", folded)
    several = len(folded.split()) > 1
    return _Name(folded, folded.split()[-1] if several else "", "".join(w[0] for w in words) if len(words) > 1 else "")


def candidates(
    forms: Collection[str], label: str, known: Iterable[Entity], here: Collection[str] = ()
) -> Sequence[Candidate]:
    """The entities of a label that some spellings of a name may mean, the likeliest first.

    `here`: ids of the entities of the same article, which go before others that are as like.
    """
    entities = [entity for entity in known if entity.label == label]
    found: dict[int, tuple[Likeness, float]] = {}
    for form in dict.fromkeys(forms):
        if (name := _name(form)).folded:
            for number, like in _like(name, entities):
                found[number] = min(like, found.get(number, like))
    ranked = sorted(
        (likeness, entities[number].id not in here, distance, sort_key(entities[number].name), number)
        for number, (likeness, distance) in found.items()
    )
    return [Candidate(entities[number], likeness) for likeness, *_, number in ranked]


def _like(form: _Name, entities: Sequence[Entity]) -> Iterable[tuple[int, tuple[Likeness, float]]]:
    """The places of the entities that a form is like, how, and how far it is from them (0 to 1)."""
    letters = re.sub(r"\W", "", form.folded)
    names: list[str] = []
    owners: list[int] = []
    for number, entity in enumerate(entities):
        own = [_name(entity.name), *map(_name, entity.aliases)]
        exact = _exactly(form, letters, own)
        if exact is not None:
            yield number, (exact, 0.0)
            continue
        names += [name.folded for name in own]
        owners += [number] * len(own)
    for place, distance in _nearly(form.folded, names):
        yield owners[place], (Likeness.SIMILAR, distance)


def _exactly(form: _Name, letters: str, names: Sequence[_Name]) -> Likeness | None:
    """Why a form means the bearer of some names, the canonical one first; None where it takes more than a look.

    `letters`: of the form alone, as initials are written with dots and without.
    """
    folded, surname = form.folded, form.surname
    best: Likeness | None = None
    for place, name in enumerate(names):
        if name.folded == folded:
            return Likeness.ALIAS if place else Likeness.NAME
        if name.surname == folded or (surname and surname == name.folded):
            best = Likeness.SURNAME
        elif best is None and name.initials and name.initials == letters:
            best = Likeness.INITIALS
    return best


def _nearly(form: str, names: Sequence[str]) -> Iterable[tuple[int, float]]:
    """The places of the names that are nearly the form, and how far they are from it."""
    from rapidfuzz import fuzz, process  # not before it is wanted: the window starts without it

    for name, _, place in process.extract(form, names, scorer=fuzz.token_set_ratio, score_cutoff=100, limit=None):
        if min(len(set(name.split())), len(set(form.split()))) > 1:
            yield place, WITHIN
    for _, score, place in process.extract(form, names, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=None):
        yield place, 1 - score / 100
