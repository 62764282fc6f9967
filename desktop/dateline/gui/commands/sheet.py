"""Taking the open article out of the window: print, PDF, picture, rows for the clipboard; and looking at its past."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from dateline.core.errors import DatelineError
from dateline.gui import rows, sheet
from dateline.gui.dialogs.past import PastDialog
from dateline.gui.window import MainWindow
from dateline.gui.workbench import Workbench
from dateline.services import past
from dateline.services.exporting import file_name


class SheetCommands(QObject):
    """Acts on the open article."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bench = window.workbench
        act = window.actions_
        act.bind("sheet.print", self.print)
        act.bind("sheet.pdf", lambda: self._save(self.tr("Save as PDF"), ".pdf", sheet.write_pdf))
        act.bind("sheet.picture", lambda: self._save(self.tr("Save as picture"), ".png", sheet.write_picture))
        act.bind("edit.copy_rows", self.copy_rows)
        act.bind("edit.history", self.show_past)

    def print(self) -> None:
        """Asks for a printer and prints the annotated article."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            sheet.print_to(self._bench, printer, self._window.article.font().families())
        dialog.deleteLater()

    def _save(self, title: str, suffix: str, write: Callable[[Workbench, Path, Sequence[str]], None]) -> None:
        session = self._bench.session
        if session is None:
            return
        folder = Path(self._window.preferences.folder("exports"))
        wanted = folder / file_name(session.article.metadata.title[:60], suffix)
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(wanted), f"*{suffix}")
        if not name:
            return
        path = Path(name)
        self._window.preferences.remember_folder("exports", path.parent)
        try:
            write(self._bench, path, self._window.article.font().families())
        except DatelineError as error:
            self._window.tell(error)
            return
        self._window.banner.tell(self.tr("Written: {path}").format(path=path.name), seconds=8)

    def copy_rows(self) -> None:
        """The selected record as cells; without one, every event of the article."""
        bench = self._bench
        record = bench.selected_record()
        chosen = [record] if record is not None else sorted(bench.state.events.values(), key=lambda e: e.trigger)
        lines = [rows.line(rows.cells(r, bench.state, bench.text, bench.codebook, bench.language)) for r in chosen]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))
            self._window.hint(self.tr("%n row(s) copied.", "", len(lines)))

    def show_past(self) -> None:
        """Every step of the open article; the one chosen there can be gone back to."""
        session = self._bench.session
        if session is None:
            return
        try:
            entries = past.steps(session)
            together = past.together(session.project, entries)
        except DatelineError as error:
            self._window.tell(error)
            return
        dialog = PastDialog(entries, session.state, self._bench.language, self._window, together)

        def back() -> None:
            decision = dialog.decision()
            if decision is not None:
                self._bench.decide(decision)

        dialog.accepted.connect(back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
