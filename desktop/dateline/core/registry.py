"""The entities of a project: what is known of each beyond its name, and which of them a name may mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import IntEnum

from dateline.core.annotation import Status
from dateline.core.turkish import fold, sort_key

VALUES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
"""Labels of moments and amounts: a value, not someone or something that is met again."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something. Mentions of its label and canonical name are mentions of it.

    `country`: ISO 3166 alpha-3, or "". `external_id`: what another list calls it (Wikidata's Q number, or any).
    """

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    sector: str = ""
    external_id: str = ""
    notes: str = ""

    @property
    def described(self) -> bool:
        """Whether a person has said anything of it beside its name."""
        return any((self.aliases, self.country, self.sector, self.external_id, self.notes))


@dataclass(frozen=True, slots=True)
class Known:
    """An entity with its counts: articles that are not in the trash, mentions that are not rejected."""

    entity: Entity
    articles: int = 0
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Appearance:
    """A mention of an entity somewhere in the project. `before`, `after`: a little text around its words."""

    article_id: str
    title: str
    published: date | None
    mention_id: str
    words: str
    before: str
    after: str
    status: Status
    trashed: bool = False


def joined(kept: Entity, gone: Entity) -> Entity:
    """The entity that two become: the first one's name and what it says, what it leaves open from the other."""
    return Entity(
        kept.id,
        kept.label,
        kept.name,
        distinct((*kept.aliases, gone.name, *gone.aliases), without=kept.name),
        kept.country or gone.country,
        kept.sector or gone.sector,
        kept.external_id or gone.external_id,
        "\n".join(note for note in dict.fromkeys((kept.notes, gone.notes)) if note),
    )


def distinct(names: Iterable[str], without: str = "") -> tuple[str, ...]:
    """The names on one line each, every spelling once (`turkish.fold`), in their order."""
    found: dict[str, str] = {}
    for name in names:
        flat = " ".join(name.split())
        if fold(flat):
            found.setdefault(fold(flat), flat)
    found.pop(fold(without), None)
    return tuple(found.values())


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


_SIMILAR = 0.78
"""How much of two folded names must agree (difflib's ratio), so that one letter of a short name may be another."""
_WITHIN = 0.9
"""What counts as that where all words of one name, two at least, are words of the other."""


def candidates(
    forms: Collection[str], label: str, known: Iterable[Entity], here: Collection[str] = ()
) -> Sequence[Candidate]:
    """The entities of a label that some spellings of a name may mean, the likeliest first.

    `here`: ids of the entities of the same article, which go before others that are as like.
    """
    folded = [form for form in dict.fromkeys(fold(form).strip() for form in forms) if form]
    ranked: list[tuple[Likeness, bool, float, str, Candidate]] = []
    for entity in known:
        if entity.label != label:
            continue
        likes = [like for form in folded if (like := _like(form, entity)) is not None]
        if likes:
            best, distance = min(likes)
            candidate = Candidate(entity, best)
            ranked.append((best, entity.id not in here, distance, sort_key(entity.name), candidate))
    return [row[-1] for row in sorted(ranked, key=lambda row: row[:-1])]


def _like(form: str, entity: Entity) -> tuple[Likeness, float] | None:
    """How a folded form is like an entity, and how far it is from it (0 to 1)."""
    names = [fold(name).strip() for name in (entity.name, *entity.aliases)]
    if form == names[0]:
        return Likeness.NAME, 0.0
    if form in names:
        return Likeness.ALIAS, 0.0
    if any(_surname(form, name) for name in names):
        return Likeness.SURNAME, 0.0
    if any(_initials(name) == re.sub(r"\W", "", form) for name in names):
        return Likeness.INITIALS, 0.0
    best = max(_ratio(form, name) for name in names)
    return (Likeness.SIMILAR, 1 - best) if best >= _SIMILAR else None


def _surname(one: str, other: str) -> bool:
    """Whether one is the last word of the other."""
    short, long = sorted((one.split(), other.split()), key=len)
    return len(short) == 1 and len(long) > 1 and short[0] == long[-1]


def _initials(name: str) -> str:
    """The first letters of a name of several words; "" for one word."""
    words = re.findall(r"\w+", name)
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _ratio(one: str, other: str) -> float:
    words, others = set(one.split()), set(other.split())
    if min(len(words), len(others)) > 1 and (words <= others or others <= words):
        return _WITHIN
    match = SequenceMatcher(None, one, other, autojunk=False)
    if match.real_quick_ratio() < _SIMILAR or match.quick_ratio() < _SIMILAR:
        return 0.0
    return match.ratio()
