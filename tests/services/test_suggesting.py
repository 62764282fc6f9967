from __future__ import annotations

from datetime import date

import pytest

from dateline.core import decisions
from dateline.core.annotation import Status
from dateline.core.article import ArticleStatus, Draft
from dateline.core.errors import SuggestError
from dateline.services.session import ReviewSession
from dateline.services.suggesting import suggest, suggested_form
from standins import MemoryProject, WordSuggester, article

TEXT = " date 2026-02-14 \nHeyet Ankara'ya geldi. Ankara memnun."


def session() -> ReviewSession:
    project = MemoryProject()
    project.add_article(article(TEXT))
    return ReviewSession(project, "a1", "Deniz")


def test_suggestions_come_into_the_review_and_the_article_is_no_longer_new() -> None:
    review, suggester = session(), WordSuggester()
    step = suggest(review, suggester)
    assert step is not None
    assert step.saved
    assert [m.span.of(TEXT) for m in review.state.mentions.values()] == ["Ankara", "Ankara"]
    assert review.status is ArticleStatus.SUGGESTED
    assert suggester.requests[0].published == date(2026, 2, 14)


def test_asking_again_changes_nothing_and_brings_no_rejected_mention_back() -> None:
    review, suggester = session(), WordSuggester()
    suggest(review, suggester)
    first = next(iter(review.state.mentions))
    review.decide(decisions.set_status(review.state, [first], Status.REJECTED, TEXT))
    assert suggest(review, suggester) is None
    assert review.state.mentions[first].status is Status.REJECTED
    assert len(review.state.mentions) == 2


def test_a_suggester_that_fails_leaves_the_review_as_it_was() -> None:
    review = session()
    with pytest.raises(SuggestError):
        suggest(review, WordSuggester(refuses="Heyet"))
    assert review.state.mentions == {}
    assert review.status is ArticleStatus.NEW


def test_the_form_is_about_exactly_the_text_of_the_draft() -> None:
    raw = "Bir\r\nAnkara e\u0301 Ankara"
    form, _ = suggested_form(Draft(raw, language="tr"), "x", WordSuggester(), "tr")
    assert form["text"] == raw
    assert [raw[e["start"] : e["end"]] for e in form["entities"]] == ["Ankara", "Ankara"]
    assert form["entities"][0]["reason"] == "Analist işaretledi."
