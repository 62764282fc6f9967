"""A codebook while it is edited: entries that remember what they were called, references that follow a new name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.core.codebook import Codebook, EventType, Term, Words
from dateline.core.contrast import READABLE, is_colour, ratio
from dateline.core.messages import LANGUAGES

GROUPS = ("labels", "event_types", "roles", "modalities", "modes")
DEFAULT_MODALITY = "asserted"
"""What an event is where nobody said otherwise (`annotation.Event`): every codebook has it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a draft. `was`: its id in the codebook that is in use, None where it is new."""

    type: EventType
    """Labels, roles, modalities and modes use its `term` only."""
    was: str | None = None

    @property
    def term(self) -> Term:
        return self.type.term

    @property
    def id(self) -> str:
        return self.type.term.id


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a draft: a key of the catalogue and its places. `grave`: it cannot be used like this."""

    group: str
    id: str
    key: str
    params: Mapping[str, str] = field(default_factory=dict)
    grave: bool = False


Moved = Mapping[str, str]
"""What ids were and what they are now; only those that differ."""


class Draft:
    """A codebook being edited. `now`: the codebook in use, which the entries with the same ids continue."""

    def __init__(self, book: Codebook, now: Codebook | None = None) -> None:
        known = now if now is not None else book
        self.id = book.id
        self.version = book.version
        self.names: Words = dict(book.names)
        self.groups: dict[str, list[Entry]] = {}
        for group in GROUPS:
            there = {entry.id for entry in _entries(known, group)}
            self.groups[group] = [Entry(type, type.id if type.id in there else None) for type in _entries(book, group)]
        self._known = {group: [entry.id for entry in _entries(known, group)] for group in GROUPS}

    def put(self, group: str, row: int, type: EventType) -> None:
        """Gives an entry other content; where its id is another, all that names it follows."""
        entries = self.groups[group]
        before = entries[row].id
        entries[row] = replace(entries[row], type=type)
        if before != type.id and before not in {entry.id for entry in entries}:
            self._rewrite(group, lambda id: type.id if id == before else id)

    def add(self, group: str, names: Words) -> int:
        """Adds an empty entry at the end with an id that is free; returns its row."""
        taken = {entry.id for entry in self.groups[group]}
        stem = "NEW" if group in ("labels", "event_types") else "new"
        id = next(name for n in range(1, len(taken) + 2) if (name := f"{stem}{n if n > 1 else ''}") not in taken)
        coloured = group in ("labels", "event_types")
        term = Term(id, dict(names), {}, "#475569" if coloured else "", "#b6c2d2" if coloured else "")
        self.groups[group].append(Entry(EventType(term)))
        return len(self.groups[group]) - 1

    def remove(self, group: str, row: int) -> None:
        """Takes an entry away, and every mention of it in others."""
        gone = self.groups[group].pop(row).id
        if gone not in {entry.id for entry in self.groups[group]}:
            self._rewrite(group, lambda id: None if id == gone else id)

    def move(self, group: str, row: int, step: int) -> int:
        """Moves an entry up (-1) or down (+1); returns its row."""
        entries = self.groups[group]
        target = max(0, min(len(entries) - 1, row + step))
        entries.insert(target, entries.pop(row))
        return target

    def absorb(self, group: str, gone: str, into: str) -> None:
        """What the suggester calls by an id that is gone belongs to another entry from now on."""
        for row, entry in enumerate(self.groups[group]):
            if entry.id == into:
                term = replace(entry.term, takes=tuple(dict.fromkeys((*entry.term.takes, gone))))
                self.groups[group][row] = replace(entry, type=replace(entry.type, term=term))

    def book(self, version: str = "") -> Codebook:
        """The codebook as it stands; `version`: another than the draft's own."""
        for group in ("labels", "event_types"):
            for was, id in self.renamed(group).items():
                self.absorb(group, was, id)
        terms = {group: [entry.term for entry in entries] for group, entries in self.groups.items()}
        return Codebook(
            id=self.id,
            version=version or self.version,
            names=dict(self.names),
            labels=terms["labels"],
            event_types=[entry.type for entry in self.groups["event_types"]],
            roles=terms["roles"],
            modalities=terms["modalities"],
            modes=terms["modes"],
        )

    def renamed(self, group: str) -> Moved:
        """The entries in use that have another id now."""
        return {e.was: e.id for e in self.groups[group] if e.was is not None and e.was != e.id}

    def removed(self, group: str) -> Sequence[str]:
        """The ids in use that no entry continues."""
        kept = {entry.was for entry in self.groups[group]}
        return [id for id in self._known[group] if id not in kept]

    def problems(self, pages: tuple[str, str], taken: Mapping[str, str] | None = None) -> list[Problem]:
        """What is wrong, the grave first. `pages`: what lies behind the article, light and dark (`#rrggbb`).

        `taken`: keys that the window uses itself, each with what it does there; a label cannot have them.
        """
        found = [p for group in GROUPS for p in self._of_group(group, pages, taken or {})]
        if DEFAULT_MODALITY not in {entry.id for entry in self.groups["modalities"]}:
            found.append(Problem("modalities", "", "codebook.problem.asserted", {"id": DEFAULT_MODALITY}, True))
        return sorted(found, key=lambda problem: not problem.grave)

    def _of_group(self, group: str, pages: tuple[str, str], taken: Mapping[str, str]) -> Iterable[Problem]:
        entries = self.groups[group]
        ids = [entry.id for entry in entries]
        for entry in entries:
            term = entry.term
            if not term.id or any(letter.isspace() for letter in term.id):
                yield Problem(group, term.id, "codebook.problem.id", grave=True)
            elif ids.count(term.id) > 1:
                yield Problem(group, term.id, "codebook.problem.twice", {"id": term.id}, True)
            if not any(term.names.get(language) for language in LANGUAGES):
                yield Problem(group, term.id, "codebook.problem.name", {"id": term.id}, True)
            yield from _colours(group, term, pages)
            if group == "labels" and term.key in taken:
                yield Problem(group, term.id, "codebook.problem.taken", {"pressed": term.key, "other": taken[term.key]})
            yield from _keys(group, term, [other.term for other in entries])

    def _rewrite(self, group: str, change: Callable[[str], str | None]) -> None:
        """Changes every reference to an entry of a group, or drops it where there is none to put in its place."""

        def all_of(ids: Sequence[str]) -> tuple[str, ...]:
            return tuple(dict.fromkeys(new for id in ids if (new := change(id)) is not None))

        for entries in self.groups.values():
            for row, entry in enumerate(entries):
                type = entry.type
                if entries is self.groups[group]:
                    type = replace(type, term=replace(type.term, confused_with=all_of(type.term.confused_with)))
                if group == "roles":
                    type = replace(type, required=all_of(type.required))
                if group == "modes":
                    type = replace(type, modes=all_of(type.modes))
                entries[row] = replace(entry, type=type)


