"""Small stand-ins for the ports: a project in memory, a suggester that knows one word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from dateline.core import turkish
from dateline.core.annotation import Argument, Event, Mention, Origin, Quote, Record, Status
from dateline.core.article import Article, ArticleStatus, ArticleSummary, Metadata
from dateline.core.codebook import Codebook, bundled
from dateline.core.errors import SuggestError
from dateline.core.history import Entry, Kind
from dateline.core.ids import new_id
from dateline.core.ports import Progress, no_progress
from dateline.core.registry import Known
from dateline.core.review import Change, Decision, Put, ReviewState, apply
from dateline.core.sources import ModelCard
from dateline.core.spans import Span
from dateline.core.suggestion import Request, Suggestions
from dateline.core.text import FrozenText, digest


class MemoryProject:
    """`core.ports.Project`, forgetful; reviews are what the log makes of nothing."""

    def __init__(self, path: Path = Path("fake.dateline"), codebook: Codebook | None = None) -> None:
        self.path = path
        self.name = path.stem
        self.codebook = codebook or bundled()
        self.read_only = False
        self.closed = False
        self.texts: dict[str, Article] = {}
        self.trash: dict[str, Article] = {}
        self.logs: dict[str, list[Entry]] = {}
        self.settings: dict[str, str] = {}
        self.known: list[Known] = []

    def close(self) -> None:
        self.closed = True

    def set_codebook(self, codebook: Codebook) -> None:
        self.codebook = codebook

    def articles(self, trashed: bool = False) -> Sequence[ArticleSummary]:
        return [self._summary(article) for article in (self.trash if trashed else self.texts).values()]

    def _summary(self, article: Article) -> ArticleSummary:
        statuses = [record.status for record in self.load_review(article.id)[0].records()]
        of = article.metadata
        counts = (statuses.count(Status.SUGGESTED), statuses.count(Status.ACCEPTED))
        return ArticleSummary(
            article.id, of.title, of.source, of.language, of.published, article.status, *counts, article.imported_at
        )

    def article_count(self, trashed: bool = False) -> int:
        return len(self.trash if trashed else self.texts)

    def article(self, id: str) -> Article:
        return self.texts[id]

    def find_by_digest(self, sha256: str) -> str | None:
        return next((a.id for a in (*self.texts.values(), *self.trash.values()) if a.text.sha256 == sha256), None)

    def add_article(self, article: Article) -> None:
        self.texts[article.id] = article
        self.logs[article.id] = []

    def set_metadata(self, id: str, metadata: Metadata) -> None:
        self.texts[id] = replace(self.texts[id], metadata=metadata)

    def set_status(self, id: str, status: ArticleStatus) -> None:
        self.texts[id] = replace(self.texts[id], status=status)

    def set_note(self, id: str, note: str) -> None:
        self.texts[id] = replace(self.texts[id], note=note)

    def remove_article(self, id: str) -> None:
        self.trash[id] = self.texts.pop(id)

    def restore_article(self, id: str) -> None:
        self.texts[id] = self.trash.pop(id)

    def suggest(self, article_id: str, records: Iterable[Record]) -> None:
        """Gives an article the records that a test begins with, as a run of the suggester would."""
        decision = Decision("suggest", tuple(Put(record) for record in records))
        inverse = apply(self.load_review(article_id)[0], decision).inverse
        self.logs[article_id].append(Entry(Kind.MACHINE, decision, inverse, "suggester"))

    def load_review(self, article_id: str) -> tuple[ReviewState, Sequence[Entry]]:
        state = ReviewState()
        for entry in self.logs[article_id]:
            state = apply(state, entry.decision).state
        return state, [entry for entry in self.logs[article_id] if entry.kind is not Kind.MACHINE]

    def log(self, article_id: str) -> Iterator[Entry]:
        yield from self.logs[article_id]

    def append(self, article_id: str, entry: Entry, changes: Sequence[Change], status: ArticleStatus) -> None:
        self.logs[article_id].append(entry)
        self.set_status(article_id, status)

    def setting(self, key: str) -> str | None:
        return self.settings.get(key)

    def remember(self, key: str, value: str) -> None:
        self.settings[key] = value

    def reviewed(self) -> Iterator[tuple[Article, ReviewState]]:
        for id, article in self.texts.items():
            yield article, self.load_review(id)[0]

    def entity_ids(self) -> Mapping[tuple[str, str], str]:
        return {
            (m.label, turkish.fold(m.name)): f"entity-{turkish.fold(m.name)}"
            for _, state in self.reviewed()
            for m in state.mentions.values()
        }

    def entities(self) -> Sequence[Known]:
        return self.known

    def rejected_forms(self) -> Iterable[tuple[str, str]]:
        for article, state in self.reviewed():
            rejected = (m for m in state.mentions.values() if m.status is Status.REJECTED)
            yield from ((m.span.of(article.text.content), m.label) for m in rejected)

    def backup(self, target: Path) -> None:
        target.write_text(self.name, encoding="utf-8")


class MemoryStore:
    """Keeps projects by their path; what was made is there to be opened."""

    def __init__(self) -> None:
        self.projects: dict[Path, MemoryProject] = {}

    def create(self, path: Path, name: str, codebook: Codebook, coder: str) -> MemoryProject:
        path.write_text(name, encoding="utf-8")
        self.projects[path] = MemoryProject(path, codebook)
        return self.projects[path]

    def open(self, path: Path, coder: str) -> MemoryProject:
        return self.projects[path]


class WordSuggester:
    """Suggests every place where one word stands; refuses texts that hold another."""

    def __init__(self, word: str = "Ankara", refuses: str = "\0") -> None:
        self.word = word
        self.refuses = refuses
        self.requests: list[Request] = []

    def suggest(self, request: Request, progress: Progress = no_progress) -> Suggestions:
        self.requests.append(request)
        if self.refuses in request.text:
            raise SuggestError("reason.analyst")
        starts = [i for i in range(len(request.text)) if request.text.startswith(self.word, i)]
        mentions = tuple(
            Mention(new_id(), Span(i, i + len(self.word)), "GPE", Status.SUGGESTED, Origin("rule", "reason.analyst"))
            for i in starts
        )
        return Suggestions(digest(request.text), mentions)

    def warm_up(self, language: str) -> None:
        """There is nothing to load."""

    def models(self) -> list[str]:
        return []

    def card(self, name: str) -> ModelCard:
        raise SuggestError("models.missing", name=name)


def article(text: str, title: str = "Haber", id: str = "a1", published: date | None = None) -> Article:
    """An article of the project with this text."""
    metadata = Metadata(title, "Deneme Ajansı", "tr", published)
    return Article(id, FrozenText(text), metadata, ArticleStatus.NEW, datetime(2026, 2, 15, 9, 30, tzinfo=UTC))


class Marker:
    """Marks words of a text: the place of a word is its first occurrence, or the n-th."""

    def __init__(self, text: str, origin: Origin | None = None) -> None:
        self.text = text
        self.origin = origin or Origin("rule", "reason.analyst", score=0.5)

    def span(self, words: str, nth: int = 1) -> Span:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def mention(
        self,
        words: str,
        label: str,
        status: Status = Status.SUGGESTED,
        nth: int = 1,
        name: str = "",
        value: str | None = None,
    ) -> Mention:
        return Mention(new_id(), self.span(words, nth), label, status, self.origin, name or words, value)

    def event(
        self, trigger: str, type: str, status: Status = Status.SUGGESTED, when: str | None = None, **roles: Mention
    ) -> Event:
        arguments = tuple(Argument(role, mention.id) for role, mention in roles.items())
        return Event(new_id(), type, self.span(trigger), status, self.origin, when=when, arguments=arguments)

    def quote(self, words: str, speaker: Mention | None = None, status: Status = Status.SUGGESTED) -> Quote:
        return Quote(new_id(), self.span(words), status, self.origin, speaker.id if speaker else None)
