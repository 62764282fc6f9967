"""The rows of entities: what is said of them, how often and where they are mentioned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, and_, func, select, update

from dateline.core import turkish
from dateline.core.annotation import Status
from dateline.core.errors import RegistryError, StorageError
from dateline.core.registry import Appearance, Entity, Known
from dateline.storage import schema, writer
from dateline.storage.queries import chunks


def known(connection: Connection, lead: str) -> Sequence[Known]:
    """Every entity with the counts of the coder's layers."""
    entity, mention, layer, article = schema.entity.c, schema.mention.c, schema.layer.c, schema.article.c
    counts = (
        select(
            mention.entity_id,
            func.count(layer.article_id.distinct()).label("articles"),
            func.count().label("mentions"),
        )
        .select_from(_mentions())
        .where(layer.coder_id == lead, article.trashed_at.is_(None), mention.status != Status.REJECTED.value)
        .group_by(mention.entity_id)
        .subquery()
    )
    query = select(
        entity.id,
        entity.label,
        entity.name,
        entity.aliases,
        entity.country,
        entity.sector,
        entity.external_id,
        entity.notes,
        counts.c.articles,
        counts.c.mentions,
    ).select_from(schema.entity.outerjoin(counts, counts.c.entity_id == entity.id))
    return [
        Known(Entity(id, label, name, tuple(aliases or ()), *rest), articles or 0, mentions or 0)
        for id, label, name, aliases, *rest, articles, mentions in connection.execute(query)
    ]


def appearances(connection: Connection, lead: str, entity_id: str) -> Sequence[Appearance]:
    """The mentions of an entity in the coder's layers, by import and place."""
    mention, layer, article = schema.mention.c, schema.layer.c, schema.article.c
    query = (
        select(
            article.id,
            article.title,
            article.published,
            mention.id,
            mention.words,
            mention.prefix,
            mention.suffix,
            mention.status,
            article.trashed_at,
        )
        .select_from(_mentions())
        .where(and_(layer.coder_id == lead, mention.entity_id == entity_id, mention.status != Status.REJECTED.value))
        .order_by(article.imported_at, article.id, mention.span_start, mention.id)
    )
    return [Appearance(*row[:7], Status(row.status), row.trashed_at is not None) for row in connection.execute(query)]


def _mentions() -> Any:
    return schema.mention.join(schema.layer, schema.layer.c.id == schema.mention.c.layer_id).join(
        schema.article, schema.article.c.id == schema.layer.c.article_id
    )


def save(connection: Connection, entity: Entity, by: str, project: str) -> bool:
    """Writes what is said of an entity; returns whether it has another name or label now.

    Raises `RegistryError` where another of its label has its name.
    """
    table, folded = schema.entity.c, turkish.fold(entity.name)
    twin = select(table.id).where(table.label == entity.label, table.name_folded == folded, table.id != entity.id)
    if connection.execute(twin).first() is not None:
        raise RegistryError("registry.name_taken", name=entity.name)
    row = {
        "label": entity.label,
        "name": entity.name,
        "name_folded": folded,
        "aliases": list(entity.aliases) or None,
        "country": entity.country,
        "sector": entity.sector,
        "external_id": entity.external_id,
        "notes": entity.notes,
        "updated_at": datetime.now(UTC),
        "updated_by": by,
    }
    old = connection.execute(select(table.label, table.name_folded).where(table.id == entity.id)).first()
    if old is None:
        raise StorageError("storage.no_entity", path=project)
    connection.execute(update(schema.entity).where(table.id == entity.id).values(row))
    return tuple(old) != (entity.label, folded)


def let_go(connection: Connection, entity: Entity, by: str) -> None:
    """Mentions that bear another name than the one their entity has now become mentions of the entity of that name.

    They do where an article is left out of a step that renames, because other steps lie over it or cannot be saved yet.
    """
    mention, at = schema.mention.c, datetime.now(UTC)
    query = select(mention.id, mention.label, mention.name, mention.words).where(mention.entity_id == entity.id)
    strangers: dict[tuple[str, str], list[str]] = {}
    names: dict[tuple[str, str], str] = {}
    for id, label, name, words in connection.execute(query):
        key = (label, turkish.fold(name or words))
        if key != (entity.label, turkish.fold(entity.name)):
            strangers.setdefault(key, []).append(id)
            names.setdefault(key, name or words)
    ids = writer.entity_ids(connection, names, {"created_at": at, "created_by": by})
    for key, some in strangers.items():
        for part in chunks(some):
            connection.execute(update(schema.mention).where(mention.id.in_(part)).values(entity_id=ids[key]))
