"""The sample project: a few invented articles, to try everything on."""

from __future__ import annotations

from pathlib import Path

from dateline.core import assets
from dateline.core.codebook import bundled
from dateline.core.ports import Project
from dateline.services.adapters import Adapters
from dateline.services.importing import import_files


def open_sample(adapters: Adapters, path: Path, coder: str, name: str) -> Project:
    """Opens the sample project at `path`, making it from the articles that ship where it is not there yet.

    Raises `StorageError`.
    """
    store = adapters.store()
    if path.exists():
        return store.open(path, coder)
    path.parent.mkdir(parents=True, exist_ok=True)
    project = store.create(path, name, bundled(), coder)
    import_files(project, adapters.reader(), [assets.path("samples")])
    return project
