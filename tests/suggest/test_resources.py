"""The files that the suggester reads: well formed, and equal in both languages where they must be."""

from __future__ import annotations

import json
import re

import pytest

from dateline.core import assets
from dateline.suggest.lexicon import lexicon

LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "LAW", "EVENT", "PRODUCT"}


def _sentences(language: str) -> dict[str, str]:
    sentences: dict[str, str] = json.loads(assets.path("messages", f"suggest.{language}.json").read_text("utf-8"))
    return sentences


def test_messages_have_the_same_keys_and_places_in_both_languages() -> None:
    turkish, english = _sentences("tr"), _sentences("en")
    assert turkish.keys() == english.keys()
    for key, sentence in turkish.items():
        assert key.startswith("suggest.")
        assert set(re.findall(r"{(\w+)}", sentence)) == set(re.findall(r"{(\w+)}", english[key])), key


def test_every_reason_in_the_code_has_its_sentence() -> None:
    code = assets.root().parent / "desktop" / "dateline" / "suggest"
    named = {
        key for file in code.glob("*.py") for key in re.findall(r'"(suggest\.[a-z_.]+[a-z])"', file.read_text("utf-8"))
    }
    assert named
    assert named <= _sentences("en").keys()


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_entry_has_words_and_a_label(language: str) -> None:
    entries = [entry for found in lexicon(language).entries.values() for entry in found]
    assert len(entries) > 2000
    assert all(entry.words and entry.name and entry.label in LABELS for entry in entries)


def test_every_country_has_its_code_once_and_names_in_both_languages() -> None:
    rows = [
        [cell.strip() for cell in line.split(";")]
        for line in assets.path("gazetteers", "countries.tsv").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    codes = [row[0] for row in rows]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch("[A-Z]{3}", row[0]) and row[1] and row[2] for row in rows)
