"""The window on a bad day: faults of ours, settings of others, hostile names, odd texts, a disk that refuses, locks."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtGui import Qt as Gui
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dateline.core.article import Draft
from dateline.core.codebook import bundled
from dateline.core.errors import StorageError
from dateline.gui import crash
from dateline.gui.commands import saving
from dateline.gui.preferences import Preferences
from dateline.gui.theme import Mode
from dateline.storage.project import SqlProject
from driver import Desk, find, start
from paths import CHECKOUT
from test_start import WATCH

HOSTILE = [
    "<img src=x>",
    "'; DROP TABLE article; --",
    "..x",
    "CON",
    "x" * 200,
    "\u202egnorw",
    "<b>kalın</b>&amp;",
    "%s{0}",
]


# A fault of ours


@pytest.fixture
def caught(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The window as it runs: what nobody catches is logged and told."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.start_log()
    crash.catch(desk.window.tell_fault)
    yield desk
    for handler in list(crash.log.handlers):
        handler.close()
        crash.log.removeHandler(handler)


def test_a_fault_in_a_slot_is_told_and_logged_and_the_window_goes_on(caught: Desk) -> None:
    desk = caught
    desk.open_story()
    desk.click("Maskat")
    desk.press(Qt.Key.Key_A)
    before = desk.state
    desk.window.actions_.bind("help.about", lambda: 1 / 0)
    desk.window.actions_["help.about"].trigger()
    QApplication.activeModalWidget().reject()
    assert "ZeroDivisionError" in desk.window.banner.sentence
    assert str(crash.log_file()) in desk.window.banner.sentence
    logged = crash.log_file().read_text(encoding="utf-8")
    assert "Traceback" in logged
    assert "Selim" not in logged
    assert desk.state == before
    desk.press(Qt.Key.Key_A)
    assert len([m for m in desk.state.mentions.values() if m.status == "accepted"]) == 2


def test_a_log_that_cannot_be_written_stops_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(crash, "log_file", lambda: tmp_path / "file" / "dateline.log")
    crash.start_log()
    assert [type(handler) for handler in crash.log.handlers] == [logging.NullHandler]
    crash.log.handlers.clear()


# Settings of others


@pytest.mark.parametrize(
    "value",
    ["", "yes", "-1", "9" * 20, "NaN", '{"a": 1}', "[" * 100_000, "@Invalid()", "a, b, c", "\u202e", "\\x0"],
    ids=["empty", "yes", "negative", "huge", "NaN", "object", "deep", "invalid", "list", "override", "zero"],
)
def test_settings_of_the_wrong_kind_are_the_declared_ones(qtbot: QtBot, tmp_path: Path, value: str) -> None:
    names = "language theme zoom measure tags guide toured keys coder recent geometry splitter folders unknown".split()
    (tmp_path / "preferences.ini").write_text(
        "[General]\n" + "".join(f"{name}={value}\n" for name in names), encoding="utf-8"
    )
    preferences = Preferences(tmp_path / "preferences.ini")
    assert preferences.theme is Mode.SYSTEM
    assert all(isinstance(path, Path) for path in preferences.recent)
    desk = start(qtbot, tmp_path)
    try:
        desk.new_project()
        desk.open_story()
        assert desk.mention("Maskat") is not None
        assert 7 <= desk.window.article.font().pointSizeF() < 40
        assert desk.dateline.preferences.coder
    finally:
        desk.close()


def test_a_settings_file_of_rubbish_is_no_obstacle(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "preferences.ini").write_bytes(bytes(range(256)) * 40)
    desk = start(qtbot, tmp_path)
    try:
        desk.new_project()
        assert desk.window.isVisible()
    finally:
        desk.close()


# Hostile names


def _interpreted(words: str) -> list[str]:
    """Where words that look like markup stand in a way that Qt would take for markup."""
    found = []
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel) and words in widget.text() and widget.textFormat() is not Qt.TextFormat.PlainText:
            found += [f"label in {type(widget.parent()).__name__}"] * Gui.mightBeRichText(widget.text())
        tip = widget.toolTip()
        found += [f"tool tip of {type(widget).__name__}"] * (words in tip and Gui.mightBeRichText(tip))
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_shown_as_they_are_written(desk: Desk, name: str) -> None:
    window, bench = desk.window, desk.dateline.workbench
    path = desk.folder / f"{name.replace('/', '')}.dateline"
    assert desk.dateline.projects.create(path, bundled())
    draft = Draft(f"{name} Maskat’ta konuştu.\n\nSelim Harbi geldi.", title=name, source=name, origin=name)
    desk.dateline.imports.add_draft(draft)
    desk.settle(lambda: bool(desk.text) and not desk.dateline.suggesting.worker.busy)
    assert window.windowTitle() == f"{name} — {path.stem} — Dateline"
    assert bench.session is not None
    assert bench.session.article.metadata.source == name
    desk.click("Selim Harbi")
    window.commands.wide.take(
        bench.session.project, name, {bench.session.article.id: lambda s, t: project_rename(s, name)}
    )
    desk.settle(lambda: any(m.name == name for m in desk.state.mentions.values()))
    for tab in ("suggestions", "entities", "events", "quotes", "notes"):
        window.review.show_tab(tab)
        QApplication.processEvents()
        assert _interpreted(name) == []
    for action in ("view.registry", "edit.history", "mark.everywhere", "view.palette", "mark.link"):
        desk.click("Selim Harbi")
        window.actions_[action].trigger()
        QApplication.processEvents()
        assert _interpreted(name) == [], action
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and top is not window:
                top.close()
    window.actions_["article.remove"].trigger()
    assert name in window.banner.sentence
    assert _interpreted(name) == []
    assert sorted(p.name for p in desk.folder.iterdir() if p.suffix == ".dateline") == sorted(
        ["Deneme.dateline", path.name]
    )


def project_rename(state, name):  # type: ignore[no-untyped-def]
    from dateline.core.decisions import rename_entity

    return rename_entity(state, list(state.mentions), name)


# Odd texts


@pytest.mark.parametrize(
    "text", ["🚒", "x" * 100_000, "a\n" * 3_000, "\u202eters", "ş\u0327" * 50, "\ufeffBir.", "." * 500]
)
def test_odd_texts_are_shown_and_walked_through(desk: Desk, text: str) -> None:
    began = time.monotonic()
    desk.dateline.imports.add_draft(Draft(text, title="Garip"))
    desk.settle(lambda: desk.dateline.workbench.session is not None and not desk.dateline.suggesting.worker.busy)
    assert time.monotonic() - began < 5
    article = desk.window.article
    for key in (Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Home):
        desk.press(key)
    article.selectAll()
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton)
    QTest.mouseDClick(article.viewport(), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert desk.text
    assert not desk.state.mentions


ODD_BEFORE = [
    "👨🏽‍🚒 🇹🇷 ",
    "a\tb\t",
    "on\u00a0iki\u00a0",
    "köp\u00adrü\u00ad ",
    "i\u0307s\u0327c\u0327 ",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 ",
    "bir\r\niki\rüç\u2028dört\u2029",
]


@pytest.mark.parametrize("before", ODD_BEFORE)
def test_what_stands_before_a_name_moves_neither_its_mark_nor_its_selection(desk: Desk, before: str) -> None:
    desk.open_story(f"Haber\n\n{before}Maskat’ta Umman Dışişleri Bakanı Selim Harbi konuştu.")
    for words in ("Maskat", "Selim Harbi"):
        mention = desk.mention(words)
        assert mention is not None
        assert mention.span.of(desk.text) == words
        desk.dateline.workbench.select(None)
        desk.click(words)
        assert desk.dateline.workbench.selection == mention.id
    span = find(desk.text, "konuştu")
    desk.drag(span.start, span.end)
    assert desk.dateline.workbench.range == span
    desk.press(Qt.Key.Key_2)
    marked = desk.mention("konuştu")
    assert marked is not None
    assert marked.name == "konuştu"


# A disk that refuses, a lock that is left


def test_closing_with_steps_that_are_not_saved_asks_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_step: object) -> int:
        raise StorageError("storage.full", path="Deneme")

    asked: list[str] = []

    def answer(yes: bool):  # type: ignore[no-untyped-def]
        def ask(_parent: QWidget, question: str, *_buttons: str) -> bool:
            asked.append(question)
            return yes

        return ask

    desk.open_story()
    desk.click("Maskat")
    with monkeypatch.context() as patch:
        patch.setattr(SqlProject, "_append", full)
        desk.press(Qt.Key.Key_A)
        before = desk.state
        patch.setattr(saving, "ask", answer(False))
        event = QCloseEvent()
        QApplication.sendEvent(desk.window, event)
        assert not event.isAccepted()
        assert desk.state == before
        assert desk.window.isVisible()
        assert "1" in asked[0]
    event = QCloseEvent()
    QApplication.sendEvent(desk.window, event)  # the disk takes it again: saved, and nothing to ask
    assert event.isAccepted()
    assert len(asked) == 1


LOCK = """
import os, sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
assert lock.lock()
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")
def test_the_lock_of_a_program_that_was_killed_does_not_keep_the_project_closed(desk: Desk) -> None:
    path = desk.dateline.projects.project.path
    assert desk.dateline.projects.leave()
    lock = Path(f"{path}.lock")
    subprocess.run([sys.executable, "-c", LOCK, str(lock)], timeout=30, check=False)
    assert lock.exists()
    assert desk.dateline.projects.open(path)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own on Windows")
