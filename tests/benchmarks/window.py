"""One start of the window in a process of its own: `window.py plain|dateline STARTED`; prints figures as JSON.

STARTED: the time of day (`time.time()`) at which the process was asked for, so that the interpreter's start counts.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from material import article
from measure import memory_mb, middle_ms


def plain(started: float) -> dict[str, float]:
    """An empty text window, as Qt gives it."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QPlainTextEdit(article()[0].text.content))
    window.show()
    app.processEvents()
    shown = (time.time() - started) * 1000
    return {"shown_ms": shown, "rest_mb": memory_mb()}


def dateline(started: float) -> dict[str, float]:
    """Our window: usable, an article of 40 mentions opened, one accepted, at rest."""
    from dateline.bootstrap import adapters
    from dateline.gui.app import Dateline, application
    from dateline.gui.preferences import Preferences

    folder = Path(tempfile.mkdtemp())
    app = application([])
    running = Dateline(app, adapters(), Preferences(folder / "settings.ini"))
    running.window.show()
    app.processEvents()
    figures = {"shown_ms": (time.time() - started) * 1000}

    from dateline.core import decisions
    from dateline.core.annotation import Status
    from dateline.core.suggestion import Request
    from dateline.services.session import ReviewSession

    if not running.projects.create(folder / "benchmark.dateline"):
        raise RuntimeError("the project was not made")
    project = running.projects.project
    assert project is not None
    ids = []
    for number in range(2):
        made, step = article(number)
        project.add_article(made)
        ReviewSession(project, made.id, "benchmark").decide(step)
        ids.append(made.id)
    running.articles.refresh()
    turn = iter(ids * 20)

    def open_next() -> None:
        running.articles.open(next(turn))
        app.processEvents()

    open_next()
    figures["open_ms"] = middle_ms(open_next, 11)
    bench = running.workbench
    waiting = iter(bench.queue())

    def accept_next() -> None:
        bench.decide(decisions.set_status(bench.state, [next(waiting).id], Status.ACCEPTED, bench.text))
        app.processEvents()

    figures["accept_ms"] = middle_ms(accept_next, 21)
    figures["rest_mb"] = memory_mb()
    try:
        suggester = adapters().suggester()
    except ModuleNotFoundError:
        pass  # `run.py suggest` says what is missing
    else:
        suggester.suggest(Request(bench.text, "tr"))
        figures["suggester_mb"] = memory_mb()
    running.window.close()
    running.shut_down()
    return figures


if __name__ == "__main__":
    print(json.dumps({"plain": plain, "dateline": dateline}[sys.argv[1]](float(sys.argv[2]))))
