"""Attribution: who tells of an event, and through which medium. Samples are invented."""

from __future__ import annotations

import pytest
from events_help import Marks, sample

from dateline.core.annotation import FURTHER, OUTLET, SOURCE, Origin
from dateline.core.messages import say
from dateline.suggest.analysis import FoundEvent, FoundQuote, analysis_of
from dateline.suggest.attribution.component import Attributor
from dateline.suggest.pipeline import COMPONENTS

ATTRIBUTORS = {language: Attributor(language) for language in ("tr", "en")}
AYLIN: Marks = [("Aylin Sezgin", "PERSON")]
SEZGIN_LIZBON: Marks = [*AYLIN, ("Lizbon", "GPE")]


def told(
    text: str, trigger: str, marks: Marks, language: str = "tr", quote: tuple[str, str] | None = None
) -> FoundEvent:
    """The event that a word names, with who tells of it. `quote`: its words and the name of its speaker."""
    doc = sample(text, language, marks)
    analysis = analysis_of(doc)
    start = text.index(trigger)
    analysis.events = [FoundEvent(start, start + len(trigger), "ATTACK", "rule", "events.rule", {"word": trigger})]
    if quote:
        words, name = quote
        at = text.index(words)
        speaker = next((m for m in analysis.mentions if m.name == name), None)
        analysis.quotes = [FoundQuote(at, at + len(words), "rule", "events.quote_before", {}, speaker)]
    ATTRIBUTORS[language](doc)
    return analysis.events[0]


def tellers(
    text: str, trigger: str, marks: Marks, language: str = "tr", quote: tuple[str, str] | None = None
) -> dict[str, str]:
    return {role: mention.name for role, mention in told(text, trigger, marks, language, quote).arguments}


@pytest.mark.parametrize(
    "cue",
    [
        "belirtti",
        "söyledi",
        "açıkladı",
        "bildirdi",
        "kaydetti",
        "duyurmuştu",
        "savunuyor",
        "iddia etti",
        "öne sürdü",
        "ifade etti",
        "dile getirdi",
    ],
)
def test_the_subject_of_a_verb_of_saying_tells_what_its_clause_says(cue: str) -> None:
    text = f"Aylin Sezgin, Lizbon'un limana saldırdığını {cue}."
    assert tellers(text, "saldırdığını", SEZGIN_LIZBON) == {SOURCE: "Aylin Sezgin"}


@pytest.mark.parametrize("form", ["saldıracağını", "saldırmasını", "saldırdıklarını", "saldırmayacağını"])
def test_content_clauses_of_every_kind_are_told(form: str) -> None:
    text = f"Aylin Sezgin, Lizbon'un limana {form} savundu."
    assert tellers(text, form, SEZGIN_LIZBON) == {SOURCE: "Aylin Sezgin"}


def test_all_clauses_before_the_verb_are_told() -> None:
    text = "Aylin Sezgin, Lizbon'un limana saldırdığını, iki geminin battığını bildirdi."
    assert tellers(text, "saldırdığını", SEZGIN_LIZBON) == {SOURCE: "Aylin Sezgin"}


def test_a_verb_without_a_content_clause_tells_nothing() -> None:
    assert tellers("Aylin Sezgin, saldırı programını açıkladı.", "saldırı", AYLIN) == {}


def test_a_verb_of_saying_that_is_denied_tells_nothing() -> None:
    text = "Aylin Sezgin, Lizbon'un limana saldırdığını söylemedi."
    assert tellers(text, "saldırdığını", SEZGIN_LIZBON) == {}


def test_what_the_source_did_before_saying_so_is_the_articles_own() -> None:
    text = "Aylin Sezgin, valiyle görüşmesinin ardından yaptığı açıklamada, Lizbon'un limana saldırdığını söyledi."
    assert tellers(text, "görüşmesinin", SEZGIN_LIZBON) == {}
    assert tellers(text, "saldırdığını", SEZGIN_LIZBON) == {SOURCE: "Aylin Sezgin"}


def test_another_clause_of_the_sentence_is_the_articles_own() -> None:
    text = "Lizbon limana saldırdı, Aylin Sezgin de köprünün yıkıldığını söyledi."
    marks: Marks = [("Lizbon", "GPE"), *AYLIN]
    assert tellers(text, "saldırdı", marks) == {}
    assert tellers(text, "yıkıldığını", marks) == {SOURCE: "Aylin Sezgin"}


