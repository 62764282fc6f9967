"""The project's own steps: the door for those that concern no article, and what can be taken back next.

What is said of an entity and the codebook change only through a line of the project's log, saved with what it says.
"""

from __future__ import annotations

from dateline.core import ledger
from dateline.core.errors import ConflictError
from dateline.core.history import Entry, History
from dateline.core.ledger import ProjectDecision, ProjectEntry
from dateline.core.ports import Project
from dateline.core.recoding import speaks_of_what_is_gone
from dateline.services.session import ReviewSession


def prepared(project: Project, decision: ProjectDecision, by: str) -> ProjectEntry | None:
    """The line of a step, with its inverse from what is saved now. None where it changes nothing.

    Raises `StorageError`.
    """
    return ledger.entry(decision, project.said_of(ledger.touched(decision)), project.codebook, by)


class Ledger:
    """The history of one open project, for one coder."""

    def __init__(self, project: Project, by: str) -> None:
        """Raises `StorageError`."""
        self.project = project
        self.by = by
        self.history: History[ProjectEntry] = History()
        self.read()

    def read(self) -> None:
        """Reads the log anew. Raises `StorageError`; then the history is as it was."""
        self.history = History.of(self.project.project_log())

    def decide(self, decision: ProjectDecision) -> ProjectEntry | None:
        """Takes a step that concerns no article. None where it changes nothing.

        Raises `StorageError` and `RegistryError`; then everything is as it was.
        """
        entry = prepared(self.project, decision, self.by)
        if entry is not None:
            try:
                self.project.append_all([], entry)
            except ConflictError:
                self.read()
                raise
            self.history.add(entry)
        return entry


Last = Entry | ProjectEntry


def last(session: ReviewSession | None, own: Ledger | None, *, undo: bool) -> Last | None:
    """What was done last (`undo`), or taken back last: a step of the open article, or one about the project.

    A step that was taken back under another codebook is not repeated with ids that the one of now lacks.
    """
    entry = session.history.next(undo) if session is not None else None
    about = own.history.next(undo) if own is not None else None
    if session is not None and entry is not None and not undo and _is_gone(entry, session):
        entry = None
    if session is None or entry is None or own is None or about is None:
        return entry or about
    return about if own.history.moment(about) > session.history.moment(entry) else entry


def _is_gone(entry: Entry, session: ReviewSession) -> bool:
    """Whether a step speaks in words that the codebook no longer has."""
    return speaks_of_what_is_gone(entry.decision, session.state, session.project.codebook)
