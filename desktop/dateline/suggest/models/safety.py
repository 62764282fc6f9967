"""Whether a pipeline may be loaded: made for this spaCy, built only of parts that spaCy or Dateline brings.

A `config.cfg` names functions that are called while a pipeline is built. Each name is looked up before that; one that
only code outside of spaCy and Dateline could answer, a callback or another pipeline as a source is refused.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator, Mapping
from importlib import metadata
from typing import Any

import catalogue  # type: ignore[import-untyped]
from spacy.about import __version__ as here
from spacy.registrations import populate_registry
from spacy.util import get_lang_class, is_compatible_version, registry

from dateline.core.errors import SuggestError
from dateline.suggest.models.folder import ModelFolder

_OURS = ("spacy", "spacy_legacy", "thinc", "dateline")
_CALLBACKS = ("before_creation", "after_creation", "after_pipeline_creation")
_CODE = re.compile(r"[a-z]{2,3}")


def check(found: ModelFolder, name: str) -> None:
    """Raises `SuggestError` where a pipeline does not fit or would run code that is not ours."""
    wanted = found.meta.get("spacy_version")
    if not isinstance(wanted, str) or is_compatible_version(here, wanted) is not True:
        raise SuggestError("models.version", name=name, wanted=str(wanted or "?")[:40], here=here)
    nlp, components = found.config.get("nlp"), found.config.get("components", {})
    if not isinstance(nlp, Mapping) or not isinstance(components, Mapping):
        raise SuggestError("models.unreadable", name=name, what="config.cfg")
    language = str(nlp.get("lang"))
    if not _CODE.fullmatch(language) or importlib.util.find_spec(f"spacy.lang.{language}") is None:
        raise SuggestError("models.language", name=name, code=language[:40])
    for callback in _CALLBACKS:
        if nlp.get(callback) is not None:
            raise SuggestError("models.code", name=name, what=f"nlp.{callback}")
    get_lang_class(language)  # spaCy's own; brings the components that this language has for itself
    populate_registry()
    for title, part in components.items():
        factory = part.get("factory") if isinstance(part, Mapping) else None
        if factory is None:
            raise SuggestError("models.code", name=name, what=f"components.{title}")
        if not _known_factory(str(factory), language):
            raise SuggestError("models.component", name=name, what=str(factory)[:80])
    for kind, function in _references({"nlp": nlp, "components": components}):
        if not _known_function(kind, function):
            raise SuggestError("models.code", name=name, what=f"@{kind} = {function}"[:120])


def _references(value: object) -> Iterator[tuple[str, str]]:
    """Every `@registry = "name"` of a configuration."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(key, str) and key.startswith("@"):
                yield key[1:], str(inner)
            else:
                yield from _references(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _references(inner)


def _known_factory(factory: str, language: str) -> bool:
    names = (f"{language}.{factory}", factory)
    known = next((n for n in names if catalogue.check_exists(*registry.factories.namespace, n)), None)
    return known is not None and _is_ours(registry.factories.get(known))


def _known_function(kind: str, function: str) -> bool:
    table = getattr(registry, kind, None) if kind.isidentifier() and not kind.startswith("_") else None
    if not isinstance(table, catalogue.Registry):
        return False
    if catalogue.check_exists(*table.namespace, function):
        return _is_ours(table.get(function))
    # What spaCy has replaced lives in a package of its own, which it requires.
    entries = metadata.entry_points(group=f"spacy_{kind}", name=function)
    return any(entry.value.startswith("spacy_legacy.") for entry in entries)


def _is_ours(function: Any) -> bool:
    return str(getattr(function, "__module__", "")).partition(".")[0] in _OURS
