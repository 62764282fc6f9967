"""What unannotated text tells about words: which are used alike, and how often each is written with a capital.

Neighbours are counted, weighed (PPMI), reduced (SVD) and grouped (k-means).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.core.tokens import APOSTROPHES, tokenize
from dateline.core.turkish import lower

_OPENING = frozenset(".!?:…\"“„«'’‘-–•")
_LEAST = 8
_WORDS = 24_000
_NEIGHBOURS = 1_500
_DIMENSIONS = 64
_ROUNDS = 25
_SEED = 20


def _words(line: str, language: str) -> Iterator[str]:
    tokens = tokenize(line, language)
    for a, b in zip(tokens.starts, tokens.ends, strict=True):
        word = line[a:b]
        if word[0] in APOSTROPHES and b - a > 1:
            continue
        yield "0" if word[0].isdigit() else lower(word) if language == "tr" else word.lower()


def capitals(lines: Iterable[str], language: str, least: int = 4) -> dict[str, int]:
    """Word (in lower case) → the share of its capitals within sentences, in fifths: 0 never … 5 always."""
    capital: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for line in lines:
        tokens = tokenize(line, language)
        first = True
        for a, b in zip(tokens.starts, tokens.ends, strict=True):
            word = line[a:b]
            if word[0].isalpha():
                if not first:
                    low = lower(word) if language == "tr" else word.lower()
                    count[low] += 1
                    capital[low] += word[0].isupper()
                first = False
            elif word in _OPENING:
                first = True
    return {word: round(5 * capital[word] / n) for word, n in count.items() if n >= least}


def words_of_use(lines: Sequence[str], language: str) -> dict[str, str]:
    """Word → `class.share`: its class (empty for a rare word) and its share of capitals."""
    groups, shares = clusters(lines, language), capitals(lines, language)
    return {word: f"{groups.get(word, '')}.{shares.get(word, '?')}" for word in sorted({*groups, *shares})}


def clusters(lines: Iterable[str], language: str, classes: int = 400) -> dict[str, str]:
    """Word (in lower case) → name of its class, for the frequent words of the lines."""
    count: Counter[str] = Counter()
    texts = []
    for line in lines:
        row = list(_words(line, language))
        count.update(row)
        texts.append(row)
    known = [word for word, n in sorted(count.items(), key=lambda item: (-item[1], item[0])) if n >= _LEAST][:_WORDS]
    place = {word: i for i, word in enumerate(known)}
    stream = np.array(
        [n for row in texts for n in (*(place.get(word, -1) for word in row), -2)], dtype=np.int64
    )  # -1: unknown, -2: the end of a line
    near = min(_NEIGHBOURS, len(known))
    table = np.zeros((len(known), 2 * near), np.float32)
    for side, (a, b) in enumerate(((stream[1:], stream[:-1]), (stream[:-1], stream[1:]))):
        fits = (a >= 0) & (b >= 0) & (b < near)
        pairs = np.bincount(a[fits] * near + b[fits], minlength=len(known) * near)
        table[:, side * near : (side + 1) * near] = pairs.reshape(len(known), near)
    vectors = _reduced(_surprise(table))
    groups = _grouped(vectors, min(classes, len(known)))
    return {word: str(groups[i]) for i, word in enumerate(known) if word[0].isalpha()}


def _surprise(table: NDArray[np.float32]) -> NDArray[np.float32]:
    """Positive pointwise mutual information."""
    whole = table.sum()
    rows = table.sum(axis=1, keepdims=True) + 1
    columns = table.sum(axis=0, keepdims=True) ** 0.75
    columns *= whole / columns.sum()
    with np.errstate(divide="ignore"):
        found = np.log(table * whole / (rows * columns + 1e-9))
    return np.asarray(np.maximum(found, 0), np.float32)


def _reduced(table: NDArray[np.float32]) -> NDArray[np.float32]:
    """The main directions of the rows (randomised SVD), of unit length."""
    draw = np.random.default_rng(_SEED)
    basis = table @ draw.standard_normal((table.shape[1], _DIMENSIONS + 16)).astype(np.float32)
    for _ in range(3):
        basis, _ = np.linalg.qr(table @ (table.T @ basis))
    left, sizes, _ = np.linalg.svd(basis.T @ table, full_matrices=False)
    vectors = (basis @ left)[:, :_DIMENSIONS] * np.sqrt(sizes[:_DIMENSIONS])
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9), np.float32)


def _grouped(vectors: NDArray[np.float32], classes: int) -> NDArray[np.int64]:
    """Spherical k-means; the frequent words are the first centres."""
    centres = vectors[:classes].copy()
    groups = np.zeros(len(vectors), np.int64)
    for _ in range(_ROUNDS):
        groups = (vectors @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, groups, vectors)
        filled = np.linalg.norm(sums, axis=1) > 0
        centres[filled] = sums[filled] / np.linalg.norm(sums[filled], axis=1, keepdims=True)
    return groups
