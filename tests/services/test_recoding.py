"""A real project takes another codebook: every article follows, in one group of steps, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import steps
from dateline.core import decisions
from dateline.core.article import ArticleStatus
from dateline.core.bookdraft import Draft
from dateline.core.codebook import Codebook, bundled
from dateline.core.errors import StorageError
from dateline.core.find import occurrences
from dateline.core.ports import Project
from dateline.core.recoding import Recoding
from dateline.services import registry, spread
from dateline.services.recoding import change_codebook, count_uses
from dateline.services.session import ReviewSession
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


def test_every_article_follows_also_in_the_trash_and_one_undo_takes_all_back(project: Project) -> None:
    first, _, last = (article.id for article in project.articles())
    project.remove_article(last)
    session = ReviewSession(project, first, steps.CODER)
    assert count_uses(project)["labels", "GPE"] == 2
    report = change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap", session)
    assert report.articles == 3
    assert _labels(project) == ["PLACE"] * 3
    assert "PLACE" in project.codebook.label_by_id
    assert {a.status for a in project.articles()} == {ArticleStatus.DONE}
    entry = session.history.undoable[-1]
    spread.revisit(project, steps.CODER, entry, undo=True, skip=first)
    session.undo()
    assert _labels(project) == ["GPE"] * 3


def test_what_is_known_of_an_entity_goes_along(project: Project) -> None:
    entity = registry.listed(project)[0].entity
    project.append_all([], [replace(entity, country="TUR")])
    change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")
    found = [(k.entity.label, k.entity.country, k.mentions) for k in registry.listed(project) if k.mentions]
    assert found == [("PLACE", "TUR", 3)]


def test_where_the_disk_refuses_the_codebook_is_the_old_one_and_going_on_works(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_book: Codebook) -> None:
        raise StorageError("storage.no_article", path="x")

    with monkeypatch.context() as patch:
        patch.setattr(project, "set_codebook", full)
        with pytest.raises(StorageError):
            change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap")
    assert project.codebook == bundled()
    assert change_codebook(project, _book(), MOVE, steps.CODER, "Yeni kitap").articles == 0
    assert "PLACE" in project.codebook.label_by_id
