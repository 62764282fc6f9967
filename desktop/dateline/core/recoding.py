"""Records follow the codebook: where an entry gets another id or goes; how suggestions fit into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dateline.core.annotation import Event, Mention, Record
from dateline.core.codebook import Codebook
from dateline.core.review import Decision, Edit, Put, ReviewState
from dateline.core.suggestion import Suggestions

VERB = "recode"
Uses = Counter[tuple[str, str]]
"""How many records use an entry, by its group (as `bookdraft.GROUPS` names them) and id."""


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
    for mention in state.mentions.values():
        found["labels", mention.label] += 1
    for event in state.events.values():
        found["event_types", event.type] += 1
        found["modalities", event.modality] += 1
        if event.mode:
            found["modes", event.mode] += 1
        for role in {argument.role for argument in event.arguments}:
            found["roles", role] += 1
    return found


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
