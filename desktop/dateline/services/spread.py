"""One step taken in many articles at once, and taken back in all of them: the steps share a group in the log.

A step about the project itself may be part of it. All of it is saved in one transaction. How far an article is stays as
it was: nobody has read it because a label was set in it from elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain
from typing import Any

from dateline.core.article import ArticleStatus
from dateline.core.history import Entry, History, Kind, L, Line, carry_out
from dateline.core.ledger import ProjectDecision, ProjectEntry, book_of
from dateline.core.ports import LogStep, Progress, Project, no_progress
from dateline.core.recoding import Passage
from dateline.core.review import Applied, Decision, ReviewState, apply
from dateline.services.ledger import prepared

Make = Callable[[ReviewState, str], Decision]
"""Makes the step of one article from its records and its text."""


def take(
    project: Project,
    by: str,
    steps: Mapping[str, Make],
    group: str,
    about: ProjectDecision | None = None,
    progress: Progress = no_progress,
    reading: str = "",
) -> Sequence[str]:
    """Takes steps in articles, by their ids, and one about the project: all of it or nothing.

    `reading`: an article that is in review by it, for the person has it open and means it. Returns the articles in
    which the step changed something. Raises `StorageError`, `RegistryError`, and `Cancelled` out of `progress`.
    """
    taken: list[LogStep] = []
    total = 2 * len(steps)  # each is read and written
    for done, (id, make) in enumerate(steps.items()):
        progress(done, total)
        article, (state, _) = project.article(id), project.load_review(id)
        decision = replace(make(state, article.text.content), group=group)
        applied = apply(state, decision)
        if applied.changes:
            read = id == reading and article.status is not ArticleStatus.FLAGGED
            status = ArticleStatus.IN_REVIEW if read else article.status
            taken.append((id, Entry(Kind.DO, decision, applied.inverse, by), applied.changes, status))
    line = None if about is None else prepared(project, replace(about, group=group if taken else None), by)
    if taken or line is not None:
        project.append_all(taken, line, lambda done, saved: progress(total - saved + done, total))
    return [id for id, *_ in taken]


@dataclass(frozen=True, slots=True)
class Revisited:
    """What came of taking a step back or repeating it.

    `left`: titles of articles where other steps lie over it, or whose records need what would go. `under`: a step
    about the project that lies over it. `about`: whether the project itself was changed.
    """

    changed: Sequence[str] = ()
    left: Sequence[str] = ()
    under: ProjectEntry | None = None
    about: bool = False


def revisit(project: Project, by: str, last: Line[Any], *, undo: bool, progress: Progress = no_progress) -> Revisited:
    """Takes a step back, or repeats it, with all that were taken together with it.

    `last`: a step in an article or about the project. Where a step about the project is part of it, all of it is done
    or, where something lies over it somewhere, nothing; otherwise it is done where nothing was decided since. Raises
    as `take`.
    """
    group: str | None = last.decision.group
    own = History.of(project.project_log())
    about, under = _about(own, last, undo, by)
    if under is not None:
        return Revisited(under=under)
    turned: dict[str, _Turned] = {}
    left: list[str] = []
    ids = project.articles_of_group(group) if group is not None else ()
    total = 2 * len(ids)
    for done, id in enumerate(ids):
        progress(done, total)
        article, (state, log) = project.article(id), project.load_review(id)
        history = History.of(log)
        standing = stands(history, last, undo)
        entry = history.undo(by) if undo else history.redo(by)
        if standing is Stands.ON_TOP and entry is not None:
            turned[id] = _Turned(article.status, state, *carry_out(entry, state))
        elif standing is Stands.UNDER_OTHERS:
            left.append(article.metadata.title)
    book = book_of(about.decision) if about is not None else None
    if book is not None and not left:
        left = _follow(project, by, Passage.between(project.codebook, book), turned, progress)
    if about is not None and left:
        return Revisited(left=left)
    if turned or about is not None:
        steps = [(id, t.entry, t.applied.changes, t.status) for id, t in turned.items()]
        project.append_all(steps, about, lambda done, saved: progress(saved + done, 2 * saved))
    changed = [id for id, t in turned.items() if t.entry.kind is not Kind.MACHINE]
    return Revisited(changed, left, about=about is not None)


@dataclass(frozen=True, slots=True)
class _Turned:
    """What is done in one article, from its state before."""

    status: ArticleStatus
    before: ReviewState
    entry: Entry
    applied: Applied

    def with_more(self, more: Decision) -> _Turned:
        """The same step with more edits behind its own."""
        edits = (*self.entry.decision.edits, *more.edits)
        entry = replace(self.entry, decision=replace(self.entry.decision, edits=edits))
        return _Turned(self.status, self.before, *carry_out(entry, self.before))


def _about(
    own: History[ProjectEntry], last: Line[Any], undo: bool, by: str
) -> tuple[ProjectEntry | None, ProjectEntry | None]:
    """The line that takes the project's part of a step back, if it has one; or what lies over that part."""
    stack = own.undoable if undo else own.redoable
    ours = [line for line in stack if _together(line, last)]
    if not ours:
        return None, None
    if stack[-1] is not ours[-1]:
        return None, stack[-1]
    return (own.undo(by) if undo else own.redo(by)), None


def _together(line: Line[Any], last: Line[Any]) -> bool:
    group = last.decision.group
    return bool(line.decision.id == last.decision.id or (group is not None and line.decision.group == group))


def _follow(project: Project, by: str, passage: Passage, turned: dict[str, _Turned], progress: Progress) -> list[str]:
    """What nobody decided follows another codebook, in `turned`, wherever it stands in the project, the trash too.

    Returns the titles of articles in which something was decided with an entry that the other codebook lacks; then
    nothing is to be done at all.
    """
    if not passage.gone:
        return []
    left: list[str] = []
    total = project.article_count()
    trash = ((project.article(a.id), project.load_review(a.id)[0]) for a in project.articles(trashed=True))
    for done, (article, state) in enumerate(chain(project.reviewed(), trash)):
        progress(min(done, total), total)
        ours = turned.get(article.id)
        now = ours.applied.state if ours is not None else state
        if passage.hinders(now):
            left.append(article.metadata.title)
        elif (more := passage.decision(now)).edits:
            if ours is None:
                before = project.load_review(article.id)[0]
                entry = Entry(Kind.MACHINE, passage.decision(before), more, by)
                ours = _Turned(article.status, before, *carry_out(entry, before))
            else:
                ours = ours.with_more(more)
            turned[article.id] = ours
    return left


class Stands(Enum):
    """How the step of a group stands in a log when it is to be taken back, or repeated."""

    ON_TOP = "on top"
    UNDER_OTHERS = "under others"
    DONE = "done"


def stands(history: History[L], last: Line[Any], undo: bool) -> Stands:
    """Whether the step of the group comes next, lies under other steps, or is taken back (repeated) already."""
    stack = history.undoable if undo else history.redoable
    if stack and _together(stack[-1], last):
        return Stands.ON_TOP
    standing = any(_together(entry, last) for entry in history.undoable)
    return Stands.UNDER_OTHERS if standing == undo else Stands.DONE


def last_of(project: Project, group: str) -> Line[Any] | None:
    """A step of a group, as it was taken first; the one about the project where there is one."""
    for line in project.project_log():
        if line.decision.group == group:
            return line
    for id in project.articles_of_group(group):
        for entry in project.log(id):
            if entry.decision.group == group:
                return entry
    return None
