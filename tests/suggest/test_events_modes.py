"""How an event was carried out, read from the words around its trigger."""

from __future__ import annotations

import pytest
from events_help import sample

from dateline.core.codebook import bundled
from dateline.suggest.events.modes import cues, mode_of
from dateline.suggest.events.view import view_of


def mode(text: str, trigger: str, kind: str, language: str = "tr") -> str | None:
    view = view_of(sample(text, language, []))
    at = next(n for n, word in enumerate(view.words) if word.text == trigger)
    return mode_of(view, at, kind)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("İki bakan telefonda uzun uzun görüştü.", "görüştü", "CONSULT", "phone"),
        ("Kente insansız hava aracıyla saldırı düzenlendi.", "saldırı", "ASSAULT", "drone"),
        ("Köye hava saldırısı düzenlendi.", "saldırısı", "ASSAULT", "aerial"),
        ("Üç kişi dün gözaltına alındı.", "gözaltına", "COERCE", "arrest"),
        ("Limanda işçiler greve gitti.", "greve", "PROTEST", "strike"),
        ("Üç diplomat sınır dışı edildi.", "dışı", "SANCTION", "expel"),
        ("Taraflar başkentte görüştü.", "görüştü", "CONSULT", None),
    ],
)
def test_the_nearest_cue_tells_the_mode(text: str, trigger: str, kind: str, expected: str | None) -> None:
    assert mode(text, trigger, kind) == expected


def test_a_cue_beyond_the_clause_tells_nothing() -> None:
    assert mode("Telefon sustu; iki bakan görüştü.", "görüştü", "CONSULT") is None


def test_english_cues_are_read_too() -> None:
    assert mode("A drone attack hit the port.", "attack", "ASSAULT", "en") == "drone"


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_cue_belongs_to_a_mode_of_the_codebook(language: str) -> None:
    book = bundled()
    strange = [
        (kind, mode)
        for kind, rows in cues(language).items()
        for _, mode in rows
        if kind not in book.type_by_id or mode not in book.type_by_id[kind].modes
    ]
    assert strange == []
