"""The window under a real X server: it comes up, can be typed into by another program, and is photographed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from dateline.core.article import ArticleSummary
from dateline.storage.store import SqliteStore
from paths import CHECKOUT
from screens import x_server

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(
        shutil.which("Xvfb") is None or shutil.which("xdotool") is None, reason="needs Xvfb and xdotool"
    ),
]


@pytest.fixture
def display() -> Iterator[str]:
    """A fresh X server's name."""
    with x_server((1440, 900)) as name:
        yield name


def _ask(display: str, *words: str) -> str:
    answer = subprocess.run(
        ["xdotool", *words],
        env=os.environ | {"DISPLAY": display, "LC_ALL": "C.UTF-8"},  # else it does not understand "—"
        capture_output=True,
        encoding="utf-8",
        timeout=30,
    )
    return answer.stdout.strip()


def _articles() -> Sequence[ArticleSummary]:
    """What the program's project holds on disk at this moment."""
    path = next(Path(os.environ["XDG_DATA_HOME"]).rglob("sample.dateline"))
    project = SqliteStore().open(path, "test")
    try:
        return project.articles()
    finally:
        project.close()


def _wait_for(ready: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.2)


def _until(display: str, *words: str, seconds: float = 40) -> str:
    """Asks until there is an answer."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = _ask(display, *words)
        if answer:
            return answer.splitlines()[-1]
        time.sleep(0.1)
    raise AssertionError(f"no answer to xdotool {' '.join(words)}")


def _photograph(display: str, target: Path) -> None:
    """What the screen shows, by a program of its own."""
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]); "
        "app.primaryScreen().grabWindow(0).save(sys.argv[1])"
    )
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    subprocess.run([sys.executable, "-c", code, str(target)], env=environment, check=True, timeout=60)


def test_a_person_at_a_real_screen_opens_the_sample_accepts_and_closes(display: str, tmp_path: Path) -> None:
    picture = Path(os.environ.get("DATELINE_SCREENSHOTS", tmp_path)) / "window-x11.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(CHECKOUT / "desktop"),
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
    }
    log = (tmp_path / "log.txt").open("w+", encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, "-m", "dateline", "--sample"], env=environment, stderr=log, cwd=tmp_path
    )
    try:
        window = _until(display, "search", "--onlyvisible", "--name", "— .*Dateline")
        _ask(display, "windowfocus", "--sync", window)
        _wait_for(lambda: any(article.open for article in _articles()))
        title = _ask(display, "getwindowname", window)
        for key in ("j", "a", "a", "x"):
            _ask(display, "key", "--window", window, key)
            time.sleep(0.2)
        _photograph(display, picture)
        _ask(display, "key", "--window", window, "ctrl+q")
        assert program.wait(20) == 0
    finally:
        if program.poll() is None:
            program.kill()
            program.wait()
        log.seek(0)
        errors = log.read()
        log.close()
    assert "Dateline" in title
    assert "Traceback" not in errors
    image = QImage(str(picture))
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 20
    assert sum(article.accepted for article in _articles()) == 2
