"""Undo and redo as a reading of an append-only log: undoing never erases, it appends the inverse.

Because the stacks are computed from the log, they are there again after a restart. What an undo or a redo changed is
computed from the state that it met, as for every step: runs of the suggester may lie between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from dateline.core.acts import A, again
from dateline.core.review import Applied, Decision, Put, ReviewState, apply


class Kind(StrEnum):
    """What an entry of the log is."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    MACHINE = "machine"
    """A run of the suggester: in the log like everything else, but not a step that a person takes back."""


@dataclass(frozen=True, slots=True)
class Line(Generic[A]):
    """One line of a log. `reverts`: the decision that an undo takes back or a redo repeats."""

    kind: Kind
    decision: A
    inverse: A
    by: str
    reverts: str | None = None


@dataclass(frozen=True, slots=True)
class Entry(Line[Decision]):
    """One line of the log of an article."""


L = TypeVar("L", bound=Line[Any])


@dataclass(slots=True)
class History(Generic[L]):
    """The steps that can be undone and redone now, newest last."""

    undoable: list[L] = field(default_factory=list)
    redoable: list[L] = field(default_factory=list)
    _moments: dict[str, datetime] = field(default_factory=dict)

    @classmethod
    def of(cls, log: Iterable[L]) -> History[L]:
        """The history that a log, oldest first, leaves behind."""
        history = cls()
        for entry in log:
            history.add(entry)
        return history

    def add(self, entry: L) -> None:
        """Takes one more line of the log into account."""
        match entry.kind:
            case Kind.DO:
                moved = entry
                self.redoable.clear()
                self.undoable.append(moved)
            case Kind.UNDO if self.undoable:
                moved = _renewed(self.undoable.pop(), entry.inverse, entry.decision)
                self.redoable.append(moved)
            case Kind.REDO if self.redoable:
                moved = _renewed(self.redoable.pop(), entry.decision, entry.inverse)
                self.undoable.append(moved)
            case _:
                return
        self._moments[moved.decision.id] = entry.decision.at

    def moment(self, entry: L) -> datetime:
        """When a step that can be undone was taken or repeated last, or one that can be redone was taken back."""
        return self._moments[entry.decision.id]

    def next(self, undo: bool) -> L | None:
        """The step that would be taken back next (`undo`), or repeated."""
        stack = self.undoable if undo else self.redoable
        return stack[-1] if stack else None

    def about(self, id: str) -> Iterator[L]:
        """The steps that stand and touched a record, the latest first."""
        for entry in reversed(self.undoable):
            if any((edit.record.id if isinstance(edit, Put) else edit.id) == id for edit in entry.decision.edits):
                yield entry

    def undo(self, by: str) -> L | None:
        """The entry that would take back the last step; it counts once it is added."""
        return _turned(self.undoable[-1], Kind.UNDO, by) if self.undoable else None

    def redo(self, by: str) -> L | None:
        """The entry that would repeat the step undone last; it counts once it is added."""
        return _turned(self.redoable[-1], Kind.REDO, by) if self.redoable else None


def carry_out(entry: Entry, state: ReviewState) -> tuple[Entry, Applied]:
    """An undo or redo as it takes place in a state: the entry with the exact way back, and what came of it."""
    applied = apply(state, entry.decision)
    return replace(entry, inverse=applied.inverse), applied


def _turned(last: L, kind: Kind, by: str) -> L:
    back = kind is Kind.UNDO
    forward, inverse = (last.inverse, last.decision) if back else (last.decision, last.inverse)
    return replace(last, kind=kind, decision=again(forward), inverse=inverse, by=by, reverts=last.decision.id)


def _renewed(step: L, forward: Any, inverse: Any) -> L:
    """The same step after it was taken back or repeated, with the edits that lead there and back from now on."""
    return replace(step, decision=replace(step.decision, edits=forward.edits), inverse=inverse)
