"""The suggester: runs the pipeline over a text, in parts where it is long, and returns core records."""

from __future__ import annotations

import re
import threading
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.language import Language

from dateline.core.annotation import Argument, Event, Mention, Origin, Quote, Status
from dateline.core.errors import SuggestError
from dateline.core.header import read_header
from dateline.core.ids import new_id
from dateline.core.ports import Progress, no_progress
from dateline.core.sources import ModelCard
from dateline.core.spans import Span
from dateline.core.suggestion import Notice, Request, Suggestions
from dateline.core.text import digest
from dateline.suggest import pipeline
from dateline.suggest.analysis import Analysis, Found, FoundEvent, FoundQuote, Learned, analysis_of
from dateline.suggest.memory import Memory
from dateline.suggest.models import folder, own
from dateline.suggest.models.own import OwnModel
from dateline.suggest.notices import notices
from dateline.suggest.quote_marks import marked

_SURROGATE = re.compile("[\ud800-\udfff]")
"""What JSON can write and UTF-8, in which spaCy keeps its words, cannot; replaced one for one, so no offset moves."""
LONG = 20_000
"""Code points above which a text is worked on in parts, so that memory stays flat and a person can cancel."""
OVERLAP = 2_000
"""Code points before a part that are read again with it, in whole paragraphs: who spoke there may speak on here."""


class SpacySuggester:
    """Implements `core.ports.Suggester`. One call at a time; calls from several threads wait for each other.

    `components`: a part of the pipeline, to see what the rest adds.
    """

    def __init__(self, components: Sequence[str] = pipeline.COMPONENTS) -> None:
        self._components = components
        self._pipelines: dict[str, Language] = {}
        self._models: dict[str, OwnModel] = {}
        self._lock = threading.RLock()

    def warm_up(self, language: str) -> None:
        """Build the pipeline of a language ahead of its first use."""
        self._pipeline(language)

    def models(self) -> list[str]:
        """The pipelines installed beside Dateline."""
        return folder.installed()

    def card(self, name: str) -> ModelCard:
        """What a pipeline is, once it was checked and loaded. Raises `SuggestError`."""
        with self._lock:
            model = OwnModel.load(name)
            self._models = {name: model}
        return replace(own.card(name), labels=model.card.labels)

    def suggest(self, request: Request, progress: Progress = no_progress) -> Suggestions:
        """Suggestions for one text. Whatever `progress` raises (`Cancelled`) passes through; nothing is kept then."""
        sha256 = digest(request.text)
        request = replace(request, text=_SURROGATE.sub("\ufffd", request.text))
        text = request.text
        collected = _Collected()
        published = request.published or read_header(text).published
        if any(c.isalpha() for c in text):
            run = _Run(
                self._pipeline(request.language),
                replace(request, text=text),
                published,
                self._model(request, collected),
            )
            progress(0, len(text))
            for start, end in parts(text):
                run.part(start, end, collected)
                progress(end, len(text))
        collected.notices += notices(text, request.language)
        return collected.suggestions(sha256)

    def _model(self, request: Request, collected: _Collected) -> OwnModel | None:
        """The pipeline that the person chose; None, and a notice that says why, where it cannot be used."""
        if request.model is None:
            return None
        name = request.model.name
        try:
            with self._lock:
                if name not in self._models:
                    self._models = {name: OwnModel.load(name)}
                model = self._models[name]
        except SuggestError as error:
            collected.fail(error)
            return None
        if model.card.language not in (request.language, "xx", "mul"):
            params = {"name": model.card.name, "code": model.card.language}
            collected.notices.append(Notice("models.other_language", tuple(params.items())))
        return model

    def _pipeline(self, language: str) -> Language:
        chosen = language if language in pipeline.LANGUAGES else "en"
        with self._lock:
            if chosen not in self._pipelines:
                self._pipelines[chosen] = pipeline.build(chosen, self._components)
            return self._pipelines[chosen]


class _Run:
    """One text on its way through the pipeline, part by part; what one part teaches, the next ones know."""

    def __init__(self, nlp: Language, request: Request, published: date | None, model: OwnModel | None) -> None:
        self._nlp = nlp
        self._request = request
        self._published = published
        self._model = model
        self._memory = Memory(request.rejected)
        self._learned = Learned()

    def part(self, start: int, end: int, collected: _Collected) -> None:
        """Works on one stretch of the text and hands over what begins in it."""
        request = self._request
        first = _before(request.text, start)
        text = request.text[first:end]
        found, without = self._own(text, collected)
        doc = pipeline.analyse(
            self._nlp,
            text,
            request.language,
            self._published,
            own=found,
            learned=self._learned,
            opening=first == 0,
            without=without,
        )
        analysis = analysis_of(doc)
        self._forget(analysis, text)
        collected.take(analysis, first, start)

    def _own(self, text: str, collected: _Collected) -> tuple[list[Found], Collection[str]]:
        """What the person's pipeline finds, and which of our components it stands in for."""
        if self._model is None or self._request.model is None:
            return [], ()
        alone = self._request.model.alone
        try:
            return self._model.find(text, alone), pipeline.NAMING if alone else ()
        except SuggestError as error:
            collected.fail(error)
            self._model = None
            return [], ()

    def _forget(self, analysis: Analysis, text: str) -> None:
        """Takes out what the project's analysts have rejected before."""
        dropped = {id(f) for f in analysis.mentions if not self._memory.allows(f, text)}
        if not dropped:
            return
        analysis.mentions = [f for f in analysis.mentions if id(f) not in dropped]
        for event in analysis.events:
            event.arguments = [(role, f) for role, f in event.arguments if id(f) not in dropped]
        for quote in analysis.quotes:
            if quote.speaker is not None and id(quote.speaker) in dropped:
                quote.speaker = None


