"""An open project in one database: every method is one transaction or none.

All who work on the file see the layers of the coder who started it, and every line of the log says who took the
step. Layers of several coders side by side are what the schema is made for and nothing here offers yet.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select, update

from dateline import __version__
from dateline.core.annotation import Status
from dateline.core.article import Article, ArticleStatus, ArticleSummary, ArticleText, Extract, Metadata
from dateline.core.codebook import Codebook, parse
from dateline.core.errors import ConflictError, StorageError
from dateline.core.history import Entry, Kind
from dateline.core.ledger import ProjectEntry, PutEntity, RemoveEntity, SetCodebook, book_of
from dateline.core.ports import LogStep, Progress, no_progress
from dateline.core.registry import Appearance, Entity, Known
from dateline.core.review import Change, ReviewState
from dateline.core.text import FrozenText
from dateline.core.turkish import fold
from dateline.storage import failures, holding, layers, listing, mapping, queries, registry, schema, sqlite, writer

_FIRST_LOT, _LOT = 20, 200
"""How many texts a search reads at a time: half a megabyte of news, at first less, so that something comes at once."""
_TEXTS = 8
"""How many texts are kept at hand for the words that spans quote."""


class SqlProject:
    """A `Project`, and what `store` needs to build one. Methods may be called from any thread."""

    def __init__(
        self,
        path: Path,
        name: str,
        codebook: Codebook,
        access: sqlite.Access,
        engine: Engine,
        lead: str,
        coder: str,
        held: holding.Key,
    ) -> None:
        """`lead`: the id of the coder whose layers are shown; `coder`: the name of who works with this object.

        `held`: the file itself, released when the project is closed.
        """
        self.path = path
        self.name = name
        self.codebook = codebook
        self.read_only = access is not sqlite.Access.WRITE
        self.engine = engine
        self._access = access
        self._held = held
        self._closed = False
        self._lead = lead
        self._coder = coder
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._revisions: dict[str, int] = {}
        self._number: int | None = None

    def close(self) -> None:
        try:
            with failures.told(self.path):
                self._in_place()
        except StorageError:
            sqlite.settle(self.engine)
        self.engine.dispose()
        if not self._closed:
            self._closed = True
            holding.release(self._held)

    def _in_place(self) -> None:
        """Raises `StorageError` or `OSError` where the path no longer names the very file that was opened.

        SQLite would go on writing beside what is there now, and all of it would be lost.
        """
        if holding.key(self.path) != self._held:
            raise StorageError("storage.replaced", path=self.path.name, folder=self.path.parent)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with failures.told(self.path), sqlite.write(self.engine) as connection:
            self._in_place()
            yield connection

    # Articles

    def articles(self, trashed: bool = False) -> Sequence[ArticleSummary]:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            return listing.listed(connection, self._lead, trashed)

    def articles_behind(self, last: ArticleSummary | None, limit: int) -> Sequence[ArticleSummary]:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            return listing.behind(connection, self._lead, last, limit)

    def articles_around(self, id: str, limit: int) -> Extract:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            return listing.around(connection, self._lead, id, limit)

    def article_count(self, trashed: bool = False) -> int:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            return int(connection.execute(queries.count(trashed)).scalar_one())

    def article(self, id: str) -> Article:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            row = connection.execute(queries.articles(self._lead, schema.article.c.id == id)).first()
            if row is None:
                raise StorageError("storage.no_article", path=self.path.name)
            return self._article(row)

    def _article(self, row: Sequence[Any]) -> Article:
        id, text, sha256, title, source, language, published, status, at, origin, note = row
        frozen = FrozenText(text)
        if frozen.sha256 != sha256:  # every offset points into these very words
            raise failures.corrupt(self.path)
        metadata = Metadata(title, source, language, published)
        return Article(id, frozen, metadata, ArticleStatus(status or "new"), at, origin, note or "")

    def find_by_digest(self, sha256: str) -> str | None:
        query = select(schema.article.c.id).where(schema.article.c.sha256 == sha256).order_by(schema.article.c.id)
        with failures.told(self.path), sqlite.read(self.engine) as connection:
            return connection.execute(query.limit(1)).scalar()

    def add_article(self, article: Article) -> None:
        with self._writing() as connection:
            by = writer.coder_id(connection, self._coder)
            row = {
                "id": article.id,
                "text": article.text.content,
                "sha256": article.text.sha256,
                "origin": article.origin,
                "imported_at": article.imported_at,
                "imported_by": by,
            }
            connection.execute(insert(schema.article).values(row | writer.metadata_row(article.metadata, by)))
            layers.add(connection, self._lead, article.id, article.status, by, article.note)

    def set_metadata(self, id: str, metadata: Metadata) -> None:
        self._change_article(id, lambda by: writer.metadata_row(metadata, by))

    def remove_article(self, id: str) -> None:
        self._change_article(id, lambda by: {"trashed_at": datetime.now(UTC), "trashed_by": by})

    def restore_article(self, id: str) -> None:
        self._change_article(id, lambda by: {"trashed_at": None, "trashed_by": None})

    def _change_article(self, id: str, values: Callable[[str], mapping.Values]) -> None:
        with self._writing() as connection:
            by = writer.coder_id(connection, self._coder)
            changed = connection.execute(update(schema.article).where(schema.article.c.id == id).values(values(by)))
            if changed.rowcount != 1:
                raise StorageError("storage.no_article", path=self.path.name)

    def set_status(self, id: str, status: ArticleStatus) -> None:
        self._change_layer(id, {"status": status.value})

    def set_note(self, id: str, note: str) -> None:
        self._change_layer(id, {"note": note})

    def _change_layer(self, id: str, values: mapping.Values) -> None:
        with self._writing() as connection:
            layer, _ = self._layer(connection, id, writer.coder_id(connection, self._coder))
            connection.execute(update(schema.layer).where(schema.layer.c.id == layer).values(values))

    # Reviews

    def load_review(self, article_id: str) -> tuple[ReviewState, Sequence[Entry]]:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            layer = connection.execute(queries.layers(self._lead, [article_id])).first()
            if layer is None:
                self._revisions[article_id] = 0
                return ReviewState(), ()
            state = queries.states(connection, [layer.id])[layer.id]
            # The suggester's lines can be long and are no steps that undo and redo go through.
            lines = connection.execute(queries.log(layer.id, without=Kind.MACHINE.value))
            entries = [mapping.entry(tuple(line[:-1]), line[-1]) for line in lines]
            self._revisions[article_id] = layer.revision
            return state, entries

    def log(self, article_id: str) -> Iterator[Entry]:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            layer = connection.execute(queries.layers(self._lead, [article_id])).first()
            lines = connection.execute(queries.log(layer.id)).all() if layer else []
            entries = [mapping.entry(tuple(line[:-1]), line[-1]) for line in lines]
        yield from entries

    def append(self, article_id: str, entry: Entry, changes: Sequence[Change], status: ArticleStatus) -> None:
        self.append_all([(article_id, entry, changes, status)])

    def append_all(
        self, steps: Sequence[LogStep], about: ProjectEntry | None = None, progress: Progress = no_progress
    ) -> None:
        revisions: dict[str, int] = {}
        with self._writing() as connection:
            number = self._append_about(connection, about) if about is not None else None
            for done, step in enumerate(steps):
                progress(done, len(steps))
                revisions[step[0]] = self._append(connection, *step)
            if about is not None:
                before = {e.entity.id: registry.key(e.entity) for e in about.inverse.edits if isinstance(e, PutEntity)}
                puts = (edit.entity for edit in about.decision.edits if isinstance(edit, PutEntity))
                put = [entity.id for entity in puts if before.get(entity.id) != registry.key(entity)]
                removed = [edit.id for edit in about.decision.edits if isinstance(edit, RemoveEntity)]
                registry.settle(connection, put, removed, writer.coder_id(connection, about.by))
        self._revisions |= revisions
        if about is not None:
            self._number = number
            self.codebook = book_of(about.decision) or self.codebook

    def _append_about(self, connection: Connection, entry: ProjectEntry) -> int:
        """Writes a step about the project; returns how many lines its log has then."""
        by = writer.coder_id(connection, entry.by)
        number = connection.execute(select(func.count()).select_from(schema.project_step)).scalar_one()
        if self._number is not None and self._number != number:
            raise ConflictError("storage.project_conflict", path=self.path.name)
        connection.execute(
            insert(schema.project_step).values(
                mapping.project_columns(entry) | {"seq": number + 1, "taken_by": by, "app_version": __version__}
            )
        )
        for edit in entry.decision.edits:
            match edit:
                case PutEntity(entity):
                    registry.save(connection, entity, by)
                case RemoveEntity(id):
                    registry.forget(connection, id, by)
                case SetCodebook(book):
                    writer.add_codebook(connection, book, by)
        return int(number) + 1

    def project_log(self) -> Sequence[ProjectEntry]:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            lines = connection.execute(queries.project_log()).all()
            entries = [mapping.project_entry(tuple(line[:-1]), line[-1]) for line in lines]
            book = None
            if self._number not in (None, len(entries)):  # someone else has been here
                book = parse(connection.execute(queries.newest_codebook()).scalar_one())
        self._number = len(entries)
        self.codebook = book or self.codebook
        return entries

    def _append(
        self, connection: Connection, article_id: str, entry: Entry, changes: Sequence[Change], status: ArticleStatus
    ) -> int:
        """Writes one step; returns the revision that the layer has then."""
        by = writer.coder_id(connection, entry.by)
        layer, revision = self._layer(connection, article_id, by)
        if self._revisions.get(article_id, revision) != revision:
            raise ConflictError("storage.conflict", path=self.path.name)
        connection.execute(
            insert(schema.decision).values(
                mapping.entry_columns(entry)
                | {"layer_id": layer, "seq": revision + 1, "taken_by": by, "app_version": __version__}
            )
        )
        text = self._text(connection, article_id) if changes else ""
        writer.Writer(connection, layer, text, entry.decision.at, by).write(changes)
        values = {"revision": revision + 1, "status": status.value} | queries.counted(changes)
        connection.execute(update(schema.layer).where(schema.layer.c.id == layer).values(values))
        return revision + 1

    def articles_of_group(self, group: str) -> Sequence[str]:
        decision, layer = schema.decision.c, schema.layer.c
        query = (
            select(layer.article_id)
            .join(schema.decision, decision.layer_id == layer.id)
            .where(decision.group_id == group, layer.coder_id == self._lead)
            .distinct()
            .order_by(layer.article_id)
        )
        with failures.told(self.path), sqlite.read(self.engine) as connection:
            return list(connection.execute(query).scalars())

    def _layer(self, connection: Connection, article_id: str, by: str) -> tuple[str, int]:
        """The id and revision of the article's layer, which is made where there is none yet."""
        found = layers.find(connection, self._lead, article_id, by)
        if found is None:
            raise StorageError("storage.no_article", path=self.path.name)
        return found

    def _text(self, connection: Connection, article_id: str) -> str:
        if article_id not in self._texts:
            query = select(schema.article.c.text).where(schema.article.c.id == article_id)
            self._texts[article_id] = connection.execute(query).scalar_one()
            while len(self._texts) > _TEXTS:
                self._texts.popitem(last=False)
        return self._texts[article_id]

    def reviewed(self) -> Iterator[tuple[Article, ReviewState]]:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            query = select(schema.article.c.id).where(schema.article.c.trashed_at.is_(None))
            ids = list(connection.execute(query.order_by(schema.article.c.imported_at, schema.article.c.id)).scalars())
        for some in queries.chunks(ids):
            yield from self._reviewed(some)

    def _reviewed(self, ids: Sequence[str]) -> Sequence[tuple[Article, ReviewState]]:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            rows = connection.execute(queries.articles(self._lead, schema.article.c.id.in_(ids))).all()
            articles = {row[0]: self._article(row) for row in rows}
            found = connection.execute(queries.layers(self._lead, ids)).all()
            states = queries.states(connection, [layer.id for layer in found])
            by_article = {layer.article_id: states[layer.id] for layer in found}
        return [(articles[id], by_article.get(id, ReviewState())) for id in ids if id in articles]

    def texts(self, status: ArticleStatus | None = None, marked: bool = False) -> Iterator[Sequence[ArticleText]]:
        after, lot = "", _FIRST_LOT
        while some := self._texts_after(after, lot, status, marked):
            yield some
            after, lot = some[-1].id, _LOT

    def _texts_after(self, after: str, lot: int, status: ArticleStatus | None, marked: bool) -> Sequence[ArticleText]:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            rows = connection.execute(queries.texts(self._lead, after, status, lot)).all()
            taken: dict[str, list[tuple[int, int]]] = {row[0]: [] for row in rows}
            if marked:
                for id, start, end in connection.execute(queries.standing(self._lead, list(taken))):
                    taken[id].append((start, end))
            return [
                ArticleText(id, title, source, published, text, taken[id])
                for id, title, source, published, text in rows
            ]

    # The project as a whole

    def setting(self, key: str) -> str | None:
        query = (
            select(schema.setting.c.value)
            .join(schema.coder)
            .where(schema.coder.c.name == self._coder, schema.setting.c.key == key)
        )
        with failures.told(self.path), sqlite.read(self.engine) as connection:
            return connection.execute(query).scalar()

    def remember(self, key: str, value: str) -> None:
        with self._writing() as connection:
            by = writer.coder_id(connection, self._coder)
            mine = (schema.setting.c.coder_id == by, schema.setting.c.key == key)
            if connection.execute(update(schema.setting).where(*mine).values(value=value)).rowcount == 0:
                connection.execute(insert(schema.setting).values(coder_id=by, key=key, value=value))

    def entity_ids(self) -> Mapping[tuple[str, str], str]:
        entity = schema.entity.c
        with failures.told(self.path), sqlite.read(self.engine) as connection:
            rows = connection.execute(select(entity.label, entity.name_folded, entity.id))
            return {(label, folded): id for label, folded, id in rows}

    def entities(self) -> Sequence[Known]:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            return registry.known(connection, self._lead)

    def said_of(self, ids: Collection[str]) -> Mapping[str, Entity]:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            return registry.said_of(connection, ids)

    def named(self, label: str, name: str) -> Entity | None:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            return registry.named(connection, label, name)

    def appearances(self, entity_id: str) -> Sequence[Appearance]:
        with failures.read(self.path), sqlite.read(self.engine) as connection:
            return registry.appearances(connection, self._lead, entity_id)

    def rejected_forms(self) -> Iterable[tuple[str, str]]:
        mention = schema.mention.c
        query = select(mention.words, mention.label, mention.status == Status.REJECTED.value).distinct()
        with failures.told(self.path), sqlite.read(self.engine) as connection:
            rows = [(words, label, rejected) for words, label, rejected in connection.execute(query)]
        standing = {(fold(words), label) for words, label, rejected in rows if not rejected}
        return sorted(
            (words, label) for words, label, rejected in rows if rejected and (fold(words), label) not in standing
        )

    def backup(self, target: Path) -> None:
        with failures.told(self.path):
            self._in_place()
            sqlite.copy(self.path, self._access, target)
