"""Finding in the open article: a bar above the text with count, options, and a label for all hits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.core.annotation import Mention, Status
from dateline.core.errors import DatelineError
from dateline.core.find import PatternError, Query, compiled, find, unlabelled
from dateline.core.ports import Progress
from dateline.core.spans import Span
from dateline.gui import theme
from dateline.gui.article.view import ArticleView
from dateline.gui.flow import FlowLayout
from dateline.gui.focus import WayBack, chain
from dateline.gui.queryoptions import QueryOptions
from dateline.gui.workbench import Workbench
from dateline.gui.worker import Worker
from dateline.services.matching import Matcher, Question, Sheet

PAUSE_MS = 80
"""How long typing must rest before a long text is searched again."""


class FindBar(QFrame):
    """Typing finds; Enter and Shift+Enter go on and back; Escape closes. `label_wanted` names the hits to label."""

    label_wanted = Signal(list)
    project_wanted = Signal()
    """The same words are wanted in the whole project."""
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
        self.options = QueryOptions(self)
        self._label, self._project = QPushButton(self), QPushButton(self)
        self._matcher = Matcher()
        self._worker = Worker(self)
        self._worker.finished.connect(self._take)
        self._worker.failed.connect(self._fail)
        self._says = QLabel(self)
        self._says.setWordWrap(True)
        self._says.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 6, 8, 6)
        layout = FlowLayout(spacing=6, wide=self._line)
        whole.addLayout(layout)
        whole.addWidget(self.options)
        whole.addWidget(self._says)
        layout.addWidget(self._line)
        steps = (self._count, self._previous, self._next)
        for widget in (*steps, self._label, self._project, self._close):
            layout.addWidget(widget)
        chain(self._line, self._previous, self._next, self._label, self._project, self._close, *self.options.boxes)
        for button, sign in ((self._previous, "↑"), (self._next, "↓"), (self._close, "✕")):
            button.setText(sign)
            button.setAutoRaise(True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self._find)
        self._line.textChanged.connect(lambda _text: self._rest.start())
        self.options.changed.connect(self._find)
        self._previous.clicked.connect(lambda: self.go(-1))
        self._next.clicked.connect(lambda: self.go(1))
        self._close.clicked.connect(self.leave)
        self._label.clicked.connect(lambda: self.label_wanted.emit(list(self.hits)))
        self._project.clicked.connect(self.project_wanted)
        workbench.opened.connect(self.leave)
        workbench.changed.connect(
            lambda _changes: self._find() if self.options.unmarked.isChecked() and self.isVisible() else None
        )
        self.retranslate()
        self.hide()

    @property
    def last(self) -> QWidget:
        """The last control that Tab comes to."""
        return self.options.boxes[-1]

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
        self.shut_down()
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
        query = self.options.query(self._line.text())
        self._worker.cancel()
        self._matcher.interrupt()
        self._tell("")
        if not query.regex:
            self._take(find(self._bench.text, query))
            return
        try:
            compiled(query.words)
        except PatternError:
            self._take([])
            self._count.setText(self.tr("not a pattern"))
        else:
            self._match(query)

    def _match(self, query: Query) -> None:
        """Matches a pattern, which may take for ever, where it can be ended."""
        matcher, text = self._matcher, self._bench.text

        def job(_progress: Progress) -> list[Span]:
            question, sheets = Question(query), [[Sheet(text)]]
            return [hit.span for lot in matcher.answers(question, sheets) for answer in lot for hit in answer.hits]

        self._take([])
        self._count.setText("…")
        self._worker.start(job)

    def _fail(self, error: object) -> None:
        if isinstance(error, DatelineError):
            self._count.setText(self.tr("stopped"))
            self._tell(error.sentence(self._bench.language))

    def _take(self, hits: list[Span]) -> None:
        if self.options.unmarked.isChecked():
            hits = unlabelled(hits, self._taken())
        self.hits = hits
        here = self._view.position()
        self._show(next((i for i, hit in enumerate(hits) if hit.end > here), 0) if hits else -1)

    def _taken(self) -> list[Span]:
        kept = (m for m in self._bench.state.mentions.values() if m.status is not Status.REJECTED)
        return [m.span for m in kept if isinstance(m, Mention)]

    def _tell(self, sentence: str) -> None:
        """Says why a search was stopped; "" takes it away."""
        self._says.setStyleSheet(f"color: {theme.warning()};")
        self._says.setText(sentence)
        self._says.setVisible(bool(sentence))

    def words(self) -> str:
        """What is looked for now."""
        return self._line.text()

    def shut_down(self) -> None:
        """Ends a search that is under way, and its process."""
        self._worker.cancel()
        self._matcher.close()
        self._worker.shut_down()

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
        self._label.setText(self.tr("Label all…"))
        self._label.setToolTip(self.tr("Label all hits in this article, after a look at them"))
        self._project.setText(self.tr("Search the project"))
        self._project.setToolTip(self.tr("Search all articles for the same words"))
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
