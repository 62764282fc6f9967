"""A real project takes another codebook: every article follows, in one group of steps, and back again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import steps
from dateline.core import decisions, ids
from dateline.core.annotation import Mention, Status
from dateline.core.article import ArticleStatus
from dateline.core.bookdraft import Draft
from dateline.core.codebook import Codebook, bundled
from dateline.core.errors import Cancelled, ConflictError, StorageError
from dateline.core.find import occurrences
from dateline.core.ids import new_id
from dateline.core.ledger import ProjectDecision, SetCodebook
from dateline.core.ports import Project
from dateline.core.recoding import Recoding
from dateline.core.spans import Span
from dateline.core.suggestion import Suggestions
from dateline.services import ledger, registry, spread
from dateline.services.ledger import Ledger
from dateline.services.recoding import change_codebook, count_uses
from dateline.services.session import ReviewSession, Step
from dateline.storage.store import SqliteStore

TEXTS = ("Kızılova'da toplandılar.", "Heyet Kızılova yolunda.", "Kızılova bugün sessiz.")
MOVE = Recoding(labels={"GPE": "PLACE"})


def _book() -> Codebook:
    draft = Draft(bundled())
    row = [entry.id for entry in draft.groups["labels"]].index("GPE")
    type = draft.groups["labels"][row].type
    draft.put("labels", row, replace(type, term=replace(type.term, id="PLACE")))
    return draft.book("2")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = SqliteStore().create(tmp_path / "deneme.dateline", "Deneme", bundled(), steps.CODER)
    for number, text in enumerate(TEXTS):
        made.add_article(steps.article(text, f"Haber {number}", number))
    for article in made.articles():
        session = ReviewSession(made, article.id, steps.CODER)
        span = occurrences(session.text, "Kızılova", suffixes=True)[0]
        session.decide(decisions.add_mention(span, "GPE", session.text, name="Kızılova"))
        session.set_status(ArticleStatus.DONE)
    yield made
    made.close()


def _labels(project: Project) -> list[str]:
    every = [*project.articles(), *project.articles(trashed=True)]
    return [m.label for a in every for m in project.load_review(a.id)[0].mentions.values()]


def _take_back(project: Project, undo: bool = True) -> spread.Revisited:
    """Takes the last step about the project back, or repeats it, as after a restart."""
    own = Ledger(project, steps.CODER)
    last = ledger.last(None, own, undo=undo)
    assert last is not None
    return spread.revisit(project, steps.CODER, last, undo=undo)


def test_every_article_follows_also_in_the_trash_and_one_undo_takes_all_back(project: Project) -> None:
    last = project.articles()[-1].id
    project.remove_article(last)
    assert count_uses(project)["labels", "GPE"] == 3
    assert len(change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")) == 3
    assert _labels(project) == ["PLACE"] * 3
    assert "PLACE" in project.codebook.label_by_id
    assert {a.status for a in project.articles()} == {ArticleStatus.DONE}
    again = SqliteStore().open(project.path, steps.CODER)
    try:
        done = _take_back(again)
        assert (len(done.changed), done.about, done.left) == (3, True, [])
        assert _labels(again) == ["GPE"] * 3
        assert again.codebook == bundled()
        assert {a.status for a in again.articles()} == {ArticleStatus.DONE}
        _take_back(again, undo=False)
        assert _labels(again) == ["PLACE"] * 3
        assert again.codebook == _book()
    finally:
        again.close()


def test_an_open_article_catches_up_and_keeps_what_was_decided_meanwhile(project: Project) -> None:
    session = ReviewSession(project, project.articles()[0].id, steps.CODER)
    told: list[Step] = []
    session.listen(told.append)
    session.hold()
    step = session.decide(decisions.add_mention(Span(0, 4), "PERSON", session.text))
    assert step is not None
    assert not step.saved
    change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")
    caught = session.catch_up()
    assert caught is not None
    assert caught.saved
    assert told == [step, caught]
    assert sorted(m.label for m in session.state.mentions.values()) == ["PERSON", "PLACE"]
    assert project.load_review(session.article.id)[0] == session.state
    session.undo()
    assert [m.label for m in session.state.mentions.values()] == ["PLACE"]


def test_a_codebook_whose_records_lie_under_other_steps_stays_whole(project: Project) -> None:
    change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")
    session = ReviewSession(project, project.articles()[1].id, steps.CODER)
    session.decide(decisions.add_mention(Span(0, 5), "ORG", session.text))
    done = _take_back(project)
    assert (done.changed, list(done.left), done.about) == ((), ["Haber 1"], False)
    assert sorted(_labels(project)) == ["ORG", "PLACE", "PLACE", "PLACE"]
    assert "PLACE" in project.codebook.label_by_id
    session.undo()
    assert _take_back(project).about
    assert _labels(project) == ["GPE"] * 3


def test_a_label_that_was_used_since_it_came_is_not_taken_back(project: Project) -> None:
    draft = Draft(bundled())
    row = draft.add("labels", {"tr": "Gemi"})
    change_codebook(project, draft.book("2"), Recoding(), steps.CODER, "Yeni kitap")
    id = draft.groups["labels"][row].id
    session = ReviewSession(project, project.articles()[2].id, steps.CODER)
    session.decide(decisions.add_mention(Span(0, 8), id, session.text))
    assert list(_take_back(project).left) == ["Haber 2"]
    assert id in project.codebook.label_by_id
    session.undo()
    assert _take_back(project).about
    assert project.codebook == bundled()


def _suggest(project: Project, nth: int, label: str) -> str:
    """An undecided suggestion in the words of the codebook that holds now, from a run over one article."""
    article = [*project.articles(), *project.articles(trashed=True)][nth]
    session = ReviewSession(project, article.id, steps.CODER)
    kept = tuple(session.state.mentions.values())
    run = Mention(new_id(), Span(len(session.text) - 5, len(session.text)), label, Status.SUGGESTED, kept[0].origin)
    assert session.adopt(Suggestions(session.article.text.sha256, (run,))) is not None
    return run.id


@pytest.mark.parametrize("nth", [0, 2], ids=["with a step of the change", "in the trash"])
def test_suggestions_made_since_go_back_to_the_words_of_the_codebook_that_comes_back(
    project: Project, nth: int
) -> None:
    change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")
    project.remove_article(project.articles()[2].id)
    id = _suggest(project, nth, "PLACE")
    assert _take_back(project).about
    assert _labels(project) == ["GPE"] * 4
    _take_back(project, undo=False)
    assert _labels(project) == ["PLACE"] * 4
    article = [*project.articles(), *project.articles(trashed=True)][nth]
    assert project.load_review(article.id)[0].mentions[id].status is Status.SUGGESTED


def test_suggestions_that_the_other_codebook_has_no_words_for_are_withdrawn(project: Project) -> None:
    draft = Draft(bundled())
    row = draft.add("labels", {"tr": "Gemi"})
    change_codebook(project, draft.book("2"), Recoding(), steps.CODER, "Yeni kitap")
    _suggest(project, 1, draft.groups["labels"][row].id)
    session = ReviewSession(project, project.articles()[1].id, steps.CODER)
    session.hold()
    assert _take_back(project).about
    step = session.catch_up()
    assert step is not None
    assert [change.after for change in step.changes] == [None]
    assert _labels(project) == ["GPE"] * 3


def test_what_was_used_since_in_the_trash_keeps_a_label_too(project: Project) -> None:
    draft = Draft(bundled())
    row = draft.add("labels", {"tr": "Gemi"})
    change_codebook(project, draft.book("2"), Recoding(), steps.CODER, "Yeni kitap")
    session = ReviewSession(project, project.articles()[2].id, steps.CODER)
    session.decide(decisions.add_mention(Span(0, 8), draft.groups["labels"][row].id, session.text))
    project.remove_article(session.article.id)
    assert list(_take_back(project).left) == ["Haber 2"]


def test_a_change_that_was_taken_back_is_not_repeated_over_what_was_decided_since(project: Project) -> None:
    empty = steps.article("Bugün Maskat sessiz.", "Haber 3", 3)
    project.add_article(empty)
    change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")
    _take_back(project)
    session = ReviewSession(project, project.articles()[3].id, steps.CODER)
    session.decide(decisions.add_mention(Span(6, 12), "GPE", session.text))
    assert list(_take_back(project, undo=False).left) == ["Haber 3"]
    assert _labels(project) == ["GPE"] * 4
    assert project.codebook == bundled()


def test_what_comes_while_the_codebook_changes_is_said_in_its_words(project: Project) -> None:
    session = ReviewSession(project, project.articles()[0].id, steps.CODER)
    text, known = session.text, next(iter(session.state.mentions.values()))
    session.hold()
    session.decide(decisions.add_mention(Span(0, 4), "GPE", text))
    run = Mention(new_id(), Span(len(text) - 5, len(text)), "GPE", Status.SUGGESTED, known.origin)
    other = replace(run, id=new_id(), span=Span(len(text) - 4, len(text)), label="ORG")
    assert session.adopt(Suggestions(session.article.text.sha256, (run, other))) is None
    change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")
    assert session.catch_up() is not None
    labels = sorted((m.label, m.status) for m in session.state.mentions.values())
    assert labels == [("ORG", "suggested"), ("PLACE", "accepted"), ("PLACE", "accepted"), ("PLACE", "suggested")]
    assert project.load_review(session.article.id)[0] == session.state


def test_what_is_known_of_an_entity_goes_along_and_comes_back(project: Project) -> None:
    entity = registry.listed(project)[0].entity
    steps.say(project, replace(entity, country="TUR"))
    change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")
    found = [(k.entity.label, k.entity.country, k.mentions) for k in registry.listed(project) if k.mentions]
    assert found == [("PLACE", "TUR", 3)]
    _take_back(project)
    found = [(k.entity.id, k.entity.label, k.entity.country, k.mentions) for k in registry.listed(project)]
    assert found == [(entity.id, "GPE", "TUR", 3)]


def test_where_the_disk_refuses_half_way_everything_is_as_it_was(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    original, calls = project._append, []  # type: ignore[attr-defined]

    def full(*step: object) -> int:
        calls.append(step)
        if len(calls) > 2:
            raise StorageError("storage.no_article", path="x")
        return int(original(*step))

    with monkeypatch.context() as patch:
        patch.setattr(project, "_append", full)
        with pytest.raises(StorageError):
            change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")
    again = SqliteStore().open(project.path, steps.CODER)
    try:
        assert project.codebook == again.codebook == bundled()
        assert _labels(again) == ["GPE"] * 3
        assert again.project_log() == []
    finally:
        again.close()
    assert len(change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")) == 3


def test_the_newest_codebook_holds_also_where_the_clock_was_set_back(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ids, "_last", 0)
    monkeypatch.setattr(time, "time_ns", lambda: 1_000_000)
    change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")
    again = SqliteStore().open(project.path, steps.CODER)
    try:
        assert again.codebook == _book()
    finally:
        again.close()


def test_who_comes_after_another_window_works_with_its_codebook(project: Project) -> None:
    other = SqliteStore().open(project.path, "Ada")
    try:
        late = Ledger(other, "Ada")
        change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")
        with pytest.raises(ConflictError):
            late.decide(ProjectDecision("recode", (SetCodebook(bundled("small")),)))
        assert other.codebook == _book()
        line = late.decide(ProjectDecision("recode", (SetCodebook(bundled("small")),)))
        assert line is not None
        assert line.inverse.edits == (SetCodebook(_book()),)
    finally:
        other.close()


def test_a_change_may_be_stopped_while_it_is_saved(project: Project) -> None:
    seen: list[tuple[int, int]] = []

    def stop_late(done: int, total: int) -> None:
        seen.append((done, total))
        if total == 6 and done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap", stop_late)
    assert seen[-6:] == [(done, 6) for done in range(6)]
    again = SqliteStore().open(project.path, steps.CODER)
    try:
        assert project.codebook == again.codebook == bundled()
        assert _labels(again) == ["GPE"] * 3
    finally:
        again.close()


def test_a_change_that_is_cancelled_changes_nothing(project: Project) -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap", stop)
    assert _labels(project) == ["GPE"] * 3
    assert project.codebook == bundled()
