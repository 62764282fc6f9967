"""The program starts: on a real screen, with Qt's own plug-in for it and the libraries that the set-up installs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from paths import CHECKOUT
from screens import x_server
from setup_steps import system

WATCH = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from dateline.bootstrap import run_window
from dateline.gui.app import application

app = application(sys.argv[:1])

def look():
    shown = [w for w in app.topLevelWidgets() if isinstance(w, QMainWindow) and w.isVisible()]
    if shown and shown[0].windowHandle().isExposed() and shown[0].library.model.shown:
        print(app.platformName(), "shows articles" if shown[0].workbench.text else "shows none")
        shown[0].close()

timer = QTimer(interval=100)
timer.timeout.connect(look)
timer.start()
QTimer.singleShot(40000, lambda: app.exit(3))
sys.exit(run_window(["--sample"]))
"""
"""Runs the window as a person would start it, looks at it after a moment and closes it."""


@pytest.mark.x11
@pytest.mark.skipif(bool(system.lacking((*system.PAINTING, *system.X11))), reason="Qt's system libraries are missing")
def test_the_window_opens_on_a_real_screen_with_the_sample_project_and_closes() -> None:
    with x_server() as display:
        variables = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(CHECKOUT / "desktop")}
        seen = subprocess.run(
            [sys.executable, "-c", WATCH], env=variables, capture_output=True, text=True, timeout=60, check=False
        )
    assert seen.returncode == 0, seen.stdout + seen.stderr
    assert seen.stdout.strip() == "xcb shows articles"
    assert "Traceback" not in seen.stderr
