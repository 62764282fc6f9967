"""Whether a window can be shown: asked before Qt is, which ends the whole process where it finds no display."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from dateline.cli.speech import Voice, language_of
from dateline.core.errors import DatelineError


def displays(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The variables that name where a window goes, as `NAME=value`; what else there is needs none of them."""
    names = ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")
    return [f"{name}={environment[name]}" for name in names if environment.get(name)]


def has_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether Qt will find a display."""
    return not platform.startswith("linux") or bool(displays(environment))


def say_there_is_none() -> int:
    """Says so to someone who asked for the window; returns the exit code."""
    Voice(language_of([])).trouble(DatelineError("cli.doctor.no_display"))
    return 1
