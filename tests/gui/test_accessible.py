"""Who cannot see the screen, use a mouse or read small letters: names, focus, Tab, contrast, large text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QAccessible, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from dateline import gui
from dateline.core.contrast import READABLE, ratio
from dateline.gui import theme
from dateline.gui.codebook.fate import FateDialog, Question
from dateline.gui.dialogs.about import AboutDialog
from dateline.gui.dialogs.keys import KeysDialog
from dateline.gui.dialogs.paste import PasteDialog
from dateline.gui.focus import tab_stops
from dateline.gui.registry.dialog import RegistryDialog
from dateline.gui.theme import Mode
from driver import Desk

ROWS = (QAccessible.Role.ListItem, QAccessible.Role.TreeItem, QAccessible.Role.Cell)
TABS = ("suggestions", "entities", "events", "quotes", "notes")


def _controls(top: QWidget) -> Iterator[QWidget]:
    """What can have the focus now."""
    for widget in top.findChildren(QWidget):
        focusable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if focusable and widget.window() is top and widget.isVisible() and widget.isEnabled():
            yield widget


def _name(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.accessibleName()  # on Linux Qt gives a screen reader what is chosen for a name
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _nameless(top: QWidget) -> list[str]:
    return [f"{type(w).__name__} in {type(w.parent()).__name__}" for w in _controls(top) if not _name(w).strip()]


def _activate(desk: Desk, top: QWidget) -> None:
    def active() -> bool:
        top.activateWindow()
        return top.isActiveWindow()

    desk.settle(active)


def _select(desk: Desk, tab: str) -> None:
    desk.window.review.show_tab(tab)
    kinds = {"events": desk.state.events, "quotes": desk.state.quotes}
    desk.dateline.workbench.select(next(iter(kinds.get(tab, desk.state.mentions))))


def _dialogs(desk: Desk) -> list[Callable[[], QDialog]]:
    window, bench = desk.window, desk.dateline.workbench

    def fate() -> QDialog:
        editor = desk.dateline.codebooks.edit()
        assert editor is not None
        return FateDialog([Question("labels", "GPE", 3)], editor.draft, bench.codebook, "tr", editor)

    def event_types() -> QDialog:
        editor = desk.dateline.codebooks.edit()
        assert editor is not None
        editor.group.setCurrentIndex(1)
        return editor

    def by(action: str) -> Callable[[], QDialog]:
        def make() -> QDialog:
            before = set(window.findChildren(QDialog))
            window.actions_[action].trigger()

            def found() -> list[QDialog]:
                return [d for d in window.findChildren(QDialog) if d not in before or d.isVisible()]

            desk.settle(lambda: bool(found()))  # what there is to choose from may be read first
            return found()[0]

        return make

    return [
        *(by(action) for action in ("view.palette", "mark.label", "mark.link", "mark.value", "review.order")),
        *(by(action) for action in ("edit.history", "suggest.source", "view.registry", "mark.everywhere")),
        desk.dateline.codebooks.edit,
        event_types,
        fate,
        window.change_keys,
        lambda: KeysDialog(bench, lambda: None, window),
        desk.dateline.projects.new,
        lambda: PasteDialog("Bir haber.", "tr", window),
        lambda: AboutDialog(window),
    ]


@pytest.fixture
def opened(desk: Desk) -> Callable[[], Iterator[QDialog]]:
    """Every dialog in turn, shown."""
    desk.open_story()
    desk.click("17 Şubat")
    desk.press(Qt.Key.Key_A)
    desk.click("Maskat")

    def each() -> Iterator[QDialog]:
        for make in _dialogs(desk):
            dialog = make()
            dialog.show()
            _activate(desk, dialog)
            if isinstance(dialog, RegistryDialog):
                desk.settle(lambda registry=dialog: registry.model.rowCount() > 0)  # it is read off the thread
            yield dialog
            parent = dialog.parent()
            dialog.done(0)
            if isinstance(parent, QDialog):
                parent.done(0)
            QApplication.processEvents()

    return each


@pytest.mark.parametrize("tab", TABS)
def test_every_control_of_the_window_has_a_name(desk: Desk, tab: str) -> None:
    desk.open_story()
    _select(desk, tab)
    desk.window.findbar.start("")
    assert _nameless(desk.window) == []


def test_every_control_of_the_start_page_has_a_name(desk: Desk) -> None:
    assert any(desk.window.start.isAncestorOf(widget) for widget in _controls(desk.window))
    assert _nameless(desk.window) == []


def test_every_control_of_the_dialogs_has_a_name(opened: Callable[[], Iterator[QDialog]]) -> None:
    for dialog in opened():
        assert (type(dialog).__name__, _nameless(dialog)) == (type(dialog).__name__, [])


def _unheard_rows(view: QAbstractItemView) -> list[int]:
    """The rows whose first cell says nothing to a screen reader."""
    interface = QAccessible.queryAccessibleInterface(view)
    cells = [interface.child(n) for n in range(interface.childCount())]
    said = [c.text(QAccessible.Text.Name) for c in cells if c is not None and c.role() in ROWS]
    columns = next(n for n in count(1) if not view.model().index(0, n).isValid())
    return [n for n, words in enumerate(said[::columns]) if not words.strip()]


def _rows(view: QAbstractItemView) -> int:
    return view.model().rowCount(view.rootIndex())


def test_every_row_of_the_dialogs_is_heard(opened: Callable[[], Iterator[QDialog]]) -> None:
    heard = Counter[str]()
    for dialog in opened():
        for view in dialog.findChildren(QAbstractItemView):
            if view.isVisible():
                heard[type(dialog).__name__] += _rows(view)
                assert (type(dialog).__name__, _name(view), _unheard_rows(view)) == (
                    type(dialog).__name__,
                    _name(view),
                    [],
                )
    lists = ("Palette", "ChoicePopup", "OccurrencesDialog", "PastDialog", "RegistryDialog", "RebindDialog")
    assert [name for name in (*lists, "CodebookEditor") if not heard[name]] == []


@pytest.mark.parametrize("tab", TABS)
def test_every_row_of_the_window_is_heard(desk: Desk, tab: str) -> None:
    desk.open_story()
    _select(desk, tab)
    views = [v for v in desk.window.findChildren(QAbstractItemView) if v.isVisible()]
    assert sum(_rows(view) for view in views) > 0
    for view in views:
        assert (_name(view), _unheard_rows(view)) == (_name(view), [])


def _walk(top: QWidget, first: QWidget, text: QWidget | None = None, back: bool = False) -> set[QWidget]:
    """What Tab (or Shift+Tab) reaches from a control, by pressing it until it comes round or into the text."""
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: set[QWidget] = set()
    while (now := QApplication.focusWidget()) is not None and now not in seen and now is not text:
        seen.add(now)
        group = now.group() if isinstance(now, QAbstractButton) else None
        if group is not None and group.exclusive():
            seen.update(group.buttons())  # Tab goes to the group, the arrows within it
        QTest.keyClick(now, key)
    return seen


def test_tab_reaches_every_control_of_the_dialogs(opened: Callable[[], Iterator[QDialog]]) -> None:
    for dialog in opened():
        wanted = set(_controls(dialog))
        reached = _walk(dialog, next(iter(wanted)))
        missed = [f"{type(w).__name__} {_name(w)}" for w in wanted - reached]
        assert (type(dialog).__name__, missed) == (type(dialog).__name__, [])


@pytest.mark.parametrize("tab", TABS)
def test_tab_reaches_every_control_of_the_review_panel(desk: Desk, tab: str) -> None:
    desk.open_story()
    _select(desk, tab)
    wanted = {w for w in _controls(desk.window) if desk.window.review.isAncestorOf(w)}
    reached = _walk(desk.window, desk.window.review.bar, desk.window.article)
    assert [f"{type(w).__name__} {_name(w)}" for w in wanted - reached] == []


def _shows_focus(top: QWidget, widget: QWidget, elsewhere: QWidget) -> bool:
    """Whether the window looks different with the focus here, around the control."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)  # which may scroll to it
    QApplication.processEvents()
    place = widget.rect().translated(widget.mapTo(top, widget.rect().topLeft())).adjusted(-3, -3, 3, 3)
    focused = top.grab(place).toImage()
    elsewhere.setFocus()
    return bool(top.grab(place).toImage() != focused)


