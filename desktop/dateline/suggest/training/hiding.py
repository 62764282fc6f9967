"""Lexicons with part of their lists missing, so that a model learns from names that no list knows.

The lists were written beside the articles that models learn from; on articles of tomorrow they know less. What a
model sees while it learns must be as incomplete as what it will see.
"""

from __future__ import annotations

import random
from dataclasses import replace

from dateline.suggest.lexicon import COUNTRY, Lexicon

SHARES = {"PERSON": 0.6, "ORG": 0.4, "GPE": 0.35, "LOC": 0.35, "FAC": 0.45, "EVENT": 0.5, "LAW": 0.5, "PRODUCT": 0.5}
"""What part of the entries is hidden, by label; nationalities and countries are complete lists."""

_FEW = 0.05
_GIVEN = 0.35
_HEADS = 0.12
_TITLES = 0.08


def hidden(lex: Lexicon, seed: int) -> Lexicon:
    """The lexicon without a random part of its names, first names, head words and titles."""
    draw = random.Random(seed)
    gone = {
        (label, name)
        for label, name, country in sorted(
            {(e.label, e.name, e.kind == COUNTRY) for row in lex.entries.values() for e in row}
        )
        if draw.random() < (_FEW if country else SHARES.get(label, _FEW))
    }
    entries = {
        word: kept for word, row in lex.entries.items() if (kept := [e for e in row if (e.label, e.name) not in gone])
    }
    places = {" ".join(e.words) for row in entries.values() for e in row if e.label in ("GPE", "LOC")}
    return replace(
        lex,
        entries=entries,
        first_names=frozenset(n for n in sorted(lex.first_names) if draw.random() >= _GIVEN),
        heads={word: label for word, label in sorted(lex.heads.items()) if draw.random() >= _HEADS},
        titles={word: bare for word, bare in sorted(lex.titles.items()) if draw.random() >= _TITLES},
        places=frozenset(places),
        countries=frozenset(e.name for row in entries.values() for e in row if e.kind == COUNTRY),
    )
