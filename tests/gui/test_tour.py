"""The tour, the strip of definitions, the recent projects."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from driver import Desk, start


def test_the_first_start_shows_the_sample_and_the_tour_once(qtbot: QtBot, tmp_path: Path) -> None:
    desk = start(qtbot, tmp_path)
    tours = desk.dateline.tours
    try:
        assert tours.first_start()
        desk.settle(lambda: tours.tour is not None)
        desk.settle(lambda: not desk.dateline.suggesting.worker.busy)
        assert desk.dateline.workbench.session is not None
        seen = []
        while tours.tour is not None:
            seen.append(tours.tour.title.text())
            assert desk.window.rect().contains(tours.tour.geometry())
            QTest.keyClick(tours.tour.next, Qt.Key.Key_Space)
        assert len(set(seen)) == 3
        assert not tours.first_start()
    finally:
        desk.close()


def test_the_tour_can_be_left_and_taken_again(desk: Desk) -> None:
    desk.open_story()
    tours = desk.dateline.tours
    desk.window.actions_["help.tour"].trigger()
    desk.settle(lambda: tours.tour is not None)
    QTest.mouseClick(tours.tour.next, Qt.MouseButton.LeftButton)
    assert tours.tour.at == 1
    assert "J" in tours.tour.text.text()
    QTest.mouseClick(tours.tour.back, Qt.MouseButton.LeftButton)
    assert tours.tour.at == 0
    QTest.keyClick(tours.tour.next, Qt.Key.Key_Escape)
    assert tours.tour is None
    assert desk.window.article.hasFocus()
    desk.window.actions_["help.tour"].trigger()
    desk.settle(lambda: tours.tour is not None)
    desk.dateline.workbench.open(None)
    assert tours.tour is None


def test_the_ring_of_the_tour_goes_along_with_its_place(desk: Desk) -> None:
    desk.open_story()
    tours, window = desk.dateline.tours, desk.window
    window.actions_["help.tour"].trigger()
    desk.settle(lambda: tours.tour is not None)
    place = tours.tour._steps[0].place
    before = tours.tour._ring.geometry()
    window.metadata.hide()  # as a line more or less in the strip above moves the text
    desk.settle(lambda: tours.tour._ring.geometry() != before)
    desk.settle(lambda: tours.tour._ring.geometry().size() == place.size())
    assert tours.tour._ring.y() == place.mapTo(window, place.rect().topLeft()).y()
    tours.tour.end()


def test_the_definition_of_the_selected_mark_stands_below_the_panel_and_folds(desk: Desk) -> None:
    desk.open_story()
    guide = desk.window.review.guide
    assert not guide.isVisible()
    desk.click("Selim Harbi")
    assert "Adı verilen kişi" in guide.definition.text()
    assert "Unvan" in guide.others.text()
    desk.dateline.workbench.select(next(iter(desk.state.events)))
    assert "Görüşme" in guide.head.text()
    assert "Anlaşma" in guide.others.text()
    QTest.mouseClick(guide.head, Qt.MouseButton.LeftButton)
    assert guide.isVisible()
    assert not guide.definition.isVisible()
    assert not desk.window.actions_["view.guide"].isChecked()
    assert not desk.dateline.preferences.show_guide
    desk.window.actions_["view.guide"].trigger()
    assert guide.definition.isVisible()


def test_recent_projects_can_be_opened_from_the_menu(desk: Desk) -> None:
    first = desk.dateline.projects.project.path
    desk.new_project("İkinci")
    gone = desk.new_project("Üçüncü")
    desk.dateline.projects.open(first)
    gone.unlink()
    menu = desk.window.menus.recent
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions()}
    assert list(entries) == ["Deneme", "Üçüncü", "İkinci"]
    assert not entries["Üçüncü"].isEnabled()
    entries["İkinci"].trigger()
    assert desk.dateline.projects.project.name == "İkinci"
