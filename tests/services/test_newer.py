"""What a newer codebook has is added to a project's, and nothing else is changed."""

from __future__ import annotations

from dataclasses import replace

from dateline.core.codebook import Codebook, bundled, dump, parse
from dateline.services.newer import extended


def without(book: Codebook, **gone: set[str]) -> Codebook:
    """A codebook without some entries of its groups."""
    return replace(book, **{group: [t for t in getattr(book, group) if t.id not in ids] for group, ids in gone.items()})


def test_a_codebook_that_lacks_nothing_gets_nothing() -> None:
    assert extended(bundled(), bundled()).terms == ()
    assert extended(bundled(), bundled()).book == bundled()


def test_what_is_missing_comes_behind_what_is_there_and_nothing_else_changes() -> None:
    shipped = bundled()
    older = without(shipped, labels={"ORG"}, event_types={"PROTEST"}, roles={"source", "outlet"})
    own = replace(older.labels[0], names={"tr": "Şahıs"}, light="#123456")
    older = replace(older, labels=[own, *older.labels[1:]], version="7")
    found = extended(older, shipped)
    assert {term.id for term in found.terms} == {"ORG", "PROTEST", "source", "outlet"}
    book = found.book
    assert book.version == "8"
    assert list(book.labels[:-1]) == list(older.labels)
    assert list(book.event_types[:-1]) == list(older.event_types)
    assert [role.id for role in book.roles[-2:]] == ["source", "outlet"]
    assert parse(dump(book)).label_by_id["ORG"] == shipped.label_by_id["ORG"]


def test_a_mode_comes_to_the_types_that_have_it() -> None:
    shipped = bundled()
    mode = next(m for t in shipped.event_types for m in t.modes)
    older = without(shipped, modes={mode})
    older = replace(
        older, event_types=[replace(t, modes=tuple(m for m in t.modes if m != mode)) for t in older.event_types]
    )
    book = extended(older, shipped).book
    assert {t.id for t in book.event_types if mode in t.modes} == {t.id for t in shipped.event_types if mode in t.modes}


def test_what_another_entry_takes_or_was_given_up_does_not_come_back() -> None:
    shipped = bundled()
    older = without(shipped, labels={"ORG", "LOC"}, roles={"source", "outlet"})
    older = replace(older, labels=[replace(older.labels[0], takes=("ORG",)), *older.labels[1:]])
    assert {t.id for t in extended(older, shipped).terms} == {"LOC", "source", "outlet"}
    assert extended(older, shipped, had=[shipped]).terms == ()


def test_a_key_that_is_taken_is_not_given_twice() -> None:
    shipped = bundled()
    older = without(shipped, labels={"ORG"})
    older = replace(older, labels=[replace(older.labels[0], key=shipped.label_by_id["ORG"].key), *older.labels[1:]])
    (term,) = extended(older, shipped).terms
    assert term.key == ""
