"""The codebook: labels, event types, roles, modalities. Data that the whole application derives from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.core import assets
from dateline.core.errors import CodebookError

Words = Mapping[str, str]
"""One text in several languages, by language code."""


def in_language(words: Words, language: str) -> str:
    """The text in a language, in English where that is missing, else in whatever there is."""
    return words.get(language) or words.get("en") or next(iter(words.values()), "")


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the codebook. `light` and `dark`: its colour `#rrggbb` in either theme; `key`: its key, or ""."""

    id: str
    names: Words
    definition: Words
    light: str = ""
    dark: str = ""
    key: str = ""
    confused_with: tuple[str, ...] = ()
    tags: Words = field(default_factory=dict)
    """A short form of the name for the small tags in the text."""
    takes: tuple[str, ...] = ()
    """What else the suggester may call this: ids of labels, or of types, that this codebook does not divide from it."""

    def tag(self, language: str) -> str:
        return in_language(self.tags, language) or self.name(language)

    def name(self, language: str) -> str:
        return in_language(self.names, language)


@dataclass(frozen=True, slots=True)
class EventType:
    """An event type: a term with its modes, the roles it must have, and what it is in other schemes."""

    term: Term
    modes: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    plover: str = ""
    quad: str = ""

    @property
    def id(self) -> str:
        return self.term.id


@dataclass(frozen=True)
class Codebook:
    """Everything an analyst can choose from."""

    id: str
    version: str
    names: Words
    labels: Sequence[Term]
    event_types: Sequence[EventType]
    roles: Sequence[Term]
    modalities: Sequence[Term]
    modes: Sequence[Term] = field(default_factory=tuple)

    @cached_property
    def label_by_id(self) -> dict[str, Term]:
        return {t.id: t for t in self.labels}

    @cached_property
    def type_by_id(self) -> dict[str, EventType]:
        return {t.id: t for t in self.event_types}

    def term(self, id: str) -> Term | None:
        """A label or event type, role, modality or mode by its id."""
        if id in self.label_by_id:
            return self.label_by_id[id]
        if id in self.type_by_id:
            return self.type_by_id[id].term
        return next((t for t in (*self.roles, *self.modalities, *self.modes) if t.id == id), None)


def _term(data: Mapping[str, Any]) -> Term:
    try:
        colour = data.get("colour", {})
        return Term(
            id=str(data["id"]),
            names=dict(data["name"]),
            definition=dict(data.get("definition", {})),
            light=str(colour.get("light", "")),
            dark=str(colour.get("dark", "")),
            key=str(data.get("key", "")),
            confused_with=tuple(data.get("confused_with", ())),
            tags=dict(data.get("tag", {})),
            takes=tuple(data.get("takes", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CodebookError("codebook.term", what=str(error)) from error


def parse(text: str) -> Codebook:
    """A codebook from its JSON form. Raises `CodebookError` where the form is not a codebook's."""
    try:
        data = json.loads(text)
        terms = {name: [_term(t) for t in data.get(name, ())] for name in ("labels", "roles", "modalities", "modes")}
        types = [
            EventType(
                term=_term(t),
                modes=tuple(t.get("modes", ())),
                required=tuple(t.get("required", ())),
                plover=str(t.get("plover", "")),
                quad=str(t.get("quad", "")),
            )
            for t in data["event_types"]
        ]
        book = Codebook(
            id=str(data["id"]),
            version=str(data["version"]),
            names=dict(data["name"]),
            labels=terms["labels"],
            event_types=types,
            roles=terms["roles"],
            modalities=terms["modalities"],
            modes=terms["modes"],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CodebookError("codebook.form", what=str(error)) from error
    for group in (book.labels, [t.term for t in types], book.roles, book.modalities, book.modes):
        ids = [t.id for t in group]
        if len(ids) != len(set(ids)):
            raise CodebookError("codebook.twice", what=", ".join(sorted({i for i in ids if ids.count(i) > 1})))
    return book


def dump(book: Codebook) -> str:
    """The JSON form of a codebook: `parse(dump(book))` says the same as `book`."""
    form = {
        "id": book.id,
        "version": book.version,
        "name": book.names,
        "labels": [_form(t) for t in book.labels],
        "event_types": [
            _form(t.term) | {"modes": t.modes, "required": t.required, "plover": t.plover, "quad": t.quad}
            for t in book.event_types
        ],
        "roles": [_form(t) for t in book.roles],
        "modalities": [_form(t) for t in book.modalities],
        "modes": [_form(t) for t in book.modes],
    }
    return json.dumps(form, ensure_ascii=False, indent=1)


def _form(term: Term) -> dict[str, Any]:
    form: dict[str, Any] = {"takes": term.takes} if term.takes else {}
    return form | {
        "id": term.id,
        "key": term.key,
        "name": term.names,
        "definition": term.definition,
        "colour": {"light": term.light, "dark": term.dark},
        "confused_with": term.confused_with,
        "tag": term.tags,
    }


def load(path: Path) -> Codebook:
    """A codebook from a file."""
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError("codebook.unreadable", path=path.name) from error


BUNDLED = ("default", "small")
"""The names of the codebooks that ship with Dateline."""


def bundled(name: str = "default") -> Codebook:
    """A codebook that ships with Dateline. `name`: one of `BUNDLED`."""
    return load(assets.path("codebooks", f"{name}.json"))
