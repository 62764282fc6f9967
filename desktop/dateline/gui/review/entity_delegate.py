"""Paints entities with their count, and their mentions in a little of their context."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dateline.core.annotation import Mention
from dateline.core.codebook import Term
from dateline.core.find import context
from dateline.gui import theme
from dateline.gui.review import look
from dateline.gui.review.entity_model import ENTITY, MENTION, EntityModel
from dateline.gui.review.row_delegate import paint_ground
from dateline.gui.review.wording import flat
from dateline.gui.workbench import Workbench

Index = QModelIndex | QPersistentModelIndex


class EntityDelegate(QStyledItemDelegate):
    """Also gives the field in which an entity is renamed, with the names that are there already."""

    def __init__(self, bench: Workbench, model: EntityModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        self._entities = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetricsF(option.font)
        return QSize(round(look.pad(metrics) * 12), round(metrics.height() + look.pad(metrics) * 1.3))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        paint_ground(painter, option, edge=False)
        entity, mention = index.data(ENTITY), index.data(MENTION)
        if entity is not None:
            (_, label), count = entity
            term = self._bench.codebook.label_by_id.get(label)
            chip = term.name(self._bench.language) if term else label
            self._paint_entity(painter, option, chip, term, str(index.data()), count)
        elif isinstance(mention, Mention):
            self._paint_mention(painter, option, mention)
        painter.restore()

    def _paint_entity(
        self, painter: QPainter, option: QStyleOptionViewItem, chip: str, term: Term | None, name: str, count: int
    ) -> None:
        palette: QPalette = option.palette
        font = QFont(option.font)
        unit = look.pad(QFontMetricsF(font))
        box = QRectF(option.rect).adjusted(unit * 0.5, 0, -unit, 0)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.88)
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(theme.second(option))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(count))
        box.setRight(box.right() - metrics.horizontalAdvance("0000") - unit * 0.5)
        chip = metrics.elidedText(chip, Qt.TextElideMode.ElideRight, box.width() * 0.4)
        width = metrics.horizontalAdvance(chip) + unit * 1.4
        height = metrics.height() + unit * 0.3
        pill = QRectF(box.right() - width, box.center().y() - height / 2, width, height)
        colour = theme.colour(term)
        look.draw_chip(painter, pill, chip, colour, look.Shape.FILLED, colour)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        box.setRight(pill.left() - unit * 0.5)
        words = QFontMetricsF(strong).elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_mention(self, painter: QPainter, option: QStyleOptionViewItem, mention: Mention) -> None:
        """`before [words] after`: the words as a chip in the shape of their state, the context faint around it."""
        palette: QPalette = option.palette
        font = QFont(option.font)
        metrics = QFontMetricsF(font)
        unit = look.pad(metrics)
        box = QRectF(option.rect).adjusted(unit * 0.5, 0, -unit, 0)
        around, _, following = context(self._bench.text, mention.span)
        before, after = flat(around), flat(following)
        gap = unit * (0.5 if following[:1].isspace() else 0.1)  # a suffix stays close to its word
        words = metrics.elidedText(
            flat(mention.span.of(self._bench.text)), Qt.TextElideMode.ElideRight, box.width() * 0.5
        )
        width = metrics.horizontalAdvance(words) + unit * 1.2
        before = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, (box.width() - width) * 0.45)
        left = metrics.horizontalAdvance(before) + unit * 0.4
        painter.setFont(font)
        painter.setPen(theme.second(option))
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, vertical | Qt.AlignmentFlag.AlignLeft, before)
        pill = QRectF(box.left() + left, box.center().y() - metrics.height() / 2, width, metrics.height())
        term = self._bench.codebook.label_by_id.get(mention.label)
        ink = palette.color(QPalette.ColorRole.Text)
        look.draw_chip(painter, pill, words, theme.colour(term), look.SHAPES[mention.status], ink)
        rest = box.adjusted(left + width + gap, 0, 0, 0)
        painter.setPen(theme.second(option))
        after = metrics.elidedText(after, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, vertical | Qt.AlignmentFlag.AlignLeft, after)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName(self.tr("Canonical name"))
        entity = index.data(ENTITY)
        if entity is not None:
            names = QCompleter(self._entities.entities.names(entity[0][1]), field)
            names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            names.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(names)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        self._entities.setData(index, editor.text())
