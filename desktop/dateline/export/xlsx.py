"""A project as an Excel workbook, one pass over the articles; the target changes in one move or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import dateline
from dateline.core.codebook import in_language
from dateline.core.errors import Cause, ExportError
from dateline.core.messages import say
from dateline.core.ports import ExportReport, HitLine, Progress, Project, no_progress
from dateline.export import columns
from dateline.export.codes import CodeRow, code_rows
from dateline.export.columns import EventRow, Fact, MentionRow, ParticipantRow, QuoteRow
from dateline.export.entities import Entities
from dateline.export.scene import Scene, touches
from dateline.export.workbook import MAX_ROWS, Book

PART = ".dateline-part"
"""What the name of the unfinished file ends in; one that a crash left is overwritten by the next export."""


class XlsxExporter:
    """Writes `.xlsx`. `max_rows`: how many rows a sheet takes before the next one begins."""

    format = "xlsx"
    suffix = ".xlsx"

    def __init__(self, max_rows: int = MAX_ROWS) -> None:
        self._max_rows = max_rows

    def export(
        self, project: Project, path: Path, language: str, accepted_only: bool = False, progress: Progress = no_progress
    ) -> ExportReport:
        """Writes the workbook. Headings and reasons are in `language` ("tr" or "en").

        Raises `ExportError` where the file cannot be written and `Cancelled` out of `progress`; the old file is then
        untouched.
        """
        codes = code_rows(project.codebook, language)
        book = Book(language, _lists(codes, language), self._max_rows)
        return _saved(book, path, lambda: _write(book, codes, project, language, accepted_only, progress))

    def export_hits(self, title: str, hits: Iterable[HitLine], path: Path, language: str) -> ExportReport:
        """Writes one sheet of hits; headings are in `language`. Raises as `export`, and what `hits` raises."""
        book = Book(language, {}, self._max_rows)

        def write() -> None:
            book.describe(title, f"Dateline {dateline.__version__}")
            book.page(columns.HITS).extend(hits)

        return _saved(book, path, write)


def _saved(book: Book, path: Path, write: Callable[[], None]) -> ExportReport:
    """Fills a book and puts it in its place: whole, or the old file is untouched."""
    part = path.with_name(f".{path.name}{PART}")
    try:
        with _world(path):
            _check(path)
            write()
            book.save(part)
            _settle(part)
            part.replace(path)
    except BaseException:
        book.discard()
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return ExportReport(path, dict(book.rows), book.repaired)


def _write(
    book: Book, codes: list[CodeRow], project: Project, language: str, accepted_only: bool, progress: Progress
) -> None:
    title = say("export.title", language, project=project.name)
    book.describe(title, f"Dateline {dateline.__version__}")
    events, participants = book.page(columns.EVENTS), book.page(columns.PARTICIPANTS)
    entity_page, mentions = book.page(columns.ENTITIES), book.page(columns.MENTIONS)
    quotes, articles = book.page(columns.QUOTES), book.page(columns.ARTICLES)
    entities = Entities(known.entity for known in project.entities())
    entity_ids = project.entity_ids()
    total = project.article_count()
    progress(0, total)
    for done, (article, state) in enumerate(project.reviewed(), 1):
        touched = touches(project.log(article.id))  # not `load_review`: that would count as having seen the newest
        scene = Scene(article, state, project.codebook, language, entity_ids, touched, accepted_only)
        for event in scene.events:
            events.add(EventRow(scene, event))
            participants.extend(ParticipantRow(scene, event, role, m) for role, m in scene.arguments(event))
        mentions.extend(MentionRow(scene, m) for m in scene.mentions.values())
        quotes.extend(QuoteRow(scene, q) for q in scene.quotes)
        articles.add(scene)
        entities.add(scene)
        progress(done, max(total, done))
    entity_page.extend(entities.rows())
    book.page(columns.CODEBOOK).extend(codes)
    book.page(columns.ABOUT).extend(_facts(project, language, accepted_only))


def _lists(codes: list[CodeRow], language: str) -> dict[str, str]:
    """Where the codes of each group stand in the Codebook sheet, as a range for drop-down lists."""
    sheet = say("export.sheet.codebook", language).replace("'", "''")
    letter = chr(ord("A") + columns.CODE_COLUMN)
    places: dict[str, list[int]] = {}
    for row, code in enumerate(codes, 2):
        places.setdefault(code.group, []).append(row)
    return {group: f"'{sheet}'!${letter}${rows[0]}:${letter}${rows[-1]}" for group, rows in places.items()}


def _facts(project: Project, language: str, accepted_only: bool) -> Iterator[Fact]:
    """What the About sheet says: about the file first, then about every column."""
    book = project.codebook
    facts = {
        "project": project.name,
        "exported_at": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "program": f"Dateline {dateline.__version__}",
        "codebook": f"{in_language(book.names, language)} ({book.id} {book.version})",
        "scope": say("export.scope.accepted" if accepted_only else "export.scope.all", language),
    }
    for key, value in facts.items():
        yield Fact("", say(f"export.fact.{key}", language), key, value)
    for rule in ("folded", "offsets", "empty", "several", "dates", "long", "codes"):
        yield Fact("", say(f"export.fact.{rule}", language), rule, say(f"export.rule.{rule}", language))
    for sheet in columns.DESCRIBED:
        name = say(f"export.sheet.{sheet.key}", language)
        for column in sheet.columns:
            meaning = say(f"export.meaning.{column.key}", language)
            yield Fact(name, columns.heading(column, language), f"{sheet.key}.{column.key}", meaning)


def _check(path: Path) -> None:
    """Finds out what would fail at the end before the long work begins."""
    if path.is_dir():
        raise ExportError("export.is_folder", path=path.name)
    if not path.parent.is_dir():
        raise ExportError("export.no_folder", path=str(path.parent))
    if path.exists():
        # Windows refuses this while Excel has the file open.
        with path.open("r+b"):
            pass


def _settle(part: Path) -> None:
    """Waits until the file is on the disk, so that the move cannot put an empty one in the place of a good one."""
    with part.open("r+b") as file:
        os.fsync(file.fileno())


@contextmanager
def _world(path: Path) -> Iterator[None]:
    """What the operating system refuses, as sentences."""
    try:
        yield
    except PermissionError as error:
        key = "export.in_use" if os.path.exists(path) else "export.not_allowed"  # noqa: PTH110 - never raises
        raise ExportError(key, path=path.name, folder=str(path.parent)) from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
        key = "export.disk_full" if full else "export.not_written"
        raise ExportError(key, path=path.name, what=Cause(error)) from error
