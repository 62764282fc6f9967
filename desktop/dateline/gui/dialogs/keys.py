"""The cheat sheet: every action with its keys as they are set, and the way to other ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from dateline.gui.actions import ACTIONS, MENUS, words
from dateline.gui.fit import fit
from dateline.gui.workbench import Workbench

Group = tuple[str, list[tuple[str, list[str]]]]
"""A title, and below it names with their keys."""
COLUMNS = 3
HEADING = 2
"""How many rows a title is as high as."""


class KeysDialog(QDialog):
    """Shows all keys, those of the labels included. `rebind`: opens what changes them."""

    def __init__(self, bench: Workbench, rebind: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.setWindowTitle(self.tr("Keys"))
        self._page = QTextBrowser(self)
        self._page.setOpenLinks(False)
        self._page.setAccessibleName(self.tr("Keys"))
        buttons = QDialogButtonBox(self)
        self.change = buttons.addButton(self.tr("Change…"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.change.clicked.connect(lambda _checked=False: rebind())
        layout = QVBoxLayout(self)
        layout.addWidget(self._page)
        layout.addWidget(buttons)
        fit(self, 66, 42)
        self.setWindowModality(Qt.WindowModality.NonModal)
        bench.keymap.changed.connect(self._fill)
        bench.codebook_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self._page.setHtml(self._html())

    def _html(self) -> str:
        codebook, language, keymap = self._bench.codebook, self._bench.language, self._bench.keymap
        groups: list[Group] = []
        for menu, title in MENUS.items():
            rows = [(words(s.text), keymap.written(s.id)) for s in ACTIONS if s.menu == menu and keymap.written(s.id)]
            if rows:
                groups.append((words(title).replace("&", ""), rows))
        labels = [(t.name(language), [t.key]) for t in codebook.labels if t.key]
        groups.append((self.tr("Labels of the selected words"), labels))
        event, role = keymap.name("mark.event"), keymap.name("mark.role")
        types = [(t.term.name(language), [f"{event}, {', '.join(t.term.key.upper())}"]) for t in codebook.event_types]
        groups.append((self.tr("Event types (their letters, or type the name)"), types))
        roles = [(t.name(language), [f"{role}, {t.key.upper()}"]) for t in codebook.roles]
        groups.append((self.tr("Roles (their letter, or type the name)"), roles))
        cells = "".join(
            f'<td width="{100 // COLUMNS}%" style="padding-right:20px">{"".join(map(_table, column))}</td>'
            for column in columns(groups)
        )
        return f'<table width="100%"><tr>{cells}</tr></table>'


def columns(groups: Sequence[Group]) -> list[list[Group]]:
    """Groups beside each other in about equal heights, in the order in which they came."""
    heights = [len(rows) + HEADING for _, rows in groups]
    room, filled = sum(heights) / COLUMNS, 0.0
    made: list[list[Group]] = [[] for _ in range(COLUMNS)]
    for group, height in zip(groups, heights, strict=True):
        made[min(int((filled + height / 2) / room), COLUMNS - 1)].append(group)
        filled += height
    return made


def _table(group: Group) -> str:
    title, rows = group
    body = "".join(
        f'<tr><td style="padding:2px 12px 2px 0">{escape(name.rstrip("…"))}</td>'
        f'<td align="right" style="padding:2px 0; white-space:pre"><b>{escape(" · ".join(keys))}</b></td></tr>'
        for name, keys in rows
    )
    return f'<h3>{escape(title)}</h3><table width="100%">{body}</table>'
