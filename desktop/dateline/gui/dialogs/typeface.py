"""The typeface and the line spacing of the article; what is chosen is seen in the article at once."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.typeface import GENERIC, MONO, OWN, SANS, SERIF, SPACINGS, families

_OTHER = "other"


class TypefaceDialog(QDialog):
    """Tells with `chosen` what is wanted, as often as it changes: a choice of `gui.typeface` and a line spacing."""

    chosen = Signal(str, int)

    def __init__(self, typeface: str, spacing: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Typeface"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("Typeface of the article"))
        for id, name in (
            (OWN, self.tr("Dateline’s own (Inter)")),
            (SERIF, self.tr("With serifs ({family})")),
            (SANS, self.tr("Without serifs ({family})")),
            (MONO, self.tr("All letters equally wide ({family})")),
        ):
            self.kind.addItem(name.format(family=families(id)[0]), id)
        self.kind.addItem(self.tr("Another one"), _OTHER)
        self.family = QFontComboBox(self)
        self.family.setAccessibleName(self.tr("Installed typefaces"))
        self.family.setEditable(False)
        self.spacing = QComboBox(self)
        self.spacing.setAccessibleName(self.tr("Line spacing"))
        names = (
            self.tr("Tight (without labels in the text)"),
            self.tr("Normal"),
            self.tr("Wide"),
            self.tr("Very wide"),
        )
        for amount, name in zip(SPACINGS, names, strict=True):
            self.spacing.addItem(name, amount)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Typeface of the article"), self.kind)
        form.addRow(self.tr("Installed typefaces"), self.family)
        form.addRow(self.tr("Line spacing"), self.spacing)
        buttons = QDialogButtonBox(self)
        self.default = buttons.addButton(self.tr("As delivered"), QDialogButtonBox.ButtonRole.ResetRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.show_choice(typeface, spacing)
        self.kind.currentIndexChanged.connect(self._tell)
        self.family.currentFontChanged.connect(self._tell)
        self.spacing.currentIndexChanged.connect(self._tell)
        self.default.clicked.connect(self._reset)
        buttons.rejected.connect(self.reject)

    def typeface(self) -> str:
        """The choice that is shown."""
        kind = str(self.kind.currentData())
        return self.family.currentFont().family() if kind == _OTHER else kind

    def show_choice(self, typeface: str, spacing: int) -> None:
        """Shows a choice without telling of it."""
        blocked = [QSignalBlocker(box) for box in (self.kind, self.family, self.spacing)]
        self.kind.setCurrentIndex(self.kind.findData(typeface if typeface in GENERIC else _OTHER))
        self.family.setCurrentFont(QFont(families(typeface)[0]))
        self.spacing.setCurrentIndex(max(self.spacing.findData(spacing), 0))
        self.family.setEnabled(typeface not in GENERIC)
        del blocked

    def _tell(self) -> None:
        self.family.setEnabled(self.kind.currentData() == _OTHER)
        self.chosen.emit(self.typeface(), int(self.spacing.currentData()))

    def _reset(self) -> None:
        self.show_choice(OWN, 0)
        self._tell()
