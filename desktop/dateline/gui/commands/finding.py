"""Finding words in the open article: the bar above the text, its hits, and the same label everywhere."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dateline.core.spans import Span
from dateline.gui.fit import is_low
from dateline.gui.window import MainWindow


class FindCommands(QObject):
    """Opens the find bar; its keys are also those of the project's hits, where only they are shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        act = window.actions_
        act.bind("mark.everywhere", self._label_everywhere)
        act.bind("edit.find", self._start_find)
        act.bind("edit.find_next", lambda: self._walk_hits(1))
        act.bind("edit.find_previous", lambda: self._walk_hits(-1))
        window.findbar.opening.connect(self._make_room)
        window.findbar.left.connect(window.metadata.show)
        window.findbar.label_wanted.connect(self._label_hits)

    def _make_room(self) -> None:
        """In a low window the find bar takes the place of the metadata, or it would push the text off the screen."""
        self._window.metadata.setVisible(not is_low(self._window))

    def _start_find(self) -> None:
        chosen = self._window.workbench.range
        self._window.findbar.start(chosen.of(self._window.workbench.text) if chosen is not None else "")

    def _label_everywhere(self) -> None:
        """What is ticked in the search of the project, where the keyboard is there; else in the article."""
        panel = self._window.search
        if panel.has_keyboard() and panel.model.count_ticked():
            panel.label_wanted.emit()
        else:
            self._window.commands.label_everywhere()

    def _walk_hits(self, step: int) -> None:
        """Through the hits of the find bar, or of the project where only they are shown or have the keyboard."""
        focus = self._window.focusWidget()
        inside = focus is not None and self._window.search.isAncestorOf(focus)
        if self._window.search.isVisible() and (inside or self._window.findbar.isHidden()):
            self._window.search.walk(step)
        else:
            self._window.findbar.go(step)

    def _label_hits(self, hits: list[Span]) -> None:
        """Offers the hits that are whole tokens; half a word is nothing to label."""
        whole = [hit for hit in hits if self._window.article.shown.tokens.snap(hit.start, hit.end) == hit]
        if whole:
            self._window.commands.offer_everywhere(whole[0].of(self._window.workbench.text), places=whole)
        else:
            self._window.hint(self.tr("No hit is a whole word."))
