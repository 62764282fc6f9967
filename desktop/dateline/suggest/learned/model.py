"""The recogniser that ships for a language: its chain, what it knows about words, and how far its numbers hold."""

from __future__ import annotations

import json
import zipfile
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dateline.core import assets
from dateline.suggest.learned import crf
from dateline.suggest.learned.crf import Chain
from dateline.suggest.learned.features import TAGS, Features
from dateline.suggest.lexicon import Lexicon

Table = Sequence[tuple[float, float]]
"""Steps of a raw probability: (up to, share that was right among held-out mentions), ascending in both."""

SHARED = "*"
"""The table of labels that are too rare for one of their own."""


@dataclass(frozen=True)
class NameModel:
    """`uses`: word → `class.share` (see `training.clusters`); `tables`: by label."""

    chain: Chain
    uses: Mapping[str, str]
    tables: Mapping[str, Table]
    _kept: list[Features[bytes]] = field(default_factory=list, compare=False, repr=False)

    def features(self, lex: Lexicon) -> Features[bytes]:
        """What reads words for the chain; it knows again the forms of articles before, read beside the same lexicon."""
        for known in self._kept:
            if known.lex is lex:
                return known
        made = Features(lex, self.uses, self.chain.places)
        self._kept[:] = [made]
        return made

    def score(self, label: str, raw: float) -> float | None:
        """The calibrated probability; None where nothing was held out to calibrate on."""
        table = self.tables.get(label) or self.tables.get(SHARED)
        if not table:
            return None
        place = bisect_left(table, raw, key=lambda step: step[0])
        return table[min(place, len(table) - 1)][1]


class NoModelError(Exception):
    """There is no usable model. `key`: the notice that says so."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def path_of(language: str) -> Path:
    """Where the model of a language is kept."""
    return assets.path("models", f"ner-{language}", "names.npz")


def read(path: Path) -> NameModel:
    """A model from its file. Raises `NoModelError` where it is missing or cannot be used."""
    try:
        chain, uses, tables = crf.load(path)
        if tuple(chain.tags) != TAGS:
            raise ValueError("tags")
        steps = {label: [(float(a), float(b)) for a, b in rows] for label, rows in json.loads(tables).items()}
    except FileNotFoundError as error:
        raise NoModelError("suggest.model_missing") from error
    except (
        OSError,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        EOFError,
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
    ) as error:
        raise NoModelError("suggest.model_broken") from error
    return NameModel(chain, uses, steps)


@cache
def shipped(language: str) -> NameModel | str:
    """The model that ships, read once; the key of a notice where there is none."""
    try:
        return read(path_of(language))
    except NoModelError as none:
        return none.key
