"""A flag and a note on the whole article, as a person puts them there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dateline.core.article import Article, ArticleStatus
from dateline.core.errors import StorageError
from driver import Desk
from reviewing import type_words

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NOTE = "Kaynağı sor: İlgaz'da mı?"


def saved(desk: Desk) -> Article:
    """The open article as it is on disk."""
    return desk.dateline.projects.project.article(desk.dateline.workbench.session.article.id)


def write_note(desk: Desk, words: str) -> None:
    """Goes to the note by its key and types."""
    desk.press(Qt.Key.Key_N, CTRL_SHIFT)
    field = desk.window.review.notes.article_note
    assert field.hasFocus()
    type_words(field, words)


def test_the_flag_goes_on_and_off_by_its_key_and_shows_everywhere(desk: Desk) -> None:
    desk.open_story()
    action = desk.window.actions_["review.flag_article"]
    desk.press(Qt.Key.Key_U, CTRL_SHIFT)
    assert (action.isChecked(), saved(desk).status) == (True, ArticleStatus.FLAGGED)
    assert desk.window.library.model.shown[0].status is ArticleStatus.FLAGGED
    assert desk.window.metadata._status.text() == "Bekletildi"
    desk.press(Qt.Key.Key_U, CTRL_SHIFT)
    assert (action.isChecked(), saved(desk).status) == (False, ArticleStatus.SUGGESTED)


def test_deciding_keeps_the_flag_and_done_ends_it(desk: Desk) -> None:
    desk.open_story()
    desk.press(Qt.Key.Key_U, CTRL_SHIFT)
    desk.window.commands.accept_all()
    assert saved(desk).status is ArticleStatus.FLAGGED
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved(desk).status is ArticleStatus.DONE
    assert not desk.window.actions_["review.flag_article"].isChecked()


def test_a_flag_that_cannot_be_saved_is_not_shown_as_if_it_were(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_story()

    def full(*_arguments: object) -> None:
        raise StorageError("storage.full", path="Deneme")

    monkeypatch.setattr(desk.dateline.projects.project, "set_status", full)
    desk.press(Qt.Key.Key_U, CTRL_SHIFT)
    assert desk.window.banner.sentence
    assert not desk.window.actions_["review.flag_article"].isChecked()
    assert desk.window.library.model.shown[0].status is ArticleStatus.SUGGESTED


def test_the_note_is_saved_when_its_field_is_left_and_shows_in_the_list(desk: Desk) -> None:
    desk.open_story()
    write_note(desk, NOTE)
    assert saved(desk).note == ""
    QTest.keyClick(desk.window.review.notes.article_note, Qt.Key.Key_Escape)
    assert desk.window.article.hasFocus()
    assert saved(desk).note == NOTE
    assert desk.window.library.model.shown[0].noted
    row = desk.window.library.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "notu var" in row


def test_words_still_being_typed_are_saved_with_the_window_and_are_there_again(desk: Desk) -> None:
    desk.open_story()
    id = desk.dateline.workbench.session.article.id
    write_note(desk, NOTE)
    desk.new_project("Başka")
    assert desk.dateline.projects.open(desk.folder / "Deneme.dateline")
    assert desk.dateline.workbench.session.article.id == id
    assert desk.window.review.notes.article_note.toPlainText() == NOTE


def test_another_article_has_its_own_note(desk: Desk) -> None:
    desk.open_story()
    first = desk.dateline.workbench.session.article.id
    write_note(desk, "birinci")
    desk.open_story("Bambaşka bir haber.", "öbür.txt")
    field = desk.window.review.notes.article_note
    assert field.toPlainText() == ""
    type_words(field, "ikinci")
    desk.dateline.articles.open(first)
    assert field.toPlainText() == "birinci"
    notes = {a.id: desk.dateline.projects.project.article(a.id).note for a in desk.window.library.model.shown}
    assert sorted(notes.values()) == ["birinci", "ikinci"]


def test_a_note_that_cannot_be_saved_keeps_the_article_open_and_is_saved_on_retry(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_story("Bambaşka bir haber.", "öbür.txt")
    other = desk.dateline.workbench.session.article.id
    desk.open_story()
    project = desk.dateline.projects.project
    here, real = desk.dateline.workbench.session.article.id, project.set_note

    def full(*_arguments: object) -> None:
        raise StorageError("storage.full", path="Deneme")

    monkeypatch.setattr(project, "set_note", full)
    write_note(desk, NOTE)
    desk.dateline.articles.open(other)
    assert desk.dateline.workbench.session.article.id == here
    assert desk.window.banner.sentence
    assert desk.window.review.notes.article_note.toPlainText() == NOTE
    monkeypatch.setattr(project, "set_note", real)
    desk.window.banner._button.click()
    assert saved(desk).note == NOTE
    desk.dateline.articles.open(other)
    assert desk.dateline.workbench.session.article.id == other


def test_the_note_stands_apart_from_the_notes_of_marks(desk: Desk) -> None:
    desk.open_story()
    notes = desk.window.review.notes
    desk.click("Maskat")
    write_note(desk, NOTE)
    type_words(notes.note, "bir yer")
    notes.note.write_down()
    assert (desk.mention("Maskat").note, notes.model.rowCount()) == ("bir yer", 1)
    assert notes.article_note.toPlainText() == NOTE
    assert notes.on_article.y() < notes.article_note.y() < notes.on_marks.y() < notes.list.y() < notes.note.y()


def test_letters_typed_into_the_note_are_no_keys_of_the_window(desk: Desk) -> None:
    desk.open_story()
    before = desk.state
    desk.press(Qt.Key.Key_N, CTRL_SHIFT)
    field = desk.window.review.notes.article_note
    QTest.keyClicks(field, "jax u 1")
    assert (field.toPlainText(), desk.state) == ("jax u 1", before)


def test_what_is_listed_can_be_chosen_in_the_palette(desk: Desk) -> None:
    desk.open_story()
    desk.press(Qt.Key.Key_U, CTRL_SHIFT)
    desk.open_story("Bambaşka bir haber.", "öbür.txt")
    commands = {command.name: command for command in desk.dateline.palette.commands()}
    commands["Bekletilenler"].run()
    assert [a.status for a in desk.window.library.model.shown] == [ArticleStatus.FLAGGED]
    assert desk.window.library._only.currentText() == "Bekletilenler"
