"""The text of the open article with its marks: reading, picking records, selecting words.

Never edited and never read back: positions go through the article's `OffsetMap`, words come from the frozen text.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from dateline.core.annotation import anchor
from dateline.core.review import Change
from dateline.core.spans import Span
from dateline.core.tokens import snap_selection
from dateline.gui.article.card import card
from dateline.gui.article.layers import Layers
from dateline.gui.article.picking import Picker
from dateline.gui.article.pulling import Pull, released
from dateline.gui.article.shown import ShownText
from dateline.gui.article.typesetting import Typesetting
from dateline.gui.workbench import Workbench


class ArticleView(QTextEdit):
    """Shows the workbench's article. Files dropped on it go to the window."""

    menu_wanted = Signal(QPoint)
    """A context menu is asked for at a global position; what it is about is already selected."""
    zoomed = Signal(int)
    """Ctrl and the wheel: +1 or -1."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.typesetting = Typesetting(self)
        self._document: QTextDocument | None = None
        """The one of the open article, which is ours to delete."""
        self._pull = Pull(self, workbench)
        self.hits: list[Span] = []
        """The places that a search found, in order."""
        self._hit: Span | None = None
        self._show(ShownText(self.document()))

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
        document = self.typesetting.show(self._workbench.text)
        if self._document is not None:
            self._document.deleteLater()  # Qt keeps the one before, and all of its layout, as long as the view
        self._document = document
        shown = ShownText(document, session.article if session is not None else None)
        shown.marks.fill(self._workbench.state)
        self.hits, self._hit = [], None
        self._show(shown)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _show(self, shown: ShownText) -> None:
        self.shown = shown
        self._picker = Picker(self, shown, self._workbench)
        self._layers = Layers(shown, self._workbench)

    def set_measure(self, characters: int) -> None:
        """How many characters a line holds where there is room."""
        self.typesetting.measure = characters
        self._fit()
        self.viewport().update()

    def set_show_tags(self, shown: bool) -> None:
        """Shows or hides the tags; without them the lines stand closer."""
        self.typesetting.show_tags = shown
        self._set_anew()

    def set_text_font(self, font: QFont, spacing: int) -> None:
        """The font of the text, and what is added to the height of its lines, in per cent of the font's."""
        self.typesetting.spacing = spacing
        self.setFont(font)
        self._set_anew()

    def _set_anew(self) -> None:
        self.typesetting.renew()
        self.shown.geometry.forget()
        self.viewport().update()

    def _fit(self) -> None:
        self.typesetting.fit()
        self.shown.geometry.forget()

    def show_hits(self, hits: list[Span], current: Span | None) -> None:
        """Lights the places that a search found, the current one more."""
        self.hits, self._hit = hits, current
        self.viewport().update()

    def _renew(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            self.shown.marks.renew(change.before, change.after)
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
        return self.shown.offsets.from_u16(self.textCursor().position())

    def put_caret(self, position: int) -> None:
        """Puts the caret at a code point, without scrolling; a mark there is selected as by a click."""
        cursor = self.textCursor()
        cursor.setPosition(self.shown.offsets.to_u16(min(position, len(self._workbench.text))))
        self.setTextCursor(cursor)
        self._picker.pick_at(self.position())

    def first_visible(self) -> int:
        """The code point at the top of the window."""
        return self.shown.offsets.from_u16(self.cursorForPosition(QPoint(1, 1)).position())

    def scroll_to(self, position: int) -> None:
        """Scrolls so that a position stands at the top; the beginning keeps its margin."""
        if position <= 0:
            self.verticalScrollBar().setValue(0)
            return
        text = self._workbench.text
        # An empty line has no letters to measure: what follows it stands there.
        position = next((at for at in range(position, len(text)) if not text[at].isspace()), len(text))
        rects = self.shown.geometry.rects(position, position + 1) if position < len(text) else ()
        if rects:
            self.verticalScrollBar().setValue(int(rects[0].top() - rects[0].height()))

    def reveal(self, span: Span) -> None:
        """Scrolls as little as needed for a span to be well visible."""
        rects = self.shown.geometry.rects(span.start, span.end)
        if not rects:
            return
        top, bottom = rects[0].top(), rects[-1].bottom()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        margin = min(height * 0.2, rects[0].height() * 4)
        if top - margin < bar.value() or bottom + margin > bar.value() + height:
            bar.setValue(int(top - height * 0.35))

    def rect_of(self, span: Span) -> QRect:
        """Where the first line of a span is in the viewport."""
        rects = self.shown.geometry.rects(span.start, span.end)
        rect = rects[0] if rects else QRectF(0, 0, 1, 1)
        return rect.translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def word_at_caret(self) -> Span | None:
        """The token at the caret, without its suffix."""
        position, tokens = self.position(), self.shown.tokens
        index = tokens.at(position)
        if index is None and position > 0:
            index = tokens.at(position - 1)
        if index is None:
            return None
        return snap_selection(tokens, self._workbench.text, tokens.starts[index], tokens.ends[index])

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
            self._picker.pick_at(self.position())

    def _step_word(self, forward: bool, selecting: bool) -> None:
        there = self.shown.stops.step(self.position(), forward, selecting)
        if there is not None:
            cursor = self.textCursor()
            keep = QTextCursor.MoveMode.KeepAnchor if selecting else QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(self.shown.offsets.to_u16(there), keep)
            self.setTextCursor(cursor)

    def _follow(self, id: str | None) -> None:
        """The caret goes along with the selection, so that the keys go on from there."""
        record = self._workbench.state.record(id) if id else None
        if record is not None:
            span, here = anchor(record), self.position()
            if self.textCursor().hasSelection() or not span.start <= here <= span.end:
                cursor = self.textCursor()
                cursor.setPosition(self.shown.offsets.to_u16(span.start))
                self.setTextCursor(cursor)
        self.viewport().update()

    # -- selecting ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        self._pull.begin(self._picker.under(event.position().toPoint()) if left else ())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Words are selected within the text; a mention that is pulled out of it, to the side, is carried to a slot."""
        if self._pull.leaves(event):
            super().mouseReleaseEvent(released(event))
            self._pull.carry()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pull.carried:
            return
        super().mouseReleaseEvent(event)
        self._pull.end()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.take_selection()
        else:
            self._picker.pick(event.position().toPoint())

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
        start = self.shown.offsets.from_u16(cursor.selectionStart())
        end = self.shown.offsets.from_u16(cursor.selectionEnd())
        span = snap_selection(self.shown.tokens, self._workbench.text, start, end)
        if span is not None:
            cursor.setPosition(self.shown.offsets.to_u16(span.start))
            cursor.setPosition(self.shown.offsets.to_u16(span.end), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self._workbench.select_range(span)
        return span

    def select_span(self, span: Span) -> None:
        """Selects words as a person would, snapped to tokens."""
        cursor = self.textCursor()
        cursor.setPosition(self.shown.offsets.to_u16(span.start))
        cursor.setPosition(self.shown.offsets.to_u16(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.take_selection()

    def clear_selection(self) -> None:
        """Nothing is selected any more."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self._workbench.select_range(None)

    def pick_next_here(self) -> None:
        """The keyboard's way through nested and crossing records."""
        self._picker.pick_next_here()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._aim(self.viewport().mapFromGlobal(event.globalPos()))
        self.menu_wanted.emit(event.globalPos())

    def _aim(self, point: QPoint) -> None:
        """A right click is about what lies under it: the selected words or record where it hits them, else another."""
        position = self._picker.position_under(point)
        span, record = self._workbench.range, self._workbench.selected_record()
        aimed = span or (anchor(record) if record is not None else None)
        if position is None or aimed is None or not aimed.start <= position < aimed.end:
            self.clear_selection()
            self._picker.pick(point)

    # -- drawing -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._workbench.session is None:
            super().paintEvent(event)
            return
        scene = self._layers.scene(self.font(), self.typesetting.show_tags)
        scroll = self.verticalScrollBar().value()
        visible = QRectF(event.rect()).translated(0, scroll)
        painter = QPainter(self.viewport())
        painter.translate(0, -scroll)
        self._layers.under(painter, visible, scene, self.hits, self._hit)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -scroll)
        self._layers.over(painter, visible, scene, self.hits)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_card(event)
            return True
        return super().event(event)

    def _show_card(self, event: QHelpEvent) -> None:
        records = self._picker.under(self.viewport().mapFromGlobal(event.globalPos()))
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
