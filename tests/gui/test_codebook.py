"""The codebook editor as a person uses it: colours, keys, new and gone labels, import, and the window that follows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from dateline.core.annotation import Status
from dateline.core.article import ArticleStatus
from dateline.core.codebook import bundled, dump
from dateline.core.errors import StorageError
from dateline.gui.codebook.editor import CodebookEditor
from dateline.gui.codebook.fate import KEEP, FateDialog
from dateline.gui.dialogs.newproject import NewProjectDialog
from driver import Desk, find, start
from reviewing import type_words


@pytest.fixture
def editor(desk: Desk) -> Iterator[CodebookEditor]:
    desk.open_story()
    opened = _open(desk)
    yield opened
    _leave(opened)


def _open(desk: Desk) -> CodebookEditor:
    desk.window.actions_["codebook.edit"].trigger()
    return desk.window.findChildren(CodebookEditor)[-1]


def _leave(editor: CodebookEditor) -> None:
    try:
        if editor.isVisible():
            editor.done(0)
    except RuntimeError:
        return  # it was closed and is gone


def _write(field, words: str) -> None:  # type: ignore[no-untyped-def]
    field.setFocus()
    field.selectAll()
    type_words(field, words)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def _save(editor: CodebookEditor) -> None:
    """Saves, and waits until the editor has closed or says why it does not."""
    editor.said.clear()
    QTest.mouseClick(editor.save, Qt.MouseButton.LeftButton)
    wide = editor.parentWidget().commands.wide
    QTest.qWait(0)
    deadline = QDeadlineTimer(10_000)
    while wide.worker.busy and not deadline.hasExpired():
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
    assert not wide.worker.busy


def _back(desk: Desk) -> None:
    """The keyboard is the window's again, as on a desktop once a dialog is gone."""

    def active() -> bool:
        desk.window.activateWindow()
        return bool(desk.window.isActiveWindow())

    desk.settle(active)


