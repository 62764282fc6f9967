"""Export to Excel: where to, what, and the way there with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from dateline.core.errors import DatelineError
from dateline.core.ports import ExportReport, HitLine, Progress, Project
from dateline.gui.commands.project import ProjectCommands
from dateline.gui.window import MainWindow
from dateline.gui.worker import Worker
from dateline.services.adapters import Adapters
from dateline.services.exporting import export_hits, export_project, file_name

Hits = Callable[[Project, Progress], Iterable[HitLine]]
"""Finds what is to be written, in a project of its own."""


class ExportCommands(QObject):
    """Writes the open project to a workbook, off the window's thread, from its own connection to the project."""

    def __init__(self, window: MainWindow, projects: ProjectCommands, adapters: Adapters) -> None:
        super().__init__(window)
        self._window = window
        self._projects = projects
        self._adapters = adapters
        self._again: Callable[[], object] = self.choose
        self.worker = Worker(self)
        self.worker.busy_changed.connect(window.show_progress)
        self.worker.progressed.connect(self._progress)
        self.worker.finished.connect(self._written)
        self.worker.failed.connect(self._fail)
        window.actions_.bind("export.excel", self.choose)
        window.actions_["suggest.cancel"].triggered.connect(self.worker.cancel)

    def choose(self) -> None:
        """Asks where to write and what."""
        project = self._projects.project
        if project is None:
            self._window.hint(self.tr("Open a project first."))
            return
        folder = Path(self._window.preferences.folder("exports"))
        everything = self.tr("Excel, everything with its status") + " (*.xlsx)"
        accepted = self.tr("Excel, only what is accepted") + " (*.xlsx)"
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export to Excel"),
            str(folder / file_name(project.path.stem, ".xlsx")),
            f"{everything};;{accepted}",
        )
        if name:
            path = Path(name)
            self._window.preferences.remember_folder("exports", path.parent)
            self.export(path, chosen == accepted)

    def export(self, path: Path, accepted_only: bool = False) -> None:
        """Writes the workbook."""
        project = self._projects.project
        if project is None:
            return
        self._window.workbench.write_down()
        # The workbook is written from what is on disk; without the steps that wait it would not be the person's work.
        if not self._window.workbench.settled():
            return
        exporters, language = self._adapters.exporters, self._window.workbench.language

        def write(reader: Project, progress: Progress) -> ExportReport:
            return export_project(reader, exporters(), "xlsx", path, language, accepted_only, progress)

        self._again = self.choose
        self._run(project, write)

    def choose_for_hits(self, title: str, hits: Hits) -> None:
        """Asks where to write the hits of a search. `title`: what was looked for."""
        project = self._projects.project
        if project is None:
            return
        folder = Path(self._window.preferences.folder("exports"))
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the hits"),
            str(folder / file_name(f"{project.path.stem} {title}", ".xlsx")),
            self.tr("Excel workbook") + " (*.xlsx)",
        )
        if name:
            self._window.preferences.remember_folder("exports", Path(name).parent)
            self._again = partial(self.choose_for_hits, title, hits)
            self.export_hits(Path(name), title, hits)

    def export_hits(self, path: Path, title: str, hits: Hits) -> None:
        """Writes the hits of a search."""
        project = self._projects.project
        if project is None:
            return
        exporters, language = self._adapters.exporters, self._window.workbench.language

        def write(reader: Project, progress: Progress) -> ExportReport:
            return export_hits(reader, title, hits(reader, progress), exporters(), "xlsx", path, language)

        self._run(project, write)

    def _run(self, project: Project, write: Callable[[Project, Progress], ExportReport]) -> None:
        """Writes off the window's thread, from a connection of its own."""
        store, source, coder = self._adapters.store, project.path, self._window.preferences.coder

        def job(progress: Progress) -> ExportReport:
            reader = store().open(source, coder)
            try:
                return write(reader, progress)
            finally:
                reader.close()

        self.worker.start(job)
        self._window.hint(self.tr("Writing the workbook…"), lasting=True)

    def _progress(self, done: int, total: int) -> None:
        self._window.progress.setRange(0, max(total, 1))
        self._window.progress.setValue(done)

    def _written(self, report: ExportReport) -> None:
        sentence = self.tr("Written: {path}").format(path=report.path.name)
        if report.repaired:
            sentence += " " + self.tr(
                "%n cell(s) held characters that Excel cannot; they were replaced.", "", report.repaired
            )
        self._window.banner.tell(
            sentence,
            button=self.tr("Open"),
            act=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.path))),
            seconds=20,
        )

    def _fail(self, error: object) -> None:
        if isinstance(error, DatelineError):
            self._window.banner.tell(
                error.sentence(self._window.workbench.language),
                warning=True,
                button=self.tr("Choose another name"),
                act=self._again,
            )
