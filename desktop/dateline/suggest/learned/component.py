"""The learned recogniser as a component: it weighs what the rules propose, adds what they miss, drops what is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from dateline.core.suggestion import Notice
from dateline.suggest.analysis import Found, analysis_of
from dateline.suggest.learned.crf import Floats
from dateline.suggest.learned.explain import reason
from dateline.suggest.learned.features import NAMES, OUTSIDE, featurise, outermost
from dateline.suggest.learned.model import NameModel, shipped
from dateline.suggest.lexicon import Lexicon, lexicon
from dateline.suggest.merge import settle
from dateline.suggest.newsdoc import pieces
from dateline.suggest.within import within
from dateline.suggest.words import Word

PRIORITY = 85
"""Above every rule's: the rules' findings are among what the model weighs."""

TRUST = 2.0
"""Added to the weight of what a rule proposes: the model learned beside rules that knew less than they do."""

SURE = 50
"""Rules of a lower priority guess, and get no such bonus."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the model finds: a range of words, a label, its raw probability, the reason and its places."""

    start: int
    end: int
    label: str
    raw: float
    reason: str
    params: dict[str, str]


def read(
    words: Sequence[Word], cuts: Sequence[int], found: Sequence[Found], lex: Lexicon, model: NameModel
) -> list[Name]:
    """What the model finds. `cuts`: the words that begin a sentence; `found`: what the rules propose, settled."""
    chain = model.chain
    rows = featurise(words, found, lex, model.uses)
    scores = chain.scores(rows)
    _trust(scores, words, found, chain.tags)
    names: list[Name] = []
    for a, b in zip(cuts, [*cuts[1:], len(words)], strict=True):
        path = [chain.tags[k] for k in chain.best(scores[a:b])]
        if all(tag == OUTSIDE for tag in path):
            continue
        shares = chain.marginals(scores[a:b])
        i = 0
        while i < len(path):
            if path[i] == OUTSIDE:
                i += 1
                continue
            label, end = path[i][2:], i + 1
            while end < len(path) and path[end] == f"I-{label}":
                end += 1
            tags = [chain.tags.index(tag) for tag in path[i:end]]
            raw = min(float(shares[k, tag]) for k, tag in zip(range(i, end), tags, strict=True))
            key, params = reason(words, rows, a + i, a + end, tags, chain)
            names.append(Name(a + i, a + end, label, raw, key, params))
            i = end
    return names


def _trust(scores: Floats, words: Sequence[Word], found: Sequence[Found], tags: Sequence[str]) -> None:
    for start, end, f in outermost(found, words):
        if f.priority >= SURE:
            scores[start, tags.index(f"B-{f.label}")] += np.float32(TRUST)
            scores[start + 1 : end, tags.index(f"I-{f.label}")] += np.float32(TRUST)


def combine(words: Sequence[Word], found: Sequence[Found], names: Sequence[Name], model: NameModel) -> list[Found]:
    """The rules' findings and the model's: where both agree the rule explains, elsewhere the model decides."""
    spans = {(words[n.start].start, words[n.end - 1].end): n for n in names}
    scores = {span: model.score(n.label, n.raw) for span, n in spans.items()}
    kept: list[Found] = []
    agreed = set()
    for f in found:
        name = spans.get((f.start, f.end))
        if f.label not in NAMES:
            kept.append(f)
        elif name is not None and name.label == f.label:
            f.priority, f.score = max(f.priority, PRIORITY), scores[f.start, f.end]
            agreed.add((f.start, f.end))
            kept.append(f)
        elif name is None and any(a <= f.start and f.end <= b for a, b in spans):
            kept.append(f)  # inside another name; `merge` knows which may stand there
    for (start, end), name in spans.items():
        if (start, end) not in agreed:
            kept.append(
                Found(
                    start,
                    end,
                    name.label,
                    "model",
                    name.reason,
                    name.params,
                    score=scores[start, end],
                    priority=PRIORITY,
                )
            )
    return kept


@Language.component("dateline_ner")
def recognise(doc: Doc) -> Doc:
    """Settles names by the model; without one the rules' findings stay, and a notice says so."""
    analysis = analysis_of(doc)
    model = shipped(analysis.language)
    if isinstance(model, str):
        analysis.notices.append(Notice(model))
        return doc
    lex = lexicon(analysis.language)
    words = analysis.words
    if not words:
        return doc
    starts = {start for start, _, opens in pieces(doc) if opens}
    cuts = [i for i, word in enumerate(words) if not i or word.start in starts]
    names = read(words, cuts, settle(analysis.mentions, lex), lex, model)
    analysis.mentions = combine(words, analysis.mentions, names, model)
    within(doc)  # what the model found, too, is named, and found wherever else it stands
    return doc