def _answer(asked: list[list[str]], choose: str) -> None:
    """Answers the question what becomes of the records once it is asked, and keeps what it said."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FateDialog)
        asked.append([choice.accessibleName() for choice in dialog.choices])
        if choose:
            dialog.choices[0].setCurrentIndex(dialog.choices[0].findData(choose))
        dialog.accept()

    def once_asked() -> None:
        if isinstance(QApplication.activeModalWidget(), FateDialog):
            act()
        else:
            QTimer.singleShot(5, once_asked)

    QTimer.singleShot(0, once_asked)


def test_a_new_label_with_a_key_can_be_used_at_once(desk: Desk, editor: CodebookEditor) -> None:
    QTest.mouseClick(editor.add, Qt.MouseButton.LeftButton)
    _write(editor.form.names.line("tr"), "Gemi")
    _write(editor.form.id, "SHIP")
    _write(editor.form.key, "y")
    _save(editor)
    book = desk.dateline.projects.project.codebook
    assert book.label_by_id["SHIP"].name("tr") == "Gemi"
    assert book.version == "2"
    _back(desk)
    desk.click("Maskat")
    desk.press(Qt.Key.Key_Y)
    assert desk.mention("Maskat").label == "SHIP"
    assert any("Gemi" in command.name for command in desk.dateline.palette.commands())


def test_the_codebook_of_a_project_is_there_again_when_it_is_opened(
    desk: Desk, editor: CodebookEditor, qtbot: QtBot
) -> None:
    _write(editor.form.names.line("tr"), "Şahıs")
    _save(editor)
    first = desk.dateline.projects.project.path
    assert desk.dateline.workbench.codebook.label_by_id["PERSON"].name("tr") == "Şahıs"
    desk.new_project("Öteki")
    assert desk.dateline.workbench.codebook.label_by_id["PERSON"].name("tr") == "Kişi"
    desk.dateline.projects.open(first)
    assert desk.dateline.workbench.codebook.label_by_id["PERSON"].name("tr") == "Şahıs"


def test_a_new_project_may_have_the_codebook_of_the_open_one_which_is_named_apart(
    desk: Desk, editor: CodebookEditor
) -> None:
    _write(editor.form.names.line("tr"), "Şahıs")
    _save(editor)
    dialog = NewProjectDialog(desk.dateline.workbench.codebook, "tr", desk.window)
    names = [button.text() for button in dialog.ways.buttons()]
    assert len(set(names)) == 3
    assert "açık projedeki" in names[-1]
    dialog.ways.button(2).setChecked(True)
    assert dialog.codebook().label_by_id["PERSON"].name("tr") == "Şahıs"


def test_a_pale_colour_is_told_and_a_readable_one_is_ticked(editor: CodebookEditor) -> None:
    _write(editor.form.light.line, "#ffd000")
    assert "zor okunur" in editor.form.light.said.text()
    assert editor.problems.count() == 1
    assert "1,5" in editor.problems.item(0).text()
    assert editor.save.isEnabled()
    _write(editor.form.light.line, "#1d4ed8")
    assert editor.form.light.said.text() == "✓ 6,7"
    assert editor.problems.count() == 0


def test_conflicts_of_keys_are_told_and_lead_to_the_entry(editor: CodebookEditor) -> None:
    editor.pick("labels", "ORG")
    _write(editor.form.key, "1")
    assert "“PERSON”" in editor.problems.item(0).text()
    _write(editor.form.key, "j")
    assert "Sonraki öneri" in editor.problems.item(0).text()
    editor.pick("roles", "actor")
    editor.problems.itemActivated.emit(editor.problems.item(0))
    assert editor.form.id.text() == "ORG"


def test_what_cannot_be_used_cannot_be_saved(editor: CodebookEditor) -> None:
    _write(editor.form.id, "ORG")
    assert not editor.save.isEnabled()
    _write(editor.form.id, "PERSON")
    assert editor.save.isEnabled()


def test_removing_a_label_in_use_asks_and_relabels_as_a_step(desk: Desk, editor: CodebookEditor) -> None:
    desk.dateline.workbench.session.set_status(ArticleStatus.DONE)
    editor.pick("labels", "GPE")
    QTest.mouseClick(editor.remove, Qt.MouseButton.LeftButton)
    asked: list[list[str]] = []
    _answer(asked, "LOC")
    _save(editor)
    assert len(asked[0]) == 1
    assert "3 kayıtta" in asked[0][0]
    assert (desk.mention("Maskat").label, desk.mention("Maskat").status) == ("LOC", Status.SUGGESTED)
    assert "GPE" not in desk.dateline.workbench.codebook.label_by_id
    assert desk.dateline.workbench.session.status is ArticleStatus.DONE
    assert "kod kitabı değişikliği" in desk.window.actions_["edit.undo"].text()
    # What the suggester calls by the old id is a LOC from now on.
    desk.window.actions_["suggest.run"].trigger()
    desk.settle(lambda: not desk.dateline.suggesting.worker.busy)
    assert {m.label for m in desk.state.mentions.values()} == {"LOC", "TITLE", "PERSON", "DATE"}
    desk.dateline.workbench.undo()
    assert desk.mention("Maskat").label == "GPE"


def test_records_may_keep_a_label_that_is_gone_as_unknown(desk: Desk, editor: CodebookEditor) -> None:
    editor.pick("labels", "GPE")
    QTest.mouseClick(editor.remove, Qt.MouseButton.LeftButton)
    _answer([], KEEP)
    _save(editor)
    assert desk.mention("Maskat").label == "GPE"
    desk.click("Maskat")
    for tab in ("suggestions", "entities", "events", "quotes", "notes"):
        desk.window.review.show_tab(tab)
        desk.window.grab()
    _back(desk)
    desk.press(Qt.Key.Key_2)
    assert desk.mention("Maskat").label == "ORG"


def test_records_follow_a_new_id_in_every_article_of_the_project(desk: Desk, editor: CodebookEditor) -> None:
    first = desk.dateline.workbench.session.article.id
    editor.done(0)
    desk.open_story("Yine Maskat konuşuldu.", "iki.txt")
    editor = _open(desk)
    editor.pick("labels", "GPE")
    _write(editor.form.id, "PLACE")
    asked: list[list[str]] = []
    _answer(asked, "")
    _save(editor)
    assert "4 kayıtta" in asked[0][0]
    labels = {m.label for _, state in desk.dateline.projects.project.reviewed() for m in state.mentions.values()}
    assert "PLACE" in labels
    assert "GPE" not in labels
    desk.dateline.articles.open(first)
    assert desk.mention("Maskat").label == "PLACE"
    desk.window.actions_["edit.undo"].trigger()
    desk.settle(lambda: desk.mention("Maskat").label == "GPE")
    labels = {m.label for _, state in desk.dateline.projects.project.reviewed() for m in state.mentions.values()}
    assert "PLACE" not in labels


def test_another_role_is_a_slot_of_the_event_card_at_once(desk: Desk, editor: CodebookEditor) -> None:
    desk.window.review.show_tab("events")
    desk.dateline.workbench.select(next(iter(desk.state.events)))
    editor.pick("roles", "third_party")
    QTest.mouseClick(editor.remove, Qt.MouseButton.LeftButton)
    QTest.mouseClick(editor.add, Qt.MouseButton.LeftButton)
    _write(editor.form.id, "witness")
    _save(editor)
    card = desk.window.review.events.card
    assert "witness" in card.slots
    assert "third_party" not in card.slots
    assert card.slots["witness"].isVisible()
    desk.qtbot.wait(20)


def test_a_codebook_goes_out_as_a_file_and_comes_in_again(desk: Desk, editor: CodebookEditor) -> None:
    file = desk.folder / "kitap.json"
    _write(editor.title.line("tr"), "Bizim kitap")
    editor.export_file(file)
    assert "kitap.json" in editor.said.text()
    assert json.loads(file.read_text(encoding="utf-8"))["name"]["tr"] == "Bizim kitap"
    (desk.folder / "kötü.json").write_bytes(b"\xff\xfe\x00")
    editor.import_file(desk.folder / "kötü.json")
    assert "kötü.json" in editor.said.text()
    (desk.folder / "küçük.json").write_text(dump(bundled("small")), encoding="utf-8")
    editor.import_file(desk.folder / "küçük.json")
    assert [entry.id for entry in editor.draft.groups["labels"]] == ["PERSON", "ORG", "PLACE", "DATE", "EVENT"]
    editor.import_file(file)
    assert editor.title.words()["tr"] == "Bizim kitap"


def test_leaving_with_changes_asks_first(editor: CodebookEditor) -> None:
    def answer(role: QMessageBox.ButtonRole) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(b for b in box.buttons() if box.buttonRole(b) == role).click()

    _write(editor.form.names.line("tr"), "Şahıs")
    QTimer.singleShot(0, lambda: answer(QMessageBox.ButtonRole.RejectRole))
    editor.reject()
    assert editor.isVisible()
    QTimer.singleShot(0, lambda: answer(QMessageBox.ButtonRole.AcceptRole))
    editor.reject()
    assert not editor.isVisible()


def test_a_codebook_that_cannot_be_saved_stays_in_the_editor(
    desk: Desk, editor: CodebookEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object) -> None:
        raise StorageError("storage.no_article", path="x")

    monkeypatch.setattr(desk.dateline.projects.project, "append_all", full)
    _write(editor.form.names.line("tr"), "Şahıs")
    _save(editor)
    assert editor.isVisible()
    assert editor.said.text()
    assert desk.dateline.workbench.codebook == bundled()


def test_a_new_project_asks_for_its_codebook(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = start(qtbot, tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "küçük.dateline"), ""))
    try:
        desk.window.actions_["project.new"].trigger()
        dialog = desk.window.findChildren(NewProjectDialog)[-1]
        dialog.ways.button(1).click()
        dialog.accept()
        assert desk.dateline.projects.project.codebook == bundled("small")
        _back(desk)
        desk.open_story()
        assert desk.mention("Maskat").label == "PLACE"
        assert {m.label for m in desk.state.mentions.values()} == {"PLACE", "PERSON", "DATE"}
        assert [e.type for e in desk.state.events.values()] == ["HAPPENING"]
        span = find(desk.text, "mesajı")
        desk.drag(span.start, span.end)
        desk.press(Qt.Key.Key_5)
        assert desk.mention("mesajı").label == "EVENT"
    finally:
        desk.close()
