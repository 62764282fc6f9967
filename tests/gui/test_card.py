"""The hover card says what a mark is, which entity it means, where it came from and what was done with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from dateline.core import decisions
from dateline.core.annotation import Status
from dateline.gui.article.card import card
from dateline.gui.dates import spoken_value
from reviewing import open_workbench, review_state

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_card_names_the_entity_its_places_the_reason_and_the_score(qapp: QApplication) -> None:
    bench = open_workbench()
    told = card([bench.state.mentions["cinar"]], bench)
    assert "Ayla Çınar · 2 places in this article" in told
    told = card([bench.state.mentions["ilgaz"]], bench)
    assert "72%" in told
    assert "places" not in told


def test_a_rejected_place_is_not_counted(qapp: QApplication) -> None:
    bench = open_workbench()
    bench.decide(decisions.set_status(bench.state, ["ayla"], Status.REJECTED, bench.text))
    assert "places" not in card([bench.state.mentions["cinar"]], bench)


def test_a_card_tells_the_latest_steps_that_stand_and_who_took_them(qapp: QApplication) -> None:
    bench = open_workbench()
    assert bench.session is not None
    bench.decide(decisions.set_status(bench.state, ["ayla"], Status.ACCEPTED, bench.text))
    bench.decide(decisions.set_status(bench.state, ["omar"], Status.ACCEPTED, bench.text))
    bench.decide(decisions.relabel(bench.state, "ayla", "ORG", bench.text))
    told = card([bench.state.mentions["ayla"]], bench)
    assert told.count(f": {bench.session.by}, ") == 2
    assert told.index("change label") < told.index("accept:")
    bench.undo()
    assert "change label" not in card([bench.state.mentions["ayla"]], bench)


def test_words_from_outside_are_shown_as_they_are(qapp: QApplication) -> None:
    bench = open_workbench()
    record = replace(bench.state.mentions["omar"], name="<img src=x>", note="a < b")
    told = card([record], bench)
    assert "<img" not in told
    assert "a &lt; b" in told


def test_two_records_at_one_place_share_a_card(qapp: QApplication) -> None:
    bench = open_workbench(review_state())
    told = card([bench.state.mentions["title"], bench.state.events["meeting"]], bench)
    assert told.count("<hr>") == 1


def test_a_day_is_said_in_the_order_of_the_language(qapp: QApplication) -> None:
    assert spoken_value("2026-03-11", "tr") == "11 Mart 2026 Çarşamba"
    assert spoken_value("2026-03-11", "en") == "Wednesday, 11 March 2026"
