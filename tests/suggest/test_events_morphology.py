"""Turkish forms: which stem they belong to and what their suffixes say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.suggest.events.english import lemmas
from dateline.suggest.events.morphology import case_of_suffix, case_of_word, form_tags, suffix_tags


@pytest.mark.parametrize(
    ("word", "stem", "tags"),
    [
        ("görüştüğünü", "görüş", ("participle", "poss", "acc")),
        ("istiyor", "iste", ("progressive",)),
        ("suçluyordu", "suçla", ("progressive",)),
        ("reddediyor", "reddet", ("progressive",)),
        ("anlaşmıyor", "anlaş", ("negative", "progressive")),
        ("katılmayacaklarını", "katıl", ("negative", "future", "poss", "acc")),
        ("öldürülen", "öldür", ("passive", "relative")),
        ("imzalanmasını", "imzala", ("passive", "nominal", "poss", "acc")),
        ("vazgeçmezse", "vazgeç", ("negative", "aorist", "cond")),
        ("görüşülebileceğini", "görüş", ("passive", "able", "future", "poss", "acc")),
    ],
)
def test_the_suffixes_of_a_verb_are_read_in_order(word: str, stem: str, tags: tuple[str, ...]) -> None:
    assert suffix_tags(word, stem, verb=True) == tags


@pytest.mark.parametrize(
    ("word", "stem", "tags"),
    [
        ("desteğini", "destek", ("poss", "acc")),
        ("müzakerelerin", "müzakere", ("plural", "gen")),
        ("gözaltına", "gözaltı", ("dat",)),
        ("protokolün", "protokol", ("gen",)),
    ],
)
def test_the_suffixes_of_a_noun_are_read_in_order(word: str, stem: str, tags: tuple[str, ...]) -> None:
    assert suffix_tags(word, stem, verb=False) == tags


@pytest.mark.parametrize(("word", "stem"), [("selam", "sel"), ("greyfurt", "grev"), ("istasyon", "iste")])
def test_a_word_that_only_starts_alike_is_no_form_of_the_stem(word: str, stem: str) -> None:
    assert suffix_tags(word, stem, verb=False) is None
    assert suffix_tags(word, stem, verb=True) is None


@pytest.mark.parametrize(
    ("suffix", "case"),
    [
        ("", "nom"),
        ("nın", "gen"),
        ("a", "dat"),
        ("yi", "acc"),
        ("ta", "loc"),
        ("ndan", "abl"),
        ("yle", "ins"),
        ("li", "with"),
    ],
)
def test_the_suffix_behind_an_apostrophe_gives_the_case(suffix: str, case: str) -> None:
    assert case_of_suffix(suffix) == case


def test_the_case_of_a_common_word_is_judged_by_its_ending() -> None:
    assert [case_of_word(w) for w in ("ordusunun", "bakanlığından", "heyetiyle", "bakanlığı")] == [
        "gen",
        "abl",
        "ins",
        "nom",
    ]


def test_the_ending_of_any_word_suggests_its_form() -> None:
    assert "future" in form_tags("toplanacak")
    assert "negative" in form_tags("gelmedi")
    assert "conditional" in form_tags("gelirse")


def test_english_forms_lead_back_to_their_lemma() -> None:
    assert ("withdraw", "ed") in lemmas("withdrew")
    assert ("ban", "ed") in lemmas("banned")
    assert ("deny", "s") in lemmas("denies")


@given(st.text(max_size=40), st.text(min_size=1, max_size=8), st.booleans())
def test_no_word_makes_the_analyser_raise(word: str, stem: str, verb: bool) -> None:
    suffix_tags(word, stem, verb)
    form_tags(word)
    case_of_word(word, plain=verb)
