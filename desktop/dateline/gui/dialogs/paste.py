"""Pasting an article: the text with what is known about it, before it is frozen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dateline.core.article import Draft
from dateline.core.header import read_header
from dateline.gui.dates import OptionalDate
from dateline.gui.fit import fit


class PasteDialog(QDialog):
    """Asks for a text and its metadata; `draft()` is the answer."""

    def __init__(self, text: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paste article"))
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("field")
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("Paste the text of the article here."))
        self._text.setAccessibleName(self.tr("Text"))
        self._title = QLineEdit(self)
        self._title.setPlaceholderText(self.tr("The first sentence, if you leave this empty"))
        self._source = QLineEdit(self)
        self._published = OptionalDate(language, self)
        self._language = QComboBox(self)
        self._language.setAccessibleName(self.tr("Language"))
        self._language.addItem(self.tr("Recognise"), "")
        self._language.addItem(self.tr("Turkish"), "tr")
        self._language.addItem(self.tr("English"), "en")
        form = QFormLayout()
        form.addRow(self.tr("Title"), self._title)
        form.addRow(self.tr("Source"), self._source)
        form.addRow(self.tr("Published"), self._published)
        form.addRow(self.tr("Language"), self._language)
        self._buttons = QDialogButtonBox(self)
        add = self._buttons.addButton(self.tr("Add article"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text, 1)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self._text.textChanged.connect(lambda: add.setEnabled(bool(self._text.toPlainText().strip())))
        self._text.textChanged.connect(self._recognise)
        add.setEnabled(False)
        self._text.setPlainText(text)
        fit(self, 44, 36)

    def _recognise(self) -> None:
        published = read_header(self._text.toPlainText()).published
        if published is not None and self._published.value() is None:
            self._published.set_value(QDate(published.year, published.month, published.day))

    def draft(self) -> Draft:
        """What was entered."""
        chosen = self._published.value()
        return Draft(
            text=self._text.toPlainText(),
            title=self._title.text().strip(),
            source=self._source.text().strip(),
            language=self._language.currentData(),
            published=date(chosen.year(), chosen.month(), chosen.day()) if chosen is not None else None,
        )
