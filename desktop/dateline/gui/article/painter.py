"""Draws the marks of an article around its text.

A state never depends on colour alone: suggested is an outline, accepted is filled, flagged is hatched with a dotted
outline; a trigger is underlined (dashed, solid, dotted) and carries its type below the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPainterPath, QPen, QRegion

from dateline.core.annotation import Event, Mention, Quote, Status
from dateline.core.codebook import Codebook
from dateline.core.spans import Span
from dateline.gui.article.geometry import Geometry
from dateline.gui.article.marks import Mark
from dateline.gui.theme import CONTRAST, Theme, colour, tint

HIT = "#f2b705"
"""The colour behind what a search found."""
RADIUS = 3.5
"""Of the corners of a mark, in pixels at normal scaling."""
VEIL, DARK_VEIL, CONTRAST_VEIL = 0.62, 0.5, 0.3
"""How much of the page's colour lies over what stands back: on a dark page pale letters fade sooner, and in high
contrast they are to be read with ease."""
STEP = 2.5
"""How much wider an outer box is than the one inside it, in pixels at normal scaling."""

_PEN_STYLE = {
    Status.SUGGESTED: Qt.PenStyle.DashLine,
    Status.ACCEPTED: Qt.PenStyle.SolidLine,
    Status.FLAGGED: Qt.PenStyle.DotLine,
}


@dataclass(frozen=True, slots=True)
class Scene:
    """What the painter needs to know besides the marks. `roles`: of the current event's mentions, by mention id."""

    theme: Theme
    codebook: Codebook
    language: str
    font: QFont
    selection: str | None = None
    event: Event | None = None
    roles: Mapping[str, Sequence[str]] = field(default_factory=dict)
    show_tags: bool = True
    dims: bool = False
    """Whether everything but the current event and its participants steps back."""

    @property
    def veil(self) -> float:
        """How much of the page's colour lies over what stands back, 0 to 1."""
        if self.theme is CONTRAST:
            return CONTRAST_VEIL
        return DARK_VEIL if self.theme.dark else VEIL

    def stands_back(self, id: str) -> bool:
        """Whether the mark of a record is veiled."""
        return self.dims and id not in self.roles and (self.event is None or id != self.event.id)


