"""One set-up of a checkout at a time: a second start waits for the first instead of spoiling its work."""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from setup_steps.words import say

PAUSE_S = 0.5


@contextmanager
def alone(checkout: Path) -> Iterator[None]:
    """Holds the lock of a checkout; the system takes it from a process that dies. Waits for it, and says so once."""
    name = hashlib.sha256(str(checkout).encode()).hexdigest()[:16]
    # Not inside the environment, which may have to be removed while the lock is held.
    with Path(tempfile.gettempdir(), f"dateline-setup-{name}.lock").open("a+b") as file:
        waiting = False
        while not _take(file):
            if not waiting:
                say("waiting")
            waiting = True
            time.sleep(PAUSE_S)
        yield


def _take(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
