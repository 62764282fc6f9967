"""Learns the three scorers from annotated articles: `python -m dateline.suggest.events.train FOLDER`.

FOLDER holds articles in the gold form (one JSON file each); the models are written to the lexicons folder as plain
JSON. With `--folds 5` no model is written: every fifth of the articles is judged by what the others taught, and with
`--calibrate` what the scores proved to be worth is written beside the models. The seed is fixed: the same folder gives
the same files.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from dateline.core import assets
from dateline.suggest.events.calibration import SHOWN_ERROR, error, isotonic, reliability, trusted
from dateline.suggest.events.judging import cross_validate
from dateline.suggest.events.material import Article, learn, read


def _judge(language: str, articles: Sequence[Article], folds: int, calibration: Path | None) -> None:
    judgement = cross_validate(articles, folds)
    for name, m in (("annotators' mentions", judgement.marked), ("own mentions", judgement.found)):
        print(
            f"{language}, {name}: events P {m.events.precision:.3f} R {m.events.recall:.3f} F1 {m.events.f1:.3f}, "
            f"arguments P {m.arguments.precision:.3f} R {m.arguments.recall:.3f} F1 {m.arguments.f1:.3f}, "
            f"modality {m.modality.value or 0:.3f}, when {m.when.value or 0:.3f}, work left {m.work_left or 0:.3f}"
        )
        print("   " + ", ".join(f"{role} {tally.f1:.3f}" for role, tally in sorted(m.roles.items())))
    rows = reliability(judgement.folds)
    print(f"\n| {language}: shown score | events | mean of shown | share right |\n|---|---|---|---|")
    for row in rows:
        print(f"| {row.low:.1f} to {row.high:.1f} | {row.count} | {row.said:.2f} | {row.true:.2f} |")
    print(f"\nmean distance {error(rows):.3f}, scores are {'shown' if error(rows) <= SHOWN_ERROR else 'not shown'}\n")
    if calibration is not None:
        steps = trusted(isotonic([j for fold in judgement.folds for j in fold]), rows).steps
        known = json.loads(calibration.read_text(encoding="utf-8")) if calibration.is_file() else {}
        calibration.write_text(json.dumps(known | {language: steps}) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes `events.tr.json` and `events.en.json`, or says how well they would do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=None, help="where to write (default: the lexicons folder)")
    parser.add_argument("--folds", type=int, default=0, help="judge by cross-validation over articles instead")
    parser.add_argument("--language", choices=("tr", "en"), action="append", help="one of the languages only")
    parser.add_argument("--calibrate", action="store_true", help="with --folds: write what scores are worth")
    options = parser.parse_args(arguments)
    out = options.out or assets.path("lexicons")
    for language in options.language or ("tr", "en"):
        articles = read(options.folder, language)
        if options.folds:
            _judge(language, articles, options.folds, out / "events.calibration.json" if options.calibrate else None)
            continue
        models = {task: model.to_json() for task, model in learn(articles).items()}
        target = out / f"events.{language}.json"
        target.write_text(json.dumps(models, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"{language}: {len(articles)} articles, {target} {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
