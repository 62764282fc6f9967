"""What an analyst reads in the window, and what typing words does: names of types, counts, empty places."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QCommandLinkButton, QLabel, QMenu
from pytestqt.qtbot import QtBot

from dateline.core import decisions
from dateline.core.annotation import Event, Mention, Status
from dateline.core.codebook import BUNDLED, Term, bundled
from dateline.core.contrast import ratio
from dateline.core.turkish import fold
from dateline.gui import words
from dateline.gui.article.painter import Scene
from dateline.gui.codebook.fields import WordsField
from dateline.gui.dialogs.choice import ChoicePopup
from dateline.gui.dialogs.palette import Palette
from dateline.gui.dialogs.past import PastDialog
from dateline.gui.registry.model import COUNTRY, NAME
from dateline.gui.theme import CONTRAST
from driver import Desk, find, start
from reviewing import type_words


def the_type_of(desk: Desk, typed: str) -> str:
    """Makes an event of a word and types its type's name."""
    span = find(desk.text, "iletildi")
    desk.drag(span.start, span.end)
    desk.press(Qt.Key.Key_E)
    type_words(QApplication.activePopupWidget().focusWidget(), typed)
    desk.press(Qt.Key.Key_Return)
    return next(e.type for e in desk.state.events.values() if e.trigger == span)


@pytest.mark.parametrize(
    ("typed", "type"),
    [
        ("görüş", "CONSULT"),
        ("suçlama", "ACCUSE"),
        ("saldırı", "ASSAULT"),
        ("cekilme", "RETREAT"),
        ("ret", "REJECT"),
        ("protesto", "PROTEST"),
        ("Görev", "PERSONNEL"),
    ],
)
def test_typing_the_turkish_name_of_a_type_chooses_that_type(desk: Desk, typed: str, type: str) -> None:
    desk.open_story()
    assert the_type_of(desk, typed) == type


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_no_key_of_a_codebook_that_ships_begins_the_name_of_another_type(name: str, language: str) -> None:
    types = [t.term for t in bundled(name).event_types]
    for one in types:
        begun = [o.id for o in types if o is not one and fold(o.name(language)).startswith(one.key)]
        assert not (len(one.key) > 1 and begun), (one.id, begun)


def test_letters_that_are_a_key_and_begin_another_name_wait_for_what_comes_next(qtbot: QtBot, desk: Desk) -> None:
    terms = [Term("SANCTION", {"tr": "Yaptırım"}, {}, key="sa"), Term("ASSAULT", {"tr": "Saldırı"}, {}, key="as")]
    chosen: list[str] = []
    for typed, wanted in (("sa", "SANCTION"), ("sal", "ASSAULT")):
        popup = ChoicePopup(terms, "tr", "", chosen.append, desk.window)
        popup.open_over(desk.window)
        type_words(popup._line, typed)
        assert popup.isVisible()
        desk.press(Qt.Key.Key_Return)
        assert chosen[-1] == wanted
    popup = ChoicePopup(terms, "tr", "", chosen.append, desk.window)
    popup.open_over(desk.window)
    type_words(popup._line, "as")
    assert len(chosen) == 3


def test_the_ways_of_accepting_alike_have_numbers(desk: Desk) -> None:
    desk.open_story()
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_G)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    assert [t.key for t in popup._terms] == [str(n) for n in range(1, len(popup._terms) + 1)]


def test_how_many_records_a_step_had_is_said_in_words(desk: Desk) -> None:
    desk.open_story()
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_G)
    desk.type("1")
    assert desk.window.actions_["edit.undo"].text() == "Geri al: kabul (3 kayıt)"
    desk.window.actions_["edit.history"].trigger()
    dialog = desk.window.findChild(PastDialog)
    rows = [dialog._list.topLevelItem(row) for row in range(dialog._list.topLevelItemCount())]
    assert [(row.text(2), row.text(3)) for row in rows] == [("kabul", "3 kayıt"), ("öneri üretme", "8 öneri")]
    dialog.reject()


def test_a_step_about_one_mention_that_is_a_number_is_named_by_it(desk: Desk) -> None:
    desk.open_story("Depremde 41 kişi öldü.")
    desk.dateline.workbench.decide(decisions.add_mention(find(desk.text, "41"), "QUANTITY", desk.text))
    step = desk.dateline.workbench.session.history.undoable[-1].decision
    assert words.step(step) == "işaretle “41”"