class MarkPainter:
    """Paints what is visible, in document coordinates: `under` before the text, `over` after it."""

    def __init__(self, geometry: Geometry) -> None:
        self._geometry = geometry

    def under(self, painter: QPainter, marks: Iterable[Mark], scene: Scene) -> None:
        """Fills, behind the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in marks:
            record = mark.record
            chosen = record.id == scene.selection
            match record:
                case Quote():
                    strength = 0.10 if chosen else 0.055 if record.status is Status.ACCEPTED else 0.03
                    painter.setBrush(tint(QColor(scene.theme.text), strength))
                    for rect in self._geometry.rects(mark.start, mark.end):
                        painter.drawRoundedRect(rect.adjusted(-2, -3, 2, 3), RADIUS, RADIUS)
                case Mention():
                    brush = _fill(record, colour(scene.codebook.term(record.label), scene.theme), chosen)
                    if brush is not None:
                        painter.setBrush(brush)
                        for rect in self._boxes(mark):
                            painter.drawRoundedRect(rect, RADIUS, RADIUS)
                case Event() if chosen or (scene.event is not None and record.id == scene.event.id):
                    painter.setBrush(tint(colour(scene.codebook.term(record.type), scene.theme), 0.22))
                    for rect in self._geometry.rects(mark.start, mark.end):
                        painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 1), 2, 2)

    def hits(self, painter: QPainter, hits: Iterable[Span], current: Span | None, scene: Scene) -> None:
        """What a search found, behind the letters; the current hit is framed as well."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(HIT)
        for hit in hits:
            painter.setPen(QPen(ink, 2) if hit == current else Qt.PenStyle.NoPen)
            painter.setBrush(tint(ink, 0.55 if hit == current else 0.3))
            for rect in self._geometry.rects(hit.start, hit.end):
                painter.drawRoundedRect(rect.adjusted(-1, 1, 1, -1), 2, 2)

    def over(self, painter: QPainter, marks: Iterable[Mark], scene: Scene) -> None:
        """Outlines, underlines and tags, in front of the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken: list[QRectF] = []
        for mark in marks:
            painter.setOpacity(1 - scene.veil if scene.stands_back(mark.record.id) else 1)
            match mark.record:
                case Mention():
                    self._outline(painter, mark, mark.record, scene)
                    self._mention_tag(painter, mark, mark.record, scene, taken)
                case Event():
                    self._underline(painter, mark, mark.record, scene, taken)
        painter.setOpacity(1)

    def _boxes(self, mark: Mark) -> list[QRectF]:
        grow = mark.height * STEP
        return [
            rect.adjusted(-1.5 - grow, -0.5 - grow, 0.5 + grow, 0.5 + grow)
            for rect in self._geometry.rects(mark.start, mark.end)
        ]

    def _outline(self, painter: QPainter, mark: Mark, mention: Mention, scene: Scene) -> None:
        base = colour(scene.codebook.term(mention.label), scene.theme)
        chosen = mention.id == scene.selection
        if mention.status is Status.ACCEPTED and not chosen:
            pen = QPen(tint(base, 0.35), 1)
        elif mention.status is Status.FLAGGED:
            pen = QPen(base, 2 if chosen else 1.2, Qt.PenStyle.DotLine)
        else:
            pen = QPen(base, 2.2 if chosen else 1.1)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self._boxes(mark):
            painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def _mention_tag(self, painter: QPainter, mark: Mark, mention: Mention, scene: Scene, taken: list[QRectF]) -> None:
        boxes = self._boxes(mark)
        term = scene.codebook.term(mention.label)
        wanted = scene.show_tags or mention.id == scene.selection
        if not (mark.first and boxes and wanted) or term is None or mention.id in scene.roles:
            return
        words = term.tag(scene.language)
        font = tag_font(scene.font)
        size = QFontMetricsF(font)
        place = QRectF(
            boxes[0].left() + 1, boxes[0].top() - size.height() + 1, size.horizontalAdvance(words) + 2, size.height()
        )
        if any(place.intersects(other) for other in taken):
            return  # the outer mention's tag stands there; the hover card names both
        taken.append(place)
        painter.setFont(font)
        painter.setPen(colour(term, scene.theme))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def roles(self, painter: QPainter, marks: Iterable[Mark], scene: Scene) -> None:
        """The roles of the current event's participants, as pills above them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = tag_font(scene.font)
        size = QFontMetricsF(font)
        painter.setFont(font)
        for mark in marks:
            terms = [term for role in scene.roles.get(mark.record.id, ()) if (term := scene.codebook.term(role))]
            boxes = self._boxes(mark)
            if not terms or not mark.first or not boxes:
                continue
            words = " · ".join(term.name(scene.language) for term in terms)
            place = QRectF(
                boxes[0].left(), boxes[0].top() - size.height(), size.horizontalAdvance(words) + 10, size.height()
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scene.theme.accent))
            painter.drawRoundedRect(place, size.height() / 2, size.height() / 2)
            painter.setPen(QColor(scene.theme.on_accent))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _underline(self, painter: QPainter, mark: Mark, event: Event, scene: Scene, taken: list[QRectF]) -> None:
        base = colour(scene.codebook.term(event.type), scene.theme)
        chosen = event.id == scene.selection or (scene.event is not None and event.id == scene.event.id)
        rects = self._geometry.rects(mark.start, mark.end)
        pen = QPen(base, 2.6 if chosen else 1.8, _PEN_STYLE.get(event.status, Qt.PenStyle.SolidLine))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for rect in rects:
            y = rect.bottom() + 2.5
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        term = scene.codebook.term(event.type)
        if not rects or term is None or not mark.first or not (scene.show_tags or chosen):
            return
        font = tag_font(scene.font)
        words = term.name(scene.language)
        size = QFontMetricsF(font)
        below = QRectF(rects[0].left(), rects[0].bottom() + 4, size.horizontalAdvance(words) + 4, size.height())
        place = beside(below, rects[0], taken) or (below if chosen else None)
        if place is None:
            return  # the tags of the line below stand there; the underline's colour and the hover card say the type
        taken.append(place)
        painter.setFont(font)
        painter.setPen(base)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def dim(self, painter: QPainter, visible: QRectF, keep: Iterable[tuple[int, int]], scene: Scene) -> None:
        """Lays a veil over all letters that are visible but the stretches to keep (code points)."""
        region = QRegion(visible.toAlignedRect())
        for start, end in keep:
            for rect in self._geometry.rects(start, end):
                region -= QRegion(rect.adjusted(-2, -2, 2, 2).toAlignedRect())
        painter.setClipRegion(region)
        painter.fillRect(visible, tint(QColor(scene.theme.page), scene.veil))
        painter.setClipping(False)

    def connect(self, painter: QPainter, scene: Scene, state_mentions: Mapping[str, Mention]) -> None:
        """Thin lines from the current event's trigger to its participants."""
        if scene.event is None:
            return
        trigger = self._geometry.rects(scene.event.trigger.start, scene.event.trigger.end)
        if not trigger:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tint(QColor(scene.theme.accent), 0.55), 1.2))
        start = QPointF(trigger[0].center().x(), trigger[0].bottom() + 3)
        for id in scene.roles:
            mention = state_mentions.get(id)
            rects = self._geometry.rects(mention.span.start, mention.span.end) if mention else ()
            if rects:
                _curve(painter, start, QPointF(rects[0].center().x(), rects[0].bottom() + 2))


def beside(place: QRectF, trigger: QRectF, taken: Iterable[QRectF]) -> QRectF | None:
    """Where a trigger's tag covers no tag of the line below: further right, while it begins under it; None: nowhere."""
    moved = QRectF(place)
    for other in sorted(taken, key=QRectF.left):
        if moved.intersects(other):
            moved.moveLeft(other.right() + 3)
    return moved if moved.left() < trigger.right() else None


def _curve(painter: QPainter, start: QPointF, end: QPointF) -> None:
    path = QPainterPath(start)
    sag = 12.0
    path.cubicTo(QPointF(start.x(), start.y() + sag), QPointF(end.x(), end.y() + sag), end)
    painter.drawPath(path)


def _fill(mention: Mention, base: QColor, chosen: bool) -> QBrush | None:
    match mention.status:
        case Status.ACCEPTED:
            return QBrush(tint(base, 0.30 if chosen else 0.17))
        case Status.FLAGGED:
            return QBrush(tint(base, 0.30), Qt.BrushStyle.BDiagPattern)
    return QBrush(tint(base, 0.12)) if chosen else None


def tag_font(base: QFont) -> QFont:
    """The font of the small tags: the window's own, which stays readable so small, whatever the text is set in."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(max(base.pointSizeF() * 0.56, 6.0))
    font.setWeight(QFont.Weight.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 103)
    return font
