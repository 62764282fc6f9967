"""The figures of the development articles, with a margin: what a change must not lose."""

from __future__ import annotations

import importlib.util
import time
from types import ModuleType
from typing import Any

import pytest
from events_help import gold_articles, gold_doc

from dateline.suggest.analysis import analysis_of
from dateline.suggest.events.component import EventFinder
from paths import SHARED, needs_shared

pytestmark = needs_shared


def scorer() -> ModuleType:
    """The project's own scorer, from beside the annotated articles."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def totals(language: str, prefix: str = "") -> Any:
    score = scorer()
    total = score.new_total()
    find = EventFinder(language)
    for gold in gold_articles(SHARED / "gold", language):
        if not gold["id"].startswith(prefix):
            continue
        doc, ids = gold_doc(gold)
        events = [
            {
                "type": e.type,
                "trigger": {"start": e.start, "end": e.end},
                "modality": e.modality,
                "when": e.when,
                "arguments": [{"role": role, "entity": ids[id(mention)]} for role, mention in e.arguments],
            }
            for e in analysis_of(find(doc)).events
        ]
        score.score_document(gold, {"entities": gold["entities"], "events": events}, total)
    return total


def test_turkish_events_keep_their_figures() -> None:
    total = totals("tr")
    assert total["events"].row()["f1"] >= 0.75
    assert total["arguments"].row()["f1"] >= 0.62
    right, judged = total["modality"]
    assert right / judged >= 0.88


def test_english_events_keep_their_figures() -> None:
    total = totals("en")
    assert total["events"].row()["f1"] >= 0.68
    assert total["arguments"].row()["f1"] >= 0.5


def test_the_founding_article_keeps_its_events() -> None:
    assert totals("tr", "seed")["events"].row()["f1"] >= 0.7


def test_an_article_takes_less_than_sixty_milliseconds() -> None:
    find = EventFinder("tr")
    docs = [gold_doc(gold)[0] for gold in gold_articles(SHARED / "gold", "tr")]
    words = sum(len(doc.text.split()) for doc in docs)
    start = time.process_time()
    for doc in docs:
        find(doc)
    spent = time.process_time() - start
    assert spent / words * 350 < 0.06, pytest.approx(spent)
