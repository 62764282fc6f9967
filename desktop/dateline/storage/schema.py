"""The tables of a project: plain SQL types only, so that the same schema serves SQLite and PostgreSQL.

Names of rows are ULIDs made by the application. Times are UTC. A layer is one coder's work on one article; every
record belongs to a layer, and every span (code points) keeps the words it quotes and a little context, so that it
can be checked.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcTime(TypeDecorator[datetime]):
    """A moment. SQLite forgets time zones, so it is handed UTC, and what comes back is marked as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _id() -> Column[str]:
    return Column("id", String(26), primary_key=True)


def _to(target: str, name: str, *, optional: bool = False) -> Column[Any]:
    return Column(name, String(26), ForeignKey(f"{target}.id"), nullable=optional)


def _made() -> list[Column[Any]]:
    return [Column("created_at", UtcTime, nullable=False), _to("coder", "created_by")]


def _record() -> list[Column[Any]]:
    """What mentions, events and quotes have in common; `words` are those of the span."""
    return [
        _to("layer", "layer_id"),
        Column("span_start", Integer, nullable=False),
        Column("span_end", Integer, nullable=False),
        Column("words", Text, nullable=False),
        Column("prefix", Text, nullable=False),
        Column("suffix", Text, nullable=False),
        Column("status", String(16), nullable=False),
        Column("source", String(64), nullable=False),
        Column("reason", Text, nullable=False),
        Column("params", JSON(none_as_null=True)),
        Column("score", Float),
        Column("note", Text, nullable=False),
        *_made(),
        Column("updated_at", UtcTime, nullable=False),
        _to("coder", "updated_by"),
    ]


coder = Table("coder", metadata, _id(), Column("name", Text, nullable=False, unique=True), *[_made()[0]])

# One row. `lead_id`: the coder whose layers the project shows.
project = Table(
    "project",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    _to("coder", "lead_id"),
    Column("app_version", String(32), nullable=False),
    *_made(),
)

# The newest row is the one in use.
codebook = Table(
    "codebook",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("body", Text, nullable=False),
    *_made(),
)

setting = Table(
    "setting",
    metadata,
    Column("coder_id", String(26), ForeignKey("coder.id"), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("value", Text, nullable=False),
)

# The text comes last: SQLite walks through all that lies before a column, and lists need all but the text.
article = Table(
    "article",
    metadata,
    _id(),
    Column("sha256", String(64), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("title_folded", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("language", String(16), nullable=False),
    Column("published", Date),
    Column("origin", Text, nullable=False),
    Column("imported_at", UtcTime, nullable=False),
    _to("coder", "imported_by"),
    Column("updated_at", UtcTime, nullable=False),
    _to("coder", "updated_by"),
    Column("trashed_at", UtcTime),
    _to("coder", "trashed_by", optional=True),
    Column("text", Text, nullable=False),
)

# `revision`: how many lines its log has; a writer who knows another number writes about another state.
layer = Table(
    "layer",
    metadata,
    _id(),
    _to("article", "article_id"),
    _to("coder", "coder_id"),
    Column("status", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    *_made(),
    UniqueConstraint("article_id", "coder_id"),
)

entity = Table(
    "entity",
    metadata,
    _id(),
    Column("label", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False),
    *_made(),
    Column("aliases", JSON(none_as_null=True)),
    Column("country", String(3), nullable=False, server_default=""),
    Column("sector", Text, nullable=False, server_default=""),
    Column("external_id", Text, nullable=False, server_default=""),
    Column("notes", Text, nullable=False, server_default=""),
    Column("updated_at", UtcTime),
    _to("coder", "updated_by", optional=True),
    UniqueConstraint("label", "name_folded"),
)

mention = Table(
    "mention",
    metadata,
    _id(),
    *_record(),
    _to("entity", "entity_id"),
    Column("label", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("value", Text),
    Index(None, "layer_id", "status"),
    Index(None, "entity_id"),
)

event = Table(
    "event",
    metadata,
    _id(),
    *_record(),
    Column("type", String(64), nullable=False),
    Column("modality", String(64), nullable=False),
    Column("mode", String(64)),
    Column("happened", Text),
    Index(None, "layer_id", "status"),
)

# A mention may one day be one of another article: nothing here says that it is of the event's layer.
event_argument = Table(
    "event_argument",
    metadata,
    Column("event_id", String(26), ForeignKey("event.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String(64), nullable=False),
    _to("mention", "mention_id"),
    Index(None, "mention_id"),
)

quote = Table(
    "quote",
    metadata,
    _id(),
    *_record(),
    _to("mention", "speaker_id", optional=True),
    Index(None, "layer_id", "status"),
    Index(None, "speaker_id"),
)

# Lines are added, never changed. `seq` counts them within a layer; `forward` and `inverse` are edits as JSON;
# steps that were taken together in several articles share their `group_id`.
decision = Table(
    "decision",
    metadata,
    _id(),
    _to("layer", "layer_id"),
    Column("seq", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("verb", String(64), nullable=False),
    Column("subject", Text, nullable=False),
    Column("forward", JSON, nullable=False),
    Column("inverse", JSON, nullable=False),
    Column("reverts", String(26)),
    Column("taken_at", UtcTime, nullable=False),
    _to("coder", "taken_by"),
    Column("app_version", String(32), nullable=False),
    Column("group_id", String(26), index=True),
    UniqueConstraint("layer_id", "seq"),
)

# The log of the project itself: entities and codebooks. Lines are added, never changed; `seq` counts them.
# `group_id`: the steps in articles that were taken with it.
project_step = Table(
    "project_step",
    metadata,
    _id(),
    Column("seq", Integer, nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("verb", String(64), nullable=False),
    Column("subject", Text, nullable=False),
    Column("forward", JSON, nullable=False),
    Column("inverse", JSON, nullable=False),
    Column("reverts", String(26)),
    Column("taken_at", UtcTime, nullable=False),
    _to("coder", "taken_by"),
    Column("app_version", String(32), nullable=False),
    Column("group_id", String(26), index=True),
)
