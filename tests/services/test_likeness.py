"""Which known entity a name may mean, and what becomes of two that are one."""

from __future__ import annotations

import pytest

from dateline.core.registry import Entity, distinct, joined
from dateline.services.likeness import Likeness, candidates

KNOWN = (
    Entity("1", "PERSON", "Ayla Çınar", ("A. Çınar",)),
    Entity("2", "PERSON", "Demir Çınar"),
    Entity("3", "PERSON", "Ömer Selim İdris"),
    Entity("4", "ORG", "Kızılova Sanayi Odası"),
    Entity("5", "GPE", "Çınar"),
)


@pytest.mark.parametrize(
    ("form", "label", "ids", "likeness"),
    [
        ("AYLA CINAR", "PERSON", ["1"], Likeness.NAME),
        ("a. çınar", "PERSON", ["1"], Likeness.ALIAS),
        ("Omer Idris", "PERSON", ["3"], Likeness.SIMILAR),
        ("KSO", "ORG", ["4"], Likeness.INITIALS),
        ("K.S.O.", "ORG", ["4"], Likeness.INITIALS),
        ("Kasım Yılmaz", "PERSON", [], None),
    ],
)
def test_a_name_means_the_entity_it_is_likest(form: str, label: str, ids: list[str], likeness: Likeness | None) -> None:
    found = candidates([form], label, KNOWN)
    assert [c.entity.id for c in found][: len(ids) or None] == ids
    assert [c.likeness for c in found[:1]] == ([likeness] if likeness is not None else [])


def test_a_surname_means_those_who_bear_it_and_first_the_one_in_the_article() -> None:
    found = candidates(["Çınar"], "PERSON", KNOWN, here={"2"})
    assert [(c.entity.id, c.likeness) for c in found] == [("2", Likeness.SURNAME), ("1", Likeness.SURNAME)]


def test_two_entities_become_one_that_loses_nothing() -> None:
    kept = Entity("1", "ORG", "Sanayi Odası", ("SO",), "", "sanayi", "", "ilk")
    gone = Entity("2", "ORG", "Oda", ("so", "Sanayi odası"), "TUR", "ticaret", "Q1", "ikinci")
    assert joined(kept, gone) == Entity("1", "ORG", "Sanayi Odası", ("SO", "Oda"), "TUR", "sanayi", "Q1", "ilk\nikinci")


def test_a_list_of_names_holds_every_spelling_once() -> None:
    assert distinct(["  ABD ", "abd", "", "Birleşik\nDevletler"], without="A.B.D.") == ("ABD", "Birleşik Devletler")
