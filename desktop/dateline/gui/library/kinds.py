"""Which articles the list can show alone, and in which orders: declared once for the list, its boxes, the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum

from dateline.core.article import ArticleStatus, ArticleSummary


class Order(IntEnum):
    """How the list is sorted."""

    IMPORTED = 0
    PUBLISHED = 1
    TITLE = 2
    OPEN = 3


class Only(IntEnum):
    """Which articles are listed."""

    ALL = 0
    NOT_DONE = 1
    FLAGGED = 2
    NOTED = 3
    NEW = 4
    SUGGESTED = 5
    IN_REVIEW = 6
    DONE = 7


Rows = Iterable[ArticleSummary]
Pick = Callable[[Rows], list[ArticleSummary]]


def pick(only: Only, rows: Rows) -> list[ArticleSummary]:
    """Those of some articles that are of a kind: a list at a time, as a call for each takes three times as long."""
    return _PICK[only](rows)


def _of(status: ArticleStatus) -> Pick:
    # A status that is looked up in its class for each article takes as long again.
    return lambda rows: [a for a in rows if a.status is status]


def _not(status: ArticleStatus) -> Pick:
    return lambda rows: [a for a in rows if a.status is not status]


_PICK: dict[Only, Pick] = {
    Only.ALL: list,
    Only.NOT_DONE: _not(ArticleStatus.DONE),
    Only.FLAGGED: _of(ArticleStatus.FLAGGED),
    Only.NOTED: lambda rows: [a for a in rows if a.noted],
    Only.NEW: _of(ArticleStatus.NEW),
    Only.SUGGESTED: _of(ArticleStatus.SUGGESTED),
    Only.IN_REVIEW: _of(ArticleStatus.IN_REVIEW),
    Only.DONE: _of(ArticleStatus.DONE),
}
