"""The agenda says what is open as if it were read anew, whatever steps were taken."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import steps
from dateline.core.agenda import CERTAINTY, LABEL, ORDERS, Agenda, Order, place
from dateline.core.annotation import Status
from dateline.core.codebook import bundled
from dateline.core.review import ReviewState, apply
from dateline.core.suggestion import adopt


@pytest.mark.parametrize("name", ORDERS)
@given(st.integers(0, 2**32))
def test_step_by_step_is_the_same_as_anew(name: str, seed: int) -> None:
    rng = Random(seed)
    state = ReviewState()
    order = Order(name, bundled())
    agenda = Agenda(state, order)
    for _ in range(12):
        decision = adopt(state, steps.suggestions(rng)) if rng.random() < 0.3 else steps.decision(rng, state)
        applied = apply(state, decision)
        state = applied.state
        agenda.take(applied.changes)
    anew = Agenda(state, order)
    assert agenda.ids() == anew.ids()
    assert +agenda.counts == +anew.counts
    open_ = sorted((r for r in state.records() if r.status is Status.SUGGESTED), key=order.place)
    assert agenda.ids() == [r.id for r in open_]
    for n, record in enumerate(open_):
        assert agenda.after(order.place(record)) == open_[(n + 1) % len(open_)].id
        assert agenda.before(order.place(record)) == open_[n - 1].id


def test_the_doubtful_come_first_and_what_has_no_score_comes_last() -> None:
    state = steps_state()
    scores = [state.record(id).origin.score for id in Agenda(state, Order(CERTAINTY)).ids()]  # type: ignore[union-attr]
    known = [score for score in scores if score is not None]
    assert len(known) > 3
    assert len(scores) > len(known)
    assert scores == sorted(known) + [None] * (len(scores) - len(known))


def test_by_label_goes_in_the_order_of_the_codebook_and_within_a_label_as_the_text() -> None:
    state, book = steps_state(), bundled()
    ids = [id for id in Agenda(state, Order(LABEL, book)).ids() if id in state.mentions]
    ranks = [term.id for term in book.labels]
    found = [(ranks.index(state.mentions[id].label), place(state.mentions[id])) for id in ids]
    assert len({label for label, _ in found}) > 2
    assert found == sorted(found)


def steps_state() -> ReviewState:
    """A state with suggestions of several labels, with and without scores."""
    rng = Random(7)
    found = [mention for _ in range(12) for mention in steps.suggestions(rng).mentions]
    return ReviewState({mention.id: mention for mention in found})
