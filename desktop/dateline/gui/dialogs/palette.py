"""The command palette: every action, label and article of the window by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QListWidgetItem, QStyleOptionViewItem, QWidget

from dateline.core.fuzzy import score
from dateline.gui import theme
from dateline.gui.dialogs.popup import LinePopup, PopupDelegate

_COMMAND = Qt.ItemDataRole.UserRole
SHOWN = 60
"""Rows listed at most: whoever sees more types another letter."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: its name, its keys, what kind of thing it is (of an action: ""), how it is done."""

    id: str
    name: str
    keys: str
    kind: str
    run: Callable[[], object]
    lacks: str = ""
    """Why it cannot be done now; "" where it can."""


class Palette(LinePopup):
    """Lists commands, those used lately first; typing narrows, Enter runs, Escape leaves."""

    def __init__(
        self,
        commands: Sequence[Command],
        recent: Sequence[str],
        parent: QWidget,
        prompt: str = "",
        otherwise: Callable[[str], Command] | None = None,
        in_hand: bool = True,
    ) -> None:
        """`prompt`: what is to be typed, if no command; `otherwise`: the last line, made of what is typed.

        `in_hand`: whether Enter takes the first line before anything is typed.
        """
        super().__init__(parent)
        self.say(self.tr("Command palette"), prompt or self.tr("Type what you want to do"), self.tr("Commands"))
        self._commands = list(commands)
        self._recent = {id: place for place, id in enumerate(recent)}
        self._otherwise = otherwise
        self._in_hand = in_hand
        self._list.setItemDelegate(_CommandDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._line.textChanged.connect(self._narrow)
        em = self.fontMetrics().height()
        self.resize(em * 32, em * 24)
        self._narrow("")

    def _narrow(self, typed: str) -> None:
        ranked: list[tuple[bool, float, int, Command]] = []
        for place, command in enumerate(self._commands):
            fit = score(typed, command.name)
            if fit is not None:
                lately = len(self._recent) - self._recent[command.id] if command.id in self._recent else 0
                ranked.append((not command.lacks, fit + lately * 0.05, -place, command))
        ranked.sort(key=lambda row: row[:3], reverse=True)
        self._list.clear()
        last = [self._otherwise(typed.strip())] if self._otherwise is not None and typed.strip() else []
        for command in [row[-1] for row in ranked[:SHOWN]] + last:
            said = (command.name, command.keys or command.kind, command.lacks)
            self.add_row(command.name, _COMMAND, command, ", ".join(part for part in said if part))
        self.begin(self._in_hand or bool(typed.strip()))

    def take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            command: Command = item.data(_COMMAND)
            self.close()
            command.run()


class _CommandDelegate(PopupDelegate):
    """A row: the name, and at the right the keys or what kind of thing it is; grey where it cannot be done now."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, int(option.fontMetrics.height() * 1.8))

    def write(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        command: Command = index.data(_COMMAND)
        inner: QRect = option.rect.adjusted(10, 0, -10, 0)
        right = command.keys or command.kind
        painter.setPen(theme.second(option))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, right)
        room = inner.width() - option.fontMetrics.horizontalAdvance(right) - 12
        if not command.lacks:
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        name = option.fontMetrics.elidedText(command.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
