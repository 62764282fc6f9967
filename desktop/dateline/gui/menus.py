"""The menus and the tool bar of the window, made of the declared actions; what is in the menus of the right button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolButton

from dateline.core.annotation import Event, Mention, Quote, Record
from dateline.gui import words
from dateline.gui.actions import ACTIONS, MENUS, Actions, sequence
from dateline.gui.actions import words as action_words
from dateline.gui.preferences import Preferences
from dateline.gui.theme import Mode
from dateline.gui.toolbar import ToolRow
from dateline.gui.workbench import Workbench

LANGUAGE_NAMES = {"tr": "Türkçe", "en": "English"}
_ENDS_A_GROUP = ("export.excel", "edit.redo", "suggest.run", "review.previous", "review.flag")
"""Actions behind which the tool bar has a line."""
_ABOUT_A_MARK = ("review.accept", "review.reject", "review.flag", "review.accept_like", "")
_ABOUT_ITS_KIND: dict[type[Record], tuple[str, ...]] = {
    Mention: ("mark.label", "mark.everywhere", "mark.link", "mark.role", "mark.value", "mark.event"),
    Event: ("mark.label", "mark.role", "mark.modality", "mark.mode", "mark.value"),
    Quote: ("mark.role",),
}
_OF_A_MARK = ("", "edit.copy_rows", "edit.delete")
_ABOUT_WORDS = ("mark.label", "mark.everywhere", "mark.event", "mark.quote", "", "edit.copy", "edit.search")
_ABOUT_AN_ARTICLE = ("review.done", "review.flag_article", "review.note_article", "suggest.run", "", "article.remove")


class Menus(QObject):
    """Fills the menu bar of a window and gives it its tool bar."""

    theme_chosen = Signal(object)
    """A `Mode`."""
    language_chosen = Signal(str)
    project_chosen = Signal(object)
    """A project was chosen among the recent ones: its path."""
    label_chosen = Signal(str)
    """The selected words get a label: its id."""

    def __init__(self, window: QMainWindow, actions: Actions, bench: Workbench, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._bench = bench
        self._preferences = preferences
        em = window.fontMetrics().height()
        self.tools = ToolRow(window)
        self.tools.setObjectName("tools")
        self.tools.setMovable(False)
        self.tools.setIconSize(QSize(em + 4, em + 4))
        self.tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        window.addToolBar(self.tools)
        self._menus: dict[str, QMenu] = {}
        self.themes: dict[Mode, QAction] = {}
        self._build()

    def _build(self) -> None:
        bar, menu = self._window.menuBar(), None
        for spec in ACTIONS:
            if not spec.id:
                if menu is not None:
                    menu.addSeparator()
                continue
            if spec.menu not in self._menus:
                self._menus[spec.menu] = bar.addMenu("")
            menu = self._menus[spec.menu]
            menu.addAction(self._actions[spec.id])
            if spec.id == "project.open":
                self.recent = menu.addMenu("")
                self.recent.aboutToShow.connect(self._list_recent)
            if spec.toolbar:
                self.tools.addAction(self._actions[spec.id])
                button = self.tools.widgetForAction(self._actions[spec.id])
                if spec.short and isinstance(button, QToolButton):
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                if spec.id in _ENDS_A_GROUP:
                    self.tools.addSeparator()
        bar.insertMenu(self._menus["edit"].menuAction(), self._menus["file"])
        view = self._menus["view"]
        view.addSeparator()
        self._theme_menu = view.addMenu("")
        group = QActionGroup(self)
        for mode in Mode:
            action = QAction(self)
            action.setCheckable(True)
            action.setChecked(mode is self._preferences.theme)
            action.triggered.connect(lambda _checked=False, mode=mode: self.theme_chosen.emit(mode))
            group.addAction(action)
            self._theme_menu.addAction(action)
            self.themes[mode] = action
        self._language_menu = view.addMenu("")
        tongues = QActionGroup(self)
        for code, name in LANGUAGE_NAMES.items():
            action = QAction(name, self)
            action.setCheckable(True)
            action.setChecked(code == self._bench.language)
            action.triggered.connect(lambda _checked=False, code=code: self.language_chosen.emit(code))
            tongues.addAction(action)
            self._language_menu.addAction(action)

    def _list_recent(self) -> None:
        """The projects opened lately; those whose file is gone cannot be chosen."""
        self.recent.clear()
        for path in self._preferences.recent:
            action = self.recent.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(words.tip(str(path)))
            action.setStatusTip(str(path))
            action.setEnabled(path.exists())
            action.triggered.connect(lambda _checked=False, path=path: self.project_chosen.emit(path))
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("None yet")).setEnabled(False)

    def over_text(self, place: QPoint) -> None:
        """What can be done with the selected mark or words, at a global position."""
        record = self._bench.selected_record()
        ids = (*_ABOUT_A_MARK, *_ABOUT_ITS_KIND[type(record)], *_OF_A_MARK) if record is not None else _ABOUT_WORDS
        menu = self._of(ids)
        if self._bench.range is not None:
            menu.addSeparator()
            for term in self._bench.codebook.labels:
                action = menu.addAction(term.name(self._bench.language))
                action.triggered.connect(lambda _checked=False, id=term.id: self.label_chosen.emit(id))
                if term.key:
                    action.setShortcut(sequence(term.key))
                    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown only: the window has the key
        menu.popup(place)

    def over_article(self, place: QPoint) -> None:
        """What can be done with the open article as a whole, at a global position."""
        self._of(_ABOUT_AN_ARTICLE).popup(place)

    def _of(self, ids: Sequence[str]) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id in ids:
            if id:
                menu.addAction(self._actions[id])
            else:
                menu.addSeparator()
        return menu

    def retranslate(self) -> None:
        """Everything in the language that is installed now."""
        for name, menu in self._menus.items():
            menu.setTitle(action_words(MENUS[name]))
        self._theme_menu.setTitle(self.tr("Theme"))
        self.recent.setTitle(self.tr("Recent projects"))
        for mode, name in (
            (Mode.SYSTEM, self.tr("As the system")),
            (Mode.LIGHT, self.tr("Light")),
            (Mode.DARK, self.tr("Dark")),
            (Mode.CONTRAST, self.tr("High contrast")),
        ):
            self.themes[mode].setText(name)
        self._language_menu.setTitle("Dil · Language")
        self.tools.setWindowTitle(self.tr("Tool bar"))
