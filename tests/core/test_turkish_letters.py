"""Turkish letters: case, folding, order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core import turkish

turkish_words = st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyzâîûABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ' ")


@pytest.mark.parametrize(
    "spellings",
    [
        ("istanbul", "İstanbul", "İSTANBUL", "ISTANBUL", "ıstanbul", "i\u0307stanbul"),
        ("ısparta", "ISPARTA", "Isparta", "isparta"),
        ("diyarbakır", "DİYARBAKIR", "diyarbakir"),
        ("çankırı", "Çankırı", "CANKIRI", "cankiri", "c\u0327ankırı"),
        ("hâkim", "hakim", "HÂKİM"),
        ("Van'da", "Van’da", "VAN\x92DA"),
    ],
)
def test_all_spellings_of_a_name_are_found_as_one(spellings: tuple[str, ...]) -> None:
    assert len({turkish.fold(s) for s in spellings}) == 1


def test_different_names_stay_different() -> None:
    names = ["Van", "Muş", "Iğdır", "Uşak", "Ordu"]
    assert len({turkish.fold(n) for n in names}) == len(names)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert turkish.fold(turkish.fold(text)) == turkish.fold(text)


@given(turkish_words)
def test_case_goes_there_and_back_without_changing_the_length(word: str) -> None:
    assert len(turkish.lower(word)) == len(word)
    assert turkish.lower(turkish.upper(turkish.lower(word))) == turkish.lower(word)
    assert turkish.fold(turkish.upper(word)) == turkish.fold(turkish.lower(word)) == turkish.fold(word)


def test_the_dotless_i_keeps_its_own_capital() -> None:
    assert (turkish.upper("ısı için"), turkish.lower("ISI İÇİN")) == ("ISI İÇİN", "ısı için")


def test_names_sort_as_in_a_turkish_dictionary() -> None:
    ordered = ["Adana", "Cide", "Çankırı", "Düzce", "gaga", "Gül", "ğ", "Iğdır", "ısparta", "İzmir", "Oltu", "Ödemiş"]
    ordered += ["Sivas", "Şırnak", "Uşak", "Ünye", "Zonguldak"]
    mixed = ordered[::-1]
    assert sorted(mixed, key=turkish.sort_key) == ordered
