"""The tab of entities: who and what is mentioned, how often and where, under one name each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from dateline.core import decisions
from dateline.core.annotation import Mention, Status
from dateline.core.review import Change
from dateline.gui.review.entity_delegate import EntityDelegate
from dateline.gui.review.entity_index import EntityKey
from dateline.gui.review.entity_model import ENTITY, MENTION, EntityModel
from dateline.gui.review.labels import MutedLabel
from dateline.gui.review.row_delegate import paint_ground
from dateline.gui.review.tab import Tab
from dateline.gui.workbench import Workbench


class EntityTree(QTreeView):
    """Clicking a mention selects it and shows it in the text; the keys of decisions work on mentions and entities."""

    def __init__(self, bench: Workbench, model: EntityModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        self._entities = model
        self._following = False
        self._open: set[EntityKey] = set()
        self.setModel(model)
        self.setItemDelegate(EntityDelegate(bench, model, self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.SelectedClicked)
        self.setIndentation(self.fontMetrics().height())
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._show_again)
        self.expanded.connect(self._note_open)
        self.collapsed.connect(self._note_closed)

    def read(self) -> None:
        """Reads the open article anew."""
        self._open.clear()
        with self._still():
            self._entities.read()
        self.follow()

    def arrange(self, order: str, wanted: str) -> None:
        """Another order or filter; what was open stays open."""
        with self._still():
            self._entities.arrange(order, wanted)
            self._open_again(self._open)
        self.follow()

    def take(self, changes: Sequence[Change]) -> None:
        """Takes in a step; what was open stays open."""
        with self._still():
            self._open_again(self._open & self._entities.take(changes))
        self.follow()

    def follow(self) -> None:
        """Shows the row of the mention that is selected in the workbench."""
        index = self._entities.index_of(self._bench.selection)
        if not index.isValid() or (index == self.currentIndex() and self.selectionModel().isSelected(index)):
            return
        with self._still():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def decide(self, status: Status) -> None:
        """Decides about the mention or about all mentions of the entity in the current row, as one step."""
        ids = self.chosen()
        if ids:
            self._bench.decide(decisions.set_status(self._bench.state, ids, status, self._bench.text))

    def chosen(self) -> list[str]:
        """The mentions that the current row stands for: one, or all of an entity."""
        return self._entities.mention_ids(self.currentIndex())

    def rename(self) -> None:
        """Opens the field to rename the current entity, or that of the current mention."""
        index = self.currentIndex()
        if index.isValid():
            entity = index.parent() if index.parent().isValid() else index
            self.setCurrentIndex(entity)
            self.edit(entity)

    def _note_open(self, index: QModelIndex) -> None:
        self._open.add(index.data(ENTITY)[0])

    def _note_closed(self, index: QModelIndex) -> None:
        self._open.discard(index.data(ENTITY)[0])

    def _open_again(self, keys: set[EntityKey]) -> None:
        for key in keys:
            index = self._entities.index_of_entity(key)
            if index.isValid():
                self.expand(index)

    @contextmanager
    def _still(self) -> Iterator[None]:
        """While this lasts, a new current row is not the person's choice: the workbench is not told."""
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before

    def _show_again(self, index: QModelIndex) -> None:
        """A click on the mention that is current already shows it in the text once more."""
        mention = index.data(MENTION)
        if isinstance(mention, Mention):
            self._bench.select(mention.id)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        mention = current.data(MENTION) if current.isValid() else None
        if not self._following and isinstance(mention, Mention):
            self._bench.select(mention.id)

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # The style would fill the space left of a selected row with solid colour; `paint_ground` tints it instead.
        option.palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """The space left of a row, on the same ground as the row, with the arrow that opens it."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = rect
        selected = self.selectionModel().isSelected(index)
        option.state = QStyle.StateFlag.State_Selected if selected else QStyle.StateFlag.State_None
        if selected and self.hasFocus() and index == self.currentIndex():
            option.state |= QStyle.StateFlag.State_HasFocus
        paint_ground(painter, option)
        if self._entities.hasChildren(index):
            option.rect = QRect(rect.right() - self.indentation() + 1, rect.top(), self.indentation(), rect.height())
            option.state = QStyle.StateFlag.State_Children | QStyle.StateFlag.State_Enabled
            if self.isExpanded(index):
                option.state |= QStyle.StateFlag.State_Open
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorBranch, option, painter, self)

    def event(self, event: QEvent) -> bool:
        # The window has the same keys for the text and the article list; with the focus here, this row is meant.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        return self._bench.keymap.decision(event) is not None or event.key() == Qt.Key.Key_F2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        status = self._bench.keymap.decision(event)
        if status is not None and self.state() is not QAbstractItemView.State.EditingState:
            self.decide(status)
        elif event.key() == Qt.Key.Key_F2:
            self.rename()
        else:
            super().keyPressEvent(event)


class EntitiesTab(Tab):
    """The tree with a search field, an order, and the answers."""

    link_wanted = Signal(list)
    """Link some mentions, by their ids, to an entity of the project."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.model = EntityModel(bench, self)
        self.search = QLineEdit(self.body)
        self.search.setClearButtonEnabled(True)
        self.order = QComboBox(self.body)
        self.tree = EntityTree(bench, self.model, self.body)
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.total = MutedLabel(self.body)
        self.accept = QPushButton(self.body)
        self.reject = QPushButton(self.body)
        self.rename = QPushButton(self.body)
        self.link = QPushButton(self.body)
        self._lay_out()
        self.search.textChanged.connect(self._arrange)
        self.order.activated.connect(self._arrange)
        self.accept.clicked.connect(lambda: self.tree.decide(Status.ACCEPTED))
        self.reject.clicked.connect(lambda: self.tree.decide(Status.REJECTED))
        self.rename.clicked.connect(self.tree.rename)
        self.link.clicked.connect(lambda: self.link_wanted.emit(self.tree.chosen()))
        self.tree.selectionModel().selectionChanged.connect(self._enable)
        self.retranslate()

    def _lay_out(self) -> None:
        unit = self.fontMetrics().height() // 2
        find = QHBoxLayout()
        find.setSpacing(unit)
        find.addWidget(self.search, 1)
        find.addWidget(self.order)
        head = QVBoxLayout()
        head.setContentsMargins(unit, unit // 2, unit, unit)
        head.setSpacing(unit // 2)
        head.addLayout(find)
        head.addWidget(self.total)
        answers = QGridLayout()
        answers.setContentsMargins(unit, unit, unit, unit)
        answers.setSpacing(unit // 2)
        for place, button in enumerate((self.accept, self.reject, self.rename, self.link)):
            answers.addWidget(button, place // 2, place % 2)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.tree, 1)
        layout.addLayout(answers)

    def read(self) -> None:
        self.tree.read()
        self._say()

    def take(self, changes: Sequence[Change]) -> None:
        self.tree.take(changes)
        self._say()

    def follow(self) -> None:
        self.tree.follow()
        self._enable()

    def retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Entities"))
        self.search.setPlaceholderText(self.tr("Find an entity"))
        self.search.setAccessibleName(self.tr("Find an entity"))
        self.order.setAccessibleName(self.tr("Order"))
        chosen = max(0, self.order.currentIndex())
        self.order.clear()
        self.order.addItem(self.tr("A–Z"), "name")
        self.order.addItem(self.tr("Most mentioned"), "count")
        self.order.setCurrentIndex(chosen)
        self.accept.setText(self.tr("Accept"))
        self.accept.setToolTip(
            self.tr("Accept the mention, or all mentions of the entity ({keys})").format(
                keys=" · ".join(self.bench.keymap.written("review.accept"))
            )
        )
        self.reject.setText(self.tr("Reject"))
        self.reject.setToolTip(
            self.tr("Reject the mention, or all mentions of the entity ({keys})").format(
                keys=" · ".join(self.bench.keymap.written("review.reject"))
            )
        )
        self.rename.setText(self.tr("Rename"))
        self.rename.setToolTip(self.tr("Give all mentions of the entity another name; the name of another merges (F2)"))
        self.link.setText(self.tr("Link to an entity…"))
        self.link.setToolTip(self.tr("Choose which known entity of the project is meant (M)"))
        self._say()

    def _arrange(self) -> None:
        self.tree.arrange(self.order.currentData(), self.search.text())
        self._enable()

    def _say(self) -> None:
        entities = self.model.entities
        self.total.setText(self.tr("Entities: %n", "", len(entities)))
        if self.bench.session is None:
            self.say_empty(self.tr("No article is open. Choose one in the list on the left."))
        elif not entities:
            self.say_empty(
                self.tr(
                    "This article has no entities yet. Press {key} to get suggestions, "
                    "or select words in the text and press the key of a label (1 to 9)."
                ).format(key=self.bench.keymap.name("suggest.run"))
            )
        else:
            self.say_empty("")
        self._enable()

    def _enable(self) -> None:
        some = self.tree.currentIndex().isValid()
        for button in (self.accept, self.reject, self.rename, self.link):
            button.setEnabled(some)
