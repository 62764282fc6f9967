"""What is painted around the letters of an article: marks and hits below them, veils, outlines and tags above."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from dateline.core.spans import Span
from dateline.gui import theme
from dateline.gui.article.marks import Mark
from dateline.gui.article.painter import MarkPainter, Scene
from dateline.gui.article.shown import ShownText
from dateline.gui.article.visible import VisibleParagraphs
from dateline.gui.workbench import Workbench


class Layers:
    """Paints in document coordinates what is in view: `under` before the letters, `over` after them."""

    def __init__(self, shown: ShownText, bench: Workbench) -> None:
        self._shown = shown
        self._bench = bench
        self._painter = MarkPainter(shown.geometry)
        self._visible = VisibleParagraphs(shown.document)

    def scene(self, font: QFont, show_tags: bool) -> Scene:
        """What there is to show now."""
        bench = self._bench
        event = bench.state.events.get(bench.current_event or "")
        roles: dict[str, list[str]] = {}
        for argument in event.arguments if event is not None else ():
            roles.setdefault(argument.mention, []).append(argument.role)
        # Everything else steps back while the event itself is what is looked at.
        dims = event is not None and bench.selection == event.id
        return Scene(
            theme.current(), bench.codebook, bench.language, font, bench.selection, event, roles, show_tags, dims
        )

    def under(
        self, painter: QPainter, visible: QRectF, scene: Scene, hits: Sequence[Span], current: Span | None
    ) -> None:
        """Fills, and the hits of a search, which are in order; `current` is lit more."""
        paragraphs = self._paragraphs(visible)
        self._painter.under(painter, self._marks(paragraphs), scene)
        if hits:
            self._painter.hits(painter, self._hits_in(paragraphs, hits), current, scene)

    def over(self, painter: QPainter, visible: QRectF, scene: Scene, hits: Sequence[Span]) -> None:
        """The veils of what steps back, which hits do not, outlines, tags, and how the current event holds together."""
        paragraphs = self._paragraphs(visible)
        marks = self._marks(paragraphs)
        mentions = self._bench.state.mentions
        if self._shown.body_start:
            self._veil_header(painter, scene)
        if scene.event is not None and scene.dims:
            keep = [scene.event.trigger, *(mentions[id].span for id in scene.roles if id in mentions)]
            keep += self._hits_in(paragraphs, hits) if hits else ()
            self._painter.dim(painter, visible, [(span.start, span.end) for span in keep], scene)
        self._painter.over(painter, marks, scene)
        if scene.event is not None:
            self._painter.connect(painter, scene, mentions)
            self._painter.roles(painter, marks, scene)

    def _veil_header(self, painter: QPainter, scene: Scene) -> None:
        """The leading date line is metadata: it is there, but it steps back."""
        veil = theme.tint(QColor(scene.theme.page), 0.6 if scene.theme is not theme.CONTRAST else 0)
        for rect in self._shown.geometry.rects(0, self._shown.body_start):
            painter.fillRect(rect, veil)

    def _paragraphs(self, visible: QRectF) -> range:
        return self._visible.between(visible.top(), visible.bottom())

    def _marks(self, paragraphs: range) -> list[Mark]:
        return [mark for paragraph in paragraphs for mark in self._shown.marks.marks(paragraph)]

    def _hits_in(self, paragraphs: range, hits: Sequence[Span]) -> Sequence[Span]:
        starts = self._shown.marks.starts
        first = starts[paragraphs.start]
        last = starts[paragraphs.stop] if paragraphs.stop < len(starts) else len(self._shown.content)
        begin = bisect_left(hits, Span(first, first + 1))
        return hits[max(begin - 1, 0) : bisect_left(hits, Span(last, last + 1))]
