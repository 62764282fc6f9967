"""The main window: puts the panels together and says what can be done now. What actions do lives in `commands`."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.core.annotation import Status
from dateline.core.errors import DatelineError
from dateline.gui import needs, words
from dateline.gui.actions import Actions, sequence
from dateline.gui.article.view import ArticleView
from dateline.gui.commands.review import ReviewCommands
from dateline.gui.dialogs.keys import KeysDialog
from dateline.gui.dialogs.notify import Banner
from dateline.gui.dialogs.rebind import RebindDialog
from dateline.gui.findbar import FindBar
from dateline.gui.fit import fit, is_low
from dateline.gui.focus import chain
from dateline.gui.icons import icon
from dateline.gui.library.panel import LibraryPanel
from dateline.gui.menus import Menus
from dateline.gui.metadata import MetadataStrip
from dateline.gui.preferences import Preferences
from dateline.gui.review.panel import ReviewPanel
from dateline.gui.search.panel import SearchPanel
from dateline.gui.speech import announce
from dateline.gui.start import StartPage
from dateline.gui.workbench import Workbench
from dateline.services import ledger


class MainWindow(QMainWindow):
    """Everything the analyst sees. `app.py` connects it to projects, the suggester and exports."""

    files_dropped = Signal(list)
    text_dropped = Signal(str)
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

        self.menus = Menus(self, self.actions_, workbench, preferences)
        self._build_status_bar()
        self._bind()
        self._label_shortcuts()
        self.retranslate()
        self.show_article()
        fit(self, 88, 54)
        self.restoreGeometry(preferences.bytes("geometry"))
        self.splitter.restoreState(preferences.bytes("splitter"))
        self.halves.restoreState(preferences.bytes("halves"))

    # -- building ----------------------------------------------------------------------------------------------

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
        act.bind("help.keys", self.show_keys)
        act.bind("help.rebind", self.change_keys)
        act.bind("app.quit", self.close)
        self.search.opening.connect(lambda: self.show_review(searching=True))
        self.search.closed.connect(lambda: self.show_review(searching=False))
        self.article.menu_wanted.connect(self.menus.over_text)
        self.library.menu_wanted.connect(self.menus.over_article)
        self.menus.label_chosen.connect(do.label)
        act.refused.connect(self.say_why_not)
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
        self.show_review(searching=not self.search.isHidden())
        self._name_window()
        self.refresh_actions()
        focus = self.focusWidget()
        if focus is None or not self.search.isAncestorOf(focus):  # whoever walks through hits stays in their list
            (self.article if session is not None else self.start).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_review(self, searching: bool) -> None:
        """The review panel is there where it is wanted; in a low window it makes room for the search of the project."""
        wanted = self.workbench.session is not None and self.actions_["view.show_review"].isChecked()
        crowded = searching and is_low(self)
        self.review.setVisible(wanted and not crowded)
        if not self.findbar.isVisible():
            self.metadata.setVisible(not crowded)

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

    def say_why_not(self, id: str) -> None:
        """The key of an action was pressed that can do nothing now."""
        need = needs.lacking(needs.met(self.workbench)).get(id)
        if need is not None:
            self.hint(needs.sentence(need, self.workbench))
        elif id in ("edit.undo", "edit.redo"):
            self.hint(
                self.tr("There is nothing to undo.") if id == "edit.undo" else self.tr("There is nothing to redo.")
            )

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

    def tell(self, error: DatelineError) -> None:
        """Says what went wrong, until it is dismissed."""
        self.banner.tell(error.sentence(self.workbench.language), warning=True)

    def tell_fault(self, what: str, where: Path) -> None:
        """We made a mistake: say so, say that nothing is lost and where the details are."""
        self.banner.tell(
            self.tr("Something went wrong in Dateline: {what}. Your decisions are saved. Details: {path}").format(
                what=what, path=where
            ),
            warning=True,
        )

    def _remember_order(self, order: str) -> None:
        self.preferences.order = order
        self.hint(self.tr("Order of the suggestions: {order}").format(order=words.order(order)))

    def _mark_saved(self) -> None:
        self._saved_at = datetime.now()
        self._say_saved()

    def _say_saved(self) -> None:
        self.saved.setText(self.tr("Saved {time}").format(time=self._saved_at.strftime("%H:%M")))

    def retranslate(self) -> None:
        """Everything in the language that is installed now."""
        self.actions_.retranslate()
        self.menus.retranslate()
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
