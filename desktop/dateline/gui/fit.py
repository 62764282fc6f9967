"""How large a window of ours opens: in the measure of its letters, but wholly on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

LOW = 30
"""Heights of a line: in a window that is lower, what can be spared makes room for the text."""


def is_low(widget: QWidget) -> bool:
    """Whether the window of a widget is low, for its letters."""
    return widget.window().height() < widget.fontMetrics().height() * LOW


def fit(window: QWidget, wide: float, high: float) -> None:
    """Sizes a window to so many heights of a line; on a small screen, or with large letters, to what there is.

    The system draws a frame with a title around it, which needs room, too.
    """
    em = window.fontMetrics().height()
    frame = QSize(em, em * 3)
    window.resize(QSize(round(em * wide), round(em * high)).boundedTo(window.screen().availableSize() - frame))
