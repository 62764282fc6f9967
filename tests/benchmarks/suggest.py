"""Prints how fast suggestions are made on this machine, each figure beside plain spaCy on the same data.

    .venv/bin/python tests/benchmarks/suggest.py              invented articles, about a minute
    .venv/bin/python tests/benchmarks/suggest.py FOLDER       the texts of a folder of annotated articles (JSON)

Load and peak memory are those of processes of their own. "Plain spaCy" is a blank Turkish pipeline with its
sentence splitter: what reading the words alone costs.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from material import write

PUBLISHED = date(2026, 2, 1)
_LOAD = {
    "Dateline": "from dateline.suggest.suggester import SpacySuggester; SpacySuggester().warm_up('tr')",
    "plain spaCy": "import spacy; spacy.blank('tr').add_pipe('sentencizer')",
}
_PEAK = """
import resource, sys
from datetime import date
from pathlib import Path
from dateline.core.suggestion import Request
from dateline.suggest.suggester import SpacySuggester
text = Path(sys.argv[1]).read_text(encoding="utf-8")
SpacySuggester().suggest(Request(text, "tr", date(2026, 2, 1)))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main(folder: Path | None) -> None:
    """Prints the table."""
    texts = _texts(folder)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words} words")
    for name, code in _LOAD.items():
        print(f"load, {name}: {min(_seconds(code) for _ in range(3)):.2f} s")
    _articles(texts, words)
    _jobs(texts, words)
    _long(texts)


def _texts(folder: Path | None) -> list[str]:
    if folder is None:
        return [write(350, 40, number)[0] for number in range(120)]
    forms = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    return [form["text"] for form in forms if form.get("language") == "tr"]


def _seconds(code: str, *words: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *words], check=True, capture_output=True)
    return time.perf_counter() - start


def _articles(texts: list[str], words: int) -> None:
    import spacy

    from dateline.core.suggestion import Request
    from dateline.suggest.suggester import SpacySuggester

    suggester = SpacySuggester()
    suggester.warm_up("tr")
    plain = spacy.blank("tr")
    plain.add_pipe("sentencizer")
    for name, ask in (("Dateline", lambda t: suggester.suggest(Request(t, "tr", PUBLISHED))), ("plain spaCy", plain)):
        best = min(_round(ask, texts) for _ in range(3))
        print(f"{name}: {1000 * best / words * 350:.1f} ms for 350 words, {words / best:,.0f} words/s in one process")


def _round(ask, texts: list[str]) -> float:  # type: ignore[no-untyped-def]
    start = time.perf_counter()
    for text in texts:
        ask(text)
    return time.perf_counter() - start


def _jobs(texts: list[str], words: int) -> None:
    """The command line as a person calls it, its start taken off."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "in"
        folder.mkdir()
        copies = max(1, 40_000 // words)
        for number, text in enumerate(texts * copies):
            (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
        for jobs in ("1", "2"):
            call = "import sys; from dateline.bootstrap import run_command_line as r; r(sys.argv[1:])"
            out = str(Path(place) / f"out{jobs}")
            took = _seconds(call, "suggest", str(folder), "--out", out, "-q", "--jobs", jobs)
            print(f"--jobs {jobs}: {words * copies} words in {took:.1f} s, start included")


def _long(texts: list[str]) -> None:
    long = "\n\n".join(texts)
    while len(long.split()) < 100_000:
        long = f"{long}\n\n{long}"
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "long.txt"
        file.write_text(long, encoding="utf-8")
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", _PEAK, str(file)], check=True, capture_output=True, text=True, encoding="utf-8"
        )
        took = time.perf_counter() - start
    print(f"one text of {len(long.split())} words: {took:.1f} s, peak {float(done.stdout):.0f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
