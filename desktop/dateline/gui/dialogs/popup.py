"""What all pop-ups of one line over a list have in common: the arrows choose, Enter takes, Escape leaves, Tab stays."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dateline.gui import theme
from dateline.gui.speech import announce

_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinePopup(QDialog):
    """A line to type in over a list. While the line has the keyboard the arrows still move in the list.

    Its parent must be the window: a child of the text would inherit the text's keys.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self._line = QLineEdit(self)
        self._list = QListWidget(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.addWidget(self._line)
        self._none = QLabel(self)
        self._none.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._none.hide()
        self.column.addWidget(self._none)
        self.column.addWidget(self._list)
        self._line.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.itemClicked.connect(self.pick)
        self._list.currentItemChanged.connect(self._tell)

    def say(self, title: str, prompt: str, rows: str) -> None:
        """Names the pop-up, its line and its list."""
        self.setWindowTitle(title)
        self._line.setPlaceholderText(prompt)
        self._line.setAccessibleName(prompt)
        self._list.setAccessibleName(rows)

    @abstractmethod
    def take(self, item: QListWidgetItem | None) -> None:
        """Enter was pressed, with a row in hand or none."""

    def pick(self, item: QListWidgetItem) -> None:
        """A row was clicked."""
        self.take(item)

    def add_row(self, words: str, role: int, data: object, spoken: str = "") -> None:
        """Another row: what it shows, what it stands for, and what is said of it."""
        item = QListWidgetItem(words)
        item.setData(role, data)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken or words)
        self._list.addItem(item)

    def begin(self, in_hand: bool = True) -> None:
        """All rows are there: the first is in hand, or none until an arrow takes it. Says so where there is none."""
        self._list.setCurrentRow(0 if in_hand else -1)
        nothing = "" if self._list.count() else self.tr("Nothing matches.")
        self._none.setText(nothing)
        self._none.setVisible(bool(nothing))
        if nothing:
            announce(self._line, nothing)

    def open_at(self, point: QPoint) -> None:
        """Shows the pop-up below a global position, or above it where there is no room; wholly on the screen."""
        room = self.screen().availableGeometry()
        self.resize(self.size().boundedTo(room.size()))
        place = QRect(point, self.size())
        if place.bottom() > room.bottom():
            place.moveBottom(point.y() - self.fontMetrics().height() * 2)
        self._show(place)

    def open_over(self, window: QWidget) -> None:
        """Shows the pop-up in the upper middle of a window."""
        room = self.screen().availableGeometry()
        self.resize(self.size().boundedTo(room.size()))
        corner = window.mapToGlobal(window.rect().topLeft())
        left = corner.x() + (window.width() - self.width()) // 2
        self._show(QRect(QPoint(left, corner.y() + window.height() // 8), self.size()))

    def _show(self, place: QRect) -> None:
        room = self.screen().availableGeometry()
        place.moveRight(min(place.right(), room.right()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        self.move(max(place.left(), room.left()), max(place.top(), room.top()))
        self.show()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _tell(self, item: QListWidgetItem | None) -> None:
        """The list has no focus while one types: what is current in it is said all the same."""
        said = str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item is not None else ""
        self._line.setAccessibleDescription(said)
        if self._line.hasFocus():
            announce(self._line, said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched not in (self._line, self._list) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # or Return, Del and Tab would do to the text what they do there
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() in _TAKE:
                self.take(self._list.currentItem())
                return True
            if watched is self._line and self._step(event.key()):
                return True
            if watched is self._list and _types(event):
                self._line.setFocus(Qt.FocusReason.OtherFocusReason)
                self._line.event(event)
                return True
        return super().eventFilter(watched, event)

    def _step(self, key: int) -> bool:
        """Moves in the list: one row, around at the ends, or a page."""
        count, row = self._list.count(), self._list.currentRow()
        if not count:
            return False
        page = max(self._list.viewport().height() // max(self._list.sizeHintForRow(0), 1) - 1, 1)
        there = {
            Qt.Key.Key_Down: (row + 1) % count,
            Qt.Key.Key_Up: (row - 1) % count if row >= 0 else count - 1,
            Qt.Key.Key_PageDown: min(row + page, count - 1),
            Qt.Key.Key_PageUp: max(row - page, 0),
        }.get(Qt.Key(key))
        if there is None:
            return False
        self._list.setCurrentRow(there)
        return True


class PopupDelegate(QStyledItemDelegate):
    """Paints the ground of a row; what stands on it is said by those who derive from this."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            shades = theme.current()
            painter.setPen(QPen(QColor(shades.accent), 1))
            painter.setBrush(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 5, 5)
        self.write(painter, option, index)
        painter.restore()

    @abstractmethod
    def write(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Puts the words of a row on its ground."""


def _types(event: QKeyEvent) -> bool:
    """Whether a key writes or takes away letters, and so belongs to the line."""
    chosen = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not chosen and ((event.text().isprintable() and event.text() != "") or event.key() == Qt.Key.Key_Backspace)
