"""The card of one event: everything about it, each part changeable where it stands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dateline.core import decisions
from dateline.core.annotation import Event, Status
from dateline.core.codebook import EventType, Term
from dateline.gui import words
from dateline.gui.dialogs.choice import ChoicePopup
from dateline.gui.flow import FlowLayout
from dateline.gui.focus import chain
from dateline.gui.review.arming import Arming, Slot
from dateline.gui.review.chips import ChipButton
from dateline.gui.review.labels import MutedLabel, StillComboBox
from dateline.gui.review.look import SHAPES
from dateline.gui.review.note_edit import NoteEdit
from dateline.gui.review.role_slot import Filler, RoleSlot
from dateline.gui.review.wording import explain, flat, is_iso, mention_name, spoken_date
from dateline.gui.workbench import Workbench


class EventCard(QWidget):
    """Shows and edits the workbench's current event.

    `answers`: its buttons, to be placed where they stay in sight while the card scrolls.
    """

    asked = Signal(object)
    """The person answers the suggestion as a whole: a `Status`."""

    def __init__(self, bench: Workbench, arming: Arming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._arming = arming
        self._event: Event | None = None
        self.type = ChipButton(self)
        self.trigger = QLabel(self)
        self.trigger.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.trigger.setWordWrap(True)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        self.trigger.setFont(strong)
        self.reason = MutedLabel(self)
        self.reason.setWordWrap(True)
        self.modality_name = MutedLabel(self)
        self.modalities: dict[str, ChipButton] = {}
        self.mode_name = MutedLabel(self)
        self.mode = StillComboBox(self)
        self.mode.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.when_name = MutedLabel(self)
        self.when = QLineEdit(self)
        self.when_local = MutedLabel(self)
        self.when_local.setWordWrap(True)
        self.role_names: dict[str, QLabel] = {}
        self.slots: dict[str, RoleSlot] = {}
        self.note_name = MutedLabel(self)
        self.note = NoteEdit(bench, self)
        self.answers = QWidget(self)
        self.accept = QPushButton(self.answers)
        self.reject = QPushButton(self.answers)
        self.flag = QPushButton(self.answers)
        self.delete = QPushButton(self.answers)
        self._lay_out()
        self.type.clicked.connect(self.choose_type)
        self.mode.activated.connect(self._set_mode)
        self.when.editingFinished.connect(self.write_down)
        self.when.textEdited.connect(self._read_when)
        self.accept.clicked.connect(lambda: self.asked.emit(Status.ACCEPTED))
        self.reject.clicked.connect(lambda: self.asked.emit(Status.REJECTED))
        self.flag.clicked.connect(lambda: self.asked.emit(Status.FLAGGED))
        self.delete.clicked.connect(self._delete)
        arming.changed.connect(self._show_slots)
        bench.closing.connect(self.write_down)
        bench.keymap.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        unit = self.fontMetrics().height() // 2
        head = QHBoxLayout()
        head.setSpacing(unit)
        head.addWidget(self.type, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.trigger, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit)
        grid.setVerticalSpacing(unit)
        grid.setColumnStretch(1, 1)
        row = 0
        for role in self._bench.codebook.roles:
            name, slot = MutedLabel(self), RoleSlot(self)
            slot.asked.connect(lambda role=role.id: self._ask(role))
            slot.picked.connect(self._bench.select)
            slot.removed.connect(lambda id, role=role.id: self._remove(role, id))
            slot.dropped.connect(lambda id, role=role.id: self._drop(role, id))
            self.role_names[role.id], self.slots[role.id] = name, slot
            self._add_row(grid, row, name, slot)
            row += 1
        modalities = QWidget(self)
        flow = FlowLayout(modalities, max(3, unit // 2))
        group = QButtonGroup(self)
        for modality in self._bench.codebook.modalities:
            chip = ChipButton(modalities)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, id=modality.id: self._set_modality(id))
            group.addButton(chip)
            flow.addWidget(chip)
            self.modalities[modality.id] = chip
        self._add_row(grid, row, self.modality_name, modalities)
        self._add_row(grid, row + 1, self.mode_name, self.mode)
        when = QWidget(self)
        dated = QVBoxLayout(when)
        dated.setContentsMargins(0, 0, 0, 0)
        dated.setSpacing(unit // 2)
        dated.addWidget(self.when)
        dated.addWidget(self.when_local)
        self._add_row(grid, row + 2, self.when_name, when)
        self._add_row(grid, row + 3, self.note_name, self.note)
        answers = QHBoxLayout(self.answers)
        answers.setContentsMargins(unit, unit, unit, unit)
        answers.setSpacing(unit // 2)
        for button in (self.accept, self.reject, self.flag, self.delete):
            button.setMinimumWidth(1)
            answers.addWidget(button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit, unit, unit, unit)
        layout.setSpacing(unit)
        layout.addLayout(head)
        layout.addWidget(self.reason)
        layout.addLayout(grid)
        layout.addStretch(1)

    def chain(self, before: QWidget) -> None:
        """Lets Tab go through the card as the eye does, after another control."""
        slots = [slot.add for slot in self.slots.values()]
        answers = (self.accept, self.reject, self.flag, self.delete)
        chain(before, self.type, *slots, *self.modalities.values(), self.mode, self.when, self.note, *answers)

    @staticmethod
    def _add_row(grid: QGridLayout, row: int, name: QLabel, field: QWidget) -> None:
        name.setMargin(2)
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, row, 1)

    def show_event(self, event: Event | None) -> None:
        """Shows an event; what was being typed about another is written down first."""
        if event is None or self._event is None or event.id != self._event.id:
            self.write_down()
            self._event = event
            self.when.setModified(False)
        self._event = event
        if event is None:
            self.note.show_note(None)
            return
        bench, type = self._bench, self._type()
        self.type.setText(f"{type.term.name(bench.language) if type else event.type} ▾")
        self.type.dress(type.term if type else None, SHAPES[event.status])
        self.type.updateGeometry()
        self.type.setAccessibleName(self.tr("Event type: {type}").format(type=self.type.text().removesuffix(" ▾")))
        self.trigger.setText(f"“{flat(event.trigger.of(bench.text))}”")
        self.reason.setText(f"{words.status(event.status)} · {explain(event.origin, bench.language)}")
        for id, chip in self.modalities.items():
            chip.setChecked(id == event.modality)
        self._show_modes(event, type)
        if not self.when.isModified():
            self.when.setText(event.when or "")
        self._read_when(self.when.text())
        self._show_slots()
        self.note.show_note(event)
        self.accept.setEnabled(event.status is not Status.ACCEPTED)
        self.flag.setEnabled(event.status is not Status.FLAGGED)

    def write_down(self) -> None:
        """Makes the date that was typed the event's, where it is one; the note writes itself."""
        event = self._current()
        if event is None or not self.when.isModified():
            return
        value = self.when.text().strip()
        if value and not is_iso(value):
            return  # it stays in the field, marked; the event keeps the date it had
        self.when.setModified(False)
        self._bench.decide(decisions.rewrite(replace(event, when=value or None), self._bench.text, "when"))

    def retire(self) -> None:
        """Another card takes the place of this one."""
        self.write_down()
        self.note.show_note(None)
        self._event = None
        self._arming.changed.disconnect(self._show_slots)
        self._bench.closing.disconnect(self.write_down)
        self._bench.keymap.changed.disconnect(self.retranslate)
        self.answers.deleteLater()
        self.deleteLater()

    def choose_type(self) -> None:
        """Opens the list of types under the chip."""
        event = self._current()
        if event is None:
            return
        terms = [type.term for type in self._bench.codebook.event_types]
        prompt = self.tr("Event type: type its letters or name")
        popup = ChoicePopup(terms, self._bench.language, prompt, self._set_type, self.window(), event.type)
        popup.open_at(self.type.mapToGlobal(self.type.rect().bottomLeft()))

    def retranslate(self) -> None:
        bench = self._bench
        for role in bench.codebook.roles:
            self.role_names[role.id].setText(role.name(bench.language))
        for modality in bench.codebook.modalities:
            chip = self.modalities[modality.id]
            chip.setText(modality.name(bench.language))
            chip.setAccessibleName(self.tr("Reality: {name}").format(name=chip.text()))
            chip.setToolTip(words.tip(modality.definition.get(bench.language, "")))
            chip.updateGeometry()
        self.modality_name.setText(self.tr("Reality"))
        self.mode_name.setText(self.tr("Mode"))
        self.mode.setAccessibleName(self.tr("Mode"))
        self.when_name.setText(self.tr("When"))
        self.when.setAccessibleName(self.tr("When, as year-month-day"))
        self.when.setPlaceholderText(self.tr("year-month-day"))
        self.note_name.setText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.accept.setText(self.tr("Accept"))
        self.accept.setToolTip(
            self.tr("Accept the event and the mentions in it ({keys} in the list)").format(
                keys=" · ".join(self._bench.keymap.written("review.accept"))
            )
        )
        self.reject.setText(self.tr("Reject"))
        self.reject.setToolTip(
            self.tr("Reject the event; it is not suggested again ({keys} in the list)").format(
                keys=" · ".join(self._bench.keymap.written("review.reject"))
            )
        )
        self.flag.setText(self.tr("Flag"))
        self.flag.setToolTip(
            self.tr("Keep for later, because you are not sure ({keys} in the list)").format(
                keys=" · ".join(self._bench.keymap.written("review.flag"))
            )
        )
        self.delete.setText(self.tr("Delete"))
        self.delete.setToolTip(
            self.tr("Take the event away; {key} brings it back").format(key=self._bench.keymap.name("edit.undo"))
        )
        self.show_event(self._event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _current(self) -> Event | None:
        """The event as it is now; what is shown may be a step behind."""
        return self._bench.state.events.get(self._event.id) if self._event else None

    def _type(self) -> EventType | None:
        return self._bench.codebook.type_by_id.get(self._event.type) if self._event else None

    def _show_modes(self, event: Event, type: EventType | None) -> None:
        modes = list(type.modes) if type else []
        if event.mode and event.mode not in modes:
            modes.append(event.mode)
        self.mode.clear()
        self.mode.addItem(self.tr("not given"), None)
        for id in modes:
            term = self._bench.codebook.term(id)
            self.mode.addItem(term.name(self._bench.language) if term else id, id)
        self.mode.setCurrentIndex(max(0, self.mode.findData(event.mode)) if event.mode else 0)
        self.mode.setVisible(bool(modes))
        self.mode_name.setVisible(bool(modes))

    def _show_slots(self) -> None:
        event, type = self._event, self._type()
        if event is None:
            return
        for role in self._bench.codebook.roles:
            fillers = [self._filler(id) for id in event.mentions(role.id)]
            name = role.name(self._bench.language)
            required = bool(type and role.id in type.required)
            armed = self._arming.slot == Slot(event.id, role.id)
            self.slots[role.id].show_fillers([f for f in fillers if f], name, required, armed)

    def _filler(self, id: str) -> Filler | None:
        mention = self._bench.state.mentions.get(id)
        if mention is None:
            return None
        term: Term | None = self._bench.codebook.label_by_id.get(mention.label)
        return Filler(id, mention_name(mention, self._bench.text), term, SHAPES[mention.status])

    def _read_when(self, typed: str) -> None:
        value = typed.strip()
        if value and not is_iso(value):
            said = self.tr("Not a date yet. Examples: 2026-03-15, 2026-03, 2026-03-15/2026-03-18")
        else:
            said = spoken_date(value, self._bench.language)
        self.when_local.setText(said)
        self.when_local.setVisible(bool(said))

    def _ask(self, role: str) -> None:
        if self._event is not None:
            self._arming.toggle(Slot(self._event.id, role))

    def _drop(self, role: str, mention: str) -> None:
        if self._event is not None:
            self._arming.disarm()
            self._arming.fill(Slot(self._event.id, role), mention)

    def _remove(self, role: str, mention: str) -> None:
        event = self._current()
        if event is not None and mention in event.mentions(role):
            state, text = self._bench.state, self._bench.text
            self._bench.decide(decisions.fill_role(state, event.id, role, mention, text))

    def _set_type(self, id: str) -> None:
        event = self._current()
        if event is not None and event.type != id:
            self._bench.decide(decisions.relabel(self._bench.state, event.id, id, self._bench.text))

    def _set_mode(self) -> None:
        event = self._current()
        if event is not None:
            renewed = replace(event, mode=self.mode.currentData())
            self._bench.decide(decisions.rewrite(renewed, self._bench.text, "mode"))

    def _set_modality(self, id: str) -> None:
        event = self._current()
        if event is not None:
            self._bench.decide(decisions.rewrite(replace(event, modality=id), self._bench.text, "modality"))

    def _delete(self) -> None:
        event = self._current()
        if event is not None:
            self._bench.decide(decisions.delete(self._bench.state, [event.id], self._bench.text))
