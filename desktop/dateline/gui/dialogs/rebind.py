"""The person's own keys: choose an action, press a key, see whose it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dateline.core.turkish import fold
from dateline.gui.actions import ACTIONS, ARTICLE_KEYS, IN_TEXT, MENUS, sequence, words
from dateline.gui.fit import fit
from dateline.gui.keymap import DEFAULTS, Keymap
from dateline.gui.workbench import Workbench

_ID = Qt.ItemDataRole.UserRole


class RebindDialog(QDialog):
    """Works on a copy of the keys; `chosen()` is what the person wants, once the dialog is accepted."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._draft = Keymap(self)
        self._draft.choose(bench.keymap.chosen)
        self.setWindowTitle(self.tr("Change keys"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search an action or a key"))
        self.search.setAccessibleName(self.tr("Search an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(self.tr("Actions"))
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setUniformRowHeights(True)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._heads: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.key = QKeySequenceEdit(self)
        self.key.setMaximumSequenceLength(1)
        self.key.setAccessibleName(self.tr("New key"))
        field = self.key.findChild(QLineEdit)
        if field is not None:
            field.setAccessibleName(self.tr("New key"))
            field.installEventFilter(self)
        self.key.installEventFilter(self)
        self.set = QPushButton(self.tr("Set"), self)
        self.none = QPushButton(self.tr("No key"), self)
        self.default = QPushButton(self.tr("As delivered"), self)
        self.all_default = QPushButton(self.tr("All as delivered"), self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        buttons = QDialogButtonBox(self)
        self.save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        # Enter belongs to the field of the key, not to a button.
        for button in (self.set, self.none, self.default, self.all_default, self.save):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.key, 1)
        for button in (self.set, self.none, self.default):
            row.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self.all_default)
        foot.addStretch(1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)
        layout.addWidget(self.said)
        layout.addLayout(foot)
        self._fill()
        self._draft.changed.connect(self._show_keys)
        self.search.textChanged.connect(self._narrow)
        self.tree.currentItemChanged.connect(lambda *_: self._choose())
        self.key.keySequenceChanged.connect(lambda _keys: self._judge())
        self.set.clicked.connect(self._set)
        self.none.clicked.connect(lambda: self._put(()))
        self.default.clicked.connect(self._reset)
        self.all_default.clicked.connect(lambda: self._draft.choose({}))
        fit(self, 36, 34)
        self._choose()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes every dialog and can be no key of an action: in the field it takes back what was pressed there."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                if self._typed():
                    self.key.clear()
                else:
                    self.reject()
                return True
        return super().eventFilter(watched, event)

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The keys that differ from the declared ones."""
        return self._draft.chosen

    def pick(self, id: str) -> None:
        """Goes to an action of the list."""
        self.tree.setCurrentItem(self._items[id])

    def _fill(self) -> None:
        for menu, title in MENUS.items():
            head = QTreeWidgetItem(self.tree, [words(title).replace("&", "")])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFirstColumnSpanned(True)
            self._heads.append((head, []))
            for spec in ACTIONS:
                if not spec.id or spec.menu != menu:
                    continue
                ids = (spec.id, spec.id + IN_TEXT) if spec.id in ARTICLE_KEYS else (spec.id,)
                for id in ids:
                    item = QTreeWidgetItem(head, [self._name(id)])
                    item.setData(0, _ID, id)
                    self._items[id] = item
                    self._heads[-1][1].append(item)
        self.tree.expandAll()
        self._show_keys()
        self.tree.resizeColumnToContents(0)

    def _name(self, id: str) -> str:
        text = next(spec.text for spec in ACTIONS if spec.id == id.removesuffix(IN_TEXT))
        name = words(text).replace("&", "").rstrip("…")
        return self.tr("{action} (in the text)").format(action=name) if id.endswith(IN_TEXT) else name

    def _show_keys(self) -> None:
        for id, item in self._items.items():
            native = [sequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in self._draft.keys(id)]
            item.setText(1, " · ".join(native))
            font = item.font(1)
            font.setBold(self._draft.keys(id) != DEFAULTS[id])
            item.setFont(1, font)
        self._judge()

    def _narrow(self, typed: str) -> None:
        wanted = fold(typed.strip())
        for head, items in self._heads:
            for item in items:
                item.setHidden(bool(wanted) and wanted not in fold(f"{item.text(0)} {item.text(1)}"))
            head.setHidden(all(item.isHidden() for item in items))

    def _current(self) -> str:
        item = self.tree.currentItem()
        id = item.data(0, _ID) if item is not None else None
        return id if isinstance(id, str) else ""

    def _choose(self) -> None:
        self.key.clear()
        for widget in (self.key, self.none, self.default):
            widget.setEnabled(bool(self._current()))
        self._judge()

    def _typed(self) -> str:
        return self.key.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _judge(self) -> None:
        """Says whose the key is that was pressed; a label keeps its key until the codebook gives it another."""
        id, key = self._current(), self._typed()
        owner = self._draft.owner(key, but=id) if key else None
        label = next(
            (t for t in self._bench.codebook.labels if t.key and key and sequence(t.key) == sequence(key)), None
        )
        self.set.setText(self.tr("Set") if owner is None else self.tr("Take it from there"))
        self.set.setEnabled(bool(id and key) and label is None)
        if not id:
            self.said.setText(self.tr("Choose an action, then press the key that it should have."))
        elif label is not None:
            self.said.setText(
                self.tr("This key labels with “{label}”. Give that label another key in the codebook first.").format(
                    label=label.name(self._bench.language)
                )
            )
        elif owner is not None:
            self.said.setText(
                self.tr("This key belongs to “{action}”, which would have none.").format(action=self._name(owner))
            )
        else:
            self.said.setText(self.tr("This key is free.") if key else "")

    def _set(self) -> None:
        key = self._typed()
        self.key.clear()
        self._put((key,))

    def _reset(self) -> None:
        self._put(DEFAULTS[self._current()])

    def _put(self, keys: tuple[str, ...]) -> None:
        """Gives the current action keys; whoever had one of them loses it."""
        id = self._current()
        chosen = self._draft.chosen
        for key in keys:
            while (owner := self._with(chosen).owner(key, but=id)) is not None:
                had = self._with(chosen).keys(owner)
                chosen[owner] = tuple(k for k in had if sequence(k) != sequence(key))
        chosen[id] = keys
        self._draft.choose(chosen)

    @staticmethod
    def _with(chosen: dict[str, tuple[str, ...]]) -> Keymap:
        keymap = Keymap()
        keymap.choose(chosen)
        return keymap
