"""Paragraphs, headings and sentences: marks sentence starts on the Doc and headings on its analysis."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from dateline.core.header import read_header
from dateline.core.sentences import Sentences
from dateline.suggest.analysis import Analysis, analysis_of
from dateline.suggest.words import words_of


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
    """Marks where sentences start (`core.sentences`: the rule that evidence is cut by) and which lines are headings."""
    analysis: Analysis = analysis_of(doc)
    text = doc.text
    if analysis.opening:
        analysis.body_start = analysis.body_start or read_header(text).end
    lines = paragraphs(text, analysis.body_start)
    analysis.headings = [(a, b) for a, b in lines if is_heading(text[a:b])]
    starts = {span.start for span in Sentences(text, analysis.language, analysis.body_start)}
    # All at once: for a single token spaCy looks through the whole Doc whether it was parsed.
    marks = np.isin(doc.to_array("IDX"), np.fromiter(starts, dtype=np.uint64, count=len(starts)))
    column: Any = marks.astype(np.uint64).reshape(-1, 1)
    doc.from_array(["SENT_START"], column)
    analysis.words = words_of(doc, analysis.headings, analysis.body_start, analysis.language)
    return doc
