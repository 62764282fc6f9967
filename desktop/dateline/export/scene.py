"""One article with the records that are exported, and what the sheets ask about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from dateline.core import turkish
from dateline.core.annotation import Event, Mention, Quote, Record, Status, anchor
from dateline.core.article import Article
from dateline.core.codebook import Codebook
from dateline.core.history import Entry, Kind
from dateline.core.review import Put, ReviewState
from dateline.core.sentences import Sentences
from dateline.core.spans import Span

SEPARATOR = "; "
"""Between the values of a cell that holds several; never within one."""


@dataclass(frozen=True, slots=True)
class Touch:
    """Who decided about a record last, and when."""

    by: str
    at: datetime


def touches(log: Iterable[Entry]) -> dict[str, Touch]:
    """The last decision of a person about each record, by its id. `log`: oldest first."""
    last: dict[str, Touch] = {}
    for entry in log:
        if entry.kind is not Kind.MACHINE:
            touch = Touch(entry.by, entry.decision.at)
            last.update((edit.record.id, touch) for edit in entry.decision.edits if isinstance(edit, Put))
    return last


@dataclass(frozen=True)
class Scene:
    """An article and what of its review is exported: nothing rejected; with `accepted_only` what was accepted only.

    Participants and speakers that are not exported themselves are left out, so that every id in a sheet is found in
    the sheet it points to.
    """

    article: Article
    state: ReviewState
    codebook: Codebook
    language: str
    entity_ids: Mapping[tuple[str, str], str] = field(default_factory=dict)
    touched: Mapping[str, Touch] = field(default_factory=dict)
    accepted_only: bool = False

    @property
    def text(self) -> str:
        return self.article.text.content

    @cached_property
    def mentions(self) -> Mapping[str, Mention]:
        """The exported mentions in text order, outer before inner."""
        kept = (m for m in self.state.mentions.values() if self._exported(m))
        return {m.id: m for m in sorted(kept, key=_in_text)}

    @cached_property
    def events(self) -> Sequence[Event]:
        return sorted((e for e in self.state.events.values() if self._exported(e)), key=lambda e: (e.trigger, e.id))

    @cached_property
    def quotes(self) -> Sequence[Quote]:
        return sorted((q for q in self.state.quotes.values() if self._exported(q)), key=lambda q: (q.span, q.id))

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.text, self.article.metadata.language)

    def sentence(self, record: Record) -> Span:
        """The sentence that a record stands in: its evidence."""
        return self._sentences.around(anchor(record))

    def words(self, span: Span) -> str:
        """The words of a span as they are in the article."""
        return span.of(self.text)

    def name(self, mention: Mention) -> str:
        """What a mention is called: its canonical name, else its words."""
        return mention.name or self.words(mention.span)

    def entity(self, mention: Mention) -> str:
        """The stable id of the entity that a mention is of, "" where the project has none."""
        return self.entity_ids.get((mention.label, turkish.fold(self.name(mention))), "")

    def parts(self, event: Event, role: str) -> Sequence[Mention]:
        """The exported mentions in a role of an event, in text order."""
        found = {id: self.mentions[id] for id in event.mentions(role) if id in self.mentions}
        return sorted(found.values(), key=_in_text)

    def arguments(self, event: Event) -> Iterator[tuple[str, Mention]]:
        """Role and mention of each exported participant, as the event lists them."""
        for argument in event.arguments:
            if argument.mention in self.mentions:
                yield argument.role, self.mentions[argument.mention]

    def speaker(self, quote: Quote) -> Mention | None:
        return self.mentions.get(quote.speaker) if quote.speaker else None

    def quote_around(self, event: Event) -> Quote | None:
        """The quote in which an event is told, if it is told in one."""
        return next((q for q in self.quotes if q.span.contains(event.trigger)), None)

    def term(self, id: str | None) -> str:
        """A code of the codebook in words; "" where the codebook does not know it."""
        term = self.codebook.term(id) if id else None
        return term.name(self.language) if term else ""

    def _exported(self, record: Record) -> bool:
        return record.status is Status.ACCEPTED or not (self.accepted_only or record.status is Status.REJECTED)


def _in_text(mention: Mention) -> tuple[int, int, str]:
    """Text order, outer before inner."""
    return mention.span.start, -mention.span.end, mention.id


def joined(values: Iterable[str]) -> str:
    """Several values in one cell: each once, in Turkish order, the separator taken out of the values themselves."""
    plain = {" ".join(value.replace(";", ",").split()) for value in values}
    return SEPARATOR.join(sorted(plain - {""}, key=turkish.sort_key))
