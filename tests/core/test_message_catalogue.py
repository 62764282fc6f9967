"""The sentences: every one in both languages, with the same places."""

from __future__ import annotations

import json
import string

import pytest

from dateline.core import assets
from dateline.core.messages import say

AREAS = sorted({file.name.split(".")[0] for file in assets.path("messages").glob("*.json")})


def sentences(area: str, language: str) -> dict[str, str]:
    loaded: dict[str, str] = json.loads(assets.path("messages", f"{area}.{language}.json").read_text(encoding="utf-8"))
    return loaded


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_say_the_same_things(area: str) -> None:
    turkish, english = sentences(area, "tr"), sentences(area, "en")
    assert list(turkish) == list(english)
    assert {key: places(s) for key, s in turkish.items()} == {key: places(s) for key, s in english.items()}
    assert all(s.strip() for s in (*turkish.values(), *english.values()))


def test_a_sentence_that_nobody_knows_is_its_key() -> None:
    assert say("nothing.here", "tr") == "nothing.here"
    assert say("storage.exists", "xx", path="a") == say("storage.exists", "en", path="a")
