"""A codebook being edited, and records that follow it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.core.annotation import Argument, Event, Mention, Origin, Quote, Status
from dateline.core.bookdraft import Draft
from dateline.core.codebook import BUNDLED, bundled
from dateline.core.contrast import ratio
from dateline.core.recoding import Recoding, fit, recode, uses
from dateline.core.review import ReviewState, apply
from dateline.core.spans import Span
from dateline.core.suggestion import Suggestions

PAGES = ("#ffffff", "#1f2227")
RULE = Origin("rule", "reason.analyst")


def _row(draft: Draft, group: str, id: str) -> int:
    return [entry.id for entry in draft.groups[group]].index(id)


def _change(draft: Draft, group: str, which: str, **values: object) -> None:
    row = _row(draft, group, which)
    type = draft.groups[group][row].type
    draft.put(group, row, replace(type, term=replace(type.term, **values)))  # type: ignore[arg-type]


def _state() -> ReviewState:
    mentions = [
        Mention("m1", Span(0, 3), "GPE", Status.ACCEPTED, RULE),
        Mention("m2", Span(4, 6), "PERSON", Status.REJECTED, RULE),
    ]
    event = Event(
        "e1", "CONSULT", Span(7, 9), Status.FLAGGED, RULE, "planned", "visit", None, (Argument("location", "m1"),)
    )
    return ReviewState({m.id: m for m in mentions}, {"e1": event}, {})


@pytest.mark.parametrize("name", BUNDLED)
def test_nothing_is_wrong_with_the_codebooks_that_ship(name: str) -> None:
    assert Draft(bundled(name)).problems(PAGES) == []


def test_a_draft_that_nobody_touched_is_the_codebook() -> None:
    assert Draft(bundled()).book() == bundled()


def test_contrast_is_that_of_wcag() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    with pytest.raises(ValueError):
        ratio("red", "#ffffff")


def test_what_names_an_entry_follows_its_new_id() -> None:
    draft = Draft(bundled())
    _change(draft, "roles", "actor", id="who")
    _change(draft, "labels", "GPE", id="PLACE")
    book = draft.book()
    assert "who" in book.type_by_id["AGREE"].required
    assert "PLACE" in book.label_by_id["ORG"].confused_with
    assert draft.renamed("roles") == {"actor": "who"}
    assert draft.renamed("labels") == {"GPE": "PLACE"}
    assert book.label_by_id["PLACE"].takes == ("GPE",)


def test_what_is_removed_is_named_nowhere() -> None:
    draft = Draft(bundled())
    draft.remove("modes", _row(draft, "modes", "visit"))
    assert "visit" not in draft.book().type_by_id["CONSULT"].modes
    assert draft.removed("modes") == ["visit"]


def test_entries_can_be_added_and_reordered() -> None:
    draft = Draft(bundled())
    row = draft.add("labels", {"tr": "Silah"})
    assert draft.move("labels", row, -1) == row - 1
    again = draft.add("labels", {"tr": "Gemi"})
    assert draft.groups["labels"][again].id != draft.groups["labels"][row - 1].id
    assert draft.move("labels", 0, -1) == 0
    assert draft.removed("labels") == []


@pytest.mark.parametrize(
    ("values", "key", "grave"),
    [
        ({"id": ""}, "codebook.problem.id", True),
        ({"id": "two words"}, "codebook.problem.id", True),
        ({"id": "ORG"}, "codebook.problem.twice", True),
        ({"names": {}}, "codebook.problem.name", True),
        ({"light": "blue"}, "codebook.problem.colour_light", True),
        ({"light": "#ffff00"}, "codebook.problem.contrast_light", False),
        ({"dark": "#000000"}, "codebook.problem.contrast_dark", False),
        ({"key": "2"}, "codebook.problem.key", False),
        ({"key": "j"}, "codebook.problem.taken", False),
    ],
)
def test_what_is_wrong_is_told(values: dict[str, object], key: str, grave: bool) -> None:
    draft = Draft(bundled())
    _change(draft, "labels", "PERSON", **values)
    found = {problem.key: problem.grave for problem in draft.problems(PAGES, {"j": "Next"})}
    assert found[key] is grave


def test_a_key_that_begins_another_is_told() -> None:
    draft = Draft(bundled())
    _change(draft, "event_types", "AGREE", key="c")
    assert "codebook.problem.prefix" in {problem.key for problem in draft.problems(PAGES)}


def test_the_modality_of_plain_facts_has_to_stay() -> None:
    draft = Draft(bundled())
    draft.remove("modalities", _row(draft, "modalities", "asserted"))
    assert draft.problems(PAGES)[0].key == "codebook.problem.asserted"


def test_an_imported_codebook_continues_the_entries_that_it_shares() -> None:
    draft = Draft(bundled("small"), bundled())
    assert "PERSON" not in draft.removed("labels")
    assert {"GPE", "LOC", "TITLE"} <= set(draft.removed("labels"))


def test_records_are_counted_and_recoded_without_touching_what_was_decided() -> None:
    state = _state()
    found = uses(state)
    assert (found["labels", "GPE"], found["modes", "visit"], found["roles", "location"]) == (1, 1, 1)
    change = Recoding(
        {"GPE": "PLACE"}, {"CONSULT": "MEET"}, {"location": "where"}, {"planned": "later"}, {"visit": None}
    )
    applied = apply(state, recode(state, change))
    event = applied.state.events["e1"]
    assert (event.type, event.modality, event.mode, event.status) == ("MEET", "later", None, Status.FLAGGED)
    assert event.arguments == (Argument("where", "m1"),)
    assert applied.state.mentions["m1"].label == "PLACE"
    assert applied.state.mentions["m2"] == state.mentions["m2"]
    assert apply(applied.state, applied.inverse).state == state


def test_suggestions_come_in_the_words_of_the_codebook() -> None:
    state = _state()
    title = Mention("m3", Span(10, 12), "TITLE", Status.SUGGESTED, RULE)
    quote = Quote("q", Span(13, 15), Status.SUGGESTED, RULE, "m3")
    made = Suggestions("x", (*state.mentions.values(), title), tuple(state.events.values()), (quote,))
    small = bundled("small")
    fitted = fit(made, small)
    assert [m.label for m in fitted.mentions] == ["PLACE", "PERSON"]
    assert [(e.type, e.mode, e.modality) for e in fitted.events] == [("HAPPENING", None, "planned")]
    assert fitted.quotes[0].speaker is None
    assert fit(made, bundled()) == made
