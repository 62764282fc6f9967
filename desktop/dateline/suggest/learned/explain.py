"""Why the model says so, in a sentence for people: the kind of evidence that weighed most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dateline.suggest.learned.crf import Chain
from dateline.suggest.words import Word

KINDS = ("word", "form", "before", "after", "last", "list", "rule", "article", "use")

_BY_NAME = {
    "w": "word",
    "e1": "form",
    "e2": "form",
    "e3": "form",
    "e4": "form",
    "p3": "form",
    "p4": "form",
    "s": "form",
    "s-1|s": "form",
    "s|s+1": "form",
    "run-w": "last",
    "run-e3": "last",
    "run-head": "last",
    "head": "last",
    "g": "list",
    "r": "rule",
    "told": "article",
    "c": "use",
    "n": "use",
}
_SEEN = ("seen|", "once|")


@lru_cache(maxsize=20_000)
def kind(feature: str) -> str:
    """The kind of evidence that a feature is; "" for what would tell a person nothing."""
    if feature.startswith(_SEEN):
        return "article"
    if feature.startswith("-1"):
        return "before"
    if feature.startswith(("1", "run+1", "'", "run-'")):
        return "after"
    return _BY_NAME.get(feature.partition("=")[0], "form" if feature.startswith("cap") else "")


def reason(
    words: Sequence[Word], rows: Sequence[Iterable[str]], start: int, end: int, tags: Sequence[int], chain: Chain
) -> tuple[str, dict[str, str]]:
    """The message key and its places for a name over words `start..end`. `rows`: the features of these words."""
    weight: dict[str, float] = defaultdict(float)
    for i, row, tag in zip(range(start, end), rows, tags, strict=True):
        for feature, value in chain.evidence(row, tag).items():
            what = kind(feature)
            outer = (what == "before" and i > start) or (what == "after" and i < end - 1)
            weight["" if outer else what] += value
    told = {what: value for what, value in weight.items() if what}
    best = max(sorted(told), key=lambda what: told[what], default="form")
    if best == "before" and not start:
        best = "form"
    last = words[end - 1]
    if best == "after" and not last.suffix and end >= len(words):
        best = "form"
    shown = {
        "before": words[start - 1].text if start else "",
        "after": f"{last.text}'{last.suffix}" if last.suffix else words[end].text if end < len(words) else "",
        "last": last.text,
    }.get(best, words[start].text)
    return f"suggest.model.{best}", {"word": shown}
