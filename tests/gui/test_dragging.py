"""A mention is carried with the mouse: out of the text, or out of one slot, into a slot of an event or a quote."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dateline.core.annotation import Status
from dateline.gui import dragging
from dateline.gui.dragging import MIME
from driver import Desk, find
from reviewing import Show

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LINK = Qt.DropAction.LinkAction


def let_go(slot: QWidget, id: str, kind: str = MIME) -> bool:
    """What the window system tells a widget over which something is let go; whether the widget took it."""
    data = QMimeData()
    data.setData(kind, id.encode())
    middle = slot.rect().center()
    enter = QDragEnterEvent(middle, LINK, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(slot, enter)
    if enter.isAccepted():
        QApplication.sendEvent(slot, QDropEvent(middle, LINK, data, LEFT, NONE))
    QApplication.processEvents()
    return enter.isAccepted()


def test_a_mention_let_go_on_a_slot_fills_it(show: Show) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    assert let_go(panel.events.card.slots["actor"], "ayla")
    event = bench.state.events["meeting"]
    assert event.mentions("actor") == ("ayla",)
    assert bench.state.mentions["ayla"].status is Status.ACCEPTED
    assert let_go(panel.events.card.slots["actor"], "ayla"), "the same once more is no step"
    assert bench.state.events["meeting"] == event


def test_a_chip_carried_to_another_slot_changes_the_role(show: Show) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    assert let_go(panel.events.card.slots["actor"], "omar")
    event = bench.state.events["meeting"]
    assert (event.mentions("actor"), event.mentions("recipient")) == (("omar",), ())
    bench.undo()
    assert bench.state.events["meeting"].mentions("recipient") == ("omar",)


def test_a_speaker_is_let_go_on_the_quote(show: Show) -> None:
    bench, panel = show("quotes")
    bench.select("words")
    assert let_go(panel.quotes.speaker, "cinar")
    assert bench.state.quotes["words"].speaker == "cinar"


def test_what_is_no_mention_of_the_article_is_not_taken(show: Show) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    before = bench.state
    assert not let_go(panel.events.card.slots["actor"], "ayla", "text/plain")
    let_go(panel.events.card.slots["actor"], "of another window")
    let_go(panel.events.card.slots["actor"], "going")
    assert bench.state == before


def test_a_slot_looks_as_before_once_the_mention_is_carried_on(show: Show) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    slot = panel.events.card.slots["recipient"]
    plain = slot.grab().toImage()
    data = QMimeData()
    data.setData(MIME, b"ayla")
    QApplication.sendEvent(slot, QDragEnterEvent(slot.rect().center(), LINK, data, LEFT, NONE))
    assert slot.grab().toImage() != plain
    QApplication.sendEvent(slot, QDragLeaveEvent())
    assert slot.grab().toImage() == plain


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of what was taken hold of; the window system's own part is left out."""
    ids: list[str] = []

    def carry(widget: QWidget, id: str, name: str, term: object) -> None:
        ids.append(id)

    for module in ("dateline.gui.article.pulling", "dateline.gui.review.role_slot"):
        monkeypatch.setattr(f"{module}.carry", carry)
    return ids


def test_pulling_a_chip_carries_its_mention_and_is_no_click(show: Show, qtbot: QtBot, carried: list[str]) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    chip = panel.events.card.slots["recipient"].chips[0].name
    QTest.mousePress(chip, LEFT, NONE, QPoint(4, 4))
    QTest.mouseMove(chip, QPoint(6, 5))
    assert carried == []
    QTest.mouseMove(chip, QPoint(4, 4 + QApplication.startDragDistance()))
    QTest.mouseRelease(chip, LEFT, NONE, QPoint(4, 60))
    assert carried == ["omar"]
    assert bench.selection == "meeting"


def pull(desk: Desk, words: str, to: QPoint) -> None:
    """Presses on words of the text and moves to a point of the viewport, on the way over its right edge."""
    port = desk.window.article.viewport()
    QTest.mousePress(port, LEFT, NONE, desk.point_of(find(desk.text, words)))
    QTest.mouseMove(port, QPoint(port.width() - 5, to.y()))
    QTest.mouseMove(port, to)
    QTest.mouseRelease(port, LEFT, NONE, to)


def test_a_mention_pulled_out_of_the_text_is_carried_while_an_event_is_current(desk: Desk, carried: list[str]) -> None:
    desk.open_story()
    beside = QPoint(desk.window.article.viewport().width() + 40, 80)
    pull(desk, "Umman", beside)
    assert carried == [], "there is nothing that it could fill"
    desk.click("görüştü")
    event = desk.dateline.workbench.current_event
    pull(desk, "Umman", beside)
    mention = desk.mention("Umman")
    assert mention is not None
    assert carried == [mention.id]
    assert desk.dateline.workbench.selection == event, "the event stays what is looked at"
    assert not desk.window.article.textCursor().hasSelection()


def test_pulling_within_the_text_goes_on_selecting_words(desk: Desk, carried: list[str]) -> None:
    desk.open_story()
    desk.click("görüştü")
    port = desk.window.article.viewport()
    pull(desk, "Umman", QPoint(port.width() - 6, desk.point_of(find(desk.text, "Umman")).y()))
    assert carried == []
    assert desk.window.article.textCursor().hasSelection()


def test_what_is_carried_shows_its_name_in_a_picture(qapp: QApplication) -> None:
    widget = QWidget()
    short, long = (dragging._picture(widget, name, None) for name in ("Umman", "Umman Dışişleri Bakanlığı"))
    assert 0 < short.width() < long.width()
