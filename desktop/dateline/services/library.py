"""The articles of a project: how they come in, what is said of them, the trash.

A text enters here once and is frozen: nothing later changes a character of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from dateline.core.article import Article, ArticleStatus, Draft, Metadata
from dateline.core.errors import StorageError
from dateline.core.header import read_header
from dateline.core.ids import new_id
from dateline.core.messages import say
from dateline.core.ports import Progress, Project, no_progress
from dateline.core.text import MAX_LENGTH, FrozenText, normalise

TITLE_LENGTH = 90
"""Code points up to which the start of a story serves as its title."""

GuessLanguage = Callable[[str], str]
"""The code of the language ("tr", "en") that a text is written in."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that came in. `notices`: what its reader had to say about it."""

    id: str
    title: str
    notices: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A draft that did not come in. `existing`: the article that has the same text, where that is why."""

    title: str
    origin: str
    key: str
    params: dict[str, object] = field(default_factory=dict)
    existing: str | None = None

    def sentence(self, language: str) -> str:
        """Why, in words."""
        return say(self.key, language, **self.params)


@dataclass(slots=True)
class ImportReport:
    """What became of every draft. `failed`: what ended the import early; what came in before it is safely there."""

    imported: list[Imported] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    failed: StorageError | None = None


def import_drafts(
    project: Project, drafts: Sequence[Draft], guess_language: GuessLanguage, progress: Progress = no_progress
) -> ImportReport:
    """Takes drafts into a project, each article in a transaction of its own.

    `guess_language` is asked where a draft does not say its language. Raises `Cancelled` out of `progress`; what came
    in before stays.
    """
    report = ImportReport()
    trash: dict[str, str] | None = None
    for done, draft in enumerate(drafts):
        progress(done, len(drafts))
        try:
            article = freeze(draft, guess_language)
            refused = _unfit(draft, article)
            if refused is None and (existing := project.find_by_digest(article.text.sha256)) is not None:
                if trash is None:
                    trash = {a.id: a.title for a in project.articles(trashed=True)}
                key = "library.in_trash" if existing in trash else "library.duplicate"
                title = trash.get(existing) or project.article(existing).metadata.title
                refused = Refused(article.metadata.title, draft.origin, key, {"title": title}, existing)
            if refused is not None:
                report.refused.append(refused)
                continue
            project.add_article(article)
        except StorageError as error:
            report.failed = error
            break
        report.imported.append(Imported(article.id, article.metadata.title, draft.notices, draft.origin))
    progress(len(report.imported) + len(report.refused), len(drafts))
    return report


def freeze(draft: Draft, guess_language: GuessLanguage) -> Article:
    """The article that a draft becomes: normalised text, the date of its header line, a title, a language."""
    text = normalise(draft.text)
    header = read_header(text)
    body = text[header.end :]
    metadata = Metadata(
        title=_flat(normalise(draft.title)) or title_of(body),
        source=_flat(normalise(draft.source)),
        language=draft.language or guess_language(body),
        published=draft.published or header.published,
    )
    return Article(new_id(), FrozenText(text), metadata, ArticleStatus.NEW, datetime.now(UTC), draft.origin)


def title_of(body: str) -> str:
    """The first line of a story; of a long one its first sentence, or as many words as a title holds."""
    line = next((flat for line in body.splitlines() if (flat := _flat(line))), "")
    if len(line) <= TITLE_LENGTH:
        return line
    sentence = next(
        (line[:end] for end in _sentence_ends(line[: TITLE_LENGTH + 10]) if _SHORTEST <= end <= TITLE_LENGTH), ""
    )
    if sentence:
        return sentence
    words = line[:TITLE_LENGTH].rpartition(" ")[0] or line[: TITLE_LENGTH - 1]
    return words.rstrip(" ,;:-–—") + "…"


_SHORTEST = 20
"""Code points under which a sentence says too little to be a title."""
_STOP = re.compile(r"(\w*)[.!?…]+[\"”’»)]*(?=\s+[\"“‘«(]*[^\W\d_a-zçğıöşü])")


def _sentence_ends(line: str) -> Iterator[int]:
    """Where sentences may end: not behind a number (`12. Alay`), an initial or a short title (`Prof. Dr.`)."""
    for stop in _STOP.finditer(line):
        word = stop[1]
        if not word or word[0].islower() or (len(word) > 4 and word.isalpha()):
            yield stop.end()


def trash(project: Project, ids: Iterable[str]) -> None:
    """Puts articles into the trash, with everything that was decided about them. Raises `StorageError`."""
    for id in ids:
        project.remove_article(id)


def restore(project: Project, ids: Iterable[str]) -> None:
    """Takes articles out of the trash again. Raises `StorageError`."""
    for id in ids:
        project.restore_article(id)


def edit_metadata(project: Project, id: str, metadata: Metadata) -> Metadata:
    """Changes what is known about an article; returns it as it was saved. Raises `StorageError`.

    An empty title becomes the start of the story again: every row of the list needs something to be called.
    """
    article = project.article(id)
    clean = Metadata(
        title=_flat(normalise(metadata.title)) or title_of(article.text.content[article.body_start :]),
        source=_flat(normalise(metadata.source)),
        language=metadata.language or article.metadata.language,
        published=metadata.published,
    )
    if clean != article.metadata:
        project.set_metadata(id, clean)
    return clean


def _unfit(draft: Draft, article: Article) -> Refused | None:
    title = article.metadata.title or draft.origin
    body = article.text.content[article.body_start :]
    if not any(c.isprintable() and c != " " for c in body):  # white space and marks that nobody sees
        return Refused(title, draft.origin, "library.empty")
    if len(article.text) > MAX_LENGTH:
        return Refused(title, draft.origin, "library.too_long", {"limit": f"{MAX_LENGTH:,}".replace(",", " ")})
    return None


def _flat(text: str) -> str:
    return " ".join(text.split())
