"""Entities and labels over all articles of a real project: one step for all, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

import steps
from dateline.core import decisions
from dateline.core.annotation import Status
from dateline.core.article import ArticleStatus
from dateline.core.codebook import bundled
from dateline.core.errors import Cancelled, RegistryError, StorageError
from dateline.core.find import occurrences
from dateline.core.ids import new_id
from dateline.core.ports import Project
from dateline.core.registry import Entity, Known
from dateline.core.spans import Span
from dateline.services import everywhere, registry, spread
from dateline.services.ledger import Ledger, last
from dateline.services.likeness import Likeness
from dateline.services.session import ReviewSession
from dateline.storage.store import SqliteStore

TEXTS = (
    "Başkan Ayşe Şırdan Kızılova'da konuştu. Şırdan yarın dönecek.",
    "Şırdan, KIZILOVA belediyesini gezdi.",
    "Bu haberde kimsenin adı yok.",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = SqliteStore().create(tmp_path / "deneme.dateline", "Deneme", bundled(), steps.CODER)
    for number, text in enumerate(TEXTS):
        made.add_article(replace(steps.article(text, f"Haber {number}", number)))
    yield made
    made.close()


def ids(project: Project) -> list[str]:
    return [a.id for a in project.articles()]


def mark(project: Project, nth: int, words: str, name: str = "", label: str = "PERSON", place: int = 0) -> str:
    session = ReviewSession(project, ids(project)[nth], steps.CODER)
    span = occurrences(session.text, words, suffixes=False)[place]
    step = session.decide(decisions.add_mention(span, label, session.text, name=name))
    assert step is not None
    return step.changes[0].id


def names(project: Project) -> list[list[str]]:
    return [[m.name for m in sorted(state.mentions.values(), key=lambda m: m.span)] for _, state in project.reviewed()]


def known(project: Project, name: str) -> Known:
    return next(k for k in registry.listed(project) if k.entity.name == name)


def rename(project: Project, entity: Entity, name: str) -> str:
    plan, group = registry.renaming(project, entity, name), new_id()
    spread.take(project, steps.CODER, plan.steps, group, plan.about)
    return group


def describe(project: Project, entity: Entity) -> None:
    Ledger(project, steps.CODER).decide(registry.describing(project, entity))


def test_the_registry_counts_articles_and_mentions_that_stand(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    mark(project, 0, "Şırdan", "Ayşe Şırdan", place=1)
    last = mark(project, 1, "Şırdan", "Ayşe Şırdan")
    mark(project, 1, "KIZILOVA", label="GPE")
    found = registry.listed(project)
    assert [(k.entity.name, k.articles, k.mentions) for k in found] == [("Ayşe Şırdan", 2, 3), ("KIZILOVA", 1, 1)]
    session = ReviewSession(project, ids(project)[1], steps.CODER)
    suggested = replace(session.state.mentions[last], status=Status.REJECTED)
    session.decide(decisions.rewrite(suggested, session.text))
    assert (known(project, "Ayşe Şırdan").articles, known(project, "Ayşe Şırdan").mentions) == (1, 2)
    project.remove_article(ids(project)[0])
    assert [k.entity.name for k in registry.listed(project)] == ["KIZILOVA"]


def test_dates_and_amounts_are_not_entities(project: Project) -> None:
    mark(project, 0, "yarın", label="DATE")
    assert registry.listed(project) == []


def test_what_is_said_of_an_entity_is_kept_tidily(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    entity = known(project, "Ayşe Şırdan").entity
    wanted = replace(entity, aliases=(" A.  Şırdan", "a. sirdan", "AYŞE ŞIRDAN"), country="tur", sector=" siyaset ",
                     external_id="Q42", notes="satır\nsatır\n")  # fmt: skip
    describe(project, wanted)
    path = project.path
    project.close()
    again = SqliteStore().open(path, steps.CODER)
    try:
        assert known(again, "Ayşe Şırdan").entity == Entity(
            entity.id, "PERSON", "Ayşe Şırdan", ("A. Şırdan",), "TUR", "siyaset", "Q42", "satır\nsatır"
        )
    finally:
        again.close()


@pytest.mark.parametrize(
    ("change", "key"), [({"country": "TR"}, "registry.country"), ({"name": " "}, "registry.no_name")]
)
def test_what_cannot_be_is_refused_with_a_sentence(project: Project, change: dict[str, str], key: str) -> None:
    mark(project, 0, "Ayşe Şırdan")
    with pytest.raises(RegistryError) as caught:
        describe(project, replace(known(project, "Ayşe Şırdan").entity, **change))
    assert caught.value.key == key


def test_the_list_is_narrowed_by_any_name_in_any_spelling(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    mark(project, 1, "KIZILOVA", label="GPE")
    describe(project, replace(known(project, "Ayşe Şırdan").entity, aliases=("Başkan Hanım",)))
    found = registry.listed(project)
    assert [k.entity.name for k in registry.narrowed(found, "baskan HANIM")] == ["Ayşe Şırdan"]
    assert [k.entity.name for k in registry.narrowed(found, "kızılOVA")] == ["KIZILOVA"]
    assert len(registry.narrowed(found, " ")) == 2


def test_another_name_reaches_every_mention_and_the_entity_keeps_its_id(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    mark(project, 1, "Şırdan", "Ayşe Şırdan")
    entity = known(project, "Ayşe Şırdan").entity
    group = rename(project, entity, "Ayşe Nur Şırdan")
    assert names(project) == [["Ayşe Nur Şırdan"], ["Ayşe Nur Şırdan"], []]
    assert [(k.entity.id, k.mentions) for k in registry.listed(project)] == [(entity.id, 2)]
    session = ReviewSession(project, ids(project)[0], steps.CODER)
    last = session.history.undoable[-1]
    assert last.decision.group == group
    spread.revisit(project, steps.CODER, last, undo=True)
    assert names(project) == [["Ayşe Şırdan"], ["Ayşe Şırdan"], []]
    assert [(k.entity.id, k.entity.name) for k in registry.listed(project)] == [(entity.id, "Ayşe Şırdan")]


def test_a_mention_that_does_not_follow_a_rename_becomes_one_of_another_entity(project: Project) -> None:
    """As where the step of the open article cannot be saved yet, or other steps lie over it."""
    mark(project, 0, "Ayşe Şırdan")
    mark(project, 1, "Şırdan", "Ayşe Şırdan")
    entity = known(project, "Ayşe Şırdan").entity
    plan = registry.renaming(project, entity, "Başkan Şırdan")
    spread.take(project, steps.CODER, {ids(project)[0]: plan.steps[ids(project)[0]]}, new_id(), plan.about)
    assert [(k.entity.name, k.mentions) for k in registry.listed(project)] == [("Ayşe Şırdan", 1), ("Başkan Şırdan", 1)]
    assert known(project, "Başkan Şırdan").entity.id == entity.id


def test_entities_whose_names_hold_a_line_break_are_merged_and_described_under_that_name(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan", "Ayşe\nŞırdan")
    mark(project, 1, "Şırdan")
    kept, gone = known(project, "Ayşe\nŞırdan").entity, known(project, "Şırdan").entity
    plan = registry.merging(project, kept, gone)
    spread.take(project, steps.CODER, plan.steps, new_id(), plan.about)
    describe(project, replace(known(project, "Ayşe\nŞırdan").entity, sector="siyaset"))
    mark(project, 1, "KIZILOVA", "Ayşe\nŞırdan")
    (one,) = registry.listed(project)
    assert (one.entity.id, one.entity.sector, one.mentions) == (kept.id, "siyaset", 3)


def test_a_name_that_another_has_is_refused(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    mark(project, 1, "Şırdan")
    with pytest.raises(RegistryError):
        registry.renaming(project, known(project, "Şırdan").entity, "ayşe şırdan")
    assert names(project) == [["Ayşe Şırdan"], ["Şırdan"], []]


def test_merging_joins_names_and_mentions_and_can_be_taken_back(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    mark(project, 1, "Şırdan")
    gone = known(project, "Şırdan").entity
    describe(project, replace(gone, country="TUR", aliases=("Başkan",)))
    kept, gone = known(project, "Ayşe Şırdan").entity, known(project, "Şırdan").entity
    plan = registry.merging(project, kept, gone)
    spread.take(project, steps.CODER, plan.steps, new_id(), plan.about)
    assert names(project) == [["Ayşe Şırdan"], ["Ayşe Şırdan"], []]
    (one,) = registry.listed(project)
    assert (one.entity.aliases, one.entity.country, one.mentions) == (("Şırdan", "Başkan"), "TUR", 2)
    last = ReviewSession(project, ids(project)[1], steps.CODER).history.undoable[-1]
    spread.revisit(project, steps.CODER, last, undo=True)
    assert names(project) == [["Ayşe Şırdan"], ["Şırdan"], []]
    assert known(project, "Şırdan").entity.id == gone.id


def test_a_name_that_only_rejected_mentions_have_is_free(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    other = mark(project, 1, "Şırdan")
    session = ReviewSession(project, ids(project)[1], steps.CODER)
    session.decide(decisions.rewrite(replace(session.state.mentions[other], status=Status.REJECTED), session.text))
    rename(project, known(project, "Ayşe Şırdan").entity, "ŞIRDAN")
    assert [(k.entity.name, k.mentions) for k in registry.listed(project)] == [("ŞIRDAN", 1)]


def test_another_label_reaches_every_mention_as_one_step_and_comes_back(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    mark(project, 1, "Şırdan", "Ayşe Şırdan")
    entity = known(project, "Ayşe Şırdan").entity
    describe(project, replace(entity, sector="siyaset"))
    entity = known(project, "Ayşe Şırdan").entity
    plan, group = registry.relabelling(project, entity, "ORG"), new_id()
    assert len(spread.take(project, steps.CODER, plan.steps, group, plan.about)) == 2
    assert labels(project) == [["ORG"], ["ORG"], []]
    assert [k.entity for k in registry.listed(project)] == [replace(entity, label="ORG")]
    back(project)
    assert labels(project) == [["PERSON"], ["PERSON"], []]
    assert [k.entity for k in registry.listed(project)] == [entity]


def test_a_label_under_which_another_has_the_name_is_refused(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    mark(project, 1, "Şırdan", "Ayşe Şırdan", label="ORG")
    person = next(k.entity for k in registry.listed(project) if k.entity.label == "PERSON")
    with pytest.raises(RegistryError):
        registry.relabelling(project, person, "ORG")


@pytest.mark.parametrize("label", ["PERSON", "ORG"])
@pytest.mark.parametrize("same", [False, True])
def test_entities_of_different_labels_become_one_of_either(project: Project, label: str, same: bool) -> None:
    mark(project, 0, "Ayşe Şırdan")
    mark(project, 0, "Şırdan", "Ayşe Şırdan" if same else "Şırdan", label="ORG", place=1)
    mark(project, 1, "Şırdan", "Ayşe Şırdan" if same else "Şırdan", label="ORG")
    kept, gone = sorted((k.entity for k in registry.listed(project)), key=lambda e: e.label, reverse=True)
    describe(project, replace(gone, country="TUR"))
    before = [k.entity for k in registry.listed(project)]
    gone = replace(gone, country="TUR")
    plan = registry.merging(project, kept, gone, label)
    spread.take(project, steps.CODER, plan.steps, new_id(), plan.about)
    (one,) = registry.listed(project)
    assert (one.entity.id, one.entity.label, one.entity.country, one.mentions) == (kept.id, label, "TUR", 3)
    assert {n for found in names(project) for n in found} == {"Ayşe Şırdan"}
    assert labels(project) == [[label, label], [label], []]
    back(project)
    assert [k.entity for k in registry.listed(project)] == before
    assert labels(project) == [["PERSON", "ORG"], ["ORG"], []]
    back(project, undo=False)
    assert [k.entity for k in registry.listed(project)] == [one.entity]


def test_a_rename_comes_back_also_where_the_old_name_was_met_again(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    entity = known(project, "Ayşe Şırdan").entity
    rename(project, entity, "Ayşe Nur Şırdan")
    mark(project, 1, "Şırdan", "Ayşe Şırdan")
    assert len(registry.listed(project)) == 2
    back(project)
    assert [(k.entity.id, k.entity.name, k.mentions) for k in registry.listed(project)] == [
        (entity.id, "Ayşe Şırdan", 2)
    ]


def test_what_lies_over_a_step_about_the_project_keeps_all_of_it(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    group = rename(project, known(project, "Ayşe Şırdan").entity, "Ayşe Nur Şırdan")
    describe(project, replace(known(project, "Ayşe Nur Şırdan").entity, sector="siyaset"))
    step = ReviewSession(project, ids(project)[0], steps.CODER).history.undoable[-1]
    assert step.decision.group == group
    done = spread.revisit(project, steps.CODER, step, undo=True)
    assert done.changed == ()
    assert done.under is not None
    assert done.under.decision.verb == "describe"
    assert names(project)[0] == ["Ayşe Nur Şırdan"]
    assert back(project).about
    assert back(project).about
    assert names(project)[0] == ["Ayşe Şırdan"]


def test_the_last_thing_done_is_found_by_its_moment(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    own = Ledger(project, steps.CODER)
    own.decide(registry.describing(project, replace(known(project, "Ayşe Şırdan").entity, sector="siyaset")))
    session = ReviewSession(project, ids(project)[0], steps.CODER)
    assert last(session, own, undo=True) is own.history.undoable[-1]
    assert last(session, own, undo=False) is None
    session.decide(decisions.add_mention(Span(0, 6), "TITLE", session.text))
    assert last(session, own, undo=True) is session.history.undoable[-1]
    session.undo()
    assert last(session, own, undo=True) is own.history.undoable[-1]
    assert last(session, own, undo=False) is session.history.redoable[-1]
    again = Ledger(project, steps.CODER)
    assert last(ReviewSession(project, ids(project)[0], steps.CODER), again, undo=True) == own.history.undoable[-1]


def labels(project: Project) -> list[list[str]]:
    return [[m.label for m in sorted(state.mentions.values(), key=lambda m: m.span)] for _, state in project.reviewed()]


def back(project: Project, undo: bool = True) -> spread.Revisited:
    """Takes the last step about the project back, or repeats it, as after a restart."""
    step = last(None, Ledger(project, steps.CODER), undo=undo)
    assert step is not None
    return spread.revisit(project, steps.CODER, step, undo=undo)


def test_an_entity_says_where_it_is_mentioned(project: Project) -> None:
    mention = mark(project, 1, "Şırdan")
    (place,) = registry.places(project, known(project, "Şırdan").entity)
    assert (place.title, place.mention_id, place.words) == ("Haber 1", mention, "Şırdan")
    assert place.after.startswith(", KIZILOVA")
    project.remove_article(ids(project)[1])
    assert registry.places(project, Entity(known_id(project, "Şırdan"), "PERSON", "Şırdan")) == []


def known_id(project: Project, name: str) -> str:
    return next(k.entity.id for k in project.entities() if k.entity.name == name)


def test_a_surname_may_mean_the_person_of_another_article(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    mention = mark(project, 1, "Şırdan")
    session = ReviewSession(project, ids(project)[1], steps.CODER)
    found = registry.meant(registry.listed(project), session.state, session.text, [mention])
    assert [(c.entity.name, c.likeness) for c in found] == [("Ayşe Şırdan", Likeness.SURNAME)]


def test_words_are_found_in_every_article_with_what_speaks_against_a_label(project: Project) -> None:
    mark(project, 0, "Ayşe Şırdan")
    found = everywhere.search(project, "şırdan", False, True)
    assert [(f.title, [(p.words, p.wanted) for p in f.places]) for f in found] == [
        ("Haber 0", [("Şırdan", False), ("Şırdan", True)]),
        ("Haber 1", [("Şırdan", True)]),
    ]


def test_a_search_that_is_cancelled_ends(project: Project) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        everywhere.search(project, "şırdan", False, True, stop)


def labelled(project: Project, group: str) -> None:
    found = everywhere.search(project, "Şırdan", False, True)
    makes = {
        f.article_id: partial(everywhere.label, spans=[p.span for p in f.places], label="PERSON", name="Şırdan")
        for f in found
    }
    spread.take(project, steps.CODER, makes, group)


def test_one_label_is_one_step_in_each_article_and_no_article_changes_its_status(project: Project) -> None:
    labelled(project, "g1")
    assert [len(n) for n in names(project)] == [2, 1, 0]
    logs = [list(project.log(id)) for id in ids(project)]
    assert [[e.decision.group for e in log] for log in logs] == [["g1"], ["g1"], []]
    assert {a.status for a in project.articles()} == {ArticleStatus.NEW}


def test_a_group_is_undone_and_repeated_in_every_article(project: Project) -> None:
    labelled(project, "g1")
    before = names(project)
    first = ReviewSession(project, ids(project)[0], steps.CODER)
    last = first.history.undoable[-1]
    done = spread.revisit(project, steps.CODER, last, undo=True)
    assert (list(done.changed), list(done.left)) == (ids(project)[:2], [])
    assert names(project) == [[], [], []]
    first = ReviewSession(project, ids(project)[0], steps.CODER)
    spread.revisit(project, steps.CODER, first.history.redoable[-1], undo=False)
    assert names(project) == before
    first = ReviewSession(project, ids(project)[0], steps.CODER)
    again = spread.revisit(project, steps.CODER, first.history.undoable[-1], undo=False)
    assert again == spread.Revisited([], [])


def test_an_article_where_something_was_decided_since_is_left_and_named(project: Project) -> None:
    labelled(project, "g1")
    last = ReviewSession(project, ids(project)[0], steps.CODER).history.undoable[-1]
    mark(project, 1, "KIZILOVA", label="GPE")
    done = spread.revisit(project, steps.CODER, last, undo=True)
    assert (list(done.changed), list(done.left)) == ([ids(project)[0]], ["Haber 1"])
    assert [len(n) for n in names(project)] == [0, 2, 0]
    redo = ReviewSession(project, ids(project)[0], steps.CODER).history.redoable[-1]
    done = spread.revisit(project, steps.CODER, redo, undo=False)
    assert (list(done.changed), list(done.left)) == ([ids(project)[0]], [])


def test_a_step_that_cannot_be_saved_in_one_article_is_saved_in_none(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, _ = ids(project)
    mark(project, 0, "Ayşe Şırdan")
    before = names(project)
    entity = known(project, "Ayşe Şırdan").entity

    def make(state, text):  # type: ignore[no-untyped-def]
        return decisions.add_mention(Span(0, 4), "ORG", text)

    original, calls = project._append, []  # type: ignore[attr-defined]

    def fails(connection, *step):  # type: ignore[no-untyped-def]
        if calls:
            raise StorageError("storage.full", path="p")
        calls.append(step)
        return original(connection, *step)

    monkeypatch.setattr(project, "_append", fails)
    about = registry.describing(project, replace(entity, sector="x"))
    with pytest.raises(StorageError):
        spread.take(project, steps.CODER, {first: make, second: make}, "g", about)
    assert len(calls) == 1
    assert names(project) == before
    assert known(project, "Ayşe Şırdan").entity.sector == ""
