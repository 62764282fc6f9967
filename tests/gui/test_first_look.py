"""What someone sees who meets the window for the first time: keys as printed, honest waiting, marks that can be hit."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCommandLinkButton, QMenu
from pytestqt.qtbot import QtBot

from dateline.core.article import ArticleStatus
from dateline.gui.actions import ACTIONS, keys_of
from dateline.gui.theme import Mode
from driver import STORY, Desk, ScriptedSuggester, find, start


def _menu_texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_turkish_calls_the_keys_what_keyboards_call_them(desk: Desk) -> None:
    written = " ".join(key for spec in ACTIONS for key in keys_of(spec))
    assert "Ctrl+Shift+Enter" in written
    assert "Shift+Alt+←" in written or "Alt+Shift+←" in written
    assert "Kontrol" not in written
    assert "Seçenek" not in written


def test_every_first_step_says_what_it_is_for(qtbot: QtBot, tmp_path: Path) -> None:
    desk = start(qtbot, tmp_path)
    try:
        buttons = desk.window.start.findChildren(QCommandLinkButton)
        assert len(buttons) == 5
        for button in buttons:
            assert button.description() not in ("", button.text())
            assert not button.icon().isNull()
        assert buttons[0].hasFocus()
    finally:
        desk.close()


def test_the_project_can_be_exported_only_where_there_is_one(qtbot: QtBot, tmp_path: Path) -> None:
    desk = start(qtbot, tmp_path)
    export: QAction = desk.window.actions_["export.excel"]
    try:
        assert not export.isEnabled()
        desk.new_project()
        assert export.isEnabled()
        desk.dateline.projects.leave()
        assert not export.isEnabled()
    finally:
        desk.close()


def test_another_theme_leaves_the_text_as_large_as_it_was_and_where_it_was(desk: Desk) -> None:
    desk.open_story(STORY + "\n\nBir cümle daha." * 60)
    view = desk.window.article
    view.scroll_to(len(desk.text) // 2)
    size, place = view.document().defaultFont().pointSizeF(), view.first_visible()
    assert place > 0
    for mode in (Mode.DARK, Mode.LIGHT):
        desk.dateline.set_theme(mode)
        assert view.document().defaultFont().pointSizeF() == size
        assert abs(view.first_visible() - place) < 40


def test_while_suggestions_are_made_the_panel_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    go_on = threading.Event()
    desk = start(qtbot, tmp_path, lambda: ScriptedSuggester(before=lambda: go_on.wait(20) and None))
    try:
        desk.new_project()
        file = tmp_path / "haber.txt"
        file.write_text(STORY, encoding="utf-8")
        desk.window.files_dropped.emit([str(file)])
        desk.settle(lambda: desk.dateline.suggesting.worker.busy)
        tab = desk.window.review.suggestions
        assert tab.empty.isVisible()
        assert "Öneriler hazırlanıyor" in tab.empty.text()
        assert desk.window.statusBar().currentMessage() == "Öneriler üretiliyor…"
        go_on.set()
        desk.settle(lambda: not desk.dateline.suggesting.worker.busy)
        assert not tab.empty.isVisible()
        assert "üretiliyor" not in desk.window.statusBar().currentMessage()
    finally:
        go_on.set()
        desk.close()


def test_stopping_the_suggestions_takes_the_word_of_waiting_back(qtbot: QtBot, tmp_path: Path) -> None:
    go_on = threading.Event()
    desk = start(qtbot, tmp_path, lambda: ScriptedSuggester(before=lambda: go_on.wait(20) and None))
    try:
        desk.new_project()
        file = tmp_path / "haber.txt"
        file.write_text(STORY, encoding="utf-8")
        desk.window.files_dropped.emit([str(file)])
        desk.settle(lambda: desk.dateline.suggesting.worker.busy)
        desk.window.actions_["suggest.cancel"].trigger()
        assert "F5" in desk.window.review.suggestions.empty.text()
        assert desk.window.statusBar().currentMessage() == ""
    finally:
        go_on.set()
        desk.close()


def test_a_click_on_the_tag_above_a_paragraph_picks_its_mention(desk: Desk) -> None:
    desk.open_story("Bakan konuştu.\n\nMaskat'ta bir toplantı yapıldı.")
    mark = desk.mention("Maskat")
    assert mark is not None
    rect = desk.window.article.rect_of(find(desk.text, "Maskat"))
    tag = QPoint(rect.left() + 8, rect.top() - rect.height() // 3)
    QTest.mouseClick(desk.window.article.viewport(), Qt.MouseButton.LeftButton, pos=tag)
    assert desk.dateline.workbench.selection == mark.id


def test_a_new_article_is_shown_from_its_very_beginning(desk: Desk) -> None:
    desk.open_story(STORY + "\n\nBir cümle daha." * 60)
    assert desk.window.article.verticalScrollBar().value() == 0


def test_a_right_click_in_the_list_opens_the_article_and_offers_what_can_be_done(desk: Desk) -> None:
    desk.open_story()
    desk.open_story("İkinci haber. Maskat'ta toplandılar.", "iki.txt")
    panel = desk.window.library
    row = panel._list.visualRect(panel.model.index(0)).center()
    port = panel._list.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, row, port.mapToGlobal(row))
    QApplication.sendEvent(port, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert any("çöp" in text for text in _menu_texts(menu))
    menu.close()
    session = desk.dateline.workbench.session
    assert session is not None
    assert session.article.id == panel.model.shown[0].id
    assert session.status is ArticleStatus.SUGGESTED
