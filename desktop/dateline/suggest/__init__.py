"""Suggestions: the only place that knows spaCy."""
