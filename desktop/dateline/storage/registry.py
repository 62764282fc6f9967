"""The rows of entities: what is said of them, how often and where they are mentioned."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, insert, select, update

from dateline.core import turkish
from dateline.core.annotation import Status
from dateline.core.errors import RegistryError
from dateline.core.ids import new_id
from dateline.core.registry import Appearance, Entity, Known
from dateline.storage import schema
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


_SAID = ("id", "label", "name", "aliases", "country", "sector", "external_id", "notes")
_NOTHING: dict[str, Any] = {"aliases": None, "country": "", "sector": "", "external_id": "", "notes": ""}


def said_of(connection: Connection, ids: Collection[str]) -> dict[str, Entity]:
    """Some entities by their ids."""
    found: dict[str, Entity] = {}
    for some in chunks(list(ids)):
        found |= {entity.id: entity for entity in _entities(connection, schema.entity.c.id.in_(some))}
    return found


def named(connection: Connection, label: str, name: str) -> Entity | None:
    """The entity of a label and a name, in whatever spelling."""
    table = schema.entity.c
    same = and_(table.label == label, table.name_folded == turkish.fold(name))
    return next(iter(_entities(connection, same)), None)


def _entities(connection: Connection, where: ColumnElement[bool]) -> list[Entity]:
    rows = connection.execute(select(*[schema.entity.c[name] for name in _SAID]).where(where))
    return [Entity(id, label, name, tuple(aliases or ()), *rest) for id, label, name, aliases, *rest in rows]


def save(connection: Connection, entity: Entity, by: str) -> None:
    """Writes what is said of an entity, which is made where there is none of its id.

    Another of its label and name is the same one where nothing is said of it, and is taken in; where something is,
    `RegistryError` is raised.
    """
    twin = named(connection, entity.label, entity.name)
    absorbed = twin.id if twin is not None and twin.id != entity.id else None
    if twin is not None and absorbed is not None:
        if twin.described:
            raise RegistryError("registry.name_taken", name=entity.name)
        _update(connection, absorbed, {"name_folded": f"\0{absorbed}"})  # until its mentions have left it
    now = datetime.now(UTC)
    row = {
        "label": entity.label,
        "name": entity.name,
        "name_folded": turkish.fold(entity.name),
        "aliases": list(entity.aliases) or None,
        "country": entity.country,
        "sector": entity.sector,
        "external_id": entity.external_id,
        "notes": entity.notes,
        "updated_at": now,
        "updated_by": by,
    }
    if not _update(connection, entity.id, row):
        connection.execute(insert(schema.entity).values(row | {"id": entity.id, "created_at": now, "created_by": by}))
    if absorbed is not None:
        mention = schema.mention
        moved = update(mention).where(mention.c.entity_id == absorbed).values(entity_id=entity.id)
        connection.execute(moved)
        connection.execute(delete(schema.entity).where(schema.entity.c.id == absorbed))


def forget(connection: Connection, id: str, by: str) -> None:
    """Nothing is said of an entity any more."""
    _update(connection, id, _NOTHING | {"updated_at": datetime.now(UTC), "updated_by": by})


def _update(connection: Connection, id: str, row: dict[str, Any]) -> int:
    return connection.execute(update(schema.entity).where(schema.entity.c.id == id).values(row)).rowcount


def settle(connection: Connection, put: Collection[str], removed: Collection[str], by: str) -> None:
    """Once records are written: mentions whose name is another entity's go to that one, what was removed goes.

    An entity that was removed stays, with nothing said of it, where mentions still have its label and name.
    """
    mention, entity = schema.mention.c, schema.entity.c
    for some in chunks(list({*put, *removed})):
        query = select(
            mention.id, mention.label, mention.name, mention.words, mention.entity_id, entity.label, entity.name_folded
        )
        query = query.join(schema.entity, entity.id == mention.entity_id).where(mention.entity_id.in_(some))
        homeless: dict[tuple[str, str], list[str]] = {}
        names: dict[tuple[str, str], str] = {}
        for id, label, name, words, _, of_label, of_name in connection.execute(query):
            key = (label, turkish.fold(name or words))
            if key != (of_label, of_name):
                homeless.setdefault(key, []).append(id)
                names.setdefault(key, name or words)
        for key, ids in homeless.items():
            home = named(connection, key[0], names[key])
            if home is None:
                home = Entity(new_id(), key[0], names[key])
                save(connection, home, by)
            for part in chunks(ids):
                connection.execute(update(schema.mention).where(mention.id.in_(part)).values(entity_id=home.id))
    for some in chunks(list(removed)):
        unused = ~exists().where(mention.entity_id == entity.id)
        connection.execute(delete(schema.entity).where(entity.id.in_(some), unused))
