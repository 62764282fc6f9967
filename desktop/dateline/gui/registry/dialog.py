"""The registry of the project's entities: find one, say what is known of it, see where it is, make two one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
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
    QVBoxLayout,
    QWidget,
)

from dateline.core.errors import DatelineError, RegistryError
from dateline.core.ports import Progress, Project
from dateline.core.registry import VALUES, Entity, Known
from dateline.gui.commands.wide import ProjectWide
from dateline.gui.dialogs.choice import ChoicePopup
from dateline.gui.dialogs.notify import ask, ask_which
from dateline.gui.dialogs.palette import Command, Palette
from dateline.gui.fit import fit
from dateline.gui.registry.form import EntityForm
from dateline.gui.registry.model import ARTICLES, COUNTRY, NAME, RegistryModel
from dateline.gui.registry.places import PlaceList
from dateline.gui.registry.steps import ProjectSteps
from dateline.gui.workbench import Workbench
from dateline.gui.worker import Worker
from dateline.services import registry
from dateline.services.registry import Plan

NARROW = 26
"""Heights of a line: a table that is narrower shows less of each entity."""
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
        self.table = _EntityTable(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Entities"))
        self.count = QLabel(self)
        self.form = EntityForm(bench.language, self)
        self.steps = ProjectSteps(bench, wide, self)
        self.reader = Worker(self)
        self._finder = Worker(self)
        self.says = QLabel(self)
        self.says.setWordWrap(True)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.hide()
        self.places = PlaceList(bench.language, self)
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
        self.form.relabel.clicked.connect(self.choose_label)
        self.steps.wanted.connect(self._turn)
        self.reader.finished.connect(self._listed)
        self.reader.failed.connect(self._not_listed)
        self._finder.finished.connect(self._offer_others)
        self._finder.failed.connect(self._not_listed)
        bench.codebook_changed.connect(self._take_codebook)  # a bound method, which ends with the dialog
        self.places.wanted.connect(self.place_wanted)
        self.merge.clicked.connect(self.choose_merge)
        close.clicked.connect(self.close)
        self._shown: str | None = None
        self._unsaved = ""
        """Why what is written in the fields could not be saved, in a sentence."""
        self._show()
        self.refresh()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, undo: bool) -> None:
        """Takes the last step about the project back, or repeats it; what is being typed is saved first."""
        self.form.write_down()
        last = self.steps.last(undo)
        if last is not None:
            self.say("")
            self._wide.revisit(last, undo, self)

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
        head.setResizeContentsPrecision(0)  # as wide as what can be seen: of all rows it would take too long
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        head_row = QHBoxLayout()
        head_row.addWidget(self.search, 1)
        head_row.addWidget(self.steps.undo)
        head_row.addWidget(self.steps.redo)
        column.addLayout(head_row)
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
        splitter.setSizes([em * 40, em * 30])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        fit(self, 72, 42)

    def refresh(self) -> None:
        """Reads the entities anew, off the window's thread; the chosen one stays chosen."""
        project = self._project

        def job(_progress: Progress) -> Sequence[Known]:
            known = registry.listed(project)
            registry.narrowed(known, " - ")  # so that the first letter that is typed need not wait for folding
            return known

        if not self.model.total():
            self.count.setText(self.tr("Reading the entities…"))
        self.reader.start(job)

    def _listed(self, known: Sequence[Known]) -> None:
        self.model.fill(known)
        self._choose(self._shown)

    def _not_listed(self, error: object) -> None:
        self._tell_count()
        if isinstance(error, DatelineError):
            self._tell(error)

    def _take_codebook(self) -> None:
        self.model.set_codebook(self._bench.codebook)
        self._choose(self._shown)

    def current(self) -> Known | None:
        """The chosen entity."""
        return self.model.known(self.table.currentIndex().row())

    def _narrow(self, wanted: str) -> None:
        if self._saved():
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
            here = self.model.row_of(self._shown) if self._shown is not None else -1
            if not self._saved() and here >= 0:
                back = self.model.index(here, NAME)
                QTimer.singleShot(0, self, lambda: self.table.selectionModel().setCurrentIndex(back, _SELECT))
                return
            self._shown = id
        elif self._unsaved:
            return  # what is written there stays
        self.form.show_entity(known.entity if known else None, self.model.label(known) if known else "")
        self.form.setEnabled(known is not None and not self._project.read_only)
        self.form.relabel.setEnabled(known is not None and not self._project.read_only)
        self.merge.setEnabled(known is not None and not self._project.read_only)
        self.places.clear()
        if known is None:
            return
        try:
            self.places.show_places(registry.places(self._project, known.entity))
        except DatelineError as error:
            self._tell(error)

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
        self._unsaved = ""
        said = replace(said, name=" ".join(said.name.split()))
        try:
            if replace(said, name=before.name) != before:
                if not self._wide.say(registry.describing(self._project, replace(said, name=before.name))):
                    self._wait()
                    self._unsaved = self.says.text()
                    return
                before = self._project.said_of([said.id]).get(said.id, before)
                self.model.put(before)
                typed = said.name if said.name != before.name else ""
                self.form.show_entity(before, self.model.label_name(before.label), fresh=True)
                if typed:
                    self.form.name.setText(typed)
            if said.name != before.name:
                self._rename(before, said.name)
        except RegistryError as error:
            if said.country != before.country:  # a country that there is not keeps nothing else from being saved
                self._edited(replace(said, country=before.country))
                if not self._unsaved:
                    self.form.country.setText(said.country)
            self._tell(error)
        except DatelineError as error:
            self._tell(error)
            self._unsaved = self.says.text()

    def _rename(self, entity: Entity, name: str) -> None:
        wanted = registry.tidied(replace(entity, name=name), entity)
        other = registry.twin(self._project, wanted)
        if other is not None:
            self.form.show_entity(entity, self.model.label_name(entity.label), fresh=True)
            self._offer_merge(other, entity)
        elif self._carry_out(lambda: registry.renaming(self._project, entity, name)):
            self.form.entity = wanted

    def choose_label(self) -> None:
        """Asks which other label the chosen entity and its mentions get."""
        self.form.write_down()
        known = self.current()
        if known is None or self._wide.worker.busy:
            return
        entity = known.entity
        terms = [term for term in self._bench.codebook.labels if term.id not in VALUES]
        prompt = self.tr("Label: type its name or key")
        popup = ChoicePopup(terms, self._bench.language, prompt, partial(self._relabel, entity), self, entity.label)
        popup.open_at(self.form.relabel.mapToGlobal(self.form.relabel.rect().bottomLeft()))

    def _relabel(self, entity: Entity, label: str) -> None:
        if label == entity.label:
            return
        self.say("")
        try:
            other = registry.twin(self._project, replace(entity, label=label))
        except DatelineError as error:
            self._tell(error)
            return
        if other is not None:
            self._offer_merge(other, entity)
        else:
            self._carry_out(lambda: registry.relabelling(self._project, entity, label))

    def _offer_merge(self, other: Entity, entity: Entity) -> None:
        """Another entity has the label and name that one should get: they may be the same."""
        question = self.tr(
            "There already is “{name}” with the label {label}. Are both the same? Merged, every mention is one of "
            "it, and it also gets the other names; one undo takes that back."
        ).format(name=other.name, label=self.model.label_name(other.label))
        if ask(self, question, self.tr("Merge"), self.tr("Leave them apart")):
            self._join(other, entity, other.label)

    def choose_merge(self) -> None:
        """Asks into which entity the chosen one goes: the likely ones, those of its label, then all others."""
        self.form.write_down()
        known = self.current()
        if known is None or self._wide.worker.busy:
            return
        gone = known.entity
        others = [entity for entity in self.model.entities() if entity.id != gone.id]
        self._finder.start(lambda _progress: (gone, others, registry.like(others, gone)))

    def _offer_others(self, found: tuple[Entity, Sequence[Entity], Sequence[Entity]]) -> None:
        gone, others, likely = found
        first = {entity.id for entity in likely}
        same = [*likely, *(e for e in others if e.label == gone.label and e.id not in first)]
        rest = [e for e in others if e.label != gone.label]
        commands = [Command(e.id, e.name, "", e.country, partial(self._merge, e, gone)) for e in same]
        commands += [
            Command(e.id, e.name, "", self.model.label_name(e.label), partial(self._merge, e, gone)) for e in rest
        ]
        prompt = self.tr("Merge “{name}” into which entity?").format(name=gone.name)
        Palette(commands, [], self, prompt).open_over(self)

    def _merge(self, kept: Entity, gone: Entity) -> None:
        question = self.tr(
            "Every mention of “{gone}” in the project becomes one of “{kept}”, which also gets its other names. "
            "One undo takes that back."
        ).format(gone=gone.name, kept=kept.name)
        labels = [kept.label] if kept.label == gone.label else [kept.label, gone.label]
        if len(labels) == 1:
            answers = [self.tr("Merge")]
        else:
            question += "\n\n" + self.tr("They have different labels. Which one do both get?")
            answers = [self.tr("Merge as {label}").format(label=self.model.label_name(id)) for id in labels]
        chosen = ask_which(self, question, answers, self.tr("Cancel"))
        if chosen is not None:
            self._join(kept, gone, labels[chosen])

    def _join(self, kept: Entity, gone: Entity, label: str) -> None:
        if self._carry_out(lambda: registry.merging(self._project, kept, gone, label)):
            self._shown, self.form.entity = kept.id, None

    def _carry_out(self, plan: Callable[[], Plan]) -> bool:
        self.say("")
        begun = self._wide.carry_out(self._project, self._by, plan, self)
        if not begun:
            self._wait()
        return begun

    def _wait(self) -> None:
        self.say(self.tr("Other work is still under way. Try again in a moment; what is written here stays."))

    def _tell(self, error: DatelineError) -> None:
        self.say(error.sentence(self._bench.language))

    def say(self, sentence: str) -> None:
        """Says why something was not done; "" takes it away."""
        self.says.setText(sentence)
        self.says.setVisible(bool(sentence))

    def _saved(self) -> bool:
        """Whether what the fields hold is saved; what cannot be saved stays there, and the reason is said."""
        self.say("")
        self._unsaved = ""
        self.form.write_down()
        return not self._unsaved

    def settled(self) -> bool:
        """Whether the fields may be left: all is saved, or the person gives up what cannot be."""
        known = self.form.entity
        if self._saved() or known is None:
            return True
        question = self.tr("What is written of “{name}” could not be saved. {why}")
        question = question.format(name=known.name, why=self._unsaved)
        return ask(self, question, self.tr("Close without it"), self.tr("Stay"))

    def give_up(self) -> None:
        """What the fields hold is not to be saved any more."""
        self.form.entity = None

    def done(self, result: int) -> None:
        if not self.settled():
            return
        self.give_up()
        self.reader.shut_down()
        self._finder.shut_down()
        super().done(result)


class _EntityTable(QTableView):
    """Where there is little room, the names have it: the countries and the number of articles give way."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.viewport().width() < self.fontMetrics().height() * NARROW
        for column in (COUNTRY, ARTICLES):
            self.setColumnHidden(column, narrow)
        super().resizeEvent(event)
