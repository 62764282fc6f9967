"""How the text and the review look: size, typeface and measure, tags, definitions, the theme; all of it remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from dateline.gui import typeface
from dateline.gui.dialogs.typeface import TypefaceDialog
from dateline.gui.window import MainWindow


class AppearanceCommands(QObject):
    """Dresses the window as the preferences say; the line at the top of the text stays there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        act = window.actions_
        act.bind("view.zoom_in", lambda: self.zoom(1))
        act.bind("view.zoom_out", lambda: self.zoom(-1))
        act.bind("view.wider", lambda: self.widen(1))
        act.bind("view.narrower", lambda: self.widen(-1))
        act.bind("view.zoom_reset", lambda: self.zoom(0))
        act.bind("view.typeface", self.choose_typeface)
        act["view.tags"].setChecked(window.preferences.show_tags)
        act["view.tags"].toggled.connect(self._show_tags)
        window.review.guide.show_strip(window.preferences.show_guide)
        act["view.guide"].setChecked(window.preferences.show_guide)
        act["view.guide"].toggled.connect(self._show_guide)
        window.review.guide.folded.connect(lambda folded: act["view.guide"].setChecked(not folded))
        window.article.zoomed.connect(self.zoom)
        window.article.set_measure(window.preferences.measure)
        window.article.set_show_tags(window.preferences.show_tags)
        self.refresh()

    def zoom(self, step: int) -> None:
        """Larger (+1), smaller (-1) or normal (0) text."""
        self._window.preferences.zoom = self._window.preferences.zoom + step if step else 0
        self._set_text_font(self._window.article.first_visible())

    def widen(self, step: int) -> None:
        """Longer (+1) or shorter (-1) lines."""
        self._window.preferences.measure = self._window.preferences.measure + step * 6
        place = self._window.article.first_visible()
        self._window.article.set_measure(self._window.preferences.measure)
        self._window.article.scroll_to(place)

    def choose_typeface(self) -> TypefaceDialog:
        """Asks for a typeface and a line spacing. Returns the dialog, which is open then."""
        dialog = TypefaceDialog(self._window.preferences.typeface, self._window.preferences.spacing, self._window)
        dialog.chosen.connect(self.take_typeface)
        dialog.show()
        return dialog

    def take_typeface(self, choice: str, spacing: int) -> None:
        """Sets the text in a typeface, its lines by a spacing."""
        self._window.preferences.typeface, self._window.preferences.spacing = choice, spacing
        self._set_text_font(self._window.article.first_visible())

    def _set_text_font(self, place: int) -> None:
        font = QFont(self._window.font())
        font.setPointSizeF(max(self._window.font().pointSizeF() * 1.32 + self._window.preferences.zoom, 7))
        font.setFamilies(typeface.families(self._window.preferences.typeface))
        self._window.article.set_text_font(font, self._window.preferences.spacing)
        self._window.metadata.set_families(font.families())
        self._window.article.scroll_to(place)

    def _show_guide(self, shown: bool) -> None:
        self._window.preferences.show_guide = shown
        self._window.review.guide.show_strip(shown)

    def _show_tags(self, shown: bool) -> None:
        self._window.preferences.show_tags = shown
        self._window.article.set_show_tags(shown)

    def refresh(self, place: int = 0) -> None:
        """Icons and marks in the colours of the theme; `place` (a code point) stays at the top of the text."""
        # A new style sheet takes back every font that was set on a widget it dresses.
        self._set_text_font(place)
        self._window.actions_.refresh_icons()
        self._window.start.refresh()
        self._window.article.viewport().update()
        self._window.menus.themes[self._window.preferences.theme].setChecked(True)
