"""The command palette: every action, label and article of the window by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dateline.core.fuzzy import score
from dateline.gui import theme

_COMMAND = Qt.ItemDataRole.UserRole
SHOWN = 60


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: its name, its keys, what kind of thing it is, and how it is done."""

    id: str
    name: str
    keys: str
    kind: str
    run: Callable[[], object]


class Palette(QDialog):
    """Lists commands, those used lately first; typing narrows, Enter runs, Escape leaves."""

    def __init__(
        self,
        commands: Sequence[Command],
        recent: Sequence[str],
        parent: QWidget,
        prompt: str = "",
        otherwise: Callable[[str], Command] | None = None,
    ) -> None:
        """`prompt`: what is to be typed, if no command; `otherwise`: the last line, made of what is typed."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Command palette"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = list(commands)
        self._recent = {id: place for place, id in enumerate(recent)}
        self._line = QLineEdit(self)
        self._otherwise = otherwise
        self._line.setPlaceholderText(prompt or self.tr("Type what you want to do"))
        self._line.setAccessibleName(prompt or self.tr("Type what you want to do"))
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setItemDelegate(_CommandDelegate(self._list))
        self._list.setUniformItemSizes(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._line)
        layout.addWidget(self._list)
        self._line.textChanged.connect(self._narrow)
        self._line.installEventFilter(self)
        self._list.itemClicked.connect(self._run)
        em = self.fontMetrics().height()
        self.resize(em * 32, em * 24)
        self._narrow("")

    def open_over(self, window: QWidget) -> None:
        """Shows the palette in the upper middle of a window."""
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + window.height() // 8)
        self.show()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _narrow(self, typed: str) -> None:
        ranked: list[tuple[float, int, Command]] = []
        for place, command in enumerate(self._commands):
            fit = score(typed, command.name)
            if fit is not None:
                lately = len(self._recent) - self._recent[command.id] if command.id in self._recent else 0
                ranked.append((fit + lately * 0.05, -place, command))
        ranked.sort(key=lambda row: row[:2], reverse=True)
        self._list.clear()
        last = [self._otherwise(typed.strip())] if self._otherwise is not None and typed.strip() else []
        for command in [command for _, _, command in ranked[:SHOWN]] + last:
            item = QListWidgetItem(command.name)
            item.setData(_COMMAND, command)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{command.name} {command.keys}")
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        command: Command = item.data(_COMMAND)
        self.close()
        command.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._list.count():
                self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)


class _CommandDelegate(QStyledItemDelegate):
    """A row: the name, and at the right the keys or what kind of thing it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, int(option.fontMetrics.height() * 1.8))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        command: Command = index.data(_COMMAND)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        inner = rect.adjusted(10, 0, -10, 0)
        right = command.keys or command.kind
        painter.setPen(QColor(theme.current().muted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, right)
        room = inner.width() - option.fontMetrics.horizontalAdvance(right) - 12
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        name = option.fontMetrics.elidedText(command.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()
