"""The tour over the sample project: at the first start, and again from the help menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from dateline.gui.commands.project import ProjectCommands
from dateline.gui.tour import Tour, TourStep
from dateline.gui.window import MainWindow


class TourCommands(QObject):
    """Opens the sample project where nothing is open and leads through it."""

    def __init__(self, window: MainWindow, projects: ProjectCommands) -> None:
        super().__init__(window)
        self._window = window
        self._projects = projects
        self.tour: Tour | None = None
        window.actions_.bind("help.tour", self.start)
        window.workbench.opened.connect(self._moved)

    def first_start(self) -> bool:
        """Shows the sample project and the tour to someone who never saw either; False for everybody else."""
        preferences = self._window.preferences
        if preferences.toured or preferences.recent:
            return False
        self.start()
        return True

    def start(self) -> None:
        """Leads through the open article, or where none is open through the sample project."""
        window = self._window
        if window.workbench.session is None and not self._projects.open_sample():
            return
        window.preferences.toured = True
        if self.tour is not None:
            self.tour.end()
        # Once the panels have their sizes.
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        if self.tour is None and self._window.workbench.session is not None:
            self.tour = Tour(self._steps(), self._window, self._ended)

    def _ended(self) -> None:
        self.tour = None
        if self._window.focusWidget() is None:
            (self._window.article if self._window.workbench.session else self._window.start).setFocus()

    def _moved(self) -> None:
        if self.tour is not None and self._window.workbench.session is None:
            self.tour.end()

    def _steps(self) -> list[TourStep]:
        window = self._window
        keys = window.workbench.keymap
        return [
            TourStep(
                window.article,
                lambda: self.tr("The article, with suggestions"),
                lambda: self.tr(
                    "Outlined words are suggestions, filled ones are accepted. Underlined words are events. "
                    "Select words with the mouse and press a digit to label them yourself; "
                    "{palette} finds every command."
                ).format(palette=keys.name("view.palette")),
            ),
            TourStep(
                window.review,
                lambda: self.tr("You decide"),
                lambda: self.tr(
                    "{next} goes to the next suggestion, {accept} accepts it, {reject} rejects it, {flag} keeps it "
                    "for later. {undo} takes any step back, also tomorrow. Everything is saved at once."
                ).format(
                    next=keys.name("review.next"),
                    accept=keys.name("review.accept"),
                    reject=keys.name("review.reject"),
                    flag=keys.name("review.flag"),
                    undo=keys.name("edit.undo"),
                ),
            ),
            TourStep(
                window.library,
                lambda: self.tr("On to the next, and to Excel"),
                lambda: self.tr(
                    "{done} finishes the article and opens the next one of this list. Drop your own articles here, "
                    "and take the result to Excel with {excel}. All keys are shown by {keys}."
                ).format(done=keys.name("review.done"), excel=keys.name("export.excel"), keys=keys.name("help.keys")),
            ),
        ]
