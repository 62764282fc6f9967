"""The codebook as rows: every code that an export uses, with its name and definition, in groups that lie together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.core.annotation import Status
from dateline.core.article import ArticleStatus
from dateline.core.codebook import Codebook, Term, in_language
from dateline.core.messages import say

PRECISIONS = ("minute", "part_of_day", "day", "weekend", "week", "month", "quarter", "half", "year", "decade", "range")

ATTRIBUTIONS = ("DIRECT", "INDIRECT")
_OURS = (("precision", PRECISIONS), ("attribution", ATTRIBUTIONS))


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One code. `group`: what it is a code of ("label", "event_type", …); `plover`, `quad`: event types only."""

    group: str
    code: str
    name: str
    definition: str = ""
    confused_with: Sequence[str] = ()
    modes: Sequence[str] = ()
    required: Sequence[str] = ()
    plover: str = ""
    quad: str = ""


def code_rows(codebook: Codebook, language: str) -> list[CodeRow]:
    """All codes, the rows of a group one below the other."""
    return list(_rows(codebook, language))


def _rows(codebook: Codebook, language: str) -> Iterator[CodeRow]:
    yield from _terms("label", codebook.labels, language)
    for kind in codebook.event_types:
        term = kind.term
        yield CodeRow(
            "event_type",
            term.id,
            term.name(language),
            in_language(term.definition, language),
            term.confused_with,
            kind.modes,
            kind.required,
            kind.plover,
            kind.quad,
        )
    yield from _terms("role", codebook.roles, language)
    yield from _terms("modality", codebook.modalities, language)
    yield from _terms("mode", codebook.modes, language)
    for group, codes in (("status", Status), ("article_status", ArticleStatus), *_OURS):
        for code in codes:
            yield CodeRow(group, str(code), say(f"export.{group}.{code}", language))


def _terms(group: str, terms: Iterable[Term], language: str) -> Iterator[CodeRow]:
    for term in terms:
        yield CodeRow(group, term.id, term.name(language), in_language(term.definition, language), term.confused_with)
