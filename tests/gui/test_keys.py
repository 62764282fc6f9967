"""The person's own keys: set in the dialog, told where they clash, shown wherever keys are shown, kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from dateline.core.annotation import Status
from dateline.gui.dialogs.keys import KeysDialog
from dateline.gui.dialogs.rebind import RebindDialog
from dateline.gui.keymap import Keymap
from driver import Desk, start


def _open(desk: Desk) -> RebindDialog:
    desk.window.actions_["help.keys"].trigger()
    sheet = desk.window.findChildren(KeysDialog)[-1]
    QTest.mouseClick(sheet.change, Qt.MouseButton.LeftButton)
    return desk.window.findChildren(RebindDialog)[-1]


def _give(dialog: RebindDialog, id: str, key: str) -> None:
    dialog.pick(id)
    dialog.key.setKeySequence(QKeySequence(key))
    QTest.mouseClick(dialog.set, Qt.MouseButton.LeftButton)


def test_another_key_works_everywhere_and_is_shown_everywhere(desk: Desk, qtbot: QtBot) -> None:
    desk.open_story()
    dialog = _open(desk)
    _give(dialog, "review.accept", "B")
    dialog.accept()
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_A)
    assert desk.mention("Maskat").status is Status.SUGGESTED
    desk.press(Qt.Key.Key_B)
    assert desk.mention("Maskat").status is Status.ACCEPTED
    assert "(B)" in desk.window.actions_["review.accept"].toolTip()
    assert "(B · " in desk.window.review.suggestions.accept.toolTip()
    assert any(c.id == "review.accept" and c.keys == "B" for c in desk.dateline.palette.commands())
    sheet = desk.window.findChildren(KeysDialog)[-1].findChild(QTextBrowser).toPlainText()
    assert "B · Enter" in sheet
    # In the list too, and there the old key decides no longer.
    suggestions = desk.window.review.suggestions.list
    suggestions.setFocus()
    waiting = len(desk.dateline.workbench.queue())
    QTest.keyClick(suggestions, Qt.Key.Key_A)
    assert len(desk.dateline.workbench.queue()) == waiting
    QTest.keyClick(suggestions, Qt.Key.Key_B)
    assert len(desk.dateline.workbench.queue()) < waiting
    desk.close()
    again = start(qtbot, desk.folder)
    try:
        assert again.window.actions_["review.accept"].shortcut().toString() == "B"
        dialog = again.window.change_keys()
        dialog.all_default.click()
        dialog.accept()
        assert again.window.actions_["review.accept"].shortcut().toString() == "A"
        assert again.dateline.preferences.keys == {}
    finally:
        again.close()


def test_a_key_that_is_taken_is_told_and_changes_hands(desk: Desk) -> None:
    dialog = _open(desk)
    dialog.pick("mark.quote")
    dialog.key.setKeySequence(QKeySequence("Ctrl+Y"))
    assert "Yinele" in dialog.said.text()
    QTest.mouseClick(dialog.set, Qt.MouseButton.LeftButton)
    assert dialog.chosen() == {"mark.quote": ("Ctrl+Y",), "edit.redo": ("Ctrl+Shift+Z",)}
    QTest.mouseClick(dialog.default, Qt.MouseButton.LeftButton)
    dialog.pick("edit.redo")
    QTest.mouseClick(dialog.default, Qt.MouseButton.LeftButton)
    assert dialog.chosen() == {}
    dialog.reject()


def test_the_key_of_a_label_cannot_be_taken(desk: Desk) -> None:
    dialog = _open(desk)
    dialog.pick("mark.quote")
    dialog.key.setKeySequence(QKeySequence("1"))
    assert "Kişi" in dialog.said.text()
    assert not dialog.set.isEnabled()
    dialog.reject()


def test_an_action_may_have_no_key_and_the_search_finds_it(desk: Desk) -> None:
    dialog = _open(desk)
    dialog.pick("review.done")
    QTest.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert dialog.chosen() == {"review.done": ()}
    QTest.keyClicks(dialog.search, "F5")
    shown = [id for id, item in dialog._items.items() if not item.isHidden()]
    assert shown == ["suggest.run"]
    dialog.accept()
    assert desk.window.actions_["review.done"].shortcuts() == []
    assert "“" in desk.dateline.workbench.keymap.name("review.done")


def test_broken_settings_of_keys_are_the_declared_ones(desk: Desk) -> None:
    for broken in ("{", "[]", '{"review.accept": "B"}', '{"nobody": ["B"]}'):
        desk.dateline.preferences._store.setValue("keys", broken)
        keymap = Keymap()
        keymap.choose(desk.dateline.preferences.keys)
        assert keymap.chosen == {}
