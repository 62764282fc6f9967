from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.sentences import Sentences
from dateline.core.spans import Span
from dateline.core.text import MAX_LENGTH
from paths import SHARED, needs_shared


def sentences(text: str, language: str = "tr") -> list[str]:
    return [span.of(text) for span in Sentences(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heyet geldi. Bakan konuştu.", ["Heyet geldi.", "Bakan konuştu."]),
        ("Dr. Ayla Tan ile Prof. Kaan Er görüştü. Gitti.", ["Dr. Ayla Tan ile Prof. Kaan Er görüştü.", "Gitti."]),
        ("K. Doruk konuştu. Sustu.", ["K. Doruk konuştu.", "Sustu."]),
        ("Birlik 3. Ordu emrine girdi. Döndü.", ["Birlik 3. Ordu emrine girdi.", "Döndü."]),
        ("Olay 2024. Sonra sustular.", ["Olay 2024.", "Sonra sustular."]),
        ("Saat 14.30'da başladı. 15.00'te bitti.", ["Saat 14.30'da başladı.", "15.00'te bitti."]),
        ("“Geldik. Gördük.” dedi. Gitti.", ["“Geldik. Gördük.” dedi.", "Gitti."]),
        ("“Geldik. Gördük.” Bakan böyle dedi.", ["“Geldik. Gördük.”", "Bakan böyle dedi."]),
        ('"Geldik! Gördük." dedi. Gitti.', ['"Geldik! Gördük." dedi.', "Gitti."]),
        ("Boyu 5\" idi. Sonra uzadı.", ['Boyu 5" idi.', "Sonra uzadı."]),
        ("ARA BAŞLIK\n\nHeyet geldi", ["ARA BAŞLIK", "Heyet geldi"]),
        (" date 2026-02-14 Heyet geldi.", ["date 2026-02-14", "Heyet geldi."]),
        ("Geldi mi?.. Geldi… Evet!", ["Geldi mi?..", "Geldi…", "Evet!"]),
        ("", []),
        (" \n ", []),
    ],
)  # fmt: skip
def test_turkish_news_is_cut_where_a_reader_would_cut_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_number_ends_an_english_sentence_but_not_a_turkish_one() -> None:
    text = "The dead were 12. The search goes on."
    assert len(sentences(text, "en")) == 2
    assert len(sentences(text, "tr")) == 1


def test_a_span_over_two_sentences_has_both_around_it() -> None:
    text = "Bir geldi. İki gitti. Üç kaldı."
    assert Sentences(text).around(Span(5, 14)).of(text) == "Bir geldi. İki gitti."
    assert Sentences(text).around(Span(11, 14)).of(text) == "İki gitti."


@given(st.text(alphabet="aB1. \n\"“”!'\u00a0😀", max_size=60), st.data())
def test_the_sentence_around_a_span_always_covers_it_and_sentences_never_overlap(
    text: str, data: st.DataObject
) -> None:
    found = Sentences(text)
    spans = list(found)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        assert found.around(Span(start, end)).contains(Span(start, end))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["“a. B ", '"a. B ', "a. B ", ".", ".”", "“", "a", ". ", "\n.", "1. "])
def test_a_huge_line_of_one_pattern_is_cut_in_a_moment(piece: str) -> None:
    text = piece * (MAX_LENGTH // 16 // len(piece)) + " b"
    assert Sentences(text).around(Span(len(text) - 1, len(text))).end == len(text)


@needs_shared
def test_triggers_of_annotated_articles_have_evidence_of_a_readable_length() -> None:
    lengths = []
    for file in sorted((SHARED / "gold").glob("*.json")):
        form = json.loads(file.read_text(encoding="utf-8"))
        found = Sentences(form["text"], form["language"])
        for event in form["events"]:
            evidence = found.around(Span(event["trigger"]["start"], event["trigger"]["end"]))
            lengths.append(len(evidence))
            assert "\n" not in evidence.of(form["text"])
    assert len(lengths) > 100
    assert sum(length <= 500 for length in lengths) > 0.97 * len(lengths)
