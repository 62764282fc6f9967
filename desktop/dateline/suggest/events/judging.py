"""Judges the events on articles that their models have not seen: cross-validation over whole articles."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from dateline.core.measures import Measures
from dateline.suggest.analysis import FoundEvent
from dateline.suggest.events.component import EventFinder
from dateline.suggest.events.learning import SEED
from dateline.suggest.events.material import Article, Reading, learn


def cross_validate(articles: Sequence[Article], folds: int) -> tuple[Measures, Measures]:
    """The measures with the annotators' mentions, and with those that the pipeline finds."""
    marked, found = Measures(), Measures()
    order = list(range(len(articles)))
    random.Random(SEED).shuffle(order)
    for fold in range(folds):
        held = set(order[fold::folds])
        finder = EventFinder(articles[0].gold["language"], learn([a for i, a in enumerate(articles) if i not in held]))
        for i in sorted(held):
            for measures, reading in ((marked, articles[i].marked), (found, articles[i].found)):
                measures.add(articles[i].gold, form(reading, finder.find(reading.view)))
    return marked, found


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
                "arguments": [{"role": role, "entity": ids[id(f)]} for role, f in e.arguments],
            }
            for e in events
        ],
    }
