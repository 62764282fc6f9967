"""Who and what a project's mentions name: gathered over all articles, one row an entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.core import turkish
from dateline.core.registry import VALUES, Entity
from dateline.export.scene import Scene


@dataclass(slots=True)
class EntityRow:
    """An entity so far. `forms`: how it is written in the articles; `roles`: events in which it has a role."""

    id: str
    name: str
    label: str
    label_name: str
    forms: set[str] = field(default_factory=set)
    mentions: int = 0
    articles: set[str] = field(default_factory=set)
    published: set[date] = field(default_factory=set)
    roles: Counter[str] = field(default_factory=Counter)
    known: Entity | None = None


class Entities:
    """Gathers entities article by article; memory grows with the entities, not with the mentions."""

    def __init__(self, known: Iterable[Entity]) -> None:
        """`known`: what the project's registry says of its entities."""
        self._known = {entity.id: entity for entity in known}
        self._rows: dict[tuple[str, str], EntityRow] = {}

    def add(self, scene: Scene) -> None:
        """Takes the mentions and events of one more article into account."""
        rows: dict[str, EntityRow] = {}
        for mention in scene.mentions.values():
            if mention.label in VALUES:
                continue
            name = scene.name(mention)
            entity = scene.entity(mention)
            row = self._rows.setdefault(
                (mention.label, turkish.fold(name)),
                EntityRow(entity, name, mention.label, scene.term(mention.label), known=self._known.get(entity)),
            )
            rows[mention.id] = row
            row.forms.add(scene.words(mention.span))
            row.mentions += 1
            row.articles.add(scene.article.id)
            if scene.article.metadata.published:
                row.published.add(scene.article.metadata.published)
        for event in scene.events:
            # Two mentions of one entity in one role are one part in the event.
            played = {(role, id(rows[m.id])): rows[m.id] for role, m in scene.arguments(event) if m.id in rows}
            for (role, _), row in played.items():
                row.roles[role] += 1

    def rows(self) -> Sequence[EntityRow]:
        """All entities by label, then by name in Turkish order."""
        return sorted(self._rows.values(), key=lambda row: (row.label, turkish.sort_key(row.name)))
