"""The one door to training: `python -m dateline.suggest.train names DATA` and `… train events FOLDER`.

DATA holds `corpus/` (annotated articles) and `data/` (see resources/models/MODEL.md for what must be there); the
recogniser of names needs python-crfsuite, which Dateline itself does not. Seeds are fixed: the same data give the same
model. Names are judged by cross-validation over articles first: that gives the table of figures and what calibrates.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path

from dateline.suggest.events import train as events
from dateline.suggest.training import calibrate, recipe


def names(arguments: list[str]) -> None:
    """Judges, calibrates and writes the recogniser of names of each language."""
    parser = argparse.ArgumentParser(prog="dateline.suggest.train names")
    parser.add_argument("data", type=Path)
    parser.add_argument("--language", nargs="*", default=["tr", "en"], choices=["tr", "en"])
    parser.add_argument("--folds", type=int, default=2)
    parser.add_argument("--out", type=Path, default=None, help="where to write (default: resources/models)")
    parser.add_argument("--judge-only", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    if importlib.util.find_spec("pycrfsuite") is None:
        sys.exit("Learning names needs python-crfsuite (uv pip install python-crfsuite); Dateline itself does not.")
    for language in options.language:
        data = recipe.material(options.data, language)
        print(f"{language}: {len(data.articles)} articles, {len(data.elsewhere)} sentences from elsewhere", flush=True)
        judgement = recipe.cross_validate(data, options.folds)
        print(judgement.table(), flush=True)
        tables = calibrate.tables(judgement.judged)
        print(calibrate.reliability(judgement.judged), flush=True)
        if not options.judge_only:
            path = recipe.write(data, tables, options.out)
            print(f"{path}: {path.stat().st_size // 1024} kB", flush=True)


def main() -> None:
    """Chooses what is learned."""
    tasks = {"names": names, "events": events.main}
    if len(sys.argv) < 2 or sys.argv[1] not in tasks:
        sys.exit(f"{__doc__}\nWhat is to be learned: {' or '.join(tasks)}?")
    tasks[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    main()
