"""What is asked of the database, as statements with bound parameters only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    DateTime,
    Select,
    Tuple,
    and_,
    func,
    literal,
    select,
    tuple_,
    type_coerce,
)

from dateline.core.annotation import Argument, Event, Mention, Quote, Record, Status
from dateline.core.article import ArticleStatus, ArticleSummary
from dateline.core.review import Change, ReviewState
from dateline.storage import mapping, schema

_CHUNK = 200
"""Ids asked for at a time: far below every database's limit of bound parameters."""


def chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    """The items in runs that one statement can take."""
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]


def summaries(lead: str, trashed: bool) -> Select[Any]:
    """The columns of `ArticleSummary`, oldest import first; those of the layer None where the coder has none yet."""
    article, layer = schema.article.c, schema.layer.c
    return (
        select(
            article.id,
            article.title,
            article.source,
            article.language,
            article.published,
            layer.status,
            layer.open_count,
            layer.accepted_count,
            type_coerce(article.imported_at, DateTime(timezone=True)),  # a decorated type takes twice as long
            layer.note != "",
        )
        .select_from(_with_layer(lead))
        .where(_lying(trashed))
        .order_by(article.imported_at, article.id)
    )


def behind(last: ArticleSummary) -> ColumnElement[bool]:
    """What comes behind an article in the order of the list."""
    return _order() > tuple_(literal(last.imported_at, schema.UtcTime), literal(last.id))


def onwards(imported_at: datetime, id: str) -> ColumnElement[bool]:
    """An article and what comes behind it in the order of the list."""
    return _order() >= tuple_(literal(imported_at, schema.UtcTime), literal(id))


def nth(place: int) -> Select[Any]:
    """When the article at a place of the list (from 0) was imported, and its id."""
    article = schema.article.c
    return (
        select(article.imported_at, article.id)
        .where(_lying(False))
        .order_by(article.imported_at, article.id)
        .offset(place)  # of the index alone: with the layers joined to it every row passed over is looked up
        .limit(1)
    )


def before(id: str) -> Select[Any]:
    """How many articles come before one in the list; no row where the list does not have it."""
    other = schema.article.alias()
    earlier = (
        select(func.count())
        .where(_lying(False), _order() < tuple_(other.c.imported_at, other.c.id))
        .select_from(schema.article)
        .correlate(other)
        .scalar_subquery()
    )
    return select(earlier).where(other.c.id == id, other.c.trashed_at.is_(None)).select_from(other)


def count(trashed: bool) -> Select[Any]:
    """How many articles there are, or how many in the trash."""
    return select(func.count()).select_from(schema.article).where(_lying(trashed))


def counted(changes: Sequence[Change]) -> mapping.Values:
    """The counts of a layer after a step that changes these records of it."""
    layer = schema.layer.c
    return {
        column.name: column + more
        for column, status in ((layer.open_count, Status.SUGGESTED), (layer.accepted_count, Status.ACCEPTED))
        if (more := sum(_is(c.after, status) - _is(c.before, status) for c in changes))
    }


def _is(record: Record | None, status: Status) -> bool:
    return record is not None and record.status is status


def _order() -> Tuple:
    return tuple_(schema.article.c.imported_at, schema.article.c.id)


def _lying(trashed: bool) -> ColumnElement[bool]:
    gone = schema.article.c.trashed_at
    return gone.is_not(None) if trashed else gone.is_(None)


def articles(lead: str, where: ColumnElement[bool]) -> Select[Any]:
    """Whole articles: id, text, digest, the metadata, status, import, origin, note (both None: no layer yet)."""
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
            layer.note,
        )
        .select_from(_with_layer(lead))
        .where(where)
    )


def _with_layer(lead: str) -> Any:
    article, layer = schema.article, schema.layer
    return article.outerjoin(layer, and_(layer.c.article_id == article.c.id, layer.c.coder_id == lead))


def texts(lead: str, after: str, status: ArticleStatus | None, limit: int) -> Select[Any]:
    """What is searched of the articles whose ids come after one: id, title, source, published, text."""
    article, layer = schema.article, schema.layer.c
    columns = [article.c[name] for name in ("id", "title", "source", "published", "text")]
    query = select(*columns).where(article.c.trashed_at.is_(None), article.c.id > after)
    if status is not None:
        so_far = func.coalesce(layer.status, ArticleStatus.NEW.value) == status.value
        query = query.select_from(_with_layer(lead)).where(so_far)
    return query.order_by(article.c.id).limit(limit)


def standing(lead: str, article_ids: Sequence[str]) -> Select[Any]:
    """Article, start and end of the mentions that are not rejected."""
    layer, mention = schema.layer.c, schema.mention
    return (
        select(layer.article_id, mention.c.span_start, mention.c.span_end)
        .join(schema.layer, layer.id == mention.c.layer_id)
        .where(
            layer.coder_id == lead,
            layer.article_id.in_(article_ids),
            mention.c.status != Status.REJECTED.value,
        )
    )


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


def newest_codebook() -> Select[Any]:
    """The JSON form of the codebook that holds."""
    codebook = schema.codebook.c
    return select(codebook.body).order_by(codebook.id.desc()).limit(1)


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
