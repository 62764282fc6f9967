"""A project takes another codebook: what uses the old one, and its records brought along, one step an article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dateline.core.codebook import Codebook
from dateline.core.ports import Project
from dateline.core.recoding import Recoding, Uses, recode, uses
from dateline.services.session import ReviewSession


@dataclass(frozen=True, slots=True)
class Report:
    """What a change of codebook did: how many articles and records got other ids."""

    articles: int = 0
    records: int = 0


def count_uses(project: Project) -> Uses:
    """How many records of the project use each entry of its codebook. Raises `StorageError`."""
    found: Uses = Counter()
    for _, state in project.reviewed():
        found += uses(state)
    return found


def change_codebook(
    project: Project, book: Codebook, recoding: Recoding, by: str, subject: str, opened: ReviewSession | None = None
) -> Report:
    """Recodes every article, one undoable step each, then saves the codebook.

    `opened`: the session of the article that is open; its listeners are told. `subject`: what the undo menu names.
    How far an article is stays as it is. Raises `StorageError`: then the codebook is the old one, and doing it again
    goes on with the articles that are left.
    """
    articles = records = 0
    for id in _concerned(project, recoding) if recoding else []:
        session = opened if opened is not None and opened.article.id == id else ReviewSession(project, id, by)
        before = session.status
        step = session.decide(recode(session.state, recoding, subject))
        if step is None:
            continue
        if not step.saved and session.error is not None:
            raise session.error
        session.set_status(before)
        articles += 1
        records += len(step.changes)
    project.set_codebook(book)
    return Report(articles, records)


def _concerned(project: Project, recoding: Recoding) -> list[str]:
    """The ids of the articles, those in the trash too, that hold something to recode."""
    found = [article.id for article, state in project.reviewed() if recode(state, recoding).edits]
    trashed = (article.id for article in project.articles(trashed=True))
    return found + [id for id in trashed if recode(project.load_review(id)[0], recoding).edits]