def test_a_source_may_stand_right_before_the_verb() -> None:
    text = "Lizbon'un limana saldırdığını Aylin Sezgin duyurdu."
    assert tellers(text, "saldırdığını", [("Lizbon", "GPE"), *AYLIN]) == {SOURCE: "Aylin Sezgin"}


def test_someone_without_a_name_hides_nobody_behind_a_name() -> None:
    text = "Yetkililer, Aylin Sezgin limana saldırınca köprünün yıkıldığını söyledi."
    assert tellers(text, "yıkıldığını", AYLIN) == {}


def test_the_place_of_a_dateline_says_nothing() -> None:
    text = "LİZBON (ABC) - Aylin Sezgin, limana saldırı düzenlendiğini söyledi."
    marks: Marks = [("LİZBON", "GPE"), *AYLIN]
    assert tellers(text, "saldırı", marks) == {SOURCE: "Aylin Sezgin"}


def test_an_abbreviation_in_brackets_does_not_cut_a_speaker_off_the_office() -> None:
    text = "Deniz Kurumu (DK) Sözcüsü Aylin Sezgin, limana saldırı düzenlendiğini söyledi."
    marks: Marks = [("Deniz Kurumu", "ORG"), *AYLIN]
    assert tellers(text, "saldırı", marks) == {SOURCE: "Aylin Sezgin"}


def test_who_a_participle_of_saying_describes_is_the_source() -> None:
    text = "Lizbon'un limana saldırdığını belirten Bakan Aylin Sezgin, yardım istedi."
    marks: Marks = [("Lizbon", "GPE"), ("Bakan", "TITLE"), *AYLIN]
    assert tellers(text, "saldırdığını", marks) == {SOURCE: "Aylin Sezgin"}
    assert tellers(text, "istedi", marks) == {}


def test_a_converb_of_saying_has_the_subject_of_its_sentence() -> None:
    text = "Aylin Sezgin, Lizbon'un limana saldırdığını belirterek yardım istedi."
    assert tellers(text, "saldırdığını", SEZGIN_LIZBON) == {SOURCE: "Aylin Sezgin"}


@pytest.mark.parametrize(
    "frame",
    [
        "Deniz Kurumu'ndan yapılan açıklamada",
        "Deniz Kurumu'nun açıklamasında",
        "Deniz Kurumu tarafından yayımlanan raporda",
    ],
)
def test_a_passive_takes_its_source_from_the_statement_it_is_in(frame: str) -> None:
    text = f"{frame}, iki geminin battığı bildirildi."
    assert tellers(text, "battığı", [("Deniz Kurumu", "ORG")]) == {SOURCE: "Deniz Kurumu"}


@pytest.mark.parametrize("cue", ["belirtildi", "bildirildi", "öne sürüldü", "iddia edildi"])
def test_a_passive_without_a_statement_names_nobody(cue: str) -> None:
    assert tellers(f"Lizbon'da iki geminin battığı {cue}.", "battığı", [("Lizbon", "GPE")]) == {}


@pytest.mark.parametrize(
    "words", ["Aylin Sezgin'e göre", "Aylin Sezgin'in açıklamasına göre", "Aylin Sezgin'in bildirdiğine göre"]
)
def test_what_follows_gore_is_told(words: str) -> None:
    text = f"{words} gemi dün battı, arama bitti."
    assert tellers(text, "battı", AYLIN) == {SOURCE: "Aylin Sezgin"}
    assert tellers(text, "bitti", AYLIN) == {}


@pytest.mark.parametrize("words", ["Lizbon'a göre daha çok gemi", "mart ayına göre gemi"])
def test_a_comparison_is_no_source(words: str) -> None:
    assert tellers(f"{words} battı.", "battı", [("Lizbon", "GPE")] if "Lizbon" in words else []) == {}


@pytest.mark.parametrize("words", ["Reuters'a konuşan Aylin Sezgin", "Aylin Sezgin, Reuters'a verdiği röportajda"])
def test_the_medium_that_someone_talks_to_is_the_outlet(words: str) -> None:
    text = f"{words}, geminin battığını söyledi."
    marks: Marks = sorted([("Reuters", "ORG"), *AYLIN], key=lambda m: text.index(m[0]))
    assert tellers(text, "battığını", marks) == {SOURCE: "Aylin Sezgin", OUTLET: "Reuters"}


def test_a_medium_that_reports_is_the_outlet_and_not_the_source() -> None:
    assert tellers("Reuters, geminin battığını yazdı.", "battığını", [("Reuters", "ORG")]) == {OUTLET: "Reuters"}


