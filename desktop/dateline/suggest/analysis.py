"""What the components of the pipeline find, kept on the spaCy `Doc` as `doc._.analysis`.

Components add to it and read what earlier ones found; the suggester turns the whole into core records at the end.
All offsets are code points into `doc.text`, which is the article's text, character for character.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from spacy.tokens import Doc

from dateline.core.suggestion import Notice
from dateline.suggest.words import Word


@dataclass(slots=True)
class Found:
    """A mention that a component proposes. `reason` and `params` explain it (see `core.messages`).

    `priority` settles conflicts between crossing or equal spans: the higher one stays. `name`: the canonical name.
    """

    start: int
    end: int
    label: str
    source: str
    reason: str
    params: Mapping[str, str] = field(default_factory=dict)
    value: str | None = None
    name: str = ""
    score: float | None = None
    priority: int = 50

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


@dataclass(slots=True)
class FoundEvent:
    """An event that a component proposes; arguments are pairs of a role and one of `Analysis.mentions`."""

    start: int
    end: int
    type: str
    source: str
    reason: str
    params: Mapping[str, str] = field(default_factory=dict)
    modality: str = "asserted"
    mode: str | None = None
    when: str | None = None
    arguments: list[tuple[str, Found]] = field(default_factory=list)
    score: float | None = None


@dataclass(slots=True)
class FoundQuote:
    """A quote (without its marks) that a component proposes."""

    start: int
    end: int
    source: str
    reason: str
    params: Mapping[str, str] = field(default_factory=dict)
    speaker: Found | None = None


@dataclass(slots=True)
class Learned:
    """The names that the parts of a long text taught so far, for the parts to come. A `Found` here stands nowhere.

    `names`: by folded words and label, with whether an ordinary word is written like it. `people`: the same by
    surname. `first`: by first name. `short`: the full name by its abbreviation.
    """

    names: dict[tuple[tuple[str, ...], str], tuple[Found, bool]] = field(default_factory=dict)
    people: dict[tuple[str, ...], tuple[Found, bool]] = field(default_factory=dict)
    first: dict[str, Found] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Analysis:
    """Everything known about one text. `body_start`: where the story begins, behind a leading date line.

    `opening`: whether the text is the beginning of an article, so that it may have such a line. `learned`: what earlier
    parts of a long text taught. `own`: what a person's own pipeline finds.
    """

    language: str
    published: date | None = None
    body_start: int = 0
    opening: bool = True
    learned: Learned = field(default_factory=Learned)
    own: list[Found] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[Found] = field(default_factory=list)
    events: list[FoundEvent] = field(default_factory=list)
    quotes: list[FoundQuote] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)


if not Doc.has_extension("analysis"):
    Doc.set_extension("analysis", default=None)


def analysis_of(doc: Doc) -> Analysis:
    """The analysis that belongs to a Doc."""
    return cast(Analysis, doc._.analysis)
