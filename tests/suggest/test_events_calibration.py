"""Scores of events: rising steps, honest about held-out events, absent where too little was judged."""

from __future__ import annotations

import random

import pytest

from dateline.suggest.events.calibration import (
    ENOUGH,
    Bin,
    Calibration,
    Judged,
    error,
    isotonic,
    reliability,
    shipped,
    trusted,
)


def judged(count: int, seed: int, chance: float = 1.0) -> list[Judged]:
    """Scores that promise more than they hold: of those with a score of s, the share s * chance is right."""
    dice = random.Random(seed)
    scores = [dice.random() for _ in range(count)]
    return [(score, dice.random() < score * chance) for score in scores]


def test_a_shown_score_is_the_share_that_was_right() -> None:
    steps = isotonic(judged(4000, 1, chance=0.5))
    assert steps.probability(0.95) == pytest.approx(0.48, abs=0.06)
    assert steps.probability(0.3) == pytest.approx(0.15, abs=0.06)


def test_a_higher_score_never_means_a_lower_probability() -> None:
    steps = [share for _, share in isotonic(judged(600, 2)).steps if share is not None]
    assert len(steps) > 3
    assert steps == sorted(steps)


def test_too_few_judged_events_give_no_score() -> None:
    assert isotonic(judged(ENOUGH - 1, 3)).probability(0.9) is None
    assert Calibration().probability(0.9) is None


def test_a_score_below_all_that_was_judged_is_not_shown() -> None:
    assert isotonic([(0.5 + n / 1000, True) for n in range(100)]).probability(0.2) is None


def test_folds_are_calibrated_by_the_others_and_come_out_reliable() -> None:
    rows = reliability([judged(500, seed, chance=0.6) for seed in range(5)])
    assert sum(row.count for row in rows) > 2000
    assert error(rows) < 0.04


def test_folds_that_disagree_are_found_out() -> None:
    always, never = [(0.7, True)] * 300, [(0.7, False)] * 300
    assert error(reliability([always, never])) > 0.9


def test_a_band_that_was_not_borne_out_is_not_shown() -> None:
    steps = Calibration(((0.2, 0.35), (0.6, 0.65), (0.8, 0.9)))
    rows = [Bin(0.0, 0.4, 5, 0.35, 0.7), Bin(0.6, 0.7, 100, 0.65, 0.66), Bin(0.9, 1.0, 100, 0.9, 0.92)]
    assert [trusted(steps, rows).probability(s) for s in (0.3, 0.7, 0.9)] == [None, 0.65, 0.9]


def test_nothing_is_shown_where_the_table_is_far_off() -> None:
    assert trusted(Calibration(((0.2, 0.5),)), [Bin(0.5, 0.6, 100, 0.5, 0.6)]).steps == ()


@pytest.mark.parametrize("language", ["tr", "en"])
def test_what_ships_rises_within_zero_and_one(language: str) -> None:
    steps = [share for _, share in shipped(language).steps if share is not None]
    assert steps == sorted(steps)
    assert all(0 <= share <= 1 for share in steps)