def test_a_project_is_the_same_under_another_name(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    project = desk.dateline.projects.project
    link = tmp_path / "bağ.dateline"
    link.symlink_to(project.path)
    assert desk.dateline.projects.open(link)
    assert desk.dateline.projects.project is project
    other = start(qtbot, tmp_path)
    try:
        assert not other.dateline.projects.open(link)
        assert "bağ" in other.window.banner.sentence
    finally:
        other.close()


# The first start, anywhere


@pytest.mark.parametrize(
    ("home", "language"), [("Şule’nin evi 🚒 ı", "tr_TR.UTF-8"), ("home", "C"), ("file/home", "de_DE.UTF-8")]
)
def test_the_program_starts_in_any_home_and_locale(tmp_path: Path, home: str, language: str) -> None:
    """The last home cannot be made: a file lies where its folder would be."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    places = {name: str(tmp_path / home / name) for name in names}
    variables = os.environ | places | {
        "LANG": language, "LC_ALL": language, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(CHECKOUT / "desktop"),
    }  # fmt: skip
    writable = not home.startswith("file")
    watch = WATCH if writable else WATCH.replace("and shown[0].library.model.shown", "and shown[0].banner.sentence")
    seen = subprocess.run(
        [sys.executable, "-c", watch], env=variables, capture_output=True, text=True, timeout=60, check=False,
        encoding="utf-8",
    )  # fmt: skip
    assert seen.returncode == 0, seen.stdout + seen.stderr
    assert seen.stdout.strip() == ("offscreen shows articles" if writable else "offscreen shows none")
    assert "Traceback" not in seen.stderr
