"""Writes what a step changed, and who made what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from dateline.core import turkish
from dateline.core.annotation import Event, Mention, Quote, Record
from dateline.core.article import Metadata
from dateline.core.codebook import Codebook, dump
from dateline.core.ids import new_id
from dateline.core.review import Change
from dateline.storage import mapping, schema
from dateline.storage.queries import chunks


class Writer:
    """Brings the rows of a layer in line with what a step changed."""

    def __init__(self, connection: Connection, layer: str, text: str, at: datetime, by: str) -> None:
        self.connection = connection
        self.layer = layer
        self.text = text
        self.at = at
        self.by = by

    def write(self, changes: Sequence[Change]) -> None:
        """Mentions before what refers to them, and away only after it."""
        events = [c.id for c in changes if isinstance(c.before, Event)]
        self._delete(schema.event_argument, events, "event_id")
        entities = self._entities([c.after for c in changes if isinstance(c.after, Mention)])
        for kind, table in _TABLES:
            self._put(table, [c for c in changes if isinstance(c.after, kind)], entities)
            if kind is Event:
                rows = [row for c in changes if isinstance(c.after, Event) for row in mapping.arguments(c.after)]
                if rows:
                    self.connection.execute(insert(schema.event_argument), rows)
        for kind, table in reversed(_TABLES):
            self._delete(table, [c.id for c in changes if c.after is None and isinstance(c.before, kind)])

    def _put(self, table: Table, changes: Sequence[Change], entities: Mapping[tuple[str, str], str]) -> None:
        new = [self._row(c.after, entities) | self._created() for c in changes if c.before is None and c.after]
        old = [self._row(c.after, entities) for c in changes if c.before is not None and c.after]
        if new:
            self.connection.execute(insert(table), new)
        if old:
            changed = update(table).where(table.c.id == bindparam("its_id"))
            self.connection.execute(changed, [row | {"its_id": row.pop("id")} for row in old])

    def _row(self, record: Record, entities: Mapping[tuple[str, str], str]) -> mapping.Values:
        row = mapping.columns(record) | mapping.quoted(record, self.text)
        if isinstance(record, Mention):
            row["entity_id"] = entities[_entity_key(record, self.text)]
        return row | {"layer_id": self.layer, "updated_at": self.at, "updated_by": self.by}

    def _created(self) -> mapping.Values:
        return {"created_at": self.at, "created_by": self.by}

    def _delete(self, table: Table, ids: Sequence[str], column: str = "id") -> None:
        for some in chunks(ids):
            self.connection.execute(delete(table).where(table.c[column].in_(some)))

    def _entities(self, mentions: Iterable[Mention]) -> Mapping[tuple[str, str], str]:
        """The entity of every label and folded name among the mentions; those that are new are made."""
        names = {_entity_key(m, self.text): m.name or m.span.of(self.text) for m in reversed(list(mentions))}
        found: dict[tuple[str, str], str] = {}
        entity = schema.entity.c
        for label in {label for label, _ in names}:  # one after the other: the index begins with the label
            for some in chunks([folded for of, folded in names if of == label]):
                query = select(entity.name_folded, entity.id)
                query = query.where(entity.label == label, entity.name_folded.in_(some))
                found |= {(label, folded): id for folded, id in self.connection.execute(query)}
        rows = [
            {"id": new_id(), "label": key[0], "name": name, "name_folded": key[1]} | self._created()
            for key, name in names.items()
            if key not in found
        ]
        if rows:
            self.connection.execute(insert(schema.entity), rows)
        return found | {(row["label"], row["name_folded"]): row["id"] for row in rows}


_TABLES: Sequence[tuple[type[Mention | Event | Quote], Table]] = (
    (Mention, schema.mention),
    (Event, schema.event),
    (Quote, schema.quote),
)


def _entity_key(mention: Mention, text: str) -> tuple[str, str]:
    return mention.label, turkish.fold(mention.name or mention.span.of(text))


def coder_id(connection: Connection, name: str) -> str:
    """The id of a coder, who is entered where nobody of that name is."""
    found = connection.execute(select(schema.coder.c.id).where(schema.coder.c.name == name)).scalar()
    if found is not None:
        return str(found)
    id = new_id()
    connection.execute(insert(schema.coder).values(id=id, name=name, created_at=datetime.now(UTC)))
    return id


def add_codebook(connection: Connection, codebook: Codebook, by: str) -> None:
    """Enters a codebook as the newest one, also where the clock was set back since the one before."""
    newest = connection.execute(select(func.max(schema.codebook.c.id))).scalar()
    connection.execute(
        insert(schema.codebook).values(
            id=new_id(after=newest or ""),
            name=codebook.id,
            version=codebook.version,
            body=dump(codebook),
            created_at=datetime.now(UTC),
            created_by=by,
        )
    )


def metadata_row(metadata: Metadata, by: str) -> mapping.Values:
    """The columns of an article that a person edits."""
    return {
        "title": metadata.title,
        "title_folded": turkish.fold(metadata.title),
        "source": metadata.source,
        "language": metadata.language,
        "published": metadata.published,
        "updated_at": datetime.now(UTC),
        "updated_by": by,
    }
