"""Where the keyboard goes: round the parts of the window, and back to where it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the window: its widget now (None where it is not there), and what in it gets the keyboard first."""

    whole: Callable[[], QWidget | None]
    first: Callable[[], QWidget | None]


def go_round(parts: Sequence[Part], step: int) -> None:
    """Puts the keyboard on the next (1) or previous (-1) part that can take it, around at the ends."""
    now = QApplication.focusWidget()
    holds = [i for i, part in enumerate(parts) if now is not None and _holds(part.whole(), now)]
    here = holds[-1] if holds else -1 if step > 0 else len(parts)
    for away in range(1, len(parts) + 1):
        target = _entry(parts[(here + step * away) % len(parts)])
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _holds(whole: QWidget | None, widget: QWidget) -> bool:
    return whole is not None and (whole is widget or whole.isAncestorOf(widget))


def _entry(part: Part) -> QWidget | None:
    """What gets the keyboard: what the part wishes, else its first control."""
    whole = part.whole()
    if whole is None or not whole.isVisible():
        return None
    wished = part.first()
    candidates = [wished] if wished is not None else []
    return next((w for w in (*candidates, *tab_stops(whole)) if w.isVisible() and w.isEnabled()), None)


def tab_stops(whole: QWidget) -> list[QWidget]:
    """The controls of a widget that Tab can reach now, in the order of Tab."""
    found: list[QWidget] = []
    widget = whole.nextInFocusChain()
    while widget is not None and widget is not whole:
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if reached and whole.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def chain(*controls: QWidget) -> None:
    """Lets Tab go from each control to the next."""
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)


class WayBack:
    """Remembers what had the keyboard before something opened that is no window of its own."""

    def __init__(self) -> None:
        self._before: QWidget | None = None

    def remember(self, opening: QWidget) -> None:
        """Something opens. What is within it already is nothing to go back to."""
        now = QApplication.focusWidget()
        if now is not None and not _holds(opening, now):
            self._before = now

    def take(self, otherwise: QWidget) -> None:
        """Gives the keyboard back, or to something else where that is gone."""
        before, self._before = self._before, None
        there = before is not None and isValid(before) and before.isVisible() and before.isEnabled()
        (before if there and before is not None else otherwise).setFocus(Qt.FocusReason.OtherFocusReason)
