"""Exporting a project: the format by its name, a file name that every system takes, never over the project itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from dateline.core.errors import ExportError
from dateline.core.ports import Exporter, ExportReport, HitLine, Progress, Project, no_progress

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def file_name(wanted: str, suffix: str = "") -> str:
    """A file name that Windows, macOS and Linux take, from any words; at most 120 characters and the suffix."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", wanted).split())[:120].strip(" .") or "dateline"
    return f"_{name}{suffix}" if _RESERVED.match(name) else f"{name}{suffix}"


def export_project(
    project: Project,
    exporters: Iterable[Exporter],
    format: str,
    path: Path,
    language: str,
    accepted_only: bool = False,
    progress: Progress = no_progress,
) -> ExportReport:
    """Writes a project in a format. A path without the suffix of the format gets it.

    Raises `ExportError` for an unknown format, for the project's own file and for what the world refuses, and
    `Cancelled` out of `progress`.
    """
    exporter, target = _chosen(project, exporters, format, path)
    return exporter.export(project, target, language, accepted_only, progress)


def export_hits(
    project: Project,
    title: str,
    hits: Iterable[HitLine],
    exporters: Iterable[Exporter],
    format: str,
    path: Path,
    language: str,
) -> ExportReport:
    """Writes the hits of a search in a format. Raises as `export_project`, and what `hits` raises."""
    exporter, target = _chosen(project, exporters, format, path)
    return exporter.export_hits(title, hits, target, language)


def _chosen(project: Project, exporters: Iterable[Exporter], format: str, path: Path) -> tuple[Exporter, Path]:
    known = {exporter.format: exporter for exporter in exporters}
    if format not in known:
        raise ExportError("export.unknown_format", format=format, known=", ".join(sorted(known)))
    exporter = known[format]
    target = path if path.suffix.lower() == exporter.suffix else path.with_name(path.name + exporter.suffix)
    if any(_same(place, project.path) for place in (path, target)):
        raise ExportError("export.over_project")
    return exporter, target


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there, or nobody may look
        return False
