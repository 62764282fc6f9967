"""The typeface of the article: chosen in a dialog, seen at once, remembered, on paper; marks stay at their words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication, QImage
from PySide6.QtTest import QTest

from dateline.core.spans import Span
from dateline.gui import sheet, typeface
from dateline.gui.dialogs.typeface import TypefaceDialog
from dateline.gui.preferences import Preferences
from dateline.gui.typeface import GENERIC, MONO, OWN, SERIF, SPACINGS, families
from driver import Desk, find, start


def face(desk: Desk) -> str:
    return str(desk.window.article.font().families()[0])


def choose(dialog: TypefaceDialog, id: str) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(id))


def another() -> str:
    """An installed family that no kind of typeface has."""
    taken = {families(id)[0] for id in GENERIC}
    found = [f for f in QFontDatabase.families(QFontDatabase.WritingSystem.Latin) if f not in taken]
    if not found:
        pytest.skip("only one typeface is installed")
    return found[0]


def test_a_typeface_is_seen_at_once_in_text_and_headline_and_is_remembered(desk: Desk) -> None:
    desk.open_story()
    desk.window.actions_["view.typeface"].trigger()
    dialog = desk.window.findChild(TypefaceDialog)
    choose(dialog, SERIF)
    assert face(desk) == families(SERIF)[0] != families(OWN)[0]
    assert desk.window.metadata._title.font().families()[0] == families(SERIF)[0]
    assert desk.window.article.document().defaultFont().families()[0] == families(SERIF)[0]
    dialog.spacing.setCurrentIndex(dialog.spacing.findData(SPACINGS[2]))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.dateline.preferences.sync()
    desk.close()
    again = start(desk.qtbot, desk.folder)
    try:
        assert face(again) == families(SERIF)[0]
        assert again.window.article.typesetting.spacing == SPACINGS[2]
    finally:
        again.close()


def test_any_installed_family_can_be_chosen_and_the_delivered_one_comes_back(desk: Desk) -> None:
    desk.open_story()
    family = another()
    dialog = desk.dateline.appearance.choose_typeface()
    assert not dialog.family.isEnabled()
    choose(dialog, "other")
    assert dialog.family.isEnabled()
    dialog.family.setCurrentIndex(dialog.family.findText(family))
    assert desk.dateline.preferences.typeface == family
    assert face(desk) == family
    dialog.default.click()
    assert face(desk) == families(OWN)[0]
    assert (desk.dateline.preferences.typeface, desk.dateline.preferences.spacing) == (OWN, 0)
    dialog.close()


@pytest.mark.parametrize("kind", GENERIC)
def test_marks_stay_at_their_words_in_every_typeface(desk: Desk, kind: str) -> None:
    desk.open_story()
    desk.dateline.appearance.take_typeface(kind, 0)
    for words in ("Maskat", "Selim Harbi", "17 Şubat"):
        desk.click(words)
        record = desk.dateline.workbench.selected_record()
        assert record.span.start == find(desk.text, words).start
        rect = desk.window.article.rect_of(record.span)
        beside = desk.window.article.rect_of(find(desk.text, words))
        assert rect.left() == beside.left()
        assert rect.height() == pytest.approx(desk.window.article.fontMetrics().height(), abs=3)


def test_the_place_that_is_read_stays_when_the_typeface_changes(desk: Desk) -> None:
    desk.open_story("\n\n".join(f"{n}. paragraf: Maskat’ta görüşme sürdü." for n in range(200)))
    view = desk.window.article
    view.scroll_to(desk.text.index("120. paragraf"))
    before = view.first_visible()
    desk.dateline.appearance.take_typeface(MONO, SPACINGS[-1])
    assert abs(view.first_visible() - before) < 200


def test_a_click_on_the_blank_within_a_name_hits_the_name(desk: Desk) -> None:
    desk.open_story()
    desk.dateline.appearance.take_typeface(MONO, 0)
    view, blank = desk.window.article, find(desk.text, "Selim Harbi").start + len("Selim")
    before, after = view.rect_of(Span(blank - 1, blank)), view.rect_of(Span(blank + 1, blank + 2))
    middle = QPoint((before.right() + after.left()) // 2, before.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert desk.dateline.workbench.selected_record() == desk.mention("Selim Harbi")


def test_a_family_that_is_gone_and_a_broken_spacing_are_the_delivered_ones(desk: Desk) -> None:
    preferences = desk.dateline.preferences
    preferences.typeface = "Böyle Bir Yazı Tipi Yok"
    preferences._store.setValue("spacing", "çok")
    desk.dateline.appearance.take_typeface(preferences.typeface, preferences.spacing)
    assert preferences.spacing == 0
    assert QFontInfo(desk.window.article.font()).family() == families(OWN)[0]


def test_another_theme_keeps_the_typeface(desk: Desk) -> None:
    desk.open_story()
    desk.dateline.appearance.take_typeface(SERIF, 0)
    desk.dateline.set_theme(desk.dateline.preferences.theme)
    assert face(desk) == families(SERIF)[0]
    assert desk.window.metadata._title.font().families()[0] == families(SERIF)[0]


def test_paper_has_the_typeface_of_the_text(desk: Desk) -> None:
    desk.open_story()
    chosen = families(MONO)
    pictures = []
    for index, names in enumerate(((), chosen)):
        path = desk.folder / f"{index}.png"
        sheet.write_picture(desk.dateline.workbench, path, names)
        pictures.append(QImage(str(path)))
    assert sheet.paper(desk.dateline.workbench, chosen).defaultFont().families() == chosen
    assert pictures[0] != pictures[1]


def test_what_the_wished_family_lacks_is_looked_for_in_our_own(desk: Desk) -> None:
    own = QGuiApplication.font().families()
    assert families(OWN) == own
    for id in (*GENERIC, "Georgia"):
        assert typeface.families(id)[-len(own) :] == own or set(own) <= set(families(id))


def test_preferences_start_with_the_delivered_typeface(desk: Desk) -> None:
    fresh = Preferences(desk.folder / "none.ini")
    assert (fresh.typeface, fresh.spacing) == (OWN, 0)
