"""Projects: opening, making, keeping a copy of the day, leaving."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog

from dateline.core.codebook import Codebook, bundled
from dateline.core.errors import DatelineError
from dateline.core.ports import PROJECT_SUFFIX, Progress, Project
from dateline.gui.commands.articles import ArticleCommands
from dateline.gui.commands.saving import SavingCommands
from dateline.gui.dialogs.newproject import NewProjectDialog
from dateline.gui.dialogs.working import patiently
from dateline.gui.window import MainWindow
from dateline.gui.worker import Worker
from dateline.services import backups, samples
from dateline.services.adapters import Adapters
from dateline.services.ledger import Ledger


def sample_path() -> Path:
    """Where the sample project lives."""
    return user_data_path("Dateline", appauthor=False) / f"sample{PROJECT_SUFFIX}"


class ProjectCommands(QObject):
    """Holds the open project; the workbench holds the open article."""

    leaving = Signal()
    """The open project is put away: whatever works on it ends now."""

    entered = Signal()
    """A project was opened and is shown."""

    def __init__(
        self, window: MainWindow, saving: SavingCommands, articles: ArticleCommands, adapters: Adapters
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bench = window.workbench
        self._saving = saving
        self._articles = articles
        self._adapters = adapters
        self._preferences = window.preferences
        self.project: Project | None = None
        self._lock: QLockFile | None = None
        self._keeper = Worker(self)
        self._keeper.failed.connect(self._fail)
        act = window.actions_
        act.bind("project.new", self.new)
        act.bind("project.open", self.choose)
        act.bind("project.sample", self.open_sample)
        window.start.project_chosen.connect(self.open)
        window.menus.project_chosen.connect(self.open)
        window.start.project_forgotten.connect(self._forget)
        window.closing.connect(self._closing)
        self._show_start()

    def new(self) -> NewProjectDialog:
        """Asks for a codebook and where, and makes an empty project. Returns the dialog, which is open then."""
        current = self.project.codebook if self.project is not None else None
        dialog = NewProjectDialog(current, self._bench.language, self._window)
        dialog.accepted.connect(lambda: self._new_with(dialog.codebook()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _new_with(self, book: Codebook) -> None:
        folder = self._preferences.folder("projects")
        suggestion = str(Path(folder) / (self.tr("My project") + PROJECT_SUFFIX))
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("New project"), suggestion, self._filter())
        if name:
            path = Path(name) if name.endswith(PROJECT_SUFFIX) else Path(name + PROJECT_SUFFIX)
            self._preferences.remember_folder("projects", path.parent)
            self.create(path, book)

    def create(self, path: Path, book: Codebook | None = None) -> bool:
        """Makes an empty project and opens it; where it cannot be made, the one that is open stays.

        `book`: its codebook, where it is not the default one.
        """
        if not self._saving.may_leave():
            return False
        try:
            project = self._adapters.store().create(path, path.stem, book or bundled(), self._preferences.coder)
        except DatelineError as error:
            self._window.tell(error)
            return False
        return self._enter(project)

    def choose(self) -> None:
        """Asks for a project file and opens it."""
        folder = self._preferences.folder("projects")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open project"), folder, self._filter())
        if name:
            self._preferences.remember_folder("projects", Path(name).parent)
            self.open(Path(name))

    def open(self, path: Path) -> bool:
        """Opens a project, where it was left; where it cannot be opened, the one that is open stays."""
        if self.project is not None and self.project.path.resolve() == path.resolve():
            return True
        if not self._saving.may_leave():
            return False
        coder = self._preferences.coder
        try:
            # Looking it over, or bringing it to the form of this version, takes seconds where it is large.
            project = patiently(
                lambda: self._adapters.store().open(path, coder),
                self.tr("Opening {name}…").format(name=path.stem),
                self._window,
            )
        except DatelineError as error:
            self._window.tell(error)
            self._show_start()
            return False
        return self._enter(project)

    def open_sample(self) -> bool:
        """Opens the sample project, making it the first time."""
        path = sample_path()
        if self.project is not None and self.project.path == path:
            return True
        if not self._saving.may_leave():
            return False
        try:
            project = samples.open_sample(self._adapters, path, self._preferences.coder, self.tr("Sample project"))
        except DatelineError as error:
            self._window.tell(error)
            return False
        return self._enter(project)

    def _enter(self, project: Project) -> bool:
        lock = QLockFile(str(project.path.resolve()) + ".lock")  # whatever name it was opened by
        lock.setStaleLockTime(0)
        if not project.read_only and not lock.tryLock(100) and lock.error() == QLockFile.LockError.LockFailedError:
            project.close()
            self._window.banner.tell(
                self.tr("{name} is open in another window of Dateline. Close it there first.").format(
                    name=project.path.stem
                ),
                warning=True,
            )
            self._show_start()
            return False
        try:
            own = Ledger(project, self._preferences.coder)
        except DatelineError as error:
            project.close()
            lock.unlock()
            self._window.tell(error)
            self._show_start()
            return False
        self._put_away()
        self._lock = lock
        self.project = project
        self._bench.set_ledger(own)
        self._bench.set_codebook(project.codebook)
        self._preferences.remember_project(project.path)
        self._window.banner.hide()
        if project.read_only:
            self._window.banner.tell(
                self.tr("This project can only be read here: the file or its folder is write-protected."), warning=True
            )
        self._articles.enter(project)
        self._show_start()
        self._keep_copy(project.path)
        self.entered.emit()
        return True

    def _keep_copy(self, path: Path) -> None:
        """The copy of the day, made off the window's thread from a connection of its own."""
        store, coder = self._adapters.store, self._preferences.coder

        def job(_progress: Progress) -> None:
            project = store().open(path, coder)
            try:
                backups.daily(project)
            finally:
                project.close()

        self._keeper.start(job)

    def leave(self) -> bool:
        """Puts the open project away; False where the person would rather stay (something is not saved)."""
        if not self._saving.may_leave():
            return False
        self._put_away()
        return True

    def _put_away(self) -> None:
        self.leaving.emit()
        self._keeper.shut_down()
        self._articles.leave()
        self._bench.set_ledger(None)
        if self.project is not None:
            self.project.close()
            self.project = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        self._show_start()

    def _closing(self, event: QCloseEvent) -> None:
        event.setAccepted(self.leave())

    def _forget(self, path: Path) -> None:
        self._preferences.forget_project(path)
        self._show_start()

    def _show_start(self) -> None:
        self._window.start.show_state(self.project is not None, self._preferences.recent)
        self._window.name_project(self.project.name if self.project is not None else "")
        for id in ("export.excel", "codebook.edit", "edit.search"):
            self._window.actions_[id].setEnabled(self.project is not None)

    def _filter(self) -> str:
        return self.tr("Dateline projects") + f" (*{PROJECT_SUFFIX})"

    def ensure(self) -> bool:
        """Articles need a project: without one, an own one in the data folder serves."""
        if self.project is not None:
            if self.project.read_only:
                self._window.banner.tell(self.tr("This project can only be read: nothing can be added."), warning=True)
            return not self.project.read_only
        path = user_data_path("Dateline", appauthor=False) / (self.tr("My articles") + PROJECT_SUFFIX)
        path.parent.mkdir(parents=True, exist_ok=True)
        return self.open(path) if path.exists() else self.create(path)

    def _fail(self, error: object) -> None:
        if isinstance(error, DatelineError):
            self._window.tell(error)
