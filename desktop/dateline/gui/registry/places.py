"""Where an entity is mentioned: its articles, and below each the words around its mentions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from dateline.core.find import kept_context
from dateline.core.registry import Appearance
from dateline.gui.dates import short_day

_PLACE = Qt.ItemDataRole.UserRole
_LISTED = 1000
"""Places listed at most: more are no list to read, and each costs the window time."""


class PlaceList(QTreeWidget):
    """Shows places; the one that is clicked, or chosen with Enter, is wanted."""

    wanted = Signal(str, str)
    """Show a mention: the id of its article, and its own."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("Where it is mentioned"))
        self.itemClicked.connect(lambda item, _column: self._go(item))
        self.itemActivated.connect(lambda item, _column: self._go(item))

    def show_places(self, places: Sequence[Appearance]) -> None:
        """Lists these places and no others."""
        self.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for place in places[:_LISTED]:
            day = short_day(place.published, self._language) if place.published else ""
            title = " · ".join(part for part in (place.title, day) if part)
            group = groups.setdefault(place.article_id, QTreeWidgetItem([title]))
            before, after = kept_context(place.before, place.after)
            words = " ".join(f"{before}[{place.words}]{after}".split())
            item = QTreeWidgetItem(group, [words])
            for row in (item, group) if group.childCount() == 1 else (item,):
                row.setData(0, _PLACE, (place.article_id, place.mention_id))
        self.addTopLevelItems(list(groups.values()))
        if len(places) > _LISTED:
            rest = QTreeWidgetItem([self.tr("… and %n more.", "", len(places) - _LISTED)])
            rest.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addTopLevelItem(rest)
        self.expandAll()

    def _go(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, _PLACE)
        if place is not None:
            self.wanted.emit(*place)