def test_a_project_without_articles_says_so_and_offers_to_add_them_first(desk: Desk) -> None:
    page = desk.window.start
    said = " ".join(label.text() for label in page.widget().findChildren(QLabel))
    assert "Bu projede henüz haber yok" in said
    assert "Soldan bir haber seçin" not in said
    first = page.widget().findChildren(QCommandLinkButton)[0]
    assert first.text() == "Haber aç"
    assert desk.window.windowTitle() == "Deneme — Dateline"


def test_the_hint_of_the_empty_list_keeps_off_the_edges(desk: Desk) -> None:
    hint = desk.window.library._empty
    assert hint.isVisible()
    picture = hint.grab().toImage()
    ground = picture.pixelColor(0, 0)
    edge = round(4 * picture.devicePixelRatio())
    columns = [x for x in range(picture.width()) if x < edge or x >= picture.width() - edge]
    assert all(picture.pixelColor(x, y) == ground for x in columns for y in range(picture.height()))


def test_the_palette_shows_keys_or_what_a_line_is_but_no_menu(desk: Desk) -> None:
    desk.open_story()
    desk.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    by_id = {command.id: command for command in palette._commands}
    assert (by_id["sheet.pdf"].keys, by_id["sheet.pdf"].kind) == ("", "")
    assert by_id["only.NEW"].kind == "Haber listesi"
    desk.press(Qt.Key.Key_Escape)


def test_hits_of_a_search_stay_bright_while_an_event_is_looked_at(desk: Desk) -> None:
    desk.open_story()
    view = desk.window.article
    hit = find(desk.text, "mesajı")

    def ground() -> QColor:
        rect = view.rect_of(hit)
        return view.viewport().grab().toImage().pixelColor(rect.left() + 1, rect.top() + 4)

    view.show_hits([hit], hit)
    before = ground()
    event = next(iter(desk.state.events.values()))
    desk.dateline.workbench.choose_event(event.id)
    desk.dateline.workbench.select(event.id, reveal=False)
    assert isinstance(desk.dateline.workbench.selected_record(), Event)
    assert ground() == before


def test_the_same_label_everywhere_begins_with_the_label_that_the_words_have(desk: Desk) -> None:
    desk.open_story()
    span = find(desk.text, "Umman")
    desk.drag(span.start, span.end)
    assert desk.dateline.workbench.range == span
    desk.window.actions_["mark.everywhere"].trigger()
    dialog = next(w for w in desk.window.children() if type(w).__name__ == "OccurrencesDialog")
    assert dialog.label() == "GPE"
    dialog.reject()


def test_each_name_in_the_codebook_editor_says_its_language(desk: Desk) -> None:
    editor = desk.dateline.codebooks.edit()
    for field in (editor.title, *editor.findChildren(WordsField)):
        captions = [label.text() for label in field.findChildren(QLabel)]
        assert captions == ["Türkçe", "İngilizce"]
    editor.reject()


@pytest.mark.parametrize(
    ("context", "text"),
    [("QFileDialog", "Look in:"), ("QFileDialog", "Files of type:"), ("QKeySequenceEdit", "Press shortcut")],
)
def test_what_qt_says_is_turkish_and_polite(desk: Desk, context: str, text: str) -> None:
    said = QCoreApplication.translate(context, text)
    assert said not in (text, "Kısayola bas")


def test_english_counts_one_record_and_many(qtbot: QtBot, tmp_path: Path) -> None:
    desk = start(qtbot, tmp_path, language="en")
    desk.new_project()
    desk.open_story()
    state, text = desk.state, desk.text
    step = decisions.set_status(state, [m.id for m in state.mentions.values()], Status.ACCEPTED, text)
    assert words.step(step) == "accept (6 records)"
    one = next(m for m in state.mentions.values() if isinstance(m, Mention))
    assert words.step(decisions.set_status(state, [one.id], Status.REJECTED, text)) == f"reject “{one.name}”"
    desk.close()


def test_in_a_low_window_the_search_of_the_project_has_room_and_gives_it_back(desk: Desk) -> None:
    desk.open_story()
    window = desk.window
    em = window.fontMetrics().height()
    window.resize(em * 42, em * 26)
    window.actions_["edit.search"].trigger()
    assert window.search.isVisible()
    assert not window.review.isVisible()
    QApplication.processEvents()
    assert window.height() <= em * 26
    options = window.search.options
    desk.settle(lambda: all(box.geometry().bottom() <= options.height() for box in options.boxes))
    assert window.height() <= em * 26
    window.search.leave()
    assert window.review.isVisible()


