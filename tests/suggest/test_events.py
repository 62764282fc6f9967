"""Events: what names them, who takes part, whether they happened. Samples are invented."""

from __future__ import annotations

import pytest
from events_help import Marks, doc_of, roles, sample
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.core.codebook import bundled
from dateline.core.messages import catalogue, say
from dateline.suggest.analysis import Found, FoundEvent, analysis_of
from dateline.suggest.events.component import EventFinder
from dateline.suggest.events.lexicon import lexicon
from dateline.suggest.events.linear import shipped
from dateline.suggest.events.roles import NONE, cast
from dateline.suggest.events.view import view_of

FINDERS = {language: EventFinder(language) for language in ("tr", "en")}


def events(text: str, language: str, marks: Marks) -> list[FoundEvent]:
    return list(analysis_of(FINDERS[language](sample(text, language, marks))).events)


def event(text: str, language: str, marks: Marks, trigger: str) -> FoundEvent:
    """The event that a word of the sample names."""
    named = {text[e.start : e.end]: e for e in events(text, language, marks)}
    assert trigger in named, named.keys()
    return named[trigger]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Bakan Aylin Sezgin, Lizbon'da mevkidaşıyla görüştü.", "görüştü", "CONSULT"),
        ("Heyetler perşembe günü Lizbon'da bir araya geldi.", "geldi", "CONSULT"),
        ("Aylin Sezgin, Lizbon'u ziyaret etti.", "ziyaret", "CONSULT"),
        ("İki ülke gaz konusunda anlaşma imzaladı.", "anlaşma", "AGREE"),
        ("Portekiz, kararı sert sözlerle kınadı.", "kınadı", "ACCUSE"),
        ("Portekiz teklifi reddetti.", "reddetti", "REJECT"),
        ("Polis, 14 kişiyi gözaltına aldı.", "gözaltına", "COERCE"),
        ("Uçaklar limanı bombaladı.", "bombaladı", "ASSAULT"),
        ("İşçiler fabrikanın önünde greve gitti.", "greve", "PROTEST"),
        ("Genel Müdür görevinden istifa etti.", "istifa", "PERSONNEL"),
        ("Bölgede 6,1 büyüklüğünde deprem oldu.", "deprem", "DISASTER"),
        ("Portekiz, bankalara yaptırım uyguladı.", "yaptırım", "SANCTION"),
    ],
)
def test_a_turkish_word_names_an_event_of_its_type(text: str, trigger: str, kind: str) -> None:
    marks: Marks = [(w, "GPE") for w in ("Lizbon", "Portekiz") if w in text]
    marks += [("14 kişiyi", "QUANTITY")] if "14 kişiyi" in text else []
    assert event(text, "tr", marks, trigger).type == kind


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Portugal rejected the proposal on Monday.", "rejected", "REJECT"),
        ("Police arrested 14 people in Lisbon.", "arrested", "COERCE"),
        ("Portugal and Norway signed the accord in Lisbon.", "signed", "AGREE"),
        ("Portugal condemned the move.", "condemned", "ACCUSE"),
        ("The minister resigned.", "resigned", "PERSONNEL"),
    ],
)
def test_an_english_word_names_an_event_of_its_type(text: str, trigger: str, kind: str) -> None:
    marks: Marks = [(w, "GPE") for w in ("Portugal", "Norway", "Lisbon") if w in text]
    assert event(text, "en", marks, trigger).type == kind


def test_who_meets_is_the_actor_and_whom_with_ile_the_recipient() -> None:
    text = "Aylin Sezgin, 3 Mart'ta Lizbon'da Rui Tavares ile görüştü."
    marks: Marks = [
        ("Aylin Sezgin", "PERSON"),
        ("3 Mart", "DATE", "2025-03-03"),
        ("Lizbon", "GPE"),
        ("Rui Tavares", "PERSON"),
    ]
    met = event(text, "tr", marks, "görüştü")
    assert roles(met) == {
        ("actor", "Aylin Sezgin"),
        ("date", "3 Mart"),
        ("location", "Lizbon"),
        ("recipient", "Rui Tavares"),
    }
    assert met.when == "2025-03-03"


def test_what_stands_in_the_accusative_is_the_recipient_of_an_accusation() -> None:
    accused = event("Norveç, Portekiz'i kınadı.", "tr", [("Norveç", "GPE"), ("Portekiz", "GPE")], "kınadı")
    assert roles(accused) == {("actor", "Norveç"), ("recipient", "Portekiz")}


def test_both_sides_joined_by_arasinda_are_actors() -> None:
    text = "Norveç ile Portekiz arasında müzakereler yapıldı."
    talks = event(text, "tr", [("Norveç", "GPE"), ("Portekiz", "GPE")], "müzakereler")
    assert roles(talks) == {("actor", "Norveç"), ("actor", "Portekiz")}


