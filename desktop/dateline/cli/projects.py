"""`dateline import` and `dateline export`: articles into a project, a project into a file."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.cli.speech import Voice
from dateline.core.errors import DatelineError
from dateline.core.messages import say
from dateline.core.ports import PROJECT_SUFFIX, Project
from dateline.services.adapters import Adapters
from dateline.services.exporting import export_project
from dateline.services.importing import import_files


def run_import(options: argparse.Namespace, adapters: Adapters, voice: Voice) -> None:
    """Adds articles to a project, which is made where it is missing."""
    path: Path = options.project
    if not path.exists() and not path.suffix:
        path = path.with_suffix(PROJECT_SUFFIX)
    new = not path.exists()
    with _opened(path, adapters, create=new) as project:
        if new:
            voice.tell("cli.created", path=str(path))
        report = import_files(project, adapters.reader(), options.paths)
    for file, notice in report.notices:
        voice.note(f"{file.name}: {say(notice, voice.language)}")
    for file in report.known:
        voice.note(say("cli.known", voice.language, path=file.name))
    for skipped in report.skipped:
        voice.passed_over(skipped)
    voice.tell("cli.imported", count=len(report.added), path=str(path))


def run_export(options: argparse.Namespace, adapters: Adapters, voice: Voice) -> None:
    """Writes a project to a file."""
    path: Path = options.project
    if not path.exists() and path.with_suffix(PROJECT_SUFFIX).exists():
        path = path.with_suffix(PROJECT_SUFFIX)
    if not path.exists():
        raise DatelineError("cli.no_project", path=str(path))
    with _opened(path, adapters, create=False) as project:
        report = export_project(
            project, adapters.exporters(), options.format, options.out, options.language, options.accepted_only
        )
    voice.tell("cli.exported", path=str(report.path))
    for sheet, rows in report.rows.items():
        voice.tell("cli.exported_rows", sheet=sheet, rows=rows)
    if report.repaired:
        voice.note(say("cli.repaired", voice.language, count=report.repaired))


@contextmanager
def _opened(path: Path, adapters: Adapters, create: bool) -> Iterator[Project]:
    store, coder = adapters.store(), _coder()
    project = store.create(path, path.stem, adapters.codebook(), coder) if create else store.open(path, coder)
    try:
        yield project
    finally:
        project.close()


def _coder() -> str:
    """Who works here, as the system names them."""
    return os.environ.get("USERNAME") or os.environ.get("USER") or "dateline"
