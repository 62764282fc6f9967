"""The learned recogniser as a component: it weighs what the rules propose, adds what they miss, drops what is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.suggest.analysis import Found
from dateline.suggest.learned.crf import Chain
from dateline.suggest.learned.features import NAMES, OUTSIDE, featurise
from dateline.suggest.lexicon import Lexicon
from dateline.suggest.words import Word

PRIORITY = 85
"""Above every rule's: the rules' findings are among what the model weighs."""


def read(
    words: Sequence[Word],
    cuts: Sequence[int],
    found: Sequence[Found],
    lex: Lexicon,
    chain: Chain,
    clusters: Mapping[str, str],
) -> list[tuple[int, int, str, float]]:
    """What the model finds, as ranges of words with a label and the raw probability of its first and last word.

    `cuts`: the words that begin a sentence.
    """
    scores = chain.scores(featurise(words, found, lex, clusters))
    spans: list[tuple[int, int, str, float]] = []
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
            sure = min(float(shares[k, chain.tags.index(path[k])]) for k in range(i, end))
            spans.append((a + i, a + end, label, sure))
            i = end
    return spans


def combine(words: Sequence[Word], found: Sequence[Found], spans: Sequence[tuple[int, int, str, float]]) -> list[Found]:
    """The rules' findings and the model's: where both agree the rule explains, elsewhere the model decides."""
    ranges = {(words[a].start, words[b - 1].end): (label, sure) for a, b, label, sure in spans}
    kept: list[Found] = []
    agreed = set()
    for f in found:
        if f.label not in NAMES:
            kept.append(f)
            continue
        label, _ = ranges.get((f.start, f.end), ("", 0.0))
        if label == f.label:
            f.priority = PRIORITY
            agreed.add((f.start, f.end))
            kept.append(f)
        elif not label and any(a <= f.start and f.end <= b for a, b in ranges):
            kept.append(f)  # inside another name; `merge` knows which may stand there
    for (start, end), (label, sure) in ranges.items():
        if (start, end) not in agreed:
            kept.append(
                Found(
                    start, end, label, "model", f"suggest.model.{label.lower()}", {"sure": str(sure)}, priority=PRIORITY
                )
            )
    return kept
