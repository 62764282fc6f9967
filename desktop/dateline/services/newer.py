"""What the codebook that ships has and a project's lacks, which was made from an older one of the same name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.core.codebook import BUNDLED, Codebook, EventType, Term, bundled, dump
from dateline.core.ledger import known_books
from dateline.core.ports import Project

_DECLINED = "codebook.declined"


@dataclass(frozen=True, slots=True)
class Newer:
    """The entries to be added, and the project's codebook with them. `version`: of the codebook that ships."""

    terms: Sequence[Term]
    book: Codebook
    version: str


def offered(project: Project) -> Newer | None:
    """What can be added to the codebook of a project; None where there is nothing, or it was declined.

    What the project has had and gave up is not offered. Raises `StorageError`.
    """
    shipped = next((book for name in BUNDLED if (book := bundled(name)).id == project.codebook.id), None)
    if shipped is None:
        return None
    version = hashlib.sha256(dump(shipped).encode()).hexdigest()[:16]
    found = extended(project.codebook, shipped, known_books(project.project_log()))
    if not found.terms or project.setting(_DECLINED) == version:
        return None
    return replace(found, version=version)


def decline(project: Project, found: Newer) -> None:
    """Nothing of this version is offered again. Raises `StorageError`."""
    project.remember(_DECLINED, found.version)


def extended(book: Codebook, shipped: Codebook, had: Iterable[Codebook] = ()) -> Newer:
    """A codebook with all that another has beside it, each entry behind those that are there.

    `had`: codebooks that held before; what they had was given up and is left out, as is what an entry `takes`. A key
    that is taken already is not given twice.
    """
    given_up: set[tuple[str, str]] = set()
    for old in had:
        given_up |= {(group, term.id) for group in _GROUPS for term in _terms(old, group)}
    added: list[Term] = []

    def new(group: str) -> list[Term]:
        there = _terms(book, group)
        taken = {id for term in there for id in (term.id, *term.takes)}
        keys = {term.key for term in there}
        came = [
            replace(term, key="" if term.key in keys else term.key)
            for term in _terms(shipped, group)
            if term.id not in taken and (group, term.id) not in given_up
        ]
        added.extend(came)
        return came

    labels, types = new("labels"), {term.id: term for term in new("event_types")}
    roles, modalities, modes = new("roles"), new("modalities"), new("modes")
    fresh = {mode.id for mode in modes}
    event_types: list[EventType] = []
    for type in book.event_types:
        of_shipped = shipped.type_by_id.get(type.id)
        more = tuple(mode for mode in of_shipped.modes if mode in fresh) if of_shipped is not None else ()
        event_types.append(replace(type, modes=(*type.modes, *more)) if more else type)
    event_types += [replace(t, term=types[t.id]) for t in shipped.event_types if t.id in types]
    if not added:
        return Newer((), book, "")
    version = str(int(book.version) + 1) if book.version.isdigit() else book.version
    return Newer(
        tuple(added),
        replace(
            book,
            version=version,
            labels=[*book.labels, *labels],
            event_types=event_types,
            roles=[*book.roles, *roles],
            modalities=[*book.modalities, *modalities],
            modes=[*book.modes, *modes],
        ),
        "",
    )


_GROUPS = ("labels", "event_types", "roles", "modalities", "modes")


def _terms(book: Codebook, group: str) -> Sequence[Term]:
    if group == "event_types":
        return [type.term for type in book.event_types]
    terms: Sequence[Term] = getattr(book, group)
    return terms
