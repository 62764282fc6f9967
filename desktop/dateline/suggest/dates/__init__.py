"""Temporal expressions of Turkish and English news: found by grammars, resolved against the day of publication."""

from dateline.suggest.dates.model import Basis, Kind, Timex
from dateline.suggest.dates.tagger import find

__all__ = ["Basis", "Kind", "Timex", "find"]
