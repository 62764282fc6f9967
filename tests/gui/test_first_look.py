"""What someone sees who meets the window for the first time: keys as printed, honest waiting, marks that can be hit."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCommandLinkButton, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from dateline.core.annotation import Event, Status
from dateline.core.article import ArticleStatus
from dateline.core.codebook import bundled
from dateline.core.ids import new_id
from dateline.core.ports import Progress, no_progress
from dateline.core.suggestion import Notice, Request, Suggestions
from dateline.gui.actions import ACTIONS
from dateline.gui.app import application
from dateline.gui.article.painter import beside
from dateline.gui.preferences import Preferences
from dateline.gui.theme import Mode
from dateline.gui.window import MainWindow
from dateline.gui.workbench import Workbench
from driver import RULE, STORY, Desk, ScriptedSuggester, find, start
from reviewing import type_words


def _menu_texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_turkish_calls_the_keys_what_keyboards_call_them(desk: Desk) -> None:
    written = " ".join(key for spec in ACTIONS for key in desk.dateline.workbench.keymap.written(spec.id))
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
        desk.begin_story()
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
        desk.begin_story()
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


def _write(desk: Desk, field: str, words: str) -> None:
    """Types into the metadata field of a name, over what stands there."""
    line = next(e for e in desk.window.metadata.findChildren(QLineEdit) if e.accessibleName() == field)
    line.setFocus()
    line.selectAll()
    type_words(line, words)


def test_what_is_no_day_is_refused_with_a_word_and_enter_leads_back_to_the_text(desk: Desk) -> None:
    desk.open_story()
    _write(desk, "Yayın tarihi", "30.02.2026")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "30.02.2026" in desk.window.statusBar().currentMessage()
    session = desk.dateline.workbench.session
    assert session is not None
    assert session.article.metadata.published is None
    assert desk.window.article.hasFocus()


def test_escape_takes_back_what_was_typed_about_the_article(desk: Desk) -> None:
    desk.open_story()
    session = desk.dateline.workbench.session
    assert session is not None
    before = session.article.metadata
    _write(desk, "Kaynak", "Yanlış ajans")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert desk.window.article.hasFocus()
    assert session.article.metadata == before
    _write(desk, "Kaynak", "Doğru ajans")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert session.article.metadata.source == "Doğru ajans"


def test_a_right_click_is_about_what_lies_under_it(desk: Desk) -> None:
    desk.open_story()
    bench, view = desk.dateline.workbench, desk.window.article
    words = find(desk.text, "heyetiyle")
    desk.drag(words.start, words.end)
    assert bench.range == words
    for target, chosen in (("heyetiyle", None), ("Selim Harbi", desk.mention("Selim Harbi"))):
        point = view.rect_of(find(desk.text, target)).center()
        place = view.viewport().mapToGlobal(point)
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()
        assert bench.selection == (chosen.id if chosen else None)
        assert bench.range == (None if chosen else words)


def test_the_first_window_fits_on_a_small_screen(qtbot: QtBot, tmp_path: Path) -> None:
    application(["dateline"])
    window = MainWindow(Workbench(bundled(), "tr"), Preferences(tmp_path / "preferences.ini"))
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert window.width() <= room.width()
    assert window.height() < room.height()


def test_an_empty_file_is_refused_in_words_that_do_not_count_to_zero(desk: Desk) -> None:
    file = desk.folder / "boş.txt"
    file.touch()
    desk.window.files_dropped.emit([str(file)])
    desk.settle(lambda: bool(desk.window.banner.sentence))
    assert desk.window.banner.sentence.startswith("Haber eklenmedi. boş.txt")


class _Warning(ScriptedSuggester):
    """Has something to say about every run."""

    def suggest(self, request: Request, progress: Progress = no_progress) -> Suggestions:
        return replace(super().suggest(request, progress), notices=(Notice("suggest.looks_en"),))


def test_what_is_said_of_an_article_joins_what_was_said_of_its_file_and_goes_with_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = start(qtbot, tmp_path, _Warning)
    try:
        desk.new_project()
        file = tmp_path / "eski.txt"
        file.write_bytes("Maskat'ta görüştüler; çok şaşırdılar.".encode("cp1254"))
        desk.window.files_dropped.emit([str(file)])
        desk.settle(lambda: "İngilizce" in desk.window.banner.sentence)
        assert "cp1254" in desk.window.banner.sentence
        desk.dateline.workbench.open(None)
        assert desk.window.banner.sentence == ""
    finally:
        desk.close()


def test_the_tag_of_a_trigger_makes_way_for_those_of_the_line_below() -> None:
    trigger, tag = QRectF(100, 0, 80, 20), QRectF(100, 24, 40, 12)
    assert beside(tag, trigger, []) == tag
    moved = beside(tag, trigger, [QRectF(90, 30, 40, 12)])
    assert moved.left() > 130
    assert moved.top() == tag.top()
    assert beside(tag, trigger, [QRectF(90, 30, 120, 12)]) is None


def test_a_project_that_cannot_be_opened_leaves_the_open_one_as_it_is(desk: Desk) -> None:
    desk.open_story()
    session, project = desk.dateline.workbench.session, desk.dateline.projects.project
    broken = desk.folder / "bozuk.dateline"
    broken.write_bytes(b"no database" * 100)
    assert not desk.dateline.projects.open(broken)
    assert "bozuk.dateline" in desk.window.banner.sentence
    assert desk.dateline.projects.project is project
    assert desk.dateline.workbench.session is session
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_A)
    assert session is not None
    assert not session.unsaved


class _TwoMeetings(ScriptedSuggester):
    """Suggests every occurrence of its trigger."""

    def suggest(self, request: Request, progress: Progress = no_progress) -> Suggestions:
        spans = [find(request.text, self.trigger, nth) for nth in range(2)]
        events = tuple(Event(new_id(), "CONSULT", span, Status.SUGGESTED, RULE) for span in spans)
        return replace(super().suggest(request, progress), events=events)


def test_in_the_list_of_events_a_decision_leads_to_the_next_event(qtbot: QtBot, tmp_path: Path) -> None:
    desk = start(qtbot, tmp_path, _TwoMeetings)
    try:
        desk.new_project()
        desk.open_story("Selim Harbi Umman heyetiyle görüştü.\n\nİran heyeti Maskat'ta Umman'la görüştü.")
        bench = desk.dateline.workbench
        first, second = sorted(desk.state.events.values(), key=lambda event: event.trigger.start)
        bench.select(first.id)
        desk.press(Qt.Key.Key_A)
        assert desk.mention("İran") is bench.selected_record()
        bench.undo()
        desk.window.review.show_tab("events")
        bench.select(first.id)
        desk.press(Qt.Key.Key_A)
        assert bench.selection == second.id
        desk.press(Qt.Key.Key_A)
        assert desk.mention("Selim Harbi") is bench.selected_record()  # no event waits any more: on with the rest
    finally:
        desk.close()
