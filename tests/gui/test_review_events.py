"""The cards of events, as a person uses them."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dateline.core import decisions
from dateline.core.annotation import Argument, Event, Status
from dateline.core.review import ReviewState
from dateline.core.spans import Span
from dateline.gui.dialogs.choice import ChoicePopup
from dateline.gui.review import ReviewPanel
from dateline.gui.review.record_model import ROW
from dateline.gui.review.wording import is_iso, spoken_date
from dateline.gui.workbench import Workbench
from reviewing import RULE, Show

LEFT = Qt.MouseButton.LeftButton


def press(qtbot: QtBot, button: QWidget) -> None:
    """A click, once the layout stands that the last step asked for."""
    QApplication.processEvents()
    qtbot.mouseClick(button, LEFT)


def meeting(bench: Workbench) -> Event:
    return bench.state.events["meeting"]


def arm(panel: ReviewPanel, qtbot: QtBot, role: str) -> None:
    press(qtbot, panel.events.card.slots[role].add)


def test_a_row_says_who_did_what_to_whom_and_what_is_missing(show: Show) -> None:
    bench, panel = show("events")
    assert panel.events.model.index_of("meeting").data(ROW).detail == "Actor? → Omar Idris · Ilgaz"
    bench.decide(decisions.fill_role(bench.state, "meeting", "actor", "ayla", bench.text))
    assert panel.events.model.index_of("meeting").data(ROW).detail == "Ayla Çınar → Omar Idris · Ilgaz"


def test_the_card_follows_the_current_event_and_not_the_mention(show: Show) -> None:
    bench, panel = show("events")
    assert not panel.events.card.isVisible()
    bench.select("meeting")
    assert panel.events.card.trigger.text() == "“görüştü”"
    bench.select("omar")
    assert panel.events.card.trigger.text() == "“görüştü”"
    bench.select("going")
    assert panel.events.card.trigger.text() == "“gitti”"


def test_an_armed_slot_takes_the_next_mention(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    arm(panel, qtbot, "actor")
    assert panel.banner.isVisible()
    assert "Actor of “görüştü”" in panel.waiting.text()
    bench.select("ayla", reveal=False)
    assert Argument("actor", "ayla") in meeting(bench).arguments
    assert bench.state.mentions["ayla"].status is Status.ACCEPTED
    assert not panel.banner.isVisible()
    bench.select("izmir", reveal=False)
    assert len(meeting(bench).arguments) == 3


def test_after_a_slot_is_filled_the_event_is_what_is_looked_at_again(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    arm(panel, qtbot, "actor")
    bench.select("ayla", reveal=False)
    qtbot.waitUntil(lambda: bench.selection == "meeting")
    assert panel.arming.slot is None


def test_escape_disarms_wherever_the_keyboard_is(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    arm(panel, qtbot, "actor")
    qtbot.keyClick(panel.events.list, Qt.Key.Key_Escape)
    assert not panel.banner.isVisible()
    bench.select("ayla", reveal=False)
    assert meeting(bench).mentions("actor") == ()


def test_an_armed_slot_lets_go_when_its_event_is_rejected_or_another_is_chosen(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    arm(panel, qtbot, "actor")
    bench.select("going")
    assert panel.arming.slot is None
    arm(panel, qtbot, "actor")
    bench.decide(decisions.set_status(bench.state, ["going"], Status.REJECTED, bench.text))
    assert panel.arming.slot is None


def test_arming_for_a_mention_that_is_in_the_role_already_keeps_it(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    arm(panel, qtbot, "recipient")
    bench.select("omar", reveal=False)
    assert meeting(bench).mentions("recipient") == ("omar",)


def test_the_cross_takes_a_mention_out_and_its_name_shows_it(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    chip = panel.events.card.slots["recipient"].chips[0]
    press(qtbot, chip.name)
    assert bench.selection == "omar"
    press(qtbot, chip.remove)
    assert meeting(bench).mentions("recipient") == ()
    assert panel.events.card.slots["recipient"].chips == []


def test_only_an_empty_required_role_is_asked_for(show: Show) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    slots = panel.events.card.slots
    assert slots["actor"].add.text() == "+ required"
    assert slots["date"].add.text() == "+"
    bench.decide(decisions.fill_role(bench.state, "meeting", "actor", "ayla", bench.text))
    assert slots["actor"].add.text() == "+"


def test_who_takes_part_and_tells_of_it_stands_in_both_slots(show: Show) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    for role in ("actor", "source"):
        bench.decide(decisions.fill_role(bench.state, "meeting", role, "ayla", bench.text))
    shown = {role: [chip.name.text() for chip in slot.chips] for role, slot in panel.events.card.slots.items()}
    assert (shown["actor"], shown["source"]) == (["Ayla Çınar"], ["Ayla Çınar"])


def test_the_type_is_chosen_by_typing_its_name(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    press(qtbot, panel.events.card.type)
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ChoicePopup))
    field = popup.findChild(QLineEdit)
    qtbot.keyClicks(field, "threat")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert meeting(bench).type == "THREATEN"
    assert panel.events.card.type.text().startswith("Threaten")


def test_mode_and_modality_are_changed_on_the_card(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    card = panel.events.card
    card.mode.setFocus()
    qtbot.keyClick(card.mode, Qt.Key.Key_Down)
    assert meeting(bench).mode == "phone"
    press(qtbot, card.modalities["denied"])
    assert meeting(bench).modality == "denied"
    assert [id for id, chip in card.modalities.items() if chip.isChecked()] == ["denied"]


def test_the_wheel_scrolls_the_card_and_changes_no_mode(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    QApplication.processEvents()
    mode = panel.events.card.mode
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(mode.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(mode, wheel)
    assert meeting(bench).mode is None
    assert meeting(bench).status is Status.SUGGESTED


def test_a_date_is_taken_when_it_is_one_and_said_in_words(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    when = panel.events.card.when
    qtbot.keyClicks(when, "2026-03-0")
    qtbot.keyClick(when, Qt.Key.Key_Return)
    assert meeting(bench).when is None
    assert "Not a date yet" in panel.events.card.when_local.text()
    qtbot.keyClicks(when, "1")
    qtbot.keyClick(when, Qt.Key.Key_Return)
    assert meeting(bench).when == "2026-03-01"
    assert "March 2026" in panel.events.card.when_local.text()


def test_answers_on_the_card(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    press(qtbot, panel.events.card.accept)
    assert meeting(bench).status is Status.ACCEPTED
    assert bench.state.mentions["omar"].status is Status.ACCEPTED
    assert not panel.events.card.accept.isEnabled()
    press(qtbot, panel.events.card.reject)
    assert meeting(bench).status is Status.REJECTED
    assert bench.current_event == "going"


def test_deleting_an_event_of_ones_own_removes_it(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    decision, id = decisions.add_event(Span(0, 5), "AID", bench.text)
    bench.decide(decision)
    bench.select(id)
    press(qtbot, panel.events.card.delete)
    assert id not in bench.state.events
    assert not panel.events.card.isVisible()


def test_a_note_is_one_step_when_the_field_is_left(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    assert bench.session is not None
    note = panel.events.card.note
    note.setFocus()
    qtbot.keyClicks(note, "Check the date")
    assert meeting(bench).note == ""
    panel.events.list.setFocus()
    assert meeting(bench).note == "Check the date"
    assert len(bench.session.history.undoable) == 1


def test_what_is_being_typed_is_kept_when_another_event_or_article_is_opened(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    qtbot.keyClicks(panel.events.card.note, "One")
    bench.select("going")
    assert meeting(bench).note == "One"
    assert bench.state.events["going"].note == ""
    qtbot.keyClicks(panel.events.card.note, "Two")
    qtbot.keyClicks(panel.events.card.when, "2026")
    session = bench.session
    assert session is not None
    bench.open(None)
    assert session.state.events["going"].note == "Two"
    assert session.state.events["going"].when == "2026"


def test_undo_brings_the_card_back_to_what_it_was(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    press(qtbot, panel.events.card.modalities["intended"])
    bench.undo()
    assert panel.events.card.modalities["asserted"].isChecked()


def test_five_hundred_events_stay_quick(show: Show, qtbot: QtBot) -> None:
    text = "Ada geldi. " * 500
    events = {
        f"e{n:03}": Event(f"e{n:03}", "CONSULT", Span(n * 11 + 4, n * 11 + 9), Status.SUGGESTED, RULE)
        for n in range(500)
    }
    started = time.process_time()
    bench, panel = show("events", state=ReviewState({}, events), text=text)
    bench.select("e000")
    for _ in range(10):
        qtbot.keyClick(panel.events.list, Qt.Key.Key_A)
        qtbot.keyClick(panel.events.list, Qt.Key.Key_Down)
    assert time.process_time() - started < 3
    assert sum(e.status is Status.ACCEPTED for e in bench.state.events.values()) == 10
    assert bench.current_event == "e010"


def test_what_is_a_date_and_how_it_is_said() -> None:
    for value in ("2026", "2026-03", "2026-03-15", "2026-W07", "2026-03-15T14:30", "2026-03-15/2026-03-18"):
        assert is_iso(value), value
    for value in ("15.03.2026", "2026-02-30", "2026-13", "2026-03-15/", "yesterday", ""):
        assert not is_iso(value), value
    assert spoken_date("2026-03", "tr") == "Mart 2026"
    assert spoken_date("2026-03/2026-04", "tr") == "Mart 2026 – Nisan 2026"
    assert spoken_date("2026", "tr") == ""


def test_a_changed_copy_of_an_event_shows_every_role(show: Show) -> None:
    bench, panel = show("events")
    bench.select("meeting")
    roles = ("actor", "recipient", "location", "date", "third_party", "source", "outlet")
    filled = tuple(map(Argument, roles, ("ayla", "omar", "ilgaz", "title", "izmir", "ayla", "omar")))
    bench.decide(decisions.rewrite(replace(meeting(bench), arguments=filled), bench.text))
    shown = {role: [chip.name.text() for chip in slot.chips] for role, slot in panel.events.card.slots.items()}
    names = ("Ayla Çınar", "Omar Idris", "Ilgaz", "Bakan", "İzmir", "Ayla Çınar", "Omar Idris")
    assert shown == {role: [name] for role, name in zip(roles, names, strict=True)}
