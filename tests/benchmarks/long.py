"""How quick the window is where there is much: an article of 100,000 words and 13,000 mentions, 100,000 articles.

    .venv/bin/python tests/benchmarks/long.py                 all figures, about a minute
    .venv/bin/python tests/benchmarks/long.py text            only the long article ("list": only the long list)
    .venv/bin/python tests/benchmarks/long.py text profile    and where the time goes
    .venv/bin/python tests/benchmarks/long.py cpu             only what the processor spends, on a busy machine

Each figure stands beside what it must not exceed; the exit code is 1 where one does.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, cycle
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "desktop")]

from material import article, write  # noqa: E402
from measure import memory_mb  # noqa: E402

WORDS, MENTIONS, EVENTS, ARTICLES = 100_000, 13_000, 2_000, 100_000
Row = tuple[str, float, str, float]
"""What was measured, the figure, its unit, the most it may be."""


def times_ms(work: Callable[[], object], runs: int) -> list[float]:
    """The times of several runs, sorted, in milliseconds."""
    clock = time.thread_time if "cpu" in sys.argv else time.perf_counter
    times = []
    for _ in range(runs):
        start = clock()
        work()
        times.append((clock() - start) * 1000)
    return sorted(times)


def late(times: list[float]) -> float:
    """The time that 95 of 100 runs do not exceed."""
    return times[min(int(len(times) * 0.95), len(times) - 1)]


def long_article() -> tuple[Any, Any]:
    """The article and its suggestions: mentions, and events in which some of them take part."""
    from dateline.core.annotation import Argument, Event, Mention, Origin, Status
    from dateline.core.ids import new_id
    from dateline.core.spans import Span
    from dateline.core.suggestion import Suggestions
    from dateline.core.text import FrozenText, digest

    made, _ = article()
    parts, origin = 100, Origin("rule", "reason.analyst")
    scores = Random(1)
    text, edits, events = "", [], []
    for number in range(parts):
        part, found = write(WORDS // parts, MENTIONS // parts, number)
        mentions = [
            Mention(
                new_id(),
                Span(len(text) + s, len(text) + e),
                label,
                Status.SUGGESTED,
                replace(origin, score=scores.random()),
                part[s:e],
            )
            for s, e, label in found
        ]
        at = 0
        for nth in range(EVENTS // parts):
            at = part.index("bildiri" if nth % 2 else "bekleniyor", at) if nth < 3 else part.index(" ", at + 40) + 1
            trigger = Span(len(text) + at, len(text) + at + 5)
            arguments = tuple(Argument("actor", m.id) for m in mentions[nth * 3 : nth * 3 + 2])
            events.append(Event(new_id(), "CONSULT", trigger, Status.SUGGESTED, origin, arguments=arguments))
        edits += mentions
        text += part + "\n\n"
    return replace(made, text=FrozenText(text)), Suggestions(digest(text), tuple(edits), tuple(events))


def text(running: Any, app: Any, folder: Path) -> Iterator[Row]:
    """The long article in the window."""
    from PySide6.QtCore import QCoreApplication

    from dateline.services.session import ReviewSession

    running.projects.create(folder / "long.dateline")
    project = running.projects.project
    short, step = article(1)
    project.add_article(short)
    ReviewSession(project, short.id, "benchmark").decide(step)
    made, suggestions = long_article()
    project.add_article(made)
    ReviewSession(project, made.id, "benchmark").adopt(suggestions)
    view, act = running.window.article, running.window.actions_

    def settle() -> None:
        QCoreApplication.processEvents()

    def open_it() -> None:
        running.articles.open(made.id)
        settle()
        view.viewport().repaint()

    opened = []
    for _ in range(3):
        running.articles.open(short.id)
        settle()
        opened.append(times_ms(open_it, 1)[0])
    yield "open to painted", statistics.median(opened), "ms", 500

    def next_() -> None:
        act["review.next"].trigger()
        settle()

    moved = times_ms(next_, 101)
    yield "next suggestion, median", statistics.median(moved), "ms", 16
    yield "next suggestion, of 95 %", late(moved), "ms", 33
    decided = times_ms(lambda: (act["review.accept"].trigger(), settle()), 101)
    yield "accept to repaint, median", statistics.median(decided), "ms", 16
    yield "accept to repaint, of 95 %", late(decided), "ms", 33
    bar = view.verticalScrollBar()

    def scroll() -> None:
        bar.setValue(bar.value() + bar.pageStep())
        view.viewport().repaint()

    scrolled = times_ms(scroll, 101)
    yield "scroll a page, median", statistics.median(scrolled), "ms", 16
    yield "scroll a page, of 95 %", late(scrolled), "ms", 33
    running.window.review.show_tab("events")
    settle()
    events = times_ms(lambda: (act["review.next_event"].trigger(), settle()), 51)
    yield "next event with its card, median", statistics.median(events), "ms", 33
    for tab in ("entities", "events"):
        running.window.review.show_tab(tab)
        settle()
        decided = times_ms(lambda: (act["review.accept"].trigger(), settle()), 31)
        yield f"accept with the {tab} shown, median", statistics.median(decided), "ms", 33
    running.window.review.show_tab("suggestions")
    settle()

    def reorder() -> None:
        running.workbench.set_order("certainty")
        settle()

    yield "least certain first", times_ms(reorder, 1)[0], "ms", 500
    moved = times_ms(next_, 101)
    yield "next, least certain first, median", statistics.median(moved), "ms", 16
    decided = times_ms(lambda: (act["review.accept"].trigger(), settle()), 101)
    yield "accept, least certain first, median", statistics.median(decided), "ms", 16
    yield "memory", memory_mb(), "MB", 600


def fill(path: Path) -> None:
    """Copies the one article of a project until there are `ARTICLES` with texts of their own, below the application."""
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    chance = random.Random(1)
    words = database.execute("select text from article").fetchone()["text"].split()
    statuses = ("new", "suggested", "in_review", "done", "done", "flagged")

    def copies(table: str, changed: Callable[[str, str], dict[str, Any]]) -> None:
        row = dict(database.execute(f"select * from {table}").fetchone())
        names = list(row)
        places = ",".join("?" * len(names))
        stem = row["id"][:-6]
        rows = (row | {"id": f"{stem}{n:06}"} | changed(f"{n:06}", stem) for n in range(1, ARTICLES))
        command = f"insert into {table} ({','.join(names)}) values ({places})"
        database.executemany(command, (tuple(row[name] for name in names) for row in rows))

    def article_(number: str, _stem: str) -> dict[str, Any]:
        chance.shuffle(words)
        return {
            "title": f"Deneme haberi {int(number)} {' '.join(words[:6])}",
            "text": f"{number} {' '.join(words)}",
            "sha256": number.rjust(64, "0"),
            "published": f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}",
        }

    article_id = database.execute("select id from article").fetchone()["id"]

    def layer(number: str, _stem: str) -> dict[str, Any]:
        return {
            "article_id": f"{article_id[:-6]}{number}",
            "status": chance.choice(statuses),
            "open_count": chance.randrange(60),
        }

    copies("article", article_)
    copies("layer", layer)
    database.commit()
    database.close()


def list_(running: Any, app: Any, folder: Path) -> Iterator[Row]:
    """The long list of articles."""
    from PySide6.QtCore import QCoreApplication

    from dateline.gui.library.kinds import Only, Order

    path = folder / "list.dateline"
    running.projects.create(path)
    running.projects.project.add_article(article()[0])
    running.projects.create(folder / "other.dateline")
    before = memory_mb()
    fill(path)
    library = running.window.library

    def open_it() -> None:
        running.projects.open(path)
        QCoreApplication.processEvents()
        library._list.viewport().repaint()

    yield "open a project of 100,000 articles", times_ms(open_it, 1)[0], "ms", 500
    start, pauses = time.perf_counter(), []
    while library.model.loading:
        pauses += times_ms(QCoreApplication.processEvents, 1)
    yield "the longest pause till the list is whole", max(pauses), "ms", 100
    yield "the list is whole after", (time.perf_counter() - start) * 1000, "ms", 5000
    running.projects.project.remember("window.article", f"{library.model.shown[70_000].id}")
    running.projects.open(folder / "other.dateline")

    yield "open it at its 70,000th article", times_ms(open_it, 1)[0], "ms", 500
    while library.model.loading:
        QCoreApplication.processEvents()
    kinds = cycle(Only)

    def choose() -> None:
        library.show_only(next(kinds))
        QCoreApplication.processEvents()

    chosen = times_ms(choose, 40)
    yield "another kind of articles, median", statistics.median(chosen), "ms", 50
    yield "another kind of articles, of 95 %", late(chosen), "ms", 100
    library.show_only(Only.ALL)
    box = library._filter
    words = count()

    def type_on() -> None:
        box.setText("deneme haberi 1234567"[: next(words) % 21 + 1])
        QCoreApplication.processEvents()

    typed = times_ms(type_on, 42)
    yield "a letter in the filter, median", statistics.median(typed), "ms", 50
    yield "a letter in the filter, of 95 %", late(typed), "ms", 100
    box.clear()
    for order in Order:
        sorted_ = times_ms(lambda order=order: (library.model.sort_by(order), QCoreApplication.processEvents()), 1)
        yield f"order: {order.name.lower()}", sorted_[0], "ms", 500
    yield "memory of the list", memory_mb() - before, "MB", 200
    yield "memory", memory_mb(), "MB", 600


def main(wanted: list[str]) -> int:
    """Prints the table."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from dateline.bootstrap import adapters
    from dateline.gui.app import Dateline, application
    from dateline.gui.preferences import Preferences

    slow = False
    for name, part in (("text", text), ("list", list_)):
        if any(word in ("text", "list") for word in wanted) and name not in wanted:
            continue
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
            app = application([])
            running = Dateline(app, adapters(), Preferences(Path(temporary) / "settings.ini"))
            running.window.resize(1300, 850)
            running.window.show()
            app.processEvents()
            rows = part(running, app, Path(temporary))
            while True:
                profile = cProfile.Profile()
                if "profile" in wanted:
                    profile.enable()
                row = next(rows, None)
                profile.disable()
                if row is None:
                    break
                what, figure, unit, limit = row
                slow = slow or figure > limit
                print(
                    f"{what:<40}{figure:>10,.1f} {unit:<3} of {limit:>5,}{'  TOO SLOW' if figure > limit else ''}",
                    flush=True,
                )
                if "profile" in wanted:
                    pstats.Stats(profile).sort_stats("tottime").print_stats(14)
            running.window.close()
            running.shut_down()
    return int(slow)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
