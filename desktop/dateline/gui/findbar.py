"""Finding in the open article: a bar above the text with count, options, and a label for all hits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from dateline.core.annotation import Mention, Status
from dateline.core.find import PatternError, Query, find, unlabelled
from dateline.core.spans import Span
from dateline.gui import theme
from dateline.gui.article.view import ArticleView
from dateline.gui.flow import FlowLayout
from dateline.gui.focus import WayBack, chain
from dateline.gui.workbench import Workbench

PAUSE_MS = 80
"""How long typing must rest before a long text is searched again."""


class FindBar(QFrame):
    """Typing finds; Enter and Shift+Enter go on and back; Escape closes. `label_wanted` names the hits to label."""

    label_wanted = Signal(list)
    opening = Signal()
    left = Signal()

    def __init__(self, workbench: Workbench, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = workbench
        self._view = view
        self.hits: list[Span] = []
        self.current = -1
        self._back = WayBack()
        self._line = QLineEdit(self)
        self._line.setClearButtonEnabled(True)
        self._line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)
        self._count = QLabel(self)
        self._previous, self._next, self._close = QToolButton(self), QToolButton(self), QToolButton(self)
        self._word, self._suffixes, self._pattern, self._open = (QCheckBox(self) for _ in range(4))
        self._label = QPushButton(self)
        layout = FlowLayout(self, 6, wide=self._line)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._line)
        steps = (self._count, self._previous, self._next)
        options = (self._word, self._suffixes, self._open, self._pattern)
        for widget in (*steps, *options, self._label, self._close):
            layout.addWidget(widget)
        chain(self._line, self._previous, self._next, *options, self._label, self._close)
        for button, sign in ((self._previous, "↑"), (self._next, "↓"), (self._close, "✕")):
            button.setText(sign)
            button.setAutoRaise(True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self._find)
        self._line.textChanged.connect(lambda _text: self._rest.start())
        for box in (self._word, self._suffixes, self._pattern, self._open):
            box.toggled.connect(lambda _on: self._find())
        self._previous.clicked.connect(lambda: self.go(-1))
        self._next.clicked.connect(lambda: self.go(1))
        self._close.clicked.connect(self.leave)
        self._label.clicked.connect(lambda: self.label_wanted.emit(list(self.hits)))
        workbench.opened.connect(self.leave)
        workbench.changed.connect(
            lambda _changes: self._find() if self._open.isChecked() and self.isVisible() else None
        )
        self.retranslate()
        self.hide()

    @property
    def last(self) -> QWidget:
        """The last control that Tab comes to."""
        return self._close

    def start(self, words: str = "") -> None:
        """Opens the bar, looking for words where some are selected."""
        self.setStyleSheet(f"FindBar {{ border-bottom: 1px solid {theme.current().line}; }}")
        self._back.remember(self)
        self.opening.emit()
        self.show()
        if words:
            self._line.setText(words)
        self._line.setFocus()
        self._line.selectAll()
        self._find()

    def leave(self) -> None:
        """Closes the bar; what had the keyboard before has it again."""
        if self.isHidden():
            return
        within = self.isAncestorOf(QApplication.focusWidget() or self)
        self._rest.stop()
        self.hide()
        self.left.emit()
        self.hits, self.current = [], -1
        self._view.show_hits([], None)
        if within:
            self._back.take(self._view)

    def go(self, step: int) -> None:
        """To the next hit or the one before; around at the ends."""
        if self._rest.isActive():
            self._rest.stop()
            self._find()
        if self.hits:
            self._show((self.current + step) % len(self.hits))

    def _find(self) -> None:
        query = Query(
            self._line.text(),
            whole_word=self._word.isChecked(),
            suffixes=self._suffixes.isChecked(),
            regex=self._pattern.isChecked(),
        )
        try:
            hits = find(self._bench.text, query)
        except PatternError:
            self.hits, self.current = [], -1
            self._view.show_hits([], None)
            self._count.setText(self.tr("not a pattern"))
            self._label.setEnabled(False)
            return
        if self._open.isChecked():
            hits = unlabelled(hits, self._taken())
        self.hits = hits
        here = self._view.position()
        self._show(next((i for i, hit in enumerate(hits) if hit.end > here), 0) if hits else -1)

    def _taken(self) -> list[Span]:
        kept = (m for m in self._bench.state.mentions.values() if m.status is not Status.REJECTED)
        return [m.span for m in kept if isinstance(m, Mention)]

    def _show(self, index: int) -> None:
        self.current = index
        hit = self.hits[index] if index >= 0 else None
        self._view.show_hits(self.hits, hit)
        if hit is not None:
            self._view.reveal(hit)
        typed = bool(self._line.text().strip())
        self._count.setText(f"{index + 1}/{len(self.hits)}" if typed else "")
        self._label.setEnabled(bool(self.hits))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self._line.setPlaceholderText(self.tr("Find in the article"))
        self._line.setAccessibleName(self.tr("Find in the article"))
        self._word.setText(self.tr("Whole word"))
        self._suffixes.setText(self.tr("Any suffix"))
        self._pattern.setText(self.tr("Pattern"))
        self._pattern.setToolTip(self.tr("The words are a regular expression"))
        self._open.setText(self.tr("Unmarked only"))
        self._label.setText(self.tr("Label all…"))
        for button, name in (
            (self._previous, self.tr("Previous hit")),
            (self._next, self.tr("Next hit")),
            (self._close, self.tr("Close")),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
