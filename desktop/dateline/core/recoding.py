"""Records follow the codebook: where an entry gets another id or goes; how suggestions fit into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.core.annotation import Event, Mention, Quote, Record, Status
from dateline.core.codebook import Codebook, Term
from dateline.core.review import Decision, Edit, Put, Remove, ReviewState
from dateline.core.suggestion import Suggestions

VERB = "recode"
Entry = tuple[str, str]
"""An entry of a codebook: its group (as `bookdraft.GROUPS` names them) and id."""
Uses = Counter[Entry]
"""How many records use an entry."""
_GROUPS = ("labels", "event_types", "roles", "modalities", "modes")
_DECIDED = (Status.ACCEPTED, Status.FLAGGED)


@dataclass(frozen=True, slots=True)
class Recoding:
    """What ids become, by group of the codebook; ids that are not named stay. A mode may become None: not given."""

    labels: Mapping[str, str] = field(default_factory=dict)
    event_types: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    modalities: Mapping[str, str] = field(default_factory=dict)
    modes: Mapping[str, str | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any((self.labels, self.event_types, self.roles, self.modalities, self.modes))


def uses(state: ReviewState) -> Uses:
    """How many records of an article use each entry of the codebook, rejected ones too."""
    found: Uses = Counter()
    for record in state.records():
        found.update(_used(record))
    return found


def _used(record: Record) -> Collection[Entry]:
    """The entries that a record is said with."""
    match record:
        case Mention():
            return {("labels", record.label)}
        case Event():
            said = {("event_types", record.type), ("modalities", record.modality)}
            mode = {("modes", record.mode)} if record.mode else set()
            return said | mode | {("roles", argument.role) for argument in record.arguments}
    return ()


def recode(state: ReviewState, recoding: Recoding, subject: str = "") -> Decision:
    """The step that gives every record its new ids; what was decided about them stays as it is."""
    edits: list[Edit] = [Put(new) for old in state.records() if (new := _renewed(old, recoding)) != old]
    return Decision(VERB, tuple(edits), subject or str(len(edits)))


def _renewed(record: Record, recoding: Recoding) -> Record:
    match record:
        case Mention():
            return replace(record, label=recoding.labels.get(record.label, record.label))
        case Event():
            arguments = (replace(a, role=recoding.roles.get(a.role, a.role)) for a in record.arguments)
            return replace(
                record,
                type=recoding.event_types.get(record.type, record.type),
                modality=recoding.modalities.get(record.modality, record.modality),
                mode=recoding.modes.get(record.mode, record.mode) if record.mode else record.mode,
                arguments=tuple(dict.fromkeys(arguments)),
            )
    return record


def fit(suggestions: Suggestions, book: Codebook) -> Suggestions:
    """Suggestions in the words of a codebook: what it takes in under another id gets that; what it lacks goes.

    Modes and roles that it lacks go too; the events keep the rest.
    """
    labels = {other: t.id for t in book.labels for other in t.takes} | {t.id: t.id for t in book.labels}
    types = {other: t.id for t in book.event_types for other in t.term.takes} | {t.id: t.id for t in book.event_types}
    roles, modes = {t.id for t in book.roles}, {t.id for t in book.modes}
    modalities = {t.id for t in book.modalities}
    mentions = tuple(replace(m, label=labels[m.label]) for m in suggestions.mentions if m.label in labels)
    kept = {m.id for m in mentions}
    events = tuple(
        replace(
            event,
            type=types[event.type],
            mode=event.mode if event.mode in modes else None,
            modality=event.modality if event.modality in modalities else "asserted",
            arguments=tuple(a for a in event.arguments if a.mention in kept and a.role in roles),
        )
        for event in suggestions.events
        if event.type in types
    )
    quotes = tuple(replace(q, speaker=q.speaker if q.speaker in kept else None) for q in suggestions.quotes)
    return replace(suggestions, mentions=mentions, events=events, quotes=quotes)


@dataclass(frozen=True)
class Passage:
    """One codebook gives way to another, and nobody was asked what becomes of the records.

    `gone`: the entries that the other lacks. What neither of them knows is nobody's business here.
    """

    gone: frozenset[Entry]
    recoding: Recoding

    @classmethod
    def between(cls, now: Codebook, then: Codebook) -> Passage:
        """What a codebook lacks of the one in use, and what that is called there."""
        gone: set[Entry] = set()
        said: dict[str, dict[str, str]] = {group: {} for group in _GROUPS}
        for group in _GROUPS:
            here, there = _terms(now, group), _terms(then, group)
            ids = {term.id for term in here}
            kept = {term.id for term in there}
            new = [term for term in there if term.id not in ids]
            for term in here:
                if term.id in kept:
                    continue
                gone.add((group, term.id))
                taking = [t.id for t in there if term.id in t.takes]
                same = [t.id for t in new if t.names == term.names]  # the same entry under another id
                if taking or same:
                    said[group][term.id] = (taking or same)[0]
        return cls(frozenset(gone), Recoding(**said))

    def decision(self, state: ReviewState) -> Decision:
        """The machine's step: what nobody decided is said in the other's words; what it has no words for goes.

        A rejected record without such words stays, unseen as it was.
        """
        edits: list[Edit] = []
        for record in state.records():
            if record.status in _DECIDED or self.gone.isdisjoint(_used(record)):
                continue
            renewed = self.renewed(record)
            if renewed is not None:
                edits.append(Put(renewed))
            elif record.status is Status.SUGGESTED:
                edits.append(Remove(record.id))
        return Decision(VERB, tuple(edits), str(len(edits)))

    def hinders(self, state: ReviewState) -> bool:
        """Whether something was decided with what goes, or about a suggestion that goes with it."""
        decided = [r for r in state.records() if r.status in _DECIDED]
        if any(not self.gone.isdisjoint(_used(record)) for record in decided):
            return True
        lost = {m.id for m in state.mentions.values() if self.renewed(m) is None}
        return any(not lost.isdisjoint(_mentioned(record)) for record in decided) if lost else False

    def renewed(self, record: Record) -> Record | None:
        """A record in the other's words, without what it has none for; None where it has none for the record."""
        record = _renewed(record, self.recoding)
        match record:
            case Mention() if ("labels", record.label) in self.gone:
                return None
            case Event() if ("event_types", record.type) in self.gone:
                return None
            case Event():
                return replace(
                    record,
                    mode=None if ("modes", record.mode) in self.gone else record.mode,
                    modality="asserted" if ("modalities", record.modality) in self.gone else record.modality,
                    arguments=tuple(a for a in record.arguments if ("roles", a.role) not in self.gone),
                )
        return record


def _terms(book: Codebook, group: str) -> Sequence[Term]:
    if group == "event_types":
        return [type.term for type in book.event_types]
    terms: Sequence[Term] = getattr(book, group)
    return terms


def _mentioned(record: Record) -> Collection[str]:
    match record:
        case Event():
            return {argument.mention for argument in record.arguments}
        case Quote() if record.speaker is not None:
            return {record.speaker}
    return ()


def in_words(decision: Decision, passage: Passage) -> Decision:
    """A step that was taken in the words of one codebook, in those of another as far as that has them."""
    edits = tuple(
        Put(_renewed(edit.record, passage.recoding)) if isinstance(edit, Put) else edit for edit in decision.edits
    )
    return replace(decision, edits=edits)
