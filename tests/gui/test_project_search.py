"""The search of the whole project as a person uses it: typing, walking, ticking, labelling, copying, stopping."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from dateline.core import decisions
from dateline.core.annotation import Status
from dateline.core.article import Article, Draft
from dateline.core.find import Query
from dateline.core.ids import new_id
from dateline.gui.dialogs.choice import ChoicePopup
from dateline.gui.search.delegate import right_to_left
from dateline.gui.search.panel import SearchPanel
from dateline.services.matching import Matcher
from driver import Desk, ScriptedSuggester, find, start
from reviewing import type_words
from standins import article

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

ONE = "İstanbul'da toplantı yapıldı. ISTANBUL VALİLİĞİ açıkladı; istanbullular dinledi."
TWO = "Kızılova heyeti İstanbul'a geldi. Heyet yarın dönecek."
THREE = "زار الوفد إسطنبول يوم الثلاثاء."
RUNAWAY = "(a+)+$"
LONG = "a" * 60 + "!"


@pytest.fixture
def suggester() -> ScriptedSuggester:
    return ScriptedSuggester(mentions=[])


@pytest.fixture
def three(qtbot: QtBot, tmp_path: Path, suggester: ScriptedSuggester) -> Iterator[Desk]:
    """A window with three articles, the first of them open with its suggestions made."""
    desk = start(qtbot, tmp_path, lambda: suggester)
    desk.new_project()
    for title, text in (("Toplantı", ONE), ("İstanbul'a gelenler", TWO), ("زيارة", THREE)):
        desk.dateline.imports.add_draft(Draft(text, title, "Deneme Ajansı", "tr"))
    open_(desk, "Toplantı")
    # Impatient, so that the tests are quick.
    desk.dateline.searches.matcher = Matcher(patience_s=1.5)
    desk.window.findbar._matcher = Matcher(patience_s=1.5)
    yield desk
    desk.close()


def idle(desk: Desk) -> None:
    desk.settle(lambda: not desk.dateline.suggesting.worker.busy)


def open_(desk: Desk, title: str) -> None:
    shown = desk.window.library.model.shown
    desk.dateline.articles.open(next(a.id for a in shown if a.title == title))
    idle(desk)


def title(desk: Desk) -> str:
    return desk.dateline.workbench.session.article.metadata.title


def searched(desk: Desk, words: str = "") -> SearchPanel:
    """Opens the search by its key, types words and waits until all is found."""
    desk.press(Qt.Key.Key_F, CTRL | SHIFT)
    panel = desk.window.search
    assert panel.isVisible()
    if words:
        panel.line.clear()
        type_words(panel.line, words)
    done(desk)
    return panel


def done(desk: Desk) -> None:
    panel, worker = desk.window.search, desk.dateline.searches.worker
    desk.settle(lambda: not panel._rest.isActive() and not worker.busy)


def new(title: str, text: str) -> Article:
    return article(text, title, new_id())


def rows(panel: SearchPanel) -> list[str]:
    model = panel.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def chosen(desk: Desk) -> str:
    """The words that are selected in the text."""
    span = desk.dateline.workbench.range
    return span.of(desk.text) if span is not None else ""


def labelled(desk: Desk) -> dict[str, list[str]]:
    project = desk.dateline.projects.project
    return {
        article.metadata.title: sorted(
            f"{m.span.of(article.text.content)}={m.name}"
            for m in state.mentions.values()
            if m.status is Status.ACCEPTED
        )
        for article, state in project.reviewed()
        if state.mentions
    }


def test_typing_finds_every_spelling_in_every_article_with_its_context(three: Desk) -> None:
    panel = searched(three, "istanbul")
    assert rows(panel) == [
        "Toplantı · Deneme Ajansı · 3 eşleşme",
        "İstanbul'da toplantı yapıldı. ISTANBUL VALİLİĞİ açıkladı; istanbullular dinledi.",
        "İstanbul'da toplantı yapıldı. ISTANBUL VALİLİĞİ açıkladı; istanbullular dinledi.",
        "İstanbul'da toplantı yapıldı. ISTANBUL VALİLİĞİ açıkladı; istanbullular dinledi.",
        "İstanbul'a gelenler · Deneme Ajansı · 2 eşleşme",
        "Kızılova heyeti İstanbul'a geldi. Heyet yarın dönecek.",
    ]
    assert panel.count.text() == "5 eşleşme, 2 haberde"
    panel.options.word.setChecked(True)
    done(three)
    assert panel.count.text() == "4 eşleşme, 2 haberde"


def test_words_that_are_selected_in_the_text_are_put_in(three: Desk) -> None:
    three.drag(ONE.index("toplantı"), ONE.index("toplantı") + 8)
    panel = searched(three)
    assert (panel.line.text(), panel.line.selectedText(), panel.line.hasFocus()) == ("toplantı", "toplantı", True)
    assert panel.count.text() == "2 eşleşme, 1 haberde"


def test_arrows_walk_through_the_hits_and_enter_goes_to_the_text(three: Desk, suggester: ScriptedSuggester) -> None:
    panel = searched(three, "istanbul")
    calls = suggester.calls
    press(panel.line, Qt.Key.Key_Return)
    assert (panel.list.hasFocus(), panel.list.currentIndex().row()) == (True, 1)
    assert chosen(three) == "İstanbul"
    press(panel.list, Qt.Key.Key_Down)
    assert chosen(three) == "ISTANBUL"
    assert [hit.of(ONE) for hit in three.window.article.hits] == ["İstanbul", "ISTANBUL", "istanbul"]
    for _ in range(3):
        press(panel.list, Qt.Key.Key_Down)
    three.settle(lambda: title(three) == "İstanbul'a gelenler" and chosen(three) == "İstanbul")
    assert panel.list.hasFocus()
    assert suggester.calls == calls
    press(panel.list, Qt.Key.Key_Return)
    assert three.window.article.hasFocus()


def test_a_new_article_gets_its_suggestions_once_someone_goes_there(three: Desk, suggester: ScriptedSuggester) -> None:
    three.dateline.projects.project.add_article(new("Yepyeni", "Ilgaz'da kar yağdı."))
    three.dateline.articles.refresh()
    calls = suggester.calls
    panel = searched(three, "kar yağdı")
    press(panel.line, Qt.Key.Key_Return)
    three.settle(lambda: title(three) == "Yepyeni" and chosen(three) == "kar yağdı")
    idle(three)
    assert suggester.calls == calls
    press(panel.list, Qt.Key.Key_Return)
    three.settle(lambda: suggester.calls == calls + 1)
    idle(three)


def test_a_key_labels_the_hit_that_is_shown_and_the_list_goes_on(three: Desk) -> None:
    panel = searched(three, "heyet")
    press(panel.line, Qt.Key.Key_Return)
    three.settle(lambda: chosen(three) == "heyeti")
    press(panel.list, Qt.Key.Key_1)
    assert labelled(three) == {"İstanbul'a gelenler": ["heyeti=heyeti"]}
    press(panel.list, Qt.Key.Key_Down)
    assert (panel.list.hasFocus(), chosen(three)) == (True, "Heyet")


def test_f3_goes_on_from_the_line_and_comes_round(three: Desk) -> None:
    panel = searched(three, "heyet")
    seen = []
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F3, Qt.Key.Key_F3):
        press(panel.line, key)
        three.settle(lambda: title(three) == "İstanbul'a gelenler" and bool(chosen(three)))
        seen.append(panel.list.currentIndex().row())
    press(panel.line, Qt.Key.Key_F3, SHIFT)
    assert seen == [1, 2, 1]
    assert panel.list.currentIndex().row() == 2
    assert panel.line.hasFocus()


def test_a_title_that_was_found_shows_the_beginning_of_its_article(three: Desk) -> None:
    panel = searched(three, "gelenler")
    assert panel.count.text() == "1 eşleşme, 1 haberde"
    press(panel.line, Qt.Key.Key_Return)
    three.settle(lambda: title(three) == "İstanbul'a gelenler")
    assert panel.list.currentIndex().row() == 0


def test_escape_goes_back_to_the_text_and_with_shift_closes(three: Desk) -> None:
    panel = searched(three, "istanbul")
    press(panel.line, Qt.Key.Key_Down)
    press(panel.list, Qt.Key.Key_Escape)
    assert three.window.article.hasFocus()
    assert panel.isVisible()
    searched(three)
    press(panel.line, Qt.Key.Key_Escape, SHIFT)
    assert panel.isHidden()
    assert three.window.article.hasFocus()
    assert three.window.article.hits == []


def test_ticked_hits_get_one_label_in_all_articles_and_one_undo_takes_it_back(three: Desk) -> None:
    panel = searched(three, "istanbul")
    press(panel.line, Qt.Key.Key_Down)
    press(panel.list, Qt.Key.Key_A, CTRL)
    press(panel.list, Qt.Key.Key_Space)
    assert panel.label.text() == "Seçilen 4 yeri etiketle…"
    assert panel.all.isChecked()
    press(panel.list, Qt.Key.Key_A, CTRL | SHIFT)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    type_words(popup._line, three.dateline.workbench.codebook.label_by_id["GPE"].name("tr"))
    press(popup._line, Qt.Key.Key_Return)
    wide = three.window.commands.wide.worker
    three.settle(lambda: not wide.busy)
    # Half a word is no place for a label.
    assert labelled(three) == {
        "Toplantı": ["ISTANBUL=İstanbul", "İstanbul=İstanbul"],
        "İstanbul'a gelenler": ["İstanbul=İstanbul"],
    }
    assert "2 haberde" in three.window.banner.sentence
    assert "1 yer atlandı" in three.window.banner.sentence
    assert panel.model.count_ticked() == 0
    three.window.activateWindow()
    three.settle(three.window.isActiveWindow)
    three.press(Qt.Key.Key_Z, CTRL)
    three.settle(lambda: not wide.busy)
    assert labelled(three) == {}


def test_space_on_the_row_of_an_article_ticks_all_of_its_hits_and_again_none(three: Desk) -> None:
    panel = searched(three, "istanbul")
    panel.list.selectRow(0)
    check = Qt.ItemDataRole.CheckStateRole
    press(panel.list, Qt.Key.Key_Space)
    assert panel.model.count_ticked() == 3
    assert panel.model.index(0, 0).data(check) == Qt.CheckState.Checked
    assert not panel.all.isChecked()
    panel.list.selectRow(2)
    press(panel.list, Qt.Key.Key_Space)
    assert panel.model.index(0, 0).data(check) == Qt.CheckState.PartiallyChecked
    panel.list.selectRow(0)
    press(panel.list, Qt.Key.Key_Space)
    press(panel.list, Qt.Key.Key_Space)
    assert panel.model.count_ticked() == 0


def test_a_click_on_a_box_ticks_and_one_beside_it_goes_there(three: Desk) -> None:
    panel = searched(three, "istanbul")
    row = panel.list.visualRect(panel.model.index(2, 0))
    em = panel.list.fontMetrics().height()
    port = panel.list.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(round(em * 2.2), row.center().y()))
    assert [hit.words for hits in panel.model.ticked().values() for hit in hits] == ["ISTANBUL"]
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=row.center())
    assert panel.model.count_ticked() == 1
    assert chosen(three) == "ISTANBUL"


def test_unmarked_only_is_searched_anew_after_labelling(three: Desk) -> None:
    panel = searched(three, "valiliği")
    panel.options.unmarked.setChecked(True)
    done(three)
    assert panel.count.text() == "1 eşleşme, 1 haberde"
    panel.model.tick_all(True)
    three.dateline.searches._label_ticked("ORG")
    three.settle(lambda: not three.window.commands.wide.worker.busy)
    done(three)
    assert panel.count.text() == "0 eşleşme, 0 haberde"


def test_hits_are_copied_as_rows_that_excel_takes(three: Desk) -> None:
    panel = searched(three, "istanbul")
    panel.list.selectRow(4)
    press(panel.list, Qt.Key.Key_C, CTRL)
    lines = QApplication.clipboard().text().splitlines()
    assert [line.split("\t") for line in lines] == [
        ["İstanbul'a gelenler", "", "Deneme Ajansı", "", "İstanbul", "'a gelenler"],
        ["İstanbul'a gelenler", "", "Deneme Ajansı", "Kızılova heyeti", "İstanbul", "'a geldi. Heyet yarın dönecek."],
    ]
    panel.copy.click()
    assert len(QApplication.clipboard().text().splitlines()) == 5


def test_a_formula_in_an_article_stays_text_when_it_is_copied(three: Desk) -> None:
    three.dateline.projects.project.add_article(new("=1+1", "=SUM(A1) formülü\tve sekme."))
    panel = searched(three, "formülü")
    panel.list.selectRow(1)
    press(panel.list, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "'=1+1\t\tDeneme Ajansı\t'=SUM(A1)\tformülü\tve sekme.\n"


def saved(desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str = "geçişler") -> list[tuple[object, ...]]:
    """Presses the button, chooses a file, and reads what was written."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(desk.folder / name), ""))
    desk.window.search.save.click()
    desk.settle(lambda: not desk.dateline.exporting.worker.busy)
    book = load_workbook(desk.folder / f"{name}.xlsx")
    try:
        return list(book["Eşleşmeler"].iter_rows(values_only=True))
    finally:
        book.close()


