"""A person's own spaCy pipeline: its card, and the entities that it finds in a text as proposals of ours."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_model_from_path

from dateline.core.errors import SuggestError
from dateline.core.sources import ModelCard
from dateline.core.tokens import APOSTROPHES
from dateline.suggest.analysis import Found
from dateline.suggest.models import folder, labels, safety

PRIORITY, PRIORITY_ALONE = 43, 56
"""Beside our own layers what they are sure of stays; alone it comes before what repeats it elsewhere."""

_NAMED = ("ner", "beam_ner", "entity_ruler", "span_ruler", "future_entity_ruler")
"""Components that find entities, by their factory."""
_FEEDING = ("tok2vec",)
_SUFFIX = re.compile(rf"[{APOSTROPHES}](?:[a-zçğıöşüâîû]+|[A-ZÇĞİÖŞÜ]{{1,6}})$")


def card(name: str, with_digest: bool = True) -> ModelCard:
    """What a pipeline is, after its check. Raises `SuggestError`: missing, broken, of another spaCy, with code."""
    found = folder.read(name)
    safety.check(found, name)
    return _card(found, name, with_digest)


def _card(found: folder.ModelFolder, name: str, with_digest: bool) -> ModelCard:
    config, meta = found.config, found.meta
    theirs = sorted({str(label) for title in _finders(config) for label in _labels(meta, title)})
    try:
        sha256 = folder.digest(found.path) if with_digest else ""
    except OSError as error:
        raise SuggestError("models.unreadable", name=name, what=error.strerror or str(error)) from error
    title = found.text("name") or found.path.name
    language = str(config["nlp"].get("lang", ""))
    return ModelCard(
        name=title if title.startswith(f"{language}_") else f"{language}_{title}",
        version=found.text("version"),
        language=language,
        licence=found.text("license"),
        author=found.text("author"),
        description=found.text("description"),
        spacy=found.text("spacy_version"),
        path=str(found.path),
        components=tuple(str(c) for c in config["nlp"].get("pipeline", ())),
        labels=tuple((label, labels.ours(label)) for label in theirs),
        sha256=sha256,
    )


def _labels(meta: dict[str, Any], component: str) -> Iterable[object]:
    """The labels of one component as `meta.json` has them; a list, as far as anybody kept to it."""
    every = meta.get("labels")
    found = every.get(component) if isinstance(every, dict) else None
    return found if isinstance(found, list) else ()


def _finders(config: dict[str, Any]) -> list[str]:
    """The names of the components of a pipeline that find entities."""
    return [str(name) for name, part in config.get("components", {}).items() if part.get("factory") in _NAMED]


class OwnModel:
    """A loaded pipeline."""

    def __init__(self, nlp: Language, card: ModelCard) -> None:
        self._nlp = nlp
        self.card = card

    @classmethod
    def load(cls, name: str) -> OwnModel:
        """Checks a pipeline and loads what of it finds entities. Raises `SuggestError`."""
        found = folder.read(name)
        safety.check(found, name)
        finders = _finders(found.config)
        if not finders:
            raise SuggestError("models.no_entities", name=name)
        ruled = any(found.config["components"][f]["factory"] not in ("ner", "beam_ner") for f in finders)
        needed = {n for n, p in found.config["components"].items() if ruled or p["factory"] in (*_NAMED, *_FEEDING)}
        unneeded = [str(n) for n in found.config["nlp"].get("pipeline", ()) if n not in needed]
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what spaCy has to say about it has been checked
                nlp = load_model_from_path(Path(found.path), meta=found.meta, exclude=unneeded)
                nlp("Bir deneme.")
        except Exception as error:  # a broken pipeline can break in any way
            what = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
            raise SuggestError("models.broken", name=name, what=what) from error
        nlp.max_length = 10_000_000
        # Rulers know their labels only once their patterns are read.
        real = {str(label) for title in nlp.pipe_names for label in nlp.pipe_labels.get(title, ()) if title in finders}
        card = _card(found, name, with_digest=False)
        mapped = tuple((label, labels.ours(label)) for label in sorted(real))
        return cls(nlp, card if not mapped else _with_labels(card, mapped))

    def find(self, text: str, alone: bool) -> list[Found]:
        """The entities of a text (offsets: code points). Raises `SuggestError` where the pipeline breaks at it."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                doc = self._nlp(text)
        except Exception as error:
            what = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
            raise SuggestError("models.broken", name=self.card.name, what=what) from error
        found = []
        for entity in doc.ents:
            label = labels.ours(entity.label_)
            start, end = _trimmed(text, entity.start_char, entity.end_char)
            if label is None or start >= end:
                continue
            params = {"model": f"{self.card.name} {self.card.version}".strip(), "label": entity.label_}
            priority = PRIORITY_ALONE if alone else PRIORITY
            found.append(Found(start, end, label, "model", "models.found", params, priority=priority))
        return found


def _with_labels(card: ModelCard, mapped: tuple[tuple[str, str | None], ...]) -> ModelCard:
    return replace(card, labels=mapped)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without white space around it and without the suffix behind its last apostrophe."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    suffix = _SUFFIX.search(words)
    if suffix and suffix.start() > 0:
        words = words[: suffix.start()]
    return start, start + len(words)
