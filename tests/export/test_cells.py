from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.cells import MAX_UNITS, cell, pieces, sheet_title


def test_nothing_and_empty_text_are_an_empty_cell() -> None:
    assert cell(None).value is None
    assert cell("").value is None


@pytest.mark.parametrize(("value", "words"), [(float("nan"), "nan"), (float("inf"), "inf"), (float("-inf"), "-inf")])
def test_numbers_that_excel_lacks_are_words_and_not_lost(value: float, words: str) -> None:
    assert cell(value).value == words


def test_a_moment_is_written_in_utc_to_the_second() -> None:
    istanbul = datetime(2026, 3, 1, 1, 30, 15, 999_999, tzinfo=timezone(timedelta(hours=3)))
    assert cell(istanbul).value == datetime(2026, 2, 28, 22, 30, 15)


def test_days_that_excel_cannot_count_are_iso_text() -> None:
    assert cell(date(1899, 12, 31)).value == "1899-12-31"
    assert cell(date(1900, 2, 28)).value == "1900-02-28"
    assert cell(date(1900, 3, 1)).value == date(1900, 3, 1)
    assert cell(datetime(1600, 1, 1, tzinfo=UTC)).value == "1600-01-01 00:00:00"


@given(st.text(alphabet=st.characters(), max_size=50), st.integers(2, 9))
def test_pieces_fit_and_make_the_text_again(text: str, limit: int) -> None:
    found = pieces(text, limit)
    assert "".join(found) == text
    assert all(len(piece.encode("utf-16-le", "surrogatepass")) // 2 <= limit for piece in found)


def test_a_text_of_exactly_a_cell_is_one_cell_and_one_more_is_two() -> None:
    assert cell("a" * MAX_UNITS).rest == []
    assert cell("a" * (MAX_UNITS + 1)).rest == ["a"]
    assert len(cell("😀" * (MAX_UNITS // 2 + 1)).rest) == 1


@pytest.mark.parametrize("wanted", ["a/b:c[d]e?f*g\\h", "x" * 40, "'quoted'", "", "  ", "\x00\n", "History", "😀" * 40])
def test_sheet_names_are_valid_and_differ(wanted: str) -> None:
    taken: list[str] = []
    for _ in range(12):
        title = sheet_title(wanted, taken)
        assert 0 < len(title.encode("utf-16-le")) // 2 <= 31
        assert not set(title) & set("[]:*?/\\\x00\n")
        assert title.strip("' ") == title
        assert title.casefold() not in {*(t.casefold() for t in taken), "history"}
        taken.append(title)
