"""Which project files this process has open as databases: those are never opened in any other way.

POSIX drops every lock that a process has on a file as soon as the process closes any descriptor of it (`fcntl(2)`).
SQLite arranges itself with that, a plain `open` beside it does not: another process then takes the file for unused
and, when it leaves, removes the write-ahead log that this one goes on writing to. All that follows would be lost
(https://www.sqlite.org/howtocorrupt.html, section 2.2).
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

Key = tuple[int, int]

_held: Counter[Key] = Counter()
_lock = threading.Lock()


def key(path: Path) -> Key:
    """What names the file at a path whatever becomes of the path. Raises `OSError` where there is none."""
    status = path.stat()
    return status.st_dev, status.st_ino


def take(path: Path, look: Callable[[], None]) -> Key:
    """Notes that a file is about to be opened as a database; first looks into it, where nobody here has it open.

    Whatever `look` raises passes through, and nothing is noted; so does `OSError` where there is no file.
    """
    with _lock:
        file = key(path)
        if not _held[file]:
            look()
        _held[file] += 1
        return file


def release(file: Key) -> None:
    """The database is closed again."""
    with _lock:
        _held[file] -= 1
        if _held[file] <= 0:
            del _held[file]
