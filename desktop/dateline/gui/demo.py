"""The main job where nobody can look on: the sample articles through the real window, to a workbook and a picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from dateline.core.errors import DatelineError
from dateline.core.ports import ExportReport
from dateline.gui.app import Dateline, application
from dateline.gui.preferences import Preferences
from dateline.services import samples
from dateline.services.adapters import Adapters
from dateline.services.suggesting import suggest

ABOVE = 700
"""Code points of an article that the picture shows without scrolling."""
PATIENCE = 120
"""Seconds after which a step that does not end is given up."""


def run(adapters: Adapters, out: Path, language: str) -> tuple[Path, Path]:
    """Makes the sample project in `out`, suggests for every article, exports, and draws the window.

    Returns the workbook and the picture. Raises `DatelineError`.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / "sample.dateline"
    workbook, picture = out / "sample.xlsx", out / "window.png"
    app = application(["dateline"])
    preferences = Preferences(out / "preferences.ini")
    preferences.language = language
    dateline = Dateline(app, adapters, preferences)
    window = dateline.window
    window.resize(1440, 900)
    window.show()
    try:
        _suggest_all(adapters, path, preferences.coder)
        if not dateline.projects.open(path):
            raise DatelineError("demo.not_opened", path=path.name)
        _show_work(dateline)
        _settle(200)
        window.grab().save(str(picture))
        _export(dateline, workbook)
    finally:
        window.close()
        dateline.shut_down()
    return workbook, picture


def _suggest_all(adapters: Adapters, path: Path, coder: str) -> None:
    from dateline.services.session import ReviewSession

    project = samples.open_sample(adapters, path, coder, "Dateline")
    try:
        suggester = adapters.suggester()
        for article in project.articles():
            suggest(ReviewSession(project, article.id, coder), suggester)
    finally:
        project.close()


def _show_work(dateline: Dateline) -> None:
    """A few decisions, so that the picture shows what suggested, accepted and an event in focus look like."""
    bench, commands = dateline.workbench, dateline.window.commands
    for _ in range(6):
        commands.next()
        commands.accept()
    bench.select(None)
    near = [e for e in bench.state.events.values() if e.trigger.start < ABOVE and len(e.arguments) > 1]
    if near:
        bench.select(max(near, key=lambda e: len(e.arguments)).id)


def _export(dateline: Dateline, workbook: Path) -> None:
    worker = dateline.exporting.worker
    loop = QEventLoop()
    problems: list[object] = []
    reports: list[ExportReport] = []
    worker.finished.connect(reports.append)
    worker.finished.connect(loop.quit)
    worker.failed.connect(problems.append)
    worker.failed.connect(loop.quit)
    QTimer.singleShot(PATIENCE * 1000, loop.quit)
    dateline.exporting.export(workbook)
    loop.exec()
    if problems and isinstance(problems[0], BaseException):
        raise problems[0]
    if not reports:
        raise DatelineError("demo.no_answer", seconds=PATIENCE)


def _settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
