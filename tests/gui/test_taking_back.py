"""What a person does about the project itself, in the registry and the codebook, and takes back with Ctrl+Z."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from dateline.core import decisions
from dateline.core.annotation import Status
from dateline.core.codebook import Codebook, bundled
from dateline.core.errors import StorageError
from dateline.core.recoding import Recoding
from dateline.core.registry import Entity
from dateline.gui.codebook.editor import CodebookEditor
from dateline.gui.codebook.fate import FateDialog
from dateline.gui.dialogs.choice import ChoicePopup
from dateline.gui.dialogs.palette import Palette
from dateline.gui.dialogs.past import PastDialog
from dateline.gui.registry.dialog import RegistryDialog
from dateline.services.recoding import change_codebook
from dateline.services.registry import renaming
from dateline.storage.store import SqliteStore
from driver import Desk, find, start
from reviewing import type_words

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

ONE = "Selim Harbi Maskat'a geldi. Maskat valisi Harbi'yi karşıladı."
TWO = "Öğle saatlerinde Maskat'ta yağmur vardı. Umman heyeti bekledi."


@pytest.fixture
def two(desk: Desk) -> Desk:
    """Two articles that both name Maskat; the first one is open."""
    desk.open_story(TWO, "iki.txt")
    desk.open_story(ONE, "bir.txt")
    return desk


def settled(desk: Desk) -> None:
    """Waits for the work of the window, and for the keyboard to be where it was."""
    desk.settle(lambda: not desk.window.commands.wide.worker.busy)
    open_ = [d for d in desk.window.findChildren(RegistryDialog) if d.isVisible()]
    for dialog in open_:
        desk.settle(lambda dialog=dialog: not dialog.reader.busy)
    front = open_[0] if open_ else desk.window

    def active() -> bool:
        front.activateWindow()
        return bool(front.isActiveWindow())

    desk.settle(active)


def registry(desk: Desk, name: str = "Maskat") -> RegistryDialog:
    """The registry, with an entity chosen."""
    desk.press(Qt.Key.Key_E, CTRL | SHIFT)
    dialog = desk.window.findChild(RegistryDialog)
    assert isinstance(dialog, RegistryDialog)
    settled(desk)
    row = next(r for r in range(dialog.model.rowCount()) if dialog.model.index(r, 0).data() == name)
    place = dialog.table.visualRect(dialog.model.index(row, 0)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return dialog


def write(dialog: RegistryDialog, field, words: str) -> None:  # type: ignore[no-untyped-def]
    """Types into a field and leaves it with Tab."""
    field.setFocus()
    type_words(field, words)
    leave(field)


def leave(field) -> None:  # type: ignore[no-untyped-def]
    """Tab goes to the list of offers where there is one."""
    QTest.keyClick(QApplication.activePopupWidget() or field, Qt.Key.Key_Tab)


def saved(desk: Desk, name: str = "Maskat") -> Entity:
    (entity,) = [k.entity for k in desk.dateline.projects.project.entities() if k.entity.name == name and k.mentions]
    return entity


def labels(desk: Desk) -> list[list[str]]:
    """The labels of Maskat in every article, as they are saved."""
    return [
        [m.label for m in state.mentions.values() if m.span.of(article.text.content) == "Maskat"]
        for article, state in desk.dateline.projects.project.reviewed()
    ]


def undo_text(desk: Desk) -> str:
    return str(desk.window.actions_["edit.undo"].text())


def answer(place: int, said: list[str] | None = None) -> None:
    """Answers the question that comes with one of its buttons, and keeps what it said."""

    def once_asked() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(5, once_asked)
            return
        if said is not None:
            said.extend([box.text(), *(button.text() for button in box.buttons())])
        yes = [b for b in box.buttons() if box.buttonRole(b) == QMessageBox.ButtonRole.AcceptRole]
        (yes[place] if place >= 0 else next(b for b in box.buttons() if b not in yes)).click()

    QTimer.singleShot(0, once_asked)


# -- the registry ----------------------------------------------------------------------------------------------


def test_what_was_said_of_an_entity_is_taken_back_and_repeated_in_the_registry(two: Desk) -> None:
    dialog = registry(two)
    assert not dialog.steps.undo.isEnabled()
    write(dialog, dialog.form.country, "omn")
    assert saved(two).country == "OMN"
    assert "varlık bilgileri “Maskat”" in dialog.steps.undo.toolTip()
    assert "Ctrl+Z" in dialog.steps.undo.toolTip()
    QTest.keyClick(dialog.form.country_name, Qt.Key.Key_Z, CTRL)
    settled(two)
    assert saved(two).country == ""
    assert dialog.form.country.text() == ""
    assert "varlık bilgileri" in dialog.steps.redo.accessibleName()
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, CTRL | SHIFT)
    settled(two)
    assert saved(two).country == "OMN"
    QTest.mouseClick(dialog.steps.undo, Qt.MouseButton.LeftButton)
    settled(two)
    assert saved(two).country == ""


def test_a_field_in_which_something_was_typed_has_the_key_first(two: Desk) -> None:
    dialog = registry(two)
    write(dialog, dialog.form.sector, "liman")
    dialog.form.notes.setFocus()
    type_words(dialog.form.notes, "x")
    QTest.keyClick(dialog.form.notes, Qt.Key.Key_Z, CTRL)
    assert dialog.form.notes.toPlainText() == ""
    assert saved(two).sector == "liman"
    QTest.keyClick(dialog.form.notes, Qt.Key.Key_Z, CTRL)
    settled(two)
    assert saved(two).sector == ""


def test_a_country_is_taken_by_name_in_either_language(two: Desk) -> None:
    dialog = registry(two)
    write(dialog, dialog.form.country, "türkiye")
    assert (saved(two).country, dialog.form.country.text()) == ("TUR", "TUR")
    assert dialog.form.country_name.text() == "Türkiye"
    dialog.form.country.setFocus()
    dialog.form.country.selectAll()
    type_words(dialog.form.country, "isr")
    offered = [dialog.form.country._offers.index(row).data() for row in range(dialog.form.country._offers.rowCount())]
    assert offered == ["İsrail"]
    dialog.form.country.selectAll()
    type_words(dialog.form.country, "Atlantis")
    leave(dialog.form.country)
    assert "Atlantis" in dialog.says.text()
    assert saved(two).country == "TUR"


def test_another_label_goes_to_every_article_and_comes_back_at_once(two: Desk) -> None:
    dialog = registry(two)
    before = labels(two)
    QTest.mouseClick(dialog.form.relabel, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    type_words(popup._line, "kurum")
    QTest.keyClick(popup._line, Qt.Key.Key_Return)
    settled(two)
    assert {label for found in labels(two) for label in found} == {"ORG"}
    assert dialog.form.label.text() == "Kurum"
    assert two.mention("Maskat").label == "ORG"
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, CTRL)
    settled(two)
    assert labels(two) == before
    assert two.mention("Maskat").label == "GPE"
    assert dialog.form.label.text() == "Ülke, şehir"


def test_a_label_under_which_the_name_is_known_offers_to_merge(two: Desk) -> None:
    bench = two.dateline.workbench
    second = find(ONE, "Maskat", 1)
    bench.decide(decisions.add_mention(second, "ORG", bench.text, name="Maskat"))
    before = labels(two)
    dialog = registry(two)
    dialog._choose(next(e.id for e in dialog.model.entities() if (e.name, e.label) == ("Maskat", "GPE")))
    said: list[str] = []
    answer(-1, said)
    dialog._relabel(dialog.current().entity, "ORG")
    assert "“Maskat”" in said[0]
    assert labels(two) == before
    answer(0)
    dialog._relabel(dialog.current().entity, "ORG")
    settled(two)
    assert {label for found in labels(two) for label in found} == {"ORG"}
    assert [e.label for e in dialog.model.entities() if e.name == "Maskat"] == ["ORG"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, CTRL)
    settled(two)
    assert labels(two) == before


def test_a_name_that_another_has_offers_to_merge_and_a_no_leaves_both(two: Desk) -> None:
    dialog = registry(two, "Umman")
    answer(-1)
    dialog.form.name.setFocus()
    dialog.form.name.selectAll()
    type_words(dialog.form.name, "maskat")
    QTest.keyClick(dialog.form.name, Qt.Key.Key_Return)
    assert dialog.form.name.text() == "Umman"
    assert {e.name for e in dialog.model.entities()} == {"Maskat", "Selim Harbi", "Umman"}


def test_merging_two_labels_asks_which_one_stays(two: Desk) -> None:
    dialog = registry(two, "Umman")
    QTest.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    two.settle(lambda: isinstance(QApplication.activePopupWidget(), Palette))
    palette = QApplication.activePopupWidget()
    type_words(palette._line, "selim")
    said: list[str] = []
    answer(1, said)
    QTest.keyClick(palette._line, Qt.Key.Key_Return)
    settled(two)
    assert said[1:3] == ["Kişi olarak birleştir", "Ülke, şehir olarak birleştir"]
    (merged,) = [e for e in dialog.model.entities() if e.name == "Selim Harbi"]
    assert (merged.label, merged.aliases) == ("GPE", ("Umman",))
    assert two.mention("Selim Harbi").label == "GPE"
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, CTRL)
    settled(two)
    assert {(e.name, e.label) for e in dialog.model.entities()} >= {("Selim Harbi", "PERSON"), ("Umman", "GPE")}


# -- the window ------------------------------------------------------------------------------------------------


def test_the_window_takes_back_what_was_done_last_whatever_it_was(two: Desk) -> None:
    bench = two.dateline.workbench
    person = two.mention("Selim Harbi")
    bench.decide(decisions.set_status(bench.state, [person.id], Status.ACCEPTED, bench.text))
    dialog = registry(two)
    write(dialog, dialog.form.sector, "liman")
    dialog.close()
    settled(two)
    assert undo_text(two) == "Geri al: varlık bilgileri “Maskat”"
    two.press(Qt.Key.Key_Z, CTRL)
    settled(two)
    assert saved(two).sector == ""
    assert undo_text(two) == "Geri al: kabul “Selim Harbi”"
    two.press(Qt.Key.Key_Z, CTRL)
    assert two.mention("Selim Harbi").status is Status.SUGGESTED
    assert not two.window.actions_["edit.undo"].isEnabled()
    for _ in range(2):
        two.press(Qt.Key.Key_Z, CTRL | SHIFT)
        settled(two)
    assert saved(two).sector == "liman"
    assert two.mention("Selim Harbi").status is Status.ACCEPTED


def _recode(desk: Desk) -> None:
    """Changes the id of a label in the editor and lets the records follow."""
    desk.window.actions_["codebook.edit"].trigger()
    editor = desk.window.findChild(CodebookEditor)
    editor.pick("labels", "GPE")
    editor.form.id.setFocus()
    editor.form.id.selectAll()
    type_words(editor.form.id, "PLACE")
    QTest.keyClick(editor.form.id, Qt.Key.Key_Tab)

    def once_asked() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, FateDialog):
            dialog.accept()
        else:
            QTimer.singleShot(5, once_asked)

    QTimer.singleShot(0, once_asked)
    QTest.mouseClick(editor.save, Qt.MouseButton.LeftButton)
    desk.settle(lambda: desk.dateline.codebooks._editor is None)
    settled(desk)


def test_a_change_of_the_codebook_comes_back_whole_also_after_a_restart(two: Desk, qtbot: QtBot) -> None:
    _recode(two)
    assert {label for found in labels(two) for label in found} == {"PLACE"}
    path = two.dateline.projects.project.path
    two.close()
    again = start(qtbot, two.folder)
    try:
        assert again.dateline.projects.open(path)
        assert "kod kitabı değişikliği" in undo_text(again)
        again.press(Qt.Key.Key_Z, CTRL)
        settled(again)
        assert {label for found in labels(again) for label in found} == {"GPE"}
        assert again.dateline.workbench.codebook == bundled()
        assert again.mention("Maskat").label == "GPE"
        again.press(Qt.Key.Key_Z, CTRL | SHIFT)
        settled(again)
        assert {label for found in labels(again) for label in found} == {"PLACE"}
        assert again.dateline.workbench.codebook.label_by_id["PLACE"].name("tr") == "Ülke, şehir"
    finally:
        again.close()


def test_where_something_lies_over_it_the_codebook_stays_and_the_window_says_where(two: Desk) -> None:
    _recode(two)
    other = next(a.id for a in two.window.library.model.shown if a.title.startswith("Öğle"))
    first = two.dateline.workbench.session.article.id
    two.dateline.articles.open(other)
    bench = two.dateline.workbench
    bench.decide(decisions.add_mention(find(TWO, "yağmur"), "ORG", bench.text))
    two.dateline.articles.open(first)
    two.press(Qt.Key.Key_Z, CTRL)
    settled(two)
    assert "Öğle saatlerinde" in two.window.banner.sentence
    assert {label for found in labels(two) for label in found} == {"PLACE"}
    assert "PLACE" in two.dateline.workbench.codebook.label_by_id
    assert "kod kitabı değişikliği" in undo_text(two)


def test_a_change_of_the_codebook_that_is_stopped_changes_nothing(two: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    wide, before = two.window.commands.wide, labels(two)
    two.window.actions_["codebook.edit"].trigger()
    editor = two.window.findChild(CodebookEditor)
    editor.pick("labels", "GPE")
    QTest.mouseClick(editor.remove, Qt.MouseButton.LeftButton)
    begin = wide.worker.start

    def begin_and_stop(job):  # type: ignore[no-untyped-def]
        wide._working.open()
        assert wide._working.parent() is editor
        wide._working.reject()
        begin(job)

    monkeypatch.setattr(wide.worker, "start", begin_and_stop)
    QTest.mouseClick(editor.save, Qt.MouseButton.LeftButton)
    two.settle(lambda: not wide.worker.busy)
    assert editor.isVisible()
    assert labels(two) == before
    assert two.dateline.workbench.codebook == bundled()
    editor.done(0)


def test_what_is_decided_while_others_change_is_kept(two: Desk) -> None:
    """The first moments of such work show nothing yet, and the person goes on."""
    bench, wide = two.dateline.workbench, two.window.commands.wide
    maskat = saved(two)
    project = two.dateline.projects.project
    assert wide.carry_out(project, "x", lambda: renaming(project, maskat, "Maskat Şehri"))
    bench.decide(decisions.add_mention(find(ONE, "valisi"), "TITLE", bench.text))
    settled(two)
    assert {two.mention("Maskat").name, two.mention("valisi").label} == {"Maskat Şehri", "TITLE"}
    assert bench.session.unsaved == []
    assert project.load_review(bench.session.article.id)[0] == bench.state


def test_a_window_that_closes_while_others_change_saves_what_was_decided_meanwhile(two: Desk) -> None:
    bench, wide = two.dateline.workbench, two.window.commands.wide
    maskat, project, here = saved(two), two.dateline.projects.project, bench.session.article.id
    assert wide.carry_out(project, "x", lambda: renaming(project, maskat, "Maskat Şehri"))
    bench.decide(decisions.add_mention(find(ONE, "valisi"), "TITLE", bench.text))
    path, state = project.path, bench.state
    two.close()
    again = SqliteStore().open(path, "x")
    try:
        found = again.load_review(here)[0].mentions
        assert any(m.span == find(ONE, "valisi") and m.label == "TITLE" for m in found.values())
        assert found.keys() == state.mentions.keys()
    finally:
        again.close()


def test_what_cannot_begin_is_said(two: Desk) -> None:
    wide, project, maskat = two.window.commands.wide, two.dateline.projects.project, saved(two)
    assert wide.carry_out(project, "x", lambda: renaming(project, maskat, "Maskat Şehri"))
    wide.undo()
    assert not wide.take(project, "x", {})
    assert "sürüyor" in two.window.statusBar().currentMessage()
    settled(two)


def test_a_country_that_is_none_keeps_nothing_else_from_being_saved(two: Desk) -> None:
    dialog = registry(two)
    write(dialog, dialog.form.country, "Atlantis")
    write(dialog, dialog.form.notes, "liman kenti")
    assert saved(two).notes == "liman kenti"
    assert dialog.form.country.text() == "Atlantis"
    assert "Atlantis" in dialog.says.text()


def test_what_the_disk_refuses_stays_in_the_registry(two: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_step: object) -> None:
        raise StorageError("storage.full", path="Deneme")

    dialog = registry(two)
    with monkeypatch.context() as patch:
        patch.setattr(two.dateline.projects.project, "append_all", full)
        write(dialog, dialog.form.notes, "liman kenti")
        row = next(r for r in range(dialog.model.rowCount()) if dialog.model.index(r, 0).data() == "Umman")
        dialog.table.selectRow(row)
        two.settle(lambda: dialog.current().entity.name == "Maskat")
        assert dialog.form.notes.toPlainText() == "liman kenti"
        said: list[str] = []
        answer(-1, said)
        two.window.close()
        assert "“Maskat”" in said[0]
        assert two.window.isVisible()
        assert dialog.isVisible()
    assert dialog.close()
    assert saved(two).notes == "liman kenti"


def test_the_history_of_an_article_marks_what_reached_others(two: Desk) -> None:
    _recode(two)
    two.press(Qt.Key.Key_H, CTRL)
    dialog = two.window.findChild(PastDialog)
    item = dialog._list.topLevelItem(0)
    assert "2 haberde tek adım" in item.text(4)
    assert "kod kitabı değişikliği" in item.text(4)
    assert dialog._list.topLevelItem(1).text(4) == ""
    dialog.reject()


# -- what a newer codebook has ---------------------------------------------------------------------------------


def _older() -> Codebook:
    """The default codebook as it was before it had roles for who tells of an event."""
    book = bundled()
    return replace(book, roles=[role for role in book.roles if role.id not in ("source", "outlet")])


def _open_older(desk: Desk) -> None:
    path = desk.folder / "eski.dateline"
    if not path.exists():
        assert desk.dateline.projects.create(path, _older())
    else:
        assert desk.dateline.projects.open(path)


def test_a_project_with_an_older_codebook_is_offered_what_it_lacks(desk: Desk) -> None:
    assert desk.window.banner.sentence == ""  # the one with the codebook of today
    _open_older(desk)
    assert "2 girdi" in desk.window.banner.sentence
    assert "Yayın" in desk.window.banner.sentence or "yayın" in desk.window.banner.sentence
    assert QApplication.activeModalWidget() is None
    QTest.mouseClick(desk.window.banner._button, Qt.MouseButton.LeftButton)
    settled(desk)
    book = desk.dateline.workbench.codebook
    assert [role.id for role in book.roles][-2:] == ["source", "outlet"]
    assert replace(book, version="1", roles=book.roles[:-2]) == _older()
    assert "kod kitabına ekleme" in undo_text(desk)
    desk.window.actions_["edit.undo"].trigger()
    settled(desk)
    assert desk.dateline.workbench.codebook == _older()


def test_who_does_not_want_it_is_not_asked_again(desk: Desk) -> None:
    _open_older(desk)
    QTest.mouseClick(desk.window.banner._refuse, Qt.MouseButton.LeftButton)
    desk.new_project("baska")
    _open_older(desk)
    assert desk.dateline.projects.project.path.stem == "eski"
    assert desk.window.banner.sentence == ""


def test_what_was_given_up_is_not_offered(desk: Desk) -> None:
    path = desk.dateline.projects.project.path
    change_codebook(desk.dateline.projects.project, _older(), Recoding(), "x", "")
    desk.new_project("baska")
    assert desk.dateline.projects.open(path)
    assert desk.window.banner.sentence == ""
