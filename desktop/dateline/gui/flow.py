"""Lays widgets out like words: from left to right, on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import isValid


class FlowLayout(QLayout):
    """After the flow layout of Qt's examples, with items never wider than the line, and in the middle of its height.

    Only widgets can be items. They are asked themselves: an item that Qt has asked for once is not to be touched from
    Python again.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 4, wide: QWidget | None = None) -> None:
        """`wide`: the widget that takes the room which is left in its line."""
        self._heights: dict[int, int] = {}
        """The height by width, as long as no item changes: Qt asks for it again and again."""
        super().__init__(parent)
        self._items: list[tuple[QLayoutItem, QWidget]] = []
        self._wide = wide
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        widget = item.widget()
        assert widget is not None
        self._items.append((item, widget))

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index][0] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index)[0] if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            around = self.contentsMargins()
            inner = width - around.left() - around.right()
            height = self._place(QRect(0, 0, inner, 0), move=False) + around.top() + around.bottom()
            self._heights[width] = height
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        tallest = max((self._size(widget).height() for widget in self._shown()), default=0)
        return QSize(tallest * 3, tallest).grownBy(self.contentsMargins())

    def _place(self, rect: QRect, move: bool) -> int:
        """The height that the lines take in a width; `move`: puts the widgets there too."""
        between = min(self.spacing(), 6)
        top = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            room = rect.width() - sum(size.width() for _, size in line) - self.spacing() * (len(line) - 1)
            x = rect.x()
            for widget, size in line:
                wide = size.width() + (max(room, 0) if widget is self._wide else 0)
                if move:
                    widget.setGeometry(
                        QRect(QPoint(x, top + (height - size.height()) // 2), QSize(wide, size.height()))
                    )
                x += wide + self.spacing()
            top += height + between
        return max(top - between - rect.y(), 0)

    def _shown(self) -> list[QWidget]:
        """The widgets that take room. While a window goes away Qt still asks for the place of those that are gone."""
        return [widget for _, widget in self._items if isValid(widget) and not widget.isHidden()]

    def _size(self, widget: QWidget) -> QSize:
        """The size of a widget; the least for the one that gets the room which is left."""
        least = widget.minimumSizeHint().expandedTo(widget.minimumSize())
        size = least if widget is self._wide else widget.sizeHint().expandedTo(least)
        return size.boundedTo(widget.maximumSize())

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        """The widgets of each line with their sizes."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        used = 0
        for widget in self._shown():
            hint = self._size(widget)
            size = QSize(min(hint.width(), max(1, width)), hint.height())
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((widget, size))
            used += size.width() + self.spacing()
        return lines
