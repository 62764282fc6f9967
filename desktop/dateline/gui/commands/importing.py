"""Articles that come into the open project: from files, from the clipboard, dropped on the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from dateline.core.article import Draft
from dateline.core.errors import DatelineError
from dateline.core.language import guess
from dateline.core.messages import say
from dateline.core.ports import PROJECT_SUFFIX, Progress, Project
from dateline.gui.commands.articles import ArticleCommands
from dateline.gui.commands.project import ProjectCommands
from dateline.gui.dialogs.paste import PasteDialog
from dateline.gui.window import MainWindow
from dateline.gui.worker import Worker
from dateline.services import importing, library
from dateline.services.adapters import Adapters
from dateline.services.importing import Reading
from dateline.services.library import ImportReport

SLICE = 20
"""Articles added between two looks at the event queue, so that a large import never freezes the window."""


class ImportCommands(QObject):
    """Reads off the window's thread, adds in slices, and says what came in and what did not."""

    def __init__(
        self, window: MainWindow, projects: ProjectCommands, articles: ArticleCommands, adapters: Adapters
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bench = window.workbench
        self._projects = projects
        self._articles = articles
        self._adapters = adapters
        self.worker = Worker(self)
        self.worker.finished.connect(self.add)
        self.worker.failed.connect(self._fail)
        projects.leaving.connect(self.worker.shut_down)
        window.actions_.bind("article.open", self.choose)
        window.actions_.bind("article.paste", self.paste)
        window.files_dropped.connect(self._dropped)
        window.text_dropped.connect(self.paste_text)

    def choose(self) -> None:
        """Asks for files and adds their articles."""
        folder = self._window.preferences.folder("articles")
        suffixes = " ".join(f"*{s}" for s in self._adapters.reader().suffixes)
        kinds = self.tr("Articles") + f" ({suffixes})"
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open articles"), folder, kinds)
        if names:
            self._window.preferences.remember_folder("articles", Path(names[0]).parent)
            self.import_paths([Path(name) for name in names])

    def _dropped(self, names: Sequence[str]) -> None:
        paths = [Path(name) for name in names]
        projects = [p for p in paths if p.suffix == PROJECT_SUFFIX]
        if projects:
            self._projects.open(projects[0])
        elif paths:
            self.import_paths(paths)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Reads files and folders off the window's thread, then adds what could be read."""
        if not self._projects.ensure():
            return
        reader = self._adapters.reader()

        def job(progress: Progress) -> Reading:
            return importing.read_files(reader, paths, progress)

        self.worker.start(job)

    def add(self, reading: Reading) -> None:
        """Adds what was read to the open project, a slice at a time, and opens the first of it."""
        if self._projects.project is not None:
            self._add_slice(self._projects.project, reading, 0, ImportReport())

    def _add_slice(self, project: Project, reading: Reading, start: int, report: ImportReport) -> None:
        if self._projects.project is not project:  # another one was opened meanwhile: what is left is not for it
            return
        came = library.import_drafts(project, reading.drafts[start : start + SLICE], guess)
        report.imported += came.imported
        report.refused += came.refused
        report.failed = came.failed
        if report.failed is None and start + SLICE < len(reading.drafts):
            QTimer.singleShot(0, self, lambda: self._add_slice(project, reading, start + SLICE, report))
            return
        self._articles.refresh()
        if report.imported:
            self._articles.changed.emit()
        self._report(reading, report)
        known = [r.existing for r in report.refused if r.existing and r.key != "library.in_trash"]
        for id in [*(a.id for a in report.imported), *known][:1]:
            self._articles.open(id)

    def _report(self, reading: Reading, report: ImportReport) -> None:
        """Says what came in and what did not, and why; nothing where one article simply came in."""
        language = self._bench.language
        troubles = [s.error.sentence(language) for s in reading.skipped] + [
            r.sentence(language) for r in report.refused
        ]
        if report.failed is not None:
            troubles.insert(0, report.failed.sentence(language))
        sentences: list[str] = []
        if len(report.imported) > 1 or troubles:
            added = len(report.imported)
            sentences.append(self.tr("%n article(s) added.", "", added) if added else self.tr("No article was added."))
        sentences += troubles[:3]
        if len(troubles) > 3:
            sentences.append(self.tr("%n more were left out.", "", len(troubles) - 3))
        sentences += [say(key, language) for article in report.imported[:3] for key in article.notices]
        if sentences:
            self._window.banner.tell(" ".join(sentences), warning=bool(troubles))

    def paste(self) -> None:
        """Adds the text on the clipboard, after a look at it."""
        self.paste_text(QGuiApplication.clipboard().text())

    def paste_text(self, text: str) -> None:
        """Asks what is known about a text and adds it."""
        dialog = PasteDialog(text, self._bench.language, self._window)
        dialog.accepted.connect(lambda: self.add_draft(dialog.draft()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_draft(self, draft: Draft) -> None:
        """Adds one article and opens it."""
        if self._projects.ensure():
            self.add(Reading([draft], []))

    def _fail(self, error: object) -> None:
        if isinstance(error, DatelineError):
            self._window.tell(error)
