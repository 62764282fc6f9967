"""Where suggestions come from: Dateline alone, or a spaCy pipeline of the person's own beside it or for the names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dateline.core.errors import DatelineError
from dateline.core.ports import Progress, Suggester
from dateline.core.sources import ModelCard, ModelChoice
from dateline.gui.fit import fit
from dateline.gui.worker import Worker

_NONE, _BESIDE, _ALONE = 0, 1, 2


class SourceDialog(QDialog):
    """Asks for the source; `choice()` is the answer. A pipeline is checked and loaded off the window's thread."""

    def __init__(
        self,
        current: ModelChoice | None,
        suggester: Callable[[], Suggester],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._suggester = suggester
        self._read = ""
        self.worker = Worker(self)
        self.worker.finished.connect(self._answer)
        self.worker.failed.connect(self._fail)
        self.setWindowTitle(self.tr("Source of suggestions"))
        self.ways = QButtonGroup(self)
        texts = (
            self.tr("Dateline alone"),
            self.tr("Dateline, and a spaCy pipeline of your own"),
            self.tr("Names from your spaCy pipeline only;\ndates, amounts, events and quotes from Dateline"),
        )
        column = QVBoxLayout(self)
        for way, text in enumerate(texts):
            button = QRadioButton(text, self)
            self.ways.addButton(button, way)
            column.addWidget(button)
        self.name = QComboBox(self)
        self.name.setEditable(True)
        self.name.setAccessibleName(self.tr("Pipeline"))
        self.name.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.name.setMinimumContentsLength(12)
        edit = self.name.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(self.tr("Name of an installed package, or a folder"))
        self.browse = QPushButton(self.tr("Folder…"), self)
        self.check = QPushButton(self.tr("Check"), self)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.browse)
        row.addWidget(self.check)
        column.addLayout(row)
        self.card = QLabel(self)
        self.card.setWordWrap(True)
        self.card.setTextFormat(Qt.TextFormat.PlainText)
        self.card.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.card.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        em = self.fontMetrics().height()
        self.card.setMinimumHeight(em * 10)
        column.addWidget(self.card, 1)
        buttons = QDialogButtonBox(self)
        self.take = buttons.addButton(self.tr("Use"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        column.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.ways.idToggled.connect(lambda *_: self._arrange())
        self.name.editTextChanged.connect(lambda *_: self._arrange())
        self.name.activated.connect(lambda *_: self.look())
        self.browse.clicked.connect(self._browse)
        self.check.clicked.connect(self.look)
        self.finished.connect(lambda *_: self.worker.shut_down())
        fit(self, 34, 24)
        way = _NONE if current is None else _ALONE if current.alone else _BESIDE
        self.ways.button(way).setChecked(True)
        self.name.setEditText(current.name if current else "")
        self._arrange()
        self.worker.start(self._list)

    def choice(self) -> ModelChoice | None:
        """What was chosen; None for Dateline alone."""
        way = self.ways.checkedId()
        return None if way == _NONE else ModelChoice(self._typed(), way == _ALONE)

    def look(self) -> None:
        """Checks the pipeline that is named and shows its card, or why it cannot be used."""
        name = self._typed()
        if not name:
            return
        self.card.setText(self.tr("Checking…"))

        def job(_progress: Progress) -> tuple[str, ModelCard]:
            return name, self._suggester().card(name)

        self.worker.start(job)

    def _typed(self) -> str:
        return self.name.currentText().strip()

    def _list(self, _progress: Progress) -> list[str]:
        return list(self._suggester().models())

    def _arrange(self) -> None:
        own = self.ways.checkedId() != _NONE
        for widget in (self.name, self.browse, self.check):
            widget.setEnabled(own)
        if self._read and self._read != self._typed():
            self._read = ""
            self.card.clear()
        self.take.setEnabled(not own or bool(self._read))

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of a spaCy pipeline"), self._start())
        if folder:
            self.name.setEditText(folder)
            self.look()

    def _start(self) -> str:
        path = Path(self._typed()).expanduser()
        return str(path if path.is_dir() else Path.home())

    def _answer(self, answer: list[str] | tuple[str, ModelCard]) -> None:
        if isinstance(answer, list):
            typed = self.name.currentText()
            self.name.addItems(answer)
            self.name.setEditText(typed)
            if not answer and not typed:
                self.card.setText(self.tr("No spaCy pipeline is installed beside Dateline. Choose the folder of one."))
            self.look()
            return
        name, card = answer
        if name == self._typed():
            self._read = name
            self.card.setText(self._words(card))
            self._arrange()

    def _fail(self, error: object) -> None:
        if isinstance(error, DatelineError):
            self._read = ""
            self.card.setText(error.sentence(self._language))
            self._arrange()

    def _words(self, card: ModelCard) -> str:
        """The card in lines of words."""
        unknown = self.tr("not stated")
        used = ", ".join(f"{theirs} → {ours}" if theirs != ours else ours for theirs, ours in card.labels if ours)
        unused = ", ".join(theirs for theirs, ours in card.labels if not ours)
        lines = [
            f"{card.name} {card.version}".strip(),
            card.description,
            self.tr("Language: {0}").format(card.language),
            self.tr("Licence: {0}").format(card.licence or unknown),
            self.tr("Author: {0}").format(card.author or unknown),
            self.tr("Made for spaCy {0}").format(card.spacy),
            self.tr("Components: {0}").format(", ".join(card.components) or unknown),
            self.tr("Labels used: {0}").format(used or unknown),
            self.tr("Labels left aside: {0}").format(unused) if unused else "",
            self.tr("Place: {0}").format(card.path),
            f"SHA-256: {card.sha256}",
        ]
        return "\n".join(line for line in lines if line)
