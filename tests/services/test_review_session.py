"""The door through which every decision goes, with a project that can be told to fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

import steps
from dateline.core import decisions
from dateline.core.annotation import Argument, Event, Status
from dateline.core.article import Article, ArticleStatus
from dateline.core.codebook import bundled
from dateline.core.errors import ConflictError, StorageError
from dateline.core.history import Entry, Kind
from dateline.core.review import Change, Decision, ReviewState
from dateline.core.spans import Span
from dateline.services.session import ReviewSession, Step


class Memory:
    """A project of one article that keeps what it is given, and fails on request."""

    def __init__(self) -> None:
        self.path = Path("memory")
        self.codebook = bundled()
        self.kept = steps.article()
        self.rows: dict[str, object] = {}
        self.lines: list[Entry] = []
        self.fails: StorageError | None = None

    def article(self, id: str) -> Article:
        return self.kept

    def load_review(self, article_id: str) -> tuple[ReviewState, Sequence[Entry]]:
        kinds = {"Mention": {}, "Event": {}, "Quote": {}}
        for id, record in self.rows.items():
            kinds[type(record).__name__][id] = record
        return ReviewState(kinds["Mention"], kinds["Event"], kinds["Quote"]), list(self.lines)

    def append(self, article_id: str, entry: Entry, changes: Sequence[Change], status: ArticleStatus) -> None:
        if self.fails is not None:
            raise self.fails
        for change in changes:
            assert self.rows.get(change.id) == change.before
            self.rows.pop(change.id, None)
            if change.after is not None:
                self.rows[change.id] = change.after
        self.lines.append(entry)
        self.kept = replace(self.kept, status=status)

    def set_status(self, id: str, status: ArticleStatus) -> None:
        self.kept = replace(self.kept, status=status)

    def set_note(self, id: str, note: str) -> None:
        if self.fails is not None:
            raise self.fails
        self.kept = replace(self.kept, note=note)


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def session(memory: Memory) -> ReviewSession:
    return ReviewSession(memory, memory.kept.id, "Işıl")


def mark(session: ReviewSession, start: int = 0) -> Step:
    step = session.decide(decisions.add_mention(Span(start, start + 4), "GPE", session.text))
    assert step is not None
    return step


def test_a_step_is_saved_and_told_in_order(memory: Memory, session: ReviewSession) -> None:
    told: list[Step] = []
    session.listen(told.append)
    made = [mark(session, 0), mark(session, 9)]
    assert told == made
    assert [step.saved for step in told] == [True, True]
    assert memory.load_review("")[0] == session.state
    assert {entry.by for entry in memory.lines} == {"Işıl"}


def test_a_step_that_changes_nothing_is_no_step(memory: Memory, session: ReviewSession) -> None:
    assert session.decide(Decision("accept", ())) is None
    assert (session.undo(), session.redo(), memory.lines) == (None, None, [])


def test_undo_and_redo_are_lines_of_the_log_that_name_what_they_revert(memory: Memory, session: ReviewSession) -> None:
    first = mark(session)
    session.undo()
    assert session.state == ReviewState()
    session.redo()
    assert len(session.state.mentions) == 1
    assert [entry.kind for entry in memory.lines] == [Kind.DO, Kind.UNDO, Kind.REDO]
    assert memory.lines[1].reverts == first.entry.decision.id
    assert len({entry.decision.id for entry in memory.lines}) == 3


def test_a_random_walk_is_undone_and_repeated_by_a_session_opened_later(memory: Memory, session: ReviewSession) -> None:
    rng = Random(17)
    for _ in range(200):
        session.decide(steps.decision(rng, session.state))
    end, undone = session.state, 0
    later = ReviewSession(memory, memory.kept.id, "Ece")
    while later.undo() is not None:
        undone += 1
    assert later.state == memory.load_review("")[0] == ReviewState()
    latest = ReviewSession(memory, memory.kept.id, "Ece")
    for _ in range(undone):
        latest.redo()
    assert latest.state == memory.load_review("")[0] == end
    assert latest.redo() is None


def test_what_cannot_be_saved_waits_and_is_saved_in_order(memory: Memory, session: ReviewSession) -> None:
    memory.fails = StorageError("storage.full")
    waiting = [mark(session, 0), mark(session, 9)]
    undo = session.undo()
    assert undo is not None
    assert not any(step.saved for step in (*waiting, undo))
    assert len(session.state.mentions) == 1
    assert (memory.lines, session.error) == ([], memory.fails)
    assert not session.retry()
    memory.fails = None
    assert mark(session, 20).saved
    assert [e.kind for e in memory.lines] == [Kind.DO, Kind.DO, Kind.UNDO, Kind.DO]
    assert memory.load_review("")[0] == session.state
    assert (session.unsaved, session.error) == ([], None)


def test_the_status_follows_the_work(memory: Memory, session: ReviewSession) -> None:
    rng = Random(3)
    run = next(r for r in (steps.suggestions(rng) for _ in range(50)) if r.mentions)
    session.adopt(run)
    assert (session.status, memory.kept.status) == (ArticleStatus.SUGGESTED, ArticleStatus.SUGGESTED)
    assert session.open_suggestions() == len(session.state.mentions) + len(run.events) + len(run.quotes)
    session.decide(decisions.set_status(session.state, [run.mentions[0].id], Status.ACCEPTED, session.text))
    assert memory.kept.status is ArticleStatus.IN_REVIEW
    session.set_status(ArticleStatus.DONE)
    session.adopt(steps.suggestions(rng))
    assert memory.kept.status is ArticleStatus.DONE


def reached(memory: Memory, session: ReviewSession) -> ArticleStatus:
    """How far the article is, where session and project agree."""
    assert session.status is memory.kept.status
    return session.status


def test_no_step_takes_the_flag_of_an_article_away(memory: Memory, session: ReviewSession) -> None:
    session.set_flagged(True)
    session.adopt(steps.suggestions(Random(3)))
    mark(session)
    session.undo()
    session.redo()
    assert reached(memory, session) is ArticleStatus.FLAGGED
    session.set_flagged(False)
    assert reached(memory, session) is ArticleStatus.IN_REVIEW


@pytest.mark.parametrize("status", [ArticleStatus.NEW, ArticleStatus.SUGGESTED, ArticleStatus.DONE])
def test_a_flag_that_is_taken_back_at_once_leaves_the_article_as_far_as_it_was(
    memory: Memory, session: ReviewSession, status: ArticleStatus
) -> None:
    session.set_status(status)
    session.set_flagged(True)
    assert reached(memory, session) is ArticleStatus.FLAGGED
    session.set_flagged(False)
    assert reached(memory, session) is status


def test_a_flag_of_an_earlier_day_leaves_what_the_records_say(memory: Memory, session: ReviewSession) -> None:
    def taken_away_later() -> ArticleStatus:
        session.set_flagged(True)
        later = ReviewSession(memory, memory.kept.id, "Ece")
        assert later.status is ArticleStatus.FLAGGED
        later.set_flagged(False)
        return reached(memory, later)

    assert taken_away_later() is ArticleStatus.NEW
    rng = Random(3)
    session.adopt(next(r for r in (steps.suggestions(rng) for _ in range(50)) if r.mentions))
    assert taken_away_later() is ArticleStatus.SUGGESTED
    mark(session)
    session.undo()
    assert taken_away_later() is ArticleStatus.IN_REVIEW


def test_done_ends_the_flag_and_a_run_without_suggestions_does_not(memory: Memory, session: ReviewSession) -> None:
    session.set_flagged(True)
    session.adopt(replace(steps.suggestions(Random(1)), mentions=(), events=(), quotes=()))
    assert reached(memory, session) is ArticleStatus.FLAGGED
    session.set_flagged(False)
    assert reached(memory, session) is ArticleStatus.SUGGESTED
    session.set_flagged(True)
    session.set_status(ArticleStatus.DONE)
    assert (session.flagged, reached(memory, session)) == (False, ArticleStatus.DONE)


def test_a_step_that_waited_does_not_take_away_a_flag_that_came_meanwhile(
    memory: Memory, session: ReviewSession
) -> None:
    memory.fails = StorageError("storage.full")
    mark(session)
    memory.fails = None
    session.set_flagged(True)
    assert session.retry()
    assert reached(memory, session) is ArticleStatus.FLAGGED


def test_a_note_that_cannot_be_saved_waits_and_is_saved_with_the_next_step(
    memory: Memory, session: ReviewSession
) -> None:
    assert session.set_note("Kaynağı sor")
    memory.fails = StorageError("storage.full")
    assert not session.set_note("Kaynağı bir daha sor")
    assert not session.set_note("Kaynağı yarın sor")
    assert (session.waiting, session.error, memory.kept.note) == (1, memory.fails, "Kaynağı sor")
    memory.fails = None
    assert mark(session).saved
    assert (session.waiting, session.note, memory.kept.note) == (0, "Kaynağı yarın sor", "Kaynağı yarın sor")


@pytest.mark.parametrize("keep", [True, False])
def test_a_waiting_note_outlives_reading_anew_only_where_it_is_to_be_kept(
    memory: Memory, session: ReviewSession, keep: bool
) -> None:
    memory.fails = StorageError("storage.full")
    session.set_note("benim")
    memory.fails = None
    memory.set_note("", "onun")
    session.reload(keep)
    assert session.note == ("benim" if keep else "onun")
    session.retry()
    assert memory.kept.note == session.note


def test_a_run_without_suggestions_still_counts_as_a_run(memory: Memory, session: ReviewSession) -> None:
    empty = replace(steps.suggestions(Random(1)), mentions=(), events=(), quotes=())
    assert session.adopt(empty) is None
    assert memory.kept.status is ArticleStatus.SUGGESTED


def test_suggestions_about_another_text_are_dropped(memory: Memory, session: ReviewSession) -> None:
    stale = replace(steps.suggestions(Random(2)), sha256="0" * 64)
    assert session.adopt(stale) is None
    assert (memory.lines, session.status) == ([], ArticleStatus.NEW)


def test_a_run_of_the_suggester_is_no_step_to_undo(session: ReviewSession) -> None:
    rng = Random(3)
    mark(session)
    session.adopt(next(r for r in (steps.suggestions(rng) for _ in range(50)) if r.mentions))
    before = session.state
    session.undo()
    assert len(before.mentions) - len(session.state.mentions) == 1
    assert session.undo() is None


def test_taking_back_and_repeating_a_step_keeps_what_the_suggester_built_on_it(session: ReviewSession) -> None:
    marked = mark(session)
    mention = session.state.mentions[marked.changes[0].id]
    run = replace(steps.suggestions(Random(1)), mentions=(replace(mention, id="again"),), quotes=())
    event = Event(
        "e", "CONSULT", Span(9, 12), Status.SUGGESTED, mention.origin, arguments=(Argument("actor", "again"),)
    )
    session.adopt(replace(run, events=(event,)))
    before = session.state
    assert before.events["e"].mentions("actor") == (mention.id,)
    session.undo()
    assert session.state.events["e"].arguments == ()
    session.redo()
    assert session.state == before


@pytest.mark.parametrize("keep", [True, False])
def test_after_a_conflict_the_analyst_chooses_what_becomes_of_the_waiting_steps(
    memory: Memory, session: ReviewSession, keep: bool
) -> None:
    other = ReviewSession(memory, memory.kept.id, "Ece")
    mark(other, 50)
    memory.fails = ConflictError("storage.conflict")
    mark(session, 0)
    memory.fails = None
    taken = session.reload(keep)
    assert [step.saved for step in taken] == [True] * keep
    assert len(session.state.mentions) == 1 + keep
    assert memory.load_review("")[0] == session.state
    assert session.unsaved == []
