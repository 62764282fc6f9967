"""A small pop-up to choose one entry of the codebook: by its key letters, by typing a part of its name, by mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dateline.core.codebook import Term, in_language
from dateline.core.turkish import fold
from dateline.gui import theme

_TERM = Qt.ItemDataRole.UserRole


class ChoicePopup(QFrame):
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
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._terms = list(terms)
        self._language = language
        self._chosen = chosen
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(prompt)
        self._filter.setAccessibleName(prompt)
        self._list = QListWidget(self)
        self._list.setItemDelegate(_TermDelegate(language, self._list))
        self._list.setAccessibleName(prompt)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self._filter)
        layout.addWidget(self._list)
        self._filter.textChanged.connect(self._narrow)
        self._filter.installEventFilter(self)
        self._list.itemClicked.connect(lambda item: self._take(item))
        self._narrow("")
        for row in range(self._list.count()):
            if self._list.item(row).data(_TERM).id == current:
                self._list.setCurrentRow(row)
        em = self.fontMetrics().height()
        self.resize(em * 22, min(em * 26, em * 4 + len(self._terms) * _row_height(self)))

    def open_at(self, point: QPoint) -> None:
        """Shows the pop-up near a global position, wholly on the screen."""
        screen = self.screen().availableGeometry()
        place = QRect(point, self.size())
        if place.bottom() > screen.bottom():
            place.moveBottom(max(point.y() - self.fontMetrics().height() * 2, screen.top() + self.height()))
        if place.right() > screen.right():
            place.moveRight(screen.right())
        self.move(place.topLeft())
        self.show()
        self._filter.setFocus(Qt.FocusReason.PopupFocusReason)

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
            item = QListWidgetItem(term.name(self._language))
            item.setData(_TERM, term)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, term.name(self._language))
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._finish(item.data(_TERM).id)

    def _finish(self, id: str) -> None:
        chosen, self._chosen = self._chosen, lambda _id: None
        self.close()
        chosen(id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._filter and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # or Return, Del and Tab would do to the text what they do there
            return True
        if watched is self._filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._list.count():
                self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)


def _row_height(widget: QWidget) -> int:
    return int(widget.fontMetrics().height() * 2.5)


class _TermDelegate(QStyledItemDelegate):
    """A row: colour, name, key, and the definition below."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        widget = self.parent()
        assert isinstance(widget, QWidget)
        return QSize(10, _row_height(widget))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        term: Term = index.data(_TERM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        palette: QPalette = option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        em = painter.fontMetrics().height()
        if term.light:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(term))
            painter.drawEllipse(QRect(rect.left() + 8, rect.top() + em // 2, em // 2, em // 2))
        left = rect.left() + 8 + em
        inner = QRect(left, rect.top() + em // 6, rect.right() - left - 8, em + 4)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft, term.name(self._language))
        painter.setPen(QColor(theme.current().muted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight, term.key.upper())
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.86)
        painter.setFont(font)
        below = inner.translated(0, em)
        definition = in_language(term.definition, self._language)
        shown = painter.fontMetrics().elidedText(definition, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()
