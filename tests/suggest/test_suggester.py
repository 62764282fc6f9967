"""The suggester as the rest of the program meets it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dateline.core import messages
from dateline.core.annotation import Status
from dateline.core.errors import Cancelled
from dateline.core.language import recognise
from dateline.core.suggestion import Request
from dateline.core.text import digest
from dateline.suggest.suggester import LONG, SpacySuggester, parts
from paths import SHARED, needs_shared

SUGGESTER = SpacySuggester()
TEXT = "Umman Dışişleri Bakanı Selim Tarhuni, salı günü Cenevre'de ABD heyetiyle görüştü."


def test_suggestions_carry_the_digest_and_wait_for_a_decision() -> None:
    answer = SUGGESTER.suggest(Request(TEXT, "tr", date(2026, 2, 14)))
    assert answer.sha256 == digest(TEXT)
    assert {m.status for m in answer.mentions} == {Status.SUGGESTED}
    assert len({m.id for m in answer.mentions}) == len(answer.mentions) >= 5


def test_what_no_file_could_hold_moves_no_offset() -> None:
    text = "\ud83d \x00" + TEXT
    answer = SUGGESTER.suggest(Request(text, "tr", date(2026, 2, 14)))
    assert answer.sha256 == digest(text)
    assert "Cenevre" in {m.span.of(text) for m in answer.mentions}


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_suggestion_is_explained_in_words(language: str) -> None:
    for mention in SUGGESTER.suggest(Request(TEXT)).mentions:
        sentence = mention.origin.explain(language)
        assert sentence != mention.origin.reason
        assert "{" not in sentence


def test_a_rejected_form_is_not_suggested_again_under_its_label() -> None:
    request = Request(TEXT, rejected=frozenset({("CENEVRE", "GPE"), ("ABD", "ORG")}))
    words = {m.span.of(TEXT) for m in SUGGESTER.suggest(request).mentions}
    assert "Cenevre" not in words
    assert "ABD" in words


def test_a_long_text_is_worked_on_in_parts_with_offsets_into_the_whole() -> None:
    text = "\n\n".join([TEXT] * (2 * LONG // len(TEXT)))
    steps: list[tuple[int, int]] = []
    answer = SUGGESTER.suggest(Request(text), lambda done, total: steps.append((done, total)))
    assert len(steps) > 2
    assert steps[-1] == (len(text), len(text))
    assert sum(m.span.of(text) == "Cenevre" for m in answer.mentions) == text.count("Cenevre")


def test_parts_cover_the_text_without_gaps() -> None:
    text = ("Bir cümle daha. " * 20 + "\n") * 400
    ranges = list(parts(text))
    assert [a for a, _ in ranges] == [0, *(b for _, b in ranges[:-1])]
    assert ranges[-1][1] == len(text)
    assert max(b - a for a, b in ranges) <= LONG


def test_cancelling_leaves_at_the_next_step() -> None:
    def cancel(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        SUGGESTER.suggest(Request((TEXT + "\n") * 500), cancel)


@pytest.mark.parametrize("text", ["", "   \n\n ", "12.03.2024 – 14.30 %5", "🙂🙂"])
def test_a_text_without_letters_gets_a_notice_and_nothing_else(text: str) -> None:
    answer = SUGGESTER.suggest(Request(text))
    assert [n.key for n in answer.notices] == ["suggest.no_letters"]
    assert not answer.mentions


def test_another_language_than_set_is_noticed() -> None:
    english = "The talks in the capital were held by the two sides and it was said that they will go on in the spring."
    assert recognise(english) == "en"
    assert "suggest.looks_en" in [n.key for n in SUGGESTER.suggest(Request(english, "tr")).notices]
    assert recognise("Bir iki üç") is None


def test_an_unknown_language_is_read_with_the_english_rules() -> None:
    answer = SUGGESTER.suggest(Request("President John Miller visited Berlin.", "de"))
    assert {m.label for m in answer.mentions} >= {"PERSON", "GPE"}


@needs_shared
def test_the_founding_article_keeps_its_names() -> None:
    gold = json.loads((SHARED / "gold" / "seed.json").read_text(encoding="utf-8"))
    named = {"PERSON", "ORG", "GPE", "LOC", "NORP", "TITLE"}
    wanted = {(e["start"], e["end"], e["label"]) for e in gold["entities"] if e["label"] in named}
    answer = SUGGESTER.suggest(Request(gold["text"], "tr"))
    found = {(m.span.start, m.span.end, m.label) for m in answer.mentions if m.label in named}
    assert len(wanted & found) >= 0.92 * max(len(wanted), len(found))
