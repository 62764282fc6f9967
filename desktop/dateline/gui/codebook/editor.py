"""The codebook editor: groups, entries, the form of one, what is wrong, import and export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.core.bookdraft import GROUPS, Draft, Problem
from dateline.core.codebook import BUNDLED, Codebook, bundled, dump, load
from dateline.core.errors import DatelineError
from dateline.core.messages import say
from dateline.gui import theme
from dateline.gui.actions import ACTIONS, IN_TEXT, sequence
from dateline.gui.actions import words as action_words
from dateline.gui.codebook.fields import WordsField
from dateline.gui.codebook.form import EntryForm
from dateline.gui.dialogs.notify import ask
from dateline.gui.fit import fit
from dateline.gui.keymap import DEFAULTS, Keymap
from dateline.gui.preferences import Preferences

_PROBLEM = Qt.ItemDataRole.UserRole


class CodebookEditor(QDialog):
    """Edits a draft of a codebook; `read_only`: to look only.

    Who opens it sets `taken`, which is called to save `draft`, and lets it `accept` once that is done.
    """

    def __init__(
        self, book: Codebook, language: str, keymap: Keymap, preferences: Preferences, read_only: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._now = book
        self._language = language
        self._window_keys = _keys_of_window(keymap)
        self._preferences = preferences
        self._read_only = read_only
        self.draft = Draft(book)
        self.taken: Callable[[CodebookEditor], object] = CodebookEditor.accept
        self.setWindowTitle(self.tr("Codebook"))
        self.title = WordsField(self)
        self.title.name(self.tr("Name of the codebook"))
        self.group = QComboBox(self)
        self.group.setAccessibleName(self.tr("Part of the codebook"))
        names = (self.tr("Labels"), self.tr("Event types"), self.tr("Roles"), self.tr("Modalities"), self.tr("Modes"))
        for group, name in zip(GROUPS, names, strict=True):
            self.group.addItem(name, group)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Entries"))
        self.list.setSpacing(2)
        self.add = self._button("+", self.tr("Add an entry"))
        self.remove = self._button("−", self.tr("Remove the entry"))
        self.up = self._button("↑", self.tr("Move up"))
        self.down = self._button("↓", self.tr("Move down"))
        self.form = EntryForm(self.draft, language, self)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.form)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.problems = QListWidget(self)
        self.problems.setAccessibleName(self.tr("What is wrong"))
        self.problems.setWordWrap(True)
        self.problems.setMaximumHeight(self.fontMetrics().lineSpacing() * 5)
        self.load_button = QPushButton(self.tr("Import"), self)
        menu = QMenu(self.load_button)
        for name in BUNDLED:
            shipped = bundled(name)
            action = menu.addAction(shipped.names.get(language, shipped.id))
            action.triggered.connect(lambda _checked=False, book=shipped: self.take(book))
        menu.addSeparator()
        menu.addAction(self.tr("From a file…")).triggered.connect(lambda _checked=False: self._import())
        self.load_button.setMenu(menu)
        self.export_button = QPushButton(self.tr("Export…"), self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(self)
        self.save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(buttons)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self.group.currentIndexChanged.connect(lambda _index: self._fill(0))
        self.list.currentRowChanged.connect(lambda row: self.form.show_entry(self._group(), row))
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.form.edited.connect(self._refresh)
        self.title.edited.connect(self._rename)
        self.problems.itemActivated.connect(self._go_to)
        self.problems.itemClicked.connect(self._go_to)
        self.export_button.clicked.connect(self._export)
        self._show_draft()
        if read_only:
            self.said.setText(self.tr("This project can only be read: the codebook can be looked at and exported."))

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        head = QHBoxLayout()
        label = QLabel(self.tr("Name of the codebook"), self)
        label.setBuddy(self.title)
        head.addWidget(label)
        head.addWidget(self.title, 1)
        row = QHBoxLayout()
        for button in (self.add, self.remove, self.up, self.down):
            row.addWidget(button)
        row.addStretch(1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.group)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.addWidget(left)
        middle.addWidget(self._area)
        middle.setStretchFactor(1, 1)
        middle.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        foot.addWidget(self.load_button)
        foot.addWidget(self.export_button)
        foot.addStretch(1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(middle, 1)
        layout.addWidget(self.problems)
        layout.addWidget(self.said)
        layout.addLayout(foot)
        em = self.fontMetrics().height()
        middle.setSizes([em * 13, em * 40])
        fit(self, 56, 44)

    def take(self, book: Codebook) -> None:
        """Goes on with another codebook; entries with the ids of the one in use continue them."""
        self.draft = Draft(book, self._now)
        self._area.takeWidget()
        self.form.deleteLater()
        self.form = EntryForm(self.draft, self._language, self)
        self.form.edited.connect(self._refresh)
        self._area.setWidget(self.form)
        self._show_draft()

    def pick(self, group: str, id: str) -> None:
        """Goes to an entry."""
        self.group.setCurrentIndex(GROUPS.index(group))
        ids = [entry.id for entry in self.draft.groups[group]]
        if id in ids:
            self.list.setCurrentRow(ids.index(id))

    def tell(self, sentence: str) -> None:
        """Says what went wrong outside the draft."""
        self.said.setText(sentence)

    def _group(self) -> str:
        return str(self.group.currentData())

    def _show_draft(self) -> None:
        self.title.show_words(self.draft.names)
        self._fill(0)
        self._refresh()

    def _fill(self, row: int) -> None:
        entries = self.draft.groups[self._group()]
        self.list.blockSignals(True)
        self.list.clear()
        for _ in entries:
            self.list.addItem(QListWidgetItem(""))
        self._label_entries()
        row = min(row, len(entries) - 1)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self.form.show_entry(self._group(), row)

    def _refresh(self) -> None:
        """Names in the list, and what is wrong, as the draft stands now."""
        self._label_entries()
        found = self.draft.problems((theme.LIGHT.page, theme.DARK.page), self._window_keys)
        self.problems.clear()
        for problem in found:
            mark = "✗" if problem.grave else "!"
            item = QListWidgetItem(f"{mark}  {say(problem.key, self._language, **self._places(problem))}")
            item.setData(_PROBLEM, problem)
            self.problems.addItem(item)
        self.problems.setVisible(bool(found))
        self.save.setEnabled(not self._read_only and not any(problem.grave for problem in found))

    def _label_entries(self) -> None:
        """Each entry of the list with its name, its key and its colour."""
        for row, entry in enumerate(self.draft.groups[self._group()]):
            term, item = entry.term, self.list.item(row)
            name = term.name(self._language) or term.id
            item.setText(f"{name}   {term.key.upper()}" if term.key else name)
            if term.light:
                item.setForeground(theme.colour(term))

    def _places(self, problem: Problem) -> dict[str, str]:
        places = dict(problem.params)
        if self._language == "tr" and "ratio" in places:
            places["ratio"] = places["ratio"].replace(".", ",")
        return places

    def _go_to(self, item: QListWidgetItem) -> None:
        problem = item.data(_PROBLEM)
        if isinstance(problem, Problem):
            self.pick(problem.group, problem.id)

    def _rename(self) -> None:
        self.draft.names = self.title.words()

    def _add(self) -> None:
        self._fill(self.draft.add(self._group(), {self._language: self.tr("New")}))
        self._refresh()
        field = self.form.names.line(self._language)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.draft.remove(self._group(), row)
            self._fill(row)
            self._refresh()

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self._fill(self.draft.move(self._group(), row, step))

    def _import(self) -> None:
        folder = self._preferences.folder("codebooks")
        kinds = self.tr("Codebooks") + " (*.json)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a codebook"), folder, kinds)
        if name:
            self._preferences.remember_folder("codebooks", Path(name).parent)
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Goes on with the codebook of a file, or says why it is none."""
        try:
            self.take(load(path))
        except DatelineError as error:
            self.tell(error.sentence(self._language))

    def _export(self) -> None:
        folder = Path(self._preferences.folder("codebooks"))
        kinds = self.tr("Codebooks") + " (*.json)"
        start = str(folder / f"{self.draft.id}.json")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export the codebook"), start, kinds)
        if name:
            path = Path(name) if Path(name).suffix else Path(name + ".json")
            self._preferences.remember_folder("codebooks", path.parent)
            self.export_file(path)

    def export_file(self, path: Path) -> None:
        """Writes the codebook as it stands here to a file."""
        self.form.write_down()
        try:
            path.write_text(dump(self.draft.book()) + "\n", encoding="utf-8")
        except OSError:
            self.tell(say("codebook.not_written", self._language, path=path.name))
        else:
            self.tell(self.tr("Written to {path}.").format(path=path))

    def _accept(self) -> None:
        self.form.write_down()
        if self.save.isEnabled():
            self.taken(self)

    def reject(self) -> None:
        """Leaves without saving, after a question where something was changed."""
        self.form.write_down()
        changed = not self._read_only and self.draft.book() != self._now
        question = self.tr("The codebook was changed. Leave without saving?")
        if not changed or ask(self, question, self.tr("Leave without saving"), self.tr("Go on editing")):
            super().reject()


def _keys_of_window(keymap: Keymap) -> dict[str, str]:
    """The keys of the window's actions, in either case of letters, each with the action's name."""
    texts = {spec.id: spec.text for spec in ACTIONS}
    found: dict[str, str] = {}
    for id in DEFAULTS:
        name = action_words(texts[id.removesuffix(IN_TEXT)]).replace("&", "").rstrip("…")
        for key in keymap.keys(id):
            written = sequence(key).toString()
            found |= {written: name, written.lower(): name}
    return found
