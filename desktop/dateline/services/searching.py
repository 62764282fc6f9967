"""Searching the articles of a project: what is found comes in parts, counts are true however much is shown."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from dateline.core.article import ArticleStatus, ArticleText
from dateline.core.find import Hit, Query, in_context
from dateline.core.ports import HitLine, Progress, Project, no_progress
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


def every_line(
    project: Project, wanted: Wanted, matcher: Matcher, progress: Progress = no_progress
) -> Iterator[HitLine]:
    """Every hit, however many, to be written down. Raises as `search`, and `Cancelled` out of `progress`."""
    searched = 0
    with closing(search(project, wanted, matcher, sys.maxsize)) as parts:
        for part in parts:
            searched += part.searched
            progress(searched, 0)
            for article in part.found:
                yield from title_lines(article)
                yield from (line(article, hit) for hit in article.hits)


def line(article: FoundArticle, hit: Hit) -> HitLine:
    """A hit in the text of an article, to be written down."""
    span = hit.span
    return HitLine(article.title, article.published, article.source, hit, article.id, span.start, span.end)


def title_lines(article: FoundArticle) -> Iterator[HitLine]:
    """The hits in the title of an article."""
    for span in article.in_title:
        hit = in_context(article.title, span, WIDTH)
        yield HitLine(article.title, article.published, article.source, hit, article.id, None, None)


def name_of(query: Query, hits: Iterable[Hit]) -> str:
    """The canonical name for what hits mean: how most of them are written; "" where a pattern finds several things."""
    if query.regex:
        return ""
    spellings = Counter(hit.words for hit in hits)
    return max(spellings, key=lambda words: spellings[words], default="")
