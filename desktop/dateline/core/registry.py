"""The entities of a project: what is known of each beyond its name, and what becomes of two that are one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.core.annotation import Status
from dateline.core.turkish import fold

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
