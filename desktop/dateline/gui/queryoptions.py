"""How words are looked for: the check boxes that the find bar and the search of the project share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from dateline.core.find import Query
from dateline.gui.flow import FlowLayout


class QueryOptions(QWidget):
    """Whole word, any suffix, unmarked only, pattern; on as many lines as there is room for."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word, self.suffixes, self.unmarked, self.pattern = (QCheckBox(self) for _ in range(4))
        layout = FlowLayout(self, spacing=self.fontMetrics().height() // 2)
        for box in self.boxes:
            layout.addWidget(box)
            box.setMinimumHeight(round(self.fontMetrics().height() * 1.6))  # in the middle of a line of text beside it
            box.toggled.connect(lambda _on: self.changed.emit())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    @property
    def boxes(self) -> tuple[QCheckBox, ...]:
        return (self.word, self.suffixes, self.unmarked, self.pattern)

    def sizeHint(self) -> QSize:
        hints = [box.sizeHint() for box in self.boxes]
        gaps = self.fontMetrics().height() // 2 * (len(hints) - 1)
        return QSize(sum(hint.width() for hint in hints) + gaps, hints[0].height())

    def minimumSizeHint(self) -> QSize:
        hints = [box.sizeHint() for box in self.boxes]
        return QSize(max(hint.width() for hint in hints), hints[0].height())

    def query(self, words: str) -> Query:
        """The words as they are to be looked for."""
        return Query(
            words,
            whole_word=self.word.isChecked(),
            suffixes=self.suffixes.isChecked(),
            regex=self.pattern.isChecked(),
        )

    def take(self, other: QueryOptions) -> None:
        """Sets the boxes as others are set, without telling of a change."""
        with QSignalBlocker(self):
            for mine, theirs in zip(self.boxes, other.boxes, strict=True):
                mine.setChecked(theirs.isChecked())

    def retranslate(self) -> None:
        self.word.setText(self.tr("Whole word"))
        self.suffixes.setText(self.tr("Any suffix"))
        self.unmarked.setText(self.tr("Unmarked only"))
        self.pattern.setText(self.tr("Pattern"))
        self.pattern.setToolTip(self.tr("The words are a regular expression"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