def test_every_hit_can_be_saved_to_excel_or_only_those_that_are_ticked(
    three: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = searched(three, "istanbul")
    head, *rows = saved(three, monkeypatch)
    assert head[:6] == ("Haber başlığı", "Yayın tarihi", "Kaynak", "Öncesi", "Geçen sözcükler", "Sonrası")
    assert [row[4] for row in rows] == ["İstanbul", "ISTANBUL", "istanbul", "İstanbul", "İstanbul"]
    assert [row[7] for row in rows] == [*map(ONE.index, ("İstanbul", "ISTANBUL", "istanbul")), None, TWO.index("İstan")]
    assert "geçişler.xlsx" in three.window.banner.sentence
    panel.model.tick([2], True)
    assert [row[4] for row in saved(three, monkeypatch, "seçilen")[1:]] == ["ISTANBUL"]


def test_what_is_right_clicked_can_be_searched_for(three: Desk) -> None:
    three.drag(ONE.index("toplantı"), ONE.index("toplantı") + 8)
    three.window.menus.over_text(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Projede ara…").trigger()
    menu.close()
    done(three)
    assert three.window.search.count.text() == "2 eşleşme, 1 haberde"


def test_other_words_take_the_place_of_a_search_that_still_goes_on(three: Desk) -> None:
    project = three.dateline.projects.project
    for number in range(60):
        project.add_article(new(f"Ek {number}", f"Kar yağdı {number}."))
    panel = searched(three, "kar yağdı")
    panel.line.setText("kar")
    panel.ask()
    panel.line.setText("heyet")
    panel.ask()
    done(three)
    assert panel.count.text() == "2 eşleşme, 1 haberde"
    assert len(rows(panel)) == 3


def test_the_status_of_articles_narrows(three: Desk) -> None:
    panel = searched(three, "istanbul")
    panel.status.setCurrentIndex(panel.status.findText("Tamamlandı"))
    panel.status.activated.emit(panel.status.currentIndex())
    done(three)
    assert panel.count.text() == "0 eşleşme, 0 haberde"


def test_the_project_may_be_left_while_it_is_searched(three: Desk) -> None:
    project = three.dateline.projects.project
    for number in range(60):
        project.add_article(new(f"Ek {number}", "kar " * 2000 + str(number)))
    panel = searched(three)
    panel.line.setText("kar")
    panel.ask()
    three.new_project("Yeni")
    assert panel.isHidden()
    assert panel.model.rowCount() == 0
    assert searched(three, "kar").count.text() == "0 eşleşme, 0 haberde"


def test_hits_of_before_are_said_to_be_and_can_be_found_anew(three: Desk) -> None:
    panel = searched(three, "istanbul")
    assert panel.anew.isHidden()
    three.open_story("İstanbul yine gündemde.", "yeni.txt")
    assert panel.anew.isVisible()
    assert "değişti" in panel.count.text()
    QTest.mouseClick(panel.anew, Qt.MouseButton.LeftButton)
    done(three)
    assert panel.count.text() == "7 eşleşme, 3 haberde"
    assert panel.anew.isHidden()
    three.window.actions_["article.remove"].trigger()
    assert panel.anew.isVisible()


def test_a_decision_makes_hits_old_only_where_labels_narrow_them(three: Desk) -> None:
    panel = searched(three, "heyet")
    open_(three, "İstanbul'a gelenler")
    bench = three.dateline.workbench
    bench.decide(decisions.add_mention(find(three.text, "yarın"), "DATE", bench.text))
    assert panel.anew.isHidden()
    panel.options.unmarked.setChecked(True)
    done(three)
    bench.decide(decisions.add_mention(find(three.text, "heyeti"), "ORG", bench.text))
    assert panel.anew.isVisible()


def test_without_a_project_there_is_nothing_to_search(three: Desk) -> None:
    assert three.window.actions_["edit.search"].isEnabled()
    three.dateline.projects.leave()
    assert not three.window.actions_["edit.search"].isEnabled()


@pytest.mark.parametrize("typed", ["%", "_", '"', "¨", "ö" * 10_000, "\\", "<b>x</b>", "   "])
def test_anything_may_be_typed(three: Desk, typed: str) -> None:
    panel = searched(three)
    panel.line.setText(typed)
    panel.ask()
    done(three)
    assert panel.model.rowCount() == 0
    assert panel.count.text() == ("0 eşleşme, 0 haberde" if typed.strip() else "")
    assert panel.says.isHidden()


def beats(three: Desk, work: object) -> float:
    """The longest time in seconds in which the window did not look at its events until a condition came true."""
    seen = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: seen.append(time.perf_counter()))
    timer.start(1)
    three.settle(work)  # type: ignore[arg-type]
    timer.stop()
    return max(b - a for a, b in pairwise(seen))


def test_a_pattern_that_runs_away_is_stopped_with_a_sentence_while_the_window_lives(three: Desk) -> None:
    three.dateline.projects.project.add_article(new("Uzun", LONG))
    panel = searched(three)
    panel.options.pattern.setChecked(True)
    panel.line.setText(RUNAWAY)
    panel.ask()
    assert beats(three, lambda: panel.says.isVisible()) < 1
    assert "durduruldu" in panel.says.text()
    assert "yarıda kesildi" in panel.count.text()
    panel.line.setText("heyet")
    panel.ask()
    done(three)
    assert panel.count.text() == "2 eşleşme, 1 haberde"
    assert panel.says.isHidden()


def test_a_pattern_that_runs_away_in_the_find_bar_is_stopped_too(three: Desk) -> None:
    three.open_story(LONG, "uzun.txt")
    three.press(Qt.Key.Key_F, CTRL)
    bar = three.window.findbar
    bar.options.pattern.setChecked(True)
    bar._line.setText(RUNAWAY)
    assert beats(three, lambda: bar._says.isVisible()) < 1
    assert "durduruldu" in bar._says.text()
    bar._line.setText("a+")
    three.settle(lambda: [hit.of(LONG) for hit in bar.hits] == ["a" * 60])
    assert bar._says.isHidden()
    assert bar._count.text() == "1/1"


def test_a_broken_pattern_is_said_to_be_none_in_the_project_too(three: Desk) -> None:
    panel = searched(three)
    panel.options.pattern.setChecked(True)
    panel.line.setText("(ist")
    panel.ask()
    assert "(ist" in panel.says.text()
    assert panel.says.textFormat() == Qt.TextFormat.PlainText


def test_the_find_bar_hands_its_words_and_options_on_to_the_project(three: Desk) -> None:
    three.press(Qt.Key.Key_F, CTRL)
    bar = three.window.findbar
    type_words(bar._line, "heyet")
    bar.options.word.setChecked(True)
    bar._project.click()
    panel = three.window.search
    done(three)
    assert bar.isHidden()
    assert panel.wanted().query == Query("heyet", whole_word=True)
    assert panel.count.text() == "1 eşleşme, 1 haberde"


def test_the_size_of_the_panel_is_remembered(three: Desk, qtbot: QtBot, suggester: ScriptedSuggester) -> None:
    searched(three, "heyet")
    three.window.halves.setSizes([300, 400])
    sizes = three.window.halves.sizes()
    three.close()
    again = start(qtbot, three.folder, lambda: suggester)
    try:
        again.dateline.projects.open(three.folder / "Deneme.dateline")
        searched(again)
        again.settle(lambda: again.window.halves.sizes() == sizes)
    finally:
        again.close()


def test_everything_in_the_panel_has_a_name_and_tab_reaches_it(three: Desk) -> None:
    panel = searched(three, "istanbul")
    panel.model.tick_all(True)
    controls = {
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
    }
    assert len(controls) == 12
    names = {widget: widget.accessibleName() or getattr(widget, "text", str)() for widget in controls}
    assert [type(widget).__name__ for widget, name in names.items() if not name] == []
    reached = set()
    panel.line.setFocus()
    while (now := QApplication.focusWidget()) is not None and now not in reached and panel.isAncestorOf(now):
        reached.add(now)
        press(now, Qt.Key.Key_Tab)
    assert controls <= reached
    table = QAccessible.queryAccessibleInterface(panel.list)
    cells = [table.child(2 * row + 3) for row in range(3)]  # the headings count, though they are hidden
    assert [cell.text(QAccessible.Text.Name)[:11] for cell in cells] == ["Toplantı · ", "İstanbul'da", "İstanbul'da"]
    assert all(cell.state().checkable and cell.state().checked for cell in cells)


def test_the_panel_speaks_the_language_of_the_window(three: Desk) -> None:
    panel = searched(three, "istanbul")
    three.dateline.set_language("en")
    try:
        three.settle(lambda: panel.count.text().startswith("5 hits"))
        assert panel.count.text().endswith("in 2 articles")
        assert rows(panel)[0].endswith("3 hits")
    finally:
        three.dateline.set_language("tr")


@pytest.mark.parametrize(
    ("text", "mirrored"),
    [("زار الوفد", True), ("… “שלום", True), ("12 İstanbul زار", False), ("12", False), ("", False)],
)
def test_a_row_runs_as_its_first_letter_does(text: str, mirrored: bool) -> None:
    assert right_to_left(text) is mirrored


def test_in_a_text_from_right_to_left_the_words_stand_right_of_the_middle(three: Desk) -> None:
    panel = searched(three, "إسطنبول")
    assert panel.count.text() == "1 eşleşme, 1 haberde"
    assert _middle_of_the_lit_words(panel, 1) > 0.5
    assert _middle_of_the_lit_words(searched(three, "kızılova"), 1) < 0.5


def _middle_of_the_lit_words(panel: SearchPanel, row: int) -> float:
    """Where in the width of a row, from 0 to 1."""
    picture = panel.list.viewport().grab(panel.list.visualRect(panel.model.index(row, 0))).toImage()
    line = [picture.pixelColor(x, picture.height() // 2 - 6) for x in range(picture.width())]
    lit = [x for x, colour in enumerate(line) if colour.red() - colour.blue() > 40]
    return sum(lit) / len(lit) / picture.width()
