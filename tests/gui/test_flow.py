"""Widgets laid out like words: they wrap, stand in the middle of their line, and go when they are taken out."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.flow import FlowLayout
from dateline.gui.review.look import Shape
from dateline.gui.review.role_slot import Filler, RoleSlot


def page(qtbot: QtBot, width: int, *heights: int, wide: int | None = None) -> list[QWidget]:
    whole = QWidget()
    qtbot.addWidget(whole)
    made: list[QWidget] = [QPushButton(whole) for _ in heights]
    flow = FlowLayout(whole, 4, made[wide] if wide is not None else None)
    for widget, height in zip(made, heights, strict=True):
        widget.setFixedHeight(height)
        widget.setMinimumWidth(80)
        flow.addWidget(widget)
    whole.resize(width, flow.heightForWidth(width))
    whole.show()
    return [*made, whole]  # which would go with the last that knows of it


def test_what_does_not_fit_into_the_line_goes_to_the_next_one(qtbot: QtBot) -> None:
    first, second, third, _page = page(qtbot, 170, 20, 20, 20)
    assert first.y() == second.y() < third.y()
    assert third.x() == first.x()


def test_low_ones_stand_in_the_middle_of_their_line(qtbot: QtBot) -> None:
    high, low, _page = page(qtbot, 400, 40, 20)
    assert high.geometry().center().y() == low.geometry().center().y()


def test_the_wide_one_takes_the_room_that_is_left(qtbot: QtBot) -> None:
    _, wide, last, _page = page(qtbot, 400, 20, 20, 20, wide=1)
    assert wide.width() > 150
    assert last.geometry().right() == 399


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = FlowLayout(whole)
    for _ in range(3):
        flow.addWidget(QLineEdit(whole))
    whole.show()
    before = flow.heightForWidth(1)
    hidden = whole.findChildren(QLineEdit)[1]
    hidden.hide()
    assert flow.heightForWidth(1) < before


def test_a_slot_that_is_filled_anew_again_and_again_keeps_no_old_chips(qtbot: QtBot) -> None:
    slot = RoleSlot()
    qtbot.addWidget(slot)
    slot.show()
    layout = slot.layout()
    assert layout is not None
    for turn in range(20):
        slot.show_fillers([Filler(str(turn), f"Ad {turn}", None, Shape.FILLED)], "Kim", False, False)
        qtbot.wait(0)
    assert layout.count() == 2