def test_what_has_the_focus_is_seen_in_the_dialogs(opened: Callable[[], Iterator[QDialog]]) -> None:
    for dialog in opened():
        controls = list(_controls(dialog))
        unseen = [
            f"{type(w).__name__} {_name(w)}"
            for w in controls
            if len(controls) > 1 and not _shows_focus(dialog, w, next(o for o in controls if o is not w))
        ]
        assert (type(dialog).__name__, unseen) == (type(dialog).__name__, [])


@pytest.mark.parametrize("tab", TABS)
def test_what_has_the_focus_is_seen_in_the_window(desk: Desk, tab: str) -> None:
    desk.open_story()
    _select(desk, tab)
    _activate(desk, desk.window)
    controls = [w for w in _controls(desk.window) if w is not desk.window.article]
    assert len(controls) > 8
    unseen = [w for w in controls if not _shows_focus(desk.window, w, desk.window.article)]
    assert [f"{type(w).__name__} {_name(w)}" for w in unseen] == []


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK, theme.CONTRAST], ids=["light", "dark", "contrast"])
def test_words_can_be_read_on_what_lies_behind_them(colours: theme.Theme) -> None:
    for behind in (colours.page, colours.surface, colours.raised, colours.selection):
        assert ratio(colours.text, behind) >= READABLE
    for behind in (colours.page, colours.surface, colours.raised):
        assert ratio(colours.muted, behind) >= READABLE
        assert ratio(colours.accent, behind) >= 3  # WCAG 2.2, 1.4.11: what marks the focus
    assert ratio(colours.on_accent, colours.accent) >= READABLE


