"""The text of the open article with its marks: reading, picking records, selecting words.

Never edited and never read back: positions go through the article's `OffsetMap`, words come from the frozen text.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from dateline.core.annotation import Event, Mention, Quote, anchor
from dateline.core.offsets import OffsetMap
from dateline.core.review import Change
from dateline.core.spans import Span
from dateline.core.tokens import Tokens, snap_selection, tokenize
from dateline.gui import theme
from dateline.gui.article.card import card
from dateline.gui.article.caret import Stops, stops
from dateline.gui.article.geometry import Geometry
from dateline.gui.article.marks import MarkIndex
from dateline.gui.article.painter import MarkPainter, Scene
from dateline.gui.dragging import carry
from dateline.gui.preferences import MEASURE
from dateline.gui.workbench import Workbench

NEAR = 100
"""Paragraphs up to which the one at the top is looked for by walking, which lays out nothing beyond it."""
LINE_HEIGHT = 195
"""Per cent of the font's height, so that tags fit between the lines."""
LINE_HEIGHT_BARE = 155
"""The same when the tags are hidden."""


_ENDLESS = re.compile(r"\S{2000}")
"""A word that is none: a picture in letters, a column of a table without blanks."""


class ArticleView(QTextEdit):
    """Shows the workbench's article. Files dropped on it go to the window."""

    menu_wanted = Signal(QPoint)
    """A context menu is asked for at a global position; what it is about is already selected."""
    zoomed = Signal(int)
    """Ctrl and the wheel: +1 or -1."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._tokens: Tokens | None = None
        self._stops: Stops | None = None
        self._offsets = OffsetMap("")
        self._body_start = 0
        self._index = MarkIndex("")
        self._geometry = Geometry(self.document(), self._offsets)
        self._painter = MarkPainter(self._geometry)
        self._shown: QTextDocument | None = None
        """The document of the open article, which is ours to delete."""
        self._top_block = 0
        self._last_pick: tuple[int, str] | None = None
        self._held: Mention | None = None
        self._let_go = False
        self._hits: list[Span] = []
        self._hit: Span | None = None
        self.show_tags = True
        self.measure = MEASURE
        self.spacing = 0

        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(2)
        self.viewport().setMouseTracking(True)

        workbench.opened.connect(self._show_article)
        workbench.changed.connect(self._renew)
        workbench.selected.connect(self._follow)
        workbench.event_chosen.connect(lambda _id: self.viewport().update())
        workbench.codebook_changed.connect(lambda: self.viewport().update())
        workbench.language_changed.connect(lambda _language: self._retranslate())
        workbench.keymap.changed.connect(self._retranslate)
        workbench.reveal.connect(self.reveal)
        self._retranslate()

    # -- the article -------------------------------------------------------------------------------------------

    def _show_article(self) -> None:
        session = self._workbench.session
        text = self._workbench.text
        self._offsets = session.article.text.offsets if session else OffsetMap("")
        self._body_start = session.article.body_start if session else 0
        self._tokens = self._stops = None
        self._index = MarkIndex(text)
        self._index.fill(self._workbench.state)
        self._top_block, self._last_pick = 0, None
        self._hits, self._hit = [], None
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self.font())
        endless = _ENDLESS.search(text) is not None
        if endless:  # looking for a place to break, Qt would read the whole word anew for every line of it
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(self._block_format())
        cursor.insertText(text)
        self._close_gaps(document)
        self.setDocument(document)
        if not endless:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self._shown is not None:
            self._shown.deleteLater()  # Qt keeps the one before, and all of its layout, as long as the view
        self._shown = document
        self._fit_measure()
        self._geometry = Geometry(document, self._offsets)
        self._painter = MarkPainter(self._geometry)
        document.documentLayout().documentSizeChanged.connect(lambda _size: self._geometry.forget())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _block_format(self) -> QTextBlockFormat:
        form = QTextBlockFormat()
        # Tags need their room: with them, lines never stand closer than it takes.
        height = LINE_HEIGHT + max(self.spacing, 0) if self.show_tags else LINE_HEIGHT_BARE + self.spacing
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setTopMargin(self.fontMetrics().height() * 0.2)
        return form

    def _close_gaps(self, document: QTextDocument) -> None:
        """Empty paragraphs take the height of a breath, not of a line."""
        gap = QTextBlockFormat()
        height = self.fontMetrics().height() * 0.35
        gap.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block = document.begin()
        while block.isValid():
            if not block.text().strip():
                QTextCursor(block).setBlockFormat(gap)
            block = block.next()

    def set_measure(self, characters: int) -> None:
        """How many characters a line holds where there is room."""
        self.measure = characters
        self._fit_measure()
        self.viewport().update()

    def set_show_tags(self, shown: bool) -> None:
        """Shows or hides the tags; without them the lines stand closer."""
        self.show_tags = shown
        self._reformat()

    def set_text_font(self, font: QFont, spacing: int) -> None:
        """The font of the text, and what is added to the height of its lines, in per cent of the font's."""
        self.spacing = spacing
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._reformat()

    def _reformat(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # or every paragraph that is touched lays out those below it anew
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(self._block_format())
        self._close_gaps(self.document())
        cursor.endEditBlock()
        self._fit_measure()
        self._geometry.forget()
        self.viewport().update()

    def show_hits(self, hits: list[Span], current: Span | None) -> None:
        """Lights the places that a search found, the current one more."""
        self._hits, self._hit = hits, current
        self.viewport().update()

    def _renew(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            self._index.renew(change.before, change.after)
        self.viewport().update()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Article text"))
        keymap = self._workbench.keymap
        ways = self.tr("{next} goes to the next suggestion, {leave} out of the text.")
        next_ = keymap.written("review.next")[-1:] or [keymap.name("review.next")]
        self.setAccessibleDescription(ways.format(next=next_[0], leave=keymap.name("view.next_part")))
        self.viewport().update()

    # -- positions ---------------------------------------------------------------------------------------------

    def position(self) -> int:
        """The caret's place in the text, in code points."""
        return self._offsets.from_u16(self.textCursor().position())

    def put_caret(self, position: int) -> None:
        """Puts the caret at a code point, without scrolling; a mark there is selected as by a click."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_u16(min(position, len(self._workbench.text))))
        self.setTextCursor(cursor)
        self._pick_at_caret()

    def first_visible(self) -> int:
        """The code point at the top of the window."""
        return self._offsets.from_u16(self.cursorForPosition(QPoint(1, 1)).position())

    def scroll_to(self, position: int) -> None:
        """Scrolls so that a position stands at the top; the beginning keeps its margin."""
        if position <= 0:
            self.verticalScrollBar().setValue(0)
            return
        text = self._workbench.text
        # An empty line has no letters to measure: what follows it stands there.
        position = next((at for at in range(position, len(text)) if not text[at].isspace()), len(text))
        rects = self._geometry.rects(position, position + 1) if position < len(text) else ()
        if rects:
            self.verticalScrollBar().setValue(int(rects[0].top() - rects[0].height()))

    def reveal(self, span: Span) -> None:
        """Scrolls as little as needed for a span to be well visible."""
        rects = self._geometry.rects(span.start, span.end)
        if not rects:
            return
        top, bottom = rects[0].top(), rects[-1].bottom()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        margin = min(height * 0.2, rects[0].height() * 4)
        if top - margin < bar.value() or bottom + margin > bar.value() + height:
            bar.setValue(int(top - height * 0.35))

    def rect_of(self, span: Span) -> QRect:
        """Where the first line of a span is in the viewport."""
        rects = self._geometry.rects(span.start, span.end)
        rect = rects[0] if rects else QRectF(0, 0, 1, 1)
        return rect.translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def word_at_caret(self) -> Span | None:
        """The token at the caret, without its suffix."""
        position = self.position()
        index = self.tokens.at(position)
        if index is None and position > 0:
            index = self.tokens.at(position - 1)
        if index is None:
            return None
        return snap_selection(self.tokens, self._workbench.text, self.tokens.starts[index], self.tokens.ends[index])

    @property
    def tokens(self) -> Tokens:
        """The tokens of the text, made when they are first asked for: reading needs none."""
        if self._tokens is None:
            session = self._workbench.session
            language = session.article.metadata.language if session else "tr"
            self._tokens = tokenize(self._workbench.text, language)
        return self._tokens

    @property
    def stops(self) -> Stops:
        """Where the caret stops when it goes word by word."""
        if self._stops is None:
            self._stops = stops(self.tokens, self._workbench.text)
        return self._stops

    # -- the caret ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The caret goes word by word; where it comes to rest on a mark, that is selected as by a click."""
        before = self.textCursor().position()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        selecting = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if sideways and modifiers & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.ControlModifier:
            self._step_word(event.key() == Qt.Key.Key_Right, selecting)
            event.accept()
        else:
            super().keyPressEvent(event)
        if not selecting and self.textCursor().position() != before and not self.textCursor().hasSelection():
            self._pick_at_caret()

    def _step_word(self, forward: bool, selecting: bool) -> None:
        there = self.stops.step(self.position(), forward, selecting)
        if there is not None:
            cursor = self.textCursor()
            keep = QTextCursor.MoveMode.KeepAnchor if selecting else QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(self._offsets.to_u16(there), keep)
            self.setTextCursor(cursor)

    def _pick_at_caret(self) -> None:
        """What the caret stands on is selected; beside all marks nothing is, but the current event stays current."""
        self._workbench.select_range(None)
        records = self._index.at(self.position())
        self._workbench.select(records[0].id if records else None, reveal=False)

    def _follow(self, id: str | None) -> None:
        """The caret goes along with the selection, so that the keys go on from there."""
        record = self._workbench.state.record(id) if id else None
        if record is not None:
            span, here = anchor(record), self.position()
            if self.textCursor().hasSelection() or not span.start <= here <= span.end:
                cursor = self.textCursor()
                cursor.setPosition(self._offsets.to_u16(span.start))
                self.setTextCursor(cursor)
        self.viewport().update()

    # -- selecting ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held, self._let_go = None, False
        if event.button() == Qt.MouseButton.LeftButton and self._has_slots():
            position = self._position_under(event.position().toPoint())
            records = self._index.at(position) if position is not None else []
            self._held = next((record for record in records if isinstance(record, Mention)), None)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Words are selected within the text; a mention that is pulled out of it, to the side, is carried to a slot."""
        here = event.position().toPoint()
        if self._held is None or 0 <= here.x() < self.viewport().width():
            super().mouseMoveEvent(event)
            return
        mention, self._held, self._let_go = self._held, None, True
        super().mouseReleaseEvent(_released(event))
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        name = mention.name or mention.span.of(self._workbench.text)
        carry(self, mention.id, name, self._workbench.codebook.term(mention.label))

    def _has_slots(self) -> bool:
        """Whether there is an event or a quote whose slots a mention can be carried to."""
        return self._workbench.current_event is not None or isinstance(self._workbench.selected_record(), Quote)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._let_go:  # the end of a drag, which some systems tell of, is no click
            return
        super().mouseReleaseEvent(event)
        self._held = None
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.take_selection()
        else:
            self.pick(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.take_selection()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and self.textCursor().hasSelection():
            self.take_selection()

    def take_selection(self) -> Span | None:
        """The words selected now, snapped to tokens; the workbench is told and the selection shows the snap."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._offsets.from_u16(cursor.selectionStart())
        end = self._offsets.from_u16(cursor.selectionEnd())
        span = snap_selection(self.tokens, self._workbench.text, start, end)
        if span is not None:
            cursor.setPosition(self._offsets.to_u16(span.start))
            cursor.setPosition(self._offsets.to_u16(span.end), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self._workbench.select_range(span)
        return span

    def select_span(self, span: Span) -> None:
        """Selects words as a person would, snapped to tokens."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_u16(span.start))
        cursor.setPosition(self._offsets.to_u16(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.take_selection()

    def clear_selection(self) -> None:
        """Nothing is selected any more."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self._workbench.select_range(None)

    def pick(self, point: QPoint) -> None:
        """Selects the record under a point of the viewport; clicking again takes the next one that lies there."""
        position = self._position_under(point)
        records = self._index.at(position) if position is not None else []
        self._workbench.select_range(None)
        if not records or position is None:
            self._last_pick = None
            self._workbench.select(None)
            self._workbench.choose_event(None)
            return
        ids = [record.id for record in records]
        chosen = ids[0]
        if (
            self._last_pick is not None
            and self._last_pick[1] in ids
            and self._workbench.selection == self._last_pick[1]
        ):
            chosen = ids[(ids.index(self._last_pick[1]) + 1) % len(ids)]
        self._last_pick = (position, chosen)
        self._workbench.select(chosen, reveal=False)

    def pick_next_here(self) -> None:
        """The keyboard's way through nested and crossing records."""
        record = self._workbench.selected_record()
        if record is None:
            return
        ids = [r.id for r in self._index.at(anchor(record).start)]
        if record.id in ids:
            self._workbench.select(ids[(ids.index(record.id) + 1) % len(ids)], reveal=False)

    def _position_under(self, point: QPoint) -> int | None:
        """The code point whose letter lies under a point; None beside the text."""
        document_point = point + QPoint(0, self.verticalScrollBar().value())
        letter = self.fontMetrics().height()
        # A tag above a paragraph's first line lies in the gap, one below its last line in what follows.
        for there in (point, point + QPoint(0, letter // 2), point - QPoint(0, letter // 2)):
            position = self._offsets.from_u16(self.cursorForPosition(there).position())
            for candidate in (position, position - 1):
                if 0 <= candidate < len(self._workbench.text):
                    for rect in self._geometry.rects(candidate, candidate + 1):
                        if rect.adjusted(-2, -rect.height() * 0.6, 2, rect.height() * 0.6).contains(document_point):
                            return candidate
        return None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._aim(self.viewport().mapFromGlobal(event.globalPos()))
        self.menu_wanted.emit(event.globalPos())

    def _aim(self, point: QPoint) -> None:
        """A right click is about what lies under it: the selected words or record where it hits them, else another."""
        position = self._position_under(point)
        span, record = self._workbench.range, self._workbench.selected_record()
        aimed = span or (anchor(record) if record is not None else None)
        if position is None or aimed is None or not aimed.start <= position < aimed.end:
            self.clear_selection()
            self.pick(point)

    # -- drawing -----------------------------------------------------------------------------------------------

    def _scene(self) -> Scene:
        bench = self._workbench
        event = bench.state.events.get(bench.current_event or "")
        roles: dict[str, list[str]] = {}
        for argument in event.arguments if isinstance(event, Event) else ():
            roles.setdefault(argument.mention, []).append(argument.role)
        # Everything else steps back while the event itself is what is looked at.
        dims = event is not None and bench.selection == event.id
        return Scene(
            theme.current(),
            bench.codebook,
            bench.language,
            self.font(),
            bench.selection,
            event,
            roles,
            self.show_tags,
            dims,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._workbench.session is None:
            super().paintEvent(event)
            return
        scene = self._scene()
        scroll = self.verticalScrollBar().value()
        visible = QRectF(event.rect()).translated(0, scroll)
        marks = [m for p in self._visible_paragraphs(event) for m in self._index.marks(p)]
        painter = QPainter(self.viewport())
        painter.translate(0, -scroll)
        self._painter.under(painter, marks, scene)
        if self._hits:
            self._painter.hits(painter, self._visible_hits(event), self._hit, scene)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -scroll)
        if self._body_start:
            self._veil_header(painter, scene)
        if scene.event is not None and scene.dims:
            keep = [(scene.event.trigger.start, scene.event.trigger.end)]
            spans = [
                self._workbench.state.mentions[id].span for id in scene.roles if id in self._workbench.state.mentions
            ]
            spans += self._visible_hits(event) if self._hits else []
            self._painter.dim(painter, visible, keep + [(s.start, s.end) for s in spans], scene)
        self._painter.over(painter, marks, scene)
        if scene.event is not None:
            self._painter.connect(painter, scene, self._workbench.state.mentions)
            self._painter.roles(painter, marks, scene)
        painter.end()

    def _veil_header(self, painter: QPainter, scene: Scene) -> None:
        """The leading date line is metadata: it is there, but it steps back."""
        veil = theme.tint(QColor(scene.theme.page), 0.6 if scene.theme is not theme.CONTRAST else 0)
        for rect in self._geometry.rects(0, self._body_start):
            painter.fillRect(rect, veil)

    def _visible_hits(self, event: QPaintEvent) -> list[Span]:
        paragraphs = self._visible_paragraphs(event)
        first = self._index.starts[paragraphs.start]
        beyond = paragraphs.stop
        last = self._index.starts[beyond] if beyond < len(self._index.starts) else len(self._workbench.text)
        begin = bisect_left(self._hits, Span(first, first + 1))
        return self._hits[max(begin - 1, 0) : bisect_left(self._hits, Span(last, last + 1))]

    def _visible_paragraphs(self, event: QPaintEvent) -> range:
        layout = self.document().documentLayout()
        top = event.rect().top() + self.verticalScrollBar().value()
        block = self._block_at(top)
        first = last = self._top_block = block.blockNumber()
        bottom = top + event.rect().height()
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            last = block.blockNumber()
            block = block.next()
        return range(max(first - 1, 0), last + 1)

    def _block_at(self, y: float) -> QTextBlock:
        """The paragraph at a height: near the one that was at the top, else by halving.

        Qt's own search begins at the first line, and between two paragraphs it answers with the last of all.
        """
        document = self.document()
        top_of = document.documentLayout().blockBoundingRect
        block = document.findBlockByNumber(self._top_block)
        for _ in range(NEAR):
            following = block.next()
            if block.previous().isValid() and top_of(block).top() > y:
                block = block.previous()
            elif following.isValid() and top_of(following).top() <= y:
                block = following
            elif block.isValid():
                return block
        low, high = 0, document.blockCount() - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if top_of(document.findBlockByNumber(middle)).top() <= y else (low, middle - 1)
        return document.findBlockByNumber(low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_measure()
        self._geometry.forget()

    def _fit_measure(self) -> None:
        """Centres a comfortable line length in whatever width there is."""
        letter = self.fontMetrics().averageCharWidth()
        room = self.viewport().width()
        side = max((room - letter * self.measure) / 2, letter * 3)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if form.leftMargin() != side:
            form.setLeftMargin(side)
            form.setRightMargin(side)
            form.setTopMargin(letter * 2)
            form.setBottomMargin(self.fontMetrics().height() * 4)
            frame.setFrameFormat(form)
            self._geometry.forget()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_card(event)
            return True
        return super().event(event)

    def _show_card(self, event: QHelpEvent) -> None:
        position = self._position_under(self.viewport().mapFromGlobal(event.globalPos()))
        records = self._index.at(position) if position is not None else []
        if records:
            QToolTip.showText(event.globalPos(), card(records, self._workbench), self.viewport())
        else:
            QToolTip.hideText()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)


def _released(event: QMouseEvent) -> QMouseEvent:
    """The end of what a press began, at the place of a move: Qt's selecting must not go on behind a drag."""
    return QMouseEvent(
        QEvent.Type.MouseButtonRelease,
        event.position(),
        event.globalPosition(),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.NoButton,
        event.modifiers(),
    )
