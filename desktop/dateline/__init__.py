"""Dateline: turn news articles into structured, evidence-linked data."""

__version__ = "0.1.0"
