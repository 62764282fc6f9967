"""Find in the article, the same label everywhere, the command palette: as a person uses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dateline.core.annotation import Status
from dateline.core.fuzzy import score
from dateline.gui.dialogs.occurrences import OccurrencesDialog
from dateline.gui.dialogs.palette import Palette
from driver import Desk, find
from reviewing import type_words

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

TEXT = "İstanbul'da toplantı yapıldı. ISTANBUL VALİLİĞİ açıkladı; istanbullular dinledi. Maskat uzakta."


def test_typing_in_the_find_bar_finds_every_spelling_and_enter_walks_through(desk: Desk) -> None:
    desk.open_story(TEXT)
    desk.press(Qt.Key.Key_F, CTRL)
    bar = desk.window.findbar
    type_words(bar._line, "istanbul")
    desk.settle(lambda: len(bar.hits) == 3)
    assert bar._count.text() == "1/3"
    QTest.keyClick(bar._line, Qt.Key.Key_Return)
    assert bar._count.text() == "2/3"
    QTest.keyClick(bar._line, Qt.Key.Key_Return, SHIFT)
    assert bar._count.text() == "1/3"
    bar.options.word.setChecked(True)
    assert [h.of(TEXT) for h in bar.hits] == ["İstanbul", "ISTANBUL"]
    QTest.keyClick(bar._line, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_unmarked_only_leaves_out_what_has_a_mark(desk: Desk) -> None:
    desk.open_story(TEXT)
    desk.press(Qt.Key.Key_F, CTRL)
    bar = desk.window.findbar
    type_words(bar._line, "maskat")
    desk.settle(lambda: len(bar.hits) == 1)
    bar.options.unmarked.setChecked(True)
    assert bar.hits == []


def test_a_broken_pattern_is_said_to_be_none(desk: Desk) -> None:
    desk.open_story(TEXT)
    desk.press(Qt.Key.Key_F, CTRL)
    bar = desk.window.findbar
    bar.options.pattern.setChecked(True)
    type_words(bar._line, "(ist")
    desk.settle(lambda: bar.hits == [] and not bar._rest.isActive())
    assert bar._count.text()


def test_one_label_goes_everywhere_as_one_step_after_a_look(desk: Desk) -> None:
    desk.open_story(TEXT)
    span = find(TEXT, "İstanbul")
    desk.drag(span.start, span.end)
    desk.press(Qt.Key.Key_A, CTRL | SHIFT)
    dialog = desk.window.findChild(OccurrencesDialog)
    (places,) = dialog.chosen().values()
    assert [s.of(TEXT) for s in places] == ["İstanbul", "ISTANBUL", "istanbullular"]
    dialog._tree.topLevelItem(0).child(2).setCheckState(0, Qt.CheckState.Unchecked)
    dialog._labels.setCurrentIndex(dialog._labels.findData("GPE"))
    dialog.accept()
    marked = {m.span.of(TEXT) for m in desk.state.mentions.values() if m.status is Status.ACCEPTED}
    assert marked == {"İstanbul", "ISTANBUL"}
    desk.press(Qt.Key.Key_Z, CTRL)
    assert not [m for m in desk.state.mentions.values() if m.status is Status.ACCEPTED]


def test_a_few_letters_in_the_palette_do_anything(desk: Desk) -> None:
    desk.open_story(TEXT)
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_K, CTRL)
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    type_words(palette._line, "kabul et")
    QTest.keyClick(palette._line, Qt.Key.Key_Return)
    assert desk.mention("Maskat").status is Status.ACCEPTED
    assert desk.dateline.palette.used[0] == "review.accept"


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("ge", "Geri al", "Önceki öneri"),
        ("istanbul", "İSTANBUL", "Iğdır"),
        ("sö", "Sonraki öneri", "Sözlük dışı uzun bir ad"),
    ],
)
def test_what_fits_better_ranks_higher(typed: str, better: str, worse: str) -> None:
    good, bad = score(typed, better), score(typed, worse)
    assert good is not None
    assert bad is None or good > bad


def test_letters_that_are_not_there_do_not_fit() -> None:
    assert score("xyz", "Kabul et") is None
