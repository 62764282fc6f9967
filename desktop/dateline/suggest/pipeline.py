"""The one spaCy pipeline: a blank Turkish or English model with our tokenizer and our components, in order."""

from __future__ import annotations

from datetime import date

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.suggest import blocks as _blocks  # noqa: F401 - registers the component
from dateline.suggest import tokenizer as _tokenizer
from dateline.suggest.analysis import Analysis

LANGUAGES = ("tr", "en")


def build(language: str) -> Language:
    """The pipeline for a language; English rules serve where the language is neither of ours."""
    chosen = language if language in LANGUAGES else "en"
    nlp = spacy.blank(chosen)
    nlp.max_length = 10_000_000
    nlp.tokenizer = _tokenizer.NewsTokenizer(nlp.vocab, chosen)
    nlp.add_pipe("dateline_blocks")
    return nlp


def analyse(nlp: Language, text: str, language: str, published: date | None) -> Doc:
    """Runs the pipeline over a text and returns the Doc, its findings in `doc._.analysis`."""
    doc = nlp.make_doc(text)
    doc._.analysis = Analysis(language, published)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
