"""`dateline doctor`: looks whether everything that Dateline needs is there, and says what to do where it is not.

Qt is not imported: a missing system library would end this program as it would end the window.
"""

from __future__ import annotations

import argparse
import ctypes
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import dateline
from dateline.cli.screen import displays, has_screen
from dateline.cli.speech import Voice
from dateline.core import assets
from dateline.core.errors import DatelineError
from dateline.core.messages import LANGUAGES, catalogue, say
from dateline.services.adapters import Adapters

_PACKAGES = ("spacy", "SQLAlchemy", "alembic", "openpyxl", "defusedxml", "platformdirs")
_QT = ("PySide6-Essentials", "PySide6")
# What Qt's xcb platform asks of a Linux system, with the package of Debian and Ubuntu that brings it.
_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
_MARKS = {True: "ok ", False: "!! ", None: "?  "}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `good`: None where only a part of Dateline suffers."""

    good: bool | None
    key: str
    params: dict[str, object]


def run(options: argparse.Namespace, adapters: Adapters, voice: Voice) -> None:
    """Says all findings on standard output; a bad one makes the exit code 1."""
    for finding in findings(adapters):
        print(_MARKS[finding.good] + say(finding.key, voice.language, **finding.params))
        voice.failed = voice.failed or finding.good is False
    voice.tell("cli.doctor.ill" if voice.failed else "cli.doctor.well")


def findings(adapters: Adapters) -> Iterator[Finding]:
    """Looks at everything, one finding a thing."""
    yield _found(True, "version", version=dateline.__version__, path=str(Path(dateline.__file__).parent))
    good = sys.version_info >= (3, 11)
    yield _found(good, "python", version=platform.python_version(), system=platform.platform())
    yield from _packages()
    yield from _libraries()
    yield _display()
    yield from _resources(adapters)
    yield from _writable()
    yield from _sqlite()
    encoding = sys.stdout.encoding or ""
    letters = encoding.lower().replace("-", "") in ("utf8", "cp1254", "iso88599")
    yield _found(letters or None, "console" if letters else "console_poor", encoding=encoding)


def _found(good: bool | None, key: str, **params: object) -> Finding:
    return Finding(good, f"cli.doctor.{key}", params)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _packages() -> Iterator[Finding]:
    for package in _PACKAGES:
        version = _version(package)
        yield _found(bool(version), "package" if version else "no_package", package=package, version=version)
    qt = next((version for name in _QT if (version := _version(name))), "")
    if not qt:
        yield _found(False, "no_package", package=_QT[0], version="")
    elif sys.version_info < (3, 12) and tuple(map(int, qt.split(".")[:2])) >= (6, 12):
        yield _found(False, "qt_too_new", version=qt)
    else:
        yield _found(True, "package", package="PySide6", version=qt)


def missing_libraries(load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """The packages that bring the system libraries that Qt would not find; sorted, empty where all are there."""
    missing = []
    for library, package in _LIBRARIES.items():
        try:
            load(library)
        except OSError:
            missing.append(package)
    return sorted(missing)


def _libraries() -> Iterator[Finding]:
    if sys.platform.startswith("linux"):
        missing = missing_libraries()
        key = "no_libraries" if missing else "libraries"
        yield _found(None if missing else True, key, packages=" ".join(missing))


def _display() -> Finding:
    if has_screen():
        return _found(True, "display", names=", ".join(displays()) or sys.platform)
    return _found(None, "no_display")


def _resources(adapters: Adapters) -> Iterator[Finding]:
    root = assets.root()
    try:
        book = adapters.codebook()
        sentences = min(len(catalogue(language)) for language in LANGUAGES)
        good = sentences > 0 and assets.path("samples").is_dir()
        key = "resources" if good else "no_resources"
        yield _found(good, key, path=str(root), codebook=f"{book.id} {book.version}", what="samples")
    except (DatelineError, OSError, ValueError) as error:
        yield _found(False, "no_resources", path=str(root), what=str(error))


def _writable() -> Iterator[Finding]:
    try:
        import platformdirs
    except ImportError:  # said above as a missing package
        return
    for folder in (Path(platformdirs.user_data_dir("dateline", appauthor=False)), Path(tempfile.gettempdir())):
        there = next(place for place in (folder, *folder.parents) if place.exists())
        try:
            with tempfile.TemporaryFile(dir=there):
                pass
            yield _found(True, "writable", path=str(folder))
        except OSError as error:
            yield _found(False, "not_writable", path=str(folder), what=error.strerror or str(error))


def _sqlite() -> Iterator[Finding]:
    good = sqlite3.sqlite_version_info >= (3, 35)
    yield _found(good, "sqlite" if good else "sqlite_old", version=sqlite3.sqlite_version)
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
            yield _found(True, "fts")
        except sqlite3.Error:
            yield _found(None, "no_fts")
