"""What stands in the middle while no article is open: what this place is for, and what to do first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QCommandLinkButton,
    QFrame,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.gui import words


class StartPage(QScrollArea):
    """Buttons for the first steps and the recent projects; those whose file is gone are greyed and can be removed."""

    project_chosen = Signal(object)
    project_forgotten = Signal(object)

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._actions = list(actions)
        self._recent: list[Path] = []
        self._has_project = False
        self._empty = True
        self._build()

    def show_state(self, has_project: bool, recent: Sequence[Path]) -> None:
        """Says whether a project is open, and which ones were lately."""
        self._has_project = has_project
        self._recent = list(recent)
        self._build()

    def show_empty(self, empty: bool) -> None:
        """Says whether the open project has no articles to choose from."""
        if empty != self._empty:
            self._empty = empty
            self._build()

    def refresh(self) -> None:
        """Shows the actions as they look now."""
        self._build()

    def _build(self) -> None:
        before, focus = self.widget(), self.window().focusWidget()
        focused = before is not None and focus is not None and before.isAncestorOf(focus)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.setSpacing(6)
        em = self.fontMetrics().height()
        heading, says = self._words()
        title = QLabel(heading, page)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.9)
        font.setBold(True)
        title.setFont(font)
        layout.addWidget(title)
        about = QLabel(says, page)
        about.setWordWrap(True)
        about.setFixedWidth(em * 30)
        about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        layout.addWidget(about)
        layout.addSpacing(em // 2)
        first, *others = self._actions
        # Whoever has made a project wants to fill it; the sample is for those who begin.
        actions = [*others, first] if self._has_project else self._actions
        for action in actions:
            button = QCommandLinkButton(action.text().replace("…", "").replace("&", ""), action.statusTip(), page)
            button.setFixedWidth(em * 30)
            button.clicked.connect(action.trigger)
            if not action.icon().isNull():
                button.setIcon(action.icon())
            layout.addWidget(button)
            if action is actions[0]:
                self.setFocusProxy(button)
        if self._recent and not self._has_project:
            layout.addSpacing(em // 2)
            layout.addWidget(QLabel(self.tr("Recent projects"), page))
            for path in self._recent:
                layout.addWidget(self._recent_row(path, page))
        self.setWidget(page)
        if focused:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self) -> tuple[str, str]:
        """The heading, and what is said below it."""
        if not self._has_project:
            return "Dateline", self.tr(
                "Dateline suggests who did what to whom, when and where in a news article. "
                "You correct the suggestions and take the result to Excel."
            )
        if self._empty:
            return self.tr("This project has no articles yet"), self.tr(
                "Add the first one: drop text files here, open them, or paste a text."
            )
        return self.tr("No article is open"), self.tr(
            "Choose an article on the left, or add one: drop text files here, open them, or paste a text."
        )

    def _recent_row(self, path: Path, page: QWidget) -> QWidget:
        exists = path.exists()
        link = QToolButton(page)
        link.setAutoRaise(True)
        link.setToolTip(words.tip(str(path)))
        link.setText(path.stem if exists else self.tr("{name} (not found: click to remove)").format(name=path.stem))
        signal = self.project_chosen if exists else self.project_forgotten
        link.clicked.connect(lambda: signal.emit(path))
        return link

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._build()
        super().changeEvent(event)
