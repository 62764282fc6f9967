"""The cheat sheet: every action with its keys as they are set, and the way to other ones."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from dateline.gui.actions import ACTIONS, MENUS, words
from dateline.gui.fit import fit
from dateline.gui.workbench import Workbench


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
        fit(self, 44, 40)
        self.setWindowModality(Qt.WindowModality.NonModal)
        bench.keymap.changed.connect(self._fill)
        bench.codebook_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self._page.setHtml(self._html())

    def _html(self) -> str:
        codebook, language, keymap = self._bench.codebook, self._bench.language, self._bench.keymap
        parts: list[str] = []
        for menu, title in MENUS.items():
            rows = [(words(s.text), keymap.written(s.id)) for s in ACTIONS if s.menu == menu and keymap.written(s.id)]
            if rows:
                parts.append(_table(words(title).replace("&", ""), rows))
        labels = [(t.name(language), [t.key]) for t in codebook.labels if t.key]
        parts.append(_table(self.tr("Labels of the selected words"), labels))
        event, role = keymap.name("mark.event"), keymap.name("mark.role")
        types = [(t.term.name(language), [f"{event}, {', '.join(t.term.key.upper())}"]) for t in codebook.event_types]
        parts.append(_table(self.tr("Event types"), types))
        roles = [(t.name(language), [f"{role}, {t.key.upper()}"]) for t in codebook.roles]
        parts.append(_table(self.tr("Roles"), roles))
        return "".join(parts)


def _table(title: str, rows: list[tuple[str, list[str]]]) -> str:
    body = "".join(
        f'<tr><td style="padding:2px 24px 2px 0">{escape(name.rstrip("…"))}</td>'
        f"<td><b>{escape(' · '.join(keys))}</b></td></tr>"
        for name, keys in rows
    )
    return f"<h3>{escape(title)}</h3><table>{body}</table>"