def test_a_sentence_that_goes_on_has_the_source_of_the_one_before() -> None:
    text = "Aylin Sezgin, geminin battığını söyledi. Lizbon'un limana saldırdığını da ekledi."
    assert tellers(text, "saldırdığını", SEZGIN_LIZBON) == {SOURCE: "Aylin Sezgin"}


def test_an_event_in_a_quote_is_told_by_its_speaker() -> None:
    text = "Aylin Sezgin, Reuters'a verdiği röportajda “Lizbon'un limana saldırdığını biliyoruz.” dedi."
    marks: Marks = [*AYLIN, ("Reuters", "ORG"), ("Lizbon", "GPE")]
    quote = ("Lizbon'un limana saldırdığını biliyoruz.", "Aylin Sezgin")
    assert tellers(text, "saldırdığını", marks, quote=quote) == {SOURCE: "Aylin Sezgin", OUTLET: "Reuters"}


def test_an_event_in_a_quote_of_nobody_has_no_source() -> None:
    text = "Duvarda “Lizbon saldırdı, kaçın” yazıyordu."
    assert tellers(text, "saldırdı", [("Lizbon", "GPE")], quote=("Lizbon saldırdı, kaçın", "")) == {}


IRIS: Marks = [("Iris Calder", "PERSON")]


@pytest.mark.parametrize(
    "cue", ["said", "said that", "claimed that", "told reporters on Monday that", "announced that"]
)
def test_what_an_english_verb_of_saying_governs_is_told(cue: str) -> None:
    text = f"Iris Calder {cue} rebels attacked the port."
    marks: Marks = [*IRIS, ("Monday", "DATE")] if "Monday" in cue else IRIS
    assert tellers(text, "attacked", marks, "en") == {SOURCE: "Iris Calder"}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the port, Iris Calder said on Monday.",
        "Rebels attacked the port, said Iris Calder.",
        "Rebels attacked the port, according to Iris Calder.",
        "According to Iris Calder, rebels attacked the port.",
    ],
)
def test_english_sources_may_follow_what_they_say_or_open_the_sentence(text: str) -> None:
    marks: Marks = [*IRIS, ("Monday", "DATE")] if "Monday" in text else IRIS
    assert tellers(text, "attacked", marks, "en") == {SOURCE: "Iris Calder"}


def test_a_verb_with_another_object_tells_nothing_in_english() -> None:
    assert tellers("Iris Calder announced attacks on the port.", "attacks", IRIS, "en") == {}


def test_the_articles_own_asides_are_not_told_in_english() -> None:
    text = "Iris Calder said the ship, which was attacked in May, would sail."
    assert tellers(text, "attacked", IRIS, "en") == {}
    assert tellers(text, "sail", IRIS, "en") == {SOURCE: "Iris Calder"}


def test_a_place_after_a_preposition_is_no_source_in_english() -> None:
    text = "Residents of Lisbon said rebels attacked the port."
    assert tellers(text, "attacked", [("Lisbon", "GPE")], "en") == {}


def test_whom_a_medium_cites_is_the_source_in_english() -> None:
    text = "Reuters reported that rebels attacked the port, citing Iris Calder."
    marks: Marks = [("Reuters", "ORG"), *IRIS]
    assert tellers(text, "attacked", marks, "en") == {SOURCE: "Iris Calder", OUTLET: "Reuters"}


def test_the_medium_that_was_told_is_the_outlet_in_english() -> None:
    text = "Iris Calder told Reuters that rebels attacked the port."
    marks: Marks = [*IRIS, ("Reuters", "ORG")]
    assert tellers(text, "attacked", marks, "en") == {SOURCE: "Iris Calder", OUTLET: "Reuters"}


def test_he_said_goes_back_to_who_spoke_before() -> None:
    text = "Iris Calder said the ship sank. She said rebels attacked the port."
    assert tellers(text, "attacked", IRIS, "en") == {SOURCE: "Iris Calder"}


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_reason_names_the_source_and_the_word_that_shows_it(language: str) -> None:
    event = told("Aylin Sezgin, geminin battığını söyledi.", "battığını", AYLIN)
    said = Origin(event.source, event.reason, event.params).explain(language)
    own = say("events.rule", language, word="battığını")
    assert said.startswith(own)
    assert "Aylin Sezgin" in said.removeprefix(own)
    assert "“söyledi”" in said


def test_an_event_that_nobody_tells_of_keeps_its_one_reason() -> None:
    assert FURTHER not in told("Gemi dün battı.", "battı", []).params


def test_attribution_comes_after_quotes_and_events() -> None:
    assert COMPONENTS[-3:] == ("dateline_quotes", "dateline_events", "dateline_attribution")
