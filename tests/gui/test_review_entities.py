"""The tab of entities, as a person uses it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from dateline.core import decisions
from dateline.core.annotation import Status
from dateline.gui.review import ReviewPanel
from dateline.gui.review.entity_model import ENTITY
from reviewing import Show, type_words


def entities(panel: ReviewPanel) -> list[tuple[str, int]]:
    model = panel.entities.model
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return [(str(index.data()), index.data(ENTITY)[1]) for index in rows]


def type_name(panel: ReviewPanel, qtbot: QtBot, name: str) -> None:
    """Renames the current entity as the keyboard does."""
    qtbot.keyClick(panel.entities.tree, Qt.Key.Key_F2)
    field = next(f for f in panel.entities.tree.viewport().findChildren(QLineEdit) if f.isVisible())
    field.selectAll()
    type_words(field, name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()  # the delegate commits a moment later


def test_mentions_of_one_name_are_one_entity_sorted_as_a_turkish_dictionary_does(show: Show) -> None:
    _, panel = show("entities")
    assert entities(panel) == [
        ("Ayla Çınar", 2), ("Bakan", 1), ("Ilgaz", 1), ("İzmir", 1), ("Omar Idris", 1),
    ]  # fmt: skip


def test_most_mentioned_come_first_when_asked(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("entities")
    bench.decide(decisions.rename_entity(bench.state, ["omar", "ayla", "cinar"], "Omar Idris"))
    panel.entities.order.setCurrentIndex(1)
    panel.entities.order.activated.emit(1)
    assert entities(panel)[0] == ("Omar Idris", 3)


def test_searching_ignores_case_and_dots(show: Show, qtbot: QtBot) -> None:
    _, panel = show("entities")
    qtbot.keyClicks(panel.entities.search, "IZMIR")
    assert entities(panel) == [("İzmir", 1)]


def test_a_click_on_a_mention_selects_and_reveals_it(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("entities")
    tree = panel.entities.tree
    tree.expandAll()
    with qtbot.waitSignal(bench.reveal):
        place = tree.visualRect(panel.entities.model.index_of("cinar")).center()
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.selection == "cinar"


def test_what_is_selected_in_the_text_is_found_in_the_tree(show: Show) -> None:
    bench, panel = show("entities")
    bench.select("cinar")
    assert panel.entities.tree.currentIndex() == panel.entities.model.index_of("cinar")
    assert panel.entities.tree.isExpanded(panel.entities.tree.currentIndex().parent())


def test_renaming_is_one_step_for_all_mentions_and_can_be_undone(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("entities")
    panel.entities.tree.setCurrentIndex(panel.entities.model.index(0, 0))
    type_name(panel, qtbot, "Ayla Çınar Demir")
    assert {bench.state.mentions[id].name for id in ("ayla", "cinar")} == {"Ayla Çınar Demir"}
    assert bench.state.mentions["ayla"].status is Status.ACCEPTED
    bench.undo()
    assert entities(panel)[0] == ("Ayla Çınar", 2)


def test_the_name_of_another_entity_merges_the_two(show: Show, qtbot: QtBot) -> None:
    _, panel = show("entities")
    panel.entities.tree.setCurrentIndex(panel.entities.model.index(4, 0))
    type_name(panel, qtbot, "ayla çınar")
    assert entities(panel)[0] == ("Ayla Çınar", 3)
    assert len(entities(panel)) == 4


def test_an_empty_name_changes_nothing(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("entities")
    panel.entities.tree.setCurrentIndex(panel.entities.model.index(0, 0))
    before = bench.state
    type_name(panel, qtbot, "  ")
    assert bench.state is before


def test_an_answer_on_an_entity_is_given_to_all_its_mentions(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("entities")
    panel.entities.tree.setCurrentIndex(panel.entities.model.index(0, 0))
    qtbot.keyClick(panel.entities.tree, Qt.Key.Key_X)
    assert {bench.state.mentions[id].status for id in ("ayla", "cinar")} == {Status.REJECTED}
    assert [name for name, _ in entities(panel)] == ["Bakan", "Ilgaz", "İzmir", "Omar Idris"]


def test_an_open_entity_stays_open_when_one_of_its_mentions_goes(show: Show) -> None:
    bench, panel = show("entities")
    panel.entities.tree.expand(panel.entities.model.index(0, 0))
    bench.decide(decisions.set_status(bench.state, ["cinar"], Status.REJECTED, bench.text))
    assert entities(panel)[0] == ("Ayla Çınar", 1)
    assert panel.entities.tree.isExpanded(panel.entities.model.index(0, 0))