def _entries(book: Codebook, group: str) -> Sequence[EventType]:
    if group == "event_types":
        return book.event_types
    terms: Sequence[Term] = getattr(book, group)
    return [EventType(term) for term in terms]


def _colours(group: str, term: Term, pages: tuple[str, str]) -> Iterable[Problem]:
    for name, colour, page in (("light", term.light, pages[0]), ("dark", term.dark, pages[1])):
        if not colour and group not in ("labels", "event_types"):
            continue
        if not is_colour(colour):
            yield Problem(group, term.id, f"codebook.problem.colour_{name}", {"id": term.id}, True)
        elif ratio(colour, page) < READABLE:
            said = f"{ratio(colour, page):.1f}"
            yield Problem(group, term.id, f"codebook.problem.contrast_{name}", {"id": term.id, "ratio": said})


def _keys(group: str, term: Term, all_terms: Sequence[Term]) -> Iterable[Problem]:
    """A key that is another's too, or (where letters are typed one after the other) the beginning of another's."""
    for other in all_terms if term.key else ():
        if other is term or not other.key:
            continue
        if other.key == term.key:
            yield Problem(
                group, term.id, "codebook.problem.key", {"id": term.id, "pressed": term.key, "other": other.id}
            )
        elif other.key.startswith(term.key):
            places = {"id": term.id, "pressed": term.key, "other": other.id, "longer": other.key}
            yield Problem(group, term.id, "codebook.problem.prefix", places)
