"""Every sentence that is said outside the window's own translations: reasons, errors, notices, in both languages.

The sentences are data, one file an area and language (`resources/messages/<area>.<language>.json`); a test keeps the
languages equal in keys and places. Keys start with their area: `suggest.…`, `storage.…`.
"""

from __future__ import annotations

import json
from functools import cache

from dateline.core import assets

LANGUAGES = ("tr", "en")
_FALLBACK = "en"


@cache
def catalogue(language: str) -> dict[str, str]:
    """All sentences of one language by key; English where the language is not one of ours."""
    chosen = language if language in LANGUAGES else _FALLBACK
    sentences: dict[str, str] = {}
    for file in sorted(assets.path("messages").glob(f"*.{chosen}.json")):
        sentences.update(json.loads(file.read_text(encoding="utf-8")))
    return sentences


def say(key: str, language: str, **params: object) -> str:
    """The sentence `key` in `language`, its places filled from `params`.

    A key that is unknown (a plug-in's, a newer version's) is returned as it is: a reason must never raise.
    """
    template = catalogue(language).get(key)
    if template is None:
        return key
    try:
        return template.format(**params)
    except (KeyError, IndexError):
        return template
