"""Fields of the editor: a text in two languages, a colour with its contrast, a choice among other entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QColorDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.core.codebook import Term, Words
from dateline.core.contrast import READABLE, is_colour, ratio
from dateline.core.messages import LANGUAGES
from dateline.gui.dates import locale

_ID = Qt.ItemDataRole.UserRole


class WordsField(QWidget):
    """One text in the languages of the window, side by side; `tall`: one above the other, for sentences."""

    edited = Signal()

    def __init__(self, parent: QWidget, tall: bool = False) -> None:
        super().__init__(parent)
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._captions: dict[str, QLabel] = {}
        layout = QVBoxLayout(self) if tall else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for language in LANGUAGES:
            field: QLineEdit | QPlainTextEdit
            if tall:
                field = QPlainTextEdit(self)
                field.setObjectName("field")
                field.setTabChangesFocus(True)
                field.setFixedHeight(round(self.fontMetrics().lineSpacing() * 3.2))
                field.textChanged.connect(self.edited)
            else:
                field = QLineEdit(self)
                field.textEdited.connect(self.edited)
            self._fields[language] = field
            caption = QLabel(self)
            caption.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            caption.setBuddy(field)
            self._captions[language] = caption
            layout.addWidget(caption)
            layout.addWidget(field, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self._fields[LANGUAGES[0]])

    def name(self, name: str) -> None:
        """What the field is called, for screen readers; each part adds its language."""
        for language, field in self._fields.items():
            tongue = self.tr("Turkish") if language == "tr" else self.tr("English")
            field.setAccessibleName(f"{name} ({tongue})")
            self._captions[language].setText(tongue)

    def show_words(self, words: Words) -> None:
        """Shows a text without telling of a change."""
        for language, field in self._fields.items():
            field.blockSignals(True)
            said = words.get(language, "")
            if isinstance(field, QPlainTextEdit):
                field.setPlainText(said)
            else:
                field.setText(said)
            field.blockSignals(False)

    def words(self) -> dict[str, str]:
        """The text in each language in which there is one."""
        found: dict[str, str] = {}
        for language, field in self._fields.items():
            said = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
            if said.strip():
                found[language] = said.strip()
        return found

    def line(self, language: str) -> QLineEdit | QPlainTextEdit:
        """The field of one language."""
        return self._fields[language]


class ColourField(QWidget):
    """A colour as `#rrggbb`, a button that opens the picker, and how well it can be read on a page."""

    edited = Signal()

    def __init__(self, page: str, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._language = language
        self.line = QLineEdit(self)
        self.line.setMaxLength(7)
        self.line.setMaximumWidth(self.fontMetrics().averageCharWidth() * 14)
        self.swatch = QToolButton(self)
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.line, self.swatch, self.said):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._typed)
        self.swatch.clicked.connect(self._pick)

    def name(self, name: str) -> None:
        self.line.setAccessibleName(name)
        self.swatch.setAccessibleName(self.tr("{colour}: choose").format(colour=name))
        self.swatch.setToolTip(self.tr("Choose a colour"))

    def show_colour(self, colour: str) -> None:
        self.line.setText(colour)
        self._show()

    def colour(self) -> str:
        return self.line.text().strip().lower()

    def _typed(self) -> None:
        self._show()
        self.edited.emit()

    def _pick(self) -> None:
        found = QColorDialog.getColor(QColor(self.colour() or self._page), self, self.line.accessibleName())
        if found.isValid():
            self.line.setText(found.name())
            self._typed()

    def _show(self) -> None:
        """The sample is a letter in the colour on the page, as it will be in the article."""
        colour = self.colour()
        good = is_colour(colour)
        self.swatch.setText("Aa")
        ink = colour if good else "#888888"
        self.swatch.setStyleSheet(
            f"QToolButton {{ color: {ink}; background: {self._page}; border: 2px solid {ink}; border-radius: 4px;"
            " padding: 2px 8px; font-weight: 600; } QToolButton:focus { border-style: dashed; }"
        )
        if not good:
            self.said.setText(self.tr("#rrggbb, for example #1a2b3c") if colour else "")
            return
        found = ratio(colour, self._page)
        number = locale(self._language).toString(found, "f", 1)
        text = self.tr("✓ {ratio}") if found >= READABLE else self.tr("✗ {ratio}, hard to read")
        self.said.setText(text.format(ratio=number))
        self.said.setToolTip(self.tr("Contrast with the page; 4.5 or more can be read well"))


class ChoiceField(QListWidget):
    """Ticks among entries of the codebook."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * 6))
        self.itemChanged.connect(lambda _item: self.edited.emit())

    def offer(self, terms: Iterable[Term], chosen: Sequence[str], language: str) -> None:
        """Shows entries, those in use first; does not tell of a change."""
        ranked = sorted(terms, key=lambda t: chosen.index(t.id) if t.id in chosen else len(chosen))
        self.blockSignals(True)
        self.clear()
        for term in ranked:
            item = QListWidgetItem(f"{term.name(language)} ({term.id})")
            item.setData(_ID, term.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if term.id in chosen else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.blockSignals(False)

    def ids(self) -> tuple[str, ...]:
        """The ids that are ticked."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked)
