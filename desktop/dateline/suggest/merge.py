"""Settles proposals that cross or repeat each other: the surer one stays, nesting only where it is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from dateline.suggest.analysis import Found, analysis_of
from dateline.suggest.lexicon import Lexicon, lexicon

COUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
"""Labels of numbers and times: their grammars are exact, a name never crosses them."""

_STRETCH = 128

_NESTED = {
    ("ORG", "GPE"),
    ("FAC", "GPE"),
    ("LOC", "GPE"),
    ("QUANTITY", "NORP"),
    ("QUANTITY", "PRODUCT"),
    ("QUANTITY", "ORG"),
    ("QUANTITY", "GPE"),
    ("DATE", "EVENT"),
}


def settle(found: Iterable[Found], lex: Lexicon) -> list[Found]:
    """The mentions that stand, in the order of the text.

    A country inside the name of an institution, work or border stays (guidelines: nested and required); other
    names inside names go. Of equal or crossing spans the one of higher priority stays, then the longer one.
    """
    kept: list[Found] = []
    near: dict[int, list[Found]] = defaultdict(list)  # by stretches of the text, so that long texts stay quick
    for f in sorted(found, key=lambda f: (-(f.priority + 100 * (f.label in COUNTED)), f.start - f.end, f.start)):
        stretches = range(f.start // _STRETCH, f.end // _STRETCH + 1)
        others = [other for n in stretches for other in near[n] if f.overlaps(other.start, other.end)]
        if all(_together(f, other, lex) for other in others):
            kept.append(f)
            for n in stretches:
                near[n].append(f)
    return sorted(kept, key=lambda f: (f.start, -f.end))


def _together(a: Found, b: Found, lex: Lexicon) -> bool:
    outer, inner = (a, b) if a.end - a.start > b.end - b.start else (b, a)
    within = (
        outer.start <= inner.start and inner.end <= outer.end and (outer.start, outer.end) != (inner.start, inner.end)
    )
    if not within or (outer.label, inner.label) not in _NESTED:
        return False
    if outer.label == "LOC" and not str(outer.params.get("head", "")).startswith("sınır"):
        return False  # "İran sınırı" holds a country, "Umman Denizi" is the name of a sea
    return outer.label == "QUANTITY" or inner.label == "EVENT" or inner.name in lex.countries


@Language.component("dateline_merge")
def merge(doc: Doc) -> Doc:
    """Leaves one proposal for every stretch of text, and gives each its canonical name."""
    analysis, text = analysis_of(doc), doc.text
    analysis.mentions = settle(analysis.mentions, lexicon(analysis.language))
    for f in analysis.mentions:
        f.name = f.name or text[f.start : f.end]
    return doc
