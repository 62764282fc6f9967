"""The typeface of the article: the window's own, one of the system's with or without serifs, or any other."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

OWN, SERIF, SANS, MONO = "", "serif", "sans", "mono"
GENERIC = (OWN, SERIF, SANS, MONO)

SPACINGS = (-30, 0, 40, 80)
"""What is added to the height of a line, in per cent of the letters' height: tight, normal, wide, very wide.

Tight is only for a text without tags.
"""


def families(choice: str) -> list[str]:
    """The families to look for a letter in, the wished one first. `choice`: one of `GENERIC`, else a family's name.

    The window's own family comes behind: where the wished one is gone, or lacks a letter, that shows it.
    """
    wished = _system(choice) if choice in GENERIC else choice
    own = list(QGuiApplication.font().families())
    return [wished, *(family for family in own if family != wished)] if wished else own


def _system(generic: str) -> str:
    """What the system has for a kind of typeface, by the name of its family; "" for our own."""
    font = QFont("serif")
    font.setStyleHint(QFont.StyleHint.Serif)
    of_kind = {
        SERIF: font,
        SANS: QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont),
        MONO: QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont),
    }
    return QFontInfo(of_kind[generic]).family() if generic in of_kind else ""
