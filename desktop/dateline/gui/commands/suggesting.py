"""Suggestions for the open article: run off the window's thread, shown when they come, dropped when stale."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject

from dateline.core.errors import DatelineError
from dateline.core.ports import Progress, Project, Suggester
from dateline.core.sources import ModelChoice
from dateline.core.suggestion import Suggestions
from dateline.gui.dialogs.source import SourceDialog
from dateline.gui.window import MainWindow
from dateline.gui.worker import Worker
from dateline.services.adapters import Adapters
from dateline.services.suggesting import choose_model, chosen_model, request_for


class SuggestCommands(QObject):
    """Runs the suggester and takes its answers in."""

    def __init__(self, window: MainWindow, adapters: Adapters) -> None:
        super().__init__(window)
        self._window = window
        self._bench = window.workbench
        self._adapters = adapters
        self._suggester: Suggester | None = None
        self._making = threading.Lock()
        self._told = ""
        self.worker = Worker(self)
        self._warmer = Worker(self)
        self.worker.busy_changed.connect(window.show_progress)
        self.worker.busy_changed.connect(window.workbench.set_suggesting)
        self.worker.progressed.connect(self._progress)
        self.worker.finished.connect(self._take)
        self.worker.failed.connect(self._fail)
        self._bench.opened.connect(self.worker.cancel)
        self._bench.opened.connect(self._withdraw)
        window.actions_.bind("suggest.run", self.run)
        window.actions_.bind("suggest.cancel", self.worker.cancel)
        window.actions_.bind("suggest.source", self.choose_source)
        window.show_progress(False)

    def warm_up(self) -> None:
        """Loads the suggester before it is asked for, so that the first article does not wait for it."""

        language = self._bench.session.article.metadata.language if self._bench.session else "tr"

        def job(_progress: Progress) -> None:
            self._get().warm_up(language)

        self._warmer.start(job)

    def run(self) -> None:
        """Suggestions for the open article."""
        session = self._bench.session
        if session is None or session.project.read_only:
            return
        try:
            request = request_for(session)
        except DatelineError as error:
            self._fail(error)
            return

        def job(progress: Progress) -> Suggestions:
            suggester = self._get()
            progress(0, 1)
            return suggester.suggest(request, progress)

        self._withdraw()
        self.worker.start(job)
        self._window.hint(self.tr("Making suggestions…"), lasting=True)

    def choose_source(self) -> SourceDialog | None:
        """Asks where suggestions of the open project come from. Returns the dialog, which is open then."""
        session = self._bench.session
        if session is None or session.project.read_only:
            return None
        project = session.project
        dialog = SourceDialog(chosen_model(project), self._get, self._bench.language, self._window)
        dialog.accepted.connect(lambda: self._use(project, dialog.choice()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _use(self, project: Project, choice: ModelChoice | None) -> None:
        try:
            choose_model(project, choice)
        except DatelineError as error:
            self._fail(error)
            return
        self._window.banner.tell(
            self.tr("The source of suggestions was changed for this project."),
            button=self.tr("Make suggestions"),
            act=self.run,
        )

    def shut_down(self) -> None:
        """Stops what runs and waits for it."""
        self.worker.shut_down()
        self._warmer.shut_down()

    def _get(self) -> Suggester:
        with self._making:
            if self._suggester is None:
                self._suggester = self._adapters.suggester()
            return self._suggester

    def _progress(self, done: int, total: int) -> None:
        self._window.progress.setRange(0, total if total > 1 else 0)
        self._window.progress.setValue(done)

    def _take(self, suggestions: Suggestions) -> None:
        session = self._bench.session
        if session is None:
            return
        session.adopt(suggestions)
        self._window.library.refresh_open()
        waiting = session.open_suggestions()
        keys = self._bench.keymap
        self._window.hint(
            self.tr(
                "%n suggestion(s) to decide. {next} goes to the next one, {accept} accepts it.", "", waiting
            ).format(next=keys.name("review.next"), accept=keys.name("review.accept"))
        )
        if suggestions.notices:
            language = self._bench.language
            self._told = self._window.banner.add(" ".join(n.sentence(language) for n in suggestions.notices))

    def _withdraw(self) -> None:
        """What was said of an article or an earlier run holds no longer."""
        if self._told and self._window.banner.sentence == self._told:
            self._window.banner.hide()
        self._told = ""

    def _fail(self, error: object) -> None:
        if isinstance(error, DatelineError):
            self._window.tell(error)
