"""A linear-chain conditional random field over words: best sequence of tags, and how sure each tag is."""

from __future__ import annotations

import json
from array import array
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

    def places(self, features: Iterable[str]) -> bytes:
        """The rows of `states` of the features that have one, in a form that is quickly put together."""
        get = self.features.get
        return array("i", [place for f in features if (place := get(f)) is not None]).tobytes()

    def scores(self, rows: Sequence[Iterable[bytes]]) -> Floats:
        """The weights of each tag at each word, moves left out. `rows`: for each word what `places` made."""
        joined = [b"".join(row) for row in rows]
        out = np.zeros((len(rows), len(self.tags)), np.float32)
        filled = [i for i, row in enumerate(joined) if row]
        if filled:
            flat = np.frombuffer(b"".join(joined), np.intc)
            starts = np.cumsum([0, *(len(joined[i]) // flat.itemsize for i in filled)])[:-1]
            out[filled] = np.add.reduceat(self.states[flat], starts, axis=0)
        return out

    def evidence(self, row: Iterable[str], tag: int, against: int = 0) -> dict[str, float]:
        """How far each feature of a word speaks for one tag against another."""
        places = {f: place for f in row if (place := self.features.get(f)) is not None}
        return {f: float(self.states[place, tag] - self.states[place, against]) for f, place in places.items()}

    def best(self, sentences: Sequence[Floats]) -> list[list[int]]:
        """The likeliest tags of each sentence (Viterbi), by the scores of its words. All go word by word together."""
        block, order, left = _aligned(sentences)
        if not order:
            return [[] for _ in sentences]
        into = np.ascontiguousarray(self.moves.T)
        total = block[0]
        back = np.zeros(block.shape, np.intp)
        finals = np.zeros(len(order), np.intp)
        for t in range(1, len(block)):
            on = left[t]
            finals[on : len(total)] = total[on:].argmax(axis=1)
            paths = total[:on, None, :] + into
            back[t, :on] = paths.argmax(axis=2)
            total = paths.max(axis=2) + block[t, :on]
        finals[: len(total)] = total.argmax(axis=1)
        found: list[list[int]] = [[] for _ in sentences]
        for place, which in enumerate(order):
            tag = int(finals[place])
            path = [tag]
            steps = back[1 : len(sentences[which]), place].tolist()
            for step in reversed(steps):
                tag = step[tag]
                path.append(tag)
            found[which] = path[::-1]
        return found

    def marginals(self, sentences: Sequence[Floats]) -> list[Floats]:
        """How likely each tag is at each word of each sentence, the others whatever they may be."""
        block, order, left = _aligned(sentences)
        if not order:
            return list(sentences)
        moves = np.exp(self.moves)
        local = np.exp(block - block.max(axis=2, keepdims=True))
        ahead, behind = np.zeros_like(local), np.ones_like(local)
        for t, on in enumerate(left):
            row = (ahead[t - 1, :on] @ moves) * local[t, :on] if t else local[t]
            ahead[t, :on] = row / row.sum(axis=1, keepdims=True)
        for t in range(len(block) - 2, -1, -1):
            on = left[t + 1]
            row = (local[t + 1, :on] * behind[t + 1, :on]) @ moves.T
            behind[t, :on] = row / row.sum(axis=1, keepdims=True)
        both = ahead * behind
        found: list[Floats] = list(sentences)
        for place, which in enumerate(order):
            share = both[: len(sentences[which]), place]
            found[which] = np.asarray(share / share.sum(axis=1, keepdims=True), np.float32)
        return found


def _aligned(sentences: Sequence[Floats]) -> tuple[Floats, list[int], list[int]]:
    """The scores as (word, sentence, tag), the longest sentence first and none that is empty, zeros behind its end;
    which sentence is which; how many sentences have a first, second, third … word."""
    order = sorted((n for n, s in enumerate(sentences) if len(s)), key=lambda n: -len(sentences[n]))
    longest = len(sentences[order[0]]) if order else 0
    block = np.zeros((longest, len(order), sentences[0].shape[1] if sentences else 0), np.float32)
    for place, which in enumerate(order):
        block[: len(sentences[which]), place] = sentences[which]
    left = [sum(len(sentences[n]) > t for n in order) for t in range(longest)]
    return block, order, left


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
