"""Before a new project: which codebook it is coded with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from dateline.core.codebook import BUNDLED, Codebook, bundled, in_language


class NewProjectDialog(QDialog):
    """Offers the codebooks that ship, and that of the open project where it is another one."""

    def __init__(self, current: Codebook | None, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New project"))
        self._books = [bundled(name) for name in BUNDLED]
        if current is not None and current not in self._books:
            self._books.append(current)
        layout = QVBoxLayout(self)
        question = QLabel(self.tr("Which codebook should the project use? You can change it at any time."), self)
        question.setWordWrap(True)
        layout.addWidget(question)
        self.ways = QButtonGroup(self)
        for number, book in enumerate(self._books):
            name = in_language(book.names, language)
            if number >= len(BUNDLED):
                name = self.tr("{codebook}, as the open project has it").format(codebook=name)
            button = QRadioButton(name, self)
            labels = [term.name(language) for term in book.labels]
            about = QLabel(
                self.tr("%n label(s): {labels}", "", len(labels)).format(labels=", ".join(labels))
                + "\n"
                + self.tr("%n event type(s)", "", len(book.event_types)),
                self,
            )
            about.setWordWrap(True)
            about.setTextFormat(Qt.TextFormat.PlainText)
            about.setForegroundRole(about.palette().ColorRole.PlaceholderText)
            about.setIndent(self.fontMetrics().height() * 3 // 2)
            button.setAccessibleDescription(about.text())
            self.ways.addButton(button, number)
            layout.addWidget(button)
            layout.addWidget(about)
        self.ways.button(0).setChecked(True)
        layout.addStretch(1)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Choose a place…"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(self.fontMetrics().height() * 30, self.sizeHint().height())

    def codebook(self) -> Codebook:
        """The one that was chosen."""
        return self._books[self.ways.checkedId()]
