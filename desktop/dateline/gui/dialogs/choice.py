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
_NO_FIT = 4


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
        wide = max(em * 22, self.fontMetrics().horizontalAdvance(prompt) + em * 3)  # the prompt is read whole
        self.resize(wide, min(em * 26, em * 4 + len(self._terms) * _row_height(self)))

    def _narrow(self, typed: str) -> None:
        wanted = fold(typed.strip())
        exact = [t for t in self._terms if wanted and t.key == wanted]
        if exact and not any(self._goes_on(t, wanted) for t in self._terms if t is not exact[0]):
            self._finish(exact[0].id)
            return
        by_key = [t for t in self._terms if wanted and t.key.startswith(wanted)]
        fits = [(self._fit(t, wanted), place, t) for place, t in enumerate(self._terms) if t not in by_key]
        self._list.clear()
        for term in by_key + [t for fit, _place, t in sorted(fits, key=lambda row: row[:2]) if fit < _NO_FIT]:
            name, meaning = term.name(self._language), in_language(term.definition, self._language)
            self.add_row(name, _TERM, term, ", ".join(part for part in (name, term.key.upper(), meaning) if part))
        self.begin()

    def _goes_on(self, term: Term, typed: str) -> bool:
        """Whether what is typed may yet become the term: the start of its key, or two letters or more of its name."""
        named = len(typed) > 1 and fold(term.name(self._language)).startswith(typed)
        return named or term.key.startswith(typed)

    def _fit(self, term: Term, typed: str) -> int:
        """How well a term's name fits what is typed, the best is 0: it starts so, a word of it, it holds it, its id.

        The short tag that stands in the text is a name as well.
        """
        name, tag = fold(term.name(self._language)), fold(term.tag(self._language))
        ways = (
            name.startswith(typed) or tag.startswith(typed),
            any(word.startswith(typed) for word in name.split()),
            typed in name,
            typed in fold(term.id),
        )
        return ways.index(True) if True in ways else _NO_FIT

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
