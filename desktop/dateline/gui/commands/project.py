"""Projects and their articles: opening, making, importing, moving from one article to the next, leaving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from dateline.core.article import ArticleStatus, Draft, Metadata
from dateline.core.codebook import Codebook, bundled
from dateline.core.errors import ConflictError, DatelineError
from dateline.core.language import guess
from dateline.core.messages import say
from dateline.core.ports import PROJECT_SUFFIX, Progress, Project
from dateline.gui.dialogs.newproject import NewProjectDialog
from dateline.gui.dialogs.notify import ask
from dateline.gui.dialogs.paste import PasteDialog
from dateline.gui.dialogs.working import patiently
from dateline.gui.window import MainWindow
from dateline.gui.worker import Worker
from dateline.services import backups, importing, library, samples
from dateline.services.adapters import Adapters
from dateline.services.importing import Reading
from dateline.services.ledger import Ledger
from dateline.services.library import ImportReport
from dateline.services.session import ReviewSession

SLICE = 20
"""Articles added between two looks at the event queue, so that a large import never freezes the window."""
_OPEN = "window.article"
_POSITION = "window.position."


def sample_path() -> Path:
    """Where the sample project lives."""
    return user_data_path("Dateline", appauthor=False) / f"sample{PROJECT_SUFFIX}"


class ProjectCommands(QObject):
    """Holds the open project; the workbench holds the open article."""

    leaving = Signal()
    """The open project is put away: whatever works on it ends now."""

    entered = Signal()
    """A project was opened and is shown."""

    articles_changed = Signal()
    """Articles came, or went into the trash, or out of it."""

    def __init__(self, window: MainWindow, adapters: Adapters) -> None:
        super().__init__(window)
        self._window = window
        self._bench = window.workbench
        self._adapters = adapters
        self._preferences = window.preferences
        self.project: Project | None = None
        self.settling: list[Callable[[], bool]] = []
        """Asked before the project is put away: whether all that is written elsewhere is saved, or may be lost."""
        self._lock: QLockFile | None = None
        self._importer = Worker(self)
        self._keeper = Worker(self)
        self._keeper.failed.connect(self._work_failed)
        self._importer.finished.connect(self._add)
        self._importer.failed.connect(self._work_failed)
        act = window.actions_
        act.bind("project.new", self.new)
        act.bind("project.open", self.choose)
        act.bind("project.sample", self.open_sample)
        act.bind("article.open", self.choose_articles)
        act.bind("article.paste", self.paste)
        act.bind("article.remove", self.remove_article)
        act.bind("review.done", self.done)
        act.bind("review.flag_article", self.flag_article)
        window.library.loader.failed.connect(self._tell)
        window.library.chosen.connect(self.open_article)
        window.files_dropped.connect(self._dropped)
        window.text_dropped.connect(self.paste_text)
        window.start.project_chosen.connect(self.open)
        window.project_chosen.connect(self.open)
        window.start.project_forgotten.connect(self._forget)
        window.closing.connect(self._closing)
        window.metadata.save = self.save_metadata
        self._bench.failed.connect(self._not_saved)
        self._show_start()

    # -- projects ----------------------------------------------------------------------------------------------

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
        if not self._may_leave():
            return False
        try:
            project = self._adapters.store().create(path, path.stem, book or bundled(), self._preferences.coder)
        except DatelineError as error:
            self._tell(error)
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
        if not self._may_leave():
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
            self._tell(error)
            self._show_start()
            return False
        return self._enter(project)

    def open_sample(self) -> bool:
        """Opens the sample project, making it the first time."""
        path = sample_path()
        if self.project is not None and self.project.path == path:
            return True
        if not self._may_leave():
            return False
        try:
            project = samples.open_sample(self._adapters, path, self._preferences.coder, self.tr("Sample project"))
        except DatelineError as error:
            self._tell(error)
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
            self._tell(error)
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
        first = self._show_list(project)
        if first is not None:
            self.open_article(first)
        self._show_start()
        self._keep_copy(project.path)
        self.entered.emit()
        return True

    def _show_list(self, project: Project) -> str | None:
        """Shows the list of a project; returns the article that was open last, or the first one."""
        library = self._window.library
        try:
            last = project.setting(_OPEN) or ""
            rows = library.loader.open(project, last).rows
        except DatelineError as error:
            self._tell(error)
            return None
        if any(a.id == last for a in rows):
            return last
        return next((a.id for a in library.model.shown), None)

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
        if not self._may_leave():
            return False
        self._put_away()
        return True

    def _may_leave(self) -> bool:
        """Whether nothing would be lost, or the person says that it may be."""
        self._window.commands.wide.end()
        if not all(settled() for settled in self.settling):
            return False
        self._bench.write_down()
        session = self._bench.session
        if session is not None and session.waiting and not session.retry():
            question = self.tr(
                "%n step(s) could not be saved yet. If you close now they are lost.", "", session.waiting
            )
            if not ask(self._window, question, self.tr("Close without them"), self.tr("Stay")):
                return False
        return True

    def _put_away(self) -> None:
        self.leaving.emit()
        self._importer.shut_down()
        self._keeper.shut_down()
        self._remember_place()
        self._bench.open(None)
        self._bench.set_ledger(None)
        if self.project is not None:
            self.project.close()
            self.project = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        self._window.library.put_away()
        self._show_start()

    def _closing(self, event: QCloseEvent) -> None:
        event.setAccepted(self.leave())

    def _forget(self, path: Path) -> None:
        self._preferences.forget_project(path)
        self._show_start()

    def _show_start(self) -> None:
        self._window.start.show_state(self.project is not None, self._preferences.recent)
        for id in ("export.excel", "codebook.edit", "edit.search"):
            self._window.actions_[id].setEnabled(self.project is not None)

    def _filter(self) -> str:
        return self.tr("Dateline projects") + f" (*{PROJECT_SUFFIX})"

    # -- articles ----------------------------------------------------------------------------------------------

    def refresh_list(self) -> None:
        """Reads the list of articles anew."""
        if self.project is None:
            return
        try:
            self._window.library.loader.refresh()
        except DatelineError as error:
            self._tell(error)

    def open_article(self, id: str, suggest: bool = True) -> None:
        """Shows an article, where it was left; a new one gets its suggestions at once, if they are wanted."""
        session = self._bench.session
        if self.project is None or (session is not None and session.article.id == id):
            return
        if self._window.commands.wide.worker.busy:  # what is read now would be another state in a moment
            self._window.hint(self.tr("Articles are being changed. Open it in a moment."))
            self._window.library.show_current()
            return
        self._bench.write_down()
        if session is not None and session.waiting and not session.retry():
            self._not_saved(session.error.sentence(self._bench.language) if session.error else "")
            self._window.library.show_current()
            return
        self._remember_place()
        try:
            opened = ReviewSession(self.project, id, self._preferences.coder)
            place = self.project.setting(_POSITION + id)
        except DatelineError as error:
            self._tell(error)
            return
        self._bench.open(opened)
        top, caret = _place(place or "")
        if caret:
            self._window.article.put_caret(caret)
        # Once the text has its width: before that no line knows where it is.
        QTimer.singleShot(0, self, lambda: self._window.article.scroll_to(top))
        if suggest and opened.status is ArticleStatus.NEW and not self.project.read_only:
            self._window.actions_["suggest.run"].trigger()

    def _remember_place(self) -> None:
        session = self._bench.session
        if session is None or session.project.read_only:
            return
        try:
            session.project.remember(_OPEN, session.article.id)
            view = self._window.article
            session.project.remember(_POSITION + session.article.id, f"{view.first_visible()} {view.position()}")
        except DatelineError:
            return  # a lost place is no reason to trouble anyone

    def save_metadata(self, metadata: Metadata) -> bool:
        """Saves what the strip says of the open article; suggestions are made anew where their anchor changed."""
        session = self._bench.session
        if session is None:
            return False
        before = session.article.metadata
        try:
            session.set_metadata(metadata)
        except DatelineError as error:
            self._tell(error)
            return False
        self._window.library.refresh_open()
        self._bench.saved.emit()
        if (before.published, before.language) != (metadata.published, metadata.language):
            self._window.actions_["suggest.run"].trigger()
        return True

    def done(self) -> None:
        """Marks the open article as done and opens the next one that is not; open suggestions are said first."""
        session = self._bench.session
        if session is None:
            return
        waiting = session.open_suggestions()
        if waiting:
            question = self.tr(
                "%n suggestion(s) are still undecided. They stay suggestions in the export.", "", waiting
            )
            if not ask(self._window, question, self.tr("Done all the same"), self.tr("Go on reviewing")):
                return
        try:
            session.set_status(ArticleStatus.DONE)
            self._window.library.loader.finish()
        except DatelineError as error:
            self._tell(error)
            return
        self._bench.article_changed.emit()
        shown = list(self._window.library.model.shown)
        here = self._window.library.model.row_of(session.article.id)
        following = [a for a in shown[here + 1 :] + shown[: max(here, 0)] if a.status is not ArticleStatus.DONE]
        if following:
            self.open_article(following[0].id)
        else:
            self._window.banner.tell(self.tr("Every article of this project is done."), seconds=8)

    def flag_article(self) -> None:
        """Puts a flag on the open article, or takes it away."""
        session = self._bench.session
        if session is None or session.project.read_only:
            return
        try:
            session.set_flagged(not session.flagged)
        except DatelineError as error:
            self._tell(error)
        else:
            self._bench.saved.emit()
            self._window.hint(self.tr("Flagged.") if session.flagged else self.tr("No longer flagged."))
        self._bench.article_changed.emit()

    def remove_article(self) -> None:
        """Moves the open article to the trash; the banner offers to take it back."""
        session = self._bench.session
        if self.project is None or session is None:
            return
        id, title = session.article.id, session.article.metadata.title
        try:
            self.project.remove_article(id)
        except DatelineError as error:
            self._tell(error)
            return
        self._bench.open(None)
        self._window.library.loader.drop(id)
        self.articles_changed.emit()
        self._show_start()
        self._window.banner.tell(
            self.tr("“{title}” is in the trash.").format(title=title),
            button=self.tr("Take it back"),
            act=lambda: self._restore(id),
        )

    def _restore(self, id: str) -> None:
        if self.project is None:
            return
        try:
            self.project.restore_article(id)
        except DatelineError as error:
            self._tell(error)
            return
        self.refresh_list()
        self.articles_changed.emit()
        self.open_article(id)

    # -- importing ---------------------------------------------------------------------------------------------

    def choose_articles(self) -> None:
        """Asks for files and adds their articles."""
        folder = self._preferences.folder("articles")
        suffixes = " ".join(f"*{s}" for s in self._adapters.reader().suffixes)
        kinds = f"{self.tr('Articles')} ({suffixes})"
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open articles"), folder, kinds)
        if names:
            self._preferences.remember_folder("articles", Path(names[0]).parent)
            self.import_paths([Path(name) for name in names])

    def _dropped(self, names: Sequence[str]) -> None:
        paths = [Path(name) for name in names]
        projects = [p for p in paths if p.suffix == PROJECT_SUFFIX]
        if projects:
            self.open(projects[0])
        elif paths:
            self.import_paths(paths)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Reads files and folders off the window's thread, then adds what could be read."""
        if not self._ensure_project():
            return
        reader = self._adapters.reader()

        def job(progress: Progress) -> Reading:
            return importing.read_files(reader, paths, progress)

        self._importer.start(job)

    def _ensure_project(self) -> bool:
        """Articles need a project: without one, an own one in the data folder serves."""
        if self.project is not None:
            if self.project.read_only:
                self._window.banner.tell(self.tr("This project can only be read: nothing can be added."), warning=True)
            return not self.project.read_only
        path = user_data_path("Dateline", appauthor=False) / (self.tr("My articles") + PROJECT_SUFFIX)
        path.parent.mkdir(parents=True, exist_ok=True)
        return self.open(path) if path.exists() else self.create(path)

    def _add(self, reading: Reading) -> None:
        if self.project is not None:
            self._add_slice(self.project, reading, 0, ImportReport())

    def _add_slice(self, project: Project, reading: Reading, start: int, report: ImportReport) -> None:
        if self.project is not project:  # another one was opened meanwhile: what is left is not for it
            return
        came = library.import_drafts(project, reading.drafts[start : start + SLICE], guess)
        report.imported += came.imported
        report.refused += came.refused
        report.failed = came.failed
        if report.failed is None and start + SLICE < len(reading.drafts):
            QTimer.singleShot(0, self, lambda: self._add_slice(project, reading, start + SLICE, report))
            return
        self.refresh_list()
        if report.imported:
            self.articles_changed.emit()
        self._report(reading, report)
        known = [r.existing for r in report.refused if r.existing and r.key != "library.in_trash"]
        for id in [*(a.id for a in report.imported), *known][:1]:
            self.open_article(id)
        self._show_start()

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

    def _work_failed(self, error: object) -> None:
        if isinstance(error, DatelineError):
            self._tell(error)
        elif isinstance(error, BaseException):
            raise error

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
        if self._ensure_project():
            self._add(Reading([draft], []))

    # -- telling -----------------------------------------------------------------------------------------------

    def _tell(self, error: DatelineError) -> None:
        self._window.banner.tell(error.sentence(self._bench.language), warning=True)

    def _not_saved(self, sentence: str) -> None:
        self._window.saved.setText(self.tr("Not saved"))
        self._window.banner.tell(
            sentence + " " + self.tr("Nothing is lost while the window is open."),
            warning=True,
            button=self.tr("Try again"),
            act=self._retry,
        )

    def _join(self, session: ReviewSession) -> None:
        """Takes the waiting steps again on top of what someone else saved meanwhile."""
        try:
            session.reload(keep=True)
        except DatelineError as error:
            self._tell(error)
            return
        self._bench.reread()

    def _retry(self) -> None:
        session = self._bench.session
        if session is None:
            return
        if isinstance(session.error, ConflictError):
            self._join(session)
        if session.retry():
            self._bench.saved.emit()
        elif session.error is not None:
            self._not_saved(session.error.sentence(self._bench.language))


def _place(remembered: str) -> tuple[int, int]:
    """The code points at the top of the window and at the caret; zeros where nothing sensible is remembered."""
    numbers = [int(word) if word.isdecimal() else 0 for word in remembered.split()[:2]]
    top, caret = (*numbers, 0, 0)[:2]
    return top, caret
