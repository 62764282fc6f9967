"""The palette: everything that can be done now, by a few letters."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from dateline.gui import needs
from dateline.gui.actions import ACTIONS, words
from dateline.gui.dialogs.palette import Command, Palette
from dateline.gui.window import MainWindow

_ARTICLES = 2000
"""Articles that are offered at most, the first of the list."""
_LATELY = 12
"""Commands that are remembered to stand first."""


class PaletteCommands(QObject):
    """Offers actions, labels, kinds of articles and articles."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.used: list[str] = []
        """The ids of the actions chosen here, the last one first."""
        window.actions_.bind("view.palette", self.show)

    def show(self) -> None:
        """Opens the palette."""
        Palette(self.commands(), self.used, self._window).open_over(self._window)

    def commands(self) -> list[Command]:
        """What is offered now; what cannot be done names what it lacks."""
        window = self._window
        lacking = needs.lacking(needs.met(window.workbench))
        commands = [
            Command(
                spec.id,
                words(spec.text).replace("&", "").rstrip("…"),
                " · ".join(window.workbench.keymap.written(spec.id)[:1]),
                "",
                partial(self._run, spec.id),
                needs.sentence(lacking[spec.id], window.workbench) if spec.id in lacking else "",
            )
            for spec in ACTIONS
            if spec.id and spec.id != "view.palette" and (window.actions_[spec.id].isEnabled() or spec.id in lacking)
        ]
        language = window.workbench.language
        if window.workbench.session is not None:
            kind = self.tr("Label")
            for term in window.workbench.codebook.labels:
                name = f"{kind}: {term.name(language)}"
                commands.append(Command(term.id, name, term.key, kind, partial(window.commands.label, term.id)))
        kind = self.tr("List of articles")
        for only, name in window.library.kinds():
            commands.append(Command(f"only.{only.name}", name, "", kind, partial(window.library.show_only, only)))
        kind = self.tr("Article")
        for article in window.library.model.shown[:_ARTICLES]:
            commands.append(
                Command(article.id, article.title, "", kind, partial(window.library.chosen.emit, article.id))
            )
        return commands

    def _run(self, id: str) -> None:
        if not self._window.actions_[id].isEnabled():
            self._window.say_why_not(id)
            return
        self.used = [id, *(used for used in self.used if used != id)][:_LATELY]
        self._window.actions_[id].trigger()
