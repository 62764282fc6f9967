"""What the codebook says of the selected record's label or type: a strip below the lists that folds away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from dateline.core.annotation import Event, Mention
from dateline.core.codebook import Term, in_language
from dateline.gui.fit import is_low
from dateline.gui.workbench import Workbench


class Guide(QFrame):
    """A heading that folds and unfolds, the definition, and what the label or type is easily taken for."""

    folded = Signal(bool)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._open = True
        self.head = QToolButton(self)
        self.head.setAutoRaise(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.definition = QLabel(self)
        self.others = QLabel(self)
        self.others.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (self.definition, self.others):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        unit = self.fontMetrics().height() // 2
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit, unit // 2, unit, unit)
        layout.setSpacing(unit // 2)
        for widget in (self.head, self.definition, self.others):
            layout.addWidget(widget)
        self.head.clicked.connect(self._fold)
        bench.opened.connect(self._show)
        bench.changed.connect(lambda _changes: self._show())
        bench.selected.connect(lambda _id: self._show())
        bench.codebook_changed.connect(self._show)
        bench.language_changed.connect(lambda _language: self._show())
        self._show()

    def show_strip(self, shown: bool) -> None:
        """Unfolds the strip, or folds it to its heading."""
        self._open = shown
        self._show()

    def _fold(self) -> None:
        self.show_strip(not self._open)
        self.folded.emit(not self._open)

    def _term(self) -> Term | None:
        record = self._bench.selected_record()
        match record:
            case Mention():
                return self._bench.codebook.label_by_id.get(record.label)
            case Event() if record.type in self._bench.codebook.type_by_id:
                return self._bench.codebook.type_by_id[record.type].term
        return None

    def _show(self) -> None:
        term, language = self._term(), self._bench.language
        self.setVisible(term is not None and not is_low(self))
        if term is None:
            return
        self.head.setArrowType(Qt.ArrowType.DownArrow if self._open else Qt.ArrowType.RightArrow)
        self.head.setText(self.tr("What is “{name}”?").format(name=term.name(language)))
        self.head.setAccessibleDescription(self.tr("Unfolded") if self._open else self.tr("Folded"))
        definition = in_language(term.definition, language)
        self.definition.setText(definition)
        self.definition.setVisible(self._open and bool(definition))
        book = self._bench.codebook
        types = {id: type.term for id, type in book.type_by_id.items()}
        group = types if types.get(term.id) is term else book.label_by_id
        names = [group[id].name(language) for id in term.confused_with if id in group]
        self.others.setText(self.tr("Easily confused with: {names}").format(names=", ".join(names)))
        self.others.setVisible(self._open and bool(names))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
