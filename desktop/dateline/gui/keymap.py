"""The keys of the actions as they are set: the declared ones, and in their place what the person chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from dateline.core.annotation import Status
from dateline.gui.actions import ACTIONS, ARTICLE_KEYS, IN_TEXT, sequence, words

DEFAULTS: Mapping[str, tuple[str, ...]] = {spec.id: spec.keys for spec in ACTIONS if spec.id} | {
    id + IN_TEXT: keys for id, keys in ARTICLE_KEYS.items()
}
_DECISIONS = {
    "review.accept": Status.ACCEPTED,
    "review.reject": Status.REJECTED,
    "review.flag": Status.FLAGGED,
}


class Keymap(QObject):
    """Keys by the id of an action, in Qt's portable writing ("Ctrl+Shift+Z")."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen: dict[str, tuple[str, ...]] = {}

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """What differs from the declaration."""
        return dict(self._chosen)

    def choose(self, chosen: Mapping[str, Sequence[str]]) -> None:
        """Takes keys in place of the declared ones; ids that no action has, and keys that are none, are left out."""
        taken: dict[str, tuple[str, ...]] = {}
        for id, keys in chosen.items():
            good = tuple(key for key in keys if sequence(key).toString())
            if id in DEFAULTS and len(good) == len(keys) and good != DEFAULTS[id]:
                taken[id] = good
        if taken != self._chosen:
            self._chosen = taken
            self.changed.emit()

    def keys(self, id: str) -> tuple[str, ...]:
        """The keys of an action, or of its part within the text (`IN_TEXT`)."""
        return self._chosen.get(id, DEFAULTS.get(id, ()))

    def written(self, id: str) -> list[str]:
        """All keys of an action as the person's system writes them, those within the text last."""
        every = (*self.keys(id), *self.keys(id + IN_TEXT))
        # Return and the keypad's Enter may have one name.
        return list(dict.fromkeys(sequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in every))

    def name(self, id: str) -> str:
        """The key to press for an action, for a sentence; the action's own name where it has none."""
        written = self.written(id)
        return written[0] if written else f"“{words(_TEXTS[id]).replace('&', '').rstrip('…')}”"

    def owner(self, key: str, but: str = "") -> str | None:
        """The id of what has a key already, the keys within the text included; `but`: an id that may have it."""
        wanted = sequence(key)
        return next((id for id in DEFAULTS if id != but and any(sequence(k) == wanted for k in self.keys(id))), None)

    def decision(self, event: QKeyEvent) -> Status | None:
        """The decision that a key stands for in a list, or None."""
        pressed = QKeySequence(event.keyCombination())
        keypad = sequence("Enter")
        for id, status in _DECISIONS.items():
            keys = [sequence(key) for key in (*self.keys(id), *self.keys(id + IN_TEXT))]
            if pressed in keys or (pressed.toString().endswith("+Enter") and keypad in keys):
                return status
        return None


_TEXTS = {spec.id: spec.text for spec in ACTIONS}
