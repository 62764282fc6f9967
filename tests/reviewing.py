"""An invented article under review, and a panel that shows it, for the tests of the review panel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from dateline.core.annotation import Argument, Event, Mention, Origin, Quote, Status
from dateline.core.review import ReviewState
from dateline.core.spans import Span
from dateline.gui.review import ReviewPanel
from dateline.gui.workbench import Workbench
from dateline.services.session import ReviewSession
from standins import MemoryProject, article

Show = Callable[..., tuple[Workbench, ReviewPanel]]
"""The fixture `show`: shows the panel with one of its tabs in front."""

TEXT = (
    "Bakan Ayla Çınar dün Ilgaz'da Omar Idris ile görüştü. "
    "Çınar, “Anlaşma yakında imzalanacak” dedi. "
    "Idris ise İzmir'e gitti."
)
RULE = Origin("rule", "suggest.reason.after_title")
MODEL = Origin("model", "suggest.reason.context", score=0.72)


def span(words: str, nth: int = 1) -> Span:
    """Where words stand in `TEXT` for the nth time."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def mention(id: str, words: str, label: str, nth: int = 1, name: str = "", origin: Origin = RULE) -> Mention:
    return Mention(id, span(words, nth), label, Status.SUGGESTED, origin, name or words)


def review_state() -> ReviewState:
    """Six mentions, two events, one quote; nothing decided."""
    mentions = (
        mention("title", "Bakan", "TITLE"),
        mention("ayla", "Ayla Çınar", "PERSON"),
        mention("ilgaz", "Ilgaz", "GPE", origin=MODEL),
        mention("omar", "Omar Idris", "PERSON"),
        mention("cinar", "Çınar", "PERSON", 2, "Ayla Çınar"),
        mention("izmir", "İzmir", "GPE"),
    )
    events = (
        Event(
            "meeting",
            "CONSULT",
            span("görüştü"),
            Status.SUGGESTED,
            RULE,
            arguments=(Argument("recipient", "omar"), Argument("location", "ilgaz")),
        ),
        Event("going", "RETREAT", span("gitti"), Status.SUGGESTED, RULE, modality="planned"),
    )
    quote = Quote("words", span("Anlaşma yakında imzalanacak"), Status.SUGGESTED, RULE)
    return ReviewState({m.id: m for m in mentions}, {e.id: e for e in events}, {quote.id: quote})


def open_workbench(state: ReviewState | None = None, text: str = TEXT, language: str = "en") -> Workbench:
    """A workbench with the article open."""
    project = MemoryProject()
    project.add_article(article(text, published=date(2026, 3, 2)))
    project.suggest("a1", (review_state() if state is None else state).records())
    bench = Workbench(project.codebook, language)
    bench.open(ReviewSession(project, "a1", "ada"))
    return bench


def type_words(widget: QWidget, words: str) -> None:
    """Types words letter by letter. `QTest.keyClicks` aborts at letters beyond ASCII."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
