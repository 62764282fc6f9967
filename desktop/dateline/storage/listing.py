"""The list of articles as the database holds it: all of it, what comes behind an article, what stands around one."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from sqlalchemy import Connection, Select

from dateline.core.article import ArticleStatus, ArticleSummary, Extract
from dateline.storage import queries

_STATUSES = {None: ArticleStatus.NEW} | {status.value: status for status in ArticleStatus}


def listed(connection: Connection, lead: str, trashed: bool) -> list[ArticleSummary]:
    """Every article, or every one in the trash, as a coder (`lead`, an id) sees it."""
    return _summaries(connection, queries.summaries(lead, trashed))


def behind(connection: Connection, lead: str, last: ArticleSummary | None, limit: int) -> list[ArticleSummary]:
    """The next articles behind one, or the first."""
    query = queries.summaries(lead, False).limit(limit)
    return _summaries(connection, query if last is None else query.where(queries.behind(last)))


def around(connection: Connection, lead: str, id: str, limit: int) -> Extract:
    """As many articles around one as are asked for; the first ones where it is not there."""
    total = connection.execute(queries.count(False)).scalar_one()
    before = connection.execute(queries.before(id)).scalar() or 0
    start = max(min(before - limit // 2, total - limit), 0)
    first = connection.execute(queries.nth(start)).first()
    query = queries.summaries(lead, False).limit(limit)
    rows = _summaries(connection, query.where(queries.onwards(*first))) if first is not None else []
    return Extract(total, start, rows)


def _summaries(connection: Connection, query: Select[Any]) -> list[ArticleSummary]:
    return [
        ArticleSummary(
            id,
            title,
            source,
            language,
            published,
            _STATUSES[status],
            open or 0,
            accepted or 0,
            at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC),
            bool(noted),
        )
        for id, title, source, language, published, status, open, accepted, at, noted in connection.execute(query)
    ]
