"""What can do nothing now is grey in the tool bar, the menus and the palette, and its key says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton

from dateline.core.annotation import Event, Status
from dateline.gui.actions import ACTIONS
from dateline.gui.dialogs.palette import Palette
from dateline.gui.needs import NEEDS
from driver import Desk, find


def can(desk: Desk, id: str) -> bool:
    return desk.window.actions_[id].isEnabled()


def said(desk: Desk) -> str:
    return desk.window.statusBar().currentMessage()


def test_every_need_is_that_of_an_action() -> None:
    assert NEEDS.keys() <= {spec.id for spec in ACTIONS}


def test_what_decides_about_a_mark_waits_for_one(desk: Desk) -> None:
    desk.open_story()
    assert not any(can(desk, id) for id in ("review.accept", "review.reject", "review.flag", "edit.delete"))
    desk.press(Qt.Key.Key_J)
    assert all(can(desk, id) for id in ("review.accept", "review.reject", "review.flag", "edit.delete"))
    desk.dateline.workbench.select(None)
    assert not can(desk, "review.accept")


def test_the_tool_bar_shows_it(desk: Desk) -> None:
    desk.open_story()
    bar = desk.window.findChild(QToolBar)
    button = bar.widgetForAction(desk.window.actions_["review.accept"])
    assert isinstance(button, QToolButton)
    assert not button.isEnabled()
    desk.press(Qt.Key.Key_J)
    assert button.isEnabled()


@pytest.mark.parametrize(
    ("key", "words"),
    [(Qt.Key.Key_A, "işaret"), (Qt.Key.Key_Return, "işaret"), (Qt.Key.Key_Delete, "işaret"), (Qt.Key.Key_Q, "sözcük")],
)
def test_the_key_of_what_cannot_be_done_says_why(desk: Desk, key: Qt.Key, words: str) -> None:
    desk.open_story()
    desk.window.statusBar().clearMessage()
    desk.press(key)
    assert words in said(desk).casefold()
    assert {r.status for r in desk.state.records()} == {Status.SUGGESTED}


def test_with_no_article_a_key_says_to_open_one(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_J)
    assert said(desk) == "Önce bir haber açın."
    assert not can(desk, "sheet.print")


def test_when_all_is_decided_there_is_no_next_one(desk: Desk) -> None:
    desk.open_story()
    desk.window.actions_["review.accept_all"].trigger()
    assert not can(desk, "review.next")
    assert not can(desk, "review.accept_all")
    desk.press(Qt.Key.Key_Tab)
    assert "kalmadı" in said(desk)
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert can(desk, "review.next")


def test_roles_want_an_event_and_values_no_quote(desk: Desk) -> None:
    desk.open_story()
    bench = desk.dateline.workbench
    bench.select(desk.mention("Maskat").id)
    assert can(desk, "mark.value")
    assert not can(desk, "mark.role")
    assert not can(desk, "mark.modality")
    desk.press(Qt.Key.Key_N)
    assert isinstance(bench.selected_record(), Event)
    assert can(desk, "mark.role")
    assert can(desk, "mark.modality")
    bench.select(next(iter(desk.state.quotes)))
    assert not can(desk, "mark.value")


def test_words_for_a_quote_are_selected_first(desk: Desk) -> None:
    desk.open_story()
    span = find(desk.text, "iletildi")
    assert not can(desk, "mark.quote")
    desk.drag(span.start, span.end)
    assert can(desk, "mark.quote")


def test_the_palette_lists_it_last_and_running_it_says_why(desk: Desk) -> None:
    desk.open_story()
    desk.window.actions_["view.palette"].trigger()
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    QTest.keyClicks(palette._line, "reddet")
    command = palette._list.currentItem().data(Qt.ItemDataRole.UserRole)
    assert command.id == "review.reject"
    assert command.lacks
    QTest.keyClick(palette._line, Qt.Key.Key_Return)
    assert said(desk) == command.lacks
