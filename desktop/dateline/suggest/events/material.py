"""What annotated articles teach about triggers, roles and modality: examples for `learning`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.suggest.analysis import Found, analysis_of
from dateline.suggest.events import modality, roles, triggers
from dateline.suggest.events.learning import Example, fit
from dateline.suggest.events.lexicon import Candidate, lexicon
from dateline.suggest.events.linear import Linear
from dateline.suggest.events.view import View, view_of
from dateline.suggest.pipeline import COMPONENTS, analyse, build

_LEFT_OUT = ("dateline_ner", "dateline_quotes", "dateline_events", "dateline_attribution")
"""Components that do not read the articles for training: the recogniser of names has learnt from the same ones."""
_DEFAULTS = {"trigger": triggers.NONE, "role": roles.NONE, "modality": "asserted"}


class Reading:
    """One text with one set of mentions: what the scorers see of it, and what the annotators said about that."""

    def __init__(self, gold: dict[str, Any], view: View) -> None:
        self.gold, self.view = gold, view
        self.candidates: list[Candidate] = lexicon(view.language).candidates(view)
        self.story = triggers.Story(view, self.candidates)
        self._entities = {e["id"]: e for e in gold["entities"]}

    def event_at(self, candidate: Candidate) -> dict[str, Any] | None:
        """The annotated event that a candidate names, a required one first."""
        word = self.view.words[candidate.index]
        found = [
            e for e in self.gold["events"] if e["trigger"]["start"] < word.end and word.start < e["trigger"]["end"]
        ]
        found.sort(key=lambda e: bool(e.get("optional")))
        return found[0] if found else None

    def role_of(self, event: dict[str, Any], found: Found) -> str:
        """The role that annotators gave a mention in an event, `roles.NONE` for none."""
        for argument in event["arguments"]:
            entity = self._entities.get(argument["entity"])
            if entity and found.label == entity["label"] and found.overlaps(entity["start"], entity["end"]):
                return str(argument["role"])
        return roles.NONE

    def examples(self) -> dict[str, list[Example]]:
        """What the text teaches about triggers, roles and modality."""
        out: dict[str, list[Example]] = {"trigger": [], "role": [], "modality": []}
        events = [(c, self.event_at(c)) for c in self.candidates]
        named = {c.index: e["type"] for c, e in events if e}
        for candidate, event in events:
            features = triggers.features(self.story, candidate)
            if event is None:
                out["trigger"].append((features, triggers.NONE))
                continue
            if event.get("optional"):
                continue  # neither finding nor missing it counts, so it teaches nothing
            out["trigger"].append((features, event["type"]))
            kind, mode = event["type"], event.get("modality", "asserted")
            out["modality"].append((modality.features(self.view, candidate, kind), mode))
            scene = roles.Scene(self.view, candidate, kind, named)
            for place in scene.row:
                out["role"].append((scene.features(place), self.role_of(event, place.found)))
        return out


@dataclass(slots=True)
class Article:
    """An annotated article, read twice: with the annotators' mentions, and with those that the pipeline finds."""

    gold: dict[str, Any]
    marked: Reading
    found: Reading


def read(folder: Path, language: str) -> list[Article]:
    """The articles of one language in a folder, in the order of their names."""
    nlp = build(language, [c for c in COMPONENTS if c not in _LEFT_OUT])
    articles = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold.get("language") == language and "entities" in gold:
            published = date.fromisoformat(gold["published"]) if gold.get("published") else None
            doc = analyse(nlp, gold["text"], language, published)
            found = Reading(gold, view_of(doc))
            analysis_of(doc).mentions = [
                Found(e["start"], e["end"], e["label"], "analyst", "", value=e.get("value"), name=e["text"])
                for e in gold["entities"]
            ]
            articles.append(Article(gold, Reading(gold, view_of(doc)), found))
    return articles


def examples(articles: Iterable[Article]) -> dict[str, list[Example]]:
    """What the articles teach. Roles are learnt from the pipeline's own mentions too: it is those that they meet."""
    out: dict[str, list[Example]] = {"trigger": [], "role": [], "modality": []}
    for article in articles:
        for task, rows in article.marked.examples().items():
            out[task] += rows
        out["role"] += article.found.examples()["role"]
    return out


def learn(articles: Sequence[Article]) -> dict[str, Linear]:
    """The three scorers."""
    models = {}
    for task, rows in examples(articles).items():
        default = _DEFAULTS[task]
        models[task] = fit(rows, [default, *sorted({label for _, label in rows} - {default})], task)
    return models
