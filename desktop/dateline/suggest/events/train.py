"""Learns the three scorers from annotated articles: `python -m dateline.suggest.events.train FOLDER`.

FOLDER holds articles in the gold form (one JSON file each); the models are written to the lexicons folder as plain
JSON. With `--folds 5` nothing is written: every fifth of the articles is judged by what the others taught. The seed is
fixed: the same folder gives the same file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from dateline.core import assets
from dateline.suggest.events.judging import cross_validate
from dateline.suggest.events.material import learn, read


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes `events.tr.json` and `events.en.json`, or says how well they would do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=None, help="where to write (default: the lexicons folder)")
    parser.add_argument("--folds", type=int, default=0, help="judge by cross-validation over articles instead")
    parser.add_argument("--language", choices=("tr", "en"), action="append", help="one of the languages only")
    options = parser.parse_args(arguments)
    out = options.out or assets.path("lexicons")
    for language in options.language or ("tr", "en"):
        articles = read(options.folder, language)
        if options.folds:
            for name, m in zip(("marked", "found"), cross_validate(articles, options.folds), strict=True):
                print(
                    f"{language} {name}: events {m.events.precision:.3f} {m.events.recall:.3f} {m.events.f1:.4f}, "
                    f"arguments {m.arguments.precision:.3f} {m.arguments.recall:.3f} {m.arguments.f1:.4f}, "
                    f"modality {m.modality.value or 0:.4f}, when {m.when.value or 0:.4f}, work {m.work_left:.4f}"
                )
                print("   " + "  ".join(f"{r} {t.f1:.3f}" for r, t in sorted(m.roles.items())))
            continue
        models = {task: model.to_json() for task, model in learn(articles).items()}
        target = out / f"events.{language}.json"
        target.write_text(json.dumps(models, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"{language}: {len(articles)} articles, {target} {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
