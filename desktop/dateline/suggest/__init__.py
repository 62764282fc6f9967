"""Suggestions: the only place that knows spaCy."""

from dateline.suggest.lean import import_spacy

import_spacy()
