"""The cheat sheet: every action with its keys, derived from the declarations."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from dateline.core.codebook import Codebook
from dateline.gui.actions import ACTIONS, MENUS, keys_of, words


class KeysDialog(QDialog):
    """Shows all keys, those of the labels included."""

    def __init__(self, codebook: Codebook, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        page = QTextBrowser(self)
        page.setOpenLinks(False)
        page.setAccessibleName(self.tr("Keys"))
        page.setHtml(self._html(codebook, language))
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)
        em = self.fontMetrics().height()
        self.resize(em * 44, em * 40)
        self.setWindowModality(Qt.WindowModality.NonModal)

    def _html(self, codebook: Codebook, language: str) -> str:
        parts: list[str] = []
        for menu, title in MENUS.items():
            rows = [(words(spec.text), keys_of(spec)) for spec in ACTIONS if spec.menu == menu and keys_of(spec)]
            if rows:
                parts.append(_table(words(title).replace("&", ""), rows))
        labels = [(t.name(language), [t.key]) for t in codebook.labels if t.key]
        parts.append(_table(self.tr("Labels of the selected words"), labels))
        types = [(t.term.name(language), ["E, " + ", ".join(t.term.key.upper())]) for t in codebook.event_types]
        parts.append(_table(self.tr("Event types"), types))
        roles = [(t.name(language), ["R, " + t.key.upper()]) for t in codebook.roles]
        parts.append(_table(self.tr("Roles"), roles))
        return "".join(parts)


def _table(title: str, rows: list[tuple[str, list[str]]]) -> str:
    body = "".join(
        f'<tr><td style="padding:2px 24px 2px 0">{escape(name.rstrip("…"))}</td>'
        f"<td><b>{escape(' · '.join(keys))}</b></td></tr>"
        for name, keys in rows
    )
    return f"<h3>{escape(title)}</h3><table>{body}</table>"
