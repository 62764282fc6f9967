"""Sheets of a workbook written row by row: header, widths, filter, drop-down lists, further sheets for further rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from dateline.core.messages import say
from dateline.export.cells import Cell, cell, sheet_title
from dateline.export.columns import LONG_TEXTS, Column, LongText, Sheet, heading

MAX_ROWS = 1_048_576
"""Rows of a sheet, the header's among them."""

Row = TypeVar("Row")

_DATE = {"tr": "dd.mm.yyyy", "en": "yyyy-mm-dd"}
# Excel would read these anew as a formula, number or date once somebody edits the cell; format "@" keeps them text.
_LOOKS_LIKE_MORE = frozenset("=+-@'0123456789 \t\n")
_ROW_HEIGHT = 15.0
"""Points; without it LibreOffice makes the row of an article as high as the article is long."""
_NOT_PLAIN = _LOOKS_LIKE_MORE | {"#"}  # "#N/A" would be an error value


class Book:
    """A workbook in the making. `rows` counts what was written, by sheet; `repaired` cells with replaced characters."""

    def __init__(self, language: str, lists: Mapping[str, str], max_rows: int = MAX_ROWS) -> None:
        self.language = language
        self.lists = lists
        self.max_rows = max_rows
        self.rows: dict[str, int] = {}
        self.repaired = 0
        self._book = Workbook(write_only=True)
        self._pages: list[Page[Any]] = []
        self._long: Page[LongText] | None = None
        format = _DATE.get(language, _DATE["en"])
        self._styles = {
            "header": NamedStyle(
                "dateline_header",
                font=Font(bold=True),
                fill=PatternFill("solid", fgColor="E7EBF0"),
                alignment=Alignment(vertical="top", wrap_text=True),
            ),
            # At the left, as the years and weeks that stand among the days.
            "date": NamedStyle("dateline_date", number_format=format, alignment=Alignment(horizontal="left")),
            "moment": NamedStyle("dateline_moment", number_format=f"{format} hh:mm"),
            "text": NamedStyle("dateline_text", number_format="@"),
        }
        for style in self._styles.values():
            self._book.add_named_style(style)

    def describe(self, title: str, creator: str) -> None:
        """The title and the program in the properties of the file."""
        self._book.properties.title = cell(title).value
        self._book.properties.creator = creator

    def page(self, sheet: Sheet[Row]) -> Page[Row]:
        """A new sheet, behind those that are there."""
        page = Page(self, sheet)
        self._pages.append(page)
        return page

    def long_text(self, text: LongText) -> None:
        """Puts a piece of a text that did not fit its cell into the sheet for such pieces."""
        if self._long is None:
            self._long = self.page(LONG_TEXTS)
        self._long.add(text)

    def save(self, path: Path) -> None:
        """Ends all sheets and writes the file. Raises `OSError`."""
        for page in self._pages:
            page.finish()
        self._book.save(path)

    def discard(self) -> None:
        """Gives up what openpyxl keeps on disk for a workbook that is not saved."""
        sheets: list[Any] = list(self._book.worksheets)
        for sheet in sheets:
            with suppress(OSError, ValueError):
                if not sheet.closed:
                    sheet.close()
                sheet._writer.cleanup()  # openpyxl itself does so only once a workbook was saved

    def sheet(self, name: str) -> Any:
        """A bare sheet of openpyxl with a free and valid name."""
        return self._book.create_sheet(sheet_title(name, self._book.sheetnames))

    def cell(self, sheet: Any, made: Cell, style: str = "") -> Any:
        """What openpyxl is given for a cell; text always ends up typed as text."""
        self.repaired += made.repaired
        plain = made.value is None or type(made.value) in (int, float)
        if not style and (plain or (isinstance(made.value, str) and made.value[0] not in _NOT_PLAIN)):
            return made.value  # openpyxl takes these for what they are; a cell object costs twice the time
        written: Any = WriteOnlyCell(sheet)
        written.value = made.value
        if isinstance(made.value, str):
            written.data_type = "s"
            style = style or ("text" if made.value[0] in _LOOKS_LIKE_MORE else "")
        elif isinstance(made.value, datetime):
            style = style or "moment"
        elif isinstance(made.value, date):
            style = style or "date"
        if style:
            written.style = self._styles[style].name
        return written


class Page(Generic[Row]):
    """One sheet with its header; goes on in a further sheet of the same form where it is full."""

    def __init__(self, book: Book, sheet: Sheet[Row]) -> None:
        self._book = book
        self._columns: Sequence[Column[Row]] = sheet.columns
        self._name = say(f"export.sheet.{sheet.key}", book.language)
        self._finished = False
        self._begin()

    def add(self, row: Row) -> None:
        """Writes one row."""
        if self._used >= self._book.max_rows:
            self.finish()
            self._begin()
        self._used += 1
        cells: list[Any] = []
        for column in self._columns:
            made = cell(column.get(row))
            cells.append(self._book.cell(self._sheet, made))
            for part, text in enumerate(made.rest, 2):
                self._book.long_text(LongText(self._sheet.title, self._used, self._heading(column), part, text))
        if any(isinstance(value, str) and "\n" in value for value in cells):
            self._sheet.row_dimensions[self._used].height = _ROW_HEIGHT
        self._sheet.append(cells)
        self._book.rows[self._sheet.title] += 1

    def extend(self, rows: Iterable[Row]) -> None:
        """Writes several rows."""
        for row in rows:
            self.add(row)

    def finish(self) -> None:
        """Sets what needs the number of rows: the filter and the drop-down lists."""
        if self._finished:
            return
        self._finished = True
        sheet, last = self._sheet, max(self._used, 2)
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._columns))}{self._used}"
        for place, column in enumerate(self._columns, 1):
            choices = self._book.lists.get(column.choices)
            if choices:
                letter = get_column_letter(place)
                rule = DataValidation("list", choices, allow_blank=True, showErrorMessage=True, errorStyle="warning")
                rule.errorTitle = say("export.list.title", self._book.language)
                rule.error = say("export.list.error", self._book.language)
                rule.add(f"{letter}2:{letter}{last}")
                sheet.data_validations.append(rule)

    def _begin(self) -> None:
        self._sheet = self._book.sheet(self._name)
        self._finished = False
        self._used = 1
        self._book.rows[self._sheet.title] = 0
        self._sheet.freeze_panes = "A2"
        for place, column in enumerate(self._columns, 1):
            dimension = self._sheet.column_dimensions[get_column_letter(place)]
            dimension.width = column.width
            if column.detail:
                dimension.outlineLevel, dimension.hidden = 1, True
        self._sheet.page_setup.orientation = "landscape"
        self._sheet.page_setup.fitToHeight = 0  # as many pages as it takes, one of them wide
        self._sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        self._sheet.print_title_rows = "1:1"
        self._sheet.append([self._book.cell(self._sheet, cell(self._heading(c)), "header") for c in self._columns])

    def _heading(self, column: Column[Row]) -> str:
        return heading(column, self._book.language)
