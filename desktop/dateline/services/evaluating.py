"""How good the suggestions are on annotated articles: by language, and by what each layer of the suggester adds."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dateline.core.article import Draft
from dateline.core.errors import ReadError
from dateline.core.measures import Measures, Share, Tally
from dateline.core.ports import Progress, Suggester, no_progress
from dateline.services.suggesting import suggested_form

Layers = Sequence[tuple[str, Callable[[], Suggester]]]
"""For each layer its name and a suggester of which the later layers are switched off."""


@dataclass(slots=True)
class Evaluation:
    """`by_language`: the measures of the whole suggester; `by_layer`: those up to and with each layer, in order."""

    by_language: dict[str, Measures] = field(default_factory=dict)
    by_layer: list[tuple[str, Measures]] = field(default_factory=list)


def read_annotated(folder: Path, language: str | None = None) -> list[dict[str, Any]]:
    """The annotated articles of a folder in the order of their file names; files of other forms are passed over.

    Raises `ReadError` where the folder holds none, or a file of them is damaged.
    """
    found = []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            form = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(form, dict) or "entities" not in form or "text" not in form:
                continue
            date.fromisoformat(form.get("published") or "2000-01-01")
            if all(form.get(k) is not None for k in ("language", "events")) and language in (None, form["language"]):
                found.append({"id": path.stem} | form)
        except (OSError, ValueError, TypeError) as error:
            raise ReadError("evaluate.damaged", path=path.name, what=str(error)) from error
    if not found:
        raise ReadError("evaluate.nothing", path=str(folder))
    return found


def evaluate(
    articles: Sequence[dict[str, Any]], suggester: Suggester, layers: Layers = (), progress: Progress = no_progress
) -> Evaluation:
    """Suggests for every article and compares.

    Raises what `suggested_form` raises, and `Cancelled` out of `progress`.
    """
    result = Evaluation()
    steps, done = len(articles) * (len(layers) + 1), 0
    for article in articles:
        progress(done, steps)
        result.by_language.setdefault(article["language"], Measures()).add(article, _suggest(article, suggester))
        done += 1
    for name, build in layers:
        measures, part = Measures(), build()
        for article in articles:
            progress(done, steps)
            measures.add(article, _suggest(article, part))
            done += 1
        result.by_layer.append((name, measures))
    progress(steps, steps)
    return result


def _suggest(article: dict[str, Any], suggester: Suggester) -> dict[str, Any]:
    published = date.fromisoformat(article["published"]) if article.get("published") else None
    draft = Draft(article["text"], language=article["language"], published=published)
    return suggested_form(draft, str(article["id"]), suggester)[0]


def plain(measures: Measures) -> dict[str, Any]:
    """The measures as plain JSON values, named as the project's scorer names them."""
    return {
        "articles": measures.articles,
        **{name: _tally(getattr(measures, name)) for name in ("entities", "events", "arguments", "quotes")},
        "date_values": _share(measures.date_values),
        "modality": _share(measures.modality),
        "event_when": _share(measures.when),
        "quote_speaker": _share(measures.speakers),
        "work_left": None if measures.work_left is None else round(measures.work_left, 4),
        "labels": {k: _tally(t) for k, t in sorted(measures.labels.items())},
        "types": {k: _tally(t) for k, t in sorted(measures.types.items())},
        "roles": {k: _tally(t) for k, t in sorted(measures.roles.items())},
    }


def _tally(tally: Tally) -> dict[str, float]:
    figures = {"p": tally.precision, "r": tally.recall, "f1": tally.f1}
    counts = {"tp": tally.right, "fp": tally.spurious, "fn": tally.missed}
    return {name: round(value, 4) for name, value in figures.items()} | counts


def _share(share: Share) -> float | None:
    return None if share.value is None else round(share.value, 4)
