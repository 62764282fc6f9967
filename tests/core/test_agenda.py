"""The agenda says what is open as if it were read anew, whatever steps were taken."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

import steps
from dateline.core.agenda import Agenda, place
from dateline.core.annotation import Status
from dateline.core.review import ReviewState, apply
from dateline.core.suggestion import adopt


@given(st.integers(0, 2**32))
def test_step_by_step_is_the_same_as_anew(seed: int) -> None:
    rng = Random(seed)
    state = ReviewState()
    agenda = Agenda(state)
    for _ in range(12):
        decision = adopt(state, steps.suggestions(rng)) if rng.random() < 0.3 else steps.decision(rng, state)
        applied = apply(state, decision)
        state = applied.state
        agenda.take(applied.changes)
    anew = Agenda(state)
    assert agenda.ids() == anew.ids()
    assert +agenda.counts == +anew.counts
    open_ = sorted((r for r in state.records() if r.status is Status.SUGGESTED), key=place)
    assert agenda.ids() == [r.id for r in open_]
    for n, record in enumerate(open_):
        assert agenda.after(place(record)) == open_[(n + 1) % len(open_)].id
        assert agenda.before(place(record)) == open_[n - 1].id
