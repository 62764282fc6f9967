"""What the window remembers between starts: language, theme, sizes, recent projects. Broken values become defaults."""

from __future__ import annotations

import getpass
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from dateline.core.messages import LANGUAGES
from dateline.gui.theme import Mode
from dateline.gui.typeface import SPACINGS

MAX_RECENT = 8
_ZOOM = (-4, 12)
"""The least and the most that is added to the size of the text, in points."""
MEASURE = 74
"""Characters in a comfortable line."""
_MEASURES = (44, 140)
"""The fewest and the most characters of a line."""


class Preferences:
    """Typed access to the settings file. `file`: another place for it (tests)."""

    def __init__(self, file: Path | None = None) -> None:
        if file is not None:
            self._store = QSettings(str(file), QSettings.Format.IniFormat)
        else:
            self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Dateline", "Dateline")

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def language(self) -> str:
        """The language of the window; at first the system's where it is one of ours."""
        chosen = self._text("language")
        if chosen in LANGUAGES:
            return chosen
        return "tr" if QLocale.system().language() == QLocale.Language.Turkish else "en"

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("language", value)

    @property
    def theme(self) -> Mode:
        value = self._text("theme", Mode.SYSTEM)
        return Mode(value) if value in set(Mode) else Mode.SYSTEM

    @theme.setter
    def theme(self, value: Mode) -> None:
        self._store.setValue("theme", value.value)

    @property
    def zoom(self) -> int:
        """Points added to the text's size."""
        try:
            value = int(self._text("zoom", "0"))
        except ValueError:
            return 0
        return max(_ZOOM[0], min(_ZOOM[1], value))

    @zoom.setter
    def zoom(self, value: int) -> None:
        self._store.setValue("zoom", str(max(_ZOOM[0], min(_ZOOM[1], value))))

    @property
    def measure(self) -> int:
        """Characters in a line of the text."""
        try:
            value = int(self._text("measure", str(MEASURE)))
        except ValueError:
            return MEASURE
        return max(_MEASURES[0], min(_MEASURES[1], value))

    @measure.setter
    def measure(self, value: int) -> None:
        self._store.setValue("measure", str(max(_MEASURES[0], min(_MEASURES[1], value))))

    @property
    def typeface(self) -> str:
        """The typeface of the article, as `gui.typeface` names it."""
        return self._text("typeface")

    @typeface.setter
    def typeface(self, value: str) -> None:
        self._store.setValue("typeface", value)

    @property
    def spacing(self) -> int:
        """What is added to the height of a line, one of `SPACINGS`."""
        value = self._text("spacing", "0")
        return next((spacing for spacing in SPACINGS if str(spacing) == value), 0)

    @spacing.setter
    def spacing(self, value: int) -> None:
        self._store.setValue("spacing", str(value))

    @property
    def show_tags(self) -> bool:
        return self._text("tags", "yes") != "no"

    @show_tags.setter
    def show_tags(self, value: bool) -> None:
        self._store.setValue("tags", "yes" if value else "no")

    @property
    def order(self) -> str:
        """In which order suggestions are gone through; what is no order (any more) is for the reader to judge."""
        return self._text("order")

    @order.setter
    def order(self, value: str) -> None:
        self._store.setValue("order", value)

    def shows(self, panel: str, default: bool) -> bool:
        """Whether a panel ("articles", "review") is shown."""
        return self._text(f"panel/{panel}", "yes" if default else "no") != "no"

    def remember_shown(self, panel: str, shown: bool) -> None:
        self._store.setValue(f"panel/{panel}", "yes" if shown else "no")

    @property
    def show_guide(self) -> bool:
        """Whether the definition of the selected mark is shown below the review panel."""
        return self._text("guide", "yes") != "no"

    @show_guide.setter
    def show_guide(self, value: bool) -> None:
        self._store.setValue("guide", "yes" if value else "no")

    @property
    def toured(self) -> bool:
        """Whether the tour was shown, to its end or not."""
        return self._text("toured") == "yes"

    @toured.setter
    def toured(self, value: bool) -> None:
        self._store.setValue("toured", "yes" if value else "no")

    @property
    def keys(self) -> Mapping[str, Sequence[str]]:
        """The person's own keys by action, in Qt's portable writing."""
        try:
            found = json.loads(self._text("keys", "{}"))
        except (ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        good = {id: keys for id, keys in found.items() if isinstance(keys, list)}
        return {id: [key for key in keys if isinstance(key, str)] for id, keys in good.items()}

    @keys.setter
    def keys(self, value: Mapping[str, Sequence[str]]) -> None:
        self._store.setValue("keys", json.dumps({id: list(keys) for id, keys in value.items()}))

    @property
    def coder(self) -> str:
        """Who decides: the name that the history carries."""
        chosen = self._text("coder")
        if chosen:
            return chosen
        try:
            return getpass.getuser()
        except (OSError, KeyError, ImportError):
            return "analyst"

    @property
    def recent(self) -> list[Path]:
        """Projects opened lately, the latest first."""
        size = self._store.beginReadArray("recent")
        found: list[Path] = []
        for row in range(min(size, MAX_RECENT)):
            self._store.setArrayIndex(row)
            name = self._text("path")
            if name:
                found.append(Path(name))
        self._store.endArray()
        return found

    def remember_project(self, path: Path) -> None:
        """Puts a project at the head of the recent ones."""
        self._write_recent([path, *(p for p in self.recent if p != path)][:MAX_RECENT])

    def forget_project(self, path: Path) -> None:
        """Takes a project off the list; the file stays where it is."""
        self._write_recent([p for p in self.recent if p != path])

    def _write_recent(self, paths: list[Path]) -> None:
        self._store.remove("recent")
        self._store.beginWriteArray("recent", len(paths))
        for row, path in enumerate(paths):
            self._store.setArrayIndex(row)
            self._store.setValue("path", str(path))
        self._store.endArray()

    def folder(self, purpose: str) -> str:
        """The folder used last for a purpose ("articles", "projects", "exports")."""
        return self._text(f"folder/{purpose}", str(Path.home()))

    def remember_folder(self, purpose: str, path: Path) -> None:
        self._store.setValue(f"folder/{purpose}", str(path))

    def bytes(self, key: str) -> QByteArray:
        """A remembered geometry; empty where there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_bytes(self, key: str, value: QByteArray) -> None:
        self._store.setValue(key, value)

    def sync(self) -> None:
        """Writes to disk; where that fails the preferences are lost, nothing else."""
        self._store.sync()