def test_high_contrast_is_a_theme_that_is_remembered(desk: Desk) -> None:
    desk.open_story()
    desk.window.menus.themes[Mode.CONTRAST].trigger()
    try:
        assert theme.current() is theme.CONTRAST
        assert desk.dateline.preferences.theme is Mode.CONTRAST
        assert QApplication.palette().color(QPalette.ColorRole.WindowText).name() == "#ffffff"
    finally:
        desk.dateline.set_theme(Mode.LIGHT)


def test_with_letters_twice_as_large_dialogs_stay_on_the_screen(opened: Callable[[], Iterator[QDialog]]) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font = app.font()
    large = app.font()
    large.setPointSizeF(font.pointSizeF() * 2)
    app.setFont(large)  # on a screen of 1280 × 720
    try:
        for dialog in opened():
            room = dialog.screen().availableSize()
            least = dialog.minimumSizeHint()
            assert (type(dialog).__name__, least.width() <= 1280, least.height() <= 720) == (
                type(dialog).__name__,
                True,
                True,
            ), (least, room)
    finally:
        app.setFont(font)


def _as_read(controls: list[QWidget]) -> list[QWidget]:
    """Controls line by line, from left to right; what stands at about the same height is in one line."""
    tops = {w: w.mapTo(w.window(), w.rect().center()).y() for w in controls}
    lines: list[list[QWidget]] = []
    for widget in sorted(controls, key=lambda w: tops[w]):
        if lines and tops[widget] - tops[lines[-1][0]] < widget.fontMetrics().height() * 0.8:
            lines[-1].append(widget)
        else:
            lines.append([widget])
    return [w for line in lines for w in sorted(line, key=lambda w: w.mapTo(w.window(), w.rect().topLeft()).x())]


def _said(controls: list[QWidget]) -> list[str]:
    return [_name(w) or type(w).__name__ for w in controls]


@pytest.mark.parametrize("tab", TABS)
def test_tab_goes_through_each_part_of_the_window_as_the_eye_does(desk: Desk, tab: str) -> None:
    desk.open_story()
    _select(desk, tab)
    desk.window.findbar.start("")
    window = desk.window
    window.resize(1300, 1600)  # so high that the card of an event need not be scrolled
    QApplication.processEvents()
    stops = tab_stops(window)
    for part in (window.library, window.metadata, window.findbar, window.review):
        inside = [w for w in stops if part.isAncestorOf(w)]
        assert len(inside) > 2
        assert _said(inside) == _said(_as_read(inside))
    places = [next(i for i, w in enumerate(stops) if part is w or part.isAncestorOf(w)) for part in _parts(window)]
    assert places == sorted(places)


