"""`dateline evaluate`: how good the suggestions are on a folder of annotated articles, as tables or as JSON."""

from __future__ import annotations

import argparse
import json

from dateline.cli.speech import Voice
from dateline.core.codebook import Codebook
from dateline.core.measures import Measures, Share, Tally
from dateline.core.messages import say
from dateline.services.adapters import Adapters
from dateline.services.evaluating import Evaluation, evaluate, plain, read_annotated


def run(options: argparse.Namespace, adapters: Adapters, voice: Voice) -> None:
    """Prints the measures by language, label, type and role, and what each layer adds. Raises `ReadError`."""
    articles = read_annotated(options.folder, options.language)
    result = evaluate(articles, adapters.suggester(), adapters.layers())
    if options.json:
        form = {
            "languages": {language: plain(m) for language, m in result.by_language.items()},
            "layers": [{"layer": name} | plain(m) for name, m in result.by_layer],
        }
        print(json.dumps(form, ensure_ascii=False, indent=1))
        return
    _Tables(adapters.codebook(), voice.language).show(result)


_NAME, _WIDE = 28, 10
"""Characters of the columns: names, figures."""


class _Tables:
    """Prints tables in one language, names out of the codebook."""

    def __init__(self, codebook: Codebook, language: str) -> None:
        self._codebook, self._language = codebook, language

    def show(self, result: Evaluation) -> None:
        for language, measures in sorted(result.by_language.items()):
            print(self._say("about", which=self._say(language), count=measures.articles))
            self._summary(measures)
            for name in ("labels", "types", "roles"):
                self._tallies(self._say(name), getattr(measures, name))
        if result.by_layer:
            self._layers(result)

    def _say(self, name: str, **params: object) -> str:
        return say(f"evaluate.{name}", self._language, **params)

    def _number(self, value: float | None) -> str:
        if value is None:
            return "–"
        return f"{value:.3f}".replace(".", "," if self._language == "tr" else ".")

    def _row(self, name: str, tally: Tally) -> None:
        figures = "".join(f"{self._number(v):>{_WIDE}}" for v in (tally.precision, tally.recall, tally.f1))
        counts = "".join(f"{n:>{_WIDE}}" for n in (tally.right, tally.spurious, tally.missed))
        print(f"  {name:<{_NAME}}{figures}{counts}")

    def _head(self, title: str) -> None:
        columns = ("precision", "recall", "f1", "right", "spurious", "missed")
        print(f"\n  {title:<{_NAME}}" + "".join(f"{self._say(c):>{_WIDE}}" for c in columns))

    def _summary(self, measures: Measures) -> None:
        self._head("")
        for name in ("entities", "events", "arguments", "quotes"):
            self._row(self._say(name), getattr(measures, name))
        shares: dict[str, Share] = {
            "date_values": measures.date_values,
            "modality": measures.modality,
            "when": measures.when,
            "speakers": measures.speakers,
        }
        print()
        for name, share in shares.items():
            print(f"  {self._say(name):<{_NAME}}{self._number(share.value):>{_WIDE}}  {share.right}/{share.asked}")
        print(f"  {self._say('work_left'):<{_NAME}}{self._number(measures.work_left):>{_WIDE}}")

    def _tallies(self, title: str, tallies: dict[str, Tally]) -> None:
        self._head(title)
        for id, tally in sorted(tallies.items()):
            term = self._codebook.term(id)
            self._row(term.name(self._language) if term else id, tally)
        print()

    def _layers(self, result: Evaluation) -> None:
        print(self._say("layers"))
        columns = ("entities", "events", "arguments", "quotes", "work_left")
        print(" " * 14 + "".join(f"{self._say(c):>14}" for c in columns))
        for name, m in result.by_layer:
            values = (m.entities.f1, m.events.f1, m.arguments.f1, m.quotes.f1, m.work_left)
            print(f"  {name:<12}" + "".join(f"{self._number(v):>14}" for v in values))
        print()
