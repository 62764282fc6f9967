"""The list of countries: complete, found by code and by name in either language."""

from __future__ import annotations

import re

import pytest

from dateline.core.countries import code, countries, matching
from dateline.core.turkish import sort_key


def test_it_is_the_whole_list_of_the_standard_with_names_in_both_languages() -> None:
    found = [country.code for country in countries()]
    assert len(found) == len(set(found)) == 249 + 1  # and Kosovo
    assert all(re.fullmatch("[A-Z]{3}", one) for one in found)
    assert all(country.name("tr") and country.name("en") for country in countries())


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("TUR", "TUR"), ("tur", "TUR"), ("Türkiye", "TUR"), ("TÜRKİYE", "TUR"), ("turkey", "TUR"), ("T.C.", "TUR"),
        (" Birleşik   Krallık ", "GBR"), ("ırak", "IRQ"), ("IRAK", "IRQ"), ("Batı Sahra", "ESH"), ("kosova", "XKX"),
        ("TR", None), ("XXX", None), ("Atlantis", None), ("OTT", None), ("", None), ("TURK", None),
    ],
)  # fmt: skip
def test_a_country_is_meant_by_its_code_or_a_name(words: str, wanted: str | None) -> None:
    assert code(words) == wanted


def test_every_code_and_every_first_name_means_its_country() -> None:
    for country in countries():
        assert code(country.code) == country.code
        assert code(country.name("tr")) == country.code
        assert code(country.name("en")) == country.code


def test_offers_come_in_the_order_of_their_names_those_that_begin_so_first() -> None:
    offered = [country.name("tr") for country in matching("ko", "tr")]
    first = [name for name in offered if name.startswith("Ko")]
    assert offered[: len(first)] == sorted(first, key=sort_key)
    assert "Güney Kore" in offered
    assert [c.code for c in matching("um", "tr")] == ["OMN", "UMI"]
    assert matching("usa", "tr")[0].code == "USA"
    assert [c.code for c in matching("isr", "tr")] == ["ISR"]
    assert "KOR" in [c.code for c in matching("kore", "tr")]
    assert "PRK" in [c.code for c in matching("kore", "tr")]
    assert matching("zzz", "tr") == []
