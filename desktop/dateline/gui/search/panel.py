"""The search of the whole project, below the text: one line of words, how and where, and the hits in their context.

It lies below the text and over the whole width, as a concordance does: a hit needs a long line to be read in its
context, the text keeps the width of its lines, and nothing covers what is being walked through.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.core.article import ArticleStatus
from dateline.gui import theme, words
from dateline.gui.longlist import LongList
from dateline.gui.queryoptions import QueryOptions
from dateline.gui.search.delegate import HitDelegate
from dateline.gui.search.model import HitModel
from dateline.gui.workbench import Workbench
from dateline.services.searching import Part, Wanted

PAUSE_MS = 200
"""How long typing must rest before the project is searched."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchPanel(QFrame):
    """Says what is looked for and shows what is found; whoever owns it searches."""

    asked = Signal()
    """Something else is looked for: `wanted()`."""
    place_wanted = Signal(object)
    """Show a row in the text: a `Row`."""
    left = Signal()
    """The text wants the keyboard."""
    opening = Signal()
    """The panel is about to be there."""
    closed = Signal()
    label_wanted = Signal()
    save_wanted = Signal()
    copy_wanted = Signal(list)
    """Put some rows on the clipboard."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = workbench
        self.model = HitModel(workbench.language, self)
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(self.fontMetrics().height() * 10)
        self.options = QueryOptions(self)
        self.status = QComboBox(self)
        self.status.addItem("", None)
        for status in ArticleStatus:
            self.status.addItem("", status)
        self.close_button = QToolButton(self)
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.list = HitList(self.model, self)
        self.list.setMinimumHeight(self.fontMetrics().height() * 2)  # on a low screen
        self.all = QCheckBox(self)
        self.all.setTristate(False)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(self.fontMetrics().height() * 8)
        self.label = QPushButton(self)
        self.copy = QPushButton(self)
        self.save = QPushButton(self)
        self.anew = QPushButton(self)
        """Searches once more; there where the project has changed since."""
        self.says = QLabel(self)
        self.says.setWordWrap(True)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self._hits = self._articles = self._searched = 0
        self._whole = self._broken = self._outdated = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._lay_out()
        self._rest.timeout.connect(self.ask)
        self.line.textChanged.connect(lambda _text: self._rest.start())
        self.options.changed.connect(self.ask)
        self.status.activated.connect(lambda _index: self.ask())
        self.close_button.clicked.connect(self.leave)
        self.list.moved.connect(self.place_wanted)
        self.list.entered_text.connect(self.left)
        self.list.copied.connect(self.copy_wanted)
        self.all.clicked.connect(self.model.tick_all)
        self.label.clicked.connect(self.label_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.anew.clicked.connect(self.ask)
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(self._for_clipboard()))
        self.model.dataChanged.connect(lambda *_: self._tell_ticked())
        self.clear()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.line, 1)
        top.addWidget(self.options)
        top.addWidget(self.status)
        top.addWidget(self.close_button)
        for widget in (self.all, self.count, self.bar, self.anew, self.label, self.copy, self.save):
            below.addWidget(widget, int(widget is self.count))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.addLayout(top)
        layout.addWidget(self.says)
        layout.addWidget(self.list, 1)
        layout.addLayout(below)

    def minimumSizeHint(self) -> QSize:
        """Room for the boxes on as many lines as they need; a splitter asks for no height by width."""
        hint, layout = super().minimumSizeHint(), self.layout()
        return QSize(hint.width(), max(hint.height(), layout.minimumHeightForWidth(self.width()) if layout else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    # -- what is looked for ------------------------------------------------------------------------------------

    def open(self, typed: str = "", options: QueryOptions | None = None) -> None:
        """Shows the panel with the keyboard in its line. `typed`: words to look for; `options`: as these are set."""
        self.setStyleSheet(f"SearchPanel {{ border-top: 1px solid {theme.current().line}; }}")
        shown = self.isHidden()
        before = self.wanted()
        if shown:
            self.opening.emit()
        self.show()
        with QSignalBlocker(self.line):
            if typed:
                self.line.setText(" ".join(typed.split()))
        if options is not None:
            self.options.take(options)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        if shown or self.wanted() != before:
            self.ask()

    def wanted(self) -> Wanted:
        """What is looked for, and where."""
        status = self.status.currentData()  # a plain string, whatever was put in
        return Wanted(
            self.options.query(self.line.text()),
            self.options.unmarked.isChecked(),
            ArticleStatus(status) if status else None,
        )

    def ask(self) -> None:
        """Searches anew, at once."""
        self._rest.stop()
        self.asked.emit()

    def leave(self) -> None:
        """Closes the panel; the text has the keyboard again."""
        if not self.isHidden():
            self._rest.stop()
            self.hide()
            self.closed.emit()
            self.left.emit()

    # -- what is found -----------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Nothing is found yet, and nothing searched."""
        self.model.clear()
        self._hits = self._articles = self._searched = 0
        self._whole = self._broken = self._outdated = False
        self.anew.hide()
        self.say("")
        self.bar.hide()
        self._tell_count()
        self._tell_ticked()

    def begin(self, total: int) -> None:
        """A search begins. `total`: how many articles it goes through, 0 where that is not known."""
        self.clear()
        self.bar.setRange(0, total)
        self.bar.setValue(0)
        self.bar.show()

    def add(self, part: Part) -> None:
        """Some articles were searched."""
        self._hits += part.hits
        self._articles += part.articles
        self._searched += part.searched
        self.model.add(part.found)
        if self.bar.maximum():
            self.bar.setValue(min(self._searched, self.bar.maximum()))
        self._tell_count()
        if part.found:
            self._tell_ticked()

    def end(self, broken: bool = False) -> None:
        """The search is over; `broken`: before it had gone through all articles."""
        self._whole, self._broken = True, broken
        self.bar.hide()
        self._tell_count()

    def outdate(self) -> None:
        """The project has changed since it was searched: what is listed is of before."""
        if self._searched and self.isVisible():
            self._outdated = True
            self.anew.show()
            self._tell_count()

    def say(self, sentence: str) -> None:
        """Says why there is nothing, or not all; "" takes it away."""
        self.says.setStyleSheet(f"color: {theme.warning()};")
        self.says.setText(sentence)
        self.says.setVisible(bool(sentence))

    def _tell_count(self) -> None:
        if not self.line.text().strip():
            self.count.setText("")
            return
        numbers = [self.tr("%Ln hit(s)", "", self._hits), self.tr("in %Ln article(s)", "", self._articles)]
        sentences = [self.tr("{hits} {articles}").format(hits=numbers[0], articles=numbers[1])]
        if self._broken:
            sentences.append(self.tr("stopped early"))
        elif not self._whole:
            sentences.append(self.tr("%Ln article(s) searched…", "", self._searched))
        shown = self.model.count_hits()
        if shown < self._hits:
            sentences.append(self.tr("the first %Ln are shown", "", shown))
        if self._outdated:
            sentences.insert(1, self.tr("the project has changed since"))
        self.count.setText(" · ".join(sentences))
        self.count.setToolTip(self.count.text())

    def _tell_ticked(self) -> None:
        ticked = self.model.count_ticked()
        self.label.setText(self.tr("Label %n ticked…", "", ticked) if ticked else self.tr("Label the ticked…"))
        project = self._bench.session.project if self._bench.session is not None else None
        self.label.setEnabled(ticked > 0 and (project is None or not project.read_only))
        self.all.setEnabled(self.model.rowCount() > 0)
        self.all.setChecked(ticked > 0 and ticked == self.model.count_tickable())
        for button in (self.copy, self.save):
            button.setEnabled(self.model.rowCount() > 0)

    def _for_clipboard(self) -> list[int]:
        return self.model.ticked_rows() or list(range(self.model.rowCount()))

    # -- walking -----------------------------------------------------------------------------------------------

    def walk(self, step: int) -> None:
        """To the next hit (1) or the one before (-1), around at the ends; the keyboard stays where it is."""
        if self._rest.isActive():
            self.ask()
        here, total = self.list.currentIndex().row(), self.model.rowCount()
        row = here if here >= 0 or step > 0 else 0
        for _ in range(total):
            row = (row + step) % total
            if self.model.is_hit(row):
                self.list.selectRow(row)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave() if shift else self.left.emit()
        elif event.key() in (*_ENTER, Qt.Key.Key_Down) and self.line.hasFocus():
            if self._rest.isActive():
                self.ask()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # -- words -------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.model.language = self._bench.language
        self.line.setPlaceholderText(self.tr("Search the project"))
        self.line.setAccessibleName(self.tr("Search the project"))
        self.status.setItemText(0, self.tr("All articles"))
        for row, status in enumerate(ArticleStatus, 1):
            self.status.setItemText(row, words.article_status(status))
        self.status.setAccessibleName(self.tr("In which articles"))
        self.close_button.setToolTip(self.tr("Close ({key})").format(key="Shift+Esc"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self.list.setAccessibleName(self.tr("Hits"))
        self.all.setText(self.tr("Tick all"))
        self.bar.setAccessibleName(self.tr("Searching the project…"))
        self.copy.setText(self.tr("Copy as table"))
        self.copy.setToolTip(self.tr("The ticked hits, or all that are shown, as rows that Excel takes"))
        self.anew.setText(self.tr("Search again"))
        self.anew.setToolTip(self.tr("The project has changed since these hits were found"))
        self.save.setText(self.tr("Save to Excel…"))
        self.save.setToolTip(self.tr("The ticked hits, or every hit there is, as a workbook"))
        self._tell_count()
        self._tell_ticked()
        self.list.viewport().update()

    def has_keyboard(self) -> bool:
        """Whether the keyboard is somewhere in the panel."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class HitList(LongList):
    """Arrows walk, Space ticks, Enter goes to the text, Ctrl+C copies the chosen rows."""

    moved = Signal(object)
    """Another `Row` is the current one."""
    entered_text = Signal()
    copied = Signal(list)

    def __init__(self, model: HitModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits = model
        self.setModel(model)
        self.setItemDelegate(HitDelegate(model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(self.fontMetrics().height() * 4)
        self.selectionModel().currentRowChanged.connect(self._go)
        self.doubleClicked.connect(lambda _index: self.entered_text.emit())
        model.rowsInserted.connect(lambda *_: self._take_first())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._take_first()  # or Qt would take the first row, which is that of an article
        super().focusInEvent(event)

    def _take_first(self) -> None:
        """Goes to the first hit, where the keyboard waits for it."""
        if self.hasFocus() and not self.currentIndex().isValid():
            row = next((row for row in range(self._hits.rowCount()) if self._hits.is_hit(row)), None)
            if row is not None:
                self.selectRow(row)

    def _go(self, now: QModelIndex) -> None:
        row = self._hits.row(now.row()) if now.isValid() else None
        if row is not None:
            self.moved.emit(row)

    def chosen(self) -> list[int]:
        """The rows that are selected."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(self.chosen())
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._hits.toggle(self.chosen())
        elif event.key() in _ENTER:
            self.entered_text.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the panel's
        else:
            super().keyPressEvent(event)
