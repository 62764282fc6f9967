"""The list of articles: read in slices and around one article, with the counts and the note of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from sqlalchemy import text

import steps
from dateline.core.annotation import Status
from dateline.core.article import ArticleStatus, ArticleSummary
from dateline.core.errors import StorageError
from dateline.services.session import ReviewSession
from dateline.storage import queries
from dateline.storage.project import SqlProject
from steps import CODER


@pytest.fixture
def listed(project: SqlProject) -> list[ArticleSummary]:
    """Seven articles, some imported at the same moment, one of them in the trash."""
    for number in range(8):
        project.add_article(steps.article(f"{steps.TEXT} {number}", f"Haber {number}", number // 3))
    gone = project.articles()[2]
    project.remove_article(gone.id)
    return list(project.articles())


@pytest.mark.parametrize("size", [1, 2, 3, 7, 20])
def test_slices_of_the_list_are_the_list(project: SqlProject, listed: list[ArticleSummary], size: int) -> None:
    read: list[ArticleSummary] = []
    while some := project.articles_behind(read[-1] if read else None, size):
        assert len(some) <= size
        read += some
    assert read == listed
    assert (project.article_count(), project.article_count(trashed=True)) == (7, 1)


def test_a_slice_goes_on_behind_an_article_that_is_gone_by_now(
    project: SqlProject, listed: list[ArticleSummary]
) -> None:
    project.remove_article(listed[3].id)
    assert project.articles_behind(listed[3], 2) == listed[4:6]


@pytest.mark.parametrize(("place", "start"), [(0, 0), (1, 0), (3, 2), (5, 4), (6, 4)])
def test_an_extract_has_its_article_in_the_middle_and_is_full_at_the_ends(
    project: SqlProject, listed: list[ArticleSummary], place: int, start: int
) -> None:
    extract = project.articles_around(listed[place].id, 3)
    assert (extract.total, extract.start, list(extract.rows)) == (7, start, listed[start : start + 3])


def test_an_extract_around_an_article_that_is_not_listed_is_the_start_of_the_list(
    project: SqlProject, listed: list[ArticleSummary]
) -> None:
    (gone,) = project.articles(trashed=True)
    for id in (gone.id, "", "nobody"):
        assert project.articles_around(id, 3).rows == listed[:3]
    assert project.articles_around(listed[5].id, 50).rows == listed


def test_the_list_counts_what_the_rows_say_after_any_walk(
    project: SqlProject, opened: Callable[[], SqlProject]
) -> None:
    rng = Random(5)
    one = steps.article()
    project.add_article(one)
    session = ReviewSession(project, one.id, CODER)
    for _ in range(60):
        match rng.randrange(5):
            case 0:
                session.adopt(steps.suggestions(rng, session.text))
            case 1:
                session.undo()
            case 2:
                session.redo()
            case _:
                session.decide(steps.decision(rng, session.state))
        statuses = [record.status for record in project.load_review(one.id)[0].records()]
        (row,) = project.articles()
        assert (row.open, row.accepted) == (statuses.count(Status.SUGGESTED), statuses.count(Status.ACCEPTED))
    assert row.open + row.accepted > 0
    assert opened().articles() == [row]


def test_the_list_is_read_from_its_index_alone(project: SqlProject, listed: list[ArticleSummary]) -> None:
    some = queries.summaries("a coder", False).where(queries.behind(listed[3])).limit(3)
    with project.engine.connect() as connection:
        asked = some.compile(connection, compile_kwargs={"literal_binds": True})
        plan = [row[-1] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {asked}"))]
    assert plan[0].startswith("SEARCH article USING COVERING INDEX ix_article_listed (trashed_at=? AND ")
    assert not any("TEMP B-TREE" in step for step in plan)


def test_a_note_on_an_article_stays_and_shows_in_the_list(
    project: SqlProject, opened: Callable[[], SqlProject], listed: list[ArticleSummary]
) -> None:
    id = listed[0].id
    note = 'Kaynağı sor: "İl" mi?\n\'; DROP TABLE layer --'
    project.set_note(id, note)
    again = opened()
    assert again.article(id).note == note
    assert [a.noted for a in again.articles()] == [True] + [False] * 6
    again.set_note(id, "")
    assert project.article(id).note == ""
    assert not any(a.noted for a in project.articles())
    with pytest.raises(StorageError):
        project.set_note("nobody", "x")


def test_an_article_comes_in_with_its_note_and_its_flag(project: SqlProject) -> None:
    made = replace(steps.article(), note="Önce bunu oku", status=ArticleStatus.FLAGGED)
    project.add_article(made)
    assert project.article(made.id) == made
