"""A project in memory, so that tests of services and widgets need no disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from dateline.core import codebook, turkish
from dateline.core.annotation import Status
from dateline.core.article import Article, ArticleStatus, ArticleSummary, Metadata
from dateline.core.codebook import Codebook
from dateline.core.errors import StorageError
from dateline.core.history import Entry
from dateline.core.ids import new_id
from dateline.core.review import Change, ReviewState, apply
from dateline.core.text import FrozenText

IMPORTED = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def make_article(text: str, title: str = "Deneme", id: str | None = None, published: date | None = None) -> Article:
    """An article with an invented text."""
    metadata = Metadata(title, "Örnek Ajansı", "tr", published)
    return Article(id or new_id(), FrozenText(text), metadata, ArticleStatus.NEW, IMPORTED)


class MemoryProject:
    """`core.ports.Project`, forgetful. While `broken` is set, every write raises it and changes nothing."""

    def __init__(self, articles: Iterable[Article] = (), book: Codebook | None = None) -> None:
        self.path = Path("memory.dateline")
        self.codebook = book or codebook.bundled()
        self.read_only = False
        self.broken: StorageError | None = None
        self.closed = False
        self._articles = {a.id: a for a in articles}
        self._trash: set[str] = set()
        self._states: dict[str, ReviewState] = {}
        self._logs: dict[str, list[Entry]] = {}
        self._settings: dict[str, str] = {}

    def put_review(self, article_id: str, state: ReviewState) -> None:
        """Gives an article the records that a test begins with."""
        self._states[article_id] = state

    def close(self) -> None:
        self.closed = True

    def articles(self) -> Sequence[ArticleSummary]:
        return [self._summary(a) for a in self._articles.values() if a.id not in self._trash]

    def article_count(self) -> int:
        return len(self._articles) - len(self._trash)

    def article(self, id: str) -> Article:
        return self._articles[id]

    def find_by_digest(self, sha256: str) -> str | None:
        return next((a.id for a in self._articles.values() if a.text.sha256 == sha256), None)

    def add_article(self, article: Article) -> None:
        self._write()
        self._articles[article.id] = article

    def set_metadata(self, id: str, metadata: Metadata) -> None:
        self._write()
        self._articles[id] = replace(self._articles[id], metadata=metadata)

    def set_status(self, id: str, status: ArticleStatus) -> None:
        self._write()
        self._articles[id] = replace(self._articles[id], status=status)

    def set_note(self, id: str, note: str) -> None:
        self._write()
        self._articles[id] = replace(self._articles[id], note=note)

    def remove_article(self, id: str) -> None:
        self._write()
        self._trash.add(id)

    def restore_article(self, id: str) -> None:
        self._write()
        self._trash.discard(id)

    def load_review(self, article_id: str) -> tuple[ReviewState, Sequence[Entry]]:
        return self._states.get(article_id, ReviewState()), tuple(self._logs.get(article_id, ()))

    def append(self, article_id: str, entry: Entry, changes: Sequence[Change], status: ArticleStatus) -> None:
        self._write()
        self._states[article_id] = apply(self._states.get(article_id, ReviewState()), entry.decision).state
        self._logs.setdefault(article_id, []).append(entry)
        self._articles[article_id] = replace(self._articles[article_id], status=status)

    def setting(self, key: str) -> str | None:
        return self._settings.get(key)

    def remember(self, key: str, value: str) -> None:
        self._write()
        self._settings[key] = value

    def reviewed(self) -> Iterator[tuple[Article, ReviewState]]:
        for article in self._articles.values():
            if article.id not in self._trash:
                yield article, self._states.get(article.id, ReviewState())

    def entity_ids(self) -> Mapping[tuple[str, str], str]:
        mentions = (m for state in self._states.values() for m in state.mentions.values())
        keys = {(m.label, turkish.fold(m.name)) for m in mentions if m.status is not Status.REJECTED}
        return {key: f"entity-{number}" for number, key in enumerate(sorted(keys))}

    def rejected_forms(self) -> Iterable[tuple[str, str]]:
        for id, state in self._states.items():
            text = self._articles[id].text.content
            yield from ((m.span.of(text), m.label) for m in state.mentions.values() if m.status is Status.REJECTED)

    def _summary(self, article: Article) -> ArticleSummary:
        statuses = [r.status for r in self._states.get(article.id, ReviewState()).records()]
        metadata = article.metadata
        return ArticleSummary(
            article.id,
            metadata.title,
            metadata.source,
            metadata.language,
            metadata.published,
            article.status,
            statuses.count(Status.SUGGESTED),
            statuses.count(Status.ACCEPTED),
            article.imported_at,
        )

    def _write(self) -> None:
        if self.broken is not None:
            raise self.broken
