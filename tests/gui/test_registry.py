"""The entities of the project and one label in all its articles, as a person works with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from dateline.core import decisions
from dateline.core.annotation import Status
from dateline.gui.dialogs.occurrences import OccurrencesDialog
from dateline.gui.dialogs.palette import Palette
from dateline.gui.registry.dialog import RegistryDialog
from dateline.gui.registry.form import Lines
from driver import Desk, find
from reviewing import type_words

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

ONE = "Selim Harbi Maskat'a geldi. Harbi basına konuştu; Harbi'nin uçağı gecikti."
TWO = "Öğle saatlerinde HARBI yeniden konuştu. Harbi’den sonra Umman heyeti söz aldı."


@pytest.fixture
def two(desk: Desk) -> Desk:
    """Two articles; the first is open, with Selim Harbi and one plain Harbi accepted in it."""
    desk.open_story(TWO, "iki.txt")
    desk.open_story(ONE, "bir.txt")
    bench = desk.dateline.workbench
    person = desk.mention("Selim Harbi")
    assert person is not None
    bench.decide(decisions.set_status(bench.state, [person.id], Status.ACCEPTED, bench.text))
    return desk


def title(desk: Desk) -> str:
    session = desk.dateline.workbench.session
    assert session is not None
    return session.text[:5]


def marked(desk: Desk, words: str = "harbi") -> dict[str, list[str]]:
    """The accepted persons of every article, as they are saved, by its first letters."""
    project = desk.dateline.projects.project
    assert project is not None
    return {
        article.text.content[:5]: [
            m.span.of(article.text.content)
            for m in sorted(state.mentions.values(), key=lambda m: m.span)
            if m.status is Status.ACCEPTED and m.label == "PERSON"
        ]
        for article, state in project.reviewed()
    }


def everywhere(desk: Desk) -> OccurrencesDialog:
    """Asks for every Harbi of the project."""
    span = find(ONE, "Harbi", 1)
    desk.drag(span.start, span.end)
    desk.press(Qt.Key.Key_A, CTRL | SHIFT)
    dialog = desk.window.findChild(OccurrencesDialog)
    assert isinstance(dialog, OccurrencesDialog)
    dialog._labels.setCurrentIndex(dialog._labels.findData("PERSON"))
    dialog._scope.setCurrentIndex(1)
    desk.settle(lambda: dialog._tree.topLevelItemCount() == 2)
    return dialog


def settled(desk: Desk) -> None:
    """Waits for the work in all articles, and for the keyboard to be with the window again."""
    desk.settle(lambda: not desk.window.commands.wide.worker.busy)
    for dialog in desk.window.findChildren(RegistryDialog):
        desk.settle(lambda dialog=dialog: not dialog.reader.busy)
    if not any(isinstance(w, RegistryDialog) and w.isVisible() for w in QApplication.topLevelWidgets()):
        desk.window.activateWindow()
        desk.settle(desk.window.isActiveWindow)


def registry(desk: Desk) -> RegistryDialog:
    desk.press(Qt.Key.Key_E, CTRL | SHIFT)
    dialog = desk.window.findChild(RegistryDialog)
    assert isinstance(dialog, RegistryDialog)
    desk.settle(lambda: dialog.isActiveWindow() and not dialog.reader.busy)
    return dialog


def asked(desk: Desk) -> Palette:
    """The list of entities to link to, once it is read."""
    desk.settle(lambda: isinstance(QApplication.activePopupWidget(), Palette))
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    return palette


def listed(dialog: RegistryDialog) -> list[tuple[str, str, str]]:
    model = dialog.model
    return [
        (model.index(row, 0).data(), model.index(row, 3).data(), model.index(row, 4).data())
        for row in range(model.rowCount())
    ]


def choose(dialog: RegistryDialog, name: str) -> None:
    row = next(r for r in range(dialog.model.rowCount()) if dialog.model.index(r, 0).data() == name)
    place = dialog.table.visualRect(dialog.model.index(row, 0)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_one_label_goes_into_every_article_and_one_undo_takes_it_out_again(two: Desk) -> None:
    dialog = everywhere(two)
    # The surname inside the full name is covered by that mark and not ticked.
    assert [len(spans) for spans in dialog.chosen().values()] == [2, 2]
    dialog.accept()
    settled(two)
    assert marked(two) == {"Selim": ["Selim Harbi", "Harbi", "Harbi"], "Öğle ": ["HARBI", "Harbi"]}
    assert "2" in two.window.banner.sentence
    two.press(Qt.Key.Key_Z, CTRL)
    settled(two)
    assert marked(two) == {"Selim": ["Selim Harbi"], "Öğle ": []}
    two.press(Qt.Key.Key_Z, CTRL | SHIFT)
    settled(two)
    assert [len(found) for found in marked(two).values()] == [2, 3]


def test_where_something_was_decided_since_the_label_stays_and_the_window_says_so(two: Desk) -> None:
    everywhere(two).accept()
    settled(two)
    other = next(a.id for a in two.window.library.model.shown if a.title.startswith("Öğle"))
    two.dateline.articles.open(other)
    two.settle(lambda: title(two) == TWO[:5] and not two.dateline.suggesting.worker.busy)
    bench = two.dateline.workbench
    bench.decide(decisions.add_mention(find(TWO, "Umman"), "GPE", bench.text))
    first = next(a.id for a in two.window.library.model.shown if a.id != other)
    two.dateline.articles.open(first)
    two.press(Qt.Key.Key_Z, CTRL)
    settled(two)
    assert marked(two) == {"Selim": ["Selim Harbi"], "Öğle ": ["HARBI", "Harbi"]}
    assert "Öğle saatlerinde" in two.window.banner.sentence


def test_the_banner_takes_back_what_only_other_articles_hold(two: Desk) -> None:
    dialog = everywhere(two)
    here = dialog._groups()[1]
    assert here.data(0, Qt.ItemDataRole.UserRole) == two.dateline.workbench.session.article.id
    here.setCheckState(0, Qt.CheckState.Unchecked)
    dialog.accept()
    settled(two)
    assert [len(found) for found in marked(two).values()] == [2, 1]
    QTest.mouseClick(two.window.banner._button, Qt.MouseButton.LeftButton)
    settled(two)
    assert [len(found) for found in marked(two).values()] == [0, 1]


def test_cancel_ends_the_search_of_the_project_and_then_the_dialog(two: Desk) -> None:
    span = find(ONE, "Harbi", 1)
    two.drag(span.start, span.end)
    two.press(Qt.Key.Key_A, CTRL | SHIFT)
    dialog = two.window.findChild(OccurrencesDialog)
    dialog._scope.setCurrentIndex(1)
    assert dialog.worker.busy
    dialog._leave()
    assert not dialog.worker.busy
    assert dialog.isVisible()
    assert len(dialog.chosen()) == 1
    dialog._leave()
    assert not dialog.isVisible()


def test_m_links_the_selected_mention_to_a_known_entity_as_one_step(two: Desk) -> None:
    everywhere(two).accept()
    settled(two)
    two.click("Harbi", 1)
    two.press(Qt.Key.Key_M)
    palette = asked(two)
    assert palette._list.item(0).text() == "Selim Harbi"
    QTest.keyClick(palette._line, Qt.Key.Key_Return)
    names = [two.mention("Harbi", nth).name for nth in (1, 2)]
    assert names == ["Selim Harbi", "Harbi"]
    two.press(Qt.Key.Key_Z, CTRL)
    assert two.mention("Harbi", 1).name == "Harbi"


def test_the_button_of_the_tree_links_the_whole_group(two: Desk) -> None:
    everywhere(two).accept()
    settled(two)
    panel = two.window.review
    panel.show_tab("entities")
    key = panel.entities.model.entities.key(two.mention("Harbi", 1))
    panel.entities.tree.setCurrentIndex(panel.entities.model.index_of_entity(key))
    QTest.mouseClick(panel.entities.link, Qt.MouseButton.LeftButton)
    palette = asked(two)
    type_words(palette._line, "selim")
    QTest.keyClick(palette._line, Qt.Key.Key_Return)
    assert [two.mention("Harbi", nth).name for nth in (1, 2)] == ["Selim Harbi", "Selim Harbi"]


def test_m_in_the_tree_links_its_row(two: Desk) -> None:
    everywhere(two).accept()
    settled(two)
    panel = two.window.review
    panel.show_tab("entities")
    key = panel.entities.model.entities.key(two.mention("Harbi", 1))
    panel.entities.tree.setFocus()
    panel.entities.tree.setCurrentIndex(panel.entities.model.index_of_entity(key))
    QTest.keyClick(panel.entities.tree, Qt.Key.Key_M)
    palette = asked(two)
    QTest.keyClick(palette._line, Qt.Key.Key_Return)
    assert [two.mention("Harbi", nth).name for nth in (1, 2)] == ["Selim Harbi", "Selim Harbi"]


def test_work_in_many_articles_that_is_stopped_changes_none(two: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    wide, before = two.window.commands.wide, marked(two)
    dialog = everywhere(two)
    start = wide.worker.start

    def start_and_stop(job):  # type: ignore[no-untyped-def]
        wide._working.open()
        wide._working.reject()
        start(job)

    monkeypatch.setattr(wide.worker, "start", start_and_stop)
    dialog.accept()
    settled(two)
    assert marked(two) == before
    assert two.window.banner.sentence == ""


def test_a_name_that_nobody_has_becomes_a_new_entity(two: Desk) -> None:
    two.click("Selim Harbi")
    two.press(Qt.Key.Key_M)
    palette = asked(two)
    type_words(palette._line, "Başka Birisi")
    QTest.keyClick(palette._line, Qt.Key.Key_Return)
    assert two.mention("Selim Harbi").name == "Başka Birisi"


def test_enter_links_to_nobody_where_no_entity_is_like_the_mention(two: Desk) -> None:
    two.click("Maskat")
    two.press(Qt.Key.Key_M)
    palette = asked(two)
    assert palette._list.count()
    assert palette._list.currentItem() is None
    QTest.keyClick(palette._line, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert two.mention("Maskat").name == "Maskat"
    wanted = palette._list.item(0).text()
    QTest.keyClick(palette._line, Qt.Key.Key_Down)
    QTest.keyClick(palette._line, Qt.Key.Key_Return)
    assert two.mention("Maskat").name == wanted


def test_m_without_a_mention_says_what_to_do(two: Desk) -> None:
    two.dateline.workbench.select(None)
    two.press(Qt.Key.Key_M)
    assert QApplication.activePopupWidget() is None
    assert two.window.statusBar().currentMessage()


def test_the_registry_lists_counts_and_finds_the_turkish_way(two: Desk) -> None:
    everywhere(two).accept()
    settled(two)
    dialog = registry(two)
    assert listed(dialog) == [
        ("Harbi", "2", "4"), ("Maskat", "1", "1"), ("Selim Harbi", "1", "1"), ("Umman", "1", "1"),
    ]  # fmt: skip
    type_words(dialog.search, "SELİM")
    assert listed(dialog) == [("Selim Harbi", "1", "1")]
    assert dialog.count.text() == "1 / 4"


def test_what_is_typed_is_saved_when_its_field_is_left(two: Desk) -> None:
    dialog = registry(two)
    choose(dialog, "Selim Harbi")
    dialog.form.country.setFocus()
    type_words(dialog.form.country, "omn")
    dialog.form.aliases.setFocus()
    type_words(dialog.form.aliases, "S. Harbi")
    dialog.form.sector.setFocus()
    project = two.dateline.projects.project
    entity = next(k.entity for k in project.entities() if k.entity.name == "Selim Harbi")
    assert (entity.country, entity.aliases) == ("OMN", ("S. Harbi",))


def test_a_country_that_is_none_is_said_and_not_saved(two: Desk) -> None:
    dialog = registry(two)
    choose(dialog, "Selim Harbi")
    dialog.form.country.setFocus()
    type_words(dialog.form.country, "om")
    QTest.keyClick(dialog.form.country, Qt.Key.Key_Return)
    assert "ISO 3166" in dialog.says.text()
    assert dialog.says.isVisible()
    assert all(k.entity.country == "" for k in two.dateline.projects.project.entities())


def test_another_name_reaches_the_open_article_and_can_be_undone(two: Desk) -> None:
    dialog = registry(two)
    choose(dialog, "Selim Harbi")
    dialog.form.name.selectAll()
    type_words(dialog.form.name, "Selim Nuri Harbi")
    QTest.keyClick(dialog.form.name, Qt.Key.Key_Return)
    settled(two)
    assert two.mention("Selim Harbi").name == "Selim Nuri Harbi"
    assert "Selim Nuri Harbi" in [name for name, *_ in listed(dialog)]
    dialog.close()
    settled(two)
    two.press(Qt.Key.Key_Z, CTRL)
    settled(two)
    assert two.mention("Selim Harbi").name == "Selim Harbi"


def test_two_entities_become_one(two: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    everywhere(two).accept()
    settled(two)
    monkeypatch.setattr("dateline.gui.registry.dialog.ask_which", lambda *_: 0)
    dialog = registry(two)
    choose(dialog, "Harbi")
    QTest.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    two.settle(lambda: isinstance(QApplication.activePopupWidget(), Palette))
    palette = QApplication.activePopupWidget()
    assert palette._list.item(0).text() == "Selim Harbi"
    QTest.keyClick(palette._line, Qt.Key.Key_Return)
    settled(two)
    assert ("Selim Harbi", "2", "5") in listed(dialog)
    assert dialog.current().entity.aliases == ("Harbi",)
    assert {m.name for m in two.state.mentions.values() if m.label == "PERSON"} == {"Selim Harbi"}


def test_a_click_on_a_place_opens_the_article_at_the_mention(two: Desk) -> None:
    everywhere(two).accept()
    settled(two)
    dialog = registry(two)
    choose(dialog, "Harbi")
    flags = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchCaseSensitive
    (item,) = dialog.places.findItems("[HARBI]", flags)
    place = dialog.places.visualItemRect(item).center()
    QTest.mouseClick(dialog.places.viewport(), Qt.MouseButton.LeftButton, pos=place)
    bench = two.dateline.workbench
    two.settle(lambda: bench.selection is not None and title(two) == TWO[:5])
    assert bench.selected_record() == two.mention("HARBI")


def test_the_registry_speaks_the_language_of_the_window(two: Desk) -> None:
    registry(two)
    two.dateline.set_language("en")
    (dialog,) = [d for d in two.window.findChildren(RegistryDialog) if d.isVisible()]
    assert dialog.windowTitle() == "Entity registry"


def test_the_registry_leaves_with_its_project(two: Desk) -> None:
    dialog = registry(two)
    assert dialog.isVisible()
    two.new_project("baska")
    two.settle(lambda: two.window.findChild(RegistryDialog) is None)


def test_fields_of_several_lines_are_left_with_tab(two: Desk) -> None:
    dialog = registry(two)
    choose(dialog, "Selim Harbi")
    dialog.form.aliases.setFocus()
    QTest.keyClick(dialog.form.aliases, Qt.Key.Key_Tab)
    assert not isinstance(dialog.focusWidget(), Lines)
    assert QMessageBox not in {type(w) for w in QApplication.topLevelWidgets() if w.isVisible()}
