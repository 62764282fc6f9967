"""What must be there for an action to do something, declared once; and in words, why it cannot be done now.

An action without an entry here can always be done, or judges for itself and says why not: whether words can be labelled
depends on the caret, which moves too often to be asked after each step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from dateline.core.annotation import Event, Mention, Quote, Status
from dateline.gui.actions import ACTIONS
from dateline.gui.i18n import QT_TRANSLATE_NOOP
from dateline.gui.workbench import Workbench


@dataclass(frozen=True, slots=True, eq=False)
class Need:
    """Something that must be so; `else_`: what is said where it is not, with keys as `{next}` and `{event}`."""

    met: Callable[[Workbench], bool]
    else_: str


def _writable(bench: Workbench) -> bool:
    return bench.session is not None and not bench.session.project.read_only


def _waiting(bench: Workbench) -> bool:
    return bench.session is not None and len(bench.session.agenda) > 0


def _flagged(bench: Workbench) -> bool:
    return bench.session is not None and bench.session.agenda.counts[Status.FLAGGED] > 0


def _events(bench: Workbench) -> bool:
    return any(event.status is not Status.REJECTED for event in bench.state.events.values())


def _takes_part(bench: Workbench) -> bool:
    record = bench.selected_record()
    return isinstance(record, Event | Quote) or (isinstance(record, Mention) and bench.current_event is not None)


ARTICLE = Need(lambda bench: bench.session is not None, QT_TRANSLATE_NOOP("Needs", "Open an article first."))
WRITABLE = Need(_writable, QT_TRANSLATE_NOOP("Needs", "This project can only be read."))
WAITING = Need(_waiting, QT_TRANSLATE_NOOP("Needs", "Nothing is left to decide in this article."))
SHOWN = Need(lambda bench: _waiting(bench) or _flagged(bench), WAITING.else_)
EVENTS = Need(_events, QT_TRANSLATE_NOOP("Needs", "This article has no events yet."))
MARK = Need(
    lambda bench: bench.selection is not None,
    QT_TRANSLATE_NOOP("Needs", "Select a mark first: click it, or press {next} for the next suggestion."),
)
VALUED = Need(
    lambda bench: isinstance(bench.selected_record(), Mention | Event),
    QT_TRANSLATE_NOOP("Needs", "A quote has no value."),
)
EVENT = Need(
    lambda bench: bench.current_event is not None,
    QT_TRANSLATE_NOOP("Needs", "Choose an event first: click its trigger or its card, or press {event}."),
)
PART = Need(
    _takes_part,
    QT_TRANSLATE_NOOP(
        "Needs", "Select an event or a quote first, or while an event is chosen the mention that takes part."
    ),
)
WORDS = Need(
    lambda bench: bench.range is not None, QT_TRANSLATE_NOOP("Needs", "Select the words that were said first.")
)
ROWS = Need(lambda bench: bench.selection is not None or _events(bench), MARK.else_)

_DECIDES = tuple(
    spec.id
    for spec in ACTIONS
    if spec.id and spec.menu in ("review", "mark") and spec.id not in ("suggest.cancel", "review.order")
)
_ABOUT_A_MARK = (
    "edit.delete",
    "review.accept",
    "review.reject",
    "review.flag",
    "review.accept_like",
    *(f"mark.{edge}_{side}{by}" for edge in ("start", "end") for side in ("left", "right") for by in ("", "_char")),
)
NEEDS: Mapping[str, tuple[Need, ...]] = {
    **dict.fromkeys((*_DECIDES, "article.remove"), (ARTICLE, WRITABLE)),
    **dict.fromkeys(("view.text", "view.review", "edit.history", "edit.find", "edit.copy"), (ARTICLE,)),
    **dict.fromkeys(("sheet.print", "sheet.pdf", "sheet.picture"), (ARTICLE,)),
    **dict.fromkeys(_ABOUT_A_MARK, (ARTICLE, WRITABLE, MARK)),
    **dict.fromkeys(("review.next", "review.previous"), (ARTICLE, WAITING)),
    **dict.fromkeys(("review.next_event", "review.previous_event"), (ARTICLE, EVENTS)),
    **dict.fromkeys(("mark.modality", "mark.mode"), (ARTICLE, WRITABLE, EVENT)),
    "edit.copy_rows": (ARTICLE, ROWS),
    "review.note_article": (ARTICLE,),
    "review.accept_all": (ARTICLE, WRITABLE, SHOWN),
    "review.accept_to_here": (ARTICLE, WRITABLE, WAITING),
    "review.here": (ARTICLE, MARK),
    "mark.role": (ARTICLE, WRITABLE, PART),
    "mark.value": (ARTICLE, WRITABLE, MARK, VALUED),
    "mark.quote": (ARTICLE, WRITABLE, WORDS),
}


_ALL = tuple(dict.fromkeys(need for wanted in NEEDS.values() for need in wanted))


def met(bench: Workbench) -> frozenset[Need]:
    """What there is now. As long as it stays the same, the same actions can be done."""
    return frozenset(need for need in _ALL if need.met(bench))


def lacking(there: frozenset[Need]) -> Mapping[str, Need]:
    """The actions that can do nothing where only this is met, each with the first thing that it lacks."""
    lacks = ((id, next((need for need in wanted if need not in there), None)) for id, wanted in NEEDS.items())
    return {id: need for id, need in lacks if need is not None}


def sentence(need: Need, bench: Workbench) -> str:
    """Why something cannot be done now."""
    names = {"next": bench.keymap.name("review.next"), "event": bench.keymap.name("review.next_event")}
    return QCoreApplication.translate("Needs", need.else_).format(**names)
