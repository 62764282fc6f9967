"""Judges the events on articles that their models have not seen: cross-validation over whole articles."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.core.measures import Measures, match_events
from dateline.suggest.analysis import FoundEvent
from dateline.suggest.events.calibration import Judged
from dateline.suggest.events.component import EventFinder
from dateline.suggest.events.learning import SEED
from dateline.suggest.events.material import Article, Reading, learn


@dataclass(slots=True)
class Judgement:
    """The measures with the annotators' mentions, those with the pipeline's own, and the judged scores of each fold."""

    marked: Measures = field(default_factory=Measures)
    found: Measures = field(default_factory=Measures)
    folds: list[list[Judged]] = field(default_factory=list)


def cross_validate(articles: Sequence[Article], folds: int) -> Judgement:
    """Judges every article by what the others taught."""
    result = Judgement()
    order = list(range(len(articles)))
    random.Random(SEED).shuffle(order)
    for fold in range(folds):
        held = set(order[fold::folds])
        models = learn([a for i, a in enumerate(articles) if i not in held])
        finder = EventFinder(articles[0].gold["language"], models, calibration=None)
        judged: list[Judged] = []
        for i in sorted(held):
            article = articles[i]
            result.marked.add(article.gold, form(article.marked, finder.find(article.marked.view)))
            told = form(article.found, finder.find(article.found.view))
            result.found.add(article.gold, told)
            judged += _judged(article.gold["events"], told["events"])
        result.folds.append(judged)
    return result


def _judged(gold: Sequence[dict[str, Any]], told: Sequence[dict[str, Any]]) -> list[Judged]:
    """Raw scores and whether the event is there with its type; what annotators called optional says neither."""
    pairs, _, extra = match_events(gold, told)
    judged = [(e["score"], False) for e in extra]
    return judged + [(e["score"], g["type"] == e["type"]) for g, e in pairs if not g.get("optional")]


def form(reading: Reading, events: Sequence[FoundEvent]) -> dict[str, Any]:
    """Mentions and events of a reading in the JSON form."""
    places = {id(p.found): p.found for p in reading.view.places}
    ids = {key: f"t{n}" for n, key in enumerate(places)}
    return {
        "entities": [
            {"id": ids[key], "start": f.start, "end": f.end, "label": f.label, "value": f.value}
            for key, f in places.items()
        ],
        "events": [
            {
                "type": e.type,
                "trigger": {"start": e.start, "end": e.end},
                "modality": e.modality,
                "when": e.when,
                "score": e.score,
                "arguments": [{"role": role, "entity": ids[id(f)]} for role, f in e.arguments],
            }
            for e in events
        ],
    }
