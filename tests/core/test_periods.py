from __future__ import annotations

from datetime import date

import pytest

from dateline.core.periods import period


@pytest.mark.parametrize(
    ("value", "start", "end", "precision"),
    [
        ("2026-02-14", (2026, 2, 14), (2026, 2, 14), "day"),
        ("2026-02-14T09:30", (2026, 2, 14), (2026, 2, 14), "minute"),
        ("2026-02-14TEV", (2026, 2, 14), (2026, 2, 14), "part_of_day"),
        ("2026-W07", (2026, 2, 9), (2026, 2, 15), "week"),
        ("2026-W07-WE", (2026, 2, 14), (2026, 2, 15), "weekend"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "month"),
        ("2025-Q4", (2025, 10, 1), (2025, 12, 31), "quarter"),
        ("2026-H1", (2026, 1, 1), (2026, 6, 30), "half"),
        ("2025", (2025, 1, 1), (2025, 12, 31), "year"),
        ("199X", (1990, 1, 1), (1999, 12, 31), "decade"),
        ("2025-06-13/2025-06-24", (2025, 6, 13), (2025, 6, 24), "range"),
        ("2025-06/2025", (2025, 6, 1), (2025, 12, 31), "range"),
    ],
)
def test_a_value_covers_its_first_to_its_last_day(
    value: str, start: tuple[int, int, int], end: tuple[int, int, int], precision: str
) -> None:
    found = period(value)
    assert found is not None
    assert (found.start, found.end, found.precision) == (date(*start), date(*end), precision)


@pytest.mark.parametrize(
    "value",
    [None, "", "PAST_REF", "T14:30", "2026-02-30", "2026-13", "2026-W60", "2026-H3", "0000", "2026-02-14/", "/", "=1+1",
     "2026-03/2026-01", "a/b/c"],
)  # fmt: skip
def test_a_value_that_names_no_days_covers_none(value: str | None) -> None:
    assert period(value) is None
