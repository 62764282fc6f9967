"""Lays widgets out like words: from left to right, on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import isValid


class FlowLayout(QLayout):
    """After the flow layout of Qt's examples, with items never wider than the line, and in the middle of its height."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4, wide: QWidget | None = None) -> None:
        """`wide`: the item that takes the room which is left in its line."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._wide = wide
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        item = self._items[index] if 0 <= index < len(self._items) else None
        return item if item is not None and isValid(item) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        around = self.contentsMargins()
        inner = width - around.left() - around.right()
        return self._place(QRect(0, 0, inner, 0), move=False) + around.top() + around.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        tallest = max((item.sizeHint().height() for item in self._shown()), default=0)
        around = self.contentsMargins()
        return QSize(tallest * 3, tallest).grownBy(around)

    def _place(self, rect: QRect, move: bool) -> int:
        """The height that the lines take in a width; `move`: puts the items there too."""
        top = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            room = rect.width() - sum(size.width() for _, size in line) - self.spacing() * (len(line) - 1)
            x = rect.x()
            for item, size in line:
                if self._wide is not None and item.widget() is self._wide:
                    size = QSize(size.width() + max(room, 0), size.height())
                if move:
                    item.setGeometry(QRect(QPoint(x, top + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            top += height + self._between()
        return max(top - self._between() - rect.y(), 0)

    def _shown(self) -> list[QLayoutItem]:
        """The items that take room. While a window goes away Qt still asks for the place of items that are gone."""
        return [item for item in self._items if isValid(item) and not item.isEmpty()]

    def _between(self) -> int:
        """The room between two lines: not more than words in a line need."""
        return min(self.spacing(), 6)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items of each line with their sizes."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            least = item.minimumSize()  # enough for what gets the room that is left
            hint = least if item.widget() is self._wide else item.sizeHint().expandedTo(least)
            size = QSize(min(hint.width(), max(1, width)), hint.height())
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines
