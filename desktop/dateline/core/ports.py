"""What services ask of the world. Adapters (storage, suggest, export, readers) give it; only bootstrap knows which."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from dateline.core.article import Article, ArticleStatus, ArticleSummary, ArticleText, Draft, Extract, Metadata
from dateline.core.codebook import Codebook
from dateline.core.find import Hit
from dateline.core.history import Entry
from dateline.core.ledger import ProjectEntry
from dateline.core.registry import Appearance, Entity, Known
from dateline.core.review import Change, ReviewState
from dateline.core.sources import ModelCard
from dateline.core.suggestion import Request, Suggestions

PROJECT_SUFFIX = ".dateline"
"""What the names of project files end in."""

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do; raises `Cancelled` where the person cancelled."""


LogStep = tuple[str, Entry, Sequence[Change], ArticleStatus]
"""A step to be saved: the article, the line of its log, what it changed, and how far the article is then."""


def no_progress(done: int, total: int) -> None:
    """The progress of work that nobody watches."""


class Suggester(Protocol):
    """Makes suggestions. Slow to build and to call: never on the window's thread."""

    def suggest(self, request: Request, progress: Progress = no_progress) -> Suggestions:
        """Suggestions for one text. Raises `Cancelled` out of `progress`, `SuggestError` where nothing can be done."""
        ...

    def warm_up(self, language: str) -> None:
        """Get ready for texts of a language, so that the first one does not wait."""
        ...

    def models(self) -> Sequence[str]:
        """The names of the spaCy pipelines that are installed beside Dateline."""
        ...

    def card(self, name: str) -> ModelCard:
        """What a spaCy pipeline says about itself, after its check. `name`: of a package, or a path of a folder.

        Raises `SuggestError` where it is missing, broken, of another spaCy or would run code.
        """
        ...


class Reader(Protocol):
    """Reads files of some kinds into drafts."""

    suffixes: tuple[str, ...]

    def read(self, path: Path) -> Sequence[Draft]:
        """The articles of a file. Raises `ReadError`."""
        ...


