"""What all tabs of the panel have in common: they read when they are seen, and say what to do where they are empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from dateline.core.review import Change
from dateline.gui.workbench import Workbench


class Tab(QWidget):
    """A tab. While hidden it only remembers that it is out of date; `read`, `take`, `follow` are called while seen."""

    filled_by_suggestions = True

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._stale = True
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(self.fontMetrics().height() * 2)
        self.body = QWidget(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        bench.opened.connect(self._outdate)
        bench.changed.connect(self._changed)
        bench.selected.connect(self._moved)
        bench.event_chosen.connect(self._moved)
        bench.language_changed.connect(self._outdate)
        bench.suggesting_changed.connect(self._outdate)
        bench.codebook_changed.connect(self._recode)
        bench.keymap.changed.connect(self._say_keys)

    def read(self) -> None:
        """Shows the open article anew. Every tab has its own way."""

    def take(self, changes: Sequence[Change]) -> None:
        """Shows what a step changed; a tab that can do it for less than reading all anew says how."""
        self.read()

    def follow(self) -> None:
        """Shows what is selected now, where the tab marks it."""

    def rebuild(self) -> None:
        """Makes anew what was made from the codebook, which is another one now; most tabs only read it."""

    def retranslate(self) -> None:
        """Says everything of the tab's own in the language of the window."""

    def say_empty(self, sentence: str) -> None:
        """Shows a sentence in place of the tab; "" shows the tab. While suggestions come, it says just that."""
        if sentence and self.filled_by_suggestions and self.bench.suggesting:
            sentence = self.tr(
                "Suggestions are being prepared. After the start this takes a little longer; you can read meanwhile."
            )
        self.empty.setText(sentence)
        self._stack.setCurrentWidget(self.empty if sentence else self.body)

    def refresh(self) -> None:
        """Reads the article anew where the tab is out of date."""
        if self._stale:
            self._stale = False
            self.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self.follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._outdate()

    def _say_keys(self) -> None:
        """Sentences that name keys name those that are set now."""
        self.retranslate()
        self._outdate()

    def _recode(self) -> None:
        self.rebuild()
        self._outdate()

    def _outdate(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self.read()

    def _changed(self, changes: Sequence[Change]) -> None:
        if self._stale or not self.isVisible():
            self._stale = True
            return
        self.take(changes)

    def _moved(self) -> None:
        if not self._stale and self.isVisible():
            self.follow()
