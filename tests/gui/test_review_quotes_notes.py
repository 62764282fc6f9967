"""Quotes and notes, as a person uses them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.core import decisions
from dateline.core.annotation import Status
from dateline.gui.review.record_model import ROW
from reviewing import Show

LEFT = Qt.MouseButton.LeftButton


def test_the_speaker_of_a_quote_is_the_next_mention_that_is_clicked(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("quotes")
    assert panel.quotes.model.index_of("words").data(ROW).chip == "Who said it?"
    bench.select("words")
    qtbot.mouseClick(panel.quotes.speaker.add, LEFT)
    bench.select("cinar", reveal=False)
    assert bench.state.quotes["words"].speaker == "cinar"
    assert panel.quotes.model.index_of("words").data(ROW).chip == "Ayla Çınar"


def test_the_speaker_is_taken_out_by_its_cross(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("quotes")
    bench.decide(decisions.set_speaker(bench.state, "words", "cinar", bench.text))
    bench.select("words")
    qtbot.mouseClick(panel.quotes.speaker.chips[0].remove, LEFT)
    assert bench.state.quotes["words"].speaker is None


def test_a_rejected_quote_leaves_the_list(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("quotes")
    bench.select("words")
    qtbot.mouseClick(panel.quotes.reject, LEFT)
    assert bench.state.quotes["words"].status is Status.REJECTED
    assert "F5" in panel.quotes.empty.text()


def test_a_note_can_be_written_about_what_is_selected(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("notes")
    assert panel.notes.hint.isVisible()
    assert not panel.notes.note.isVisible()
    bench.select("ilgaz")
    panel.notes.note.setFocus()
    qtbot.keyClicks(panel.notes.note, "The province?")
    bench.select("izmir")
    assert bench.state.mentions["ilgaz"].note == "The province?"
    assert panel.notes.model.ids() == ["ilgaz"]
    assert panel.notes.note.toPlainText() == ""


def test_clearing_a_note_takes_the_record_off_the_list(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("notes")
    bench.decide(decisions.rewrite(replace(bench.state.mentions["ilgaz"], note="x"), bench.text, "note"))
    bench.select("ilgaz")
    assert panel.notes.note.toPlainText() == "x"
    panel.notes.note.setFocus()
    panel.notes.note.selectAll()
    qtbot.keyClick(panel.notes.note, Qt.Key.Key_Backspace)
    panel.notes.list.setFocus()
    panel.notes.note.write_down()
    assert bench.state.mentions["ilgaz"].note == ""
    assert panel.notes.model.ids() == []


def test_words_being_typed_are_not_taken_away_by_another_step(show: Show, qtbot: QtBot) -> None:
    bench, panel = show("notes")
    bench.select("ilgaz")
    qtbot.keyClicks(panel.notes.note, "half a sen")
    bench.decide(decisions.set_status(bench.state, ["ilgaz"], Status.FLAGGED, bench.text))
    qtbot.keyClicks(panel.notes.note, "tence")
    panel.notes.note.write_down()
    assert bench.state.mentions["ilgaz"].note == "half a sentence"
    assert bench.state.mentions["ilgaz"].status is Status.FLAGGED


class _Shouting(QTranslator):
    """A language in which everything of ours is in brackets."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        return f"[{source}]"


def test_every_tab_speaks_the_language_that_is_installed(show: Show, qtbot: QtBot) -> None:
    bench, panel = show()
    bench.select("meeting")
    translator = _Shouting()
    QCoreApplication.installTranslator(translator)
    try:
        # The application posts the event of the change to its windows.
        QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
        QApplication.processEvents()
        assert panel.bar.tabText(2) == "[Events]"
        assert panel.suggestions.accept.text() == "[Accept]"
        assert panel.suggestions.progress.text() == "[0 of 9 decided]"
        assert panel.entities.rename.text() == "[Rename]"
        assert panel.events.card.mode_name.text() == "[Mode]"
        assert panel.quotes.speaker_name.text() == "[Speaker]"
        panel.show_tab("events")
        assert panel.events.card.slots["actor"].add.text() == "[+ required]"
    finally:
        QCoreApplication.removeTranslator(translator)
