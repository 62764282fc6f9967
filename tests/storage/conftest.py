"""Projects for the tests of storage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.core.codebook import bundled
from dateline.storage.project import SqlProject
from dateline.storage.store import SqliteStore
from steps import CODER


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file name with all that file names may hold."""
    folder = tmp_path / "Çalışma % ? 🚒"
    folder.mkdir()
    return folder / "İlk proje #1.dateline"


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[[], SqlProject]]:
    """Opens the project, which is made when it is asked for first; all are closed at the end."""
    projects: list[SqlProject] = []

    def open() -> SqlProject:
        store = SqliteStore()
        project = store.open(path, CODER) if path.exists() else store.create(path, "Deneme", bundled(), CODER)
        assert isinstance(project, SqlProject)
        projects.append(project)
        return project

    yield open
    for project in projects:
        project.close()


@pytest.fixture
def project(opened: Callable[[], SqlProject]) -> SqlProject:
    return opened()
