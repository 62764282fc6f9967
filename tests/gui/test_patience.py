"""Projects that take long to open: the window lives meanwhile, and what came of it is told as always."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dateline.core.errors import StorageError
from dateline.storage.store import SqliteStore
from driver import Desk


@pytest.fixture
def go_on() -> Iterator[threading.Event]:
    """Lets the opening of a slow project go on."""
    gate = threading.Event()
    yield gate
    gate.set()


@pytest.fixture
def slow(desk: Desk, monkeypatch: pytest.MonkeyPatch, go_on: threading.Event) -> Path:
    """A project that opens when it may go on, while another one is open."""
    path = desk.dateline.projects.project.path
    desk.new_project("Başka")
    real = SqliteStore.open

    def open_slowly(store: SqliteStore, where: Path, coder: str) -> object:
        assert go_on.wait(20)
        return real(store, where, coder)

    monkeypatch.setattr(SqliteStore, "open", open_slowly)
    return path


def test_the_window_lives_while_a_project_is_opened_and_nobody_can_do_anything_else(
    desk: Desk, slow: Path, go_on: threading.Event
) -> None:
    seen: list[tuple[str, bool]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            dialog.close()
            seen.append((dialog.windowTitle(), dialog.isVisible()))
            if len(seen) > 3:
                go_on.set()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    assert desk.dateline.projects.open(slow)
    timer.stop()
    assert len(seen) > 3
    assert set(seen) == {("Deneme açılıyor…", True)}
    assert QApplication.activeModalWidget() is None
    assert desk.dateline.projects.project.path == slow


def test_what_a_slow_opening_fails_with_is_a_sentence_and_the_open_project_stays(
    desk: Desk, slow: Path, monkeypatch: pytest.MonkeyPatch, go_on: threading.Event
) -> None:
    before = desk.dateline.projects.project

    def fail(_store: SqliteStore, where: Path, _coder: str) -> object:
        assert go_on.wait(20)
        raise StorageError("storage.empty", path=where.name, backups="")

    def look() -> None:
        if QApplication.activeModalWidget() is not None:
            go_on.set()

    monkeypatch.setattr(SqliteStore, "open", fail)
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    assert not desk.dateline.projects.open(slow)
    timer.stop()
    assert "Deneme" in desk.window.banner.sentence
    assert desk.dateline.projects.project is before


def test_a_short_opening_is_said_by_the_pointer_alone_and_keys_wait_for_its_end(
    desk: Desk, slow: Path, go_on: threading.Event
) -> None:
    dialogs: list[object] = []
    pointers: list[object] = []

    def look() -> None:
        dialogs.append(QApplication.activeModalWidget())
        pointers.append(QApplication.overrideCursor())
        if len(pointers) > 2:
            go_on.set()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    assert desk.dateline.projects.open(slow)
    timer.stop()
    assert len(dialogs) > 2
    assert set(dialogs) == {None}
    assert any(pointer is not None for pointer in pointers)
    assert QApplication.overrideCursor() is None
