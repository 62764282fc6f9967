"""What a working day piles up: articles, dialogs, languages and projects come and go, and nothing of them stays.

Here a few rounds, so that the suite stays quick; `tests/benchmarks/leaks.py` goes many. Qt's warnings, threads and
windows that stay are failures of every test (`pyproject.toml`, `guards.py`).
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QPoint, Qt, QThread, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dateline.core.annotation import Record, Status
from dateline.core.article import ArticleStatus
from dateline.core.decisions import set_status
from dateline.gui.theme import Mode
from driver import STORY, Desk, find, start
from standins import article

LONG = "DATELINE_LEAKS" in os.environ
ARTICLES, DIALOGS, LOOKS, PROJECTS = (1000, 50, 20, 20) if LONG else (40, 3, 3, 4)
GROWTH_MB = 50
pytestmark = pytest.mark.timeout(3000 if LONG else 120)

ASKING = (
    "mark.label", "mark.everywhere", "mark.link", "mark.value", "review.accept_like", "edit.history",
    "edit.find", "suggest.source", "codebook.edit", "project.new", "article.paste", "view.registry", "view.palette",
    "help.keys", "help.rebind", "help.tour", "help.about",
)  # fmt: skip
"""The actions that open a dialog or a pop-up about a mention, or about nothing in particular."""
ASKING_OF_EVENTS = ("mark.label", "mark.role", "mark.modality", "mark.value")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window with a project of many articles, every fourth of them new."""
    made = start(qtbot, tmp_path)
    made.new_project("Uzun")
    project = made.dateline.projects.project
    assert project is not None
    for number in range(ARTICLES):
        id = f"a{number}"
        project.add_article(article(f"{number}. {STORY} " * (1 + number % 3), f"Haber {number}", id))
        if number % 4:
            project.set_status(id, ArticleStatus.SUGGESTED)
    made.dateline.articles.refresh()
    yield made
    made.close()


def _rest(desk: Desk) -> None:
    """Until nothing is under way, nothing moves, and what was to be deleted is."""
    desk.settle(lambda: not desk.dateline.suggesting.worker.busy)
    desk.settle(lambda: not desk.window.findChildren(QAbstractAnimation))  # scroll bars of the style fade out
    for _ in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def _living(desk: Desk) -> Counter[str]:
    """How many there are of each kind of Qt object of ours or in the window, of running timers and of threads."""
    _rest(desk)
    application = QApplication.instance()
    assert application is not None
    kinds = [type(o) for o in gc.get_objects() if issubclass(type(o), QObject)]
    found = Counter(f"ours: {kind.__name__}" for kind in kinds if kind.__module__.startswith("dateline."))
    for top in (application, desk.dateline, desk.window):
        inside = top.findChildren(QObject)
        found.update(f"inside {type(o).__name__}" for o in inside)
        found["running timers"] += sum(isinstance(o, QTimer) and o.isActive() for o in inside)
        found["running threads"] += sum(isinstance(o, QThread) and o.isRunning() for o in inside)
    found["widgets"] = len(QApplication.allWidgets())
    found["top levels"] = len(QApplication.topLevelWidgets())
    found["threads of Python"] = threading.active_count()
    found["threads of the pool"] = QThreadPool.globalInstance().activeThreadCount()
    return found


