"""The review panel alone, and the whole window, for tests: shown, and put away afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dateline.core.review import ReviewState
from dateline.gui.review import ReviewPanel
from driver import Desk, start
from reviewing import TEXT, Show, open_workbench


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows the panel with one of its tabs in front."""

    def shown(tab: str = "suggestions", state: ReviewState | None = None, text: str = TEXT, language: str = "en"):  # type: ignore[no-untyped-def]
        bench = open_workbench(state, text, language)
        panel = ReviewPanel(bench)
        qtbot.addWidget(panel)
        panel.resize(380, 760)
        panel.show_tab(tab)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        return bench, panel

    return shown


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window with an empty project."""
    made = start(qtbot, tmp_path)
    made.new_project()
    yield made
    made.close()
