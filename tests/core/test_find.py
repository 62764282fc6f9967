"""Finding words as a Turkish reader means them, at places that are places of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.find import PatternError, Query, context, find, kept_context, occurrences, unlabelled
from dateline.core.spans import Span
from dateline.core.turkish import fold, fold_aligned

CITIES = "İSTANBUL, Istanbul, istanbul'da, ISPARTA, Isparta, Çankırı’nın, DİYARBAKIR"


def words(text: str, query: Query) -> list[str]:
    return [hit.of(text) for hit in find(text, query)]


@pytest.mark.parametrize("typed", ["istanbul", "İSTANBUL", "ISTANBUL", "ıstanbul"])
def test_every_spelling_finds_every_spelling(typed: str) -> None:
    assert words(CITIES, Query(typed)) == ["İSTANBUL", "Istanbul", "istanbul"]


def test_letters_without_their_dots_and_hooks_are_found() -> None:
    assert words(CITIES, Query("cankiri")) == ["Çankırı"]
    assert words(CITIES, Query("isparta")) == ["ISPARTA", "Isparta"]
    assert words(CITIES, Query("diyarbakır")) == ["DİYARBAKIR"]


@pytest.mark.parametrize("accent", ["¨", "˘", "¨ ¸"])
def test_an_accent_that_was_typed_alone_finds_nothing(accent: str) -> None:
    assert find("Şırnak ¨ ve", Query(accent)) == []


def test_exact_means_exact() -> None:
    assert words(CITIES, Query("Isparta", exact=True)) == ["Isparta"]


def test_a_whole_word_may_carry_a_suffix_behind_an_apostrophe_only_there() -> None:
    text = "Umman'da, Ummanlı, Ummanda, Umman."
    assert words(text, Query("Umman", whole_word=True)) == ["Umman", "Umman"]
    assert words(text, Query("Umman", suffixes=True)) == ["Umman", "Ummanlı", "Ummanda", "Umman"]


def test_a_name_is_not_found_within_another_word() -> None:
    assert occurrences("Romanya ve Roma'da Romalılar, Aroma", "Roma") == [Span(11, 15), Span(19, 28)]


def test_words_are_found_across_a_line_end() -> None:
    assert words("Dışişleri\nBakanı", Query("dışişleri bakanı")) == ["Dışişleri\nBakanı"]


def test_a_pattern_is_a_pattern_and_a_broken_one_says_so() -> None:
    assert words("6 Şubat, 17 Şubat", Query(r"\d+ şubat", regex=True)) == ["6 Şubat", "17 Şubat"]
    with pytest.raises(PatternError):
        find("a", Query("(", regex=True))


def test_what_is_marked_already_can_be_left_out() -> None:
    hits = find(CITIES, Query("istanbul"))
    assert unlabelled(hits, [hits[1]]) == [hits[0], hits[2]]


def test_the_context_shows_the_hit_on_one_line() -> None:
    text = "Birinci satır.\nUmman'da görüşme yapıldı."
    before, hit, after = context(text, Span(15, 20))
    assert (before, hit, after) == ("Birinci satır. ", "Umman", "'da görüşme yapıldı.")


def test_the_context_ends_with_whole_words_and_says_where_the_text_goes_on() -> None:
    text = "Kızılova valisi dün sabah Umman'da görüşmeler yaptı ve akşam ülkesine döndü."
    hit = Span(text.index("Umman"), text.index("Umman") + 5)
    assert context(text, hit, 12) == ("…dün sabah ", "Umman", "'da…")
    assert context(text, hit, 25) == ("…valisi dün sabah ", "Umman", "'da görüşmeler yaptı ve…")
    assert context("x" * 30 + "Umman" + "y" * 30, Span(30, 35), 10) == ("…" + "x" * 10, "Umman", "y" * 10 + "…")


def test_what_is_kept_around_a_place_is_shown_in_whole_words() -> None:
    assert kept_context("lova valisi dün sabahki ", "'da görüşmeler yaptı ve ") == (
        "…valisi dün sabahki ",
        "'da görüşmeler yaptı ve…",
    )
    assert kept_context("Dün ", "'da.") == ("Dün ", "'da.")


@given(st.text(), st.text(min_size=1), st.booleans(), st.booleans())
def test_hits_lie_in_the_text_in_order_and_never_overlap(text: str, typed: str, whole: bool, suffixes: bool) -> None:
    hits = find(text, Query(typed, whole_word=whole, suffixes=suffixes))
    assert all(a.end <= b.start for a, b in pairwise(hits))
    assert all(hit.end <= len(text) for hit in hits)


@given(st.text())
def test_aligned_folding_keeps_the_length(text: str) -> None:
    assert len(fold_aligned(text)) == len(text)


def test_a_mark_of_which_folding_leaves_nothing_is_found_nowhere() -> None:
    assert find("Ankara ¨ İzmir", Query("¨")) == []


LETTERS = st.text(st.sampled_from("aıiIİşŞçÇğĞüÜöÖâÎ ’'“”…\u0092\u00a0½ªµßÅåşعЖé€\u0301"))


@given(LETTERS | st.text())
def test_aligned_folding_is_the_folding_of_each_letter(text: str) -> None:
    assert fold_aligned(text) == "".join((fold(letter) or letter)[0] for letter in text)


@pytest.mark.parametrize("words", ["(" * 3000, "a{99999999999999}", "[z-a]", "(?P<1>x)", "*"])
def test_what_is_no_pattern_says_so_however_it_is_none(words: str) -> None:
    with pytest.raises(PatternError):
        find("metin", Query(words, regex=True))


@pytest.mark.parametrize("words", ["[[a]", "(?i)a", r"\d+"])
def test_a_pattern_that_python_only_warns_of_is_one(words: str) -> None:
    assert find("3a", Query(words, regex=True))


SPANS = st.lists(st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20)))


@given(SPANS, SPANS)
def test_what_is_left_out_is_what_another_mark_touches(hits: list[Span], taken: list[Span]) -> None:
    assert unlabelled(hits, taken) == [hit for hit in hits if not any(hit.overlaps(other) for other in taken)]
