"""Reads the list of articles of a project in slices, between which the window lives."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from dateline.core.article import ArticleSummary, Extract
from dateline.core.errors import DatelineError
from dateline.core.ports import Project
from dateline.gui.library.model import ArticleModel

SLICE = 1000
"""Articles read at a time: some milliseconds. A list that is not longer is read at once."""


class ListLoader(QObject):
    """Fills the model of the list. Slices are read by the window's thread, in the pauses between its other work: a
    thread of its own would hold the interpreter most of the time and be one more thing to stop.
    """

    failed = Signal(object)
    """A `DatelineError`: the list could not be read to its end."""
    ended = Signal()
    """The list is whole, or as whole as it will be."""

    def __init__(self, model: ArticleModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._project: Project | None = None
        self._read: list[ArticleSummary] = []
        self._last: ArticleSummary | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def open(self, project: Project, id: str) -> Extract:
        """Shows the list of a project around one article at once and begins to read it; returns what is shown.

        Raises `StorageError`.
        """
        self.stop()
        self._project = project
        part = project.articles_around(id, SLICE)
        if len(part.rows) == part.total:
            self._model.fill(part.rows)
        else:
            self._model.begin(part)
            self._timer.start()
        return part

    def refresh(self) -> None:
        """Reads everything anew; until the end of it the list stays as it is. Raises `StorageError`."""
        if self._project is None:
            return
        self.stop()
        self._timer.start()
        self._step()

    def finish(self) -> None:
        """Reads what is missing at once, for what needs the whole list. Raises `StorageError`."""
        while self._timer.isActive():
            self._step()

    def drop(self, id: str) -> None:
        """An article was put into the trash."""
        self._read = [a for a in self._read if a.id != id]
        self._model.drop(id)

    def stop(self) -> None:
        """Reads no further."""
        self._timer.stop()
        self._read, self._last = [], None

    def close(self) -> None:
        """No project is open any more."""
        self.stop()
        self._project = None
        self._model.fill([])

    def _go_on(self) -> None:
        try:
            self._step()
        except DatelineError as error:
            self.failed.emit(error)

    def _step(self) -> None:
        assert self._project is not None
        try:
            rows = self._project.articles_behind(self._last, SLICE)
        except DatelineError:
            self.stop()
            self._model.close_gaps()
            self.ended.emit()
            raise
        self._model.take(rows, len(self._read))
        self._read += rows
        if len(rows) < SLICE:
            self._end()
        else:
            self._last = rows[-1]

    def _end(self) -> None:
        articles = self._model.newest(self._read)
        self.stop()
        self._model.fill(articles)
        self.ended.emit()
