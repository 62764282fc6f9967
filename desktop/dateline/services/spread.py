"""One step taken in many articles at once, and taken back in all of them: the steps share a group in the log.

The article that is open under review is left to its session: its step is taken there, with the same group. How far
an article is stays as it was: nobody has read it because a label was set in it from elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from dateline.core.annotation import Mention
from dateline.core.history import Entry, History, Kind, carry_out
from dateline.core.ports import LogStep, Progress, Project, no_progress
from dateline.core.registry import Entity
from dateline.core.review import Decision, Put, ReviewState, apply
from dateline.core.turkish import fold

Make = Callable[[ReviewState, str], Decision]
"""Makes the step of one article from its records and its text."""


def take(
    project: Project,
    by: str,
    steps: Mapping[str, Make],
    group: str,
    entities: Sequence[Entity] = (),
    progress: Progress = no_progress,
) -> Sequence[str]:
    """Takes steps in articles, by their ids, and saves what is said of entities: all of it or nothing.

    Returns the articles in which the step changed something. Raises `StorageError`, and `Cancelled` out of `progress`.
    """
    taken: list[LogStep] = []
    for done, (id, make) in enumerate(steps.items()):
        progress(done, len(steps))
        article, (state, _) = project.article(id), project.load_review(id)
        decision = replace(make(state, article.text.content), group=group)
        applied = apply(state, decision)
        if applied.changes:
            taken.append((id, Entry(Kind.DO, decision, applied.inverse, by), applied.changes, article.status))
    progress(len(steps), len(steps))
    project.append_all(taken, entities)
    return [id for id, *_ in taken]


@dataclass(frozen=True, slots=True)
class Revisited:
    """What came of taking a group back or repeating it. `left`: titles of articles where other steps lie over it."""

    changed: Sequence[str] = ()
    left: Sequence[str] = ()


def revisit(
    project: Project, by: str, last: Entry, *, undo: bool, skip: str = "", progress: Progress = no_progress
) -> Revisited:
    """Takes a group back, or repeats it, in every article where nothing was decided since.

    `last`: a step of the group; `skip`: the open article, whose session does it itself. Raises as `take`.
    """
    group = last.decision.group
    assert group is not None
    taken: list[LogStep] = []
    left: list[str] = []
    ids = [id for id in project.articles_of_group(group) if id != skip]
    for done, id in enumerate(ids):
        progress(done, len(ids))
        article, (state, log) = project.article(id), project.load_review(id)
        history = History.of(log)
        standing = stands(history, last, undo)
        entry = history.undo(by) if undo else history.redo(by)
        if standing is Stands.ON_TOP and entry is not None:
            entry, applied = carry_out(entry, state)
            taken.append((id, entry, applied.changes, article.status))
        elif standing is Stands.UNDER_OTHERS:
            left.append(article.metadata.title)
    progress(len(ids), len(ids))
    project.append_all(taken, [] if left else _renamed(project, last, undo))
    return Revisited([id for id, *_ in taken], left)


class Stands(Enum):
    """How the step of a group stands in an article when it is to be taken back, or repeated."""

    ON_TOP = "on top"
    UNDER_OTHERS = "under others"
    DONE = "done"


def stands(history: History, last: Entry, undo: bool) -> Stands:
    """Whether the step of the group comes next, lies under other steps, or is taken back (repeated) already."""
    group = last.decision.group
    stack = history.undoable if undo else history.redoable
    if stack and stack[-1].decision.group == group:
        return Stands.ON_TOP
    standing = any(entry.decision.group == group for entry in history.undoable)
    return Stands.UNDER_OTHERS if standing == undo else Stands.DONE


def last_of(project: Project, group: str) -> Entry | None:
    """A step of a group, as it was taken first."""
    for id in project.articles_of_group(group):
        for entry in project.log(id):
            if entry.decision.group == group:
                return entry
    return None


def _renamed(project: Project, last: Entry, undo: bool) -> Sequence[Entity]:
    """The entity that goes along when its mentions get another name: where nobody else has had that name."""
    before, after = (last.decision, last.inverse) if undo else (last.inverse, last.decision)
    old, new = _names(before), _names(after)
    moves = {(old[id], new[id]) for id in old.keys() & new.keys() if old[id] != new[id]}
    if last.decision.verb != "rename" or len(moves) != 1:
        return ()
    ((label, now), (_, then)) = next(iter(moves))
    entities = {(k.entity.label, fold(k.entity.name)): k.entity for k in project.entities()}
    entity = entities.get((label, fold(now)))
    free = bool(fold(then)) and entities.get((label, fold(then))) in (None, entity)
    return [replace(entity, name=then)] if entity is not None and free else []


def _names(decision: Decision) -> dict[str, tuple[str, str]]:
    """Label and name that a step gives mentions, by their ids."""
    records = [edit.record for edit in decision.edits if isinstance(edit, Put)]
    return {r.id: (r.label, r.name) for r in records if isinstance(r, Mention)}
