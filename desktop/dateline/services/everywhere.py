"""Every place of some words in the articles of a project, and which of them are worth a label."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from dateline.core import decisions
from dateline.core.annotation import Mention, Status
from dateline.core.article import Article
from dateline.core.find import context, occurrences
from dateline.core.ports import Progress, Project, no_progress
from dateline.core.review import Decision, ReviewState
from dateline.core.spans import Span
from dateline.core.tokens import tokenize
from dateline.core.turkish import fold


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its span and words with a little text around. `wanted`: nothing speaks against a label there."""

    span: Span
    before: str
    words: str
    after: str
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """The places in one article."""

    article_id: str
    title: str
    places: Sequence[Place]


def places(article: Article, state: ReviewState, hits: Iterable[Span]) -> Found:
    """The places of an article; not wanted is what lies across another mark or was rejected there."""
    text = article.text.content
    mentions = list(state.mentions.values())
    found = [Place(hit, *context(text, hit), wanted=_wanted(hit, mentions)) for hit in hits]
    return Found(article.id, article.metadata.title, found)


def _wanted(hit: Span, mentions: Iterable[Mention]) -> bool:
    same = [m for m in mentions if m.span == hit]
    if same:
        return any(m.status is not Status.REJECTED for m in same)
    return not any(m.span.overlaps(hit) for m in mentions if m.status is not Status.REJECTED)


def search(
    project: Project, words: str, exact: bool, suffixes: bool, progress: Progress = no_progress
) -> Sequence[Found]:
    """The articles in which some words stand on their own. Raises `StorageError`, and `Cancelled` out of `progress`."""
    total, found = project.article_count(), []
    for done, (article, state) in enumerate(project.reviewed()):
        progress(done, total)
        hits = occurrences(article.text.content, words, exact, suffixes)
        if hits:
            found.append(places(article, state, hits))
    progress(total, total)
    return found


def label(state: ReviewState, text: str, spans: Collection[Span], label: str, name: str) -> Decision:
    """The step of one article, for `spread.take`; one canonical name for all of them makes them one entity."""
    return decisions.label_all(state, spans, label, text, name)


def label_fitting(
    state: ReviewState,
    text: str,
    spans: Collection[Span],
    label: str,
    name: str,
    left_out: Callable[[int], object] = lambda _count: None,
) -> Decision:
    """As `label`, where whole tokens stand and no other mark; `left_out` is told how many places are none of these.

    Without a name, places that are written alike become one entity.
    """
    tokens, mentions = tokenize(text), list(state.mentions.values())
    fitting = [s for s in spans if tokens.snap(s.start, s.end) == s and _wanted(s, mentions)]
    left_out(len(spans) - len(fitting))
    alike: dict[str, list[Span]] = {}
    for span in fitting:
        alike.setdefault("" if name else fold(span.of(text)), []).append(span)
    steps = [decisions.label_all(state, some, label, text, name) for some in alike.values()]
    edits = tuple(edit for step in steps for edit in step.edits)
    return Decision("everywhere", edits, steps[0].subject if steps else "")
