"""What is said of one entity, to be edited field by field; a field that is left tells what it holds."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from dateline.core.registry import Entity


class Lines(QPlainTextEdit):
    """A field of several lines that tells when it is left; Tab leaves it."""

    left = Signal()

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("field")
        self.setTabChangesFocus(True)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * (lines + 0.8)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class EntityForm(QWidget):
    """The fields of one entity. `edited` is told with the entity as the fields say it, where they say something new."""

    edited = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entity: Entity | None = None
        self._id = ""
        self.name = QLineEdit(self)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.aliases = Lines(3, self)
        self.country = QLineEdit(self)
        self.country.setMaxLength(3)
        self.sector = QLineEdit(self)
        self.external_id = QLineEdit(self)
        self.notes = Lines(3, self)
        self.aliases.setPlaceholderText(self.tr("One name a line"))
        self.country.setPlaceholderText(self.tr("Three letters of ISO 3166: TUR, USA…"))
        self.external_id.setPlaceholderText(self.tr("Wikidata (Q…) or any other"))
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Name"), self.name),
            (self.tr("Label"), self.label),
            (self.tr("Other names"), self.aliases),
            (self.tr("Country"), self.country),
            (self.tr("Sector"), self.sector),
            (self.tr("External id"), self.external_id),
            (self.tr("Notes"), self.notes),
        )
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in rows:
            field.setAccessibleName(words)
            layout.addRow(words, field)
        for line in (self.name, self.country, self.sector, self.external_id):
            line.editingFinished.connect(self.write_down)
        for lines in (self.aliases, self.notes):
            lines.left.connect(self.write_down)
        self.show_entity(None, "")

    def show_entity(self, entity: Entity | None, label: str) -> None:
        """Shows another entity, or the same one as it was saved: then a field being typed into is left alone."""
        same = entity is not None and entity.id == self._id
        self._id = entity.id if entity is not None else ""
        self.entity = entity
        self.setEnabled(entity is not None)
        shown = entity or Entity("", "", "")
        self.label.setText(label)
        for line, words in (
            (self.name, shown.name),
            (self.country, shown.country),
            (self.sector, shown.sector),
            (self.external_id, shown.external_id),
        ):
            if line.text() != words and not (same and line.hasFocus()):
                line.setText(words)
        for field, words in ((self.aliases, "\n".join(shown.aliases)), (self.notes, shown.notes)):
            if field.toPlainText() != words and not (same and field.hasFocus()):
                field.setPlainText(words)

    def write_down(self) -> None:
        """Tells what the fields hold where that is new."""
        if self.entity is None:
            return
        said = replace(
            self.entity,
            name=self.name.text(),
            aliases=tuple(line for line in self.aliases.toPlainText().split("\n") if line.strip()),
            country=self.country.text(),
            sector=self.sector.text(),
            external_id=self.external_id.text(),
            notes=self.notes.toPlainText(),
        )
        if said != self.entity:
            self.edited.emit(said)
