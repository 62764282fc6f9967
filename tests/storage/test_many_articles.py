"""Steps in several articles are saved together or not at all, and keep what they have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import steps
from dateline.core import decisions
from dateline.core.article import ArticleStatus
from dateline.core.errors import ConflictError, RegistryError
from dateline.core.history import Entry, Kind
from dateline.core.ports import LogStep
from dateline.core.registry import Entity
from dateline.core.review import ReviewState, apply
from dateline.core.spans import Span
from dateline.services.session import ReviewSession
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


def test_two_entities_of_a_label_never_have_one_name(project: SqlProject, articles: list[str]) -> None:
    project.append_all([step(articles[0]), step(articles[1], "ORG")])
    place, body = sorted((k.entity for k in project.entities()), key=lambda e: e.label)
    assert (place.label, body.label) == ("GPE", "ORG")
    for id in articles:  # a mention would stay with its name, as an entity of its own
        ReviewSession(project, id, CODER).undo()
    project.append_all([], [replace(body, name="Kızılova Belediyesi")])
    project.append_all([], [replace(body, name="KIZILOVA")])  # another label: another entity
    project.append_all([], [replace(place, name="Yeşilköy")])
    twin = replace(place, id=body.id, name="yesilkoy")
    with pytest.raises(RegistryError):
        project.append_all([], [twin])
    assert {k.entity.name for k in project.entities()} == {"Yeşilköy", "KIZILOVA"}


def test_what_is_said_of_an_entity_outlives_its_mentions(project: SqlProject, articles: list[str]) -> None:
    project.append_all([step(articles[0])])
    (known,) = project.entities()
    said = Entity(known.entity.id, "GPE", "Kızılova", ("K. Ova",), "TUR", "şehir", "Q7", "not")
    project.append_all([], [said])
    ReviewSession(project, articles[0], CODER).undo()
    (known,) = project.entities()
    assert (known.entity, known.articles, known.mentions) == (said, 0, 0)
    project.append_all([step(articles[1])])
    (known,) = project.entities()
    assert (known.entity, known.mentions) == (said, 1)
