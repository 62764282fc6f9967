"""Reviewing without the mouse: the caret walks words and picks marks, pop-ups complete events, much is done at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from dateline.core.annotation import Event, Mention, Quote, Status
from dateline.core.tokens import tokenize
from dateline.gui.article.caret import stops
from driver import Desk, find
from reviewing import type_words

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def to_the_word(desk: Desk, words: str, nth: int = 0) -> None:
    """Ctrl and the arrow until the caret stands before a word."""
    start = find(desk.text, words, nth).start
    for _ in range(60):
        if desk.window.article.position() == start:
            return
        forward = desk.window.article.position() < start
        desk.press(Qt.Key.Key_Right if forward else Qt.Key.Key_Left, CTRL)
    raise AssertionError(f"the caret does not stop before {words!r}")


def let_go_of_shift(desk: Desk) -> None:
    QApplication.sendEvent(
        desk.window.article, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    )


def selected(desk: Desk):  # type: ignore[no-untyped-def]
    return desk.dateline.workbench.selected_record()


def participants(desk: Desk) -> list[tuple[str, str]]:
    (event,) = desk.state.events.values()
    return [(a.role, desk.state.mentions[a.mention].span.of(desk.text)) for a in event.arguments]


def at_the_event(desk: Desk) -> None:
    desk.open_story()
    desk.press(Qt.Key.Key_N)


def test_the_caret_stops_at_words_and_not_at_suffixes_or_commas() -> None:
    text = "“Evet, ABD'nin %10 payı var.”"
    words = stops(tokenize(text), text)
    assert [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)] == [
        "Evet",
        "ABD",
        "%",
        "10",
        "payı",
        "var",
    ]
    assert words.step(0, True, False) == text.index("Evet")
    assert words.step(text.index("ABD"), True, True) == text.index("'nin")
    assert words.step(text.index("var"), True, False) is None


def test_shift_and_the_arrows_select_a_name_without_its_suffix_and_a_digit_labels_it(desk: Desk) -> None:
    desk.open_story()
    to_the_word(desk, "ABD")
    desk.press(Qt.Key.Key_Right, CTRL | SHIFT)
    let_go_of_shift(desk)
    assert desk.dateline.workbench.range == find(desk.text, "ABD")
    desk.press(Qt.Key.Key_3)
    assert desk.mention("ABD").label == "GPE"


def test_a_mark_that_the_caret_comes_to_is_selected_and_beside_it_nothing_is(desk: Desk) -> None:
    desk.open_story()
    to_the_word(desk, "Umman")
    assert selected(desk) == desk.mention("Umman")
    to_the_word(desk, "heyetiyle")
    assert selected(desk) is None


def test_the_caret_follows_the_suggestion_that_j_goes_to(desk: Desk) -> None:
    desk.open_story()
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_J)
    assert desk.window.article.position() == find(desk.text, "Umman").start


def test_n_goes_to_the_events_whatever_was_decided_about_them(desk: Desk) -> None:
    desk.open_story()
    desk.press(Qt.Key.Key_N)
    assert isinstance(selected(desk), Event)
    desk.press(Qt.Key.Key_A)
    to_the_word(desk, "Maskat")
    desk.press(Qt.Key.Key_N, SHIFT)
    assert isinstance(selected(desk), Event)
    assert selected(desk).status is Status.ACCEPTED


def test_r_a_letter_and_a_number_let_a_mention_take_part_in_the_event(desk: Desk) -> None:
    at_the_event(desk)
    desk.press(Qt.Key.Key_R)
    desk.type("l")
    type_words(QApplication.activePopupWidget().focusWidget(), "Maskat")
    desk.press(Qt.Key.Key_Return)
    assert participants(desk)[-1] == ("location", "Maskat")


def test_the_number_of_a_participant_takes_it_out_of_the_event(desk: Desk) -> None:
    at_the_event(desk)
    desk.press(Qt.Key.Key_R)
    desk.type("2")
    assert participants(desk) == [("actor", "Selim Harbi")]


def test_the_same_role_of_the_same_mention_takes_it_away_again(desk: Desk) -> None:
    at_the_event(desk)
    for key in "ra1":
        desk.type(key)
    assert participants(desk) == [("recipient", "İran")]


def test_return_in_a_pop_up_chooses_and_decides_nothing_about_the_text(desk: Desk) -> None:
    at_the_event(desk)
    desk.press(Qt.Key.Key_L)
    desk.type("OPERATE")
    desk.press(Qt.Key.Key_Return)
    assert selected(desk).type == "COOPERATE"
    assert QApplication.activePopupWidget() is None


def test_shift_e_and_shift_w_say_how_real_an_event_is_and_in_which_way(desk: Desk) -> None:
    at_the_event(desk)
    desk.press(Qt.Key.Key_E, SHIFT)
    desk.type("p")
    desk.press(Qt.Key.Key_W, SHIFT)
    desk.type("1")
    (event,) = desk.state.events.values()
    assert (event.modality, event.mode, event.status) == ("planned", "phone", Status.ACCEPTED)
    desk.press(Qt.Key.Key_W, SHIFT)
    desk.type("0")
    (event,) = desk.state.events.values()
    assert event.mode is None


def test_an_event_without_modes_says_so_and_asks_nothing(desk: Desk) -> None:
    at_the_event(desk)
    desk.press(Qt.Key.Key_L)
    desk.type("ag")
    desk.press(Qt.Key.Key_W, SHIFT)
    assert QApplication.activePopupWidget() is None
    assert desk.window.statusBar().currentMessage()


def test_r_on_a_quote_names_its_speaker_and_again_takes_the_name_away(desk: Desk) -> None:
    desk.open_story()
    to_the_word(desk, "sürecek")
    assert isinstance(selected(desk), Quote)
    desk.press(Qt.Key.Key_R)
    type_words(QApplication.activePopupWidget().focusWidget(), "Selim")
    desk.press(Qt.Key.Key_Return)
    (quote,) = desk.state.quotes.values()
    assert quote.speaker == desk.mention("Selim Harbi").id
    desk.press(Qt.Key.Key_R)
    desk.type("1")
    (quote,) = desk.state.quotes.values()
    assert quote.speaker is None


def test_shift_a_accepts_up_to_here_as_one_step(desk: Desk) -> None:
    desk.open_story()
    for _ in range(3):
        desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_A, SHIFT)
    accepted = [m.span.of(desk.text) for m in desk.state.mentions.values() if m.status is Status.ACCEPTED]
    assert accepted == ["Maskat", "Umman", "Dışişleri Bakanı"]
    assert selected(desk).span.of(desk.text) == "Selim Harbi"
    desk.press(Qt.Key.Key_Z, CTRL)
    assert {m.status for m in desk.state.mentions.values()} == {Status.SUGGESTED}


def test_g_accepts_all_of_a_label_and_nothing_else(desk: Desk) -> None:
    desk.open_story()
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_G)
    desk.type("1")
    accepted = {m.span.of(desk.text) for m in desk.state.mentions.values() if m.status is Status.ACCEPTED}
    assert accepted == {"Maskat", "Umman", "İran"}
    assert isinstance(selected(desk), Mention)
