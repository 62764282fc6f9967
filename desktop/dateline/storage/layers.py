"""The layer of an article: one coder's records of it, with their revision, and that coder's status and note."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from dateline.core.article import ArticleStatus
from dateline.core.ids import new_id
from dateline.storage import queries, schema


def find(connection: Connection, lead: str, article_id: str, by: str) -> tuple[str, int] | None:
    """The id and revision of an article's layer, which is made where there is none; None where the article is gone.

    `lead`: the id of the coder whose layer it is; `by`: that of the one who works.
    """
    row = connection.execute(queries.layers(lead, [article_id])).first()
    if row is not None:
        return row.id, row.revision
    if connection.execute(select(schema.article.c.id).where(schema.article.c.id == article_id)).first() is None:
        return None
    return add(connection, lead, article_id, ArticleStatus.NEW, by), 0


def add(connection: Connection, lead: str, article_id: str, status: ArticleStatus, by: str, note: str = "") -> str:
    """Makes the layer of an article that has none; returns its id."""
    id = new_id()
    connection.execute(
        insert(schema.layer).values(
            id=id,
            article_id=article_id,
            coder_id=lead,
            status=status.value,
            revision=0,
            created_at=datetime.now(UTC),
            created_by=by,
            note=note,
        )
    )
    return id
