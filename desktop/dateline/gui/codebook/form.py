"""The form of one entry of the codebook."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from dateline.core.bookdraft import Draft
from dateline.core.codebook import EventType
from dateline.gui import theme
from dateline.gui.codebook.fields import ChoiceField, ColourField, WordsField

_COLOURED = ("labels", "event_types")
_KEYED = ("labels", "event_types", "roles", "modalities")


class EntryForm(QWidget):
    """Shows an entry of a draft and writes every change back into it."""

    edited = Signal()
    """The entry, or another one that names it, is different now."""

    def __init__(self, draft: Draft, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self._language = language
        self._group = ""
        self._row = -1
        self.names = WordsField(self)
        self.id = QLineEdit(self)
        self.tags = WordsField(self)
        self.key = QLineEdit(self)
        self.key.setMaximumWidth(self.fontMetrics().averageCharWidth() * 14)
        self.light = ColourField(theme.LIGHT.page, language, self)
        self.dark = ColourField(theme.DARK.page, language, self)
        self.definition = WordsField(self, tall=True)
        self.confused = ChoiceField(self)
        self.required = ChoiceField(self)
        self.modes = ChoiceField(self)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("Name"), self.names),
            (self.tr("Id"), self.id),
            (self.tr("Short tag"), self.tags),
            (self.tr("Key"), self.key),
            (self.tr("Light theme"), self.light),
            (self.tr("Dark theme"), self.dark),
            (self.tr("Definition"), self.definition),
            (self.tr("Easily confused with"), self.confused),
            (self.tr("Required roles"), self.required),
            (self.tr("Modes"), self.modes),
        ]
        self._form = QFormLayout(self)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in rows:
            label = QLabel(name, self)
            label.setBuddy(field)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._form.addRow(label, field)
            if isinstance(field, WordsField | ColourField):
                field.name(name)
            else:
                field.setAccessibleName(name)
        self.id.setToolTip(self.tr("What exports and the database call it; one word"))
        self.key.setToolTip(self.tr("A digit or letters; event types may have two letters"))
        for field in (
            self.names,
            self.tags,
            self.light,
            self.dark,
            self.definition,
            self.confused,
            self.required,
            self.modes,
        ):
            field.edited.connect(self._write)
        self.key.textEdited.connect(self._write)
        # Not letter by letter: what names the entry follows, and half an id may be another entry's.
        self.id.editingFinished.connect(self._write)

    def show_entry(self, group: str, row: int) -> None:
        """Shows an entry; row -1 shows none."""
        self._group, self._row = group, row
        self.setEnabled(row >= 0)
        for field, shown in (
            (self.tags, group in _COLOURED),
            (self.key, group in _KEYED),
            (self.light, group in _COLOURED),
            (self.dark, group in _COLOURED),
            (self.confused, group in _COLOURED),
            (self.required, group == "event_types"),
            (self.modes, group == "event_types"),
        ):
            self._form.setRowVisible(field, shown)
        type = self._draft.groups[group][row].type if row >= 0 else None
        term = type.term if type else None
        self.names.show_words(term.names if term else {})
        self.id.setText(term.id if term else "")
        self.tags.show_words(term.tags if term else {})
        self.key.setText(term.key if term else "")
        self.light.show_colour(term.light if term else "")
        self.dark.show_colour(term.dark if term else "")
        self.definition.show_words(term.definition if term else {})
        groups, language = self._draft.groups, self._language
        others = [entry.term for entry in groups[group] if term is not None and entry.id != term.id]
        self.confused.offer(others, term.confused_with if term else (), language)
        self.required.offer([e.term for e in groups["roles"]], type.required if type else (), language)
        self.modes.offer([e.term for e in groups["modes"]], type.modes if type else (), language)

    def write_down(self) -> None:
        """Takes over an id that is still being typed."""
        self._write()

    def _write(self) -> None:
        if self._row < 0:
            return
        before = self._draft.groups[self._group][self._row].type
        coloured, typed = self._group in _COLOURED, self._group == "event_types"
        term = replace(
            before.term,
            id=self.id.text().strip(),
            names=self.names.words(),
            definition=self.definition.words(),
            key=self.key.text().strip() if self._group in _KEYED else before.term.key,
            tags=self.tags.words() if coloured else before.term.tags,
            light=self.light.colour() if coloured else before.term.light,
            dark=self.dark.colour() if coloured else before.term.dark,
            confused_with=self.confused.ids() if coloured else before.term.confused_with,
        )
        after: EventType = replace(
            before,
            term=term,
            required=self.required.ids() if typed else before.required,
            modes=self.modes.ids() if typed else before.modes,
        )
        if after != before:
            self._draft.put(self._group, self._row, after)
            self.edited.emit()
