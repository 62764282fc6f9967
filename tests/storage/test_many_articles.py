"""Steps in several articles are saved together or not at all, and keep what they have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

import steps
from dateline.core import decisions
from dateline.core.article import ArticleStatus
from dateline.core.errors import ConflictError, RegistryError
from dateline.core.history import Entry, Kind
from dateline.core.ledger import ProjectDecision, PutEntity, RemoveEntity, SetCodebook
from dateline.core.ports import LogStep
from dateline.core.registry import Entity
from dateline.core.review import ReviewState, apply
from dateline.core.spans import Span
from dateline.core.turkish import fold
from dateline.services.ledger import Ledger, prepared
from dateline.services.session import ReviewSession
from dateline.storage import schema
from dateline.storage.project import SqlProject
from steps import CODER


@pytest.fixture
def articles(project: SqlProject) -> list[str]:
    made = [steps.article(f"{steps.TEXT} {n}", f"Haber {n}", n) for n in range(3)]
    for one in made:
        project.add_article(one)
    return [one.id for one in made]


def step(article: str, label: str = "GPE", group: str | None = "G") -> LogStep:
    """A new mention of Kızılova in an article where nothing was marked yet."""
    decision = replace(decisions.add_mention(Span(0, 8), label, steps.TEXT), group=group)
    applied = apply(ReviewState(), decision)
    return article, Entry(Kind.DO, decision, applied.inverse, CODER), applied.changes, ArticleStatus.IN_REVIEW


def test_steps_of_a_group_come_back_with_it(
    project: SqlProject, opened: Callable[[], SqlProject], articles: list[str]
) -> None:
    first, second, third = articles
    saved = [step(first), step(second)]
    project.append_all([*saved, step(third, group=None)])
    again = opened()
    assert [list(again.log(id)) for id in (first, second)] == [[entry] for _, entry, *_ in saved]
    assert list(again.articles_of_group("G")) == sorted([first, second])
    assert [e.decision.group for e in again.log(third)] == [None]
    undone = ReviewSession(again, first, CODER).undo()
    assert undone is not None
    assert (undone.saved, undone.entry.decision.group) == (True, "G")


def test_a_conflict_in_one_article_keeps_the_others_as_they_were(
    project: SqlProject, opened: Callable[[], SqlProject], articles: list[str]
) -> None:
    first, second, _ = articles
    project.load_review(second)
    other = opened()
    other.append_all([step(second)])
    with pytest.raises(ConflictError):
        project.append_all([step(first), step(second)])
    assert list(other.log(first)) == []
    assert len(list(other.log(second))) == 1


def entities(project: SqlProject) -> dict[tuple[str, str], str]:
    """The ids of all entities by label and name."""
    return {(k.entity.label, k.entity.name): k.entity.id for k in project.entities()}


def of_mentions(project: SqlProject) -> list[tuple[str, str]]:
    """Label and name of every mention, and of the entity that its row belongs to: the same, or the test fails."""
    with project.engine.connect() as connection:
        rows = connection.execute(
            select(schema.mention.c.label, schema.mention.c.words, schema.entity.c.label, schema.entity.c.name_folded)
            .join(schema.entity, schema.entity.c.id == schema.mention.c.entity_id)
            .order_by(schema.mention.c.label)
        ).all()
    assert all((row[0], fold(row[1])) == tuple(row[2:]) for row in rows)
    return [(row[0], row[1]) for row in rows]


def test_two_entities_of_which_something_is_said_never_have_one_label_and_name(
    project: SqlProject, articles: list[str]
) -> None:
    project.append_all([step(articles[0]), step(articles[1], "ORG")])
    place, body = sorted((k.entity for k in project.entities()), key=lambda e: e.label)
    steps.say(project, replace(body, sector="belediye"))
    lines = len(project.project_log())
    with pytest.raises(RegistryError):
        steps.say(project, replace(place, label="ORG", name="KIZILOVA"))
    assert entities(project) == {("GPE", "Kızılova"): place.id, ("ORG", "Kızılova"): body.id}
    assert len(project.project_log()) == lines


def test_an_entity_of_which_nothing_is_said_is_taken_in_by_one_that_gets_its_name(
    project: SqlProject, articles: list[str]
) -> None:
    project.append_all([step(articles[0]), step(articles[1], "ORG")])
    place, body = sorted((k.entity for k in project.entities()), key=lambda e: e.label)
    steps.say(project, replace(place, label="ORG"))
    # The mention of the place keeps its label and so is one of another entity now.
    assert of_mentions(project) == [("GPE", "Kızılova"), ("ORG", "Kızılova")]
    found = entities(project)
    assert found["ORG", "Kızılova"] == place.id
    assert found["GPE", "Kızılova"] not in (place.id, body.id)


def test_an_entity_that_is_taken_away_stays_where_mentions_have_its_name(
    project: SqlProject, articles: list[str]
) -> None:
    project.append_all([step(articles[0])])
    (known,) = project.entities()
    steps.say(project, replace(known.entity, country="TUR"))
    gone = ProjectDecision("merge", (RemoveEntity(known.entity.id),))
    own = Ledger(project, CODER)
    own.decide(gone)
    assert [k.entity for k in project.entities()] == [known.entity]
    ReviewSession(project, articles[0], CODER).undo()
    own.decide(ProjectDecision("merge", (RemoveEntity(known.entity.id),)))
    assert project.entities() == []
    undone = own.history.undo(CODER)
    assert undone is not None
    project.append_all([], undone)
    assert [k.entity for k in project.entities()] == [known.entity]


def test_steps_about_the_project_come_back_with_all_they_say(
    project: SqlProject, opened: Callable[[], SqlProject], articles: list[str]
) -> None:
    project.append_all([step(articles[0])])
    (known,) = project.entities()
    said = Entity(known.entity.id, "GPE", "Kızılova", ("K. Ova", "'; DROP TABLE entity"), "TUR", "ş", "Q7", "a\nb")
    own = Ledger(project, CODER)
    first = own.decide(ProjectDecision("describe", (PutEntity(said),), "Kızılova", group="G"))
    book = replace(project.codebook, version="9")
    second = own.decide(ProjectDecision("recode", (SetCodebook(book), RemoveEntity(said.id))))
    assert project.project_log() == opened().project_log() == [first, second]
    assert first is not None
    assert first.inverse.edits == (PutEntity(known.entity),)
    assert own.decide(ProjectDecision("recode", (SetCodebook(book),))) is None


def test_who_has_not_seen_the_last_step_about_the_project_takes_none(
    project: SqlProject, opened: Callable[[], SqlProject], articles: list[str]
) -> None:
    project.append_all([step(articles[0])])
    (known,) = project.entities()
    mine, theirs = Ledger(project, CODER), Ledger(opened(), "Ece")
    theirs.decide(ProjectDecision("describe", (PutEntity(replace(known.entity, sector="x")),)))
    mention = step(articles[1])
    line = prepared(project, ProjectDecision("describe", (PutEntity(replace(known.entity, notes="y")),)), CODER)
    with pytest.raises(ConflictError):
        project.append_all([mention], line)
    assert list(project.log(articles[1])) == []
    mine.read()
    assert mine.decide(ProjectDecision("describe", (PutEntity(replace(known.entity, notes="y")),))) is not None


def test_what_is_said_of_an_entity_outlives_its_mentions(project: SqlProject, articles: list[str]) -> None:
    project.append_all([step(articles[0])])
    (known,) = project.entities()
    said = Entity(known.entity.id, "GPE", "Kızılova", ("K. Ova",), "TUR", "şehir", "Q7", "not")
    steps.say(project, said)
    ReviewSession(project, articles[0], CODER).undo()
    (known,) = project.entities()
    assert (known.entity, known.articles, known.mentions) == (said, 0, 0)
    project.append_all([step(articles[1])])
    (known,) = project.entities()
    assert (known.entity, known.mentions) == (said, 1)
