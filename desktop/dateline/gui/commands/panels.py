"""The parts of the window: showing and hiding the side panels, going to one of them, going round them all."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from dateline.gui.focus import Part, go_round
from dateline.gui.tour import Tour
from dateline.gui.window import MainWindow


class PanelCommands(QObject):
    """Says where the keyboard is and which panels are there; what is hidden stays so."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        act = window.actions_
        act.bind("view.articles", lambda: self._come_to("articles"))
        act.bind("view.text", lambda: window.article.setFocus(Qt.FocusReason.ShortcutFocusReason))
        act.bind("view.review", lambda: self._come_to("review"))
        wide = window.screen().availableSize().width() >= window.fontMetrics().height() * 50
        for panel, default in (("articles", wide), ("review", True)):
            act[f"view.show_{panel}"].setChecked(window.preferences.shows(panel, default))
            act[f"view.show_{panel}"].toggled.connect(lambda shown, panel=panel: self._show_panel(panel, shown))
        window.library.setVisible(act["view.show_articles"].isChecked())
        act.bind("view.next_part", lambda: go_round(self._parts(), 1))
        act.bind("view.previous_part", lambda: go_round(self._parts(), -1))

    def _show_panel(self, panel: str, shown: bool) -> None:
        self._window.preferences.remember_shown(panel, shown)
        widget = self._window.library if panel == "articles" else self._window.review
        had_keyboard = widget.isAncestorOf(self._window.focusWidget() or widget)
        widget.setVisible(shown and (widget is self._window.library or self._window.workbench.session is not None))
        if had_keyboard and not shown:
            (self._window.article if self._window.workbench.session is not None else self._window.start).setFocus()

    def _come_to(self, panel: str) -> None:
        """Puts the keyboard on a panel, which is shown where it was hidden."""
        self._window.actions_[f"view.show_{panel}"].setChecked(True)
        if panel == "articles":
            self._window.library.focus()
        else:
            self._window.review.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _parts(self) -> list[Part]:
        """The parts of the window, from left to right, for the key that goes round."""
        return [
            Part(lambda: self._window.library, self._window.library.entry),
            Part(lambda: self._window.banner, lambda: None),
            Part(lambda: self._window.start, self._window.start.focusProxy),
            Part(lambda: self._window.metadata, lambda: None),
            Part(lambda: self._window.findbar, lambda: None),
            Part(lambda: self._window.article, lambda: self._window.article),
            Part(lambda: self._window.review, self._window.review.focusProxy),
            Part(lambda: self._window.findChild(Tour), lambda: None),
            Part(lambda: self._window.menus.tools, lambda: None),
        ]