def parts(text: str) -> Iterator[tuple[int, int]]:
    """A text as ranges of whole paragraphs of about `LONG` code points; a short one in a single range.

    A paragraph that is longer is cut between sentences outside of quotation marks, where there is such a place.
    """
    start = 0
    while start < len(text):
        end = _cut(text, start)
        yield start, end
        start = end


def _cut(text: str, start: int) -> int:
    end = start + LONG
    if end >= len(text):
        return len(text)
    half = start + LONG // 2
    cut = text.rfind("\n", half, end)
    if cut >= 0:
        return cut + 1
    line = max(start, text.rfind("\n", start, half) + 1)
    stretches = [(line + m.start, line + m.end) for m in marked(text[line:end]) if m.closed]
    for mark in (". ", " "):
        cut = text.rfind(mark, half, end)
        while cut >= 0 and (inside := next((a for a, b in stretches if a <= cut < b), None)) is not None:
            cut = text.rfind(mark, half, inside) if inside > half else -1
        if cut >= 0:
            return cut + len(mark)
    return end


def _before(text: str, start: int) -> int:
    """Where the paragraphs begin that are read again before a part; `start` itself where they are too long."""
    if start == 0:
        return 0
    found = text.find("\n", max(0, start - OVERLAP), start - 1)
    return found + 1 if found >= 0 and text[found + 1 : start].strip() else start


class _Collected:
    """The findings of all parts, as core records with offsets into the whole text."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.events: list[Event] = []
        self.quotes: list[Quote] = []
        self.notices: list[Notice] = []
        self._known: dict[tuple[int, int, str], str] = {}

    def take(self, analysis: Analysis, offset: int, start: int) -> None:
        """Adds what a part found from `start` on. `offset`: where its text begins; what lies between is known."""
        ids: dict[int, str] = {}
        known, self._known = self._known, {}
        for f in analysis.mentions:
            key = (f.start + offset, f.end + offset, f.label)
            if key[0] < start:
                if key in known:
                    ids[id(f)] = known[key]
                continue
            mention = _mention(f, offset)
            ids[id(f)] = self._known[key] = mention.id
            self.mentions.append(mention)
        self.events += [_event(e, offset, ids) for e in analysis.events if e.start + offset >= start]
        self.quotes += [_quote(q, offset, ids) for q in analysis.quotes if q.start + offset >= start]
        self.notices += [n for n in analysis.notices if n not in self.notices]

    def fail(self, error: SuggestError) -> None:
        """Notes what could not be done; the suggestions come from what still works."""
        self.notices.append(Notice(error.key, tuple((k, str(v)) for k, v in error.params.items())))
        self.notices.append(Notice("models.fallback"))

    def suggestions(self, sha256: str) -> Suggestions:
        return Suggestions(sha256, tuple(self.mentions), tuple(self.events), tuple(self.quotes), tuple(self.notices))


def _mention(f: Found, offset: int) -> Mention:
    origin = Origin(f.source, f.reason, dict(f.params), f.score)
    span = Span(f.start + offset, f.end + offset)
    return Mention(new_id(), span, f.label, Status.SUGGESTED, origin, f.name, f.value)


def _event(e: FoundEvent, offset: int, ids: dict[int, str]) -> Event:
    return Event(
        new_id(),
        e.type,
        Span(e.start + offset, e.end + offset),
        Status.SUGGESTED,
        Origin(e.source, e.reason, dict(e.params), e.score),
        e.modality,
        e.mode,
        e.when,
        tuple(Argument(role, ids[id(f)]) for role, f in e.arguments if id(f) in ids),
    )


def _quote(q: FoundQuote, offset: int, ids: dict[int, str]) -> Quote:
    origin = Origin(q.source, q.reason, dict(q.params))
    speaker = ids.get(id(q.speaker)) if q.speaker is not None else None
    return Quote(new_id(), Span(q.start + offset, q.end + offset), Status.SUGGESTED, origin, speaker)
