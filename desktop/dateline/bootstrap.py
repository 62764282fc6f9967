"""Puts the parts together: the only module that knows all of them. Everything is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.core.ports import Exporter, ProjectStore, Reader, Suggester
    from dateline.services.adapters import Adapters
    from dateline.services.evaluating import Layers


def run_command_line(argv: Sequence[str]) -> int:
    """The command line. Returns the exit code: 0, 1 where something could not be done, 2 for a wrong command."""
    from dateline.cli.app import run

    return run(argv, adapters())


def run_window(argv: Sequence[str]) -> int:
    """The window. `argv`: the project or the articles to open. Returns the exit code."""
    from dateline.cli import screen

    if not screen.has_screen():
        return screen.say_there_is_none()
    from dateline.gui.app import run

    return run(argv, adapters())


def adapters() -> Adapters:
    """The adapters of the real world."""
    from dateline.services.adapters import Adapters

    return Adapters(
        reader=_reader, suggester=_suggester, store=_store, exporters=_exporters, demo=_demo, layers=_layers
    )


def _reader() -> Reader:
    from dateline.readers import AnyReader

    return AnyReader()


def _suggester() -> Suggester:
    from dateline.suggest.suggester import SpacySuggester

    return SpacySuggester()


def _layers() -> Layers:
    from functools import partial

    from dateline.suggest.pipeline import layers
    from dateline.suggest.suggester import SpacySuggester

    return [(name, partial(SpacySuggester, components)) for name, components in layers()]


def _store() -> ProjectStore:
    from dateline.storage.store import SqliteStore

    return SqliteStore()


def _exporters() -> Sequence[Exporter]:
    from dateline.export.xlsx import XlsxExporter

    return (XlsxExporter(),)


def _demo(out: Path, language: str) -> Sequence[Path]:
    from dateline.gui.demo import run

    return run(adapters(), out, language)
