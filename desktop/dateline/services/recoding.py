"""A project takes another codebook: what uses the old one, and its records brought along as one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.core.codebook import Codebook
from dateline.core.ids import new_id
from dateline.core.ledger import ProjectDecision, ProjectEdit, PutEntity, SetCodebook
from dateline.core.ports import Progress, Project, no_progress
from dateline.core.recoding import VERB, Recoding, Uses, recode, uses
from dateline.core.registry import Entity
from dateline.core.review import Decision, ReviewState
from dateline.core.turkish import fold
from dateline.services import spread
from dateline.services.spread import Make


def count_uses(project: Project, progress: Progress = no_progress) -> Uses:
    """How many records of the project use each entry of its codebook, those in the trash too.

    Raises `StorageError`, and `Cancelled` out of `progress`.
    """
    found: Uses = Counter()
    total = len(project.articles())
    for done, (_, state) in enumerate(project.reviewed()):
        progress(done, total)
        found += uses(state)
    for gone in project.articles(trashed=True):
        found += uses(project.load_review(gone.id)[0])
    return found


def change_codebook(
    project: Project,
    book: Codebook,
    recoding: Recoding,
    by: str,
    subject: str,
    progress: Progress = no_progress,
    verb: str = VERB,
) -> Sequence[str]:
    """Saves a codebook and recodes every article as one group of steps, in one transaction.

    `subject`: what the undo menu names. How far an article is stays as it is. Returns the articles in which records
    got other ids. Raises `StorageError`, `RegistryError`, and `Cancelled` out of `progress`; then nothing was changed.
    """

    def make(state: ReviewState, _text: str) -> Decision:
        return recode(state, recoding, subject)

    edits: list[ProjectEdit] = [SetCodebook(book)]
    steps: dict[str, Make] = {}
    if recoding:
        steps = dict.fromkeys(_concerned(project, recoding, progress), make)
        edits += [PutEntity(entity) for entity in _relabelled(project, recoding.labels)]
    return spread.take(project, by, steps, new_id(), ProjectDecision(verb, tuple(edits), subject), progress)


def _concerned(project: Project, recoding: Recoding, progress: Progress) -> list[str]:
    """The ids of the articles, those in the trash too, that hold something to recode."""
    total, found = len(project.articles()), []
    for done, (article, state) in enumerate(project.reviewed()):
        progress(done, total)
        if recode(state, recoding).edits:
            found.append(article.id)
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
