"""What the review actions do with the selected record or words: each is one decision and a move to what is next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal

from dateline.core import decisions
from dateline.core.agenda import ORDERS, TEXT, place
from dateline.core.annotation import Event, Mention, Record, Status, anchor
from dateline.core.codebook import Term
from dateline.core.find import occurrences
from dateline.core.ports import Progress
from dateline.core.review import Decision
from dateline.core.spans import Span
from dateline.core.turkish import fold
from dateline.gui import words
from dateline.gui.article.view import ArticleView
from dateline.gui.commands.roles import RoleCommands
from dateline.gui.commands.wide import ProjectWide
from dateline.gui.dialogs.choice import ChoicePopup
from dateline.gui.dialogs.occurrences import OccurrencesDialog
from dateline.gui.dialogs.value import ValuePopup
from dateline.gui.workbench import Workbench
from dateline.services import everywhere
from dateline.services.everywhere import Found


class ReviewCommands(QObject):
    """Acts on the workbench; the article view says where the caret and the words are.

    What lacks what it needs (`gui.needs`) does nothing: its action is disabled, and who presses its key is told why.
    """

    hint = Signal(str)
    """A short sentence for the status bar: why an action did nothing."""

    def __init__(self, workbench: Workbench, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = workbench
        self._view = view
        self.wide = ProjectWide(workbench, view.window())
        self.roles = RoleCommands(workbench, view, self)
        self.shown: Callable[[], list[str]] = lambda: [r.id for r in workbench.queue()]
        """The suggestions that the review panel's list shows now, for "accept all shown"."""
        self.front: Callable[[], type[Record] | None] = lambda: None
        """What the review panel shows only now: `Event`, `Quote`, or None for every kind."""

    # -- moving ------------------------------------------------------------------------------------------------

    def next(self) -> None:
        self._go(1)

    def previous(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        """To the next open suggestion in the chosen order.

        Counted from the selected record; without one from the caret, or in other orders than the text's from the first.
        """
        session = self._bench.session
        if session is None or not len(session.agenda):
            return
        here, order = self._bench.selected_record(), session.agenda.order
        at: tuple[Any, ...] = (self._view.position(),) if order.name == TEXT else ()
        at = order.place(here) if here is not None else at
        self._select(session.agenda.after(at) if step > 0 else session.agenda.before(at))

    def choose_order(self) -> None:
        """Asks in which order the suggestions are gone through."""
        bench = self._bench
        terms = [
            Term(id, {"en": words.order(id)}, {"en": words.order_meaning(id)}, key=str(number))
            for number, id in enumerate(ORDERS, 1)
        ]
        prompt = self.tr("Order of the suggestions: type its number")
        ChoicePopup(terms, bench.language, prompt, bench.set_order, self._view.window(), bench.order.name).open_at(
            self._place_below()
        )

    def go_event(self, step: int) -> None:
        """To the next (1) or previous (-1) event in text order, whatever was decided about it, around at the ends."""
        events = sorted(place(e) for e in self._bench.state.events.values() if e.status is not Status.REJECTED)
        if not events:
            return
        here = self._bench.selected_record()
        at: tuple[int | str, ...] = place(here) if here is not None else (self._view.position(),)
        index = bisect_right(events, at) if step > 0 else bisect_left(events, at) - 1
        self._bench.select(events[index % len(events)][3])

    def _select(self, id: str | None) -> None:
        if id not in self._bench.state.events:
            self._bench.choose_event(None)
        self._bench.select(id)

    # -- deciding ----------------------------------------------------------------------------------------------

    def accept(self) -> None:
        self._set_status(Status.ACCEPTED)

    def reject(self) -> None:
        self._set_status(Status.REJECTED)

    def flag(self) -> None:
        self._set_status(Status.FLAGGED)

    def accept_all(self) -> None:
        """Accepts every suggestion that the list shows, as one step."""
        ids = self.shown()
        if ids:
            self._bench.decide(decisions.set_status(self._bench.state, ids, Status.ACCEPTED, self._bench.text))

    def accept_to_here(self) -> None:
        """Accepts what is open from the start of the text up to the selected record, or to the caret, as one step."""
        session, here = self._bench.session, self._bench.selected_record()
        if session is None:
            return
        end: tuple[int | str, ...] = place(here) if here is not None else (self._view.position(),)
        self._accept_many([record.id for record in self._bench.queue() if place(record) <= end])

    def accept_like(self) -> None:
        """Asks in which respect others must be like the selected record, and accepts them with it as one step."""
        record = self._bench.selected_record()
        if record is None:
            return
        groups = self._like(record)
        terms = [Term(key, {"en": name}, {"en": tip}, key=key) for key, name, tip, _ids in groups]
        ids = {key: ids for key, _name, _tip, ids in groups}
        ChoicePopup(
            terms,
            self._bench.language,
            self.tr("Accept which: type its number"),
            lambda key: self._accept_many(ids[key]),
            self._view.window(),
        ).open_at(self._place_below())

    def _like(self, record: Record) -> list[tuple[str, str, str, list[str]]]:
        """The open suggestions that are like a record, in each respect: number, name, how many in words, ids."""
        queue = [other for other in self._bench.queue() if type(other) is type(record)]
        certain = record.origin.score
        ways: list[tuple[str, list[Record]]] = []
        match record:
            case Mention():
                name = fold(record.name)
                same = [o for o in queue if isinstance(o, Mention) and o.label == record.label]
                ways.append((self.tr("Of this label"), list(same)))
                ways.append((self.tr("Of this name"), [o for o in same if fold(o.name) == name]))
            case Event():
                ways.append((self.tr("Of this type"), [o for o in queue if _type(o) == record.type]))
        same_source = [o for o in queue if o.origin.source == record.origin.source]
        ways.append((self.tr("From this source"), same_source))
        if certain is not None:
            as_certain = [o for o in queue if o.origin.score is not None and o.origin.score >= certain]
            ways.append((self.tr("At least as certain"), as_certain))
        return [
            (str(number), name, self.tr("%n suggestion(s)", "", len(found)), [o.id for o in found])
            for number, (name, found) in enumerate(ways, 1)
            if found
        ]

    def _accept_many(self, ids: Sequence[str]) -> None:
        here = self._bench.selected_record()
        self._bench.decide(decisions.set_status(self._bench.state, ids, Status.ACCEPTED, self._bench.text))
        if here is not None:
            self._go_if_open(here)

    def delete(self) -> None:
        record = self._bench.selected_record()
        if record is not None:
            self._bench.decide(decisions.delete(self._bench.state, [record.id], self._bench.text))
            self._go_if_open(record)

    def _set_status(self, status: Status) -> None:
        record = self._bench.selected_record()
        if record is not None:
            self._bench.decide(decisions.set_status(self._bench.state, [record.id], status, self._bench.text))
            self._go_if_open(record)

    def _go_if_open(self, record: Record) -> None:
        """After a decision the eye goes to the next open suggestion, in a list of events to the next event.

        At the end it stays.
        """
        session, kind = self._bench.session, self.front()
        if session is None or not len(session.agenda):
            return
        here = session.agenda.order.place(record)
        following = session.agenda.after(here)
        if kind is not None and isinstance(record, kind):
            state = self._bench.state
            of_kind = (id for id in session.agenda.onwards(here) if isinstance(state.record(id), kind))
            following = next(of_kind, following)
        self._select(following)

    # -- marking -----------------------------------------------------------------------------------------------

    def label(self, id: str) -> None:
        """Gives the selected words or the selected mention a label; an event gets no label but a type."""
        bench, record = self._bench, self._bench.selected_record()
        span = self._span()
        if bench.range is None and isinstance(record, Mention):
            bench.decide(decisions.relabel(bench.state, record.id, id, bench.text))
            return
        if span is None:
            self.hint.emit(self.tr("Select words first: drag over them, or put the caret on one."))
            return
        self._label_span(span, id)

    def _label_span(self, span: Span, label: str) -> None:
        bench = self._bench
        same = [m for m in bench.state.mentions.values() if m.span == span and m.status is not Status.REJECTED]
        if same:
            bench.decide(decisions.relabel(bench.state, same[0].id, label, bench.text))
            chosen = same[0].id
        else:
            decision = decisions.add_mention(span, label, bench.text)
            bench.decide(decision)
            chosen = decision.edits[0].record.id  # type: ignore[union-attr]
        self._view.clear_selection()
        bench.select(chosen, reveal=False)

    def choose_label(self) -> None:
        """Asks for a label, or for the type of the selected event."""
        record = self._bench.selected_record()
        if isinstance(record, Event):
            self._choose_type(lambda type: self._bench.decide(self._retyped(record.id, type)), record.type)
            return
        if record is None and self._span() is None:
            self.hint.emit(self.tr("Select words first: drag over them, or put the caret on one."))
            return
        current = record.label if isinstance(record, Mention) else ""
        book = self._bench.codebook
        ChoicePopup(
            book.labels,
            self._bench.language,
            self.tr("Label: type its name or key"),
            self.label,
            self._view.window(),
            current,
        ).open_at(self._place_below())

    def label_everywhere(self) -> None:
        """Offers every place of the selected words, or of the selected mention, for one label and one step."""
        record = self._bench.selected_record()
        span = record.span if isinstance(record, Mention) and self._bench.range is None else self._span()
        if span is None:
            self.hint.emit(self.tr("Select words first: drag over them, or put the caret on one."))
            return
        words = span.of(self._bench.text)
        marks = self._bench.state.mentions.values()
        same = next((m for m in marks if m.span == span and m.status is not Status.REJECTED), None)
        if same is not None:
            self.offer_everywhere(words, same.label, name=same.name)
        else:
            self.offer_everywhere(words)

    def offer_everywhere(
        self, words: str, label: str = "", places: Sequence[Span] | None = None, name: str = ""
    ) -> None:
        """Asks which places of some words get which label.

        `places`: those found already, else all occurrences; `name`: the canonical name of new mentions, else the words.
        """
        bench, session = self._bench, self._bench.session
        if session is None:
            return
        project, by = session.project, session.by

        def finder(exact: bool, suffixes: bool) -> Found:
            hits = places if places is not None else occurrences(session.text, words, exact, suffixes)
            return everywhere.places(session.article, session.state, hits)

        def search(exact: bool, suffixes: bool, progress: Progress) -> Sequence[Found]:
            return everywhere.search(project, words, exact, suffixes, progress)

        dialog = OccurrencesDialog(
            words,
            finder,
            search if places is None else None,
            bench.codebook.labels,
            label,
            bench.language,
            self._view.window(),
        )

        def take() -> None:
            chosen = dialog.chosen()
            steps = {
                id: partial(everywhere.label, spans=some, label=dialog.label(), name=name or words)
                for id, some in chosen.items()
            }
            if chosen.keys() == {session.article.id}:
                bench.decide(steps[session.article.id](bench.state, bench.text))
            else:
                self.wide.take(project, by, steps, session.article.id)

        dialog.accepted.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _retyped(self, id: str, type: str) -> Decision:
        return decisions.relabel(self._bench.state, id, type, self._bench.text)

    def mark_event(self) -> None:
        """Makes an event of the selected word; asks for its type."""
        span = self._span()
        record = self._bench.selected_record()
        if isinstance(record, Event) and self._bench.range is None:
            self.choose_label()
            return
        if span is None and isinstance(record, Mention):
            span = record.span
        if span is None:
            self.hint.emit(self.tr("Select the word that names the event first."))
            return
        trigger = span
        self._choose_type(lambda type: self._add_event(trigger, type))

    def _add_event(self, trigger: Span, type: str) -> None:
        decision, id = decisions.add_event(trigger, type, self._bench.text)
        self._bench.decide(decision)
        self._view.clear_selection()
        self._bench.select(id, reveal=False)

    def _choose_type(self, chosen: Callable[[str], object], current: str = "") -> None:
        terms = [t.term for t in self._bench.codebook.event_types]
        ChoicePopup(
            terms,
            self._bench.language,
            self.tr("Event type: type its letters or name"),
            chosen,
            self._view.window(),
            current,
        ).open_at(self._place_below())

    def value(self) -> None:
        """Asks what the selected mention's words mean, or when the selected event happens."""
        bench, record = self._bench, self._bench.selected_record()
        if not isinstance(record, Mention | Event):
            return
        id, dated = record.id, isinstance(record, Event) or record.label == "DATE"
        value = record.when if isinstance(record, Event) else record.value
        ValuePopup(
            value or "",
            record.alternatives if isinstance(record, Mention) else (),
            dated,
            bench.language,
            lambda chosen: bench.decide(decisions.set_value(bench.state, id, chosen, bench.text)),
            self._view.window(),
        ).open_at(self._place_below())

    def quote(self) -> None:
        """Marks the selected words as a quote."""
        span = self._bench.range
        if span is None:
            return
        decision = decisions.add_quote(span, self._bench.text)
        self._bench.decide(decision)
        self._view.clear_selection()
        self._bench.select(decision.edits[0].record.id, reveal=False)  # type: ignore[union-attr]

    # -- boundaries --------------------------------------------------------------------------------------------

    def move(self, edge: str, forward: bool, letters: bool = False) -> None:
        """Moves the "start" or "end" of the selected record by a token, or by a letter."""
        bench, record = self._bench, self._bench.selected_record()
        if record is None:
            return
        span = anchor(record)
        here = span.start if edge == "start" else span.end
        there = here + (1 if forward else -1) if letters else self._view.shown.tokens.step(here, forward, edge)
        if there is None or not 0 <= there <= len(bench.text):
            return
        start, end = (there, span.end) if edge == "start" else (span.start, there)
        if start < end:
            bench.decide(decisions.move_boundary(bench.state, record.id, Span(start, end), bench.text))

    # -- helpers -----------------------------------------------------------------------------------------------

    def _span(self) -> Span | None:
        """The selected words; without any, the word at the caret where the text has the keyboard."""
        if self._bench.range is not None:
            return self._bench.range
        if self._bench.selection is None and self._view.hasFocus():
            return self._view.word_at_caret()
        return None

    def _place_below(self) -> QPoint:
        """Where a pop-up about the selection belongs."""
        record = self._bench.selected_record()
        span = self._bench.range or (anchor(record) if record is not None else None)
        rect = self._view.rect_of(span) if span is not None else self._view.cursorRect()
        return self._view.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, 8))


def _type(record: Record) -> str:
    return record.type if isinstance(record, Event) else ""
