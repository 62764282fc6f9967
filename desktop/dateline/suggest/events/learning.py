"""Learns a sparse logistic model from examples: AdaGrad with averaging, the seed fixed. Only training needs it."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from dateline.suggest.events.linear import Linear

Example = tuple[list[str], str]
"""Features, label."""

SEED = 20
_ROUNDS = {"trigger": 12, "role": 10, "modality": 14}
_SEEN = {"trigger": 2, "role": 3, "modality": 2}
"""How often a feature must be seen; roles are read twice from each article, once a feature is seen twice."""
_RATE = 0.2
_L2 = {"trigger": 1e-4, "role": 6e-5, "modality": 2e-5}


def fit(examples: Sequence[Example], labels: Sequence[str], task: str, smallest: float = 0.06) -> Linear:
    """A multinomial logistic model by AdaGrad; weights below `smallest` are left out of it."""
    ids: dict[str, int] = {}
    count: dict[str, int] = {}
    for features, _ in examples:
        for feature in features:
            count[feature] = count.get(feature, 0) + 1
    for feature, times in count.items():
        if times >= _SEEN[task]:
            ids[feature] = len(ids)
    rows = [np.array([ids[f] for f in set(features) if f in ids], dtype=np.int64) for features, _ in examples]
    for row in rows:
        row.sort()
    place = {label: i for i, label in enumerate(labels)}
    weights = np.zeros((len(ids), len(labels)))
    squares = np.full((len(ids), len(labels)), 1.0)
    mean = np.zeros_like(weights)
    order = list(range(len(rows)))
    shuffle = random.Random(SEED)
    rounds, l2 = _ROUNDS[task], _L2[task]
    for turn in range(rounds):
        shuffle.shuffle(order)
        for k in order:
            row = rows[k]
            scores = weights[row].sum(axis=0)
            scores -= scores.max()
            shares = np.exp(scores)
            shares /= shares.sum()
            shares[place[examples[k][1]]] -= 1.0
            gradient = shares + l2 * len(rows) * weights[row] / 50
            squares[row] += gradient**2
            weights[row] -= _RATE * gradient / np.sqrt(squares[row])
        if turn >= rounds // 2:
            mean += weights
    mean /= rounds - rounds // 2
    table = {
        feature: {i: float(w) for i, w in enumerate(mean[at]) if abs(w) >= smallest} for feature, at in ids.items()
    }
    return Linear(labels, {feature: row for feature, row in table.items() if row})
