"""The one spaCy pipeline: a blank Turkish or English model with our tokenizer and our components, in order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.suggest import (  # noqa: F401 - importing registers the components
    blocks,
    figures,
    gazetteer,
    heads,
    merge,
    patterns,
    persons,
    quotes,
    shapes,
    titles,
    tokenizer,
    within,
)
from dateline.suggest.analysis import Analysis, Found, Learned, analysis_of
from dateline.suggest.attribution import component as _attribution  # noqa: F401 - registers the component
from dateline.suggest.events import component as _events  # noqa: F401 - registers the component
from dateline.suggest.learned import component as _names  # noqa: F401 - registers the component
from dateline.suggest.lexicon import lexicon

LANGUAGES = ("tr", "en")

COMPONENTS = (
    "dateline_blocks",
    "dateline_dates",
    "dateline_amounts",
    "dateline_gazetteer",
    "dateline_titles",
    "dateline_heads",
    "dateline_persons",
    "dateline_patterns",
    "dateline_shapes",
    "dateline_own",
    "dateline_within",
    "dateline_ner",
    "dateline_merge",
    "dateline_quotes",
    "dateline_events",
    "dateline_attribution",
)
"""The components in their order: what finds names and numbers, then what the article itself teaches, then the model
that weighs all this, then the settling of conflicts, then what builds on
settled mentions (quotes, events, attribution)."""

NAMING = frozenset(
    f"dateline_{name}" for name in ("gazetteer", "titles", "heads", "persons", "patterns", "shapes", "ner")
)
"""The components that a person's own pipeline stands in for where it is to work alone."""

_SPOKEN = frozenset({"dateline_quotes", "dateline_events", "dateline_attribution"})
"""Components that are made for one language."""


def layers() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The pipeline as it grows: the name of each layer that proposes something, and the components up to it."""
    settling = COMPONENTS.index("dateline_merge")
    for at, name in enumerate(COMPONENTS):
        if name not in ("dateline_blocks", "dateline_merge"):
            chosen = COMPONENTS[: at + 1]
            yield name.removeprefix("dateline_"), chosen if at > settling else (*chosen, "dateline_merge")


def build(language: str, components: Sequence[str] = COMPONENTS) -> Language:
    """The pipeline for a language; English rules serve where the language is neither of ours.

    `components`: a part of it, for training and tests.
    """
    chosen = language if language in LANGUAGES else "en"
    lexicon(chosen)
    nlp = spacy.blank(chosen)
    nlp.max_length = 10_000_000
    nlp.tokenizer = tokenizer.NewsTokenizer(nlp.vocab, chosen)
    for name in components:
        config = {"language": chosen} if name in _SPOKEN else {}
        nlp.add_pipe(name, config=config)
    return nlp


@Language.component("dateline_own")
def own(doc: Doc) -> Doc:
    """Takes in what the person's own pipeline found."""
    analysis = analysis_of(doc)
    analysis.mentions += analysis.own
    return doc


def analyse(
    nlp: Language,
    text: str,
    language: str,
    published: date | None,
    *,
    own: Sequence[Found] = (),
    learned: Learned | None = None,
    opening: bool = True,
    without: Collection[str] = (),
) -> Doc:
    """Runs the pipeline over a text and returns the Doc, its findings in `doc._.analysis`.

    `own`: what a person's own pipeline finds in it. `learned`, `opening`: see `Analysis`, where it is part of a longer
    text. `without`: components to leave out.
    """
    doc = nlp.make_doc(text)
    analysis = Analysis(language if language in LANGUAGES else "en", published, opening=opening, own=list(own))
    analysis.learned = learned or analysis.learned
    doc._.analysis = analysis
    for name, component in nlp.pipeline:
        if name in without:
            continue
        doc = component(doc)
    return doc
