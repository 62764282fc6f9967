"""Completing events and quotes by keys: who takes part in which role, how real it is, in which way, who said it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal

from dateline.core import decisions
from dateline.core.annotation import Event, Mention, Quote, Status, anchor
from dateline.core.codebook import Term
from dateline.core.find import context
from dateline.core.review import ReviewState
from dateline.gui.article.view import ArticleView
from dateline.gui.dialogs.choice import ChoicePopup
from dateline.gui.workbench import Workbench

OFFERED = 200
"""Mentions that a pop-up offers: those near by; a longer list is nothing to choose from."""
_KEYS = "1234567890"


class RoleCommands(QObject):
    """Acts on the selected event or quote, or on the current event for the selected mention."""

    hint = Signal(str)

    def __init__(self, workbench: Workbench, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = workbench
        self._view = view

    def role(self) -> None:
        """Asks for a role and, where an event is selected, for its mention; for a quote asks who said it."""
        bench, record = self._bench, self._bench.selected_record()
        if isinstance(record, Quote):
            self._ask_speaker(record)
        elif isinstance(record, Event):
            self._ask_role_of(record)
        elif isinstance(record, Mention) and bench.current_event is not None:
            event_id, mention_id = bench.current_event, record.id
            self._ask_role(lambda role: self._fill(event_id, role, mention_id))

    def modality(self) -> None:
        """Asks how real the current event is."""
        event = self._event()
        if event is not None:
            self._ask(
                self._bench.codebook.modalities,
                self.tr("Reality of the event: type its letter"),
                lambda id: self._rewrite(event.id, "modality", id),
                event.modality,
            )

    def mode(self) -> None:
        """Asks in which way the current event happened; its type says which ways there are."""
        event = self._event()
        if event is None:
            return
        book = self._bench.codebook
        type = book.type_by_id.get(event.type)
        if type is None or not type.modes:
            self.hint.emit(self.tr("Events of this type have no modes."))
            return
        none = Term("", {"en": self.tr("not given")}, {}, key="0")
        known = {term.id: term for term in book.modes}
        terms = [*(known.get(id) or Term(id, {"en": id}, {}) for id in type.modes), none]
        self._ask(
            [replace(term, key=term.key or _KEYS[n] if n < 9 else term.key) for n, term in enumerate(terms)],
            self.tr("Mode of the event: type its number or name"),
            lambda id: self._rewrite(event.id, "mode", id or None),
            event.mode or "",
        )

    def _event(self) -> Event | None:
        return self._bench.state.events.get(self._bench.current_event or "")

    def _ask_role(self, chosen: Callable[[str], object]) -> None:
        self._ask(self._bench.codebook.roles, self.tr("Role in the event: type its letter"), chosen)

    def _ask_role_of(self, event: Event) -> None:
        """Offers the roles to fill, and the participants there are, by number, to take them out again."""
        terms = list(self._bench.codebook.roles)
        for number, argument in enumerate(event.arguments):
            role = self._bench.codebook.term(argument.role)
            name = role.name(self._bench.language) if role else argument.role
            words = " ".join(self._bench.state.mentions[argument.mention].span.of(self._bench.text).split())
            key = _KEYS[number] if number < len(_KEYS) else ""
            terms.append(
                Term(f"#{number}", {"en": f"✓ {name}: {words}"}, {"en": self.tr("Take out of the event")}, key=key)
            )

        def chosen(id: str) -> None:
            if id.startswith("#"):
                taken = event.arguments[int(id[1:])]
                self._fill(event.id, taken.role, taken.mention)
            else:
                self._ask_participant(event.id, id)

        prompt = self.tr("Role to fill: type its letter; number: take that one out") if event.arguments else ""
        self._ask(terms, prompt or self.tr("Role in the event: type its letter"), chosen)

    def _ask_participant(self, event_id: str, role: str) -> None:
        event = self._bench.state.events.get(event_id)
        if event is None:
            return
        found = participants(self._bench.state, event, role)
        if not found:
            self.hint.emit(self.tr("Mark the words that take part in the event first."))
            return
        filled = set(event.mentions(role))
        prompt = self.tr("Who or what: type its number or name; a ticked one is taken away")
        self._ask_mention(found, filled, prompt, lambda id: self._fill(event_id, role, id))

    def _ask_speaker(self, quote: Quote) -> None:
        found = speakers(self._bench.state, quote)
        if not found:
            self.hint.emit(self.tr("Mark the words that name the speaker first."))
            return
        self._ask_mention(
            found,
            {quote.speaker or ""},
            self.tr("Who said it: type its number or name; a ticked one is taken away"),
            lambda id: self._speak(quote.id, id),
        )

    def _ask_mention(
        self, found: Sequence[Mention], ticked: set[str], prompt: str, chosen: Callable[[str], object]
    ) -> None:
        text, ids = self._bench.text, [mention.id for mention in found]
        terms = []
        for number, mention in enumerate(found):
            label = self._bench.codebook.term(mention.label)
            before, _, after = context(text, mention.span)
            words = " ".join(mention.span.of(text).split())
            terms.append(
                Term(
                    f"#{number}",
                    {"en": f"✓ {words}" if mention.id in ticked else words},
                    {"en": " ".join(f"{before}{words}{after}".split())},
                    label.light if label else "",
                    label.dark if label else "",
                    _KEYS[number] if number < len(_KEYS) else "",
                )
            )
        self._ask(terms, prompt, lambda id: chosen(ids[int(id[1:])]))

    def _ask(
        self, terms: Sequence[Term], prompt: str, chosen: Callable[[str], object], current: str | None = None
    ) -> None:
        record = self._bench.selected_record() or self._bench.state.record(self._bench.current_event or "")
        rect = self._view.rect_of(anchor(record)) if record is not None else self._view.cursorRect()
        place = self._view.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, 8))
        ChoicePopup(terms, self._bench.language, prompt, chosen, self._view.window(), current).open_at(place)

    def _fill(self, event_id: str, role: str, mention_id: str) -> None:
        state = self._bench.state
        if event_id in state.events and mention_id in state.mentions:
            self._bench.decide(decisions.fill_role(state, event_id, role, mention_id, self._bench.text))

    def _speak(self, quote_id: str, mention_id: str) -> None:
        state = self._bench.state
        quote = state.quotes.get(quote_id)
        if quote is not None and mention_id in state.mentions:
            speaker = None if quote.speaker == mention_id else mention_id
            self._bench.decide(decisions.set_speaker(state, quote_id, speaker, self._bench.text))

    def _rewrite(self, event_id: str, what: str, value: str | None) -> None:
        event = self._bench.state.events.get(event_id)
        if event is not None:
            changed = replace(event, modality=value or event.modality) if what == "modality" else event
            changed = replace(event, mode=value) if what == "mode" else changed
            self._bench.decide(decisions.rewrite(changed, self._bench.text, what))


def participants(state: ReviewState, event: Event, role: str) -> list[Mention]:
    """The mentions that may take a role in an event, likely ones first.

    Likely are those whose label has the role in other events of the article, and those near the trigger.
    """
    labels = Counter(
        state.mentions[a.mention].label
        for other in state.events.values()
        if other.status is not Status.REJECTED
        for a in other.arguments
        if a.role == role and a.mention in state.mentions
    )
    return _near(state, event.trigger.start, event.trigger.end, set(event.mentions(role)), labels)


def speakers(state: ReviewState, quote: Quote) -> list[Mention]:
    """The mentions that may have said a quote: those outside it, of labels that speak in the article first."""
    labels = Counter(
        state.mentions[other.speaker].label
        for other in state.quotes.values()
        if other.status is not Status.REJECTED and other.speaker is not None and other.speaker in state.mentions
    )
    found = _near(state, quote.span.start, quote.span.end, {quote.speaker or ""}, labels)
    return [m for m in found if m.span.end <= quote.span.start or m.span.start >= quote.span.end]


def _near(state: ReviewState, start: int, end: int, first: set[str], labels: Counter[str]) -> list[Mention]:
    def distance(mention: Mention) -> int:
        return max(start - mention.span.end, mention.span.start - end, 0)

    standing = [m for m in state.mentions.values() if m.status is not Status.REJECTED]
    standing.sort(key=lambda m: (m.id not in first, not labels[m.label], distance(m), m.span.start))
    return standing[:OFFERED]