def _parts(window) -> list[QWidget]:  # type: ignore[no-untyped-def]
    return [window.library, window.metadata, window.findbar, window.article, window.review]


@pytest.mark.parametrize("tab", TABS)
def test_tab_and_shift_tab_reach_all_of_the_window_but_stop_in_the_text(desk: Desk, tab: str) -> None:
    """In the text Tab goes to the next suggestion; F6 and Ctrl with a digit lead on."""
    desk.open_story()
    _select(desk, tab)
    _activate(desk, desk.window)
    wanted = {w for w in tab_stops(desk.window) if w is not desk.window.article}
    groups = [w.group().buttons() for w in wanted if isinstance(w, QAbstractButton) and w.group() is not None]
    first = desk.window.review.bar
    forward = _walk(desk.window, first, desk.window.article)
    assert _said(sorted(wanted - forward, key=id)) == []
    last = desk.window.metadata.findChildren(QComboBox)[-1]
    backward = _walk(desk.window, last, desk.window.article, back=True)
    assert _said(sorted(wanted - backward - {b for group in groups for b in group}, key=id)) == []


def test_a_system_that_asks_for_contrast_gets_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _self: Qt.ContrastPreference.HighContrast)
    try:
        desk.dateline.set_theme(Mode.SYSTEM)
        assert theme.current() is theme.CONTRAST
        desk.dateline.set_theme(Mode.LIGHT)
        assert theme.current() is theme.LIGHT  # what the person chose counts more
    finally:
        desk.dateline.set_theme(Mode.LIGHT)


def test_nothing_moves_that_the_system_does_not_move() -> None:
    """No animation is ours; Qt's own effects are left as the system has them."""
    moving = ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "setAnimated(", "setEffectEnabled")
    sources = [path.read_text(encoding="utf-8") for path in Path(gui.__file__).parent.rglob("*.py")]
    assert [word for word in moving if any(word in source for source in sources)] == []


def test_second_words_can_be_read_on_selected_rows() -> None:
    for colours in (theme.LIGHT, theme.DARK, theme.CONTRAST):
        assert ratio(colours.text, colours.selection) >= READABLE
    option = QStyleOptionViewItem()
    assert theme.second(option).name() == theme.current().muted
    option.state = QStyle.StateFlag.State_Selected
    assert theme.second(option).name() == theme.current().text


def test_the_side_panels_can_be_hidden_and_come_back_by_their_keys(desk: Desk) -> None:
    desk.open_story()
    window = desk.window
    for panel, widget, key in (
        ("articles", window.library, Qt.Key.Key_1),
        ("review", window.review, Qt.Key.Key_3),
    ):
        window.actions_[f"view.{panel}"].trigger()
        window.actions_[f"view.show_{panel}"].setChecked(False)
        assert not widget.isVisible()
        assert QApplication.focusWidget() is window.article
        assert not desk.dateline.preferences.shows(panel, True)
        QTest.keyClick(window.article, key, Qt.KeyboardModifier.ControlModifier)
        assert widget.isVisible()
        assert widget.isAncestorOf(QApplication.focusWidget())


def test_a_low_window_has_room_for_the_text_while_one_searches(desk: Desk) -> None:
    desk.open_story()
    desk.click("Maskat")
    assert desk.window.review.guide.isVisible()
    desk.window.actions_["view.show_articles"].setChecked(False)
    desk.window.resize(640, 360)  # a screen of 1280 × 720 at double size
    desk.window.findbar.start("a")
    assert not desk.window.metadata.isVisible()
    desk.window.findbar.leave()
    assert desk.window.metadata.isVisible()
    desk.click("Selim Harbi")
    assert not desk.window.review.guide.isVisible()

    def small() -> bool:  # once every layout within has heard of it
        least = desk.window.minimumSizeHint()
        return bool(least.width() <= 640 and least.height() <= 360)

    desk.settle(small)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_a_banner_follows_the_theme(desk: Desk, mode: Mode) -> None:
    desk.dateline.set_theme(Mode.DARK if mode is Mode.LIGHT else Mode.LIGHT)
    desk.window.banner.tell("Bir şey oldu.")
    desk.dateline.set_theme(mode)
    try:
        assert theme.current().raised in desk.window.banner.styleSheet()
    finally:
        desk.dateline.set_theme(Mode.LIGHT)
