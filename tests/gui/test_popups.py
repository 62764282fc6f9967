"""Pop-ups and bars by keyboard: Tab stays in them, Esc closes them, the keyboard goes back where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QWidget

from dateline.gui.dialogs.popup import LinePopup
from dateline.gui.focus import tab_stops
from dateline.gui.toolbar import ToolRow
from dateline.gui.tour import Tour
from driver import Desk

POPUPS = ("view.palette", "mark.label", "mark.link", "mark.value", "review.order", "review.accept_like")


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key to whatever has the keyboard."""
    target = QApplication.activePopupWidget()
    target = target.focusWidget() if target is not None else QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def reading(desk: Desk) -> None:
    """An article is open, a place in it is selected, and the list of suggestions has the keyboard."""
    desk.open_story()
    desk.click("Maskat")
    desk.window.review.suggestions.list.setFocus()
    assert QApplication.focusWidget() is desk.window.review.suggestions.list


def opened(desk: Desk, action: str) -> LinePopup:
    """A pop-up, once what it lists is read."""
    desk.window.actions_[action].trigger()
    desk.settle(lambda: QApplication.activePopupWidget() is not None)  # what there is to choose from may be read first
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, LinePopup)
    return popup


@pytest.mark.parametrize("action", POPUPS)
def test_a_pop_up_is_a_dialog_with_a_name_and_tab_stays_in_it(desk: Desk, action: str) -> None:
    reading(desk)
    popup = opened(desk, action)
    heard = QAccessible.queryAccessibleInterface(popup)
    assert heard.role() is QAccessible.Role.Dialog
    assert heard.text(QAccessible.Text.Name)
    seen: list[QWidget | None] = []
    for _ in range(4):
        seen.append(popup.focusWidget())
        press(Qt.Key.Key_Tab)
    controls = {popup._line, popup._list} if popup._list.isVisible() else {popup._line}
    assert set(seen) == controls
    assert QApplication.activePopupWidget() is popup


@pytest.mark.parametrize("action", POPUPS)
def test_escape_closes_a_pop_up_and_the_keyboard_is_where_it_was(desk: Desk, action: str) -> None:
    reading(desk)
    for tabs in (0, 1):
        popup = opened(desk, action)
        for _ in range(tabs):
            press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Escape)
        assert QApplication.activePopupWidget() is not popup
        assert desk.window.focusWidget() is desk.window.review.suggestions.list


def test_what_is_current_in_the_list_is_said_while_one_types(desk: Desk) -> None:
    reading(desk)
    popup = opened(desk, "mark.label")
    QTest.keyClicks(popup._line, "o")
    first = popup._list.currentItem().text()
    assert popup._line.accessibleDescription().startswith(first)
    press(Qt.Key.Key_Down)
    heard = QAccessible.queryAccessibleInterface(popup._line).text(QAccessible.Text.Description)
    assert heard.startswith(popup._list.currentItem().text())


def test_letters_in_the_list_go_to_the_line_and_return_takes_the_row(desk: Desk) -> None:
    reading(desk)
    popup = opened(desk, "review.order")
    press(Qt.Key.Key_Tab)
    assert popup.focusWidget() is popup._list
    QTest.keyClicks(popup._list, "e")
    assert popup._line.text() == "e"
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    wanted = popup._list.currentItem().data(Qt.ItemDataRole.UserRole).id
    press(Qt.Key.Key_Return)
    assert desk.dateline.workbench.order.name == wanted


def test_the_find_bar_gives_the_keyboard_back_where_it_was(desk: Desk) -> None:
    reading(desk)
    desk.window.actions_["edit.find"].trigger()
    assert desk.window.findbar.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is desk.window.review.suggestions.list


def test_tab_stays_on_the_card_of_the_tour_and_escape_gives_the_keyboard_back(desk: Desk) -> None:
    reading(desk)
    desk.window.actions_["help.tour"].trigger()
    desk.settle(lambda: desk.window.findChild(Tour) is not None)
    tour = desk.window.findChild(Tour)
    tour.next.click()
    seen = set()
    for _ in range(4):
        seen.add(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    assert seen == {tour.skip, tour.back, tour.next}
    assert tour.next.accessibleDescription().startswith(tour.title.text())
    press(Qt.Key.Key_F6)
    assert not tour.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert tour.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is desk.window.review.suggestions.list


def test_f6_goes_round_the_parts_of_the_window_and_shift_f6_back(desk: Desk) -> None:
    desk.open_story()
    desk.window.banner.hide()
    window, walked = desk.window, []
    parts = {"articles": window.library, "headline": window.metadata, "text": window.article, "review": window.review}

    def part() -> str:
        now = QApplication.focusWidget()
        return next((name for name, whole in parts.items() if whole is now or whole.isAncestorOf(now)), "tools")

    for _ in range(5):
        walked.append(part())
        press(Qt.Key.Key_F6)
    assert walked == ["text", "review", "tools", "articles", "headline"]
    assert part() == "text"
    for _ in range(2):
        press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert part() == "articles"


def test_f6_comes_to_the_message_and_to_the_find_bar_while_they_are_there(desk: Desk) -> None:
    desk.open_story()
    desk.window.actions_["edit.find"].trigger()
    desk.window.banner.tell("Bir şey oldu.")
    desk.window.actions_["view.articles"].trigger()
    press(Qt.Key.Key_F6)
    assert desk.window.banner.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_F6)
    assert desk.window.findbar.isAncestorOf(QApplication.focusWidget())


def test_escape_in_the_field_of_a_key_takes_the_key_back_and_then_closes(desk: Desk) -> None:
    dialog = desk.window.change_keys()
    dialog.pick("review.accept")
    dialog.key.setFocus()
    dialog.key.setKeySequence(QKeySequence("B"))
    QTest.keyClick(dialog.key, Qt.Key.Key_Escape)
    assert dialog.key.keySequence().isEmpty()
    assert dialog.isVisible()
    QTest.keyClick(dialog.key, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_calendar_opens_by_key_and_gives_the_keyboard_back(desk: Desk) -> None:
    desk.open_story()
    button = desk.window.metadata._published._pick
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert calendar.accessibleName()
    press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert desk.window.focusWidget() is button


def test_the_text_says_how_one_gets_out_of_it(desk: Desk) -> None:
    desk.open_story()
    heard = QAccessible.queryAccessibleInterface(desk.window.article).text(QAccessible.Text.Description)
    assert "Tab" in heard
    assert "F6" in heard


def test_the_tool_bar_is_one_stop_of_tab_and_the_arrows_go_through_it(desk: Desk) -> None:
    desk.open_story()
    bar = desk.window.findChild(ToolRow)
    stops = [w for w in tab_stops(desk.window) if bar.isAncestorOf(w)]
    assert len(stops) == 1
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right)
    second = QApplication.focusWidget()
    assert second is bar.widgetForAction(desk.window.actions_["article.paste"])
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    last = QApplication.focusWidget()
    assert last is bar.widgetForAction(desk.window.actions_["review.done"])
    assert [w for w in tab_stops(desk.window) if bar.isAncestorOf(w)] == [last]
