"""Code points and UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.offsets import OffsetMap

texts = st.text(alphabet=st.sampled_from("aşİ\n👨🏽\u200d🚒\u0307"), max_size=40)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_every_position_is_where_the_encoding_says(text: str) -> None:
    offsets = OffsetMap(text)
    assert [offsets.to_u16(i) for i in range(len(text) + 1)] == [utf16(text[:i]) for i in range(len(text) + 1)]


@given(texts)
def test_there_and_back_is_the_same_position(text: str) -> None:
    offsets = OffsetMap(text)
    assert [offsets.from_u16(offsets.to_u16(i)) for i in range(len(text) + 1)] == list(range(len(text) + 1))


@given(texts)
def test_the_middle_of_a_pair_is_its_start(text: str) -> None:
    offsets = OffsetMap(text)
    for position, character in enumerate(text):
        if character > "\uffff":
            assert offsets.from_u16(utf16(text[:position]) + 1) == position


@pytest.mark.parametrize(("word", "points", "units"), [("firetrucks", (19, 29), (22, 32))])
def test_a_name_behind_a_joined_emoji(word: str, points: tuple[int, int], units: tuple[int, int]) -> None:
    text = "👨🏽\u200d🚒 firemen drive firetrucks"
    assert text[slice(*points)] == word
    assert tuple(OffsetMap(text).to_u16(p) for p in points) == units
