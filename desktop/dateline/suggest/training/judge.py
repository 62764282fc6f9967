"""Judges mentions against annotated ones: exact span and label, optional ones count neither way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline.suggest.training.sources import Span, Text


class Tally:
    """Right, wrong and missed mentions by label."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()

    def add(self, text: Text, found: Iterable[Span]) -> None:
        """Counts what was found in one text."""
        gold, said = set(text.spans), set(found)
        for span in gold:
            (self.right if span in said else self.missed)[span[2]] += 1
        for start, end, label in said - gold:
            if not any(start < b and a < end for a, b, _ in text.optional):
                self.wrong[label] += 1

    def f1(self, labels: Iterable[str]) -> float:
        """The micro F1 over labels."""
        right, wrong, missed = (sum(c[label] for label in labels) for c in (self.right, self.wrong, self.missed))
        return 2 * right / max(1, 2 * right + wrong + missed)

    def row(self, label: str) -> tuple[float, float, float, int]:
        """Precision, recall, F1 and number of one label."""
        right, wrong, missed = self.right[label], self.wrong[label], self.missed[label]
        return right / max(1, right + wrong), right / max(1, right + missed), self.f1([label]), right + missed
