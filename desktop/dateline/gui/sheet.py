"""The annotated article on paper: title, metadata, text with its marks, a legend; for printing, PDF and pictures."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter

from dateline.core.annotation import Event, Mention, Record, Status, anchor
from dateline.core.codebook import Codebook
from dateline.core.errors import ExportError
from dateline.core.review import ReviewState
from dateline.core.turkish import sort_key
from dateline.gui.dates import short_day
from dateline.gui.theme import LIGHT, colour
from dateline.gui.workbench import Workbench

UNDECIDED = (Status.SUGGESTED, Status.FLAGGED)
PICTURE_WIDTH = 900
"""Pixels at normal scaling; the file has twice as many."""


def html(bench: Workbench) -> str:
    """The open article as HTML of Qt's kind, in the light theme's colours. All words of the article are escaped."""
    session = bench.session
    if session is None:
        return ""
    data = session.article.metadata
    facts = [short_day(data.published, bench.language) if data.published else "", data.source]
    body = _marked(bench.text, session.article.body_start, bench)
    return (
        f"<h2>{escape(data.title)}</h2><p style='color:{LIGHT.muted}'>{escape(' · '.join(f for f in facts if f))}</p>"
        f"{body}<hr>{_legend(bench)}"
    )


def _shown(state: ReviewState) -> list[Record]:
    """The mentions and events that stand, in text order, the longer first."""
    found: list[Record] = [*state.mentions.values(), *state.events.values()]
    standing = (r for r in found if r.status is not Status.REJECTED)
    return sorted(standing, key=lambda r: (anchor(r).start, -anchor(r).end))


def _marked(text: str, start: int, bench: Workbench) -> str:
    """The text: every stretch in the tint of its innermost mention and the line of its trigger, labels behind them."""
    edges = {start, len(text)}
    records = _shown(bench.state)
    for record in records:
        edges |= {max(anchor(record).start, start), max(anchor(record).end, start)}
    parts: list[str] = []
    waiting = iter(records)
    nearest = next(waiting, None)
    open_: list[Record] = []
    for left, right in pairwise(sorted(edges)):
        while nearest is not None and anchor(nearest).start <= left:
            open_.append(nearest)
            nearest = next(waiting, None)
        open_ = [r for r in open_ if anchor(r).end > left]
        words = escape(text[left:right]).replace("\n", "<br>")
        style = _style(open_, bench.codebook)
        parts.append(f'<span style="{style}">{words}</span>' if style else words)
        parts += [_tag(r, bench) for r in reversed(open_) if anchor(r).end == right]
    return f"<p style='line-height:150%'>{''.join(parts)}</p>"


def _style(records: Sequence[Record], book: Codebook) -> str:
    """The innermost mention tints, the trigger underlines."""
    mention = next((r for r in reversed(records) if isinstance(r, Mention)), None)
    style = ""
    if mention is not None:
        strength = 0.26 if mention.status is Status.ACCEPTED else 0.12
        style += f"background-color:{_on_paper(_ink(mention, book), strength).name()};"
    if any(isinstance(r, Event) for r in records):
        style += "text-decoration:underline;"
    return style


def _ink(record: Record, book: Codebook) -> QColor:
    return colour(book.term(record.label if isinstance(record, Mention) else getattr(record, "type", "")), LIGHT)


def _on_paper(ink: QColor, strength: float) -> QColor:
    """The colour mixed with white: 0 is white, 1 the colour."""
    mixed = (round(255 + (part - 255) * strength) for part in (ink.red(), ink.green(), ink.blue()))
    return QColor(*mixed)


def _tag(record: Record, bench: Workbench) -> str:
    """The label behind a mark, so that a print in grey can be read too; a question mark where nobody has decided."""
    term = bench.codebook.term(record.label if isinstance(record, Mention) else getattr(record, "type", ""))
    name = (term.tag(bench.language) if term else "") + ("?" if record.status in UNDECIDED else "")
    return f'<span style="font-size:6pt;color:{_ink(record, bench.codebook).name()}">&nbsp;{escape(name)}</span>'


def _legend(bench: Workbench) -> str:
    """The labels, then the types of events, each in the order of the alphabet; then the signs, as far as there are."""
    records = _shown(bench.state)
    labels = {r.label for r in records if isinstance(r, Mention)}
    types = {r.type for r in records if isinstance(r, Event)}
    lines = [_names(labels, bench), _names(types, bench)]
    signs = []
    if types:
        signs.append(QCoreApplication.translate("Sheet", "underlined: event"))
    if any(r.status in UNDECIDED for r in records):
        signs.append(QCoreApplication.translate("Sheet", "? not decided yet"))
    lines.append(escape(" · ".join(signs)))
    return f"<p style='font-size:small'>{'<br>'.join(line for line in lines if line)}</p>"


def _names(ids: Collection[str], bench: Workbench) -> str:
    terms = [term for id in ids if (term := bench.codebook.term(id)) is not None]
    named = sorted(((term.name(bench.language), term) for term in terms), key=lambda pair: sort_key(pair[0]))
    return " &nbsp; ".join(
        f"<span style='white-space:nowrap'><span style='color:{colour(term, LIGHT).name()}'>■</span>"
        f"&nbsp;{escape(name).replace(' ', '&nbsp;')}</span>"
        for name, term in named
    )


def paper(bench: Workbench, families: Sequence[str] = ()) -> QTextDocument:
    """The sheet as a document that is not laid out yet. `families`: of the typeface, if not the window's."""
    made = QTextDocument()
    font = QFont(QGuiApplication.font())
    font.setFamilies(families or font.families())
    font.setPointSizeF(11)
    made.setDefaultFont(font)
    made.setHtml(html(bench))
    return made


def write_pdf(bench: Workbench, path: Path, families: Sequence[str] = ()) -> None:
    """Writes the sheet as a PDF file of A4 pages. Raises `ExportError`."""
    writer = QPdfWriter(str(path))
    writer.setPageLayout(_pages())
    writer.setTitle(bench.session.article.metadata.title if bench.session else "")
    sheet = paper(bench, families)
    sheet.documentLayout().setPaintDevice(writer)
    area = writer.pageLayout().paintRectPixels(writer.resolution())
    sheet.setPageSize(QSizeF(area.width(), area.height()))
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportError("export.picture", path=path.name)
    try:
        for page in range(sheet.pageCount()):
            if page:
                writer.newPage()
            painter.save()
            painter.translate(0, -page * area.height())
            sheet.drawContents(painter, QRectF(0, page * area.height(), area.width(), area.height()))
            painter.restore()
    finally:
        painter.end()


def _pages() -> QPageLayout:
    margins = QMarginsF(20, 18, 20, 18)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


def write_picture(bench: Workbench, path: Path, families: Sequence[str] = ()) -> None:
    """Writes the sheet as a PNG picture. Raises `ExportError`."""
    sheet = paper(bench, families)
    sheet.setTextWidth(PICTURE_WIDTH - 80)
    height = int(sheet.size().height()) + 80
    image = QImage(PICTURE_WIDTH * 2, height * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(40, 40)
    sheet.drawContents(painter)
    painter.end()
    if not image.save(str(path)):
        raise ExportError("export.picture", path=path.name)


def print_to(bench: Workbench, printer: QPrinter, families: Sequence[str] = ()) -> None:
    """Prints the sheet."""
    if bench.session is not None:
        printer.setDocName(bench.session.article.metadata.title)
    paper(bench, families).print_(printer)
