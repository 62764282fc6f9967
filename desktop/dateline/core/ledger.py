"""The project's own log: what a person says of its entities and its codebook, each step with its inverse.

It stands beside the logs of the articles and is read in the same way (`core.history`). Steps that a change of the
project brings along in articles share its group.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.core.acts import Act
from dateline.core.codebook import Codebook
from dateline.core.history import Kind, Line
from dateline.core.registry import Entity


@dataclass(frozen=True, slots=True)
class PutEntity:
    """Add an entity, or replace what is said of the one with its id."""

    entity: Entity


@dataclass(frozen=True, slots=True)
class RemoveEntity:
    """Take an entity away, with all that was said of it. Where mentions have its name it is there again, unsaid."""

    id: str


@dataclass(frozen=True, slots=True)
class SetCodebook:
    """The project is coded with this codebook; the ones before it are kept."""

    book: Codebook


ProjectEdit = PutEntity | RemoveEntity | SetCodebook


@dataclass(frozen=True, slots=True)
class ProjectDecision(Act[ProjectEdit]):
    """A step about the project itself."""


@dataclass(frozen=True, slots=True)
class ProjectEntry(Line[ProjectDecision]):
    """One line of the project's log."""


def touched(decision: ProjectDecision) -> list[str]:
    """The ids of the entities that a step puts or takes away."""
    return [id for edit in decision.edits if (id := _id(edit)) is not None]


def book_of(decision: ProjectDecision) -> Codebook | None:
    """The codebook that holds after a step; None where the step leaves it alone."""
    return next((edit.book for edit in reversed(decision.edits) if isinstance(edit, SetCodebook)), None)


def entry(decision: ProjectDecision, entities: Mapping[str, Entity], book: Codebook, by: str) -> ProjectEntry | None:
    """The line of a step, with its inverse from the state before. None where the step changes nothing.

    `entities`: those of `touched(decision)` that there are, `book`: the codebook, both as they are before the step.
    """
    last = {_id(edit): edit for edit in decision.edits}
    kept = tuple(edit for edit in decision.edits if last[_id(edit)] is edit and not _idle(edit, entities, book))
    if not kept:
        return None
    decision = ProjectDecision(decision.verb, kept, decision.subject, decision.id, decision.at, decision.group)
    # Names that were given up before others took them go back in the other order.
    inverse = tuple(_inverse(edit, entities, book) for edit in reversed(kept))
    back = ProjectDecision(decision.verb, inverse, decision.subject, group=decision.group)
    return ProjectEntry(Kind.DO, decision, back, by)


def known_books(log: Iterable[ProjectEntry]) -> Iterable[Codebook]:
    """Every codebook that a log names."""
    for line in log:
        for edit in (*line.decision.edits, *line.inverse.edits):
            if isinstance(edit, SetCodebook):
                yield edit.book


def _id(edit: ProjectEdit) -> str | None:
    match edit:
        case PutEntity(entity):
            return entity.id
        case RemoveEntity(id):
            return id
    return None


def _idle(edit: ProjectEdit, entities: Mapping[str, Entity], book: Codebook) -> bool:
    """Whether an edit says what is so already."""
    match edit:
        case PutEntity(entity):
            return entities.get(entity.id) == entity
        case RemoveEntity(id):
            return id not in entities
    return edit.book == book


def _inverse(edit: ProjectEdit, entities: Mapping[str, Entity], book: Codebook) -> ProjectEdit:
    match edit:
        case PutEntity(entity):
            before = entities.get(entity.id)
            return PutEntity(before) if before is not None else RemoveEntity(entity.id)
        case RemoveEntity(id):
            return PutEntity(entities[id])
    return SetCodebook(book)
