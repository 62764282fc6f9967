"""Dates and times: what is found, where it ends, what it means on the day of publication."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.assets import path
from dateline.core.messages import say
from dateline.suggest.analysis import analysis_of
from dateline.suggest.dates import Basis, Kind, Timex, find
from dateline.suggest.figures import mark_amounts, mark_dates
from dateline.suggest.pipeline import analyse, build
from paths import SHARED, needs_shared

SATURDAY = date(2026, 2, 14)


def only(text: str, language: str = "tr", published: date | None = SATURDAY) -> tuple[str, Timex]:
    """The one expression of a sentence."""
    (timex,) = find(text, language, published)
    return text[timex.start : timex.end], timex


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Heyet 6 Şubat'ta Vaha'ya gitti.", "6 Şubat", "2026-02-06"),
        ("Heyet 10 Martta Vaha'ya gidecek.", "10 Martta", "2026-03-10"),
        ("Toplantı 17 Şubat Salı günü yapılacak.", "17 Şubat Salı günü", "2026-02-17"),
        ("Fuar 26-28 Şubat'ta açılacak.", "26-28 Şubat", "2026-02-26/2026-02-28"),
        ("Bakan salı günü istifa etti.", "salı günü", "2026-02-10"),
        ("Bakan salı günü istifa edecek.", "salı günü", "2026-02-17"),
        ("Bakan perşembe gününe kadar süre verdi.", "perşembe gününe", "2026-02-19"),
        ("Okullar pazartesi günü açılıyor.", "pazartesi günü", "2026-02-16"),
        ("Köprü cumadan beri kapalı.", "cumadan", "2026-02-13"),
        ("Kurul cumartesi günü toplandı.", "cumartesi günü", "2026-02-14"),
        ("Hafta başında anlaştılar.", "Hafta başında", "2026-W07"),
        ("Hafta başında anlaşacaklar.", "Hafta başında", "2026-W08"),
        ("Geçen hafta salı istifa etti.", "Geçen hafta salı", "2026-02-03"),
        ("Tesis haziran ayında açıldı.", "haziran ayında", "2025-06"),
        ("Tesis haziran ayında açılacak.", "haziran ayında", "2026-06"),
        ("Tesis 2027'nin ilk çeyreğinde açılacak.", "2027'nin ilk çeyreğinde", "2027-Q1"),
        ("Yılın ikinci yarısında seçim var.", "Yılın ikinci yarısında", "2026"),
        ("İki hafta önce görüştüler.", "İki hafta önce", "2026-W05"),
        ("Anlaşma 2025 sonunda bitti.", "2025 sonunda", "2025"),
        ("Vali 1999'da doğdu.", "1999", "1999"),
        ("Yollar Kurban Bayramı'nın ikinci günü kapanacak.", "Kurban Bayramı'nın ikinci günü", "2026-05-28"),
    ],
)
def test_turkish_dates_end_where_the_guidelines_say_and_follow_the_verb(text: str, words: str, value: str) -> None:
    found, timex = only(text)
    assert (found, timex.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The envoy resigned on Tuesday.", "Tuesday", "2026-02-10"),
        ("The envoy will resign on Tuesday.", "Tuesday", "2026-02-17"),
        ("The envoy met them last week.", "last week", "2026-W06"),
        ("Talks opened on Feb. 6.", "Feb. 6", "2026-02-06"),
        ("Talks will open on 10 March.", "10 March", "2026-03-10"),
        ("The port closed in May 2021.", "May 2021", "2021-05"),
        ("The fair runs on April 17-19.", "April 17-19", "2026-04-17/2026-04-19"),
        ("It grew in Q3 2024.", "Q3 2024", "2024-Q3"),
        ("It was signed three days ago.", "three days ago", "2026-02-11"),
        ("It ends by the end of 2027.", "the end of 2027", "2027"),
        ("They left in mid-January.", "mid-January", "2026-01"),
    ],
)
def test_english_dates(text: str, words: str, value: str) -> None:
    found, timex = only(text, "en")
    assert (found, timex.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2000 kişi ve 1.950 ton yardım, 2012 adet çadır.", "tr"),
        ("Kaza 15 Temmuz Şehitler Köprüsü önünde oldu.", "tr"),
        ("Fatura 31 Şubat'ta ödenecek.", "tr"),
        ("It ends on February 31.", "en"),
        ("You may march in protest.", "en"),
        ("They joined Vahana 2025 with 2,000 troops.", "en"),
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str, language: str) -> None:
    assert [text[t.start : t.end] for t in find(text, language, SATURDAY)] == []


def test_without_a_day_of_publication_nothing_relative_gets_a_value() -> None:
    for text in ("Bakan dün geldi.", "Bakan salı günü geldi.", "Bakan 6 Şubat'ta geldi.", "Hafta sonu geldi."):
        _, timex = only(text, published=None)
        assert (timex.value, timex.first, timex.reason) == (None, None, "dates.no_published")
    assert only("Bakan 6 Şubat 2026'da geldi.", published=None)[1].value == "2026-02-06"


def test_a_weekday_that_does_not_fit_its_date_is_reported_and_the_date_kept() -> None:
    _, timex = only("Toplantı 17 Şubat 2026 Cuma günü yapıldı.")
    assert (timex.value, timex.weekday_conflict, timex.reason) == ("2026-02-17", True, "dates.weekday_conflict")


def test_the_next_day_counts_from_the_day_mentioned_last() -> None:
    first, second = find("Kurul 3 Şubat'ta toplandı. Ertesi gün karar açıklandı.", "tr", SATURDAY)
    assert (first.value, second.value, second.basis) == ("2026-02-03", "2026-02-04", Basis.EVENT)
    assert only("Ertesi gün karar açıklandı.")[1].value is None


def test_a_part_of_the_day_and_a_clock_time_stand_on_their_own_and_take_the_day_before_them() -> None:
    day, part = find("Heyet dün akşam indi.", "tr", SATURDAY)
    assert (day.kind, part.kind, part.timex3) == (Kind.DATE, Kind.TIME, "2026-02-13TEV")
    day, clock = find("Tören 17 Şubat saat 10.00'da başlayacak.", "tr", SATURDAY)
    assert (clock.kind, clock.value) == (Kind.TIME, "2026-02-17T10:00")
    day, clock = find("It began on Monday at 9:45 p.m. and ended.", "en", SATURDAY)
    assert (day.value, clock.value) == ("2026-02-09", "2026-02-09T21:45")


def test_open_readings_name_the_other_one() -> None:
    _, timex = only("Oylama perşembe.")
    assert (timex.value, timex.alternative) == ("2026-02-19", "2026-02-12")


def development() -> Iterator[tuple[str, str, str, str, str, str]]:
    file = SHARED / "timex" / "tr_timex_dev.tsv"
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield row["expression"], row["tense_cue"], row["value"], row["mod"], row["start"], row["end"]


@needs_shared
def test_the_development_expressions_get_their_values() -> None:
    verbs = {"past": " heyet açıklama yaptı.", "future": " heyet açıklama yapacak.", "any": "."}
    wrong = []
    rows = list(development())
    for expression, cue, value, mod, first, last in rows:
        if "bu yana" in expression or "beri" in expression:
            continue  # marked without the postposition: the day on which it began
        found = find(f"Yetkililer {expression}{verbs[cue]}", "tr", SATURDAY)
        timex = found[-1]
        wanted = "" if value.startswith("XXXX") else value
        days = (str(timex.first or ""), str(timex.last or ""))
        got = (timex.timex3 or "", timex.mod)
        if got != (wanted, mod) or (timex.kind is not Kind.DURATION and days != (first, last)):
            wrong.append(f"{expression} ({cue}): {got} {days}, not {(wanted, mod)} {(first, last)}")
    assert len(rows) > 100
    assert not wrong, "\n".join(wrong)


@needs_shared
@pytest.mark.parametrize(("language", "values"), [("tr", 0.95), ("en", 0.95)])
def test_dates_of_the_annotated_articles(language: str, values: float) -> None:
    hits = found = wanted = right = valued = 0
    nlp = build(language, ("dateline_blocks",))
    for file in sorted((SHARED / "gold").glob("*.json")) + sorted((SHARED / "corpus").glob("*.json")):
        article = json.loads(file.read_text(encoding="utf-8"))
        if article["language"] != language:
            continue
        doc = analyse(nlp, article["text"], language, date.fromisoformat(article["published"]))
        mark_dates(doc)
        got = {(m.start, m.end): m.value for m in analysis_of(doc).mentions if m.label == "DATE"}
        entities = [e for e in article["entities"] if e["label"] == "DATE"]
        optional = [e for e in article["entities"] if e.get("optional")]
        gold = {(e["start"], e["end"]): e.get("value") for e in entities if not e.get("optional")}
        hits += len(gold.keys() & got.keys())
        wanted += len(gold)
        found += sum(s in gold or not any(o["start"] < s[1] and s[0] < o["end"] for o in optional) for s in got)
        for span in gold.keys() & got.keys():
            valued += gold[span] is not None
            right += gold[span] is not None and gold[span] == got[span]
    assert 2 * hits / (found + wanted) >= 0.93
    assert right / valued >= values


@given(st.text(), st.sampled_from(["tr", "en"]), st.none() | st.dates())
def test_any_text_is_survived_and_spans_lie_inside_it(text: str, language: str, published: date | None) -> None:
    ends = [0]
    for timex in find(text, language, published):
        assert ends[-1] <= timex.start < timex.end <= len(text)
        ends.append(timex.end)


_PIECES = st.sampled_from(
    (
        "31 30 29 Şubat Mart mayısta 2024 2025'te pazartesi günü geçen hafta sonu ay başında önce sonra saat 24.00 ilk "
        "çeyreğinde Kurban Bayramı'nın ertesi gün - 1990'lı yıllarda February 31 May mid- next week of the end ago "
        "p.m. 12:30 . ,"
    ).split(" ")
)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_what_lies_outside_the_calendar_is_left_open(published: date) -> None:
    text = "Dün geldiler, yarın ve gelecek yıl yine gelecekler; 3 Mart 2024'te de gelmişlerdi."
    assert "2024-03-03" in {timex.value for timex in find(text, "tr", published)}
    find("Yesterday, tomorrow, next year, last week and ten years ago.", "en", published)


@given(st.lists(_PIECES, max_size=12).map(" ".join), st.sampled_from(["tr", "en"]), st.none() | st.dates())
def test_any_mixture_of_calendar_words_is_survived(text: str, language: str, published: date | None) -> None:
    for timex in find(text, language, published):
        assert 0 <= timex.start < timex.end <= len(text)
        assert timex.first is None or timex.last is None or timex.first <= timex.last


def test_the_components_skip_the_header_and_report_a_missing_day_of_publication() -> None:
    text = " date 2026-02-14 Heyet dün 3 milyon avro ve 12 kişiyle geldi."
    doc = mark_amounts(mark_dates(analyse(build("tr", ("dateline_blocks",)), text, "tr", None)))
    found = [(text[m.start : m.end], m.label, m.value) for m in analysis_of(doc).mentions]
    assert found == [
        ("dün", "DATE", None),
        ("3 milyon avro", "MONEY", "3000000 EUR"),
        ("12 kişiyle", "QUANTITY", "12"),
    ]
    assert [n.key for n in analysis_of(doc).notices] == ["dates.no_published_notice"]


def test_every_reason_has_its_sentence_and_fills_it() -> None:
    for text, published in [("Bakan dün geldi.", SATURDAY), ("Oylama perşembe.", SATURDAY), ("Bakan dün geldi.", None)]:
        (timex,) = find(text, "tr", published)
        for language in ("tr", "en"):
            sentence = say(timex.reason, language, **timex.params)
            assert sentence != timex.reason
            assert "{" not in sentence
    tr, en = (json.loads(path("messages", f"dates.{x}.json").read_text(encoding="utf-8")) for x in ("tr", "en"))
    assert tr.keys() == en.keys()
