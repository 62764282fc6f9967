"""What happens when we are at fault: the work is kept, a report is written, the person is told. Nothing is sent."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path

log = logging.getLogger("dateline")

Told = Callable[[str, Path], None]


def log_file() -> Path:
    """Where the log lies. It never holds the text of an article."""
    return user_log_path("Dateline", appauthor=False) / "dateline.log"


def start_log() -> None:
    """Begins to write the log; where no file can be written, the log goes to nowhere and nothing else changes."""
    if log.handlers:
        return
    log.setLevel(logging.INFO)
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(log_file(), maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


def catch(tell: Told) -> None:
    """Has uncaught exceptions, also those of Qt slots, logged and told; the application goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("uncaught\n%s", "".join(traceback.format_exception(kind, error, trace)))
        tell(f"{kind.__name__}: {error}", log_file())

    sys.excepthook = hook
