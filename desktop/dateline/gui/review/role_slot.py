"""A slot that mentions fill: chips of those that are in it, and the place for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from dateline.core.codebook import Term
from dateline.gui.dragging import carried, carry
from dateline.gui.flow import FlowLayout
from dateline.gui.focus import chain
from dateline.gui.review.chips import ChipButton, MentionChip
from dateline.gui.review.look import Shape


@dataclass(frozen=True, slots=True)
class Filler:
    """A mention in a slot."""

    id: str
    name: str
    term: Term | None
    shape: Shape


class RoleSlot(QWidget):
    """One slot. `asked` when the person wants to fill it; `dropped` where a mention is let go on it."""

    asked = Signal()
    picked = Signal(str)
    removed = Signal(str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Filler, ...] = ()
        self._chips: list[MentionChip] = []
        self.add = ChipButton(self, None, Shape.DASHED)
        self.add.clicked.connect(self.asked)
        self._flow = FlowLayout(self, max(3, self.fontMetrics().height() // 4))
        self._flow.addWidget(self.add)
        self._rest = (Shape.PLAIN, False)
        self.setAcceptDrops(True)

    @property
    def chips(self) -> Sequence[MentionChip]:
        return self._chips

    def show_fillers(self, fillers: Sequence[Filler], role: str, required: bool, armed: bool) -> None:
        """`role`: the name of the slot, for those who hear it."""
        if tuple(fillers) != self._shown:
            self._shown = tuple(fillers)
            self._rebuild()
        missing = required and not fillers
        if armed:
            self.add.setText(self.tr("Click a mention in the text…"))
        elif missing:
            self.add.setText(self.tr("+ required"))
        else:
            self.add.setText("+")
        for filler, chip in zip(self._shown, self._chips, strict=True):
            chip.name.setAccessibleName(self.tr("{role}: {name}").format(role=role, name=filler.name))
        filling = self.tr("{role}: click a mention in the text, Esc cancels") if armed else self.tr("Fill: {role}")
        self.add.setAccessibleName(filling.format(role=role))
        self.add.setToolTip(
            self.tr("Esc cancels")
            if armed
            else self.tr("Click here, then click a mention in the text; or drag the mention here")
        )
        self._rest = (Shape.FILLED if armed else Shape.DASHED if missing else Shape.PLAIN, armed or missing)
        self.add.dress(None, *self._rest)
        self.add.updateGeometry()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A mention over the slot: the slot says that it would take it."""
        if carried(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()
            self.add.dress(None, Shape.FILLED, True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.add.dress(None, *self._rest)

    def dropEvent(self, event: QDropEvent) -> None:
        self.add.dress(None, *self._rest)
        id = carried(event.mimeData())
        if id is not None:
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()
            # After the drag has ended: filling the slot may make new chips and take away the one that is held.
            QTimer.singleShot(0, self, lambda: self.dropped.emit(id))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self._chips = []
        before = self.add.previousInFocusChain()
        for filler in self._shown:
            chip = MentionChip(filler.name, filler.term, filler.shape, self)
            chip.picked.connect(lambda id=filler.id: self.picked.emit(id))
            chip.removed.connect(lambda id=filler.id: self.removed.emit(id))
            chip.pulled.connect(lambda filler=filler: carry(self, filler.id, filler.name, filler.term))
            self._flow.addWidget(chip)
            chip.show()
            chain(*((before,) if before is not None else ()), chip.name, chip.remove)
            before = chip.remove
            self._chips.append(chip)
        self._flow.addWidget(self.add)
