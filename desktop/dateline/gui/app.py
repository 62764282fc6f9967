"""Starts the window: application, theme, language, commands; then, once it is shown, what may take longer."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from dateline import __version__
from dateline.core.codebook import bundled
from dateline.core.ports import PROJECT_SUFFIX
from dateline.gui import crash, theme
from dateline.gui.commands.appearance import AppearanceCommands
from dateline.gui.commands.articles import ArticleCommands
from dateline.gui.commands.codebook import CodebookCommands
from dateline.gui.commands.exporting import ExportCommands
from dateline.gui.commands.finding import FindCommands
from dateline.gui.commands.importing import ImportCommands
from dateline.gui.commands.palette import PaletteCommands
from dateline.gui.commands.panels import PanelCommands
from dateline.gui.commands.project import ProjectCommands
from dateline.gui.commands.registry import RegistryCommands
from dateline.gui.commands.saving import SavingCommands
from dateline.gui.commands.searching import SearchCommands
from dateline.gui.commands.sheet import SheetCommands
from dateline.gui.commands.suggesting import SuggestCommands
from dateline.gui.commands.tour import TourCommands
from dateline.gui.dialogs.about import AboutDialog
from dateline.gui.i18n import Translators
from dateline.gui.preferences import Preferences
from dateline.gui.theme import Mode
from dateline.gui.window import MainWindow
from dateline.gui.workbench import Workbench
from dateline.services.adapters import Adapters


class Dateline(QObject):
    """The running application: one window and what belongs to it."""

    def __init__(self, app: QApplication, adapters: Adapters, preferences: Preferences) -> None:
        super().__init__()
        self._app = app
        self.preferences = preferences
        self._translators = Translators()
        self._translators.install(preferences.language)
        theme.use_fonts(app)
        theme.apply(app, preferences.theme)
        self.workbench = Workbench(bundled(), preferences.language, self)
        self.window = MainWindow(self.workbench, preferences)
        self.appearance = AppearanceCommands(self.window)
        self.panels = PanelCommands(self.window)
        self.finding = FindCommands(self.window)
        self.palette = PaletteCommands(self.window)
        self.suggesting = SuggestCommands(self.window, adapters)
        self.articles = ArticleCommands(self.window)
        self.saving = SavingCommands(self.window)
        self.projects = ProjectCommands(self.window, self.saving, self.articles, adapters)
        self.imports = ImportCommands(self.window, self.projects, self.articles, adapters)
        self.codebooks = CodebookCommands(self.window, self.projects)
        self.exporting = ExportCommands(self.window, self.projects, adapters)
        self.sheets = SheetCommands(self.window)
        self.registry = RegistryCommands(self.window, self.projects, self.articles, self.saving)
        self.searches = SearchCommands(self.window, self.projects, self.articles, self.exporting)
        self.tours = TourCommands(self.window, self.projects)
        self.window.menus.theme_chosen.connect(self.set_theme)
        self.window.menus.language_chosen.connect(self.set_language)
        self.window.closing.connect(self._closing)
        self.window.actions_.bind("help.about", self.about)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._system_scheme)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_scheme)

    def set_theme(self, mode: Mode) -> None:
        """Wears another theme and remembers it."""
        self.preferences.theme = mode
        place = self.window.article.first_visible()
        theme.apply(self._app, mode)
        self.appearance.refresh(place)

    def _system_scheme(self) -> None:
        if self.preferences.theme is Mode.SYSTEM:
            self.set_theme(Mode.SYSTEM)

    def set_language(self, language: str) -> None:
        """Speaks another language and remembers it."""
        self.preferences.language = language
        self._translators.install(language)
        self.workbench.set_language(language)
        self.window.show_article()

    def open(self, paths: Sequence[Path]) -> None:
        """Opens what was named: a project, or articles to add; else the project that was open last."""
        projects = [p for p in paths if p.suffix == PROJECT_SUFFIX]
        articles = [p for p in paths if p.suffix != PROJECT_SUFFIX]
        if projects:
            self.projects.open(projects[0])
        elif not articles:
            last = next((p for p in self.preferences.recent if p.exists()), None)
            if last is not None:
                self.projects.open(last)
        if articles:
            self.imports.import_paths(articles)

    def about(self) -> None:
        """What this is, and under which licences."""
        dialog = AboutDialog(self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _closing(self, event: QCloseEvent) -> None:
        if event.isAccepted():
            self.window.hide()  # nobody need look on while a thread comes to its next stop
            self.shut_down()

    def shut_down(self) -> None:
        """Ends every thread."""
        self.suggesting.shut_down()
        self.window.commands.wide.worker.shut_down()
        self.exporting.worker.shut_down()
        self.searches.shut_down()
        self.window.findbar.shut_down()


def application(arguments: Sequence[str]) -> QApplication:
    """The one `QApplication`, named so that settings and windows carry our name."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(list(arguments))
    # Thousands of small immutable records make the collector's default, a look after every 700 of them, costly: opening
    # an article of 28,000 mentions takes half as long with this.
    gc.set_threshold(50_000, 20, 50)
    app.setApplicationName("Dateline")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("dateline")
    return app


def run(arguments: Sequence[str], adapters: Adapters) -> int:
    """Runs the window until it is closed. `arguments`: projects or articles; `--sample` for the sample project."""
    app = application(sys.argv[:1])
    crash.start_log()
    dateline = Dateline(app, adapters, Preferences())
    crash.catch(lambda what, where: dateline.window.tell_fault(what, where))
    dateline.window.show()
    sample = "--sample" in arguments
    paths = [Path(a).absolute() for a in arguments if not a.startswith("--")]

    def once_shown() -> None:
        if sample:
            dateline.projects.open_sample()
        elif paths or not dateline.tours.first_start():
            dateline.open(paths)
        dateline.suggesting.warm_up()

    QTimer.singleShot(0, dateline, once_shown)
    return app.exec()
