"""What Dateline is, its version, and whose work it stands on."""

from __future__ import annotations

import platform
from html import escape

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from dateline import __version__
from dateline.gui.icons import icon


class AboutDialog(QDialog):
    """Shows the versions and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Dateline"))
        em = self.fontMetrics().height()
        mark = QLabel(self)
        mark.setPixmap(icon("dateline").pixmap(em * 4, em * 4))
        words = self.tr(
            "Dateline turns news articles into structured data whose every row can be traced to the words it came "
            "from. It works without a network and sends nothing anywhere."
        )
        licence = self.tr("MIT licence. Built with Qt and PySide6 (LGPL 3), spaCy, SQLAlchemy, Alembic and openpyxl.")
        versions = f"Dateline {__version__} · Python {platform.python_version()} · PySide6 {pyside_version}"
        text = QLabel(f"<h2>Dateline</h2><p>{escape(words)}</p><p>{escape(licence)}</p><p>{escape(versions)}</p>", self)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setMinimumWidth(em * 26)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(mark)
        layout.addWidget(text)
        layout.addWidget(buttons)
