"""What the window works on: the open article, what is selected, the one door for changes, told by signals.

Panels read `workbench.session` and call `decide`; they never write to each other. A panel that made a change gets
the same `changed` signal as all others and repaints only the records named in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from dateline.core.agenda import LABEL, ORDERS, TEXT, Order
from dateline.core.annotation import Event, Record, Status, anchor
from dateline.core.codebook import Codebook
from dateline.core.review import Change, Decision, ReviewState
from dateline.core.spans import Span
from dateline.gui.keymap import Keymap
from dateline.services.ledger import Ledger
from dateline.services.session import ReviewSession, Step


class Workbench(QObject):
    """The open article and what is selected in it."""

    closing = Signal()
    """The open article is about to be left: write down what is still being typed about it."""
    opened = Signal()
    """Another article (or none) is open: read everything anew."""
    changed = Signal(object)
    """A step was taken: `tuple[Change, ...]`."""
    article_changed = Signal()
    """What is said of the open article as a whole is different: its status, its note."""
    selected = Signal(object)
    """Another record (its id) or nothing (None) is selected."""
    event_chosen = Signal(object)
    """Another event (its id) or none is the current one, whose roles are being filled."""
    range_selected = Signal(object)
    """The words selected in the text: a `Span` (code points), snapped to tokens, or None."""
    reveal = Signal(object)
    """Scroll the text to a `Span`."""
    failed = Signal(str)
    """A sentence to show: something could not be saved."""
    saved = Signal()
    """Everything is on disk."""
    suggesting_changed = Signal()
    """Suggestions are being made, or no longer: `suggesting`."""
    language_changed = Signal(str)
    """The language of the interface: "tr" or "en"."""
    ledger_changed = Signal()
    """Something was done about the project itself, or taken back: `ledger`."""
    codebook_changed = Signal()
    """Another codebook holds: colours, names, keys and roles are read anew."""
    order_changed = Signal(str)
    """Suggestions are gone through in another order, one of `ORDERS`."""

    def __init__(self, codebook: Codebook, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codebook = codebook
        self.language = language
        self.keymap = Keymap(self)
        self.session: ReviewSession | None = None
        self.ledger: Ledger | None = None
        self.selection: str | None = None
        self.current_event: str | None = None
        self.range: Span | None = None
        self.suggesting = False
        self.order = Order()
        """The order in which suggestions are listed, and gone through by the keys."""

    def set_order(self, name: str) -> None:
        """Goes through the suggestions in another order, one of `ORDERS`; any other name is the order of the text."""
        name = name if name in ORDERS else TEXT
        if name != self.order.name:
            self._arrange(name)
            self.order_changed.emit(name)

    def _arrange(self, name: str) -> None:
        self.order = Order(name, self.codebook if name == LABEL else None)
        if self.session is not None and self.session.agenda.order != self.order:
            self.session.agenda.arrange(self.order, self.session.state)

    @property
    def state(self) -> ReviewState:
        """The records of the open article; an empty state where none is open."""
        return self.session.state if self.session else ReviewState()

    @property
    def text(self) -> str:
        return self.session.text if self.session else ""

    def open(self, session: ReviewSession | None) -> None:
        """Shows another article."""
        self.write_down()
        self.session = session
        self.selection = self.current_event = self.range = None
        if session is not None:
            session.listen(self._stepped)
            self._arrange(self.order.name)
        self.opened.emit()

    def reread(self) -> None:
        """The session holds another state than was told step by step: everything is read anew."""
        self.selection = self.current_event = self.range = None
        self.opened.emit()

    def set_suggesting(self, suggesting: bool) -> None:
        """Suggestions for the open article are under way, or not."""
        self.suggesting = suggesting
        self.suggesting_changed.emit()

    def set_codebook(self, codebook: Codebook) -> None:
        """Works with another codebook from now on."""
        if codebook != self.codebook:
            self.codebook = codebook
            self._arrange(self.order.name)
            self.codebook_changed.emit()

    def set_ledger(self, ledger: Ledger | None) -> None:
        """Another project is open, or none: the history of what was done about it."""
        self.ledger = ledger
        self.ledger_changed.emit()

    def set_language(self, language: str) -> None:
        """Speaks another language."""
        if language != self.language:
            self.language = language
            self.language_changed.emit(language)

    def decide(self, decision: Decision) -> Step | None:
        """The one door: takes a step of the analyst. None where it changed nothing."""
        return self.session.decide(decision) if self.session else None

    def set_note(self, note: str) -> None:
        """Notes something on the open article; a failure is told, and the note waits to be saved."""
        session = self.session
        if session is None or note == session.note:
            return
        saved = session.set_note(note)
        self.article_changed.emit()
        if saved:
            self.saved.emit()
        elif session.error is not None:
            self.failed.emit(session.error.sentence(self.language))

    def write_down(self) -> None:
        """What is still being typed about the open article is written down now."""
        if self.session is not None:
            self.closing.emit()

    def settled(self) -> bool:
        """Whether all that was decided is saved by now; where it cannot be, `failed` says why."""
        session = self.session
        if session is None or not session.waiting or session.retry():
            return True
        self.failed.emit(session.error.sentence(self.language) if session.error else "")
        return False

    def undo(self) -> Step | None:
        return self._revisit(self.session.undo() if self.session else None)

    def redo(self) -> Step | None:
        return self._revisit(self.session.redo() if self.session else None)

    def take_in(self, look: bool) -> Step | None:
        """Takes in what was saved for the open article from elsewhere; `look`: the eye goes there. May raise."""
        step = self.session.catch_up() if self.session else None
        return self._revisit(step) if look else step

    def select(self, id: str | None, reveal: bool = True) -> None:
        """Selects a record; selecting an event makes it the current one."""
        record = self.state.record(id) if id else None
        if record is None:
            id = None
        if id is not None and self.range is not None:
            self.select_range(None)
        if id != self.selection:
            self.selection = id
            self.selected.emit(id)
        if isinstance(record, Event):
            self.choose_event(record.id)
        if record is not None and reveal:
            self.reveal.emit(anchor(record))

    def choose_event(self, id: str | None) -> None:
        """Makes an event the one whose roles are filled."""
        if id != self.current_event:
            self.current_event = id
            self.event_chosen.emit(id)

    def select_range(self, span: Span | None) -> None:
        """Words are selected in the text, to be labelled; this clears the selected record."""
        if span is not None and self.selection is not None:
            self.selection = None
            self.selected.emit(None)
        if span != self.range:
            self.range = span
            self.range_selected.emit(span)

    def selected_record(self) -> Record | None:
        return self.state.record(self.selection) if self.selection else None

    def queue(self) -> list[Record]:
        """What is still to be decided, in the order that is chosen."""
        ids = self.session.agenda.ids() if self.session else []
        return [record for id in ids if (record := self.state.record(id)) is not None]

    def _stepped(self, step: Step) -> None:
        if self.selection is not None and not self._visible(self.selection):
            self.selection = None
            self.selected.emit(None)
        if self.current_event is not None and not self._visible(self.current_event):
            self.choose_event(None)
        self.changed.emit(tuple(step.changes))
        if step.saved:
            self.saved.emit()
        elif self.session is not None and self.session.error is not None:
            self.failed.emit(self.session.error.sentence(self.language))

    def _visible(self, id: str) -> bool:
        record = self.state.record(id)
        return record is not None and record.status is not Status.REJECTED

    def _revisit(self, step: Step | None) -> Step | None:
        """After undo and redo the eye goes to what came back."""
        if step is not None:
            back = _first_visible(step.changes)
            if back is not None:
                self.select(back.id)
        return step


def _first_visible(changes: Sequence[Change]) -> Record | None:
    shown = [c.after for c in changes if c.after is not None and c.after.status is not Status.REJECTED]
    return min(shown, key=lambda r: anchor(r).start, default=None)
