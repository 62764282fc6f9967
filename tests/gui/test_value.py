"""What words mean: the value of a mention and the date of an event, corrected or chosen from the readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.core.annotation import OTHER_VALUE, Argument, Origin, Status
from dateline.core.ports import Progress, no_progress
from dateline.core.suggestion import Request, Suggestions
from driver import Desk, ScriptedSuggester, start

CTRL = Qt.KeyboardModifier.ControlModifier


class TwoReadings(ScriptedSuggester):
    """A date that may be read in two ways, and an event that happens on it."""

    def suggest(self, request: Request, progress: Progress = no_progress) -> Suggestions:
        made = super().suggest(request, progress)
        origin = Origin("rule", "reason.analyst", {"value": "2026-02-17", OTHER_VALUE: "2025-02-17"})
        mentions = [replace(m, value="2026-02-17", origin=origin) if m.label == "DATE" else m for m in made.mentions]
        date = next(m for m in mentions if m.label == "DATE")
        events = [
            replace(e, when="2026-02-17", arguments=(*e.arguments, Argument("date", date.id))) for e in made.events
        ]
        return replace(made, mentions=tuple(mentions), events=tuple(events))


@pytest.fixture
def dated(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = start(qtbot, tmp_path, TwoReadings)
    made.new_project()
    made.open_story()
    yield made
    made.close()


def test_the_other_reading_of_a_date_is_two_keys_away_and_its_event_follows(dated: Desk) -> None:
    dated.click("17 Şubat Salı günü")
    dated.press(Qt.Key.Key_V)
    dated.press(Qt.Key.Key_Down)
    dated.press(Qt.Key.Key_Return)
    mention = dated.mention("17 Şubat Salı günü")
    assert (mention.value, mention.status) == ("2025-02-17", Status.ACCEPTED)
    assert {e.when for e in dated.state.events.values()} == {"2025-02-17"}
    dated.press(Qt.Key.Key_Z, CTRL)
    assert dated.mention("17 Şubat Salı günü").value == "2026-02-17"
    assert {e.when for e in dated.state.events.values()} == {"2026-02-17"}


def test_a_value_that_is_no_date_is_not_taken(dated: Desk) -> None:
    dated.click("17 Şubat Salı günü")
    dated.press(Qt.Key.Key_V)
    popup = QApplication.activePopupWidget()
    popup._line.setText("2026-02-30")
    QTest.keyClick(popup._line, Qt.Key.Key_Return)
    assert popup.isVisible()
    popup.close()
    assert dated.mention("17 Şubat Salı günü").value == "2026-02-17"


def test_an_empty_line_takes_the_value_away(dated: Desk) -> None:
    dated.click("17 Şubat Salı günü")
    dated.press(Qt.Key.Key_V)
    popup = QApplication.activePopupWidget()
    popup._line.clear()
    QTest.keyClick(popup._line, Qt.Key.Key_Return)
    assert dated.mention("17 Şubat Salı günü").value is None


def test_the_day_of_an_event_is_set_from_the_text(dated: Desk) -> None:
    dated.click("görüştü")
    dated.press(Qt.Key.Key_V)
    popup = QApplication.activePopupWidget()
    popup._line.setText("2026-W07")
    QTest.keyClick(popup._line, Qt.Key.Key_Return)
    assert [e.when for e in dated.state.events.values()] == ["2026-W07"]


def test_enter_in_a_pop_up_chooses_there_and_does_nothing_in_the_text(dated: Desk) -> None:
    dated.click("Umman")
    dated.press(Qt.Key.Key_L)
    popup = QApplication.activePopupWidget()
    QTest.keyClicks(popup.focusWidget(), "kurum")
    QTest.keyClick(popup.focusWidget(), Qt.Key.Key_Return)
    assert dated.mention("Umman").label == "ORG"
