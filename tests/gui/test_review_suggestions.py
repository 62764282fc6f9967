"""The queue of suggestions, as a person uses it."""

from __future__ import annotations

import time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from dateline.core import decisions
from dateline.core.annotation import Mention, Status
from dateline.core.review import ReviewState
from dateline.core.spans import Span
from dateline.gui.review.panel import TABS
from dateline.gui.review.record_list import RecordList
from dateline.gui.review.record_model import NEW_GROUP, ROW
from reviewing import RULE, Show


def click(qtbot: QtBot, view: QAbstractItemView, index, modifier=Qt.KeyboardModifier.NoModifier) -> None:  # type: ignore[no-untyped-def]
    place: QPoint = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def words(view: RecordList) -> list[str]:
    model = view.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_the_queue_stands_in_text_order(show: Show) -> None:
    _, panel = show()
    assert words(panel.suggestions.list) == [
        "Bakan", "Ayla Çınar", "Ilgaz", "Omar Idris", "görüştü",
        "Çınar", "Anlaşma yakında imzalanacak", "İzmir", "gitti",
    ]  # fmt: skip
    assert panel.shown_suggestions() == [r.id for r in panel.suggestions.bench.queue()]


def test_a_click_selects_and_reveals(show: Show, qtbot: QtBot) -> None:
    bench, panel = show()
    with qtbot.waitSignal(bench.reveal) as revealed:
        click(qtbot, panel.suggestions.list, panel.suggestions.model.index_of("ilgaz"))
    assert bench.selection == "ilgaz"
    assert revealed.args[0].of(bench.text) == "Ilgaz"


def test_accepting_by_key_goes_on_to_the_next_row(show: Show, qtbot: QtBot) -> None:
    bench, panel = show()
    bench.select("ayla")
    qtbot.keyClick(panel.suggestions.list, Qt.Key.Key_A)
    assert bench.state.mentions["ayla"].status is Status.ACCEPTED
    assert bench.selection == "ilgaz"
    qtbot.keyClick(panel.suggestions.list, Qt.Key.Key_X)
    qtbot.keyClick(panel.suggestions.list, Qt.Key.Key_U)
    assert bench.state.mentions["ilgaz"].status is Status.REJECTED
    assert bench.state.mentions["omar"].status is Status.FLAGGED
    assert panel.suggestions.progress.text() == "3 of 9 decided"


def test_the_list_keeps_its_keys_where_the_window_has_the_same(show: Show, qtbot: QtBot) -> None:
    bench, panel = show()
    QShortcut(QKeySequence("A"), panel).activated.connect(lambda: bench.select(None))
    bench.select("title")
    panel.suggestions.list.setFocus()
    qtbot.keyClick(panel.suggestions.list, Qt.Key.Key_A)
    assert bench.selection == "ayla"
    panel.bar.setFocus()
    qtbot.keyClick(panel.bar, Qt.Key.Key_A)
    assert bench.selection is None


def test_going_to_the_panel_by_its_key_chooses_the_first_row_and_a_click_only_the_clicked_one(
    show: Show, qtbot: QtBot
) -> None:
    bench, panel = show()
    chosen: list[object] = []
    panel.bar.setFocus()
    bench.selected.connect(chosen.append)
    click(qtbot, panel.suggestions.list, panel.suggestions.model.index_of("omar"))
    assert chosen == ["omar"]
    bench.select(None)
    panel.bar.setFocus()
    panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert chosen == ["omar", None, "title"]


