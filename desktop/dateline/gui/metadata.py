"""The strip above the text: title, published date (the anchor of relative dates), source, language, status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dateline.core.article import Metadata
from dateline.gui import words
from dateline.gui.dates import OptionalDate
from dateline.gui.flow import FlowLayout
from dateline.gui.workbench import Workbench


class MetadataStrip(QWidget):
    """Shows and edits the metadata of the open article; `save` is called with what the person made of it.

    `save` answers whether it could be saved; where it could not, the strip shows the old values again.
    """

    left = Signal()
    """Enter or Esc: the person is finished here and goes back to the text."""
    hint = Signal(str)
    """A short sentence for the status bar."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.save: Callable[[Metadata], bool] = lambda _metadata: False
        self._title = QLineEdit(self)
        self._title.setObjectName("headline")
        self._title.setFrame(False)
        self._title.setStyleSheet("QLineEdit#headline { background: transparent; border: 0; padding: 2px 0; }")
        self._published = OptionalDate(workbench.language, self)
        self._source = QLineEdit(self)
        self._source.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)
        self._language = QComboBox(self)
        for code in ("tr", "en"):
            self._language.addItem("", code)
        self._labels = [QLabel(self) for _ in range(3)]
        for label, buddy in zip(self._labels, (self._published, self._source, self._language), strict=True):
            label.setBuddy(buddy)
        self._status = QLabel(self)
        facts = [QWidget(self) for _ in self._labels]
        row = FlowLayout(None, 14, wide=facts[1])
        for fact, label, field in zip(
            facts, self._labels, (self._published, self._source, self._language), strict=True
        ):
            pair = QHBoxLayout(fact)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(6)
            pair.addWidget(label)
            pair.addWidget(field, 1)
            row.addWidget(fact)
        row.addWidget(self._status)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 10, 18, 8)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addLayout(row)

        self._title.editingFinished.connect(self._edited)
        self._source.editingFinished.connect(self._edited)
        self._published.changed.connect(self._edited)
        self._language.activated.connect(lambda _index: self._edited())
        self._published.refused.connect(self.hint)
        for line in self.findChildren(QLineEdit):
            line.returnPressed.connect(self.left)
            line.installEventFilter(self)
        workbench.opened.connect(self.show_article)
        workbench.changed.connect(lambda _changes: self._show_status())
        workbench.article_changed.connect(self._show_status)
        workbench.language_changed.connect(lambda _language: self.retranslate())
        self.retranslate()

    def set_families(self, families: Sequence[str]) -> None:
        """The headline is in the typeface of the article."""
        font = self._title.font()
        font.setFamilies(families)
        font.setPointSizeF(self.font().pointSizeF() * 1.45)
        font.setBold(True)
        self._title.setFont(font)
        self._show_beginnings()

    def retranslate(self) -> None:
        names = (self.tr("Published"), self.tr("Source"), self.tr("Language"))
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        self._title.setAccessibleName(self.tr("Title"))
        self._title.setPlaceholderText(self.tr("Title"))
        self._source.setAccessibleName(self.tr("Source"))
        self._source.setPlaceholderText(self.tr("Agency, newspaper…"))
        self._language.setAccessibleName(self.tr("Language of the article"))
        self._published.set_language(self._workbench.language)
        self._published.setToolTip(self.tr("Relative dates such as “on Tuesday” are counted from this day."))
        self._language.setItemText(0, self.tr("Turkish"))
        self._language.setItemText(1, self.tr("English"))
        self._show_status()

    def show_article(self) -> None:
        """Shows the open article's metadata."""
        session = self._workbench.session
        self.setEnabled(session is not None and not session.project.read_only)
        data = session.article.metadata if session else Metadata("")
        self._title.setText(data.title)
        self._title.setCursorPosition(0)
        self._title.setToolTip(words.tip(data.title))
        self._source.setText(data.source)
        self._source.setCursorPosition(0)
        self._source.setToolTip(words.tip(data.source))
        self._language.setCurrentIndex(max(self._language.findData(data.language), 0))
        day = data.published
        self._published.set_value(QDate(day.year, day.month, day.day) if day else None)
        self._show_status()

    def _show_beginnings(self) -> None:
        """A field that is too narrow for its words shows how they begin, unless someone is at its end."""
        for field in (self._title, self._source):
            if not field.hasFocus():
                field.setCursorPosition(0)

    def _show_status(self) -> None:
        session = self._workbench.session
        self._status.setText(words.article_status(session.status) if session else "")

    def _edited(self) -> None:
        session = self._workbench.session
        if session is None:
            return
        day = self._published.value()
        wanted = replace(
            session.article.metadata,
            title=self._title.text().strip() or session.article.metadata.title,
            source=self._source.text().strip(),
            language=self._language.currentData(),
            published=date(day.year(), day.month(), day.day()) if day is not None else None,
        )
        if wanted == session.article.metadata:
            self._title.setText(wanted.title)  # an emptied title comes back
        elif not self.save(wanted):
            self.show_article()
        self._show_beginnings()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in a field takes back what was typed there."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.show_article()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
