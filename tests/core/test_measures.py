"""The measures, on small invented articles whose figures can be counted by hand."""

from __future__ import annotations

from typing import Any

from dateline.core.measures import Measures

TEXT = "Lidya dün Karya ile görüştü."


def article(entities: list[tuple[str, str]], events: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    marked = [
        {"id": words, "start": TEXT.index(words), "end": TEXT.index(words) + len(words), "label": label}
        for words, label in entities
    ]
    return {"text": TEXT, "entities": marked, "events": events, "quotes": []} | more


def event(kind: str, **roles: str) -> dict[str, Any]:
    return {
        "type": kind,
        "trigger": {"start": 20, "end": 27},
        "modality": "asserted",
        "arguments": [{"role": role, "entity": words} for role, words in roles.items()],
    }


GOLD = article(
    [("Lidya", "GPE"), ("dün", "DATE"), ("Karya", "GPE")], [event("CONSULT", actor="Lidya", recipient="Karya")]
)


def judged(suggested: dict[str, Any], gold: dict[str, Any] = GOLD) -> Measures:
    measures = Measures()
    measures.add(gold, suggested)
    return measures


def test_what_equals_the_annotation_leaves_no_work() -> None:
    measures = judged(GOLD)
    assert measures.work_left == 0
    assert (measures.entities.f1, measures.events.f1, measures.arguments.f1) == (1, 1, 1)


def test_nothing_suggested_leaves_all_the_work() -> None:
    assert judged(article([], [])).work_left == 1


def test_a_wrong_label_takes_one_correction_and_a_missing_mention_two() -> None:
    measures = judged(article([("Lidya", "PERSON"), ("dün", "DATE")], []), article([*FORMS], []))
    assert (measures.corrections, measures.from_nothing) == (3, 6)
    assert (measures.entities.right, measures.entities.spurious, measures.entities.missed) == (1, 1, 2)


FORMS = [("Lidya", "GPE"), ("dün", "DATE"), ("Karya", "GPE")]


def test_an_optional_mention_counts_neither_way() -> None:
    gold = article(FORMS, [])
    gold["entities"][0]["optional"] = True
    for suggested in (article(FORMS, []), article(FORMS[1:], []), article([("Lidya", "ORG"), *FORMS[1:]], [])):
        assert judged(suggested, gold).work_left == 0


def test_a_trigger_of_another_type_is_missed_and_spurious_and_its_roles_are_still_compared() -> None:
    measures = judged(article(FORMS, [event("AGREE", actor="Lidya", recipient="Karya")]))
    assert (measures.types["CONSULT"].missed, measures.types["AGREE"].spurious) == (1, 1)
    assert measures.arguments.right == 2
    assert measures.corrections == 1


def test_a_role_is_right_only_with_its_own_mention() -> None:
    measures = judged(article(FORMS, [event("CONSULT", actor="Karya", recipient="Lidya")]))
    assert (measures.arguments.right, measures.arguments.spurious, measures.arguments.missed) == (0, 2, 2)
