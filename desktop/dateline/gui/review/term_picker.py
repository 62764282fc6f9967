"""A small window under a button to pick one of many terms by typing a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from dateline.core import turkish
from dateline.core.codebook import Term
from dateline.gui.review import look


def matching(terms: Sequence[Term], typed: str, language: str) -> list[Term]:
    """The terms whose name, id or definition holds what was typed; those whose name begins with it come first."""
    wanted = turkish.fold(typed.strip())

    def rank(term: Term) -> int:
        name = turkish.fold(term.name(language))
        if name.startswith(wanted) or term.key == wanted:
            return 0
        if wanted in name:
            return 1
        words = " ".join((term.id, *term.names.values(), *term.definition.values()))
        return 2 if wanted in turkish.fold(words) else 3

    return sorted((term for term in terms if rank(term) < 3), key=rank)


def swatch(colour: QColor, side: int) -> QPixmap:
    """A dot of a colour."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    inset = max(1, side // 6)
    painter.drawEllipse(pixmap.rect().adjusted(inset, inset, -inset, -inset))
    painter.end()
    return pixmap


class TermPicker(QFrame):
    """Emits `picked` with the id of a term, and closes."""

    picked = Signal(str)

    def __init__(self, terms: Sequence[Term], current: str, language: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._terms, self._language, self._current = terms, language, current
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Type to search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Event types"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        unit = self.fontMetrics().height() // 2
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit, unit, unit, unit)
        layout.setSpacing(unit)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list.itemActivated.connect(self._pick)
        self.list.itemClicked.connect(self._pick)
        self._fill("")

    def pop_up(self, below: QWidget) -> None:
        """Opens under a widget, within the screen."""
        line = self.fontMetrics().height()
        self.resize(line * 17, line * 22)
        corner = below.mapToGlobal(QPoint(0, below.height()))
        area = below.screen().availableGeometry()
        corner.setX(max(area.left(), min(corner.x(), area.right() - self.width())))
        corner.setY(max(area.top(), min(corner.y(), area.bottom() - self.height())))
        self.move(corner)
        self.show()
        self.search.setFocus()

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for term in matching(self._terms, typed, self._language):
            item = QListWidgetItem(term.name(self._language), self.list)
            item.setIcon(swatch(look.colour_of(term, self.palette()), self.fontMetrics().height()))
            item.setData(Qt.ItemDataRole.UserRole, term.id)
            item.setToolTip(term.definition.get(self._language, ""))
            if term.id == self._current and not typed:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(item.data(Qt.ItemDataRole.UserRole))
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
