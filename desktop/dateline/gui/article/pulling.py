"""A mention is pulled out of the text, to the side, and carried to the slot that it fills."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTextEdit

from dateline.core.annotation import Mention, Quote, Record
from dateline.gui.dragging import carry
from dateline.gui.workbench import Workbench


class Pull:
    """One press of the button in the text of a view, and what becomes of it."""

    def __init__(self, view: QTextEdit, bench: Workbench) -> None:
        self._view = view
        self._bench = bench
        self._held: Mention | None = None
        self.carried = False
        """Whether the press has become a drag, whose end, which some systems tell of, is no click."""

    def begin(self, records: Iterable[Record]) -> None:
        """The button was pressed on some records: a mention can be taken hold of where there is a slot for it."""
        self.end()
        if self._has_slots():
            self._held = next((record for record in records if isinstance(record, Mention)), None)

    def end(self) -> None:
        """The button is up."""
        self._held, self.carried = None, False

    def leaves(self, event: QMouseEvent) -> bool:
        """Whether a move takes what is held out of the text; within it, words are selected."""
        x = event.position().toPoint().x()
        return self._held is not None and not 0 <= x < self._view.viewport().width()

    def carry(self) -> None:
        """Carries what is held until the button is let go; no words are selected meanwhile."""
        mention, self._held = self._held, None
        if mention is None:
            return
        self.carried = True
        cursor = self._view.textCursor()
        cursor.clearSelection()
        self._view.setTextCursor(cursor)
        name = mention.name or mention.span.of(self._bench.text)
        carry(self._view, mention.id, name, self._bench.codebook.term(mention.label))

    def _has_slots(self) -> bool:
        """Whether there is an event or a quote whose slots a mention can be carried to."""
        return self._bench.current_event is not None or isinstance(self._bench.selected_record(), Quote)


def released(event: QMouseEvent) -> QMouseEvent:
    """The end of what a press began, at the place of a move: Qt's selecting must not go on behind a drag."""
    return QMouseEvent(
        QEvent.Type.MouseButtonRelease,
        event.position(),
        event.globalPosition(),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.NoButton,
        event.modifiers(),
    )
