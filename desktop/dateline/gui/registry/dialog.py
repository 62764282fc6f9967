"""The registry of the project's entities: find one, say what is known of it, see where it is, make two one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dateline.core.errors import DatelineError
from dateline.core.ports import Project
from dateline.core.registry import Appearance, Entity, Known
from dateline.gui.commands.wide import ProjectWide
from dateline.gui.dates import short_day
from dateline.gui.dialogs.notify import ask
from dateline.gui.dialogs.palette import Command, Palette
from dateline.gui.fit import fit
from dateline.gui.registry.form import EntityForm
from dateline.gui.registry.model import NAME, RegistryModel
from dateline.gui.workbench import Workbench
from dateline.services import registry

_PLACE = Qt.ItemDataRole.UserRole
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RegistryDialog(QDialog):
    """Stays open beside the article; all that is edited is saved when its field is left."""

    place_wanted = Signal(str, str)
    """Show a mention: the id of its article, and its own."""

    def __init__(self, project: Project, by: str, bench: Workbench, wide: ProjectWide, parent: QWidget) -> None:
        super().__init__(parent)
        self._project = project
        self._by = by
        self._bench = bench
        self._wide = wide
        self.setWindowTitle(self.tr("Entity registry"))
        self.model = RegistryModel(project.codebook, bench.language, self)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Find an entity"))
        self.search.setAccessibleName(self.tr("Find an entity"))
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Entities"))
        self.count = QLabel(self)
        self.form = EntityForm(self)
        self.says = QLabel(self)
        self.says.setWordWrap(True)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.hide()
        self.places = QTreeWidget(self)
        self.places.setHeaderHidden(True)
        self.places.setUniformRowHeights(True)
        self.places.setAccessibleName(self.tr("Where it is mentioned"))
        self.merge = QPushButton(self.tr("Merge into another…"), self)
        self.merge.setToolTip(self.tr("The other entity gets this one’s names and mentions"))
        close = QPushButton(self.tr("Close"), self)
        for button in (self.merge, close):
            button.setAutoDefault(False)  # Enter in a field ends the field
        self._lay_out(close)
        self.search.textChanged.connect(self._narrow)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show())
        self.model.modelReset.connect(self._tell_count)
        self.form.edited.connect(self._edited)
        self.places.itemClicked.connect(lambda item, _column: self._go(item))
        self.places.itemActivated.connect(lambda item, _column: self._go(item))
        self.merge.clicked.connect(self.choose_merge)
        close.clicked.connect(self.close)
        self._shown: str | None = None
        self.refresh()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, close: QWidget) -> None:
        em = self.fontMetrics().height()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(round(em * 1.7))
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        heading = QLabel(self.tr("Where it is mentioned"), right)
        buttons = QHBoxLayout()
        buttons.addWidget(self.merge)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(right)
        column.addWidget(self.form)
        column.addWidget(self.says)
        column.addWidget(heading)
        column.addWidget(self.places, 1)
        column.addLayout(buttons)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        area = QScrollArea(splitter)  # on a small screen the form is higher than the window may be
        area.setWidget(right)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        splitter.setSizes([em * 30, em * 28])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        fit(self, 60, 42)

    def refresh(self) -> None:
        """Reads the entities anew; the chosen one stays chosen."""
        try:
            self.model.fill(registry.listed(self._project))
        except DatelineError as error:
            self._tell(error)
            return
        self._choose(self._shown)

    def current(self) -> Known | None:
        """The chosen entity."""
        return self.model.known(self.table.currentIndex().row())

    def _narrow(self, wanted: str) -> None:
        self.form.write_down()
        self.model.narrow(wanted)
        self._choose(self._shown)

    def _choose(self, id: str | None) -> None:
        row = self.model.row_of(id) if id is not None else -1
        index = self.model.index(max(row, 0), NAME)
        if index.isValid():
            self.table.selectionModel().setCurrentIndex(index, _SELECT)
            self.table.scrollTo(index)
        self._show()

    def _show(self) -> None:
        """Shows the chosen entity; what is still being typed about the one before is saved first."""
        known = self.current()
        id = known.entity.id if known is not None else None
        if id != self._shown:
            self._shown = id
            self.say("")
            self.form.write_down()
        self.form.show_entity(known.entity if known else None, self.model.label(known) if known else "")
        self.form.setEnabled(known is not None and not self._project.read_only)
        self.merge.setEnabled(known is not None and not self._project.read_only)
        self.places.clear()
        if known is None:
            return
        try:
            self._list_places(registry.places(self._project, known.entity))
        except DatelineError as error:
            self._tell(error)

    def _list_places(self, places: Sequence[Appearance]) -> None:
        """Articles, and below each the words around its mentions."""
        groups: dict[str, QTreeWidgetItem] = {}
        for place in places:
            day = short_day(place.published, self._bench.language) if place.published else ""
            title = " · ".join(part for part in (place.title, day) if part)
            group = groups.setdefault(place.article_id, QTreeWidgetItem([title]))
            words = " ".join(f"{place.before}[{place.words}]{place.after}".split())
            item = QTreeWidgetItem(group, [words])
            for row in (item, group) if group.childCount() == 1 else (item,):
                row.setData(0, _PLACE, (place.article_id, place.mention_id))
        self.places.addTopLevelItems(list(groups.values()))
        self.places.expandAll()

    def _go(self, item: QTreeWidgetItem) -> None:
        self.place_wanted.emit(*item.data(0, _PLACE))

    def _tell_count(self) -> None:
        total, shown = self.model.total(), self.model.rowCount()
        count = self.tr("Entities: %n", "", total)
        self.count.setText(count if shown == total else self.tr("{shown} of {total}").format(shown=shown, total=total))

    # -- changing ----------------------------------------------------------------------------------------------

    def _edited(self, said: Entity) -> None:
        """Saves what the fields say; another name goes to every mention."""
        before = self.form.entity
        if before is None:
            return
        self.say("")
        try:
            if " ".join(said.name.split()) == before.name:
                registry.describe(self._project, said)
                self.form.entity = None
                self.refresh()
                return
            plan = registry.renaming(self._project, said, said.name)
        except DatelineError as error:
            self._tell(error)
            return
        if self._wide.take(self._project, self._by, plan.steps, plan.entities):
            self.form.entity = said

    def choose_merge(self) -> None:
        """Asks into which entity of the same label the chosen one goes."""
        self.form.write_down()
        known = self.current()
        if known is None:
            return
        gone = known.entity
        others = [k.entity for k in registry.listed(self._project) if k.entity.id != gone.id]
        likely = registry.like(others, gone)
        first = {entity.id for entity in likely}
        same = [*likely, *(e for e in others if e.label == gone.label and e.id not in first)]
        commands = [Command(e.id, e.name, "", e.country, partial(self._merge, e, gone)) for e in same]
        prompt = self.tr("Merge “{name}” into which entity?").format(name=gone.name)
        Palette(commands, [], self, prompt).open_over(self)

    def _merge(self, kept: Entity, gone: Entity) -> None:
        question = self.tr(
            "Every mention of “{gone}” in the project becomes one of “{kept}”, which also gets its other names. "
            "Undo gives the mentions their name back."
        ).format(gone=gone.name, kept=kept.name)
        if not ask(self, question, self.tr("Merge"), self.tr("Cancel")):
            return
        plan = registry.merging(self._project, kept, gone)
        self._shown, self.form.entity = kept.id, None
        self._wide.take(self._project, self._by, plan.steps, plan.entities)

    def _tell(self, error: DatelineError) -> None:
        self.say(error.sentence(self._bench.language))

    def say(self, sentence: str) -> None:
        """Says why something was not done; "" takes it away."""
        self.says.setText(sentence)
        self.says.setVisible(bool(sentence))

    def done(self, result: int) -> None:
        self.form.write_down()
        super().done(result)
