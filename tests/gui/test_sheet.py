"""What leaves the window: PDF, picture, rows for the clipboard; and the way back into the past."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from dateline.core.annotation import Status
from dateline.gui import sheet
from dateline.gui.dialogs.past import PastDialog
from dateline.gui.rows import line
from driver import Desk


def _answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))


def test_the_article_is_saved_as_a_pdf(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_story()
    target = desk.folder / "haber.pdf"
    _answer(monkeypatch, target)
    desk.window.actions_["sheet.pdf"].trigger()
    assert target.read_bytes().startswith(b"%PDF-")
    assert "haber.pdf" in desk.window.banner.sentence


def test_the_article_is_saved_as_a_picture_with_colours(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_story()
    target = desk.folder / "haber.png"
    _answer(monkeypatch, target)
    desk.window.actions_["sheet.picture"].trigger()
    image = QImage(str(target))
    colours = {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert len(colours) > 10


def test_a_picture_that_cannot_be_written_gets_a_sentence(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_story()
    _answer(monkeypatch, desk.folder / "yok" / "haber.png")
    desk.window.actions_["sheet.picture"].trigger()
    assert "haber.png" in desk.window.banner.sentence


def test_html_of_an_article_shows_its_words_and_nothing_else(desk: Desk) -> None:
    desk.open_story("<img src='file:///etc/passwd'> Maskat'ta <script>x</script>")
    shown = sheet.paper(desk.dateline.workbench).toPlainText()
    assert "<img src='file:///etc/passwd'>" in shown
    assert "<script>" in shown


def test_the_legend_names_labels_then_types_and_what_the_signs_mean(desk: Desk) -> None:
    desk.open_story()
    desk.click("Maskat")
    desk.press(Qt.Key.Key_U)
    text = sheet.paper(desk.dateline.workbench).toPlainText()
    assert "Maskat YER?" in text  # kept for later is not decided
    legend = text.splitlines()[-3:]
    assert [line.replace("■ ", "").split("   ") for line in legend[:2]] == [
        ["Kişi", "Tarih", "Unvan", "Ülke, şehir"],
        ["Görüşme"],
    ]
    assert legend[2] == "altı çizili: olay · ? henüz karar verilmedi"


def test_a_record_is_copied_as_cells(desk: Desk) -> None:
    desk.open_story()
    desk.click("Selim Harbi")
    desk.window.actions_["edit.copy_rows"].trigger()
    cells = QGuiApplication.clipboard().text().split("\t")
    assert cells[:3] == ["Kişi", "Selim Harbi", "Selim Harbi"]
    assert desk.text[int(cells[-2]) : int(cells[-1])] == "Selim Harbi"


@pytest.mark.parametrize(("cell", "safe"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("a\tb\nc", "a b c"), ("-5", "-5")])
def test_no_cell_becomes_a_formula_or_two(cell: str, safe: str) -> None:
    assert line([cell]) == safe


def test_an_earlier_state_is_gone_back_to_and_that_can_be_undone(desk: Desk) -> None:
    desk.open_story()
    suggested = desk.state
    desk.click("Maskat")
    desk.press(Qt.Key.Key_A)
    desk.press(Qt.Key.Key_X)
    decided = desk.state
    desk.window.actions_["edit.history"].trigger()
    dialog = desk.window.findChild(PastDialog)
    assert dialog._list.topLevelItemCount() == 3
    dialog._list.setCurrentItem(dialog._list.topLevelItem(2))
    dialog.accept()
    assert desk.state == suggested
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.state == decided
    assert desk.mention("Maskat").status is Status.ACCEPTED
