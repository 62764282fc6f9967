"""Learns the three scorers from annotated articles: `python -m dateline.suggest.events.train FOLDER`.

FOLDER holds articles in the gold form (one JSON file each); the models are written to the lexicons folder as plain
JSON. With `--folds 5` nothing is written: every fifth of the articles is judged by what the others taught. The seed is
fixed: the same folder gives the same file.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from dateline.core import assets
from dateline.suggest.analysis import Analysis, Found
from dateline.suggest.events import modality, roles, triggers
from dateline.suggest.events.lexicon import Candidate, lexicon
from dateline.suggest.events.linear import Linear
from dateline.suggest.events.view import View, view_of
from dateline.suggest.pipeline import build

Example = tuple[list[str], str]
"""Features, label."""

_SEED = 20
_ROUNDS = {"trigger": 12, "role": 10, "modality": 14}
_RATE = 0.2
_L2 = {"trigger": 1e-4, "role": 6e-5, "modality": 2e-5}


def fit(examples: Sequence[Example], labels: Sequence[str], task: str, smallest: float = 0.06) -> Linear:
    """A multinomial logistic model by AdaGrad; weights below `smallest` are left out of it."""
    ids: dict[str, int] = {}
    count: dict[str, int] = {}
    for features, _ in examples:
        for feature in features:
            count[feature] = count.get(feature, 0) + 1
    for feature, times in count.items():
        if times > 1:
            ids[feature] = len(ids)
    rows = [np.array([ids[f] for f in set(features) if f in ids], dtype=np.int64) for features, _ in examples]
    for row in rows:
        row.sort()
    place = {label: i for i, label in enumerate(labels)}
    weights = np.zeros((len(ids), len(labels)))
    squares = np.full((len(ids), len(labels)), 1.0)
    mean = np.zeros_like(weights)
    order = list(range(len(rows)))
    shuffle = random.Random(_SEED)
    rounds, l2 = _ROUNDS[task], _L2[task]
    for turn in range(rounds):
        shuffle.shuffle(order)
        for k in order:
            row = rows[k]
            scores = weights[row].sum(axis=0)
            scores -= scores.max()
            shares = np.exp(scores)
            shares /= shares.sum()
            shares[place[examples[k][1]]] -= 1.0
            gradient = shares + l2 * len(rows) * weights[row] / 50
            squares[row] += gradient**2
            weights[row] -= _RATE * gradient / np.sqrt(squares[row])
        if turn >= rounds // 2:
            mean += weights
    mean /= rounds - rounds // 2
    table = {
        feature: {i: float(w) for i, w in enumerate(mean[at]) if abs(w) >= smallest} for feature, at in ids.items()
    }
    return Linear(labels, {feature: row for feature, row in table.items() if row})


class Article:
    """One annotated article, read once: its view, its candidates and what the annotators said."""

    def __init__(self, gold: dict[str, Any], nlp: Any) -> None:
        self.gold = gold
        doc = nlp.make_doc(gold["text"])
        published = date.fromisoformat(gold["published"]) if gold.get("published") else None
        doc._.analysis = Analysis(gold["language"], published)
        for _, component in nlp.pipeline:
            doc = component(doc)
        self.entity = {
            e["id"]: Found(e["start"], e["end"], e["label"], "analyst", "", value=e.get("value"), name=e["text"])
            for e in gold["entities"]
        }
        doc._.analysis.mentions = list(self.entity.values())
        self.doc = doc
        self.view: View = view_of(doc)
        self.candidates: list[Candidate] = lexicon(self.view.language).candidates(self.view)
        self.story = triggers.Story(self.view, self.candidates)

    def event_at(self, candidate: Candidate) -> dict[str, Any] | None:
        word = self.view.words[candidate.index]
        found = [
            e for e in self.gold["events"] if e["trigger"]["start"] < word.end and word.start < e["trigger"]["end"]
        ]
        found.sort(key=lambda e: bool(e.get("optional")))
        return found[0] if found else None


def examples(articles: Iterable[Article]) -> dict[str, list[Example]]:
    """What the articles teach about triggers, roles and modality."""
    out: dict[str, list[Example]] = {"trigger": [], "role": [], "modality": []}
    for article in articles:
        events = [(c, article.event_at(c)) for c in article.candidates]
        named = {c.index: e["type"] for c, e in events if e}
        for candidate, event in events:
            features = triggers.features(article.story, candidate)
            if event is None:
                out["trigger"].append((features, triggers.NONE))
                continue
            if event.get("optional"):
                continue  # neither finding nor missing it counts, so it teaches nothing
            out["trigger"].append((features, event["type"]))
            kind, mode = event["type"], event.get("modality", "asserted")
            out["modality"].append((modality.features(article.view, candidate, kind), mode))
            parts: dict[int, str] = {}
            for argument in event["arguments"]:
                if argument["entity"] in article.entity:
                    parts.setdefault(id(article.entity[argument["entity"]]), argument["role"])
            scene = roles.Scene(article.view, candidate, kind, named)
            for place in scene.row:
                role = parts.get(id(place.found), roles.NONE)
                out["role"].append((scene.features(place), role))
    return out


def learn(articles: Sequence[Article]) -> dict[str, Linear]:
    """The three models."""
    told = examples(articles)
    models = {}
    for task, rows in told.items():
        first = {"trigger": triggers.NONE, "role": roles.NONE, "modality": "asserted"}[task]
        labels = [first, *sorted({label for _, label in rows} - {first})]
        models[task] = fit(rows, labels, task)
    return models


def read(folder: Path, language: str) -> list[Article]:
    """The articles of one language in a folder, in the order of their names."""
    nlp = build(language, ("dateline_blocks",))
    found = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold.get("language") == language and "entities" in gold:
            found.append(Article(gold, nlp))
    return found


def judge(articles: Sequence[Article], folds: int) -> dict[str, float]:
    """The share of triggers, roles and modalities that models taught by the other articles get right."""
    order = list(range(len(articles)))
    random.Random(_SEED).shuffle(order)
    right = {"trigger": 0, "role": 0, "modality": 0}
    asked = dict(right)
    for fold in range(folds):
        held = set(order[fold::folds])
        models = learn([a for i, a in enumerate(articles) if i not in held])
        for task, rows in examples(articles[i] for i in sorted(held)).items():
            for features, label in rows:
                shares = models[task].probabilities(features)
                asked[task] += 1
                right[task] += max(shares, key=lambda k: shares[k]) == label
    return {task: right[task] / max(1, asked[task]) for task in right}


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes `events.tr.json` and `events.en.json`, or says how well they would do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=None, help="where to write (default: the lexicons folder)")
    parser.add_argument("--folds", type=int, default=0, help="judge by cross-validation over articles instead")
    options = parser.parse_args(arguments)
    out = options.out or assets.path("lexicons")
    for language in ("tr", "en"):
        articles = read(options.folder, language)
        if options.folds:
            shares = judge(articles, options.folds)
            print(f"{language}: " + ", ".join(f"{task} {share:.3f}" for task, share in shares.items()))
            continue
        models = {task: model.to_json() for task, model in learn(articles).items()}
        target = out / f"events.{language}.json"
        target.write_text(json.dumps(models, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"{language}: {len(articles)} articles, {target} {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