def _memory_mb() -> float:
    """What this process holds of main memory; 0 where the system does not say."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def _stays_level(desk: Desk, work: Callable[[int], object], times: int) -> None:
    """Does something twice, to have everything made that is made once, then often: no more is there than before."""
    for number in range(2):
        work(number)
    before, memory = _living(desk), _memory_mb()
    for number in range(times):
        work(number)
    grown = _living(desk) - before
    growth = _memory_mb() - memory
    print(f"{times} times: {growth:+.1f} MB, {sum(before.values())} objects", file=sys.stderr)
    assert dict(grown) == {}
    assert growth < GROWTH_MB


def test_many_articles_opened_in_a_row(desk: Desk) -> None:
    ids = [summary.id for summary in desk.window.library.model.shown]
    assert len(ids) == ARTICLES

    def open_one(number: int) -> None:
        bench = desk.dateline.workbench
        desk.dateline.articles.open(ids[number])
        QApplication.processEvents()
        desk.settle(lambda: not desk.dateline.suggesting.worker.busy)
        assert bench.session is not None
        assert bench.session.article.id == ids[number]
        if number % 8 == 0:
            bench.decide(set_status(desk.state, list(desk.state.mentions), Status.ACCEPTED, desk.text))
            bench.undo()
            desk.window.review.show_tab(("suggestions", "entities", "events", "quotes", "notes")[number // 8 % 5])

    _stays_level(desk, open_one, ARTICLES)


def _leave(desk: Desk) -> int:
    """Presses Escape wherever something is open over the window, as often as needed; returns how many were open."""
    left = 0
    while True:
        QApplication.processEvents()
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not desk.window]
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or (shown[-1] if shown else None)
        if top is None:
            return left
        QTest.keyClick(_keyboard(top), Qt.Key.Key_Escape)
        left += 1
        assert left < 9, f"{type(top).__name__} stays"


def _keyboard(top: QWidget) -> QWidget:
    return top.focusWidget() or top


def test_every_dialog_and_pop_up_opened_again_and_again(desk: Desk) -> None:
    desk.open_story()
    window, bench = desk.window, desk.dateline.workbench

    def ask(action: str, record: Record | None) -> None:
        bench.select(record.id if record else None)
        assert window.actions_[action].isEnabled(), action
        window.actions_[action].trigger()
        desk.settle(lambda: action != "help.tour" or desk.dateline.tours.tour is not None)
        desk.settle(lambda: action != "mark.link" or QApplication.activePopupWidget() is not None)
        if desk.dateline.tours.tour is not None:
            QTest.keyClick(desk.dateline.tours.tour.next, Qt.Key.Key_Escape)
        elif window.findbar.isVisible():
            QTest.keyClick(_keyboard(window.findbar), Qt.Key.Key_Escape)
            assert not window.findbar.isVisible()
        else:
            assert _leave(desk), action

    def all_of_them(_number: int) -> None:
        mention, event = desk.mention("Maskat"), next(iter(desk.state.events.values()))
        for action in ASKING:
            ask(action, mention)
        for action in ASKING_OF_EVENTS:
            ask(action, event)
        bench.select(None)
        bench.select_range(find(desk.text, "mesajı"))
        window.actions_["mark.event"].trigger()
        assert _leave(desk)
        for menu in (window.menus.over_text, window.menus.over_article):
            menu(window.mapToGlobal(QPoint(300, 300)))
            assert _leave(desk)
        bench.select_range(None)

    _stays_level(desk, all_of_them, DIALOGS)


def test_languages_and_themes_changed_again_and_again(desk: Desk) -> None:
    desk.open_story()
    desk.window.actions_["view.registry"].trigger()

    def change(number: int) -> None:
        for language in ("en", "tr"):
            desk.dateline.set_language(language)
            QApplication.processEvents()
        for mode in (Mode.DARK, Mode.CONTRAST, Mode.LIGHT):
            desk.dateline.set_theme(mode)
            QApplication.processEvents()

    _stays_level(desk, change, LOOKS)
    _leave(desk)


def test_projects_opened_and_closed_again_and_again(desk: Desk) -> None:
    desk.open_story()
    first = desk.dateline.projects.project.path
    second = desk.new_project("Öteki")
    desk.open_story("Bambaşka bir haber: Maskat’ta toplantı yapıldı.", "ikinci.txt")

    def there_and_back(_number: int) -> None:
        for path in (first, second):
            assert desk.dateline.projects.open(path)
            desk.settle(lambda: bool(desk.text))
            _rest(desk)
        assert desk.dateline.projects.leave()
        assert desk.window.start.isVisible()
        assert not list(desk.folder.glob("*.lock"))

    _stays_level(desk, there_and_back, PROJECTS)
