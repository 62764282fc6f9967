"""A sparse multinomial logistic model: strings in, a probability a label out. Read from JSON, trained in `train`."""

from __future__ import annotations

import json
import math
from array import array
from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np

from dateline.core import assets


class Linear:
    """`weights`: for each feature, the weight of each label by its place in `labels`, zeros left out."""

    def __init__(self, labels: Sequence[str], weights: dict[str, dict[int, float]]) -> None:
        self.labels = list(labels)
        self._weights = {feature: list(row.items()) for feature, row in weights.items()}
        # The same numbers as a matrix: adding up its rows is one call, in the order of the features.
        self._row = {feature: number for number, feature in enumerate(weights)}
        self._matrix = np.zeros((len(weights), len(self.labels)))
        for number, entries in enumerate(self._weights.values()):
            for place, weight in entries:
                self._matrix[number, place] = weight

    def places(self, features: Iterable[str]) -> bytes:
        """The rows of weights of the features that have some, in a form that is quickly put together."""
        return array("i", [row for row in map(self._row.get, features) if row is not None]).tobytes()

    def all(self, rows: Sequence[Iterable[bytes]]) -> list[dict[str, float]]:
        """How likely each label is, for many at once. `rows`: for each what `places` made."""
        joined = [b"".join(row) for row in rows]
        scores = np.zeros((len(rows), len(self.labels)))
        filled = [i for i, row in enumerate(joined) if row]
        if filled:
            flat = np.frombuffer(b"".join(joined), np.intc)
            starts = np.cumsum([0, *(len(joined[i]) // flat.itemsize for i in filled)])[:-1]
            scores[filled] = np.add.reduceat(self._matrix[flat], starts, axis=0)
        return [self._shares(row) for row in scores.tolist()]

    def _shares(self, scores: Sequence[float]) -> dict[str, float]:
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        whole = sum(shares)
        return {label: share / whole for label, share in zip(self.labels, shares, strict=True)}

    def to_json(self) -> dict[str, object]:
        """The form that `from_json` reads; features in order, so that two trainings compare line by line."""
        rows = {f: {str(i): round(w, 2) for i, w in row} for f, row in sorted(self._weights.items())}
        return {"labels": self.labels, "weights": rows}

    @classmethod
    def from_json(cls, data: dict[str, object]) -> Linear:
        """A model from its JSON form."""
        labels, weights = data["labels"], data["weights"]
        assert isinstance(labels, list)
        assert isinstance(weights, dict)
        return cls(labels, {f: {int(i): float(w) for i, w in row.items()} for f, row in weights.items()})


@cache
def shipped(name: str) -> dict[str, Linear]:
    """The models in one file of the lexicons folder: trigger, role and modality."""
    text = assets.path("lexicons", name).read_text(encoding="utf-8")
    return {task: Linear.from_json(model) for task, model in json.loads(text).items()}
