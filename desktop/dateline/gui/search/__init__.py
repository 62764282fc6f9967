"""Searching the whole project: the panel below the text with its list of hits."""
