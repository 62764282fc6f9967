"""Quotes: which words between marks someone said, and who. Samples are invented."""

from __future__ import annotations

import pytest
from events_help import Marks, doc_of, gold_articles, gold_doc, sample
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.core.messages import say
from dateline.suggest.analysis import FoundQuote, analysis_of
from dateline.suggest.quote_marks import marked
from dateline.suggest.quotes import QuoteFinder
from paths import SHARED, needs_shared

FINDERS = {language: QuoteFinder(language) for language in ("tr", "en")}
AYLIN: Marks = [("Aylin Sezgin", "PERSON")]


def quotes(text: str, language: str = "tr", marks: Marks | None = None) -> list[FoundQuote]:
    return list(analysis_of(FINDERS[language](sample(text, language, marks or []))).quotes)


def said(text: str, language: str = "tr", marks: Marks | None = None) -> list[tuple[str, str | None]]:
    return [(text[q.start : q.end], q.speaker.name if q.speaker else None) for q in quotes(text, language, marks)]


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“"])
def test_words_between_marks_are_a_quote_whatever_the_marks(marks: str) -> None:
    text = f"Aylin Sezgin, {marks[0]}Kararı yarın açıklayacağız.{marks[1]} dedi."
    assert said(text, "tr", AYLIN) == [("Kararı yarın açıklayacağız.", "Aylin Sezgin")]


def test_an_apostrophe_opens_no_quote() -> None:
    assert marked("Lizbon'un 3 Mart'ta aldığı karar Oslo'yu üzdü.") == []


def test_single_marks_hold_a_quote() -> None:
    text = "Aylin Sezgin ‘Kararı yarın açıklayacağız’ dedi."
    assert said(text, "tr", AYLIN) == [("Kararı yarın açıklayacağız", "Aylin Sezgin")]


def test_a_quote_within_a_quote_is_one_of_its_own() -> None:
    text = "Aylin Sezgin, “Bize ‘bekleyin’ dediler, biz de bekledik.” diye konuştu."
    assert [words for words, _ in said(text, "tr", AYLIN)] == [
        "Bize ‘bekleyin’ dediler, biz de bekledik.",
        "bekleyin",
    ]


def test_a_quote_that_no_mark_closes_ends_with_its_paragraph() -> None:
    text = "Aylin Sezgin şöyle konuştu: “Kararı yarın açıklayacağız, sonra da uygulayacağız.\n\nSalonda alkış koptu."
    assert said(text, "tr", AYLIN) == [("Kararı yarın açıklayacağız, sonra da uygulayacağız.", "Aylin Sezgin")]


@pytest.mark.parametrize(
    "text",
    [
        'Kasabada "Kara Hamdi" lakaplı bir bakkal vardı.',
        "Ekip, “Mavi Ufuk” adlı gemiyle yola çıktı.",
        'Konser, "Deniz"in galasından sonra başladı.',
    ],
)
def test_a_name_between_marks_is_no_quote(text: str) -> None:
    assert said(text) == []


def test_two_words_are_a_quote_where_someone_is_said_to_have_said_them() -> None:
    text = 'Aylin Sezgin planı "tam felaket" diye niteledi.'
    assert said(text, "tr", AYLIN) == [("tam felaket", "Aylin Sezgin")]


def test_a_participle_behind_the_quote_names_the_speaker_after_it() -> None:
    text = 'Rui Tavares salondan ayrıldı. "Kararı yarın açıklayacağız." diyen Aylin Sezgin, soru almadı.'
    marks: Marks = [("Rui Tavares", "PERSON"), ("Aylin Sezgin", "PERSON")]
    assert said(text, "tr", marks) == [("Kararı yarın açıklayacağız.", "Aylin Sezgin")]


def test_the_subject_of_the_sentence_before_speaks_where_none_is_named() -> None:
    text = 'Aylin Sezgin kürsüye çıktı. "Kararı yarın açıklayacağız, söz veriyorum." ifadelerini kullandı.'
    assert said(text, "tr", AYLIN) == [("Kararı yarın açıklayacağız, söz veriyorum.", "Aylin Sezgin")]


def test_nobody_speaks_where_the_text_names_nobody() -> None:
    (quote,) = quotes('Bir yetkili, "Kararı yarın açıklayacağız." dedi.')
    assert quote.speaker is None
    assert say(quote.reason, "tr") != quote.reason


@pytest.mark.parametrize(
    "text",
    [
        '"We will publish the ruling tomorrow," said Aylin Sezgin.',
        '"We will publish the ruling tomorrow," Aylin Sezgin told reporters.',
        'Aylin Sezgin said: "We will publish the ruling tomorrow,"',
    ],
)
def test_an_english_speaker_stands_on_either_side(text: str) -> None:
    assert said(text, "en", AYLIN) == [("We will publish the ruling tomorrow,", "Aylin Sezgin")]


def test_an_english_quote_alone_goes_on_with_the_same_speaker() -> None:
    text = 'It is late. "We waited all night," said Aylin Sezgin. "Now we go home and sleep."'
    assert [speaker for _, speaker in said(text, "en", AYLIN)] == ["Aylin Sezgin", "Aylin Sezgin"]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="abcış “”\"'’‘«».,\n dedi", max_size=200), st.sampled_from(["tr", "en"]))
def test_no_marks_make_it_raise(text: str, language: str) -> None:
    doc = FINDERS[language](doc_of(text, language, []))
    for quote in analysis_of(doc).quotes:
        assert 0 <= quote.start < quote.end <= len(text)


@needs_shared
def test_the_development_articles_keep_their_quotes_and_speakers() -> None:
    wanted = hit = spoken = right = made = 0
    for language in ("tr", "en"):
        for gold in gold_articles(SHARED / "gold", language):
            doc, ids = gold_doc(gold)
            mine = analysis_of(FINDERS[language](doc)).quotes
            name = {e["id"]: e["text"] for e in gold["entities"]}
            made += len(mine)
            for quote in gold["quotes"]:
                wanted += 1
                match = next((q for q in mine if (q.start, q.end) == (quote["start"], quote["end"])), None)
                hit += match is not None
                if match is not None and quote.get("speaker"):
                    spoken += 1
                    right += match.speaker is not None and name[ids[id(match.speaker)]] == name[quote["speaker"]]
    assert 2 * hit / (wanted + made) >= 0.95
    assert right / spoken >= 0.9