def test_deleting_removes_what_the_analyst_marked_and_rejects_what_was_suggested(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("events")
    decision, id = decisions.add_event(Span(0, 5), "AID", bench.text)
    bench.decide(decision)
    bench.select(id)
    qtbot.keyClick(panel.events.list, Qt.Key.Key_Delete)
    qtbot.keyClick(panel.events.list, Qt.Key.Key_Delete)
    assert id not in bench.state.events
    assert bench.state.events["meeting"].status is Status.REJECTED
    assert bench.current_event == "going"


def test_accepting_the_last_row_goes_back_to_the_one_before(show: Show, qtbot: QtBot) -> None:
    bench, panel = show()
    bench.select("going")
    qtbot.keyClick(panel.suggestions.list, Qt.Key.Key_Return)
    assert bench.selection == "izmir"


def test_several_rows_are_one_step(show: Show, qtbot: QtBot) -> None:
    bench, panel = show()
    queue = panel.suggestions.list
    click(qtbot, queue, panel.suggestions.model.index_of("title"))
    click(qtbot, queue, panel.suggestions.model.index_of("ilgaz"), Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(panel.suggestions.accept, Qt.MouseButton.LeftButton)
    assert {id for id, m in bench.state.mentions.items() if m.status is Status.ACCEPTED} == {"title", "ayla", "ilgaz"}
    bench.undo()
    assert bench.session is not None
    assert bench.session.open_suggestions() == 9


def test_accept_all_takes_only_what_the_filter_shows(show: Show, qtbot: QtBot) -> None:
    bench, panel = show()
    choose(panel.suggestions.filter, "mention:PERSON")
    assert words(panel.suggestions.list) == ["Ayla Çınar", "Omar Idris", "Çınar"]
    qtbot.mouseClick(panel.suggestions.accept_all, Qt.MouseButton.LeftButton)
    assert {r.id for r in bench.state.records() if r.status is Status.ACCEPTED} == {"ayla", "omar", "cinar"}
    assert "Choose “All waiting”" in panel.suggestions.hint.text()
    bench.undo()
    assert words(panel.suggestions.list) == ["Ayla Çınar", "Omar Idris", "Çınar"]


def test_what_was_flagged_is_found_again(show: Show, qtbot: QtBot) -> None:
    bench, panel = show()
    bench.select("words")
    qtbot.keyClick(panel.suggestions.list, Qt.Key.Key_U)
    choose(panel.suggestions.filter, "flagged")
    assert words(panel.suggestions.list) == ["Anlaşma yakında imzalanacak"]


def test_by_label_groups_are_divided_and_by_certainty_the_doubtful_come_first(show: Show) -> None:
    _, panel = show()
    choose(panel.suggestions.order, "label")
    assert words(panel.suggestions.list)[:5] == ["Ayla Çınar", "Omar Idris", "Çınar", "Ilgaz", "İzmir"]
    model = panel.suggestions.model
    assert [row for row in range(model.rowCount()) if model.index(row).data(NEW_GROUP)] == [3, 5, 6, 7, 8]
    choose(panel.suggestions.order, "certainty")
    assert words(panel.suggestions.list)[0] == "Ilgaz"


def test_a_score_is_shown_only_where_there_is_one(show: Show) -> None:
    _, panel = show()
    model = panel.suggestions.model
    assert model.index_of("ilgaz").data(ROW).right == "72%"
    assert model.index_of("ayla").data(ROW).right == ""
    assert "rule · suggest.reason.after_title" in model.index_of("ayla").data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_decision_elsewhere_does_not_move_the_selection(show: Show) -> None:
    bench, panel = show()
    bench.select("ayla")
    bench.decide(decisions.set_status(bench.state, ["ayla"], Status.ACCEPTED, bench.text))
    assert bench.selection == "ayla"
    assert panel.suggestions.list.chosen() == []


def test_an_empty_article_says_what_to_do(show: Show) -> None:
    bench, panel = show(state=ReviewState())
    assert "F5" in panel.suggestions.empty.text()
    assert panel.suggestions.empty.isVisible()
    bench.open(None)
    assert "No article is open" in panel.suggestions.empty.text()


def test_another_language_renames_labels_at_once(show: Show) -> None:
    bench, panel = show()
    assert panel.suggestions.model.index_of("ayla").data(ROW).chip == "Person"
    bench.set_language("tr")
    assert panel.suggestions.model.index_of("ayla").data(ROW).chip == "Kişi"


def test_a_hidden_tab_is_up_to_date_when_it_is_seen(show: Show) -> None:
    bench, panel = show("notes")
    bench.decide(decisions.set_status(bench.state, ["ayla"], Status.REJECTED, bench.text))
    assert "ayla" not in panel.shown_suggestions()
    bench.decide(decisions.set_status(bench.state, ["title"], Status.REJECTED, bench.text))
    panel.show_tab("suggestions")
    assert words(panel.suggestions.list)[0] == "Ilgaz"


def test_every_control_has_a_name_for_those_who_hear_it(show: Show) -> None:
    bench, panel = show()
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
    seen = set()
    for tab, record in zip(TABS, ("ayla", "ayla", "meeting", "words", "ayla"), strict=True):
        panel.show_tab(tab)
        bench.select(record)
        seen |= {w for kind in kinds for w in panel.pages.currentWidget().findChildren(kind) if w.isVisible()}
    assert len(seen) > 35
    assert [w for w in seen if not (w.accessibleName() or getattr(w, "text", str)())] == []


def test_thirteen_thousand_rows_stay_quick(show: Show, qtbot: QtBot) -> None:
    text = "Ada geldi. " * 13_000
    mentions = {
        f"m{n:05}": Mention(f"m{n:05}", Span(n * 11, n * 11 + 3), "PERSON", Status.SUGGESTED, RULE, "Ada")
        for n in range(13_000)
    }
    bench, panel = show(state=ReviewState(mentions), text=text)
    bench.select("m06000")
    started = time.process_time()
    for _ in range(5):
        qtbot.keyClick(panel.suggestions.list, Qt.Key.Key_A)
    assert (time.process_time() - started) / 5 < 0.4
    assert bench.selection == "m06005"
    assert panel.suggestions.model.rowCount() == 12_995
