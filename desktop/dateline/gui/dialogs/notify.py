"""How the window tells the person something: a banner that does not interrupt, a dialog where an answer is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from dateline.gui import theme
from dateline.gui.speech import announce


class Banner(QFrame):
    """A line above the article; it stays until it is closed or its time is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton(self)
        self._refuse = QPushButton(self)
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._refuse)
        layout.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_over)
        self._warning = False
        self._act: Callable[[], object] | None = None
        self._no: Callable[[], object] | None = None
        self._button.clicked.connect(lambda: self._press(self._act))
        self._refuse.clicked.connect(lambda: self._press(self._no))
        self.setAccessibleName(self.tr("Message"))
        self.hide()

    def tell(
        self,
        sentence: str,
        *,
        warning: bool = False,
        button: str = "",
        act: Callable[[], object] | None = None,
        seconds: float = 0,
        no: str = "",
        refuse: Callable[[], object] | None = None,
    ) -> None:
        """Shows a sentence, with a button where there is something to do about it, and one to refuse it for good."""
        self._close.setAccessibleName(self.tr("Close message"))
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self._act = act
        self._button.setVisible(act is not None)
        self._button.setText(button)
        self._no = refuse
        self._refuse.setVisible(refuse is not None)
        self._refuse.setText(no)
        self._warning = warning
        self._dress()
        self.show()
        announce(self, sentence)
        self._timer.stop()
        if seconds:
            self._timer.start(int(seconds * 1000))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        """In the colours of the theme, which may change while the banner is there."""
        shades, warning = theme.current(), self._warning
        ink = ("#ffb4a8" if shades.dark else "#9b1c10") if warning else shades.text
        mark = ink if warning else shades.accent
        sheet = (
            f"Banner {{ background: {shades.raised}; border-bottom: 1px solid {shades.line};"
            f" border-left: 4px solid {mark}; }} QLabel {{ color: {ink}; }}"
        )
        if sheet != self.styleSheet():  # a sheet tells of a new palette, too
            self.setStyleSheet(sheet)

    def add(self, sentence: str) -> str:
        """Says something more after what stands there; returns what stands there now."""
        before = self.sentence
        if not before:
            self.tell(sentence)
        elif sentence not in before:
            self._text.setText(f"{before} {sentence}")
            self._text.setAccessibleName(self._text.text())
            self._timer.stop()
        return self.sentence

    @property
    def sentence(self) -> str:
        """What stands there now; "" where nothing does."""
        return self._text.text() if not self.isHidden() else ""

    def _time_is_over(self) -> None:
        """Goes, but not from under the hands of someone who has come to it by keyboard."""
        if self.isAncestorOf(QApplication.focusWidget() or self):
            self._timer.start()
        else:
            self.hide()

    def _press(self, act: Callable[[], object] | None) -> None:
        self.hide()
        if act is not None:
            act()


def ask(parent: QWidget, question: str, yes: str, no: str) -> bool:
    """A question whose buttons name what they do."""
    return ask_which(parent, question, [yes], no) == 0


def ask_which(parent: QWidget, question: str, answers: Sequence[str], no: str) -> int | None:
    """A question with several answers, each a button: the place of the one that was chosen, or None."""
    box = QMessageBox(QMessageBox.Icon.Question, parent.window().windowTitle(), question, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    buttons = [box.addButton(answer, QMessageBox.ButtonRole.AcceptRole) for answer in answers]
    box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.exec()
    chosen = box.clickedButton()
    place = next((place for place, button in enumerate(buttons) if button is chosen), None)
    box.deleteLater()
    return place
