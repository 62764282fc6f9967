"""An article and what the list of articles shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dateline.core.header import read_header
from dateline.core.text import FrozenText


class ArticleStatus(StrEnum):
    """How far the work on an article is."""

    NEW = "new"
    SUGGESTED = "suggested"
    IN_REVIEW = "in_review"
    DONE = "done"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader made of a file or a paste, before it is frozen.

    `notices`: what the person should know, as keys of the message catalogue. `id`: what the file itself calls it.
    """

    text: str
    title: str = ""
    source: str = ""
    language: str = ""
    published: date | None = None
    origin: str = ""
    notices: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text. `published` anchors relative dates."""

    title: str
    source: str = ""
    language: str = "tr"
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the project. `origin`: the file it came from, or "" for pasted text; `note`: the coder's on it."""

    id: str
    text: FrozenText
    metadata: Metadata
    status: ArticleStatus
    imported_at: datetime
    origin: str = ""
    note: str = ""

    @property
    def body_start(self) -> int:
        """The code point at which the story starts, behind a leading date line."""
        return read_header(self.text.content).end


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What is searched of an article. `taken`: start and end of the mentions that stand in it, where asked for."""

    id: str
    title: str
    source: str
    published: date | None
    text: str
    taken: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One row of the article list. `open`: suggestions that nobody has decided yet; `noted`: it has a note."""

    id: str
    title: str
    source: str
    language: str
    published: date | None
    status: ArticleStatus
    open: int
    accepted: int
    imported_at: datetime
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """Some rows of the list of articles. `total`: how many it has; `start`: the place of the first of these, from 0."""

    total: int
    start: int
    rows: Sequence[ArticleSummary]
