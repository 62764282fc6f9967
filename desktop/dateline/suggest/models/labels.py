"""The labels of other pipelines (OntoNotes, CoNLL, wiki) as ours."""

from __future__ import annotations

import json
from functools import cache

from dateline.core import assets

_POSITIONS = ("B-", "I-", "L-", "U-", "E-", "S-")


@cache
def _table() -> dict[str, str]:
    data: dict[str, list[str]] = json.loads(assets.path("codebooks", "labels.json").read_text(encoding="utf-8"))
    return {theirs: ours for ours, names in data.items() for theirs in (ours, *names)}


def ours(label: str) -> str | None:
    """Our label for another pipeline's, None where Dateline does not mark such things (CARDINAL, MISC …)."""
    plain = label.strip().upper()
    if plain.startswith(_POSITIONS):
        plain = plain[2:]
    return _table().get(plain)
