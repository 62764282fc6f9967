"""Turns raw probabilities into shares that hold: bins of held-out mentions, made to rise (isotonic regression)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from dateline.suggest.learned.model import SHARED

_BIN = 60
_ENOUGH = 240
_BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)

Judged = tuple[str, float, bool]
"""Label, raw probability, whether it was right."""


def table(rows: Iterable[tuple[float, bool]], least: int = _BIN) -> list[tuple[float, float]]:
    """Steps (up to, share right) of at least `least` mentions each, rising."""
    ordered = sorted(rows)
    bins: list[list[float]] = []  # up to, right, all
    for n in range(0, len(ordered), least):
        part = ordered[n : n + least]
        if len(part) < least and bins:
            bins[-1] = [part[-1][0], bins[-1][1] + sum(right for _, right in part), bins[-1][2] + len(part)]
        elif part:
            bins.append([part[-1][0], float(sum(right for _, right in part)), float(len(part))])
        while len(bins) > 1 and bins[-2][1] / bins[-2][2] >= bins[-1][1] / bins[-1][2]:
            top = bins.pop()
            bins[-1] = [top[0], bins[-1][1] + top[1], bins[-1][2] + top[2]]
    return [(round(up, 4), round((right + 1) / (count + 2), 3)) for up, right, count in bins]


def tables(judged: Sequence[Judged]) -> dict[str, list[tuple[float, float]]]:
    """A table a label that has enough mentions, and one of all for the others."""
    labels = sorted({label for label, _, _ in judged})
    found: dict[str, list[tuple[float, float]]] = {SHARED: table((raw, right) for _, raw, right in judged)}
    for label in labels:
        rows = [(raw, right) for other, raw, right in judged if other == label]
        if len(rows) >= _ENOUGH:
            found[label] = table(rows)
    return found


def reliability(judged: Sequence[Judged], folds: int = 2) -> str:
    """How far calibrated numbers hold, as a Markdown table: half of the mentions calibrate, the others are asked."""
    asked: list[tuple[float, bool]] = []
    for fold in range(folds):
        known = tables([row for i, row in enumerate(judged) if i % folds != fold])
        for label, raw, right in (row for i, row in enumerate(judged) if i % folds == fold):
            steps = known.get(label) or known[SHARED]
            place = bisect_left(steps, raw, key=lambda step: step[0])
            asked.append((steps[min(place, len(steps) - 1)][1], right))
    lines = ["| said | right | mentions |", "|---|---|---|"]
    for low, high in zip(_BOUNDS, [*_BOUNDS[1:], 1.01], strict=True):
        inside = [(said, right) for said, right in asked if low <= said < high]
        if inside:
            mean = sum(said for said, _ in inside) / len(inside)
            lines.append(f"| {mean:.2f} | {sum(right for _, right in inside) / len(inside):.2f} | {len(inside)} |")
    return "\n".join(lines)
