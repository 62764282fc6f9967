"""A small pop-up to choose one entry of the codebook: by its key letters, by typing a part of its name, by mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QListWidgetItem, QStyleOptionViewItem, QWidget

from dateline.core.codebook import Term, in_language
from dateline.core.turkish import fold
from dateline.gui import theme
from dateline.gui.dialogs.popup import LinePopup, PopupDelegate

_TERM = Qt.ItemDataRole.UserRole


class ChoicePopup(LinePopup):
    """Shows terms, `current` first in hand; calls back with the chosen one's id and closes. Escape closes without."""

    def __init__(
        self,
        terms: Sequence[Term],
        language: str,
        prompt: str,
        chosen: Callable[[str], object],
        parent: QWidget,
        current: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.say(prompt, prompt, prompt)
        self._terms = list(terms)
        self._language = language
        self._chosen = chosen
        self._list.setItemDelegate(_TermDelegate(language, self._list))
        self._line.textChanged.connect(self._narrow)
        self._narrow("")
        for row in range(self._list.count()):
            if self._list.item(row).data(_TERM).id == current:
                self._list.setCurrentRow(row)
        em = self.fontMetrics().height()
        self.resize(em * 22, min(em * 26, em * 4 + len(self._terms) * _row_height(self)))

    def _narrow(self, typed: str) -> None:
        wanted = fold(typed.strip())
        exact = [t for t in self._terms if wanted and t.key == wanted]
        if exact and not any(t.key != wanted and t.key.startswith(wanted) for t in self._terms):
            self._finish(exact[0].id)
            return
        by_key = [t for t in self._terms if wanted and t.key.startswith(wanted)]
        by_name = [t for t in self._terms if t not in by_key and wanted in fold(t.name(self._language) + " " + t.id)]
        self._list.clear()
        for term in by_key + by_name:
            name, meaning = term.name(self._language), in_language(term.definition, self._language)
            self.add_row(name, _TERM, term, ", ".join(part for part in (name, term.key.upper(), meaning) if part))
        self._list.setCurrentRow(0)

    def take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._finish(item.data(_TERM).id)

    def _finish(self, id: str) -> None:
        chosen, self._chosen = self._chosen, lambda _id: None
        self.close()
        chosen(id)


def _row_height(widget: QWidget) -> int:
    return int(widget.fontMetrics().height() * 2.5)


class _TermDelegate(PopupDelegate):
    """A row: colour, name, key, and the definition below."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        widget = self.parent()
        assert isinstance(widget, QWidget)
        return QSize(10, _row_height(widget))

    def write(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        term: Term = index.data(_TERM)
        rect: QRect = option.rect
        em = painter.fontMetrics().height()
        if term.light:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(term))
            painter.drawEllipse(QRect(rect.left() + 8, rect.top() + em // 2, em // 2, em // 2))
        left = rect.left() + 8 + em
        inner = QRect(left, rect.top() + em // 6, rect.right() - left - 8, em + 4)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        room = inner.width() - painter.fontMetrics().horizontalAdvance(term.key.upper()) - em
        name = painter.fontMetrics().elidedText(term.name(self._language), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(theme.second(option))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight, term.key.upper())
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.86)
        painter.setFont(font)
        below = inner.translated(0, em)
        definition = in_language(term.definition, self._language)
        shown = painter.fontMetrics().elidedText(definition, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, shown)
