"""Paragraphs, headings and sentences: marks sentence starts on the Doc and headings on its analysis."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from dateline.core.header import read_header
from dateline.suggest.analysis import Analysis, analysis_of
from dateline.suggest.words import words_of

_ABBREVIATIONS = frozenset(
    "dr prof doç av sn hz st yrd org no vb vs bkz gen alb mr mrs ms jan feb mar apr jun jul aug sep sept oct nov dec "
    "inc ltd co corp gov sen rep".split()
)
_CLOSERS = "\"'”’»)]"


def paragraphs(text: str, start: int = 0) -> list[tuple[int, int]]:
    """The lines that hold something, as code point ranges without the white space around them."""
    return [
        (start + m.start(), start + m.end()) for m in re.finditer(r"\S[^\n]*\S|\S", text[start:]) if m.group().strip()
    ]


def is_heading(line: str) -> bool:
    """A line in capitals, or one in the title case of English headlines; no full stop ends it."""
    letters = [c for c in line if c.isalpha()]
    if not letters:
        return False
    capital = sum(c.isupper() for c in letters) / len(letters)
    return (capital > 0.8 or _title_case(line)) and not line.endswith(".")


def _title_case(line: str) -> bool:
    """Whether nearly all longer words begin with a capital, as in "Parliament Votes to Send Troops"."""
    longer = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return len(longer) > 4 and sum(word[0].isupper() for word in longer) / len(longer) > 0.85


@Language.component("dateline_blocks")
def blocks(doc: Doc) -> Doc:
    """Marks where sentences start; paragraphs and headings always end one, full stops within quotes do not."""
    analysis: Analysis = analysis_of(doc)
    text = doc.text
    analysis.body_start = analysis.body_start or read_header(text).end
    lines = paragraphs(text, analysis.body_start)
    analysis.headings = [(a, b) for a, b in lines if is_heading(text[a:b])]
    line_starts = {a for a, _ in lines}
    starts_next = True
    quoted = False
    for token in doc:
        word = token.text
        at_line = token.idx in line_starts
        if at_line:
            quoted = False
        token.is_sent_start = at_line or token.idx == 0 or (starts_next and not word.isspace() and word not in _CLOSERS)
        if token.is_sent_start:
            starts_next = False
        if word in '"“”„«»':
            quoted = {"“": True, "„": True, "«": True, "”": False, "»": False}.get(word, not quoted)
            if not quoted and token.i and doc[token.i - 1].text in ".!?…":
                following = doc[token.i + 1].text if token.i + 1 < len(doc) else ""
                starts_next = following[:1].isupper()
        elif word in ".!?…" and not quoted:
            previous = doc[token.i - 1].text.lower() if token.i else ""
            following = next((t.text for t in doc[token.i + 1 : token.i + 4] if not t.text.isspace()), "")
            abbreviation = word == "." and (previous in _ABBREVIATIONS or len(previous) == 1)
            ordinal = word == "." and previous.isdigit() and (len(previous) < 4 or not following[:1].isupper())
            starts_next = not abbreviation and not ordinal and not following[:1].islower()
    analysis.words = words_of(doc, analysis.headings, analysis.body_start, analysis.language)
    return doc
