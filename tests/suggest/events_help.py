"""What the tests of events and quotes share: a Doc with mentions given by hand, and suggestions in the gold form."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from dateline.suggest.analysis import Analysis, Found, FoundEvent, analysis_of
from dateline.suggest.events import component as _events  # noqa: F401 - registers the component
from dateline.suggest.pipeline import build

Marks = list[tuple[str, str] | tuple[str, str, str]]
"""Mentions as words, label and, for dates, the value; each is looked for behind the one before it."""

PIPELINES = {language: build(language, ("dateline_blocks",)) for language in ("tr", "en")}


def doc_of(text: str, language: str, mentions: list[Found], published: date | None = None) -> Doc:
    """A text that has been through the blocks and holds mentions."""
    nlp = PIPELINES[language]
    doc = nlp.make_doc(text)
    doc._.analysis = Analysis(language, published)
    for _, part in nlp.pipeline:
        doc = part(doc)
    analysis_of(doc).mentions = mentions
    return doc


def found(text: str, marks: Marks) -> list[Found]:
    """The mentions of a sample."""
    mentions, at = [], 0
    for words, label, *value in marks:
        start = text.index(words, at)
        at = start if label in ("GPE", "ORG") else start + len(words)
        mentions.append(
            Found(start, start + len(words), label, "rule", "", value=value[0] if value else None, name=words)
        )
    return mentions


def sample(text: str, language: str, marks: Marks) -> Doc:
    return doc_of(text, language, found(text, marks))


def roles(event: FoundEvent) -> set[tuple[str, str]]:
    """The participants of an event as pairs of a role and a name."""
    return {(role, mention.name) for role, mention in event.arguments}


def gold_articles(folder: Path, language: str) -> list[dict[str, Any]]:
    """The annotated articles of a folder in one language."""
    read = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [g for g in read if "entities" in g and g["language"] == language]


def gold_doc(gold: dict[str, Any]) -> tuple[Doc, dict[int, str]]:
    """A Doc with the mentions of an annotated article, and the gold id by the `id()` of each mention."""
    ids, mentions = {}, []
    for e in gold["entities"]:
        mention = Found(e["start"], e["end"], e["label"], "rule", "", value=e.get("value"), name=e["text"])
        ids[id(mention)] = e["id"]
        mentions.append(mention)
    return doc_of(gold["text"], gold["language"], mentions), ids
