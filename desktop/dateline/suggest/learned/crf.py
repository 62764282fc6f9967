"""A linear-chain conditional random field over words: best sequence of tags, and how sure each tag is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

FORMAT = 1


class Chain:
    """`states`: a row of weights a feature, a column a tag; `moves[a, b]`: the weight of tag `b` behind tag `a`."""

    def __init__(self, tags: Sequence[str], features: Mapping[str, int], states: Floats, moves: Floats) -> None:
        self.tags = list(tags)
        self.features = features
        self.states = states
        self.moves = moves

    def scores(self, rows: Sequence[Iterable[str]]) -> Floats:
        """The weights of each tag at each word, moves left out."""
        get = self.features.get
        places = [[place for f in row if (place := get(f)) is not None] for row in rows]
        lengths = [len(row) for row in places]
        out = np.zeros((len(rows), len(self.tags)), np.float32)
        flat = np.fromiter((p for row in places for p in row), np.int64, sum(lengths))
        if len(flat):
            filled = [i for i, n in enumerate(lengths) if n]
            starts = np.cumsum([0, *(lengths[i] for i in filled)])[:-1]
            out[filled] = np.add.reduceat(self.states[flat], starts, axis=0)
        return out

    def evidence(self, row: Iterable[str], tag: int, against: int = 0) -> dict[str, float]:
        """How far each feature of a word speaks for one tag against another."""
        places = {f: place for f in row if (place := self.features.get(f)) is not None}
        return {f: float(self.states[place, tag] - self.states[place, against]) for f, place in places.items()}

    def best(self, scores: Floats) -> list[int]:
        """The likeliest tags of one sentence (Viterbi)."""
        if not len(scores):
            return []
        total = scores[0]
        back = np.zeros(scores.shape, np.int64)
        for t in range(1, len(scores)):
            paths = total[:, None] + self.moves
            back[t] = paths.argmax(axis=0)
            total = paths.max(axis=0) + scores[t]
        path = [int(total.argmax())]
        for t in range(len(scores) - 1, 0, -1):
            path.append(int(back[t, path[-1]]))
        return path[::-1]

    def marginals(self, scores: Floats) -> Floats:
        """How likely each tag is at each word of one sentence, the others whatever they may be."""
        n = len(scores)
        if not n:
            return scores
        moves = np.exp(self.moves)
        local = np.exp(scores - scores.max(axis=1, keepdims=True))
        ahead, behind = np.zeros_like(local), np.ones_like(local)
        ahead[0] = local[0] / local[0].sum()
        for t in range(1, n):
            row = (ahead[t - 1] @ moves) * local[t]
            ahead[t] = row / row.sum()
        for t in range(n - 2, -1, -1):
            row = moves @ (local[t + 1] * behind[t + 1])
            behind[t] = row / row.sum()
        both = ahead * behind
        return np.asarray(both / both.sum(axis=1, keepdims=True), np.float32)


def save(path: Path, chain: Chain, uses: Mapping[str, str], tables: str) -> None:
    """Writes a model. `uses`: what is known about words; `tables`: what calibrates, as JSON (see `model`).

    Only numbers and text are stored: nothing in the file can run. Weights are kept as steps of a signed byte.
    """
    names = sorted(chain.features, key=lambda f: chain.features[f])
    weights = chain.states
    rows, columns = np.nonzero(weights)
    step = float(np.abs(weights).max()) / 127 if len(weights) else 1.0
    np.savez_compressed(
        path,
        format=np.array([FORMAT]),
        tags=_text(json.dumps(chain.tags)),
        features=_text("\n".join(names)),
        rows=np.bincount(rows, minlength=len(names)).astype(np.uint8),
        columns=columns.astype(np.uint8),
        values=np.round(weights[rows, columns] / step).astype(np.int8),
        step=np.array([step], np.float32),
        moves=chain.moves.astype(np.float32),
        uses=_text("\n".join(f"{word} {use}" for word, use in sorted(uses.items()))),
        tables=_text(tables),
    )


def load(path: Path) -> tuple[Chain, dict[str, str], str]:
    """What `save` wrote. Raises whatever a file that is none makes NumPy raise: see `model.read`."""
    with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
        if int(file["format"][0]) != FORMAT:
            raise ValueError("format")
        tags = json.loads(_string(file["tags"]))
        names = _string(file["features"]).split("\n")
        states = np.zeros((len(names), len(tags)), np.float32)
        rows = np.repeat(np.arange(len(names)), file["rows"])
        states[rows, file["columns"]] = file["values"] * file["step"][0]
        moves = file["moves"]
        if moves.shape != (len(tags), len(tags)):
            raise ValueError("moves")
        uses = dict(line.split(" ") for line in _string(file["uses"]).split("\n") if line)
        tables = _string(file["tables"])
    return Chain(tags, {name: i for i, name in enumerate(names)}, states, moves), uses, tables


def _text(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8"), np.uint8)


def _string(data: NDArray[np.uint8]) -> str:
    return data.tobytes().decode("utf-8")
