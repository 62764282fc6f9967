"""Every step and its inverse, over random states."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

import steps
from dateline.core import decisions
from dateline.core.annotation import OUTLET, SOURCE, Event, Mention, Quote, Record, Status
from dateline.core.history import Entry, History, Kind
from dateline.core.review import Decision, Put, Remove, ReviewState, apply
from dateline.core.spans import Span
from dateline.core.suggestion import adopt

rngs = st.randoms(use_true_random=False)


def walk(rng: Random, length: int = 6) -> ReviewState:
    state = apply(ReviewState(), adopt(ReviewState(), steps.suggestions(rng))).state
    for _ in range(rng.randrange(length)):
        state = apply(state, steps.decision(rng, state)).state
    return state


def references(record: Record) -> set[str]:
    match record:
        case Event():
            return set(record.mentions())
        case Quote() if record.speaker:
            return {record.speaker}
    return set()


@given(rngs)
def test_a_step_and_its_inverse_leave_everything_as_it_was(rng: Random) -> None:
    state = walk(rng)
    for step in (steps.decision(rng, state), adopt(state, steps.suggestions(rng))):
        applied = apply(state, step)
        assert apply(applied.state, applied.inverse).state == state


@given(rngs)
def test_the_inverse_of_the_inverse_is_the_step_again(rng: Random) -> None:
    state = walk(rng)
    applied = apply(state, steps.decision(rng, state))
    back = apply(applied.state, applied.inverse)
    assert apply(back.state, back.inverse).state == applied.state


@given(rngs)
def test_the_changes_are_all_there_is_between_two_states(rng: Random) -> None:
    state = walk(rng)
    applied = apply(state, steps.decision(rng, state))
    records = {r.id: r for r in state.records()}
    for change in applied.changes:
        assert records.get(change.id) == change.before != change.after
        records.pop(change.id, None)
        if change.after is not None:
            records[change.id] = change.after
    assert records == {r.id: r for r in applied.state.records()}


@given(rngs)
def test_nothing_ever_refers_to_a_mention_that_is_gone(rng: Random) -> None:
    state = walk(rng)
    gone = apply(state, Decision("delete", tuple(Remove(id) for id in list(state.mentions)[::2]))).state
    for record in gone.records():
        assert references(record) <= set(gone.mentions)


@given(rngs)
def test_removing_what_is_not_there_changes_nothing(rng: Random) -> None:
    state = walk(rng)
    assert apply(state, Decision("delete", (Remove("nobody"),))).changes == ()


@given(rngs)
def test_the_machine_never_touches_what_a_person_decided(rng: Random) -> None:
    state = walk(rng)
    after = apply(state, adopt(state, steps.suggestions(rng))).state
    for record in state.records():
        if record.status is not Status.SUGGESTED:
            assert after.record(record.id) == record


@given(rngs)
def test_what_was_rejected_does_not_come_back(rng: Random) -> None:
    first = steps.suggestions(rng)
    state = apply(ReviewState(), adopt(ReviewState(), first)).state
    rejected = apply(
        state, decisions.set_status(state, [r.id for r in state.records()], Status.REJECTED, "x" * 400)
    ).state
    again = replace(first, mentions=tuple(replace(m, id=m.id + "'") for m in first.mentions), events=(), quotes=())
    after = apply(rejected, adopt(rejected, again)).state
    assert all(record.status is Status.REJECTED for record in after.records())


@given(rngs)
def test_the_same_run_twice_is_one_run(rng: Random) -> None:
    run = steps.suggestions(rng)
    once = apply(ReviewState(), adopt(ReviewState(), run)).state
    assert apply(once, adopt(once, run)).changes == ()


@given(rngs)
def test_a_run_that_says_things_twice_says_them_once(rng: Random) -> None:
    run = steps.suggestions(rng)
    twice = replace(
        run,
        mentions=run.mentions + tuple(replace(m, id=m.id + "'") for m in run.mentions),
        events=run.events + tuple(replace(e, id=e.id + "'") for e in run.events),
    )
    once = apply(ReviewState(), adopt(ReviewState(), run)).state
    assert apply(ReviewState(), adopt(ReviewState(), twice)).state == once


@given(rngs)
@settings(max_examples=30)
def test_a_random_walk_through_the_history_can_be_undone_and_repeated(rng: Random) -> None:
    state, log, history = ReviewState(), [], History()

    def take(entry: Entry) -> None:
        nonlocal state
        state = apply(state, entry.decision).state
        log.append(entry)
        history.add(entry)

    for _ in range(40):
        entry = {0: history.undo("a"), 1: history.redo("a")}.get(rng.randrange(5))
        if entry is None:
            step = steps.decision(rng, state)
            entry = Entry(Kind.DO, step, apply(state, step).inverse, "a")
        take(entry)
    end = state
    assert History.of(log) == history
    undone = 0
    while (entry := history.undo("a")) is not None:
        take(entry)
        undone += 1
    assert state == ReviewState()
    for _ in range(undone):
        entry = history.redo("a")
        assert entry is not None
        take(entry)
    assert state == end
    assert History.of(log) == history


def test_a_new_step_leaves_nothing_to_repeat() -> None:
    history = History()
    for number in range(2):
        history.add(Entry(Kind.DO, Decision(str(number), ()), Decision("", ()), "a"))
    undo = history.undo("a")
    assert undo is not None
    history.add(undo)
    assert history.redo("a") is not None
    history.add(Entry(Kind.DO, Decision("new", ()), Decision("", ()), "a"))
    assert history.redo("a") is None


def test_accepting_an_event_accepts_who_takes_part() -> None:
    text = "Vali ile başkan görüştü"
    one = decisions.add_mention(Span(0, 4), "PERSON", text)
    state = apply(ReviewState(), one).state
    mention = next(iter(state.mentions.values()))
    event, id = decisions.add_event(Span(16, 23), "CONSULT", text)
    state = apply(state, event).state
    state = apply(state, decisions.fill_role(state, id, "ACTOR", mention.id, text)).state
    open = Decision("reopen", tuple(Put(replace(r, status=Status.SUGGESTED)) for r in state.records()))
    state = apply(state, open).state
    state = apply(state, decisions.set_status(state, [id], Status.ACCEPTED, text)).state
    assert {r.status for r in state.records()} == {Status.ACCEPTED}


def test_who_takes_part_in_an_event_may_also_tell_of_it_but_has_one_part_in_it() -> None:
    mention = Mention("m", Span(0, 4), "PERSON", Status.ACCEPTED, steps.origin(Random(1)))
    event, id = decisions.add_event(Span(5, 8), "CONSULT", steps.TEXT)
    state = apply(ReviewState({"m": mention}), event).state
    for role in ("actor", SOURCE, "recipient", OUTLET):
        state = apply(state, decisions.fill_role(state, id, role, "m", steps.TEXT)).state
    assert [a.role for a in state.events[id].arguments] == ["recipient", OUTLET]
    state = apply(state, decisions.fill_role(state, id, OUTLET, "m", steps.TEXT)).state
    assert [a.role for a in state.events[id].arguments] == ["recipient"]


def test_rejecting_a_mention_takes_it_out_of_its_event_in_the_same_step() -> None:
    mention = Mention("m", Span(0, 4), "PERSON", Status.ACCEPTED, steps.origin(Random(1)))
    event, id = decisions.add_event(Span(5, 8), "CONSULT", steps.TEXT)
    state = apply(ReviewState({"m": mention}), event).state
    state = apply(state, decisions.fill_role(state, id, "ACTOR", "m", steps.TEXT)).state
    applied = apply(state, decisions.set_status(state, ["m"], Status.REJECTED, steps.TEXT))
    assert applied.state.events[id].arguments == ()
    assert apply(applied.state, applied.inverse).state == state
