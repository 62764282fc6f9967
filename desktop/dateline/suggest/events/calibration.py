"""From a scorer's number to a probability that can be shown: isotonic steps learnt on articles it has not seen."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.core import assets

ENOUGH = 40
"""Judged events that a step must rest on to be shown."""

Judged = tuple[float, bool]
"""A raw score and whether the event was right."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """`steps`: pairs of the lowest raw score of a step and the share of right ones in it, both rising.

    The share is None where it did not prove reliable and must not be shown.
    """

    steps: tuple[tuple[float, float | None], ...] = ()

    def probability(self, score: float) -> float | None:
        """The share of right ones among events of such a score; None where too few were judged to say."""
        at = bisect_right([low for low, _ in self.steps], score) - 1
        return self.steps[at][1] if at >= 0 else None


SHOWN_ERROR = 0.05
"""The mean distance between what is said and what is true above which no score is shown at all."""
BAND_ERROR = 0.1
"""The distance above which none of a band of the reliability table is shown."""


@cache
def shipped(language: str) -> Calibration:
    """What ships with Dateline for a language; it shows nothing where the figures were not reliable."""
    path = assets.path("lexicons", "events.calibration.json")
    steps = json.loads(path.read_text(encoding="utf-8")).get(language, ()) if path.is_file() else ()
    return Calibration(tuple((float(low), share) for low, share in steps))


def isotonic(judged: Sequence[Judged], enough: int = ENOUGH) -> Calibration:
    """The rising steps that fit best (pool adjacent violators), each of at least `enough` events."""
    pools: list[list[float]] = []  # lowest score, right ones, all
    for score, right in sorted(judged):
        if pools and (pools[-1][2] < enough or pools[-1][0] == score):
            pools[-1][1] += right
            pools[-1][2] += 1
        else:
            pools.append([score, float(right), 1.0])
        while len(pools) > 1 and pools[-1][2] >= enough and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            _, right_ones, count = pools.pop()
            pools[-1][1] += right_ones
            pools[-1][2] += count
    if len(pools) > 1 and pools[-1][2] < enough:
        _, right_ones, count = pools.pop()
        pools[-1][1] += right_ones
        pools[-1][2] += count
    if not pools or pools[0][2] < enough:
        return Calibration()
    while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
        _, right_ones, count = pools.pop()
        pools[-1][1] += right_ones
        pools[-1][2] += count
    steps: list[tuple[float, float]] = []
    for low, right_ones, count in pools:
        # Forty right ones of forty do not make a certainty.
        share = min(right_ones / count, 1 - 1 / (count + 2))
        steps.append((round(low, 4), max(round(share, 3), steps[-1][1] if steps else 0.0)))
    return Calibration(tuple(steps))


@dataclass(frozen=True, slots=True)
class Bin:
    """One row of a reliability table: events of a shown score between `low` and `high`."""

    low: float
    high: float
    count: int
    said: float
    true: float


_EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def reliability(folds: Sequence[Sequence[Judged]], edges: Sequence[float] = _EDGES) -> list[Bin]:
    """How often events of a shown score were right, each fold calibrated by the others only."""
    shown: list[Judged] = []
    for n, fold in enumerate(folds):
        steps = isotonic([j for k, other in enumerate(folds) if k != n for j in other])
        shown += [(p, right) for score, right in fold if (p := steps.probability(score)) is not None]
    rows = []
    for low, high in pairwise(edges):
        held = [(p, right) for p, right in shown if low <= p < high]
        if held:
            said, true = (sum(x) / len(held) for x in zip(*held, strict=True))
            rows.append(Bin(low, min(high, 1.0), len(held), said, true))
    return rows


def error(rows: Sequence[Bin]) -> float:
    """The mean distance between what is said and what is true, weighted by events (expected calibration error)."""
    count = sum(r.count for r in rows)
    return sum(abs(r.said - r.true) * r.count for r in rows) / count if count else 1.0


def trusted(steps: Calibration, rows: Sequence[Bin]) -> Calibration:
    """The steps without what the reliability table does not bear out."""
    if error(rows) > SHOWN_ERROR:
        return Calibration()
    good = [(row.low, row.high) for row in rows if abs(row.said - row.true) <= BAND_ERROR]
    return Calibration(
        tuple(
            (low, share if share is not None and any(a <= share <= b for a, b in good) else None)
            for low, share in steps.steps
        )
    )
