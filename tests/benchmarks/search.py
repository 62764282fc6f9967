"""How the search of the project goes over 100,000 articles of 350 words, and whether the window stays quick meanwhile.

    .venv/bin/python tests/benchmarks/search.py           about two minutes, and half a gigabyte of disk

For words that are rare, that stand in nearly every article, and for a pattern: the time to the first hit in the list
and to the end, the longest time in which the window did not look at its events, and the memory of the window's process
and of the one that searches. Each figure stands beside what it must not exceed; the exit code is 1 where one does.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "desktop")]

from material import article, write  # noqa: E402
from measure import memory_mb  # noqa: E402

ARTICLES, TEXTS, WORDS, RARE = 100_000, 2_000, 350, 2_700
"""Every article begins with a sentence of its own; every 2,700th has rare words at its end."""


def fill(path: Path) -> None:
    """Writes the articles below the application, from the one that is there."""
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    row = dict(database.execute("select * from article").fetchone())
    names = list(row)
    texts = [write(WORDS, 40, number)[0] for number in range(TEXTS)]

    def copies() -> Iterator[tuple[Any, ...]]:
        for number in range(1, ARTICLES):
            text = f"{number} numaralı haber, {number * 7919 % 81} bölgede okundu. {texts[number % TEXTS]}"
            if number % RARE == 0:
                text += " Ağacın gölgesinde Çankırı ve ÇANKIRI."
            copy = row | {"id": f"{row['id'][:-6]}{number:06}", "title": f"Deneme haberi {number}", "text": text}
            copy["sha256"] = f"{number:064x}"
            yield tuple(copy[name] for name in names)

    places = ",".join("?" * len(names))
    database.executemany(f"insert into article ({','.join(names)}) values ({places})", copies())
    database.commit()
    database.close()


def measured(running: Any, app: Any, words: str, pattern: bool) -> tuple[float, float, float, str]:
    """Seconds to the first hit and to the end, the longest pause in milliseconds, and what the panel counts."""
    from PySide6.QtCore import QEventLoop, QTimer

    panel, worker = running.window.search, running.searches.worker
    loop, beats, first = QEventLoop(), [time.perf_counter()], []
    beat = QTimer()
    beat.setInterval(1)
    beat.timeout.connect(lambda: beats.append(time.perf_counter()))
    panel.model.rowsInserted.connect(lambda *_: first.append(time.perf_counter()))
    panel.options.pattern.setChecked(pattern)
    panel.line.setText(words)
    worker.busy_changed.connect(lambda busy: loop.quit() if not busy else None)
    start = time.perf_counter()
    beat.start()
    panel.ask()
    while worker.busy:
        loop.exec()
    app.processEvents()
    end = time.perf_counter()
    beat.stop()
    pauses = [(b - a) * 1000 for a, b in pairwise(beats)]
    return (first[0] if first else end) - start, end - start, max(pauses, default=0.0), panel.count.text()


def main() -> int:
    """Prints the table."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtTest import QTest

    from dateline.bootstrap import adapters
    from dateline.gui.app import Dateline, application
    from dateline.gui.preferences import Preferences

    slow = False
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        app = application([])
        running = Dateline(app, adapters(), Preferences(folder / "settings.ini"))
        running.window.resize(1300, 850)
        running.window.show()
        running.projects.create(folder / "search.dateline")
        running.projects.project.add_article(article()[0])
        running.projects.create(folder / "other.dateline")
        fill(folder / "search.dateline")
        running.projects.open(folder / "search.dateline")
        QTest.qWait(3000)
        running.window.actions_["edit.search"].trigger()
        QTest.qWait(1000)
        before = memory_mb()
        for words, pattern in (("cankiri", False), ("karaova", False), (r"\d+ bölge\w+", True), ("a", False)):
            first, end, pause, said = measured(running, app, words, pattern)
            print(f"{words}: {said}", flush=True)
            for what, figure, unit, limit in (
                ("  first hit", first * 1000, "ms", 1500 if words == "cankiri" else 500),
                ("  all articles", end, "s", 60),
                ("  longest pause of the window", pause, "ms", 100),
            ):
                slow = slow or figure > limit
                print(f"{what:<40}{figure:>10,.1f} {unit:<3} of {limit:>5,}{'  TOO SLOW' if figure > limit else ''}")
        process = running.searches.matcher._process
        print(f"{'memory of the window, more by':<40}{memory_mb() - before:>10,.1f} MB, to {memory_mb():,.0f} MB")
        if process is not None:
            print(f"{'memory of the process that searches':<40}{memory_mb(process.pid):>10,.1f} MB")
        running.window.close()
        running.shut_down()
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
