"""Names of people, places and organisations in invented sentences."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from dateline.suggest import pipeline
from dateline.suggest.analysis import Found, analysis_of


@cache
def _pipeline(language: str) -> Language:
    return pipeline.build(language)


def find(text: str, language: str = "tr") -> list[Found]:
    return analysis_of(pipeline.analyse(_pipeline(language), text, language, None)).mentions


def marks(text: str, language: str = "tr") -> set[tuple[str, str]]:
    return {(text[f.start : f.end], f.label) for f in find(text, language)}


def test_a_title_its_country_and_its_holder_are_three_mentions() -> None:
    found = marks("Umman Dışişleri Bakanı Selim Tarhuni dün Muskat yakınında konuştu.")
    assert {("Umman", "GPE"), ("Dışişleri Bakanı", "TITLE"), ("Selim Tarhuni", "PERSON")} <= found


def test_a_country_stays_inside_the_name_of_its_ministry() -> None:
    found = marks("Açıklama İran Dışişleri Bakanlığı Sözcüsü Kerim Rafi'den geldi.")
    assert {
        ("İran Dışişleri Bakanlığı", "ORG"),
        ("İran", "GPE"),
        ("Sözcüsü", "TITLE"),
        ("Kerim Rafi", "PERSON"),
    } == found


def test_a_suffix_behind_an_apostrophe_stays_outside_and_one_without_inside() -> None:
    found = marks("Heyet ABD'nin önerisini İsrail ordusunun itirazına rağmen Ankarada görüştü.")
    assert {("ABD", "GPE"), ("İsrail ordusunun", "ORG"), ("Ankarada", "GPE")} <= found


def test_only_the_country_is_marked_before_its_delegation_or_government() -> None:
    assert marks("Kararı İran heyeti ile Umman hükümeti birlikte aldı.") == {("İran", "GPE"), ("Umman", "GPE")}


def test_people_of_a_place_are_told_by_their_ending() -> None:
    found = marks("Toplantıda İranlı, Amerikan ve Konyalı gazeteciler ile Kuzey Koreli diplomatlar vardı.")
    assert {("İranlı", "NORP"), ("Amerikan", "NORP"), ("Konyalı", "NORP"), ("Kuzey Koreli", "NORP")} <= found


def test_a_particle_belongs_to_an_arabic_name() -> None:
    found = marks("Umman Dışişleri Bakanı Hamid bin Said el-Tarhuni'nin katılması bekleniyor.")
    assert ("Hamid bin Said el-Tarhuni", "PERSON") in found


def test_a_last_name_alone_is_the_person_named_before() -> None:
    text = "Özel Temsilci Steven Kraymer geldi. Heyet Kraymer'in önerisini tartıştı. Kraymer, salonda kaldı."
    people = [f for f in find(text) if f.label == "PERSON"]
    assert [f.name for f in people] == ["Steven Kraymer"] * 3


def test_a_relative_with_the_same_last_name_is_somebody_else() -> None:
    text = "Başkan Orhan Dereli konuştu. Törene eşi Zeynep Dereli de katıldı."
    assert {f.name for f in find(text) if f.label == "PERSON"} == {"Orhan Dereli", "Zeynep Dereli"}


def test_an_abbreviation_in_brackets_names_the_organisation_before_it() -> None:
    text = "Deniz Emniyeti Araştırma Kurumu (DEAK) rapor yazdı. Raporu DEAK dün yayımladı."
    assert [f.name for f in find(text) if f.label == "ORG"] == ["Deniz Emniyeti Araştırma Kurumu"] * 3


def test_known_names_are_found_in_a_heading_in_capitals() -> None:
    text = "- ABD VE İRAN'DAN YENİ AÇIKLAMA\n\nGörüşme Cenevre'de yapıldı."
    assert {("ABD", "GPE"), ("İRAN", "GPE"), ("Cenevre", "GPE")} == marks(text)


def test_an_alias_has_the_name_of_its_country() -> None:
    assert {f.name for f in find("Gemi BAE bayrağı ile Birleşik Arap Emirlikleri sularına girdi.")} == {
        "Birleşik Arap Emirlikleri"
    }


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Tanker Hürmüz Boğazı'ndan geçti.", "Hürmüz Boğazı", "LOC"),
        ("Uçak Yeşildere Havalimanı'na indi.", "Yeşildere Havalimanı", "FAC"),
        ("Liderler Akdeniz Enerji Zirvesi'nde buluştu.", "Akdeniz Enerji Zirvesi", "EVENT"),
        ("Taraflar Montrö Sözleşmesi'ni andı.", "Montrö Sözleşmesi", "LAW"),
        ("Konsey 2231 sayılı kararı hatırlattı.", "2231 sayılı kararı", "LAW"),
        ("Ankara dört F-16 aldı.", "F-16", "PRODUCT"),
        ("Davaya Ankara 13. Ağır Ceza Mahkemesi bakacak.", "Ankara 13. Ağır Ceza Mahkemesi", "ORG"),
        ("Grevi Maden-İş başlattı.", "Maden-İş", "ORG"),
        ("Dün Tuvarek kentinde gösteri vardı.", "Tuvarek", "GPE"),
    ],
)
def test_head_words_and_forms_tell_the_label(text: str, words: str, label: str) -> None:
    assert (words, label) in marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ordu sınıra yürüdü.",
        "Batman filmi gibi değil, batman bir ağırlık ölçüsüdür; ordu da öyle.",
        "Görüşme 13 Aralık Pazar günü yapılacak.",
        "Bakanlar konuyu ele aldı. Taraflar anlaştı.",
    ],
)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert not {m for m in marks(text) if m[1] in ("GPE", "LOC", "PERSON")} - {("Batman", "GPE")}


def test_the_date_line_of_an_import_is_not_marked() -> None:
    text = " date 2026-02-14 Türkiye ile Umman anlaştı."
    assert all(f.start >= len(" date 2026-02-14 ") for f in find(text))
    assert ("Türkiye", "GPE") in marks(text)


def test_english_ministries_ministers_and_speakers() -> None:
    found = marks(
        "The Ministry of Foreign Affairs of Norway denied it. Foreign Minister Lars Holmberg said France's "
        "government and the Strait of Hormuz were not discussed in Tebaran.",
        "en",
    )
    assert {
        ("Ministry of Foreign Affairs", "ORG"),
        ("Foreign Minister", "TITLE"),
        ("Lars Holmberg", "PERSON"),
        ("France", "GPE"),
        ("Strait of Hormuz", "LOC"),
        ("Tebaran", "GPE"),
    } <= found


def test_no_mention_crosses_another() -> None:
    text = (
        "Türkiye Cumhuriyeti Dışişleri Bakanlığı ile Orta Doğu Teknik Üniversitesi, Ankara Esenboğa Havalimanı'nda "
        "Kazakistan Cumhurbaşkanı Kasım Orazbay'ı karşıladı; Kuzey Irak ve İran sınırı konuşuldu."
    )
    found = find(text)
    for one in found:
        for other in found:
            if one is not other and one.overlaps(other.start, other.end):
                assert (one.start, one.end) != (other.start, other.end)
                assert (
                    one.start <= other.start and other.end <= one.end
                ) or other.start <= one.start <= one.end <= other.end
