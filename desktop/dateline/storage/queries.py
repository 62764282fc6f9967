"""What is asked of the database, as statements with bound parameters only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, DateTime, Select, and_, case, func, select, type_coerce, union_all

from dateline.core.annotation import Argument, Event, Mention, Quote, Status
from dateline.core.review import ReviewState
from dateline.storage import mapping, schema

_CHUNK = 200
"""Ids asked for at a time: far below every database's limit of bound parameters."""


def chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    """The items in runs that one statement can take."""
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]


def summaries(lead: str, trashed: bool) -> Select[Any]:
    """The columns of `ArticleSummary`, status and counts None where the coder has no layer yet, oldest import first."""
    article, layer = schema.article.c, schema.layer.c
    groups = [
        select(table.c.layer_id, table.c.status, func.count().label("number"))
        .where(table.c.status.in_([Status.SUGGESTED.value, Status.ACCEPTED.value]))
        .group_by(table.c.layer_id, table.c.status)
        for table in (schema.mention, schema.event, schema.quote)
    ]
    each = union_all(*groups).subquery()
    counts = (
        select(
            each.c.layer_id,
            func.sum(case((each.c.status == Status.SUGGESTED.value, each.c.number), else_=0)).label("open"),
            func.sum(case((each.c.status == Status.ACCEPTED.value, each.c.number), else_=0)).label("accepted"),
        )
        .group_by(each.c.layer_id)
        .subquery()
    )
    return (
        select(
            article.id,
            article.title,
            article.source,
            article.language,
            article.published,
            layer.status,
            counts.c.open,
            counts.c.accepted,
            type_coerce(article.imported_at, DateTime(timezone=True)),  # a decorated type takes twice as long
        )
        .select_from(_with_layer(lead).outerjoin(counts, counts.c.layer_id == layer.id))
        .where(article.trashed_at.is_not(None) if trashed else article.trashed_at.is_(None))
        .order_by(article.imported_at, article.id)
    )


def articles(lead: str, where: ColumnElement[bool]) -> Select[Any]:
    """Whole articles: id, text, digest, the metadata, status (None: no layer yet), import, origin."""
    article, layer = schema.article.c, schema.layer.c
    return (
        select(
            article.id,
            article.text,
            article.sha256,
            article.title,
            article.source,
            article.language,
            article.published,
            layer.status,
            article.imported_at,
            article.origin,
        )
        .select_from(_with_layer(lead))
        .where(where)
    )


def _with_layer(lead: str) -> Any:
    article, layer = schema.article, schema.layer
    return article.outerjoin(layer, and_(layer.c.article_id == article.c.id, layer.c.coder_id == lead))


def layers(lead: str, article_ids: Sequence[str]) -> Select[Any]:
    """Id, article and revision of the coder's layers of some articles."""
    layer = schema.layer.c
    return select(layer.id, layer.article_id, layer.revision).where(
        layer.coder_id == lead, layer.article_id.in_(article_ids)
    )


def log(layer_id: str, without: str = "") -> Select[Any]:
    """The columns of `mapping.OF_ENTRY` and the name of who took the step, oldest first.

    `without`: a kind of line to leave out.
    """
    decision, coder = schema.decision.c, schema.coder
    return (
        select(*[decision[name] for name in mapping.OF_ENTRY], coder.c.name)
        .join(coder, coder.c.id == decision.taken_by)
        .where(decision.layer_id == layer_id, decision.kind != without)
        .order_by(decision.seq)
    )


def project_log() -> Select[Any]:
    """The columns of `mapping.OF_ENTRY` of the project's own log and the name of who took the step, oldest first."""
    step, coder = schema.project_step.c, schema.coder
    columns = [step[name] for name in mapping.OF_ENTRY]
    return select(*columns, coder.c.name).join(coder, coder.c.id == step.taken_by).order_by(step.seq)


def states(connection: Connection, layer_ids: Sequence[str]) -> dict[str, ReviewState]:
    """The records of layers, each kind in the order of the text."""
    arguments: dict[str, list[Argument]] = defaultdict(list)
    argument, of = schema.event_argument.c, schema.event.c
    query = (
        select(argument.event_id, argument.role, argument.mention_id)
        .join(schema.event, of.id == argument.event_id)
        .where(of.layer_id.in_(layer_ids))
        .order_by(argument.event_id, argument.position)
    )
    for event_id, role, mention_id in connection.execute(query):
        arguments[event_id].append(Argument(role, mention_id))
    mentions: dict[str, dict[str, Mention]] = {id: {} for id in layer_ids}
    events: dict[str, dict[str, Event]] = {id: {} for id in layer_ids}
    quotes: dict[str, dict[str, Quote]] = {id: {} for id in layer_ids}
    for row in connection.execute(_records(schema.mention, mapping.OF_MENTION, layer_ids)):
        mentions[row[0]][row[1]] = mapping.mention(row[1:])
    for row in connection.execute(_records(schema.event, mapping.OF_EVENT, layer_ids)):
        events[row[0]][row[1]] = mapping.event(row[1:], tuple(arguments.get(row[1], ())))
    for row in connection.execute(_records(schema.quote, mapping.OF_QUOTE, layer_ids)):
        quotes[row[0]][row[1]] = mapping.quote(row[1:])
    return {id: ReviewState(mentions[id], events[id], quotes[id]) for id in layer_ids}


def _records(table: Any, names: Sequence[str], layer_ids: Sequence[str]) -> Select[Any]:
    columns = [table.c[name] for name in names]
    return (
        select(table.c.layer_id, *columns)
        .where(table.c.layer_id.in_(layer_ids))
        .order_by(table.c.span_start, table.c.span_end, table.c.id)
    )
