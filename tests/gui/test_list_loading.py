"""A list of more articles than are read at once: there around the open one, and whole a moment later."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

import steps
from dateline.core.article import ArticleStatus, Draft
from dateline.core.errors import StorageError
from dateline.gui.library import loading
from dateline.gui.library.kinds import Only, Order
from dateline.gui.library.panel import LibraryPanel
from dateline.services.importing import Reading
from driver import Desk, start

MANY, SLICE = 90, 20


@pytest.fixture
def full(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed project of ninety articles, the last one of which was open; they are read twenty at a time."""
    monkeypatch.setattr(loading, "SLICE", SLICE)
    path = desk.dateline.projects.project.path
    project = desk.dateline.projects.project
    for number in range(MANY):
        title = f"{'Çay' if number % 9 == 4 else 'Haber'} {number:02}"
        project.add_article(steps.article(f"{steps.TEXT} {number}", title, number % 60))
    project.remember("window.article", listed_ids(desk)[80])
    desk.new_project("Başka")
    return path


def listed_ids(desk: Desk) -> list[str]:
    return [a.id for a in desk.dateline.projects.project.articles()]


def shelf(desk: Desk) -> LibraryPanel:
    return desk.window.library


def titles(desk: Desk) -> list[str]:
    return [a.title for a in shelf(desk).model.shown]


def open_(desk: Desk, path: Path) -> None:
    """Opens a project and lets nothing else happen yet."""
    shelf(desk).loader._timer.setInterval(10_000)
    assert desk.dateline.projects.open(path)


def read_on(desk: Desk) -> None:
    shelf(desk).loader._go_on()


def current(desk: Desk) -> int:
    return shelf(desk)._list.currentIndex().row()


def test_the_open_article_is_there_at_once_and_the_list_as_long_as_it_is(desk: Desk, full: Path) -> None:
    open_(desk, full)
    panel = shelf(desk)
    project = desk.dateline.projects.project
    assert panel.model.loading
    assert (panel.model.total(), panel.model.rowCount(), current(desk)) == (MANY, MANY, 80)
    assert desk.dateline.workbench.session.article.id == listed_ids(desk)[80]
    assert "90" in panel._count.text()
    assert titles(desk) == [a.title for a in project.articles()][70:90]
    panel._list.viewport().repaint()


def test_a_whole_list_is_that_of_the_project_and_nobody_is_moved_by_it(desk: Desk, full: Path) -> None:
    open_(desk, full)
    panel = shelf(desk)
    bar = panel._list.verticalScrollBar()
    bar.setValue(5)  # the person looks somewhere else already
    while panel.model.loading:
        read_on(desk)
    assert panel.model.shown == list(desk.dateline.projects.project.articles())
    assert (bar.value(), current(desk)) == (5, 80)


def test_the_filter_holds_for_what_has_come_and_in_the_end_for_all(desk: Desk, full: Path, qtbot: QtBot) -> None:
    open_(desk, full)
    panel = shelf(desk)
    every = [a.title for a in desk.dateline.projects.project.articles()]
    near = [title for title in every[70:90] if title.startswith("Çay")]
    qtbot.keyClicks(panel._filter, "cay")
    assert titles(desk) == near
    assert panel._count.text().startswith(f"{len(near)} ")
    panel._filter.clear()
    qtbot.keyClicks(panel._filter, "cay 04")
    assert panel._empty.isVisible()
    assert panel._empty.text() != ""
    reading = panel._empty.text()
    while panel.model.loading:
        read_on(desk)
    assert titles(desk) == ["Çay 04"]
    qtbot.keyClicks(panel._filter, "9x")
    assert panel._empty.isVisible()
    assert panel._empty.text() != reading


def test_another_order_meanwhile_sorts_all_in_the_end(desk: Desk, full: Path) -> None:
    open_(desk, full)
    panel = shelf(desk)
    panel.model.sort_by(Order.TITLE)
    while panel.model.loading:
        read_on(desk)
    assert titles(desk) == [f"Çay {n:02}" for n in range(4, 90, 9)] + [f"Haber {n:02}" for n in range(90) if n % 9 != 4]


def test_what_happens_while_the_list_is_read_is_in_it(desk: Desk, full: Path) -> None:
    open_(desk, full)
    panel, projects = shelf(desk), desk.dateline.projects
    read_on(desk)
    desk.window.actions_["review.flag_article"].trigger()
    flagged = desk.dateline.workbench.session.article.id
    read_on(desk)
    early = panel.model.shown[3].id
    desk.dateline.articles.open(early)
    desk.window.actions_["article.remove"].trigger()
    while panel.model.loading:
        read_on(desk)
    assert (panel.model.total(), panel.model.row_of(early)) == (MANY - 1, -1)
    assert panel.model.shown == list(projects.project.articles())
    assert {a.id for a in panel.model.shown if a.status is ArticleStatus.FLAGGED} == {flagged}


def test_done_goes_to_the_next_article_also_where_it_has_not_been_read(desk: Desk, full: Path) -> None:
    open_(desk, full)
    projects = desk.dateline.projects
    ids = listed_ids(desk)
    for id in ids[81:]:
        projects.project.set_status(id, ArticleStatus.DONE)
    desk.dateline.articles.done()
    assert desk.dateline.workbench.session.article.id == ids[0]


