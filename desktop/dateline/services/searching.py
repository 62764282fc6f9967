"""Searching the articles of a project: what is found comes in parts, counts are true however much is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.core.article import ArticleStatus, ArticleText
from dateline.core.find import Hit, Query
from dateline.core.ports import Project
from dateline.core.spans import Span
from dateline.services.matching import Matcher, Question, Sheet

LIMIT = 10_000
"""Hits that are shown: more than anyone reads."""
WIDTH = 100
"""Code points of context on each side: what a wide window has room for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, and where. `unlabelled`: only where no mention stands; `status`: only in articles so far."""

    query: Query
    unlabelled: bool = False
    status: ArticleStatus | None = None


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with its hits. `count`: those in text and title, shown or not."""

    id: str
    title: str
    source: str
    published: date | None
    count: int
    hits: Sequence[Hit]
    in_title: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What some articles brought: those to be shown, how many hits in how many of them, how many were searched."""

    found: Sequence[FoundArticle]
    hits: int
    articles: int
    searched: int


def search(project: Project, wanted: Wanted, matcher: Matcher, limit: int = LIMIT) -> Generator[Part, None, None]:
    """The hits in the articles of a project, in the order of import.

    No more than about `limit` hits are shown. Raises `StorageError`, and what `Matcher.answers` raises.
    """
    lots: list[Sequence[ArticleText]] = []

    def sheets() -> Iterator[Sequence[Sheet]]:
        for lot in project.texts(wanted.status, wanted.unlabelled):
            lots.append(lot)
            yield [Sheet(article.text, article.title, article.taken) for article in lot]

    shown = 0
    question = Question(wanted.query, wanted.unlabelled, WIDTH, limit)
    for answers in matcher.answers(question, sheets()):
        lot = lots.pop(0)
        pairs = [(article, answer) for article, answer in zip(lot, answers, strict=True) if answer.count]
        found = []
        for article, answer in pairs:
            if shown < limit:
                found.append(
                    FoundArticle(
                        article.id,
                        article.title,
                        article.source,
                        article.published,
                        answer.count,
                        answer.hits,
                        answer.in_title,
                    )
                )
                shown += len(answer.hits) + bool(answer.in_title)
        yield Part(found, sum(answer.count for _, answer in pairs), len(pairs), len(lot))


def name_of(query: Query, hits: Iterable[Hit]) -> str:
    """The canonical name for what hits mean: how most of them are written; "" where a pattern finds several things."""
    if query.regex:
        return ""
    spellings = Counter(hit.words for hit in hits)
    return max(spellings, key=lambda words: spellings[words], default="")
