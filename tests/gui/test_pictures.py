"""Every picture of the window can be made at a real X server, and shows what it is about (see `pictures`)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import pictures
from setup_steps import system

pytestmark = [
    pytest.mark.x11,
    pytest.mark.timeout(400),
    pytest.mark.skipif(
        bool(system.lacking((*system.PAINTING, *system.X11))), reason="Qt's system libraries are missing"
    ),
]


def test_the_window_is_photographed_in_all_its_states(tmp_path: Path) -> None:
    """They stay in DATELINE_SCREENSHOTS, where that is set."""
    folder = Path(os.environ.get("DATELINE_SCREENSHOTS", tmp_path))
    made = {file.stem for file in pictures.take_all(folder)}
    assert made > {"light-tr", "dark-tr", "contrast-tr", "light-en", "event-selected", "mark-everywhere", "double-tr"}
    assert made > {"view-registry", "codebook-edit", "view-palette", "help-keys", "long-article", "empty-start"}
    assert {file.suffix for file in folder.iterdir()} == {".png"}
