"""The sentence around a stretch of news text: what an event or a mention is shown and exported with as evidence.

Lines are paragraphs and always end a sentence. A full stop does not where it belongs to an abbreviation, an initial or
an ordinal, where a lower-case word follows, or inside quotation marks that are still open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from dateline.core.header import read_header
from dateline.core.spans import Span

_ABBREVIATIONS = frozenset(
    "dr prof doç av sn hz st yrd öğr org no vb vs bkz gen alb yzb tuğg korg tümg mah cad sok apt tel "
    "mr mrs ms messrs jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp gov sen rep lt col capt".split()
)
# Possessive, and from the first mark only: a line of a million full stops must not take for ever.
_STOP = re.compile(r"(?<![.!?…])(?P<mark>[.!?…]++)(?P<closers>[\"'”’»)\]]*+)\s++(?P<next>[\"'“‘„«(\[]*\S)")
_LONGEST = 3_000
"""Code points of a sentence; the longest of annotated news are shorter by far."""
_LONGEST_WORD = 24
"""Code points before a full stop that are looked at; what is longer is no abbreviation."""
_WORD_BEFORE = re.compile(r"[^\W_]+$")
_LINE = re.compile(r"\S[^\n]*")
_CLOSER = {"“": "”", "«": "»", "„": "”", '"': '"'}


class Sentences:
    """The sentences of one text; built in one pass, asked as often as needed.

    `body`: where the story begins, where that is known; else a leading date line is looked for.
    """

    def __init__(self, text: str, language: str = "tr", body: int | None = None) -> None:
        self._spans = _find(text, language, read_header(text).end if body is None else body)
        self._starts = [span.start for span in self._spans]

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def around(self, span: Span) -> Span:
        """The smallest run of whole sentences that covers a span (code points); the span itself in blank text."""
        first = self._at(span.start)
        last = self._at(span.end - 1)
        return Span(min(first.start, span.start), max(last.end, span.end)) if first and last else span

    def _at(self, position: int) -> Span | None:
        index = bisect_right(self._starts, position) - 1
        return self._spans[index] if index >= 0 else None


def _find(text: str, language: str, body: int) -> list[Span]:
    """All sentences, without the white space around them; a leading date line is one of its own."""
    spans: list[Span] = []
    if text[:body].strip():
        spans.append(_trimmed(text, 0, body))
    for line in _LINE.finditer(text, body):
        start = line.start()
        for end, next_start in _breaks(line.group(), language):
            spans += _bearable(text, start, line.start() + end)
            start = line.start() + next_start
        spans += _bearable(text, start, line.end())
    return spans


def _bearable(text: str, start: int, end: int) -> list[Span]:
    """A sentence, in pieces where no reader would follow it to its end: lists, texts without full stops."""
    pieces: list[Span] = []
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut + 1 if cut >= 0 else start + _LONGEST
        pieces.append(_trimmed(text, start, cut))
        start = cut
    return [span for span in (*pieces, _trimmed(text, start, end)) if span.start < span.end]


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _breaks(line: str, language: str) -> list[tuple[int, int]]:
    """Where sentences end and the next ones start within one line."""
    quoted = _quoted(line)
    small = not any(c.isupper() for c in line)  # then a small letter behind a full stop says nothing
    found: list[tuple[int, int]] = []
    for stop in _STOP.finditer(line):
        if (stop["next"][-1].islower() and not small) or quoted[
            stop.end("closers") - 1 if stop["closers"] else stop.start()
        ]:
            continue
        if (
            stop["mark"] == "."
            and not stop["closers"]
            and not _ends_sentence(line[max(0, stop.start() - _LONGEST_WORD) : stop.start()], language)
        ):
            continue
        found.append((stop.end("closers"), stop.start("next")))
    return found


def _ends_sentence(before: str, language: str) -> bool:
    """Whether a full stop behind these words ends their sentence, an upper-case word following."""
    match = _WORD_BEFORE.search(before)
    word = match.group() if match else ""
    if word.isdigit():
        # "3. Ordu": Turkish writes ordinals with a full stop; years and English numbers do end sentences.
        return language != "tr" or len(word) > 3
    if len(word) == 1 and word.isupper():
        return False
    return word.lower() not in _ABBREVIATIONS


def _quoted(line: str) -> list[bool]:
    """For each character whether it stands within quotation marks; the closing mark itself no longer does.

    A mark without its partner in the line opens nothing: it would swallow the rest of the paragraph.
    """
    inside = [False] * len(line)
    unpaired: set[str] = set()
    position = 0
    while position < len(line):
        closer = _CLOSER.get(line[position], "")
        if closer and closer not in unpaired:
            end = line.find(closer, position + 1)
            if end < 0:
                unpaired.add(closer)  # nor will a later mark find one
            else:
                inside[position:end] = [True] * (end - position)
                position = end
        position += 1
    return inside
