"""What a person does, as data: a named list of edits. What the edits change is for each kind of act to say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from dateline.core.ids import new_id

E = TypeVar("E")
A = TypeVar("A", bound="Act[Any]")


@dataclass(frozen=True, slots=True)
class Act(Generic[E]):
    """A step that a person (or a run of the suggester) took. `verb` and `subject` name it: "accept", "Şırnak"."""

    verb: str
    edits: tuple[E, ...]
    subject: str = ""
    id: str = field(default_factory=new_id)
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    group: str | None = None
    """What the steps that were taken together in several places have in common; None for a step of its own."""


def again(act: A) -> A:
    """The same edits as an act of its own, taken now."""
    return replace(act, id=new_id(), at=datetime.now(UTC))
