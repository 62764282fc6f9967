"""Prints how fast Dateline is on this machine, each figure beside what the plain library takes for the same data.

    .venv/bin/python tests/benchmarks/run.py            all figures, about half a minute
    .venv/bin/python tests/benchmarks/run.py window     only those whose name holds a word

Without a screen the window is painted into memory (Qt's "offscreen"). Every figure is the median of several runs.
"""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from material import PUBLISHED, article, write
from measure import middle_ms

HERE = Path(__file__).resolve().parent
Row = tuple[str, float, str, float | None, str]
"""What was measured, the figure, its unit, the plain library's figure (None: nothing to set beside it), which one."""


def window(folder: Path) -> Iterator[Row]:
    """Starts of the window, in processes of their own."""
    runs = {kind: [_start(kind, folder) for _ in range(3)] for kind in ("plain", "dateline")}

    def middle(kind: str, name: str) -> float:
        return sorted(run[name] for run in runs[kind])[1]

    yield (
        "process start to usable window",
        middle("dateline", "shown_ms"),
        "ms",
        middle("plain", "shown_ms"),
        "plain Qt",
    )
    yield "open an article (350 words, 40 mentions)", middle("dateline", "open_ms"), "ms", None, ""
    yield "accept one mention, to repaint and on disk", middle("dateline", "accept_ms"), "ms", None, ""
    yield "memory with an article open", middle("dateline", "rest_mb"), "MB", middle("plain", "rest_mb"), "plain Qt"
    if all("suggester_mb" in run for run in runs["dateline"]):
        yield "memory after suggestions", middle("dateline", "suggester_mb"), "MB", None, ""


def _start(kind: str, folder: Path) -> dict[str, float]:
    variables = os.environ | {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        variables["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, str(HERE / "window.py"), kind, str(time.time())]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"exit {done.returncode}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def core(folder: Path) -> Iterator[Row]:
    """Decisions on values, without a window or a file."""
    from dateline.core import decisions
    from dateline.core.annotation import Status
    from dateline.core.review import ReviewState, apply

    made, step = article()
    text = made.text.content
    state = apply(ReviewState(), step).state
    first = next(iter(state.mentions))
    accept = middle_ms(lambda: apply(state, decisions.set_status(state, [first], Status.ACCEPTED, text)), 200)
    yield "core: adopt 40 mentions", middle_ms(lambda: apply(ReviewState(), step), 200), "ms", None, ""
    yield "core: accept one of 40", accept, "ms", None, ""


def suggest(folder: Path) -> Iterator[Row]:
    """Suggestions for one article: the first (with everything that is loaded for it) and those that follow."""
    from dateline.bootstrap import adapters
    from dateline.core.suggestion import Request

    text, _ = write(350, 40)
    request = Request(text, "tr", PUBLISHED)
    start = time.perf_counter()
    suggester = adapters().suggester()
    suggester.suggest(request)
    first = (time.perf_counter() - start) * 1000

    import spacy

    start = time.perf_counter()
    blank = spacy.blank("tr")
    blank.add_pipe("sentencizer")
    blank(text)
    blank_first = (time.perf_counter() - start) * 1000
    yield "suggestions, the first article (350 words)", first, "ms", blank_first, "blank spaCy, imported"
    yield (
        "suggestions, a later article (350 words)",
        middle_ms(lambda: suggester.suggest(request), 11),
        "ms",
        middle_ms(lambda: blank(text), 11),
        "blank spaCy",
    )
    long, _ = write(10_000, 1_000)
    request = Request(long, "tr", PUBLISHED)
    yield (
        "suggestions, 10,000 words",
        middle_ms(lambda: suggester.suggest(request), 3),
        "ms",
        middle_ms(lambda: blank(long), 3),
        "blank spaCy",
    )


def save(folder: Path) -> Iterator[Row]:
    """One step on disk, beside one row of the same bytes in plain SQLite with the same care."""
    from dateline.bootstrap import adapters
    from dateline.core import decisions
    from dateline.core.annotation import Status
    from dateline.core.codebook import bundled
    from dateline.services.session import ReviewSession

    project = adapters().store().create(folder / "save.dateline", "Benchmark", bundled(), "benchmark")
    made, step = article()
    project.add_article(made)
    session = ReviewSession(project, made.id, "benchmark")
    session.decide(step)
    ids = iter(list(session.state.mentions))

    def accept() -> None:
        session.decide(decisions.set_status(session.state, [next(ids)], Status.ACCEPTED, session.text))

    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.execute("pragma journal_mode=wal")
    plain.execute("pragma synchronous=full")
    plain.execute("create table log (id integer primary key, entry text)")

    def insert() -> None:
        plain.execute("begin immediate")
        plain.execute("insert into log (entry) values (?)", ("x" * 600,))
        plain.execute("commit")

    yield "save one step", middle_ms(accept, 31), "ms", middle_ms(insert, 31), "plain SQLite"
    opened = middle_ms(lambda: ReviewSession(project, made.id, "benchmark"), 21)
    yield "load an article with its log", opened, "ms", None, ""
    plain.close()
    project.close()


def export(folder: Path) -> Iterator[Row]:
    """10,000 mentions in 250 articles to a workbook, beside plain openpyxl with as many rows and columns."""
    from openpyxl import Workbook, load_workbook

    from dateline.bootstrap import adapters
    from dateline.core.codebook import bundled
    from dateline.services.session import ReviewSession

    project = adapters().store().create(folder / "export.dateline", "Benchmark", bundled(), "benchmark")
    for number in range(250):
        made, step = article(number)
        project.add_article(made)
        ReviewSession(project, made.id, "benchmark").decide(step)
    exporter = next(e for e in adapters().exporters() if e.suffix == ".xlsx")
    target = folder / "export.xlsx"
    start = time.perf_counter()
    report = exporter.export(project, target, "tr")
    ours = time.perf_counter() - start
    project.close()

    written = load_workbook(target, read_only=True)
    sheets = [[tuple(cell for cell in row) for row in sheet.iter_rows(values_only=True)] for sheet in written]
    written.close()
    start = time.perf_counter()
    book = Workbook(write_only=True)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(folder / "plain.xlsx")
    plain = time.perf_counter() - start
    rows_written = sum(report.rows.values())
    yield f"export 10,000 mentions ({rows_written:,} rows)", ours * 1000, "ms", plain * 1000, "plain openpyxl"


def _short(figure: float) -> str:
    """Three figures are enough; a tenth of a millisecond is worth telling, not that of a second."""
    return f"{figure:>9,.{0 if figure >= 100 else 1 if figure >= 10 else 2}f}"


PARTS: tuple[Callable[[Path], Iterator[Row]], ...] = (window, core, suggest, save, export)


def main(wanted: list[str]) -> int:
    """Prints the table; a part that cannot be measured says why and makes the exit code 1."""
    print(f"Python {platform.python_version()}, {platform.platform()}, {os.cpu_count()} processors")
    failed = False
    for part in PARTS:
        if wanted and part.__name__ not in wanted:
            continue
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            try:
                for what, figure, unit, plain, which in part(Path(folder)):
                    beside = f"{_short(plain)} {unit}  {which}" if plain is not None else ""
                    print(f"{what:<46}{_short(figure)} {unit}  {beside}".rstrip(), flush=True)
            except Exception as error:
                failed = True
                print(f"{part.__name__:<46}        – {type(error).__name__}: {error}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