def test_an_english_subject_acts_on_the_object_behind_the_verb() -> None:
    text = "Norway accused Portugal of dumping."
    assert roles(event(text, "en", [("Norway", "GPE"), ("Portugal", "GPE")], "accused")) == {
        ("actor", "Norway"),
        ("recipient", "Portugal"),
    }


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Aylin Sezgin, Lizbon'u ziyaret etti.", "ziyaret", "asserted"),
        ("Aylin Sezgin'in Lizbon'u ziyaret etmesi bekleniyor.", "ziyaret", "planned"),
        ("Aylin Sezgin, yarın Lizbon'u ziyaret edecek.", "ziyaret", "planned"),
        ("Norveç, Portekiz ile görüşmedi.", "görüşmedi", "denied"),
        ("Norveç saldırırsa Portekiz karşılık verecek.", "saldırırsa", "hypothetical"),
        ("Norveç, 40 mahkumun serbest bırakılmasını istedi.", "bırakılmasını", "intended"),
    ],
)
def test_suffixes_and_governing_words_say_whether_it_happened(text: str, trigger: str, modality: str) -> None:
    marks: Marks = [("Aylin Sezgin", "PERSON")] if "Aylin" in text else [("Norveç", "GPE")]
    marks += [(w, "GPE") for w in ("Lizbon", "Portekiz") if w in text]
    marks += [("40 mahkumun", "QUANTITY")] if "40 mahkumun" in text else []
    assert event(text, "tr", marks, trigger).modality == modality


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Norway condemned the move.", "condemned", "asserted"),
        ("Norway will deploy 300 soldiers to Portugal next week.", "deploy", "planned"),
    ],
)
def test_english_auxiliaries_say_whether_it_happened(text: str, trigger: str, modality: str) -> None:
    marks: Marks = [("Norway", "GPE")] + ([("Portugal", "GPE")] if "Portugal" in text else [])
    assert event(text, "en", marks, trigger).modality == modality


def test_the_telephone_is_the_mode_of_a_talk() -> None:
    text = "Aylin Sezgin, Rui Tavares ile telefonda görüştü."
    assert event(text, "tr", [("Aylin Sezgin", "PERSON"), ("Rui Tavares", "PERSON")], "görüştü").mode == "phone"


def test_a_sentence_without_an_event_yields_none() -> None:
    assert events("Lizbon'un nüfusu artık çok kalabalık, havası ise ılık.", "tr", [("Lizbon", "GPE")]) == []


def test_every_event_explains_itself_in_both_languages() -> None:
    for language, text in (("tr", "Norveç teklifi reddetti."), ("en", "Norway rejected the proposal.")):
        (one,) = events(text, language, [(text.split()[0], "GPE")])
        for spoken in ("tr", "en"):
            reason = say(one.reason, spoken, **one.params)
            assert reason != one.reason
            assert text[one.start : one.end] in reason


def test_every_type_mode_role_and_modality_is_the_codebooks() -> None:
    book = bundled()
    for language in ("tr", "en"):
        models = shipped(f"events.{language}.json")
        assert set(models["trigger"].labels) - {"NONE"} <= set(book.type_by_id)
        assert set(models["role"].labels) - {"none"} <= {t.id for t in book.roles}
        assert set(models["modality"].labels) <= {t.id for t in book.modalities}
        for entry in lexicon(language).entries:
            assert entry.type in book.type_by_id
            assert not entry.mode or entry.mode in book.type_by_id[entry.type].modes


def test_the_reasons_have_the_same_places_in_both_languages() -> None:
    turkish, english = catalogue("tr"), catalogue("en")
    for key in (k for k in english if k.startswith("events.")):
        assert {p for p in ("{word}", "{with}", "{speaker}") if p in turkish[key]} == {
            p for p in ("{word}", "{with}", "{speaker}") if p in english[key]
        }


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="aeıiklm nrstuÜĞzABC'’“”\".,;\n-()0123 görüştü saldırı", max_size=300),
    st.lists(st.tuples(st.integers(0, 250), st.integers(1, 60), st.sampled_from(["PERSON", "GPE", "DATE", "ORG"]))),
    st.sampled_from(["tr", "en"]),
)
def test_no_text_and_no_mentions_make_it_raise(text: str, spans: list[tuple[int, int, str]], language: str) -> None:
    mentions = [
        Found(start, min(start + length, len(text)), label, "rule", "")
        for start, length, label in spans
        if start < len(text)
    ]
    doc = FINDERS[language](doc_of(text, language, mentions))
    for one in analysis_of(doc).events:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()


def test_one_place_plays_a_part_and_those_coordinated_with_it() -> None:
    doc = sample(
        "Lidya ve Karya dün uzaktaki Frigya heyetiyle görüştü.",
        "tr",
        [("Lidya", "GPE"), ("Karya", "GPE"), ("Frigya", "GPE")],
    )
    view = view_of(doc)
    row = view.by_sentence[0]
    sure, likely, less = ({"actor": p, NONE: 1 - p} for p in (0.9, 0.85, 0.6))
    assert cast(row, [sure, likely, less], 0.4) == ["actor", "actor", NONE]
    assert cast(row, [sure, less, less], 0.4) == ["actor", "actor", NONE]
    assert cast(row, [less, less, less], 0.7) == [NONE, NONE, NONE]
