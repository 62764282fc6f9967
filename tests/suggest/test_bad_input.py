"""Texts that nobody wishes for: endless, without capitals, scanned, of marks alone. Linear time, a notice, no crash."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.core.suggestion import Request, Suggestions
from dateline.suggest.suggester import LONG, SpacySuggester, parts

STORY = (
    "Dışişleri Bakanı Selim Harbi dün Ankara'da İran heyetiyle görüştü ve 3 milyon dolarlık anlaşma imzaladı. "
    'Harbi, "Görüşme yararlı oldu." dedi. '
)
SUGGESTER = SpacySuggester()


def ask(text: str, language: str = "tr") -> Suggestions:
    return SUGGESTER.suggest(Request(text, language, date(2026, 2, 1)))


def keys(text: str, language: str = "tr") -> list[str]:
    return [notice.key for notice in ask(text, language).notices]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (STORY.upper(), "suggest.all_capitals"),
        (STORY.lower(), "suggest.no_capitals"),
        (STORY + "Top-\nlantıda karar-\nlar alındı, açık-\nlama yapıldı.", "suggest.divided"),
        ("Bak0n Ank1ra g0rüştü yap1lan t0plantı kar0r " * 3 + STORY, "suggest.scanned"),
        ("12, 34: %5!", "suggest.no_letters"),
        ("Der Bundeskanzler hat am Montag mit dem Präsidenten über die Lage gesprochen. " * 6, "suggest.looks_other"),
        ("The minister said that the talks of the two sides were to go on in the spring. " * 4, "suggest.looks_en"),
    ],
)
def test_what_is_odd_about_a_text_is_said(text: str, key: str) -> None:
    assert key in keys(text)


def test_ordinary_news_and_single_words_get_no_notice() -> None:
    assert keys(STORY * 2) == []
    assert keys("Ankara") == []
    assert keys("") == ["suggest.no_letters"]


@pytest.mark.parametrize(
    "piece",
    ["a", "\nA", "“a ", "\"", "'a ", "« Ali ", "1 ", ". ", "Ali ", "Ali' ", "a-", "% ", "3 Mart ", "görüştü ",
     STORY.lower(), STORY.upper(), STORY, "\"Geldik.\" dedi. ", "( ", "salı günü "],
)  # fmt: skip
def test_twice_as_much_of_anything_takes_about_twice_as_long(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        ask(text)
        return time.process_time() - start

    seconds(2_000)
    short, long = seconds(LONG // 4), seconds(LONG - 1)
    assert long < 10 * short + 0.5


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aİıB1. \n\"“”'’-%()\u00a0\ud800😀,:", max_size=200), st.sampled_from(["tr", "en", "de"]))
def test_every_text_gets_an_answer_whose_places_lie_in_it(text: str, language: str) -> None:
    found = ask(text, language)
    for mention in found.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)


def test_a_name_learned_in_an_early_part_is_known_in_a_later_one() -> None:
    filler = "Toplantı uzun sürdü ve kararlar alındı.\n" * (LONG // 38)
    text = "Toplantıya Dışişleri Bakanı Selim Zorbalin katıldı.\n" + filler + "Zorbalin dün konuştu.\n"
    assert len(list(parts(text))) > 1
    later = [m for m in ask(text).mentions if m.span.start > LONG and m.label == "PERSON"]
    assert [m.name for m in later] == ["Selim Zorbalin"]


def test_parts_hold_the_whole_text_and_leave_quotes_whole() -> None:
    for text in (STORY * 400, (STORY + "\n") * 400, "a" * (3 * LONG), "“Çok uzun. " * 4_000):
        ranges = list(parts(text))
        assert "".join(text[a:b] for a, b in ranges) == text
    text = STORY * 400
    for _, end in list(parts(text))[:-1]:
        assert text[:end].count('"') % 2 == 0


def test_nothing_is_said_twice_where_parts_overlap() -> None:
    found = ask((STORY + "\n") * 300)
    places = [(m.span, m.label) for m in found.mentions]
    assert len(places) == len(set(places))
    assert len({q.span for q in found.quotes}) == len(found.quotes) == 300
    assert all(q.speaker for q in found.quotes)
