"""Money, percentages and counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.suggest.amounts import find


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Şirket 3,2 milyar dolar ödedi.", "tr", [("3,2 milyar dolar", "MONEY", "3200000000 USD")]),
        ("Kredi 24 bin 500 lirayı buldu.", "tr", [("24 bin 500 lirayı", "MONEY", "24500 TRY")]),
        ("Bedeli 5 milyar Kanada doları.", "tr", [("5 milyar Kanada doları", "MONEY", "5000000000 CAD")]),
        ("It paid $2.5 million.", "en", [("$2.5 million", "MONEY", "2500000 USD")]),
        ("It paid 600 million euros.", "en", [("600 million euros", "MONEY", "600000000 EUR")]),
        ("Enflasyon yüzde 4,5'e indi.", "tr", [("yüzde 4,5", "PERCENT", "4.5")]),
        ("Endeks %12 düştü.", "tr", [("%12", "PERCENT", "12")]),
        ("Rates fell to 4.5 percent.", "en", [("4.5 percent", "PERCENT", "4.5")]),
        ("Çatışmada 12 kişi öldü.", "tr", [("12 kişi", "QUANTITY", "12")]),
        ("Ülkeye 1.500 Vahalı askerin gelmesi gerek.", "tr", [("1.500 Vahalı askerin", "QUANTITY", "1500")]),
        ("Alana binlerce gösterici yürüdü.", "tr", [("binlerce gösterici", "QUANTITY", None)]),
        ("Üsse 300'den fazla asker indi.", "tr", [("300'den fazla asker", "QUANTITY", "300")]),
        ("Yaralı sayısı 29'a çıktı.", "tr", [("29", "QUANTITY", "29")]),
        ("Üç insansız hava aracı düştü.", "tr", [("Üç insansız hava aracı", "QUANTITY", "3")]),
        ("Police held 400 Vahan police officers.", "en", [("400 Vahan police officers", "QUANTITY", "400")]),
        ("They freed hundreds of citizens.", "en", [("hundreds of citizens", "QUANTITY", None)]),
    ],
)
def test_amounts_have_their_span_and_value(text: str, language: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert [(text[a.start : a.end], a.label, a.value) for a in find(text, language)] == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bakan üç kez aradı; bir araya geldiler.", "tr"),
        ("Emir Temim bin Hamed geldi.", "tr"),
        ("Çocuk 14 yaşındaydı.", "tr"),
        ("İki ülke anlaştı.", "tr"),
        ("The two men spoke for two hours.", "en"),
    ],
)
def test_ages_repetitions_names_and_pairs_are_not_counts(text: str, language: str) -> None:
    assert find(text, language) == []


def test_what_is_taken_is_not_marked_again() -> None:
    text = "Sınırda 12 kişi öldü."
    assert find(text, "tr", taken=[(8, 10)]) == []


@given(st.text(), st.sampled_from(["tr", "en"]))
def test_any_text_is_survived_and_spans_lie_inside_it(text: str, language: str) -> None:
    for amount in find(text, language):
        assert 0 <= amount.start < amount.end <= len(text)
