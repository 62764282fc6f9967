"""The past of an article: every step ever taken, the state after each, and the way back to one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.core.history import Entry, Kind
from dateline.core.ledger import ProjectEntry
from dateline.core.ports import Project
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


def way_to(now: ReviewState, then: ReviewState) -> Decision:
    """The step that makes the state of now that of then; it is undone like any other."""
    wanted = {record.id: record for record in then.records()}
    present = {record.id: record for record in now.records()}
    edits: list[Edit] = [Put(record) for id, record in wanted.items() if present.get(id) != record]
    edits += [Remove(id) for id in present if id not in wanted]
    return Decision("restore", tuple(edits))
