"""What an analyst decides about: mentions, events with their arguments, quotes. Immutable values with stable ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dateline.core.messages import say
from dateline.core.spans import Span


class Status(StrEnum):
    """What has been decided about a record."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record came from and why, so that it can be explained in either language.

    `source`: "rule", "gazetteer", "model", "memory" or "analyst". `reason`: a key of the message catalogue, `params`
    its places. `score`: a calibrated probability, None where there is none: never an invented number.
    """

    source: str
    reason: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    score: float | None = None

    def explain(self, language: str) -> str:
        """The reason in words."""
        keys = (self.reason, self.params.get(FURTHER, ""))
        return " ".join(say(key, language, **self.params) for key in keys if key)


FURTHER = "further"
"""The parameter of an origin that holds the key of a second reason, which takes its words from the same parameters."""
ANALYST = Origin("analyst", "reason.analyst")
OTHER_VALUE = "other_value"
"""The parameter of an origin that holds the value of the other reading, where the words can be read in two ways."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that names something.

    `value`: ISO 8601 for dates and times, an amount for money and quantities, else None. `name`: the canonical name
    of what is mentioned ("Steve Witkoff" for a later "Witkoff"); mentions of one name and label are one entity.
    """

    id: str
    span: Span
    label: str
    status: Status
    origin: Origin
    name: str = ""
    value: str | None = None
    note: str = ""

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The values that the words may also have, beside `value`: kept with the origin, so that storage knows them."""
        other = self.origin.params.get(OTHER_VALUE)
        readings = (other, self.origin.params.get("value")) if other else ()
        return tuple(r for r in readings if r and r != self.value)


@dataclass(frozen=True, slots=True)
class Argument:
    """One participant of an event: a role filled by a mention."""

    role: str
    mention: str


SOURCE, OUTLET = "source", "outlet"
ATTRIBUTION = (SOURCE, OUTLET)
"""The roles of those who take no part in an event but tell of it: who says so, and the medium that it was said to.

Who tells of an event may also take part in it, so that a mention can have one of these roles beside another one.
"""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that an actor does, did, will do or is said to do. `when`: ISO 8601 or None."""

    id: str
    type: str
    trigger: Span
    status: Status
    origin: Origin
    modality: str = "asserted"
    mode: str | None = None
    when: str | None = None
    arguments: tuple[Argument, ...] = ()
    note: str = ""

    def mentions(self, role: str | None = None) -> tuple[str, ...]:
        """The ids of the mentions in one role, or in all of them."""
        return tuple(a.mention for a in self.arguments if role is None or a.role == role)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that someone said, between quotation marks; `speaker`: the id of a mention, or None."""

    id: str
    span: Span
    status: Status
    origin: Origin
    speaker: str | None = None
    note: str = ""


Record = Mention | Event | Quote


def anchor(record: Record) -> Span:
    """The stretch of text that stands for a record in lists and on screen."""
    return record.trigger if isinstance(record, Event) else record.span
