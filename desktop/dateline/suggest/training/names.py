"""Learns the recogniser of names from annotated texts (python-crfsuite does the fitting; only training needs it)."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from dateline.suggest.analysis import Analysis, Found, analysis_of
from dateline.suggest.learned.crf import Chain
from dateline.suggest.learned.features import OUTSIDE, TAGS, featurise, outermost
from dateline.suggest.lexicon import Lexicon, lexicon, standing_in
from dateline.suggest.merge import settle
from dateline.suggest.pipeline import COMPONENTS, analyse, build
from dateline.suggest.training.hiding import hidden
from dateline.suggest.training.sources import Text
from dateline.suggest.words import Word

VARIANTS = 6
_OURS = "w s r c e3 p3 bias run-w 1w -1w g k n".split()
"""Features that are learned a second time from our own articles alone, where conventions differ from elsewhere."""


@dataclass(frozen=True)
class Sentence:
    """One sentence: the features of its words and their tags."""

    rows: list[list[str]]
    tags: list[str]
    own: bool


def rules(language: str) -> Language:
    """The pipeline up to where the learned recogniser stands."""
    names = COMPONENTS[: COMPONENTS.index("dateline_within") + 1]
    return build(language, [name for name in names if name != "dateline_ner"])


def sequences(
    texts: Iterable[Text], nlp: Language, clusters: Mapping[str, str], hide: Mapping[int, Lexicon], turn: int = 0
) -> Iterator[Sentence]:
    """The sentences of texts. `hide`: lexicons to work with in turn (see `hiding`); empty: the whole lexicon."""
    for n, text in enumerate(texts):
        lex = hide[(n + turn) % len(hide)] if hide else lexicon(text.language)
        with standing_in(lex):
            doc = analyse(nlp, text.text, text.language, text.published)
            analysis: Analysis = analysis_of(doc)
            words = analysis.words
            rows = featurise(words, settle(analysis.mentions, lex), lex, clusters)
        tags = _tags(text, words)
        starts = {token.idx for token in doc if token.is_sent_start}
        cuts = [i for i, word in enumerate(words) if i and word.start in starts]
        for a, b in zip([0, *cuts], [*cuts, len(words)], strict=True):
            if a < b:
                yield Sentence(rows[a:b], tags[a:b], text.own)


def _tags(text: Text, words: Sequence[Word]) -> list[str]:
    tags = [OUTSIDE] * len(words)
    gold = [Found(a, b, label, "", "") for a, b, label in (*text.spans, *text.optional)]
    for start, end, f in outermost(gold, words):
        for i in range(start, end):
            tags[i] = ("B-" if i == start else "I-") + f.label
    return tags


def fit(examples: Iterable[Sentence], *, rounds: int = 60, l1: float = 0.15, l2: float = 0.02) -> Chain:
    """A chain by L-BFGS with elastic net; what weighs nothing is left out. Raises ImportError without the fitter."""
    crfsuite: Any = importlib.import_module("pycrfsuite")
    trainer = crfsuite.Trainer(verbose=False)
    for example in examples:
        rows = example.rows
        if example.own:
            rows = [[*row, *(f"!{f}" for f in row if f.partition("=")[0] in _OURS)] for row in rows]
        trainer.append(rows, example.tags)
    trainer.select("lbfgs")
    trainer.set_params({"c1": l1, "c2": l2, "max_iterations": rounds, "feature.minfreq": 2})
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "names.crfsuite")
        trainer.train(file)
        tagger = crfsuite.Tagger()
        tagger.open(file)
        info = tagger.info()
        tagger.close()
    return _chain(info.state_features, info.transitions)


def _chain(weights: Mapping[tuple[str, str], float], moves: Mapping[tuple[str, str], float]) -> Chain:
    """Weights of `!f` are added to those of `f`: the article that is read is one of ours."""
    places: dict[str, int] = {}
    column = {tag: i for i, tag in enumerate(TAGS)}
    for feature, _ in sorted(weights):
        places.setdefault(feature.removeprefix("!"), len(places))
    states = np.zeros((len(places), len(TAGS)), np.float32)
    for (feature, name), weight in weights.items():
        states[places[feature.removeprefix("!")], column[name]] += weight
    table = np.full((len(TAGS), len(TAGS)), 0.0, np.float32)
    for (before, behind), weight in moves.items():
        table[column[before], column[behind]] = weight
    for a, first in enumerate(TAGS):
        for b, second in enumerate(TAGS):
            if second[0] == "I" and first[1:] != second[1:]:
                table[a, b] = -30.0  # what goes on must have begun
    return Chain(TAGS, places, states, table)


def variants(language: str, count: int = VARIANTS) -> dict[int, Lexicon]:
    """The lexicons with parts hidden that learning goes through."""
    return {n: hidden(lexicon(language), n) for n in range(count)}