def test_in_a_narrow_registry_the_names_have_the_room(desk: Desk) -> None:
    desk.open_story()
    desk.window.actions_["view.registry"].trigger()
    dialog = next(w for w in desk.window.children() if type(w).__name__ == "RegistryDialog")
    desk.settle(lambda: dialog.model.rowCount() > 0)
    em = dialog.fontMetrics().height()
    for wide, hidden in ((em * 80, False), (em * 36, True)):
        dialog.resize(wide, em * 30)
        desk.settle(lambda hidden=hidden: dialog.table.isColumnHidden(COUNTRY) is hidden)
        assert dialog.table.columnWidth(NAME) > em * 8
    dialog.close()


def test_a_label_is_found_by_the_tag_that_stands_in_the_text(desk: Desk) -> None:
    desk.open_story()
    desk.click("17 Şubat")
    desk.press(Qt.Key.Key_L)
    type_words(QApplication.activePopupWidget().focusWidget(), "yer")
    desk.press(Qt.Key.Key_Return)
    assert desk.dateline.workbench.selected_record().label == "GPE"


def test_a_pop_up_in_which_nothing_matches_says_so(desk: Desk) -> None:
    desk.open_story()
    desk.click("Maskat")
    desk.press(Qt.Key.Key_L)
    popup = QApplication.activePopupWidget()
    type_words(popup.focusWidget(), "qqq")
    assert "Eşleşen yok." in [label.text() for label in popup.findChildren(QLabel) if label.isVisible()]
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Backspace)
    desk.press(Qt.Key.Key_Backspace)
    desk.press(Qt.Key.Key_Backspace)
    assert "Eşleşen yok." not in [label.text() for label in popup.findChildren(QLabel) if label.isVisible()]
    desk.press(Qt.Key.Key_Escape)


def test_the_key_for_saving_says_that_everything_is_saved(desk: Desk) -> None:
    desk.open_story()
    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "anında kaydeder" in desk.window.statusBar().currentMessage()


def test_what_a_pop_up_asks_for_is_read_whole(desk: Desk) -> None:
    desk.open_story()
    for prompt in ("Eklenecek rolün harfini, çıkarılacak olanın numarasını yazın", "Etiket"):
        popup = ChoicePopup(desk.dateline.workbench.codebook.labels, "tr", prompt, lambda _id: None, desk.window)
        popup.open_over(desk.window)
        assert popup._line.fontMetrics().horizontalAdvance(prompt) < popup._line.width()
        desk.press(Qt.Key.Key_Escape)


def test_what_steps_back_in_high_contrast_can_still_be_read(desk: Desk) -> None:
    scene = Scene(CONTRAST, bundled(), "tr", desk.window.font())
    page, ink = QColor(CONTRAST.page), QColor(CONTRAST.text)
    seen = [round(a * scene.veil + b * (1 - scene.veil)) for a, b in zip(page.getRgb(), ink.getRgb(), strict=True)]
    assert ratio(QColor(*seen).name(), page.name()) >= 7


def test_an_article_comes_out_of_the_trash_long_after_the_banner_is_gone(desk: Desk) -> None:
    desk.open_story()
    window, title = desk.window, desk.dateline.workbench.session.article.metadata.title
    desk.click("Maskat")
    desk.press(Qt.Key.Key_A)
    window.actions_["article.remove"].trigger()
    window.banner.hide()
    assert window.library.model.total() == 0
    window.actions_["article.trash"].trigger()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Palette)
    assert popup._list.item(0).text() == title
    desk.press(Qt.Key.Key_Return)
    assert desk.dateline.workbench.session.article.metadata.title == title
    assert desk.mention("Maskat").status is Status.ACCEPTED
    assert window.library.model.total() == 1
    window.actions_["article.trash"].trigger()
    assert QApplication.activePopupWidget() is None
    assert window.statusBar().currentMessage() == "Çöp kutusu boş."


def test_the_menu_of_a_mark_offers_what_suits_it(desk: Desk) -> None:
    desk.open_story()
    view = desk.window.article
    for target, there, absent in (
        ("Umman", "Her yerde aynı etiket…", "Olayın biçimi…"),
        ("görüştü", "Olayın gerçekliği…", "Her yerde aynı etiket…"),
    ):
        point = view.rect_of(find(desk.text, target)).center()
        place = view.viewport().mapToGlobal(point)
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        texts = [action.text() for action in menu.actions()]
        menu.close()
        assert there in texts
        assert absent not in texts
