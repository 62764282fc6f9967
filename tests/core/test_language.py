from __future__ import annotations

import json

import pytest

from dateline.core.language import guess
from paths import SHARED, needs_shared


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Heyet dün Ankara'ya geldi ve bir anlaşma imzalandı.", "tr"),
        ("HEYET ANKARA'YA GELDİ VE BİR ANLAŞMA İMZALANDI", "tr"),
        ("The delegation came to Ankara and signed an agreement.", "en"),
        ("THE DELEGATION CAME TO İSTANBUL WITH THE MINISTER OF TRADE", "en"),
        ("President Erdoğan and Mr Işıkçıoğlu of Şırnak were at the meeting, it said.", "en"),
        ("", "tr"),
        ("12345 😀", "tr"),
    ],
)
def test_small_words_and_letters_tell_the_language(text: str, language: str) -> None:
    assert guess(text) == language


@needs_shared
def test_every_annotated_article_is_recognised() -> None:
    forms = [json.loads(f.read_text(encoding="utf-8")) for f in sorted((SHARED / "gold").glob("*.json"))]
    assert [guess(form["text"]) for form in forms] == [form["language"] for form in forms]
