"""Undo and redo as a reading of the append-only log: undoing never erases, it appends the inverse.

Because the stacks are computed from the log, they are there again after a restart. What an undo or a redo changed is
computed from the state that it met, as for every step: runs of the suggester may lie between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from dateline.core.review import Applied, Decision, Put, ReviewState, apply


class Kind(StrEnum):
    """What an entry of the log is."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    MACHINE = "machine"
    """A run of the suggester: in the log like everything else, but not a step that a person takes back."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. `reverts`: the decision that an undo takes back or a redo repeats."""

    kind: Kind
    decision: Decision
    inverse: Decision
    by: str
    reverts: str | None = None


@dataclass(slots=True)
class History:
    """The steps that can be undone and redone now, newest last."""

    undoable: list[Entry] = field(default_factory=list)
    redoable: list[Entry] = field(default_factory=list)

    @classmethod
    def of(cls, log: Iterable[Entry]) -> History:
        """The history that a log, oldest first, leaves behind."""
        history = cls()
        for entry in log:
            history.add(entry)
        return history

    def add(self, entry: Entry) -> None:
        """Takes one more line of the log into account."""
        match entry.kind:
            case Kind.DO:
                self.undoable.append(entry)
                self.redoable.clear()
            case Kind.UNDO if self.undoable:
                self.redoable.append(_turned(self.undoable.pop(), entry.inverse, entry.decision))
            case Kind.REDO if self.redoable:
                self.undoable.append(_turned(self.redoable.pop(), entry.decision, entry.inverse))

    def about(self, id: str) -> Iterator[Entry]:
        """The steps that stand and touched a record, the latest first."""
        for entry in reversed(self.undoable):
            if any((edit.record.id if isinstance(edit, Put) else edit.id) == id for edit in entry.decision.edits):
                yield entry

    def undo(self, by: str) -> Entry | None:
        """The entry that would take back the last step; it counts once it is added."""
        if not self.undoable:
            return None
        last = self.undoable[-1]
        return Entry(Kind.UNDO, _again(last.inverse), last.decision, by, last.decision.id)

    def redo(self, by: str) -> Entry | None:
        """The entry that would repeat the step undone last; it counts once it is added."""
        if not self.redoable:
            return None
        last = self.redoable[-1]
        return Entry(Kind.REDO, _again(last.decision), last.inverse, by, last.decision.id)


def carry_out(entry: Entry, state: ReviewState) -> tuple[Entry, Applied]:
    """An undo or redo as it takes place in a state: the entry with the exact way back, and what came of it."""
    applied = apply(state, entry.decision)
    return replace(entry, inverse=applied.inverse), applied


def _turned(step: Entry, forward: Decision, inverse: Decision) -> Entry:
    """The same step after it was taken back or repeated, with the edits that lead there and back from now on."""
    return replace(step, decision=replace(step.decision, edits=forward.edits), inverse=inverse)


def _again(decision: Decision) -> Decision:
    """The same edits as a decision of its own, taken now."""
    return Decision(decision.verb, decision.edits, decision.subject, group=decision.group)
