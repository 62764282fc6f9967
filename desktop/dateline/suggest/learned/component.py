"""The learned recogniser as a component: it weighs what the rules propose, adds what they miss, drops what is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain as joined

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from dateline.core.suggestion import Notice
from dateline.suggest.analysis import Found, analysis_of
from dateline.suggest.learned.crf import Chain, Floats
from dateline.suggest.learned.explain import reason
from dateline.suggest.learned.features import NAMES, OUTSIDE, TAGS, Article, Features, outermost
from dateline.suggest.learned.model import NameModel, shipped
from dateline.suggest.lexicon import Lexicon, lexicon
from dateline.suggest.merge import settle
from dateline.suggest.newsdoc import pieces
from dateline.suggest.within import within
from dateline.suggest.words import Word, word_at

PRIORITY = 85
"""Above every rule's: the rules' findings are among what the model weighs."""

TRUST = 2.0
"""Added to the weight of what a rule proposes: the model learned beside rules that knew less than they do."""

SURE = 50
"""Rules of a lower priority guess, and get no such bonus."""


NOTHING = TAGS.index(OUTSIDE)

ADD, OVERRULE = 0.6, 0.8
"""How likely a name must be to stand where no rule proposes one, and to stand against a sure rule."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that stands: a range of words, a label; its raw probability and tags, 0 and () where only a rule holds it;
    the reason and its places where no rule explains it."""

    start: int
    end: int
    label: str
    raw: float = 0.0
    tags: tuple[int, ...] = ()
    reason: str = ""
    params: Mapping[str, str] = field(default_factory=dict)


def read(
    words: Sequence[Word], cuts: Sequence[int], found: Sequence[Found], lex: Lexicon, model: NameModel
) -> list[Name]:
    """The names that stand. `cuts`: the words that begin a sentence; `found`: the rules' findings, settled.

    What no rule proposes must be likely enough (`ADD`); what crosses or drops a sure rule's finding, likelier still.
    """
    chain = model.chain
    article = Article(words, found, lex)
    scores = chain.scores(model.features(lex).rows(article))
    ruled = outermost(found, words)
    sure = [(start, end, f.label) for start, end, f in ruled if f.priority >= SURE]
    for start, end, label in sure:
        scores[start, chain.tags.index(f"B-{label}")] += TRUST
        scores[start + 1 : end, chain.tags.index(f"I-{label}")] += TRUST
    read: list[Name] = []
    nothing = np.zeros(len(words), np.float32)
    sentences = list(zip(cuts, [*cuts[1:], len(words)], strict=True))
    ruled_in = [any(a <= start < b for start, _, _ in sure) for a, b in sentences]
    paths = chain.best([scores[a:b] for a, b in sentences])
    named = [
        (a, b, path)
        for (a, b), path, rule in zip(sentences, paths, ruled_in, strict=True)
        if rule or any(tag != NOTHING for tag in path)
    ]
    for (a, b, path), shares in zip(named, chain.marginals([scores[a:b] for a, b, _ in named]), strict=True):
        nothing[a:b] = shares[:, NOTHING]
        read += _spans(chain, a, path, shares)
    same = {(start, end, f.label) for start, end, f in ruled}
    told = Features(lex, model.uses, tuple)
    names = []
    taken = np.zeros(len(words), bool)
    for name in read:
        if (name.start, name.end, name.label) not in same:
            crossed = [f for start, end, f in ruled if start < name.end and name.start < end]
            least = OVERRULE if any(f.priority >= SURE for f in crossed) else ADD
            if name.raw < least or any(_proven(f, name.label, words) for f in crossed):
                continue
            rows = [joined.from_iterable(told.word(article, i)) for i in range(name.start, name.end)]
            key, params = reason(words, rows, name.start, name.end, name.tags, chain)
            name = replace(name, reason=key, params=params)
        taken[name.start : name.end] = True
        names.append(name)
    for start, end, label in sure:
        if not taken[start:end].any() and nothing[start:end].max() < OVERRULE:
            names.append(Name(start, end, label))
    return names


def _proven(f: Found, label: str, words: Sequence[Word]) -> bool:
    """Whether the article itself says what these words are: an abbreviation that it explains is never longer."""
    text = " ".join(word.text for word in words[word_at(words, f.start) : word_at(words, f.end)])
    return f.source == "rule" and f.label == label != "PERSON" and text.isupper() and f.name not in ("", text)


def _spans(chain: Chain, offset: int, path: Sequence[int], shares: Floats) -> list[Name]:
    """The names in the best path of one sentence, whose first word is word `offset` of the article."""
    names = []
    i = 0
    while i < len(path):
        tag = chain.tags[path[i]]
        end = i + 1
        if path[i] != NOTHING:
            while end < len(path) and chain.tags[path[end]] == f"I-{tag[2:]}":
                end += 1
            raw = min(float(shares[k, path[k]]) for k in range(i, end))
            names.append(Name(offset + i, offset + end, tag[2:], raw, tuple(path[i:end])))
        i = end
    return names


def combine(words: Sequence[Word], found: Sequence[Found], names: Sequence[Name], model: NameModel) -> list[Found]:
    """The rules' findings and the model's: where both agree the rule explains, elsewhere the model does.

    A rule's finding that is none of the names goes, but for one inside a name: `merge` knows which may stand there.
    """
    spans = {(words[n.start].start, words[n.end - 1].end): n for n in names}
    scores = {span: model.score(n.label, n.raw) if n.raw else None for span, n in spans.items()}
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
            kept.append(f)
    for (start, end), name in spans.items():
        if (start, end) not in agreed:
            score = scores[start, end]
            kept.append(
                Found(start, end, name.label, "model", name.reason, name.params, score=score, priority=PRIORITY)
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
