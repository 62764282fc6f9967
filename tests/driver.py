"""What a person does with the window, in words: start it, wait for it, press keys, click words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.core.annotation import Argument, Event, Mention, Origin, Quote, Status
from dateline.core.errors import SuggestError
from dateline.core.ids import new_id
from dateline.core.ports import Progress, Suggester, no_progress
from dateline.core.sources import ModelCard
from dateline.core.spans import Span
from dateline.core.suggestion import Request, Suggestions
from dateline.core.text import digest
from dateline.export.xlsx import XlsxExporter
from dateline.gui.app import Dateline, application
from dateline.gui.preferences import Preferences
from dateline.readers import AnyReader
from dateline.services.adapters import Adapters
from dateline.storage.store import SqliteStore

STORY = (
    "Maskat’ta Umman Dışişleri Bakanı Selim Harbi, İran heyetiyle görüştü.\n\n"
    "Harbi, “Görüşmeler 17 Şubat Salı günü sürecek.” dedi. ABD'nin mesajı İran'a iletildi."
)
"""An invented story with curly and straight apostrophes, a nested-looking name, a date and a quote."""

RULE = Origin("rule", "reason.analyst")


def find(text: str, words: str, nth: int = 0) -> Span:
    """Where words stand in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


@dataclass
class ScriptedSuggester:
    """Suggests what a test says: `(words, label)` mentions, one meeting and one quote, where the text has them."""

    mentions: list[tuple[str, str]] = field(
        default_factory=lambda: [
            ("Maskat", "GPE"),
            ("Umman", "GPE"),
            ("Dışişleri Bakanı", "TITLE"),
            ("Selim Harbi", "PERSON"),
            ("İran", "GPE"),
            ("17 Şubat Salı günü", "DATE"),
        ]
    )
    trigger: str = "görüştü"
    calls: int = 0
    before: Callable[[], None] = lambda: None

    def suggest(self, request: Request, progress: Progress = no_progress) -> Suggestions:
        self.calls += 1
        self.before()
        progress(0, 1)
        text = request.text
        found = {
            words: Mention(new_id(), find(text, words), label, Status.SUGGESTED, RULE, words)
            for words, label in self.mentions
            if words in text
        }
        events = []
        if self.trigger in text and {"Selim Harbi", "İran"} <= found.keys():
            arguments = (Argument("actor", found["Selim Harbi"].id), Argument("recipient", found["İran"].id))
            events = [Event(new_id(), "CONSULT", find(text, self.trigger), Status.SUGGESTED, RULE, arguments=arguments)]
        quotes = []
        if "“" in text:
            span = Span(text.index("“") + 1, text.index("”"))
            quotes = [Quote(new_id(), span, Status.SUGGESTED, RULE, None)]
        return Suggestions(digest(text), tuple(found.values()), tuple(events), tuple(quotes))

    def warm_up(self, language: str) -> None:
        """There is nothing to load."""

    def models(self) -> list[str]:
        return ["tr_ornek"]

    def card(self, name: str) -> ModelCard:
        if name != "tr_ornek":
            raise SuggestError("models.missing", name=name)
        labels = (("CARDINAL", None), ("PER", "PERSON"))
        return ModelCard(name, "1.0", "tr", "MIT", "Deneme", "", ">=3.8", "/ornek", ("ner",), labels, "ab" * 32)


@dataclass
class Desk:
    """The window of a test and the hands on it."""

    qtbot: QtBot
    folder: Path
    dateline: Dateline
    closed: bool = False

    @property
    def window(self):  # type: ignore[no-untyped-def]
        return self.dateline.window

    @property
    def state(self):  # type: ignore[no-untyped-def]
        return self.dateline.workbench.state

    @property
    def text(self) -> str:
        return self.dateline.workbench.text

    def settle(self, ready: Callable[[], bool], timeout: int = 10_000) -> None:
        """Waits as long as it takes for something to come true."""
        self.qtbot.waitUntil(ready, timeout=timeout)

    def new_project(self, name: str = "Deneme") -> Path:
        path = self.folder / f"{name}.dateline"
        assert self.dateline.projects.create(path)
        return path

    def open_story(self, text: str = STORY, name: str = "haber.txt") -> None:
        """Drops a text file on the window and waits for its suggestions."""
        bench = self.dateline.workbench
        before = bench.session
        self._drop(text, name)
        self.settle(lambda: bench.session is not None and bench.session is not before)
        self.settle(lambda: not self.dateline.suggesting.worker.busy)

    def begin_story(self, text: str = STORY, name: str = "haber.txt") -> None:
        """Drops a text file on the window and waits until its suggestions are being made."""
        self._drop(text, name)
        self.settle(lambda: self.dateline.suggesting.worker.busy)

    def _drop(self, text: str, name: str) -> None:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        self.window.files_dropped.emit([str(file)])

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, to whatever has the keyboard (a pop-up before the window)."""
        target = QApplication.activePopupWidget()
        target = (target.focusWidget() or target) if target is not None else self.window.article
        QTest.keyClick(target, key, modifier)

    def type(self, letters: str) -> None:
        target = QApplication.activePopupWidget()
        QTest.keyClicks((target.focusWidget() or target) if target is not None else self.window.article, letters)

    def point_of(self, span: Span) -> QPoint:
        self.window.article.reveal(span)
        return self.window.article.rect_of(span).center()

    def click(self, words: str, nth: int = 0) -> None:
        """A click in the middle of words in the text."""
        point = self.point_of(find(self.text, words, nth))
        QTest.mouseClick(self.window.article.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def drag(self, start: int, end: int) -> None:
        """Selects a stretch of the text with the mouse, from the left of one letter to the right of another."""
        view = self.window.article
        first = view.rect_of(Span(start, start + 1))
        last = view.rect_of(Span(end - 1, end))
        port = view.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(first.left() + 1, first.center().y()))
        QTest.mouseMove(port, QPoint(last.right() - 1, last.center().y()))
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(last.right() - 1, last.center().y()))

    def mention(self, words: str, nth: int = 0) -> Mention | None:
        span = find(self.text, words, nth)
        return next((m for m in self.state.mentions.values() if m.span == span), None)

    def close(self) -> None:
        """Closes the window as its cross does; a second time does nothing."""
        if self.closed:
            return
        self.closed = True
        self.window.close()
        self.dateline.shut_down()
        self.window.deleteLater()
        self.dateline.deleteLater()
        QApplication.processEvents()


def start(
    qtbot: QtBot,
    folder: Path,
    suggester: Callable[[], Suggester] = ScriptedSuggester,
    language: str = "tr",
) -> Desk:
    """The application with its real store, readers and exports, in a folder of the test's own."""
    app = application(["dateline"])
    preferences = Preferences(folder / "preferences.ini")
    preferences.language = language
    adapters = Adapters(
        reader=AnyReader,
        suggester=suggester,
        store=SqliteStore,
        exporters=lambda: (XlsxExporter(),),
        demo=lambda _out, _language: (),
    )
    dateline = Dateline(app, adapters, preferences)
    dateline.window.resize(1300, 850)
    dateline.window.show()
    qtbot.waitExposed(dateline.window)
    dateline.window.activateWindow()
    qtbot.waitUntil(dateline.window.isActiveWindow)
    return Desk(qtbot, folder, dateline)