def test_a_list_that_cannot_be_read_to_its_end_says_so_and_shows_what_it_has(
    desk: Desk, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_(desk, full)

    def broken(*_arguments: object) -> None:
        raise StorageError("storage.io", path="Deneme", folder="", what="")

    monkeypatch.setattr(desk.dateline.projects.project, "articles_behind", broken)
    read_on(desk)
    assert desk.window.banner.sentence
    assert not shelf(desk).model.loading
    assert len(titles(desk)) == SLICE
    before = titles(desk)
    desk.dateline.articles.refresh()
    assert titles(desk) == before


def test_reading_anew_keeps_the_list_until_it_is_read(desk: Desk, full: Path) -> None:
    open_(desk, full)
    panel, project = shelf(desk), desk.dateline.projects.project
    while panel.model.loading:
        read_on(desk)
    new = steps.article("Yeni bir haber.", "Yeni", 59)
    project.add_article(new)
    panel.loader.refresh()
    assert panel.model.rowCount() == MANY
    while panel.loader._timer.isActive():
        read_on(desk)
    assert panel.model.shown == list(project.articles())
    assert panel.model.total() == MANY + 1


def test_leaving_while_the_list_is_read_ends_that(desk: Desk, full: Path, qtbot: QtBot) -> None:
    open_(desk, full)
    shelf(desk).loader._timer.setInterval(0)
    desk.new_project("Üçüncü")
    for _ in range(20):
        QCoreApplication.processEvents()
    assert (shelf(desk).model.total(), shelf(desk).model.loading) == (0, False)


def test_kinds_of_articles_are_listed_alone(desk: Desk, full: Path, qtbot: QtBot) -> None:
    open_(desk, full)
    panel, project = shelf(desk), desk.dateline.projects.project
    while panel.model.loading:
        read_on(desk)
    ids = listed_ids(desk)
    project.set_status(ids[3], ArticleStatus.FLAGGED)
    project.set_status(ids[5], ArticleStatus.DONE)
    project.set_note(ids[7], "not")
    panel.loader.refresh()
    panel.loader.finish()
    listed = {}
    for only, _name in panel.kinds():
        panel.show_only(only)
        listed[only] = [a.id for a in panel.model.shown]
    assert listed[Only.ALL] == ids
    assert (listed[Only.FLAGGED], listed[Only.DONE], listed[Only.NOTED]) == ([ids[3]], [ids[5]], [ids[7]])
    assert listed[Only.NOT_DONE] == [id for id in ids if id != ids[5]]
    panel._only.setFocus()
    qtbot.keyClick(panel._only, Qt.Key.Key_Home)
    panel._only.activated.emit(panel._only.currentIndex())
    assert panel.model.rowCount() == MANY


def test_an_article_that_is_no_longer_of_the_kind_listed_stays_till_another_is_opened(desk: Desk, full: Path) -> None:
    open_(desk, full)
    panel, act = shelf(desk), desk.window.actions_["review.flag_article"]
    panel.loader.finish()
    act.trigger()
    first = desk.dateline.workbench.session.article.id
    panel.show_only(Only.FLAGGED)
    assert [a.id for a in panel.model.shown] == [first]
    act.trigger()
    assert [a.status for a in panel.model.shown] == [desk.dateline.workbench.session.status]
    desk.dateline.articles.open(listed_ids(desk)[2])
    assert panel.model.shown == []
    act.trigger()
    assert [a.id for a in panel.model.shown] == [listed_ids(desk)[2]]
    assert current(desk) == 0


def test_a_restart_opens_the_last_article_whatever_is_listed(desk: Desk, full: Path, qtbot: QtBot) -> None:
    desk.close()
    again = start(qtbot, desk.folder)
    try:
        shelf(again)._filter.setText("bulunmaz")
        open_(again, full)
        assert again.dateline.workbench.session.article.id == listed_ids(again)[80]
    finally:
        again.close()


def test_done_takes_an_article_off_the_list_of_what_is_not_done(desk: Desk, full: Path) -> None:
    open_(desk, full)
    panel, ids = shelf(desk), listed_ids(desk)
    panel.loader.finish()
    panel.show_only(Only.NOT_DONE)
    desk.dateline.articles.done()
    assert desk.dateline.workbench.session.article.id == ids[81]
    assert [a.id for a in panel.model.shown] == [id for id in ids if id != ids[80]]
    assert current(desk) == 80
    desk.new_project("Üçüncü")
    assert panel.model.only is Only.ALL


def test_what_is_left_of_an_import_does_not_come_into_another_project(desk: Desk) -> None:
    first = desk.dateline.projects.project.path
    drafts = [Draft(f"{steps.TEXT} {number}", f"Haber {number}") for number in range(50)]
    desk.dateline.imports.add(Reading(drafts, []))  # twenty are added, the others wait for their turn
    desk.new_project("Başka")
    for _ in range(20):
        QCoreApplication.processEvents()
    assert desk.dateline.projects.project.article_count() == 0
    assert desk.dateline.projects.open(first)
    assert desk.dateline.projects.project.article_count() == 20
