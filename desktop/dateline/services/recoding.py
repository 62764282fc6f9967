"""A project takes another codebook: what uses the old one, and its records brought along as one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.core.codebook import Codebook
from dateline.core.ids import new_id
from dateline.core.ports import Project
from dateline.core.recoding import Recoding, Uses, recode, uses
from dateline.core.registry import Entity
from dateline.core.review import Decision, ReviewState
from dateline.core.turkish import fold
from dateline.services import spread
from dateline.services.session import ReviewSession


@dataclass(frozen=True, slots=True)
class Report:
    """What a change of codebook did: in how many articles records got other ids."""

    articles: int = 0


def count_uses(project: Project) -> Uses:
    """How many records of the project use each entry of its codebook. Raises `StorageError`."""
    found: Uses = Counter()
    for _, state in project.reviewed():
        found += uses(state)
    return found


def change_codebook(
    project: Project, book: Codebook, recoding: Recoding, by: str, subject: str, opened: ReviewSession | None = None
) -> Report:
    """Recodes every article, all as one group of steps, then saves the codebook.

    `opened`: the session of the article that is open, which takes its step itself. `subject`: what the undo menu
    names. How far an article is stays as it is. Raises `StorageError`: then the codebook is the old one, and doing it
    again goes on with what is left.
    """

    def make(state: ReviewState, _text: str) -> Decision:
        return recode(state, recoding, subject)

    articles = 0
    if recoding:
        here = opened.article.id if opened is not None else ""
        group = new_id()
        ids = _concerned(project, recoding)
        others = {id: make for id in ids if id != here}
        articles = len(spread.take(project, by, others, group, _relabelled(project, recoding.labels)))
        if opened is not None and here in ids:
            before = opened.status
            step = opened.decide(replace(make(opened.state, opened.text), group=group))
            if opened.error is not None:
                raise opened.error
            opened.set_status(before)
            articles += int(step is not None)
    project.set_codebook(book)
    return Report(articles)


def _concerned(project: Project, recoding: Recoding) -> list[str]:
    """The ids of the articles, those in the trash too, that hold something to recode."""
    found = [article.id for article, state in project.reviewed() if recode(state, recoding).edits]
    trashed = (article.id for article in project.articles(trashed=True))
    return found + [id for id in trashed if recode(project.load_review(id)[0], recoding).edits]


def _relabelled(project: Project, labels: Mapping[str, str]) -> Sequence[Entity]:
    """The entities of which something is known, with their new labels, where nobody of that label has the name."""
    known = [known.entity for known in project.entities()] if labels else []
    taken = {(entity.label, fold(entity.name)) for entity in known}
    moved: list[Entity] = []
    for entity in known:
        label = labels.get(entity.label)
        if label is None or not entity.described or (label, fold(entity.name)) in taken:
            continue
        taken.add((label, fold(entity.name)))
        moved.append(replace(entity, label=label))
    return moved
