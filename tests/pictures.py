"""Photographs the window on a real X server, as an analyst sees it: one command makes every picture.

    .venv/bin/python tests/pictures.py [FOLDER]

FOLDER: else the variable DATELINE_SCREENSHOTS, else a new temporary folder; its path is printed. Texts are those of
the sample project, suggestions those of the real suggester. A picture that is blank, has another size than the screen
or lacks the words that it is about is an error.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "desktop"), str(HERE.parent / "installer")]

SCREEN = (1440, 900)
LARGE = (2560, 1600)
"""A screen on which everything is drawn twice as large."""
COLOURS = 60
"""A picture with fewer colours shows nothing: letters alone have more shades."""


def take_all(folder: Path) -> list[Path]:
    """Makes every picture, each kind of screen in a process of its own. Raises where one cannot be made."""
    from screens import x_server

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dateline-pictures-") as home:
        for kind, size in (("plain", SCREEN), ("double", LARGE)):
            with x_server(size) as display:
                environment = os.environ | {
                    "DISPLAY": display,
                    "QT_QPA_PLATFORM": "xcb",
                    "QT_SCALE_FACTOR": "2" if kind == "double" else "1",
                    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0",
                }
                command = [sys.executable, str(Path(__file__)), str(folder), kind, home]
                subprocess.run(command, env=environment, check=True, timeout=300)
    return sorted(folder.glob("*.png"))


class Stage:
    """The running program before the camera."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from dateline.bootstrap import adapters
        from dateline.gui.app import Dateline, application
        from dateline.gui.preferences import Preferences

        self.folder = folder
        self.app: QApplication = application(["dateline"])
        preferences = Preferences(folder / "preferences.ini")
        preferences.language = "tr"
        self.dateline = Dateline(self.app, adapters(), preferences)
        self.window = self.dateline.window
        screen = self.app.primaryScreen().size()
        self.window.setGeometry(0, 0, screen.width(), screen.height())
        self.window.show()
        self.wait()
        (folder / "preferences.ini").unlink(missing_ok=True)

    def wait(self, ready: Callable[[], bool] = lambda: True, least: int = 60) -> None:
        """Lets the program work for a moment, and until something is true."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        for _ in range(2000):
            QTimer.singleShot(least, loop.quit)
            loop.exec()
            if ready():
                return
        raise AssertionError("it did not come true in time")

    def idle(self) -> bool:
        return not self.dateline.suggesting.worker.busy

    def do(self, action: str) -> None:
        """Triggers an action of the window by its id."""
        assert self.window.actions_[action].isEnabled(), action
        self.window.actions_[action].trigger()

    def open(self, nth: int) -> None:
        """Opens an article of the list and waits for its suggestions."""
        self.dateline.articles.open(self.window.library.model.shown[nth].id)
        self.wait(self.idle)

    def shoot(self, name: str, *words: str) -> None:
        """Takes a picture of the whole screen and closes what is open over the window."""
        self.wait()
        picture = self.app.primaryScreen().grabWindow(0)
        file = self.folder / f"{name}.png"
        assert picture.save(str(file)), file
        _look_at(file, picture)
        said = "\n".join(_said_by(self.app))
        missing = [word for word in words if word not in said]
        assert not missing, f"{name}: nothing says {missing}"
        for top in self.app.topLevelWidgets():
            if top.isVisible() and top is not self.window:
                top.close()
        if self.window.findbar.isVisible():
            self.window.findbar.leave()
        self.wait(least=20)


def _look_at(file: Path, picture) -> None:  # type: ignore[no-untyped-def]
    """Whether there is something on a picture: of the size of the screen, in many colours, none of them everywhere."""
    from collections import Counter

    image = picture.toImage()
    wide, high = LARGE if file.stem.startswith("double-") else SCREEN
    assert (image.width(), image.height()) == (wide, high), (file, image.size())
    points = ((x, y) for x in range(0, wide, 3) for y in range(0, high, 3))
    colours = Counter(image.pixel(x, y) for x, y in points)
    assert len(colours) > COLOURS, (file, len(colours))
    assert colours.most_common(1)[0][1] < 0.97 * colours.total(), file


def _said_by(app) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """What a screen reader finds in the windows that are shown: names, values and texts."""
    from PySide6.QtGui import QAccessible

    def texts(interface, depth: int = 0) -> Iterator[str]:  # type: ignore[no-untyped-def]
        if interface is None or not interface.isValid() or interface.state().invisible:
            return
        yield interface.text(QAccessible.Text.Name)
        yield interface.text(QAccessible.Text.Value)
        yield interface.text(QAccessible.Text.Description)
        for number in range(min(interface.childCount(), 400)):
            yield from texts(interface.child(number), depth + 1)

    for top in app.topLevelWidgets():
        if top.isVisible():
            yield top.windowTitle()
            yield from texts(QAccessible.queryAccessibleInterface(top))


# -- the scenes ------------------------------------------------------------------------------------------------


def plain(stage: Stage) -> None:
    """Every place of the program on an ordinary screen."""
    from dateline.gui.dialogs.paste import PasteDialog
    from dateline.gui.theme import Mode

    window, dateline, bench = stage.window, stage.dateline, stage.dateline.workbench
    stage.shoot("empty-start", "Örnek projeyi aç")
    assert dateline.projects.create(stage.folder / "Yeni proje.dateline")
    stage.shoot("empty-project", "Yeni proje")
    assert dateline.projects.leave()
    assert dateline.projects.open_sample()
    stage.wait(stage.idle)
    for nth in (1, 2, 3, 4, 0):
        stage.open(nth)
    stage.shoot("light-tr-new", "Norveç ile Fas arasındaki")
    for _ in range(6):
        window.commands.next()
        window.commands.accept()
    window.commands.next()
    window.commands.reject()
    stage.shoot("light-tr", "Norveç ile Fas arasındaki", "Kabul et")
    for tab in ("entities", "events", "quotes", "notes"):
        window.review.show_tab(tab)
        stage.shoot(f"tab-{tab}")
    window.review.show_tab("suggestions")
    events = [e for e in bench.state.events.values() if len(e.arguments) > 1]
    chosen = min(events, key=lambda e: e.trigger.start)
    bench.select(chosen.id)
    stage.shoot("event-selected", "Kabul et")
    window.review.show_tab("events")
    stage.shoot("event-card", "Kabul et")
    window.review.show_tab("suggestions")
    mention = next(m for m in bench.state.mentions.values() if m.span.of(bench.text) == "Fas")
    dated = next(m for m in bench.state.mentions.values() if m.label == "DATE")
    bench.select(mention.id)
    place = window.article.rect_of(mention.span).center()
    window.menus.over_text(window.article.viewport().mapToGlobal(place))
    stage.shoot("context-menu")
    for action, words in ASKED.items():
        bench.select(dated.id if action == "mark.value" else mention.id)
        stage.do(action)
        if action == "help.tour":
            stage.wait(lambda: dateline.tours.tour is not None)
        stage.shoot(action.replace(".", "-"), *words)
        if dateline.tours.tour is not None:
            dateline.tours.tour.end()
    bench.select(chosen.id)
    stage.do("mark.label")
    stage.shoot("event-type", "Görüşme")
    stage.do("edit.find")
    window.findbar._line.setText("Fas")
    stage.shoot("find-bar")
    paste = PasteDialog(bench.text, "tr", window)
    paste.open()
    stage.shoot("paste", "Norveç")
    for name, mode in (("dark", Mode.DARK), ("contrast", Mode.CONTRAST)):
        dateline.set_theme(mode)
        stage.shoot(f"{name}-tr", "Norveç ile Fas arasındaki")
        window.review.show_tab("events")
        stage.shoot(f"{name}-event-card", "Kabul et")
        window.review.show_tab("suggestions")
        for action in ("mark.everywhere", "view.registry", "codebook.edit", "view.palette", "help.keys", "mark.label"):
            bench.select(mention.id)
            stage.do(action)
            stage.shoot(f"{name}-{action.replace('.', '-')}")
    dateline.set_theme(Mode.LIGHT)
    dateline.set_language("en")
    stage.wait(least=500)  # the tool bar takes its time
    stage.shoot("light-en", "Accept", "Suggestions")
    for action in ("mark.everywhere", "view.registry", "codebook.edit", "view.palette", "help.keys"):
        bench.select(mention.id)
        stage.do(action)
        stage.shoot(f"en-{action.replace('.', '-')}")
    dateline.set_language("tr")
    _long_article(stage)
    stage.shoot("long-article", "Uzun haber")
    window.article.moveCursor(window.article.textCursor().MoveOperation.End)
    stage.shoot("long-article-end", "Uzun haber")
    stage.do("article.remove")
    stage.shoot("trash-banner", "çöp")


ASKED: Mapping[str, tuple[str, ...]] = {
    "mark.label": ("Kişi",),
    "mark.everywhere": ("Fas",),
    "mark.link": ("Fas",),
    "mark.value": (),
    "review.accept_like": (),
    "edit.history": (),
    "suggest.source": ("spaCy",),
    "codebook.edit": ("Kişi",),
    "project.new": (),
    "view.registry": ("Norveç",),
    "view.palette": ("Excel",),
    "help.keys": ("Kabul et",),
    "help.rebind": ("Kabul et",),
    "help.tour": (),
    "help.about": ("Dateline",),
}
"""The actions that ask something, and words that must then be there to be read."""


def _long_article(stage: Stage) -> None:
    from dateline.core.article import Draft

    project = stage.dateline.projects.project
    assert project is not None
    texts = [project.article(a.id).text.content for a in project.articles() if a.language == "tr"]
    paragraphs = [p for text in texts for p in text.split("\n\n")]
    text = "\n\n".join(f"{p} ({number}. tur)" for number in range(12) for p in paragraphs)
    stage.dateline.imports.add_draft(Draft(text, title="Uzun haber"))
    stage.wait(lambda: stage.dateline.workbench.text.startswith(text[:80]))
    stage.wait(stage.idle)


def double(stage: Stage) -> None:
    """What is largest, drawn twice as large on a screen that holds 1280 × 800 of it."""
    assert stage.dateline.projects.open_sample()
    stage.wait(stage.idle)
    stage.open(0)
    bench = stage.dateline.workbench
    mention = next(m for m in bench.state.mentions.values() if m.span.of(bench.text) == "Fas")
    bench.select(mention.id)
    stage.shoot("double-tr", "Norveç ile Fas arasındaki")
    bench.select(next(iter(bench.state.events)))
    stage.window.review.show_tab("events")
    stage.shoot("double-event-card", "Kabul et")
    stage.window.review.show_tab("suggestions")
    for action, words in ASKED.items():
        if action in ("mark.value", "help.tour"):
            continue
        bench.select(mention.id)
        stage.do(action)
        stage.shoot(f"double-{action.replace('.', '-')}", *words)


def _run(folder: Path, kind: str, home: Path) -> None:
    import guards

    guards.move_home(home)
    stage = Stage(folder)
    try:
        {"plain": plain, "double": double}[kind](stage)
    finally:
        stage.window.close()
        stage.dateline.shut_down()
        for left in folder.glob("*.dateline*"):
            left.unlink()
        (folder / "preferences.ini").unlink(missing_ok=True)


if __name__ == "__main__":
    if len(sys.argv) == 4:
        _run(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
    else:
        named = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DATELINE_SCREENSHOTS")
        target = Path(named) if named else Path(tempfile.mkdtemp(prefix="dateline-screenshots-"))
        print(f"{len(take_all(target.absolute()))} pictures in {target.absolute()}")
