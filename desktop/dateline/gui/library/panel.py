"""The list of articles: status, title, date, source, open suggestions; a quick filter; an order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from dateline.core.article import ArticleSummary
from dateline.gui.library.delegate import ArticleDelegate
from dateline.gui.library.kinds import Only, Order
from dateline.gui.library.loading import ListLoader
from dateline.gui.library.model import SUMMARY, ArticleModel
from dateline.gui.longlist import LongList
from dateline.gui.workbench import Workbench


class LibraryPanel(QWidget):
    """Shows the project's articles; `chosen` names the one the person wants to open."""

    chosen = Signal(str)
    menu_wanted = Signal(QPoint)
    """A context menu for the open article is asked for at a global position."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.model = ArticleModel()
        self.loader = ListLoader(self.model, self)
        self._filter = QLineEdit(self)
        self._filter.setClearButtonEnabled(True)
        self._only = QComboBox(self)
        for only in Only:
            self._only.addItem("", only)
        self._order = QComboBox(self)
        for order in Order:
            self._order.addItem("", order)
        self._list = LongList(self)
        self._list.setModel(self.model)
        self._list.setItemDelegate(ArticleDelegate(workbench, self._list))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setMinimumHeight(self.fontMetrics().height() * 2)  # one row, on a low screen
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(self.fontMetrics().height())
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._count = QLabel(self)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 6)
        top.setSpacing(6)
        top.addWidget(self._filter)
        top.addWidget(self._only)
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(self._order)
        top.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._stack, 1)

        self._filter.textChanged.connect(self.model.narrow)
        self._only.activated.connect(lambda _index: self.model.show_only(Only(self._only.currentData())))
        self._order.activated.connect(lambda _index: self.model.sort_by(Order(self._order.currentData())))
        self._list.clicked.connect(self._open)
        self._list.activated.connect(self._open)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._menu)
        self.model.counted.connect(self._show_count)
        self.loader.ended.connect(self.refresh_open)
        workbench.opened.connect(self._opened)
        workbench.changed.connect(lambda _changes: self.refresh_open())
        workbench.article_changed.connect(self.refresh_open)
        workbench.language_changed.connect(lambda _language: self.retranslate())
        workbench.keymap.changed.connect(self.retranslate)
        self.retranslate()

    def focus(self) -> None:
        """Puts the keyboard here."""
        self.entry().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def entry(self) -> QWidget:
        """What gets the keyboard when one comes to the panel: the list, where there is something in it."""
        return self._list if self._list.isVisible() else self._filter

    def kinds(self) -> list[tuple[Only, str]]:
        """The kinds of articles that can be listed alone, as the box names them."""
        return [(Only(self._only.itemData(row)), self._only.itemText(row)) for row in range(self._only.count())]

    def show_only(self, only: Only) -> None:
        """Lists only articles of a kind, and says so in the box."""
        self._only.setCurrentIndex(self._only.findData(only))
        self.model.show_only(only)

    def put_away(self) -> None:
        """No project is open any more: the list is empty, and which articles it listed is forgotten."""
        self.loader.close()
        self.show_only(Only.ALL)

    def _opened(self) -> None:
        session = self._workbench.session
        self.model.tidy(session.article.id if session else None)
        self.show_current()

    def show_current(self, again: bool = True) -> None:
        """Marks the open article in the list. `again`: and scrolls to it, also where it is marked already."""
        session = self._workbench.session
        row = self.model.row_of(session.article.id) if session else -1
        if row >= 0 and not again and self._list.currentIndex().row() == row:
            return
        if row >= 0:
            index = self.model.index(row)
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
        else:
            self._list.clearSelection()

    def refresh_open(self) -> None:
        """The open article's row says what the session knows."""
        session = self._workbench.session
        if session is not None:
            data = session.article.metadata
            self.model.renew(
                session.article.id,
                open=session.open_suggestions(),
                status=session.status,
                noted=bool(session.note),
                title=data.title,
                source=data.source,
                published=data.published,
                language=data.language,
            )

    def _open(self, index: QModelIndex) -> None:
        article = index.data(SUMMARY)
        if isinstance(article, ArticleSummary):
            self.chosen.emit(article.id)

    def _menu(self, point: QPoint) -> None:
        """What a menu is about is open: the article under the mouse, or by key the current one."""
        index = self._list.indexAt(point)
        self._open(index)
        session = self._workbench.session
        article = index.data(SUMMARY)
        if session is not None and isinstance(article, ArticleSummary) and session.article.id == article.id:
            self.menu_wanted.emit(self._list.viewport().mapToGlobal(point))

    def _show_count(self) -> None:
        total, shown = self.model.total(), self.model.rowCount()
        count = self.tr("%n article(s)", "", total)
        self._count.setText(count if shown == total else self.tr("{shown} of {total}").format(shown=shown, total=total))
        self._empty.setText(
            self.tr("The list is being read.")
            if self.model.loading
            else self.tr("No article matches.")
            if total
            else self.tr(
                "No articles yet.\n\nDrop text files here, press {open} to choose them, or {paste} to paste one."
            ).format(
                open=self._workbench.keymap.name("article.open"), paste=self._workbench.keymap.name("article.paste")
            )
        )
        self._stack.setCurrentWidget(self._list if shown else self._empty)
        self.show_current(again=False)

    def retranslate(self) -> None:
        self._filter.setPlaceholderText(self.tr("Filter articles"))
        self._filter.setAccessibleName(self.tr("Filter articles"))
        self._list.setAccessibleName(self.tr("Articles"))
        only = (
            self.tr("All articles"),
            self.tr("Not done"),
            self.tr("Flagged"),
            self.tr("With a note"),
            self.tr("New"),
            self.tr("Suggestions waiting"),
            self.tr("In review"),
            self.tr("Done"),
        )
        for row, name in enumerate(only):
            self._only.setItemText(row, name)
        self._only.setAccessibleName(self.tr("Which articles"))
        names = (self.tr("In order of import"), self.tr("Newest first"), self.tr("Title"), self.tr("Most open first"))
        for row, name in enumerate(names):
            self._order.setItemText(row, name)
        self._order.setAccessibleName(self.tr("Order"))
        self._show_count()
        self._list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
