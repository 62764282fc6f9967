"""The source of suggestions: chosen in a dialog, remembered by the project, asked for with the next run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.core.sources import ModelChoice
from dateline.gui.dialogs.source import SourceDialog
from dateline.services.suggesting import chosen_model, request_for
from driver import Desk


@pytest.fixture
def dialog(desk: Desk) -> Iterator[SourceDialog]:
    desk.open_story()
    opened = desk.dateline.suggesting.choose_source()
    assert opened is not None
    desk.settle(lambda: not opened.worker.busy and opened.name.count() == 1)
    yield opened
    opened.worker.shut_down()


def test_a_pipeline_that_was_checked_is_shown_with_its_card_and_asked_from_then_on(
    desk: Desk, dialog: SourceDialog
) -> None:
    dialog.ways.button(1).click()
    assert not dialog.take.isEnabled()
    dialog.name.setEditText("tr_ornek")
    dialog.check.click()
    desk.settle(lambda: dialog.take.isEnabled())
    words = dialog.card.text()
    assert all(part in words for part in ("tr_ornek 1.0", "MIT", "PER → PERSON", "CARDINAL", "ab" * 32))
    dialog.take.click()
    session = desk.dateline.workbench.session
    assert session is not None
    assert chosen_model(session.project) == ModelChoice("tr_ornek")
    assert request_for(session).model == ModelChoice("tr_ornek")


def test_a_pipeline_that_cannot_be_used_says_why_and_cannot_be_taken(desk: Desk, dialog: SourceDialog) -> None:
    dialog.ways.button(2).click()
    dialog.name.setEditText("yok_boyle")
    dialog.check.click()
    desk.settle(lambda: "yok_boyle" in dialog.card.text())
    assert not dialog.take.isEnabled()
    dialog.ways.button(0).click()
    dialog.take.click()
    session = desk.dateline.workbench.session
    assert session is not None
    assert chosen_model(session.project) is None
