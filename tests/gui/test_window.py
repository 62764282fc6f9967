"""The window, driven as a person drives it: opening, deciding, marking, undoing, closing, exporting."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from dateline.core.annotation import Status
from dateline.core.article import ArticleStatus
from driver import STORY, Desk, ScriptedSuggester, find, start
from reviewing import type_words

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_an_article_dropped_on_the_window_is_shown_with_its_suggestions(desk: Desk) -> None:
    desk.open_story()
    assert desk.window.article.toPlainText() == STORY
    assert {m.status for m in desk.state.mentions.values()} == {Status.SUGGESTED}
    assert desk.dateline.workbench.session.status is ArticleStatus.SUGGESTED
    assert desk.window.library.model.shown[0].open == 8


def test_j_walks_through_the_suggestions_and_a_and_x_decide_them(desk: Desk) -> None:
    desk.open_story()
    desk.press(Qt.Key.Key_J)
    assert desk.dateline.workbench.selected_record().span.of(desk.text) == "Maskat"
    desk.press(Qt.Key.Key_A)
    assert desk.mention("Maskat").status is Status.ACCEPTED
    assert desk.dateline.workbench.selected_record().span.of(desk.text) == "Umman"
    desk.press(Qt.Key.Key_X)
    assert desk.mention("Umman").status is Status.REJECTED
    desk.press(Qt.Key.Key_U)
    assert desk.mention("Dışişleri Bakanı").status is Status.FLAGGED
    desk.press(Qt.Key.Key_K)
    assert desk.dateline.workbench.selected_record() is not None


def test_tab_and_enter_do_the_same_within_the_text(desk: Desk) -> None:
    desk.open_story()
    desk.window.article.setFocus()
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Return)
    assert desk.mention("Maskat").status is Status.ACCEPTED


def test_undo_and_redo_take_every_step_back_and_forth_and_survive_a_restart(desk: Desk, qtbot: QtBot) -> None:
    desk.open_story()
    path = desk.dateline.projects.project.path
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_A)
    desk.press(Qt.Key.Key_X)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.mention("Umman").status is Status.SUGGESTED
    assert "Maskat" in desk.window.actions_["edit.undo"].text()
    before = desk.state
    desk.close()

    again = start(qtbot, desk.folder)
    try:
        assert again.dateline.projects.open(path)
        assert again.state == before
        again.press(Qt.Key.Key_Z, CTRL)
        assert again.mention("Maskat").status is Status.SUGGESTED
        again.press(Qt.Key.Key_Z, CTRL | SHIFT)
        assert again.mention("Maskat").status is Status.ACCEPTED
        again.press(Qt.Key.Key_Z, CTRL | SHIFT)
        assert again.mention("Umman").status is Status.REJECTED
    finally:
        again.close()


def test_a_double_click_selects_the_name_without_its_suffix_and_a_digit_labels_it(desk: Desk) -> None:
    desk.open_story()
    point = desk.point_of(find(desk.text, "ABD'nin"))
    viewport = desk.window.article.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert desk.dateline.workbench.range.of(desk.text) == "ABD"
    desk.press(Qt.Key.Key_3)
    marked = desk.mention("ABD")
    assert (marked.label, marked.status, marked.origin.source) == ("GPE", Status.ACCEPTED, "analyst")


def test_a_drag_over_half_words_snaps_to_whole_ones(desk: Desk) -> None:
    desk.open_story()
    span = find(desk.text, "Umman Dışişleri Bakanı")
    desk.drag(span.start + 2, span.end - 3)
    assert desk.dateline.workbench.range == span
    desk.press(Qt.Key.Key_2)
    assert desk.mention("Umman Dışişleri Bakanı").label == "ORG"


def test_a_click_on_nested_marks_takes_the_inner_one_and_clicking_again_the_outer(desk: Desk) -> None:
    desk.open_story()
    span = find(desk.text, "Umman Dışişleri Bakanı")
    desk.drag(span.start, span.end)
    desk.press(Qt.Key.Key_2)
    desk.click("Umman")
    assert desk.dateline.workbench.selected_record().label == "GPE"
    desk.click("Umman")
    assert desk.dateline.workbench.selected_record().label == "ORG"
    desk.press(Qt.Key.Key_O)
    assert desk.dateline.workbench.selected_record().label == "GPE"


def test_a_digit_relabels_the_selected_mention(desk: Desk) -> None:
    desk.open_story()
    desk.click("Maskat")
    desk.press(Qt.Key.Key_4)
    assert (desk.mention("Maskat").label, desk.mention("Maskat").status) == ("LOC", Status.ACCEPTED)


def test_alt_and_the_arrows_move_the_boundaries_by_words_and_with_ctrl_by_letters(desk: Desk) -> None:
    desk.open_story()
    desk.click("Selim Harbi")
    desk.press(Qt.Key.Key_Left, ALT)
    assert desk.mention("Selim").label == "PERSON"
    desk.press(Qt.Key.Key_Right, ALT)
    assert desk.mention("Selim Harbi").label == "PERSON"
    desk.press(Qt.Key.Key_Left, ALT | SHIFT)
    assert desk.mention("Bakanı Selim Harbi").label == "PERSON"
    desk.press(Qt.Key.Key_Right, ALT | SHIFT)
    desk.press(Qt.Key.Key_Left, ALT | CTRL)
    assert desk.mention("Selim Harb").label == "PERSON"
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.mention("Selim Harbi").label == "PERSON"


def test_e_makes_an_event_of_a_word_and_r_fills_its_roles(desk: Desk) -> None:
    desk.open_story()
    span = find(desk.text, "iletildi")
    desk.drag(span.start, span.end)
    desk.press(Qt.Key.Key_E)
    desk.type("cn")
    event = next(e for e in desk.state.events.values() if e.trigger == span)
    assert (event.type, event.status) == ("CONSULT", Status.ACCEPTED)
    desk.click("İran")
    desk.press(Qt.Key.Key_R)
    desk.type("r")
    event = desk.state.events[event.id]
    assert [(a.role, desk.state.mentions[a.mention].span.of(desk.text)) for a in event.arguments] == [
        ("recipient", "İran")
    ]
    assert desk.mention("İran").status is Status.ACCEPTED


def test_delete_removes_what_the_analyst_marked_and_rejects_what_was_suggested(desk: Desk) -> None:
    desk.open_story()
    span = find(desk.text, "mesajı")
    desk.drag(span.start, span.end)
    desk.press(Qt.Key.Key_0)
    desk.press(Qt.Key.Key_Delete)
    assert desk.mention("mesajı") is None
    desk.click("Maskat")
    desk.press(Qt.Key.Key_Delete)
    assert desk.mention("Maskat").status is Status.REJECTED


def test_what_was_decided_is_not_touched_when_suggestions_are_made_again(desk: Desk) -> None:
    desk.open_story()
    desk.click("Maskat")
    desk.press(Qt.Key.Key_X)
    desk.click("Umman")
    desk.press(Qt.Key.Key_4)
    decided = {m.id: m for m in desk.state.mentions.values() if m.status is not Status.SUGGESTED}
    desk.window.actions_["suggest.run"].trigger()
    desk.settle(lambda: not desk.dateline.suggesting.worker.busy)
    assert {id: desk.state.mentions[id] for id in decided} == decided
    assert len([m for m in desk.state.mentions.values() if m.span == find(desk.text, "Maskat")]) == 1


def test_the_window_answers_while_suggestions_are_made_and_cancelling_keeps_what_there_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    import threading

    gate = threading.Event()
    desk = start(qtbot, tmp_path, lambda: ScriptedSuggester(before=lambda: gate.wait(10)))
    try:
        desk.new_project()
        file = tmp_path / "haber.txt"
        file.write_text(STORY, encoding="utf-8")
        desk.window.files_dropped.emit([str(file)])
        desk.settle(lambda: desk.dateline.suggesting.worker.busy)
        span = find(STORY, "ABD")
        desk.drag(span.start, span.end)
        desk.press(Qt.Key.Key_3)
        assert desk.mention("ABD").status is Status.ACCEPTED
        desk.window.actions_["suggest.cancel"].trigger()
        assert not desk.dateline.suggesting.worker.busy
        gate.set()
        qtbot.wait(50)
        assert len(desk.state.mentions) == 1
    finally:
        gate.set()
        desk.close()


def test_an_answer_about_another_article_is_dropped(desk: Desk) -> None:
    desk.open_story()
    first = desk.dateline.workbench.session
    desk.open_story("Bambaşka bir haber. Maskat burada da geçiyor.", "ikinci.txt")
    assert first.article.id != desk.dateline.workbench.session.article.id
    assert {m.span.of(desk.text) for m in desk.state.mentions.values()} == {"Maskat"}


def test_the_date_line_of_an_article_becomes_its_published_date(desk: Desk) -> None:
    desk.open_story(" date 2026-02-14 " + STORY)
    assert desk.window.metadata._published.value() == QDate(2026, 2, 14)
    assert desk.dateline.workbench.session.article.metadata.published.isoformat() == "2026-02-14"


def test_editing_the_metadata_saves_it_and_a_new_date_asks_for_new_suggestions(qtbot: QtBot, tmp_path: Path) -> None:
    suggester = ScriptedSuggester()
    desk = start(qtbot, tmp_path, lambda: suggester)
    try:
        desk.new_project()
        desk.open_story()
        calls = suggester.calls
        strip = desk.window.metadata
        QTest.mouseClick(strip._source, Qt.MouseButton.LeftButton)
        type_words(strip._source, "Örnek Ajansı")
        QTest.keyClick(strip._source, Qt.Key.Key_Return)
        line = strip._published._line
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        QTest.keyClicks(line, "14.02.2026")
        QTest.keyClick(line, Qt.Key.Key_Return)
        desk.settle(lambda: suggester.calls > calls and not desk.dateline.suggesting.worker.busy)
        saved = desk.dateline.projects.project.article(desk.dateline.workbench.session.article.id).metadata
        assert (saved.source, saved.published.isoformat()) == ("Örnek Ajansı", "2026-02-14")
        assert desk.window.library.model.shown[0].source == "Örnek Ajansı"
    finally:
        desk.close()


def test_pasting_shows_the_text_first_and_then_adds_it(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(STORY)
    desk.window.actions_["article.paste"].trigger()
    dialog = next(w for w in desk.window.children() if type(w).__name__ == "PasteDialog")
    assert dialog._text.toPlainText() == STORY
    dialog._title.setText("Maskat'ta görüşme")
    dialog.accept()
    desk.settle(lambda: desk.dateline.workbench.session is not None)
    assert desk.dateline.workbench.session.article.metadata.title == "Maskat'ta görüşme"
    desk.settle(lambda: not desk.dateline.suggesting.worker.busy)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("boş.txt", b""),
        ("ikili.txt", bytes(range(256)) * 20),
        ("uzun.txt", "söz ".encode() * 1_250_000),
    ],
)
def test_a_file_that_is_no_article_gets_a_sentence_and_changes_nothing(desk: Desk, name: str, content: bytes) -> None:
    desk.open_story()
    before = desk.state
    bad = desk.folder / name
    bad.write_bytes(content)
    desk.window.files_dropped.emit([str(bad)])
    desk.settle(lambda: name in desk.window.banner.sentence)
    assert "Traceback" not in desk.window.banner.sentence
    assert desk.state == before
    assert len(desk.window.library.model.shown) == 1


def test_an_emoji_before_a_name_moves_no_mark(desk: Desk) -> None:
    desk.open_story("👨🏽‍🚒 itfaiyeci Maskat'ta konuştu. i\u0307ran değil, Umman.")
    span = find(desk.text, "Umman")
    desk.drag(span.start, span.end)
    assert desk.dateline.workbench.range == span
    desk.click("Maskat")
    assert desk.dateline.workbench.selected_record().span.of(desk.text) == "Maskat"


def test_done_says_what_is_open_and_goes_to_the_next_article(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_story()
    first = desk.dateline.workbench.session.article.id
    desk.open_story("Umman'da ikinci bir toplantı yapıldı.", "ikinci.txt")
    asked: list[str] = []

    def answer(_parent: object, question: str, _yes: str, _no: str) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr("dateline.gui.commands.articles.ask", answer)
    desk.press(Qt.Key.Key_Return, CTRL)
    assert len(asked) == 1
    assert desk.dateline.workbench.session.article.id == first
    statuses = {a.title: a.status for a in desk.window.library.model.shown}
    assert ArticleStatus.DONE in statuses.values()


def test_an_article_in_the_trash_can_be_taken_back_with_its_decisions(desk: Desk) -> None:
    desk.open_story()
    desk.click("Maskat")
    desk.press(Qt.Key.Key_A)
    desk.window.actions_["article.remove"].trigger()
    assert desk.window.library.model.total() == 0
    desk.window.banner._button.click()
    assert desk.mention("Maskat").status is Status.ACCEPTED


def test_a_project_that_is_open_elsewhere_is_said_to_be(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = desk.dateline.projects.project.path
    other = tmp_path / "other"
    other.mkdir()
    second = start(qtbot, other)
    try:
        assert not second.dateline.projects.open(path)
        assert path.stem in second.window.banner.sentence
    finally:
        second.close()


def test_steps_that_cannot_be_saved_stay_on_screen_and_are_saved_on_retry(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.core.errors import StorageError

    desk.open_story()
    project = desk.dateline.projects.project
    real = project.append

    def full(*_arguments: object) -> None:
        raise StorageError("storage.full", path="Deneme")

    monkeypatch.setattr(project, "append", full)
    desk.click("Maskat")
    desk.press(Qt.Key.Key_A)
    assert desk.mention("Maskat").status is Status.ACCEPTED
    assert len(desk.dateline.workbench.session.unsaved) == 1
    assert desk.window.banner.sentence
    monkeypatch.setattr(project, "append", real)
    desk.window.banner._button.click()
    assert not desk.dateline.workbench.session.unsaved
    state, _log = project.load_review(desk.dateline.workbench.session.article.id)
    assert state == desk.state


def test_the_export_holds_what_was_decided(desk: Desk) -> None:
    desk.open_story()
    desk.click("Maskat")
    desk.press(Qt.Key.Key_A)
    desk.click("Umman")
    desk.press(Qt.Key.Key_X)
    target = desk.folder / "sonuç.xlsx"
    desk.dateline.exporting.export(target)
    desk.settle(lambda: "sonuç.xlsx" in desk.window.banner.sentence)
    book = openpyxl.load_workbook(target)
    cells = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None}
    assert {"Maskat", "görüştü"} <= cells
    mentions = book[book.sheetnames[1]]
    words = {str(c.value) for row in mentions.iter_rows() for c in row}
    assert "Umman" not in words
    book.close()


def test_zoom_theme_and_language_change_while_the_article_stays(desk: Desk) -> None:
    from dateline.gui.theme import Mode

    desk.open_story()
    size = desk.window.article.font().pointSizeF()
    desk.window.actions_["view.zoom_in"].trigger()
    assert desk.window.article.font().pointSizeF() == size + 1
    desk.dateline.set_theme(Mode.DARK)
    desk.dateline.set_language("en")
    desk.settle(lambda: desk.window.actions_["review.accept"].text() == "Accept")
    desk.dateline.set_language("tr")
    desk.settle(lambda: desk.window.actions_["review.accept"].text() == "Kabul et")
    desk.dateline.set_theme(Mode.LIGHT)
    assert desk.window.article.toPlainText() == STORY


def test_the_cheat_sheet_lists_every_key(desk: Desk) -> None:
    from dateline.gui.actions import ACTIONS
    from dateline.gui.dialogs.keys import KeysDialog

    dialog = KeysDialog(desk.dateline.workbench, lambda: None, desk.window)
    shown = dialog.findChild(QTextBrowser).toPlainText()
    for spec in ACTIONS:
        for key in desk.dateline.workbench.keymap.written(spec.id):
            assert key in shown
    dialog.deleteLater()


def test_no_two_actions_share_a_key() -> None:
    from dateline.core.codebook import bundled
    from dateline.gui.actions import ACTIONS, ARTICLE_KEYS

    keys = [key for spec in ACTIONS for key in (*spec.keys, *ARTICLE_KEYS.get(spec.id, ()))]
    keys += [term.key for term in bundled().labels if term.key]
    assert len(keys) == len(set(keys))


def test_lines_become_longer_and_shorter_and_stay_so_after_a_restart(desk: Desk, qtbot: QtBot) -> None:
    desk.open_story()
    desk.window.resize(1900, 850)

    def margin() -> float:
        return desk.window.article.document().rootFrame().frameFormat().leftMargin()

    before = margin()
    desk.window.actions_["view.narrower"].trigger()
    assert margin() > before
    desk.window.actions_["view.wider"].trigger()
    assert margin() == before
    desk.window.actions_["view.wider"].trigger()
    wide = desk.window.article.typesetting.measure
    desk.close()
    again = start(qtbot, desk.folder)
    try:
        assert again.window.article.typesetting.measure == wide
    finally:
        again.close()


def test_text_from_right_to_left_can_be_marked_and_clicked(desk: Desk) -> None:
    desk.open_story("التقى الوزير نظيره في مسقط يوم الثلاثاء.\n\nBu satırda عُمان adı geçiyor.")
    span = find(desk.text, "مسقط")
    point = desk.point_of(span)
    viewport = desk.window.article.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert desk.dateline.workbench.range == span
    desk.press(Qt.Key.Key_3)
    desk.click("عُمان")
    desk.qtbot.wait(QGuiApplication.styleHints().mouseDoubleClickInterval() + 100)  # or it would be a third click there
    desk.click("مسقط")
    assert desk.dateline.workbench.selected_record().span == span


def test_where_i_stopped_is_where_i_start(desk: Desk, qtbot: QtBot) -> None:
    desk.open_story()
    path = desk.dateline.projects.project.path
    for _ in range(4):
        desk.press(Qt.Key.Key_J)
    stopped = desk.dateline.workbench.selection
    assert stopped is not None
    desk.close()

    again = start(qtbot, desk.folder)
    try:
        assert again.dateline.projects.open(path)
        assert again.dateline.workbench.selection == stopped
        again.press(Qt.Key.Key_K)
        again.press(Qt.Key.Key_J)
        assert again.dateline.workbench.selection == stopped
    finally:
        again.close()
