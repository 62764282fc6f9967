"""What is said of one entity, to be edited field by field; a field that is left tells what it holds."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from dateline.core import countries
from dateline.core.registry import Entity

_OFFERED = 12
"""Countries offered at a time."""


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


class CountryLine(QLineEdit):
    """Takes a country by its code or its name in either language; offers those that what is typed may mean."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        # Qt's own comparing does not know that `isr` begins `İsrail`.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = completer.popup()
        if popup is not None:
            popup.setAccessibleName(self.tr("Countries"))
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def _offer(self, typed: str) -> None:
        found = countries.matching(typed, self._language)[:_OFFERED] if typed.strip() else []
        self._offers.setStringList([country.name(self._language) for country in found])


class EntityForm(QWidget):
    """The fields of one entity. `edited` is told with the entity as the fields say it, where they say something new."""

    edited = Signal(object)

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.entity: Entity | None = None
        self._id = ""
        self.name = QLineEdit(self)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.relabel = QPushButton(self.tr("Change…"), self)
        self.relabel.setAutoDefault(False)
        self.relabel.setAccessibleName(self.tr("Change the label…"))
        self.relabel.setToolTip(self.tr("Give the entity and all its mentions another label"))
        label_row = QWidget(self)
        row = QHBoxLayout(label_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 1)
        row.addWidget(self.relabel)
        self.aliases = Lines(3, self)
        self.country = CountryLine(language, self)
        self.country_name = QLabel(self)
        self.country_name.setTextFormat(Qt.TextFormat.PlainText)
        country_row = QWidget(self)
        row = QHBoxLayout(country_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.country, 1)
        row.addWidget(self.country_name, 1)
        self.sector = QLineEdit(self)
        self.external_id = QLineEdit(self)
        self.notes = Lines(3, self)
        self.aliases.setPlaceholderText(self.tr("One name a line"))
        self.country.setPlaceholderText(self.tr("Name or code: Türkiye, TUR…"))
        self.external_id.setPlaceholderText(self.tr("Wikidata (Q…) or any other"))
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("Name"), self.name, self.name),
            (self.tr("Label"), self.label, label_row),
            (self.tr("Other names"), self.aliases, self.aliases),
            (self.tr("Country"), self.country, country_row),
            (self.tr("Sector"), self.sector, self.sector),
            (self.tr("External id"), self.external_id, self.external_id),
            (self.tr("Notes"), self.notes, self.notes),
        )
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field, shown in rows:
            field.setAccessibleName(words)
            heading = QLabel(words, self)
            heading.setBuddy(field)
            layout.addRow(heading, shown)
        for line in (self.name, self.country, self.sector, self.external_id):
            line.editingFinished.connect(self.write_down)
            line.installEventFilter(self)
        for lines in (self.aliases, self.notes):
            lines.left.connect(self.write_down)
            lines.installEventFilter(self)
        self.show_entity(None, "")

    def show_entity(self, entity: Entity | None, label: str, fresh: bool = False) -> None:
        """Shows another entity, or the same one as it is saved: then a field being typed into is left alone.

        `fresh`: what the fields held has just been saved, so that none is.
        """
        same = entity is not None and entity.id == self._id and not fresh
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
            if not (same and line.hasFocus()) or line.text() == words:
                place = line.cursorPosition()
                line.setText(words)  # also the same words: what was typed is saved and no longer the field's to undo
                line.setCursorPosition(place)
        country = next((c for c in countries.countries() if c.code == shown.country), None)
        self.country_name.setText(country.name(self._language) if country is not None else "")
        for field, words in ((self.aliases, "\n".join(shown.aliases)), (self.notes, shown.notes)):
            if not (same and field.hasFocus()):
                field.setPlainText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field in which nothing can be undone leaves the key to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if (undo or event.matches(QKeySequence.StandardKey.Redo)) and not _can(watched, undo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

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


def _can(field: QObject, undo: bool) -> bool:
    """Whether a field has something of its own to undo, or to redo."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable() if undo else field.document().isRedoAvailable()
    return False
