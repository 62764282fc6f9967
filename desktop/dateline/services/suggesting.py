"""Asking the suggester: about an article under review, or about a text that belongs to no project."""

from __future__ import annotations

from typing import Any

from dateline.core.article import Draft, Metadata
from dateline.core.goldform import to_gold
from dateline.core.header import read_header
from dateline.core.language import guess
from dateline.core.ports import Progress, Project, Suggester, no_progress
from dateline.core.review import ReviewState, apply
from dateline.core.sources import ModelChoice
from dateline.core.suggestion import Request, Suggestions, adopt
from dateline.services.session import ReviewSession, Step

_SETTING = "suggest.model"


def chosen_model(project: Project) -> ModelChoice | None:
    """The spaCy pipeline that was chosen for a project, beside or instead of Dateline's own layers. Raises
    `StorageError`.
    """
    return ModelChoice.from_json(project.setting(_SETTING))


def choose_model(project: Project, choice: ModelChoice | None) -> None:
    """Remembers a choice; None for Dateline alone. Raises `StorageError`."""
    project.remember(_SETTING, choice.to_json() if choice else "")


def request_for(session: ReviewSession) -> Request:
    """What to ask about the open article: plain values, safe to hand to another thread.

    The answer goes to `session.adopt`, which drops it where it is about another text.
    Raises `StorageError`.
    """
    metadata = session.article.metadata
    published = metadata.published or read_header(session.text).published
    return Request(
        session.text,
        metadata.language,
        published,
        frozenset(session.project.rejected_forms()),
        chosen_model(session.project),
    )


def suggest(session: ReviewSession, suggester: Suggester, progress: Progress = no_progress) -> Step | None:
    """Suggestions for the open article, taken in as one step. None where they change nothing.

    Raises `SuggestError`, and `Cancelled` out of `progress`; the records are then as they were.
    """
    return session.adopt(suggester.suggest(request_for(session), progress))


def suggested_form(
    draft: Draft,
    id: str,
    suggester: Suggester,
    reasons: str = "en",
    progress: Progress = no_progress,
    model: ModelChoice | None = None,
) -> tuple[dict[str, Any], Suggestions]:
    """The JSON form of a draft with its suggestions, about exactly the draft's text, and the suggestions themselves.

    `reasons`: the language of the reasons. `model`: a spaCy pipeline to ask too. Raises `SuggestError`.
    """
    metadata = Metadata(
        title=draft.title,
        source=draft.source,
        language=draft.language or guess(draft.text),
        published=draft.published or read_header(draft.text).published,
    )
    suggestions = suggester.suggest(Request(draft.text, metadata.language, metadata.published, model=model), progress)
    empty = ReviewState()
    state = apply(empty, adopt(empty, suggestions)).state
    return to_gold(id, draft.text, metadata, state, reasons), suggestions
