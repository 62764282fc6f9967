"""The main window: puts the panels together and the actions into menus. What the actions do lives in `commands`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QShortcut,
)
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.core.annotation import Event, Mention, Quote, Record, Status
from dateline.core.spans import Span
from dateline.gui import needs, typeface, words
from dateline.gui.actions import ACTIONS, MENUS, Actions, sequence
from dateline.gui.actions import words as action_words
from dateline.gui.article.view import ArticleView
from dateline.gui.commands.review import ReviewCommands
from dateline.gui.dialogs.keys import KeysDialog
from dateline.gui.dialogs.notify import Banner
from dateline.gui.dialogs.palette import Command, Palette
from dateline.gui.dialogs.rebind import RebindDialog
from dateline.gui.dialogs.typeface import TypefaceDialog
from dateline.gui.findbar import FindBar
from dateline.gui.fit import fit, is_low
from dateline.gui.focus import Part, chain, go_round
from dateline.gui.icons import icon
from dateline.gui.library.panel import LibraryPanel
from dateline.gui.metadata import MetadataStrip
from dateline.gui.preferences import Preferences
from dateline.gui.review.panel import ReviewPanel
from dateline.gui.search.panel import SearchPanel
from dateline.gui.speech import announce
from dateline.gui.start import StartPage
from dateline.gui.theme import Mode
from dateline.gui.toolbar import ToolRow
from dateline.gui.tour import Tour
from dateline.gui.workbench import Workbench
from dateline.services import ledger

MENU_OF_MARK: dict[type[Record], tuple[str, ...]] = {
    Mention: ("mark.label", "mark.everywhere", "mark.link", "mark.role", "mark.value", "mark.event"),
    Event: ("mark.label", "mark.role", "mark.modality", "mark.mode", "mark.value"),
    Quote: ("mark.role",),
}
"""What the menu of a mark offers for it alone."""
LANGUAGE_NAMES = {"tr": "Türkçe", "en": "English"}


class MainWindow(QMainWindow):
    """Everything the analyst sees. `app.py` connects it to projects, the suggester and exports."""

    files_dropped = Signal(list)
    text_dropped = Signal(str)
    theme_chosen = Signal(object)
    language_chosen = Signal(str)
    project_chosen = Signal(object)
    """A project was chosen among the recent ones: its path."""
    closing = Signal(object)
    """The window wants to close: the `QCloseEvent`, which may be ignored."""

    def __init__(self, workbench: Workbench, preferences: Preferences) -> None:
        super().__init__()
        self.workbench = workbench
        self.preferences = preferences
        self.setObjectName("MainWindow")
        self.setAcceptDrops(True)
        self.setWindowIcon(icon("dateline"))

        self.library = LibraryPanel(workbench, self)
        self.banner = Banner(self)
        self.metadata = MetadataStrip(workbench, self)
        self.article = ArticleView(workbench, self)
        self.findbar = FindBar(workbench, self.article, self)
        chain(self.findbar.last, self.article)  # Tab goes as the eye does: the bar is above the text
        self.search = SearchPanel(workbench, self)
        self.label_ticked: Callable[[], bool] = lambda: False
        """Labels what is ticked in the search, where the keyboard is there; says whether it did."""
        self._used: list[str] = []
        self._project = ""
        self._met: frozenset[needs.Need] | None = None
        self.review = ReviewPanel(workbench, self)
        workbench.keymap.choose(preferences.keys)
        self.actions_ = Actions(workbench.keymap, self, self.article)
        self._label_keys: list[QShortcut] = []
        self.commands = ReviewCommands(workbench, self.article, self)
        self.commands.shown = self.review.shown_suggestions
        self.commands.front = self.review.kind_in_front
        self.start = StartPage(
            [
                self.actions_[id]
                for id in ("project.sample", "article.open", "article.paste", "project.new", "project.open")
            ],
            self,
        )

        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.metadata)
        column.addWidget(self.findbar)
        column.addWidget(self.article, 1)
        self.centre = QStackedWidget(self)
        self.centre.addWidget(self.start)
        self.library.model.counted.connect(self._count_articles)
        self.search.opening.connect(lambda: self._show_review(searching=True))
        self.search.closed.connect(lambda: self._show_review(searching=False))
        self.centre.addWidget(page)
        middle = QWidget(self)
        stack = QVBoxLayout(middle)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.banner)
        stack.addWidget(self.centre, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.library, middle, self.review):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        em = self.fontMetrics().height()
        self.splitter.setSizes([em * 16, em * 46, em * 23])
        self.halves = QSplitter(Qt.Orientation.Vertical, self)
        self.halves.setHandleWidth(1)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(self.splitter)
        self.halves.addWidget(self.search)
        self.halves.setStretchFactor(0, 1)
        self.halves.setSizes([em * 34, em * 18])
        self.setCentralWidget(self.halves)

        self._tools = ToolRow(self)
        self._tools.setObjectName("tools")
        self._tools.setMovable(False)
        self._tools.setIconSize(QSize(em + 4, em + 4))
        self._tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(self._tools)
        self._menus: dict[str, QMenu] = {}
        self._themes: dict[Mode, QAction] = {}
        self._build_menus()
        self._build_status_bar()
        self._bind()
        self._label_shortcuts()
        self.refresh_theme()
        self.retranslate()
        self.show_article()
        fit(self, 88, 54)
        self.restoreGeometry(preferences.bytes("geometry"))
        self.splitter.restoreState(preferences.bytes("splitter"))
        self.halves.restoreState(preferences.bytes("halves"))

    # -- building ----------------------------------------------------------------------------------------------

    def _build_menus(self) -> None:
        menu = None
        for spec in ACTIONS:
            if not spec.id:
                if menu is not None:
                    menu.addSeparator()
                continue
            if spec.menu not in self._menus:
                self._menus[spec.menu] = self.menuBar().addMenu("")
            menu = self._menus[spec.menu]
            menu.addAction(self.actions_[spec.id])
            if spec.id == "project.open":
                self._recent_menu = menu.addMenu("")
                self._recent_menu.aboutToShow.connect(self._list_recent)
            if spec.toolbar:
                self._tools.addAction(self.actions_[spec.id])
                button = self._tools.widgetForAction(self.actions_[spec.id])
                if spec.short and isinstance(button, QToolButton):
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                if spec.id in ("export.excel", "edit.redo", "suggest.run", "review.previous", "review.flag"):
                    self._tools.addSeparator()
        self.menuBar().insertMenu(self._menus["edit"].menuAction(), self._menus["file"])
        view = self._menus["view"]
        view.addSeparator()
        self._theme_menu = view.addMenu("")
        group = QActionGroup(self)
        for mode in Mode:
            action = QAction(self)
            action.setCheckable(True)
            action.setChecked(mode is self.preferences.theme)
            action.triggered.connect(lambda _checked=False, mode=mode: self.theme_chosen.emit(mode))
            group.addAction(action)
            self._theme_menu.addAction(action)
            self._themes[mode] = action
        self._language_menu = view.addMenu("")
        tongues = QActionGroup(self)
        for code, name in LANGUAGE_NAMES.items():
            action = QAction(name, self)
            action.setCheckable(True)
            action.setChecked(code == self.workbench.language)
            action.triggered.connect(lambda _checked=False, code=code: self.language_chosen.emit(code))
            tongues.addAction(action)
            self._language_menu.addAction(action)

    def _build_status_bar(self) -> None:
        self.counts = QLabel(self)
        self.saved = QLabel(self)
        self._saved_at = datetime.now()
        self.progress = QProgressBar(self)
        self.progress.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.progress.setTextVisible(False)
        self.stop = QToolButton(self)
        self.stop.setAutoRaise(True)
        self.stop.setDefaultAction(self.actions_["suggest.cancel"])
        for widget in (self.progress, self.stop):
            self.statusBar().addPermanentWidget(widget)
            widget.hide()
        self.statusBar().addPermanentWidget(self.counts)
        self.statusBar().addPermanentWidget(self.saved)

    def _bind(self) -> None:
        act, do = self.actions_, self.commands
        act.bind("edit.undo", do.wide.undo)
        act.bind("edit.redo", do.wide.redo)
        act.bind("edit.copy", self.article.copy)
        act.bind("edit.delete", do.delete)
        act.bind("review.next", do.next)
        act.bind("review.previous", do.previous)
        act.bind("review.accept", do.accept)
        act.bind("review.reject", do.reject)
        act.bind("review.flag", do.flag)
        act.bind("review.note_article", self.review.write_note)
        act.bind("review.accept_all", do.accept_all)
        act.bind("review.accept_to_here", do.accept_to_here)
        act.bind("review.accept_like", do.accept_like)
        act.bind("review.order", do.choose_order)
        act.bind("review.next_event", lambda: do.go_event(1))
        act.bind("review.previous_event", lambda: do.go_event(-1))
        act.bind("review.here", self.article.pick_next_here)
        act.bind("mark.label", do.choose_label)
        act.bind("mark.everywhere", self._label_everywhere)
        act.bind("edit.find", self._start_find)
        act.bind("edit.find_next", lambda: self._walk_hits(1))
        act.bind("edit.find_previous", lambda: self._walk_hits(-1))
        act.bind("view.palette", self.show_palette)
        self.findbar.opening.connect(self._make_room)
        self.findbar.left.connect(self.metadata.show)
        self.findbar.label_wanted.connect(self._label_hits)
        act.bind("mark.event", do.mark_event)
        act.bind("mark.role", do.roles.role)
        act.bind("mark.modality", do.roles.modality)
        act.bind("mark.mode", do.roles.mode)
        act.bind("mark.value", do.value)
        act.bind("mark.quote", do.quote)
        for edge in ("start", "end"):
            for side, forward in (("right", True), ("left", False)):
                act.bind(f"mark.{edge}_{side}", partial(do.move, edge, forward))
                act.bind(f"mark.{edge}_{side}_char", partial(do.move, edge, forward, letters=True))
        act.bind("view.articles", lambda: self._come_to("articles"))
        act.bind("view.text", lambda: self.article.setFocus(Qt.FocusReason.ShortcutFocusReason))
        act.bind("view.review", lambda: self._come_to("review"))
        wide = self.screen().availableSize().width() >= self.fontMetrics().height() * 50
        for panel, default in (("articles", wide), ("review", True)):
            act[f"view.show_{panel}"].setChecked(self.preferences.shows(panel, default))
            act[f"view.show_{panel}"].toggled.connect(lambda shown, panel=panel: self._show_panel(panel, shown))
        self.library.setVisible(act["view.show_articles"].isChecked())
        act.bind("view.next_part", lambda: go_round(self._parts(), 1))
        act.bind("view.previous_part", lambda: go_round(self._parts(), -1))
        act.bind("view.zoom_in", lambda: self.zoom(1))
        act.bind("view.zoom_out", lambda: self.zoom(-1))
        act.bind("view.wider", lambda: self.widen(1))
        act.bind("view.narrower", lambda: self.widen(-1))
        act.bind("view.zoom_reset", lambda: self.zoom(0))
        act.bind("view.typeface", self.choose_typeface)
        act["view.tags"].setChecked(self.preferences.show_tags)
        act["view.tags"].toggled.connect(self._show_tags)
        self.review.guide.show_strip(self.preferences.show_guide)
        act["view.guide"].setChecked(self.preferences.show_guide)
        act["view.guide"].toggled.connect(self._show_guide)
        self.review.guide.folded.connect(lambda folded: act["view.guide"].setChecked(not folded))
        act.bind("help.keys", self.show_keys)
        act.bind("help.rebind", self.change_keys)
        act.bind("app.quit", self.close)
        self.article.zoomed.connect(self.zoom)
        self.article.menu_wanted.connect(self._context_menu)
        self.library.menu_wanted.connect(self._article_menu)
        act.refused.connect(self._say_why_not)
        do.hint.connect(self.hint)
        do.roles.hint.connect(self.hint)
        self.metadata.hint.connect(self.hint)
        self.metadata.left.connect(self.article.setFocus)
        self.review.left.connect(self.article.setFocus)
        bench = self.workbench
        bench.opened.connect(self.show_article)
        bench.changed.connect(lambda _changes: self.refresh_actions())
        bench.article_changed.connect(self.refresh_actions)
        bench.selected.connect(lambda _id: self.refresh_actions())
        bench.range_selected.connect(lambda _span: self.refresh_actions())
        bench.event_chosen.connect(lambda _id: self.refresh_actions())
        bench.ledger_changed.connect(self.refresh_actions)
        bench.saved.connect(self._mark_saved)
        bench.codebook_changed.connect(self._label_shortcuts)
        bench.keymap.changed.connect(self.refresh_actions)
        bench.set_order(self.preferences.order)
        bench.order_changed.connect(self._remember_order)
        self.article.set_measure(self.preferences.measure)
        self.article.set_show_tags(self.preferences.show_tags)
        self._set_text_font(0)

    def _show_panel(self, panel: str, shown: bool) -> None:
        self.preferences.remember_shown(panel, shown)
        widget = self.library if panel == "articles" else self.review
        had_keyboard = widget.isAncestorOf(self.focusWidget() or widget)
        widget.setVisible(shown and (widget is self.library or self.workbench.session is not None))
        if had_keyboard and not shown:
            (self.article if self.workbench.session is not None else self.start).setFocus()

    def _come_to(self, panel: str) -> None:
        """Puts the keyboard on a panel, which is shown where it was hidden."""
        self.actions_[f"view.show_{panel}"].setChecked(True)
        if panel == "articles":
            self.library.focus()
        else:
            self.review.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _parts(self) -> list[Part]:
        """The parts of the window, from left to right, for the key that goes round."""
        return [
            Part(lambda: self.library, self.library.entry),
            Part(lambda: self.banner, lambda: None),
            Part(lambda: self.start, self.start.focusProxy),
            Part(lambda: self.metadata, lambda: None),
            Part(lambda: self.findbar, lambda: None),
            Part(lambda: self.article, lambda: self.article),
            Part(lambda: self.review, self.review.focusProxy),
            Part(lambda: self.findChild(Tour), lambda: None),
            Part(lambda: self._tools, lambda: None),
        ]

    def _label_shortcuts(self) -> None:
        """The digits of the codebook label what is selected."""
        for shortcut in self._label_keys:
            shortcut.setEnabled(False)  # until it is gone it would make its key ambiguous
            shortcut.deleteLater()
        self._label_keys.clear()
        for term in self.workbench.codebook.labels:
            if term.key:
                shortcut = QShortcut(sequence(term.key), self)
                shortcut.activated.connect(lambda id=term.id: self.commands.label(id))
                self._label_keys.append(shortcut)

    # -- showing -----------------------------------------------------------------------------------------------

    def _count_articles(self) -> None:
        model = self.library.model
        self.start.show_empty(not model.total() and not model.loading)

    def name_project(self, name: str) -> None:
        """What the open project is called; "" where none is open."""
        self._project = name
        self._name_window()

    def _name_window(self) -> None:
        session = self.workbench.session
        title = session.article.metadata.title if session else ""
        self.setWindowTitle(" — ".join(part for part in (title, self._project, "Dateline") if part))

    def show_article(self) -> None:
        """Another article is open, or none."""
        self.statusBar().clearMessage()  # which was about the one before
        session = self.workbench.session
        self.centre.setCurrentIndex(1 if session else 0)
        self._show_review(not self.search.isHidden())
        self._name_window()
        self.refresh_actions()
        focus = self.focusWidget()
        if focus is None or not self.search.isAncestorOf(focus):  # whoever walks through hits stays in their list
            (self.article if session is not None else self.start).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh_actions(self) -> None:
        """What can be done now can be chosen; undo and redo name their step."""
        session, own = self.workbench.session, self.workbench.ledger
        act = self.actions_
        writable = session is not None and not session.project.read_only
        changeable = own is not None and not own.project.read_only
        for id, undo, words_ in (
            ("edit.undo", True, self.tr("Undo: {step}")),
            ("edit.redo", False, self.tr("Redo: {step}")),
        ):
            last = ledger.last(session, own, undo=undo)
            plain = self.tr("Undo") if undo else self.tr("Redo")
            act[id].setEnabled(last is not None and (writable or changeable))
            act[id].setText(words_.format(step=words.step(last.decision)) if last is not None else plain)
            act[id].setIconText(plain)
        act["review.flag_article"].setChecked(session is not None and session.flagged)
        met = needs.met(self.workbench)
        if met != self._met:
            self._met = met
            lacking = needs.lacking(met)
            for id in needs.NEEDS:
                act[id].setEnabled(id not in lacking)
        if session is None:
            self.saved.setText("")
            self.counts.setText("")
            return
        counts = session.agenda.counts
        accepted, waiting = counts[Status.ACCEPTED], counts[Status.SUGGESTED]
        self.counts.setText(self.tr("{accepted} accepted · {open} to decide").format(accepted=accepted, open=waiting))

    def _say_why_not(self, id: str) -> None:
        """The key of an action was pressed that can do nothing now."""
        need = needs.lacking(needs.met(self.workbench)).get(id)
        if need is not None:
            self.hint(needs.sentence(need, self.workbench))
        elif id in ("edit.undo", "edit.redo"):
            self.hint(
                self.tr("There is nothing to undo.") if id == "edit.undo" else self.tr("There is nothing to redo.")
            )

    def _make_room(self) -> None:
        """In a low window the find bar takes the place of the metadata, or it would push the text off the screen."""
        self.metadata.setVisible(not is_low(self))

    def _show_review(self, searching: bool) -> None:
        """The review panel is there where it is wanted; in a low window it makes room for the search of the project."""
        wanted = self.workbench.session is not None and self.actions_["view.show_review"].isChecked()
        crowded = searching and is_low(self)
        self.review.setVisible(wanted and not crowded)
        if not self.findbar.isVisible():
            self.metadata.setVisible(not crowded)

    def _start_find(self) -> None:
        chosen = self.workbench.range
        self.findbar.start(chosen.of(self.workbench.text) if chosen is not None else "")

    def _label_everywhere(self) -> None:
        if not self.label_ticked():
            self.commands.label_everywhere()

    def _walk_hits(self, step: int) -> None:
        """Through the hits of the find bar, or of the project where only they are shown or have the keyboard."""
        focus = self.focusWidget()
        inside = focus is not None and self.search.isAncestorOf(focus)
        if self.search.isVisible() and (inside or self.findbar.isHidden()):
            self.search.walk(step)
        else:
            self.findbar.go(step)

    def _label_hits(self, hits: list[Span]) -> None:
        """Offers the hits that are whole tokens; half a word is nothing to label."""
        whole = [hit for hit in hits if self.article.tokens.snap(hit.start, hit.end) == hit]
        if whole:
            self.commands.offer_everywhere(whole[0].of(self.workbench.text), places=whole)
        else:
            self.hint(self.tr("No hit is a whole word."))

    def show_palette(self) -> None:
        """Everything that can be done now, by a few letters."""
        Palette(self._palette_commands(), self._used, self).open_over(self)

    def _palette_commands(self) -> list[Command]:
        lacking = needs.lacking(needs.met(self.workbench))
        commands = [
            Command(
                spec.id,
                action_words(spec.text).replace("&", "").rstrip("…"),
                " · ".join(self.workbench.keymap.written(spec.id)[:1]),
                "",
                partial(self._run_from_palette, spec.id),
                needs.sentence(lacking[spec.id], self.workbench) if spec.id in lacking else "",
            )
            for spec in ACTIONS
            if spec.id and spec.id != "view.palette" and (self.actions_[spec.id].isEnabled() or spec.id in lacking)
        ]
        language = self.workbench.language
        if self.workbench.session is not None:
            kind = self.tr("Label")
            for term in self.workbench.codebook.labels:
                name = f"{kind}: {term.name(language)}"
                commands.append(Command(term.id, name, term.key, kind, partial(self.commands.label, term.id)))
        kind = self.tr("List of articles")
        for only, name in self.library.kinds():
            commands.append(Command(f"only.{only.name}", name, "", kind, partial(self.library.show_only, only)))
        kind = self.tr("Article")
        for article in self.library.model.shown[:2000]:
            commands.append(Command(article.id, article.title, "", kind, partial(self.library.chosen.emit, article.id)))
        return commands

    def _run_from_palette(self, id: str) -> None:
        if not self.actions_[id].isEnabled():
            self._say_why_not(id)
            return
        self._used = [id, *(used for used in self._used if used != id)][:12]
        self.actions_[id].trigger()

    def show_keys(self) -> None:
        """The cheat sheet."""
        dialog = KeysDialog(self.workbench, self.change_keys, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def change_keys(self) -> RebindDialog:
        """Asks for other keys. Returns the dialog, which is open then."""
        dialog = RebindDialog(self.workbench, self)
        dialog.accepted.connect(lambda: self._take_keys(dialog.chosen()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _take_keys(self, chosen: dict[str, tuple[str, ...]]) -> None:
        self.preferences.keys = chosen
        self.workbench.keymap.choose(chosen)

    def _list_recent(self) -> None:
        """The projects opened lately; those whose file is gone cannot be chosen."""
        self._recent_menu.clear()
        for path in self.preferences.recent:
            action = self._recent_menu.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(words.tip(str(path)))
            action.setStatusTip(str(path))
            action.setEnabled(path.exists())
            action.triggered.connect(lambda _checked=False, path=path: self.project_chosen.emit(path))
        if self._recent_menu.isEmpty():
            self._recent_menu.addAction(self.tr("None yet")).setEnabled(False)

    def hint(self, sentence: str, lasting: bool = False) -> None:
        """Something small to know, in the status bar for a while; `lasting`: until the work it names has ended."""
        self.statusBar().showMessage(sentence, 0 if lasting else 6000)
        announce(self.statusBar(), sentence)

    def show_progress(self, busy: bool) -> None:
        """Long work began or ended."""
        self.progress.setRange(0, 0)
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self.actions_["suggest.cancel"].setEnabled(busy)
        if not busy:
            self.statusBar().clearMessage()

    def tell_fault(self, what: str, where: Path) -> None:
        """We made a mistake: say so, say that nothing is lost and where the details are."""
        self.banner.tell(
            self.tr("Something went wrong in Dateline: {what}. Your decisions are saved. Details: {path}").format(
                what=what, path=where
            ),
            warning=True,
        )

    def zoom(self, step: int) -> None:
        """Larger (+1), smaller (-1) or normal (0) text."""
        self.preferences.zoom = self.preferences.zoom + step if step else 0
        self._set_text_font(self.article.first_visible())

    def widen(self, step: int) -> None:
        """Longer (+1) or shorter (-1) lines."""
        self.preferences.measure = self.preferences.measure + step * 6
        place = self.article.first_visible()
        self.article.set_measure(self.preferences.measure)
        self.article.scroll_to(place)

    def choose_typeface(self) -> TypefaceDialog:
        """Asks for a typeface and a line spacing. Returns the dialog, which is open then."""
        dialog = TypefaceDialog(self.preferences.typeface, self.preferences.spacing, self)
        dialog.chosen.connect(self._take_typeface)
        dialog.show()
        return dialog

    def _take_typeface(self, choice: str, spacing: int) -> None:
        self.preferences.typeface, self.preferences.spacing = choice, spacing
        self._set_text_font(self.article.first_visible())

    def _set_text_font(self, place: int) -> None:
        font = QFont(self.font())
        font.setPointSizeF(max(self.font().pointSizeF() * 1.32 + self.preferences.zoom, 7))
        font.setFamilies(typeface.families(self.preferences.typeface))
        self.article.set_text_font(font, self.preferences.spacing)
        self.metadata.set_families(font.families())
        self.article.scroll_to(place)

    def _remember_order(self, order: str) -> None:
        self.preferences.order = order
        self.hint(self.tr("Order of the suggestions: {order}").format(order=words.order(order)))

    def _show_guide(self, shown: bool) -> None:
        self.preferences.show_guide = shown
        self.review.guide.show_strip(shown)

    def _show_tags(self, shown: bool) -> None:
        self.preferences.show_tags = shown
        self.article.set_show_tags(shown)

    def _mark_saved(self) -> None:
        self._saved_at = datetime.now()
        self._say_saved()

    def _say_saved(self) -> None:
        self.saved.setText(self.tr("Saved {time}").format(time=self._saved_at.strftime("%H:%M")))

    def _context_menu(self, place: QPoint) -> None:
        record = self.workbench.selected_record()
        if record is not None:
            ids = [
                "review.accept",
                "review.reject",
                "review.flag",
                "review.accept_like",
                "",
                *MENU_OF_MARK[type(record)],
            ]
            ids += ["", "edit.copy_rows", "edit.delete"]
        else:
            ids = ["mark.label", "mark.everywhere", "mark.event", "mark.quote", "", "edit.copy", "edit.search"]
        menu = self._menu_of(ids)
        if self.workbench.range is not None:
            menu.addSeparator()
            for term in self.workbench.codebook.labels:
                action = menu.addAction(term.name(self.workbench.language))
                action.triggered.connect(lambda _checked=False, id=term.id: self.commands.label(id))
                if term.key:
                    action.setShortcut(sequence(term.key))
                    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown only: the window has the key
        menu.popup(place)

    def _article_menu(self, place: QPoint) -> None:
        ids = ["review.done", "review.flag_article", "review.note_article", "suggest.run", "", "article.remove"]
        self._menu_of(ids).popup(place)

    def _menu_of(self, ids: Sequence[str]) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id in ids:
            if id:
                menu.addAction(self.actions_[id])
            else:
                menu.addSeparator()
        return menu

    def refresh_theme(self, place: int = 0) -> None:
        """Icons and marks in the colours of the theme; `place` (a code point) stays at the top of the text."""
        # A new style sheet takes back every font that was set on a widget it dresses.
        self._set_text_font(place)
        self.actions_.refresh_icons()
        self.start.refresh()
        self.article.viewport().update()
        self._themes[self.preferences.theme].setChecked(True)

    def retranslate(self) -> None:
        """Everything in the language that is installed now."""
        self.actions_.retranslate()
        for name, menu in self._menus.items():
            menu.setTitle(action_words(MENUS[name]))
        self._theme_menu.setTitle(self.tr("Theme"))
        self._recent_menu.setTitle(self.tr("Recent projects"))
        for mode, name in (
            (Mode.SYSTEM, self.tr("As the system")),
            (Mode.LIGHT, self.tr("Light")),
            (Mode.DARK, self.tr("Dark")),
            (Mode.CONTRAST, self.tr("High contrast")),
        ):
            self._themes[mode].setText(name)
        self._language_menu.setTitle("Dil · Language")
        self._tools.setWindowTitle(self.tr("Tool bar"))
        self.progress.setAccessibleName(self.tr("Progress"))
        if self.saved.text():
            self._say_saved()
        self.refresh_actions()

    # -- events ------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            # After the drop has ended: what follows may open dialogs, and the file manager waits for us.
            QTimer.singleShot(0, self, lambda: self.files_dropped.emit(files))
        elif data.hasText() and data.text().strip():
            text = data.text()
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.text_dropped.emit(text))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit(event)
        if event.isAccepted():
            self.preferences.remember_bytes("geometry", self.saveGeometry())
            self.preferences.remember_bytes("splitter", self.splitter.saveState())
            self.preferences.remember_bytes("halves", self.halves.saveState())
            self.preferences.sync()
