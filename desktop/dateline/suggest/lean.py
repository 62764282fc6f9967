"""Imports spaCy without its command line, which alone costs a second: downloads, web clients, templates, a terminal.

`import spacy` asks for `spacy.cli.info`, for one function that nobody here calls, and that module's package imports
everything that the commands of spaCy need. A stand-in takes its place while spaCy is imported and is gone afterwards:
who then imports `spacy.cli` gets the real one.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

_NAMES = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Imports spaCy, quickly where that works. Does nothing where it is imported already."""
    if "spacy" in sys.modules:
        return
    stand_in, info = (ModuleType(name) for name in _NAMES)
    stand_in.__path__ = []
    info.info = _info  # type: ignore[attr-defined]
    sys.modules.update(zip(_NAMES, (stand_in, info), strict=True))
    try:
        import spacy
    except ImportError:
        _withdraw(stand_in, info)  # another spaCy wants more of its command line at the start: then it shall have it
        import spacy  # noqa: F401
    finally:
        _withdraw(stand_in, info)


def _withdraw(*modules: ModuleType) -> None:
    for module in modules:
        if sys.modules.get(module.__name__) is module:
            del sys.modules[module.__name__]


def _info(*arguments: Any, **options: Any) -> Any:
    """`spacy.info`, from its real place."""
    return importlib.import_module("spacy.cli.info").info(*arguments, **options)
