"""What is said to those who hear the window instead of seeing it, beyond what has the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(about: QObject, sentence: str) -> None:
    """Lets a screen reader say a sentence now; without one nothing happens."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, sentence))
