"""The project's entities: listing, describing, renaming and merging them, wherever they are mentioned."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from dateline.core import decisions
from dateline.core.errors import RegistryError
from dateline.core.ports import Project
from dateline.core.registry import VALUES, Appearance, Entity, Known, distinct, joined
from dateline.core.review import Decision, ReviewState
from dateline.core.turkish import fold, sort_key
from dateline.services.likeness import Candidate, candidates
from dateline.services.spread import Make

_COUNTRY = re.compile(r"[A-Z]{3}")


def listed(project: Project) -> Sequence[Known]:
    """The entities that are mentioned somewhere or described, in Turkish order; no moments and amounts.

    Raises `StorageError`.
    """
    shown = (k for k in project.entities() if k.entity.label not in VALUES and (k.mentions or k.entity.described))
    return sorted(shown, key=lambda k: (sort_key(k.entity.name), k.entity.label))


def narrowed(known: Sequence[Known], wanted: str) -> Sequence[Known]:
    """Those in whose name, aliases, country, sector or external id some words stand, whatever the case and dots."""
    words = fold(wanted).split()
    return [k for k in known if all(word in _haystack(k.entity) for word in words)]


@lru_cache(1 << 16)  # every letter that is typed asks again
def _haystack(entity: Entity) -> str:
    return fold("\n".join((entity.name, *entity.aliases, entity.country, entity.sector, entity.external_id)))


def tidied(entity: Entity) -> Entity:
    """An entity as it is saved: names on one line, each alias once, the country in capitals.

    Raises `RegistryError` for an empty name and for a country that is no three letters.
    """
    name = " ".join(entity.name.split())
    if not fold(name):
        raise RegistryError("registry.no_name")
    country = entity.country.strip().translate(str.maketrans("ıi", "II")).upper()
    if country and not _COUNTRY.fullmatch(country):
        raise RegistryError("registry.country", country=entity.country.strip())
    return replace(
        entity,
        name=name,
        aliases=distinct(entity.aliases, without=name),
        country=country,
        sector=" ".join(entity.sector.split()),
        external_id=" ".join(entity.external_id.split()),
        notes=entity.notes.strip(),
    )


def describe(project: Project, entity: Entity) -> None:
    """Saves what is said of an entity, its name aside. Raises `RegistryError` and `StorageError`."""
    project.append_all([], [_described(entity)])


def _described(entity: Entity) -> Entity:
    """An entity as it is saved under the very name that its mentions have, be it with a line break in it."""
    return replace(tidied(entity), name=entity.name)


@dataclass(frozen=True, slots=True)
class Renaming:
    """What must be done so that mentions get another name: steps by article, and what is said of entities then."""

    name: str
    steps: Mapping[str, Make]
    entities: Sequence[Entity]


def renaming(project: Project, entity: Entity, name: str) -> Renaming:
    """Another name for an entity, for `spread.take`. Raises `RegistryError` where one of its label has it already."""
    renamed = tidied(replace(entity, name=name))
    if twin(project, renamed) is not None:
        raise RegistryError("registry.name_taken", name=renamed.name)
    return Renaming(renamed.name, _steps(project, entity, renamed.name), [renamed])


def twin(project: Project, entity: Entity) -> Entity | None:
    """Another entity with the same label and name, in whatever spelling."""
    same = (entity.label, fold(entity.name))
    others = (k.entity for k in project.entities() if k.entity.id != entity.id)
    return next((other for other in others if (other.label, fold(other.name)) == same), None)


def merging(project: Project, kept: Entity, gone: Entity) -> Renaming:
    """One entity taken into another of its label, for `spread.take`: names joined, mentions get the name that stays."""
    emptied = Entity(gone.id, gone.label, gone.name)
    return Renaming(kept.name, _steps(project, gone, kept.name), [_described(joined(kept, gone)), emptied])


def _steps(project: Project, entity: Entity, name: str) -> Mapping[str, Make]:
    ids: dict[str, list[str]] = {}
    for mention in project.appearances(entity.id):
        ids.setdefault(mention.article_id, []).append(mention.mention_id)
    return {article: partial(_rename, ids=some, name=name) for article, some in ids.items()}


def _rename(state: ReviewState, _text: str, ids: Collection[str], name: str) -> Decision:
    return decisions.rename_entity(state, ids, name)


def places(project: Project, entity: Entity) -> Sequence[Appearance]:
    """Where an entity is mentioned, the trash aside. Raises `StorageError`."""
    return [a for a in project.appearances(entity.id) if not a.trashed]


def like(known: Sequence[Entity], entity: Entity) -> Sequence[Entity]:
    """The entities that may be the same as one of them, the likeliest first."""
    return [c.entity for c in candidates((entity.name, *entity.aliases), entity.label, known)]


def meant(known: Sequence[Known], state: ReviewState, text: str, mention_ids: Collection[str]) -> Sequence[Candidate]:
    """The entities that mentions may mean, but are not linked to yet, the likeliest first."""
    chosen = [state.mentions[id] for id in mention_ids]
    if not chosen:
        return ()
    label, names = chosen[0].label, {fold(m.name or m.span.of(text)) for m in chosen}
    forms = {form for m in chosen for form in (m.name, m.span.of(text)) if form}
    others = [k.entity for k in known if {fold(k.entity.name)} != names]
    around = {(m.label, fold(m.name)) for m in state.mentions.values()}
    here = {e.id for e in others if (e.label, fold(e.name)) in around}
    return candidates(forms, label, others, here)
