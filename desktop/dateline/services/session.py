"""The review of one open article: the door through which every decision goes.

`decide` applies, saves and tells; nothing else changes records. Where saving fails (a full disk, a lock) the step
stays applied in memory and waits in `unsaved`; the next step or `retry` saves it, in order, and nothing is lost. The
note on the article is kept in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dateline.core.agenda import Agenda
from dateline.core.article import Article, ArticleStatus, Metadata
from dateline.core.errors import StorageError
from dateline.core.history import Entry, History, Kind, carry_out
from dateline.core.ports import Project
from dateline.core.recoding import Passage, fit, in_words
from dateline.core.review import Change, Decision, Put, Remove, ReviewState, apply, between
from dateline.core.suggestion import Suggestions, adopt
from dateline.services.library import edit_metadata


@dataclass(frozen=True, slots=True)
class Step:
    """What listeners are told: which records changed, by what, and whether it is safely on disk."""

    changes: Sequence[Change]
    entry: Entry
    saved: bool


Listener = Callable[[Step], None]


class ReviewSession:
    """One article, its records and its history, for one coder."""

    def __init__(self, project: Project, article_id: str, by: str) -> None:
        self.project = project
        self.article: Article = project.article(article_id)
        self.flagged = self.article.status is ArticleStatus.FLAGGED
        self.by = by
        self.state, log = project.load_review(article_id)
        self.history = History.of(log)
        self.agenda = Agenda(self.state)
        self._reached = self._by_records() if self.flagged else self.article.status
        """How far the article is below its flag."""
        self.note = self.article.note
        self.unsaved: list[tuple[Entry, Sequence[Change]]] = []
        self._note_waits = False
        self.error: StorageError | None = None
        self._held = False
        self._book = project.codebook
        self._came: Suggestions | None = None
        """A run of the suggester that came while something else worked on the article."""
        self._listeners: list[Listener] = []

    @property
    def status(self) -> ArticleStatus:
        """How far the article is. A flag lies over that and stays until a person takes it away."""
        return ArticleStatus.FLAGGED if self.flagged else self._reached

    @property
    def waiting(self) -> int:
        """How many things could not be saved yet."""
        return len(self.unsaved) + self._note_waits

    @property
    def text(self) -> str:
        return self.article.text.content

    def listen(self, listener: Listener) -> None:
        """Be told of every step, in the order in which they are taken."""
        self._listeners.append(listener)

    def decide(self, decision: Decision) -> Step | None:
        """Take a step of the analyst. None where it changes nothing (it is then no step to undo either)."""
        return self._take(decision, Kind.DO)

    def adopt(self, suggestions: Suggestions) -> Step | None:
        """Take in a run of the suggester, in the words of the project's codebook; one about another text is dropped.

        While something else works on the article it waits: None.
        """
        if suggestions.sha256 != self.article.text.sha256:
            return None
        if self._held:
            self._came = suggestions
            return None
        step = self._take(adopt(self.state, fit(suggestions, self.project.codebook)), Kind.MACHINE)
        if step is None and self.status is ArticleStatus.NEW:
            self.set_status(ArticleStatus.SUGGESTED)
        elif step is None and self._reached is ArticleStatus.NEW:
            self._reached = ArticleStatus.SUGGESTED
        return step

    def undo(self) -> Step | None:
        """Take the last step back. None where there is none."""
        entry = self.history.undo(self.by)
        return self._run(entry) if entry else None

    def redo(self) -> Step | None:
        """Repeat the step that was taken back last. None where there is none."""
        entry = self.history.redo(self.by)
        return self._run(entry) if entry else None

    def set_status(self, status: ArticleStatus) -> None:
        """Say how far the article is; that ends its flag, unless it is one. Raises `StorageError`."""
        self.project.set_status(self.article.id, status)
        self.flagged = status is ArticleStatus.FLAGGED
        if not self.flagged:
            self._reached = status

    def set_flagged(self, flagged: bool) -> None:
        """Put a flag on the article, or take it away: then it is as far as it was below it. Raises `StorageError`."""
        self.set_status(ArticleStatus.FLAGGED if flagged else self._reached)

    def set_note(self, note: str) -> bool:
        """Note something on the article; whether that is on disk. Where it is not, it waits as a step does."""
        if note != self.note:
            self.note = note
            self._note_waits = True
        return self.retry()

    def set_metadata(self, metadata: Metadata) -> None:
        """Save what is known about the article. Raises `StorageError`; then everything is as it was."""
        saved = edit_metadata(self.project, self.article.id, metadata)
        self.article = replace(self.article, metadata=saved)

    def hold(self) -> None:
        """Something else works on the article: steps wait unsaved until `catch_up`."""
        self._held = True
        self._book = self.project.codebook

    def catch_up(self) -> Step | None:
        """Takes in what was saved for this article from elsewhere, and goes on saving.

        Steps that waited meanwhile are taken again on top, in the words of the codebook that holds now. Listeners are
        told of all of it as of one step; None where no record changed. Raises `StorageError`; then the steps wait on.
        """
        self._held = False
        before, listeners, self._listeners = self.state, self._listeners, []
        if self.project.codebook != self._book:
            passage = Passage.between(self._book, self.project.codebook)
            self.unsaved = [
                (replace(entry, decision=in_words(entry.decision, passage)), changes) for entry, changes in self.unsaved
            ]
        try:
            self.reload(keep=True)
            came, self._came = self._came, None
            if came is not None:
                self.adopt(came)
        finally:
            self._listeners = listeners
        self.retry()  # a note that waited
        changes, history = between(before, self.state), self.history
        newest = max((*history.undoable[-1:], *history.redoable[-1:]), key=history.moment, default=None)
        if not changes:
            return None
        return self._tell(Step(changes, newest or self._by_machine(changes), not self.waiting))

    def retry(self) -> bool:
        """Save what could not be saved so far; False where it still cannot be."""
        if self._held:
            return not self.waiting
        while self.unsaved:
            entry, changes = self.unsaved[0]
            try:
                # As far as the article is now: a flag that was put on it meanwhile stays.
                self.project.append(self.article.id, entry, changes, self.status)
            except StorageError as error:
                self.error = error
                return False
            self.unsaved.pop(0)
        if self._note_waits:
            try:
                self.project.set_note(self.article.id, self.note)
            except StorageError as error:
                self.error = error
                return False
            self._note_waits = False
        self.error = None
        return True

    def reload(self, keep: bool) -> Sequence[Step]:
        """Read anew what is saved, as after a `ConflictError`; steps that wait are taken again on top, or dropped.

        `keep`: take them again; returns those that still change something. Listeners are told of these only, so a
        view reads everything anew. Raises `StorageError`; then nothing is different from before.
        """
        article = self.project.article(self.article.id)
        state, log = self.project.load_review(self.article.id)
        waiting = [entry for entry, _ in self.unsaved] if keep else []
        self.article, self.state = article, state
        self.agenda = Agenda(state, self.agenda.order)
        self.history = History.of(log)
        self.flagged = article.status is ArticleStatus.FLAGGED
        self._reached = self._by_records() if self.flagged else article.status
        if not (keep and self._note_waits):
            self.note, self._note_waits = article.note, False
        self.unsaved, self.error = [], None
        steps: list[Step] = []
        for entry in waiting:
            again = Decision(
                entry.decision.verb, entry.decision.edits, entry.decision.subject, group=entry.decision.group
            )
            step = self._take(again, Kind.MACHINE if entry.kind is Kind.MACHINE else Kind.DO)
            steps += [step] if step is not None else []
        return steps

    def _by_machine(self, changes: Sequence[Change]) -> Entry:
        """The line that says changes which no person made."""
        edits = tuple(Put(c.after) if c.after is not None else Remove(c.id) for c in changes)
        back = tuple(Put(c.before) if c.before is not None else Remove(c.id) for c in changes)
        return Entry(Kind.MACHINE, Decision("suggest", edits), Decision("suggest", back), self.by)

    def open_suggestions(self) -> int:
        """How many suggestions nobody has decided."""
        return len(self.agenda)

    def _by_records(self) -> ArticleStatus:
        """How far the article is by what was done about its records."""
        if self.history.undoable or self.history.redoable:
            return ArticleStatus.IN_REVIEW
        return ArticleStatus.SUGGESTED if any(self.agenda.counts.values()) else ArticleStatus.NEW

    def _take(self, decision: Decision, kind: Kind) -> Step | None:
        applied = apply(self.state, decision)
        if not applied.changes:
            return None
        return self._commit(Entry(kind, decision, applied.inverse, self.by), applied.state, applied.changes)

    def _run(self, entry: Entry) -> Step | None:
        entry, applied = carry_out(entry, self.state)
        return self._commit(entry, applied.state, applied.changes)

    def _commit(self, entry: Entry, state: ReviewState, changes: Sequence[Change]) -> Step:
        self.state = state
        self.agenda.take(changes)
        self.history.add(entry)
        if entry.kind is not Kind.MACHINE:
            self._reached = ArticleStatus.IN_REVIEW
        elif self._reached is ArticleStatus.NEW:
            self._reached = ArticleStatus.SUGGESTED
        self.unsaved.append((entry, changes))
        return self._tell(Step(changes, entry, self.retry()))

    def _tell(self, step: Step) -> Step:
        for listener in self._listeners:
            listener(step)
        return step
