"""The project's entities: listing, describing, renaming and merging them, wherever they are mentioned."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from dateline.core import countries, decisions
from dateline.core.errors import RegistryError
from dateline.core.ledger import ProjectDecision, PutEntity, RemoveEntity
from dateline.core.ports import Project
from dateline.core.registry import VALUES, Appearance, Entity, Known, distinct, joined
from dateline.core.review import Decision, ReviewState
from dateline.core.turkish import fold, sort_key
from dateline.services.likeness import Candidate, candidates
from dateline.services.spread import Make


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


def tidied(entity: Entity, before: Entity | None = None) -> Entity:
    """An entity as it is saved: names on one line, each alias once, the country as its code.

    `before`: how it was; a country that it had already stays, whatever it is. Raises `RegistryError` for an empty name
    and for a country that there is not.
    """
    name = " ".join(entity.name.split())
    if not fold(name):
        raise RegistryError("registry.no_name")
    country = " ".join(entity.country.split())
    if country and (before is None or country != before.country):
        code = countries.code(country)
        if code is None:
            raise RegistryError("registry.country", country=country)
        country = code
    return replace(
        entity,
        name=name,
        aliases=distinct(entity.aliases, without=name),
        country=country,
        sector=" ".join(entity.sector.split()),
        external_id=" ".join(entity.external_id.split()),
        notes=entity.notes.strip(),
    )


def describing(project: Project, entity: Entity) -> ProjectDecision:
    """The step that says something else of an entity, its name and label aside. Raises `RegistryError`."""
    before = project.said_of([entity.id]).get(entity.id)
    return ProjectDecision("describe", (PutEntity(_described(entity, before)),), entity.name)


def _described(entity: Entity, before: Entity | None) -> Entity:
    """An entity as it is saved under the very name that its mentions have, be it with a line break in it."""
    return replace(tidied(entity, before), name=entity.name)


@dataclass(frozen=True, slots=True)
class Plan:
    """What must be done so that mentions become those of another entity: steps by article, the one of the project."""

    steps: Mapping[str, Make]
    about: ProjectDecision


def renaming(project: Project, entity: Entity, name: str) -> Plan:
    """Another name for an entity, for `spread.take`. Raises `RegistryError` where one of its label has it already."""
    return _becoming(project, entity, replace(entity, name=name), "rename")


def relabelling(project: Project, entity: Entity, label: str) -> Plan:
    """Another label for an entity, for `spread.take`. Raises `RegistryError` where one of that label has its name."""
    return _becoming(project, entity, replace(entity, label=label), "relabel")


def _becoming(project: Project, entity: Entity, wanted: Entity, verb: str) -> Plan:
    after = tidied(wanted, project.said_of([entity.id]).get(entity.id))
    if twin(project, after) is not None:
        raise RegistryError("registry.name_taken", name=after.name)
    steps = _steps(project, entity, after.name, after.label, verb)
    return Plan(steps, ProjectDecision(verb, (PutEntity(after),), after.name))


def twin(project: Project, entity: Entity) -> Entity | None:
    """Another entity with the same label and name, in whatever spelling, that is mentioned or described."""
    other = project.named(entity.label, " ".join(entity.name.split()))
    if other is None or other.id == entity.id:
        return None
    return other if other.described or project.appearances(other.id) else None


def merging(project: Project, kept: Entity, gone: Entity, label: str = "") -> Plan:
    """One entity taken into another, for `spread.take`: names joined, mentions get the name that stays.

    `label`: the label of both then, where it is not that of the one that stays. Raises `RegistryError` where a third
    one of that label has the name.
    """
    label = label or kept.label
    both = replace(_described(joined(kept, gone), kept), label=label)
    third = twin(project, both)
    if third is not None and third.id != gone.id:
        raise RegistryError("registry.name_taken", name=both.name)
    steps = dict(_steps(project, gone, both.name, label, "merge"))
    if label != kept.label:
        ids = _mentions(project, kept)
        for article, some in _mentions(project, gone).items():
            ids.setdefault(article, []).extend(some)
        steps = _becomings(ids, both.name, label, "merge")
    return Plan(steps, ProjectDecision("merge", (RemoveEntity(gone.id), PutEntity(both)), f"{gone.name} → {both.name}"))


def _steps(project: Project, entity: Entity, name: str, label: str, verb: str) -> Mapping[str, Make]:
    return _becomings(_mentions(project, entity), name, label, verb)


def _becomings(ids: Mapping[str, Collection[str]], name: str, label: str, verb: str) -> dict[str, Make]:
    return {article: partial(_become, ids=some, name=name, label=label, verb=verb) for article, some in ids.items()}


def _mentions(project: Project, entity: Entity) -> dict[str, list[str]]:
    """The mentions of an entity by article."""
    ids: dict[str, list[str]] = {}
    for mention in project.appearances(entity.id):
        ids.setdefault(mention.article_id, []).append(mention.mention_id)
    return ids


def _become(state: ReviewState, _text: str, ids: Collection[str], name: str, label: str, verb: str) -> Decision:
    return decisions.rename_entity(state, ids, name, verb, label)


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
