"""The suggester: runs the pipeline over a text, in parts where it is long, and returns core records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from dateline.core.annotation import Argument, Event, Mention, Origin, Quote, Status
from dateline.core.header import read_header
from dateline.core.ids import new_id
from dateline.core.ports import Progress, no_progress
from dateline.core.spans import Span
from dateline.core.suggestion import Notice, Request, Suggestions
from dateline.core.text import digest
from dateline.suggest import pipeline
from dateline.suggest.analysis import Analysis, Found, FoundEvent, FoundQuote, analysis_of
from dateline.suggest.memory import Memory
from dateline.suggest.notices import notices

LONG = 20_000
"""Code points above which a text is worked on in parts, so that memory stays flat and a person can cancel."""


class SpacySuggester:
    """Implements `core.ports.Suggester`. `components`: a part of the pipeline, to see what the rest adds."""

    def __init__(self, components: Sequence[str] = pipeline.COMPONENTS) -> None:
        self._components = components
        self._pipelines: dict[str, Language] = {}

    def warm_up(self, language: str) -> None:
        """Build the pipeline of a language ahead of its first use."""
        self._pipeline(language)

    def suggest(self, request: Request, progress: Progress = no_progress) -> Suggestions:
        """Suggestions for one text. Whatever `progress` raises (`Cancelled`) passes through; nothing is kept then."""
        text = request.text
        collected = _Collected()
        published = request.published or read_header(text).published
        if any(c.isalpha() for c in text):
            nlp = self._pipeline(request.language)
            memory = Memory(request.rejected)
            progress(0, len(text))
            for start, end in parts(text):
                part = self._run(nlp, text[start:end], request.language, published, memory)
                collected.take(part, start)
                progress(end, len(text))
        collected.notices += notices(text, request.language, published, [m.label for m in collected.mentions])
        return collected.suggestions(digest(text))

    def _run(self, nlp: Language, text: str, language: str, published: date | None, memory: Memory) -> Analysis:
        doc: Doc = pipeline.analyse(nlp, text, language, published)
        analysis = analysis_of(doc)
        dropped = {id(f) for f in analysis.mentions if not memory.allows(f, text)}
        if dropped:
            analysis.mentions = [f for f in analysis.mentions if id(f) not in dropped]
            for event in analysis.events:
                event.arguments = [(role, f) for role, f in event.arguments if id(f) not in dropped]
            for quote in analysis.quotes:
                if quote.speaker is not None and id(quote.speaker) in dropped:
                    quote.speaker = None
        return analysis

    def _pipeline(self, language: str) -> Language:
        chosen = language if language in pipeline.LANGUAGES else "en"
        if chosen not in self._pipelines:
            self._pipelines[chosen] = pipeline.build(chosen, self._components)
        return self._pipelines[chosen]


def parts(text: str) -> Iterator[tuple[int, int]]:
    """A text as ranges of whole paragraphs of about `LONG` code points; a short one in a single range."""
    start = 0
    while start < len(text):
        end = start + LONG
        if end >= len(text):
            end = len(text)
        else:
            cut = text.rfind("\n", start + LONG // 2, end)
            if cut < 0:
                cut = text.rfind(". ", start + LONG // 2, end)
            if cut < 0:
                cut = text.rfind(" ", start + LONG // 2, end)
            end = cut + 1 if cut >= 0 else end
        yield start, end
        start = end


class _Collected:
    """The findings of all parts, as core records with offsets into the whole text."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.events: list[Event] = []
        self.quotes: list[Quote] = []
        self.notices: list[Notice] = []

    def take(self, analysis: Analysis, offset: int) -> None:
        ids: dict[int, str] = {}
        for f in analysis.mentions:
            mention = _mention(f, offset)
            ids[id(f)] = mention.id
            self.mentions.append(mention)
        self.events += [_event(e, offset, ids) for e in analysis.events]
        self.quotes += [_quote(q, offset, ids) for q in analysis.quotes]
        self.notices += [n for n in analysis.notices if n not in self.notices]

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