class Project(Protocol):
    """An open project: articles, decisions, entities, in one place. Every method is one transaction or none.

    All raise `StorageError` where the world fails; then nothing was changed.
    """

    path: Path
    name: str
    codebook: Codebook
    read_only: bool

    def close(self) -> None: ...

    def articles(self, trashed: bool = False) -> Sequence[ArticleSummary]:
        """Every article, or every one in the trash, oldest import first."""
        ...

    def articles_behind(self, last: ArticleSummary | None, limit: int) -> Sequence[ArticleSummary]:
        """The next articles of the list behind one of them, or from its start: at most so many."""
        ...

    def articles_around(self, id: str, limit: int) -> Extract:
        """At most so many articles with this one in their middle; the first ones where the list does not have it."""
        ...

    def article_count(self, trashed: bool = False) -> int:
        """How many articles there are, or how many in the trash."""
        ...

    def article(self, id: str) -> Article: ...

    def find_by_digest(self, sha256: str) -> str | None:
        """The id of the article with this text, if the project has it, also where it lies in the trash."""
        ...

    def add_article(self, article: Article) -> None: ...

    def set_metadata(self, id: str, metadata: Metadata) -> None: ...

    def set_status(self, id: str, status: ArticleStatus) -> None: ...

    def set_note(self, id: str, note: str) -> None:
        """What the coder notes on an article as a whole; "" takes the note away."""
        ...

    def remove_article(self, id: str) -> None:
        """Puts an article into the trash; nothing of it is erased."""
        ...

    def restore_article(self, id: str) -> None:
        """Takes an article out of the trash."""
        ...

    def load_review(self, article_id: str) -> tuple[ReviewState, Sequence[Entry]]:
        """The records of the coder's layer and the steps that people took, oldest first, for `History.of`.

        From then on `append` takes this state for the one that was seen: call it only to work on what it returns.
        """
        ...

    def log(self, article_id: str) -> Iterator[Entry]:
        """Every line of the log of the coder's layer, those of the suggester too, oldest first."""
        ...

    def append(self, article_id: str, entry: Entry, changes: Sequence[Change], status: ArticleStatus) -> None:
        """Saves one step: the line of the log and the records it changed, in one transaction.

        Raises `ConflictError` where the layer was changed by someone else since it was loaded here.
        """
        ...

    def append_all(
        self, steps: Sequence[LogStep], about: ProjectEntry | None = None, progress: Progress = no_progress
    ) -> None:
        """Saves a step about the project, then steps in several articles as `append` does: all of it or nothing.

        What `progress` raises ends it with nothing saved. Raises `RegistryError` where two entities of which something
        is said would have one label and name, and `ConflictError` where someone else took a step about the project
        since `project_log` was read.
        """
        ...

    def project_log(self) -> Sequence[ProjectEntry]:
        """Every step about the project itself, oldest first; `codebook` is the one that holds after them."""
        ...

    def articles_of_group(self, group: str) -> Sequence[str]:
        """The articles whose logs have steps of a group (`Decision.group`)."""
        ...

    def setting(self, key: str) -> str | None:
        """A remembered value (the open article, its position)."""
        ...

    def remember(self, key: str, value: str) -> None: ...

    def reviewed(self) -> Iterator[tuple[Article, ReviewState]]:
        """Every article with its records, one at a time, for exports."""
        ...

    def texts(self, status: ArticleStatus | None = None, marked: bool = False) -> Iterator[Sequence[ArticleText]]:
        """The texts of all articles, or of those that are so far, a few at a time, in the order of their ids.

        Articles in the trash are left out. `marked`: with the mentions that stand in them. Each lot is what it is when
        it is read; the digest is not checked, as it is when an article is opened.
        """
        ...

    def entity_ids(self) -> Mapping[tuple[str, str], str]:
        """The stable id of every entity by label and folded canonical name (`turkish.fold`)."""
        ...

    def entities(self) -> Sequence[Known]:
        """Every entity of the project with its counts, in no order; also what nobody mentions any more."""
        ...

    def said_of(self, ids: Collection[str]) -> Mapping[str, Entity]:
        """Some entities by their ids, as they are saved; those that are not there are left out."""
        ...

    def named(self, label: str, name: str) -> Entity | None:
        """The entity of a label and a name, in whatever spelling."""
        ...

    def appearances(self, entity_id: str) -> Sequence[Appearance]:
        """Where an entity is mentioned, rejected mentions aside, by import and place; articles in the trash too."""
        ...

    def rejected_forms(self) -> Iterable[tuple[str, str]]:
        """Words and label of what was rejected wherever it stood in the project, for the suggester's memory.

        A form that stands somewhere, accepted or still to be decided, was wrong in one place only.
        """
        ...

    def backup(self, target: Path) -> None:
        """Writes a checked copy of the project, whole or not at all, over a file that may be there."""
        ...


class ProjectStore(Protocol):
    """Opens and makes projects."""

    def create(self, path: Path, name: str, codebook: Codebook, coder: str) -> Project: ...

    def open(self, path: Path, coder: str) -> Project: ...


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote. `rows` by sheet; `repaired`: cells in which a character had to be replaced."""

    path: Path
    rows: Mapping[str, int]
    repaired: int = 0


@dataclass(frozen=True, slots=True)
class HitLine:
    """A hit of a search with the article it is in. `start`, `end`: code points of its text; None in a title."""

    title: str
    published: date | None
    source: str
    hit: Hit
    article_id: str
    start: int | None
    end: int | None


class Exporter(Protocol):
    """Writes a project, or the hits of a search, to a file, first beside it, then over it in one move."""

    format: str
    suffix: str

    def export(
        self, project: Project, path: Path, language: str, accepted_only: bool = False, progress: Progress = no_progress
    ) -> ExportReport: ...

    def export_hits(self, title: str, hits: Iterable[HitLine], path: Path, language: str) -> ExportReport:
        """Writes hits as they come. `title`: of the file, what was looked for."""
        ...
