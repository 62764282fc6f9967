"""Plain short lines for the person who waits: in Turkish where the machine speaks Turkish, else in English."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from dateline.core.errors import DatelineError
from dateline.core.messages import say as sentence

_WINDOWS_TURKISH = 0x1F  # LANG_TURKISH, the primary language of a LANGID


class SetupError(DatelineError):
    """The machine lacks something that the set-up cannot get by itself."""


def language(environ: Mapping[str, str] = os.environ) -> str:
    """ "tr" or "en": what the locale variables say, on Windows what the user's own language is."""
    if sys.platform == "win32":
        import ctypes

        code = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return "tr" if code & 0x3FF == _WINDOWS_TURKISH else "en"
    chosen = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "tr" if chosen.lower().startswith("tr") else "en"


def say(key: str, **params: object) -> None:
    """Prints one sentence of the catalogue at once, also where the terminal cannot show every letter."""
    line = sentence(f"setup.{key}", language(), **params)
    encoding = sys.stdout.encoding or "utf-8"
    print(line.encode(encoding, "replace").decode(encoding), flush=True)
