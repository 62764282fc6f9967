"""One form for every text, and the date line before the story."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.header import read_header
from dateline.core.text import FrozenText, normalise

wild = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("\r\n\x00\x0b\x85\ufeff\u2028\u2029\u00a0\u00ad\x92ş\u0327\u0307i\x1b\ud800")
    )
)


@given(wild)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(wild)
def test_what_is_left_can_be_stored_anywhere(text: str) -> None:
    clean = normalise(text)
    clean.encode("utf-8")
    assert not set(clean) & set("\x00\r\x0b\x0c\x1b\x85\u2028\u2029")
    assert not clean.startswith("\ufeff")
    assert unicodedata.is_normalized("NFC", clean)


@given(st.text(alphabet="abcçğıİöşü â’“”—…\u00a0\n"))
def test_what_a_reader_sees_stays(text: str) -> None:
    assert normalise(text) == unicodedata.normalize("NFC", text)


def test_every_kind_of_line_end_is_one() -> None:
    assert normalise("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_equal_words_have_one_digest_however_they_were_typed() -> None:
    assert FrozenText(normalise("s\u0327")).sha256 == FrozenText(normalise("ş")).sha256
    assert FrozenText("a").sha256 != FrozenText("b").sha256


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("date 2031-03-12 \n\nKöprü açıldı.", date(2031, 3, 12)),
        (" date 2031-03-12 Köprü açıldı.", date(2031, 3, 12)),
        ("TARİH: 12.03.2031\nKöprü açıldı.", date(2031, 3, 12)),
        ("Yayın tarihi: 12/3/2031\nKöprü açıldı.", date(2031, 3, 12)),
    ],
)
def test_a_leading_date_line_is_read_and_belongs_not_to_the_story(text: str, published: date) -> None:
    header = read_header(text)
    assert header.published == published
    assert text[header.end :] == "Köprü açıldı."


@pytest.mark.parametrize(
    "text",
    ["Köprü açıldı.", "", "Tarih kitapları 2031-03-12 gününü yazar.", "date 2031-13-40\nKöprü", "updated 2031-03-12"],
)
def test_a_text_that_starts_with_its_story_has_no_header(text: str) -> None:
    header = read_header(text)
    assert (header.published, header.end) == (None, 0)


@given(wild)
def test_reading_a_header_never_fails_and_stays_inside(text: str) -> None:
    assert 0 <= read_header("date 2031-03-12" + text).end <= len("date 2031-03-12" + text)
