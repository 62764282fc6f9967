"""The past of an article: every step ever taken, the state after each, and the way back to one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.core.history import Entry, Kind
from dateline.core.ledger import ProjectEntry, known_books
from dateline.core.ports import Project
from dateline.core.recoding import Passage
from dateline.core.review import Decision, Edit, Put, Remove, ReviewState, apply
from dateline.services.session import ReviewSession


def steps(session: ReviewSession) -> Sequence[Entry]:
    """Every saved step of the open article, oldest first, runs of the suggester included. Raises `StorageError`."""
    return tuple(session.project.log(session.article.id))


@dataclass(frozen=True, slots=True)
class Together:
    """What was done with a step elsewhere: in how many articles, and what it did about the project."""

    articles: int
    about: ProjectEntry | None = None


def together(project: Project, entries: Iterable[Entry]) -> Mapping[str, Together]:
    """What belongs to the steps of an article that are part of a group, by the group. Raises `StorageError`."""
    groups = dict.fromkeys(entry.decision.group for entry in entries if entry.decision.group is not None)
    if not groups:
        return {}
    about = {line.decision.group: line for line in project.project_log() if line.kind is Kind.DO}
    return {group: Together(len(project.articles_of_group(group)), about.get(group)) for group in groups}


def state_after(entries: Iterable[Entry]) -> ReviewState:
    """The state that some first steps of an article lead to."""
    state = ReviewState()
    for entry in entries:
        state = apply(state, entry.decision).state
    return state


def in_words_of(project: Project, decision: Decision) -> Decision:
    """A way back in the words of the codebook that holds now; records that it has no words for stay as they are.

    Raises `StorageError`.
    """
    passage = Passage.of(known_books(project.project_log()), project.codebook)
    edits: list[Edit] = []
    for edit in decision.edits:
        record = passage.renewed(edit.record) if isinstance(edit, Put) else None
        if record is not None:
            edits.append(Put(record))
        elif isinstance(edit, Remove):
            edits.append(edit)
    return replace(decision, edits=tuple(edits))


def way_to(now: ReviewState, then: ReviewState) -> Decision:
    """The step that makes the state of now that of then; it is undone like any other."""
    wanted = {record.id: record for record in then.records()}
    present = {record.id: record for record in now.records()}
    edits: list[Edit] = [Put(record) for id, record in wanted.items() if present.get(id) != record]
    edits += [Remove(id) for id in present if id not in wanted]
    return Decision("restore", tuple(edits))
