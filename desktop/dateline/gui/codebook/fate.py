"""What becomes of the records whose label, type, role, modality or mode has another id now, or is gone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dateline.core.bookdraft import GROUPS, Draft
from dateline.core.codebook import Codebook
from dateline.core.recoding import Recoding, Uses
from dateline.gui.fit import fit

KEEP = "\0keep"
"""The records keep the id, which the codebook no longer knows."""
_NONE = "\0none"


@dataclass(frozen=True, slots=True)
class Question:
    """An id in use that is gone: in which group, how many records have it, and its new id or ""."""

    group: str
    id: str
    count: int
    now: str = ""


def questions(draft: Draft, uses: Uses) -> list[Question]:
    """What has to be asked before a draft is taken: nothing about ids that no record uses."""
    found: list[Question] = []
    for group in GROUPS:
        renamed = draft.renamed(group)
        gone = [Question(group, id, uses[group, id]) for id in draft.removed(group)]
        found += [*gone, *(Question(group, id, uses[group, id], now) for id, now in renamed.items())]
    return [question for question in found if question.count]


class FateDialog(QDialog):
    """One line for every id that is gone, with a choice."""

    def __init__(self, asked: list[Question], draft: Draft, before: Codebook, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What becomes of the records?"))
        self._asked = asked
        self.choices: list[QComboBox] = []
        page = QWidget(self)
        form = QFormLayout(page)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for question in asked:
            term = _name(before, question, language)
            name = f"{term} ({question.id})" if term and term != question.id else question.id
            words = self.tr("“{name}” is on %n record(s)", "", question.count).format(name=name)
            choice = QComboBox(page)
            choice.setAccessibleName(words)
            for entry in draft.groups[question.group]:
                shown = entry.term.name(language) or entry.id
                choice.addItem(self.tr("they become “{name}”").format(name=f"{shown} ({entry.id})"), entry.id)
            if question.group == "modes":
                choice.addItem(self.tr("they have no mode"), _NONE)
            choice.addItem(self.tr("they keep it, as unknown"), KEEP)
            at = choice.findData(question.now) if question.now else -1
            choice.setCurrentIndex(at if at >= 0 else choice.findData(KEEP))
            label = QLabel(words, page)
            label.setBuddy(choice)
            form.addRow(label, choice)
            self.choices.append(choice)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        about = QLabel(
            self.tr(
                "Nothing that was decided is lost. "
                "The records change in one step, and one undo takes it back everywhere."
            ),
            self,
        )
        about.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Change the codebook"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Back"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        fit(self, 40, min(34, 10 + 3 * len(asked)))

    def answers(self) -> list[tuple[Question, str | None]]:
        """Each id that does not stay, with the id that its records get; None: none at all."""
        chosen = ((q, str(choice.currentData())) for q, choice in zip(self._asked, self.choices, strict=True))
        return [(q, None if now == _NONE else now) for q, now in chosen if now != KEEP]


def recoding(answers: list[tuple[Question, str | None]]) -> Recoding:
    """The change of the records that was asked for."""
    by_group: dict[str, dict[str, str]] = {group: {} for group in GROUPS}
    modes: dict[str, str | None] = {}
    for question, now in answers:
        if question.group == "modes":
            modes[question.id] = now
        elif now is not None:
            by_group[question.group][question.id] = now
    return Recoding(by_group["labels"], by_group["event_types"], by_group["roles"], by_group["modalities"], modes)


def _name(book: Codebook, question: Question, language: str) -> str:
    terms = [t.term for t in book.event_types] if question.group == "event_types" else getattr(book, question.group)
    return next((str(t.name(language)) for t in terms if t.id == question.id), "")
