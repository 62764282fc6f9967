"""The rules that every test is held to hold."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import guards
from paths import CHECKOUT


def test_a_test_cannot_reach_another_machine() -> None:
    with socket.socket() as client, pytest.raises(guards.NetworkError):
        client.connect(("192.0.2.1", 80))
    with pytest.raises(guards.NetworkError):
        socket.create_connection(("example.org", 80))


def test_a_test_can_reach_a_server_of_its_own() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()[:2]):
        pass


def test_every_test_has_an_empty_home_of_its_own() -> None:
    home = Path.home()
    assert "dateline-tests-" in str(home)
    assert not [p for p in home.rglob("*") if p.is_file()]
    assert Path(os.environ["XDG_CONFIG_HOME"]).is_relative_to(home)


def test_a_thread_that_outlives_its_test_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "GRACE_S", 0.05)
    end = threading.Event()
    thread = threading.Thread(target=end.wait, name="forgotten")
    try:
        with pytest.raises(pytest.fail.Exception, match="thread forgotten"), guards.nothing_left_behind():
            thread.start()
    finally:
        end.set()
        thread.join()


def test_a_thread_that_ends_soon_is_no_fault() -> None:
    with guards.nothing_left_behind():
        threading.Timer(0.05, lambda: None).start()


def test_a_window_that_outlives_its_test_is_told_and_closed(qapp: object) -> None:
    widgets = pytest.importorskip("PySide6.QtWidgets")
    window = widgets.QWidget()
    window.setObjectName("forgotten")
    with pytest.raises(pytest.fail.Exception, match="window QWidget 'forgotten'"), guards.nothing_left_behind():
        window.show()
    assert not window.isVisible()


def test_where_qt_cannot_load_only_its_tests_are_skipped(tmp_path: Path) -> None:
    """A run in a folder of its own, told that a library is missing which no machine has."""
    (tmp_path / "conftest.py").write_text(
        "import runpy\n"
        "from setup_steps import system\n"
        "system.PAINTING = (system.Need('libnever.so.0', dict.fromkeys(system.MANAGERS, 'libnever0')),)\n"
        f"ours = runpy.run_path({str(CHECKOUT / 'tests' / 'conftest.py')!r})\n"
        "globals().update({name: thing for name, thing in ours.items() if not name.startswith('__')})\n",
        encoding="utf-8",
    )
    (tmp_path / "test_window.py").write_text("import PySide6.QtWidgets\ndef test_window(qtbot): pass\n")
    (tmp_path / "test_plain.py").write_text(
        "def test_plain(): pass\ndef test_later():\n    from PySide6.QtCore import QObject\ndef test_bot(qtbot): pass\n"
    )
    paths = os.pathsep.join(str(CHECKOUT / part) for part in ("tests", "installer", "desktop"))
    options = ["-rs", "-p", "no:cacheprovider", "-c", os.devnull, f"--rootdir={tmp_path}", str(tmp_path)]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        env=os.environ | {"PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "1 passed, 3 skipped" in run.stdout, run.stdout + run.stderr
    assert "libnever.so.0 missing" in run.stdout
