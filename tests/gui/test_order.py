"""The keys go through the suggestions in the order that the list has, and the order is remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dateline.core.annotation import Status
from dateline.gui.preferences import Preferences
from driver import Desk

SHIFT = Qt.KeyboardModifier.ShiftModifier


def words(desk: Desk) -> str:
    record = desk.dateline.workbench.selected_record()
    return record.span.of(desk.text)


def listed(desk: Desk) -> list[str]:
    model = desk.window.review.suggestions.model
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def by_label(desk: Desk) -> None:
    """Chooses the order as a person does: by the key of the action and a number."""
    desk.press(Qt.Key.Key_O, SHIFT)
    desk.type("2")
    desk.window.activateWindow()  # offscreen a pop-up takes the window's activity with it


def test_j_and_k_go_by_label_where_the_list_stands_by_label(desk: Desk) -> None:
    desk.open_story()
    by_label(desk)
    walked = []
    for _ in range(4):
        desk.press(Qt.Key.Key_J)
        walked.append(words(desk))
    assert walked == ["Selim Harbi", "Maskat", "Umman", "İran"]
    assert listed(desk)[:4] == walked
    desk.press(Qt.Key.Key_K)
    assert words(desk) == "Umman"


def test_after_a_decision_the_next_is_the_next_of_the_list(desk: Desk) -> None:
    desk.open_story()
    by_label(desk)
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_A)
    assert words(desk) == "Maskat"
    desk.press(Qt.Key.Key_X)
    assert words(desk) == "Umman"


def test_the_list_sets_the_order_of_the_keys_and_it_is_remembered(desk: Desk) -> None:
    desk.open_story()
    box = desk.window.review.suggestions.order
    box.setCurrentIndex(box.findData("label"))
    box.activated.emit(box.currentIndex())
    desk.press(Qt.Key.Key_J)
    assert words(desk) == "Selim Harbi"
    assert "Etikete göre" in desk.window.statusBar().currentMessage()
    desk.dateline.preferences.sync()
    assert Preferences(desk.folder / "preferences.ini").order == "label"


def test_the_list_follows_while_another_tab_is_in_front_and_in_the_next_article(desk: Desk) -> None:
    desk.open_story()
    desk.window.review.show_tab("events")
    by_label(desk)
    desk.window.review.show_tab("suggestions")
    assert listed(desk)[0] == "Selim Harbi"
    desk.open_story("İran ve Selim Harbi.", "ikinci.txt")
    desk.window.activateWindow()
    desk.press(Qt.Key.Key_J)
    assert words(desk) == "Selim Harbi"


def test_up_to_here_means_the_text_in_every_order(desk: Desk) -> None:
    desk.open_story()
    by_label(desk)
    desk.click("Umman")
    desk.press(Qt.Key.Key_A, SHIFT)
    accepted = {m.span.of(desk.text) for m in desk.state.mentions.values() if m.status is Status.ACCEPTED}
    assert accepted == {"Maskat", "Umman"}


def test_a_broken_preference_is_the_order_of_the_text(desk: Desk) -> None:
    desk.dateline.workbench.set_order("???")
    assert desk.dateline.workbench.order.name == "text"
