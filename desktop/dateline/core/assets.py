"""Where the files that ship with Dateline are: codebooks, gazetteers, messages, icons, samples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def root() -> Path:
    """The resources folder: inside the package once installed, at the top of the checkout while developing."""
    inside = _PACKAGE / "_resources"
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "resources"


def path(*parts: str) -> Path:
    """The path of one shipped file or folder."""
    return root().joinpath(*parts)
