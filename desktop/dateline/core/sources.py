"""Whose suggestions: beside Dateline's own layers, a spaCy pipeline that the person brings."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A pipeline that was chosen. `name`: an installed package, or the path of a folder.

    `alone`: names and places come from it only; dates, amounts, quotes and events stay Dateline's.
    """

    name: str
    alone: bool = False

    def to_json(self) -> str:
        """The form that a project remembers."""
        return json.dumps({"name": self.name, "alone": self.alone}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str | None) -> ModelChoice | None:
        """What a project remembers; None where it remembers nothing, or something else."""
        try:
            form = json.loads(text or "null")
            return cls(str(form["name"]), bool(form.get("alone"))) if form and form["name"] else None
        except (ValueError, TypeError, KeyError, AttributeError):
            return None


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a pipeline says about itself, and what was checked. `sha256`: of all its files, "" until it is asked for.

    `labels`: its labels with ours for each; None for what Dateline does not mark.
    """

    name: str
    version: str
    language: str
    licence: str
    author: str
    description: str
    spacy: str
    path: str
    components: tuple[str, ...]
    labels: tuple[tuple[str, str | None], ...]
    sha256: str = ""
