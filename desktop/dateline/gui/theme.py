"""Colours and shapes of the window, light and dark. The one place that knows a colour besides the codebook.

Fusion with our own palettes: `setColorScheme` has no effect on a Linux without a platform theme, so nothing is left
to the system but the question which of the two it would like.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from dateline.core import assets
from dateline.core.codebook import Term


class Mode(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours. `page`: behind the article; `surface`: panels; `raised`: cards and fields; `line`: borders."""

    dark: bool
    page: str
    surface: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str


LIGHT = Theme(False, "#ffffff", "#f4f5f7", "#ffffff", "#d9dce1", "#1c2128", "#5b6470", "#2f5fd0", "#ffffff", "#c9dafb")
DARK = Theme(True, "#1f2227", "#17191d", "#262a30", "#3a3f47", "#e6e8eb", "#a2abb8", "#7aa5ff", "#10131a", "#35507f")
CONTRAST = Theme(
    True, "#000000", "#000000", "#000000", "#ffffff", "#ffffff", "#e8e8e8", "#ffe100", "#000000", "#00509e"
)
"""For eyes that need it: white on black, every border drawn, what has the focus in yellow."""


def current() -> Theme:
    """The theme that the application shows now."""
    if QGuiApplication.palette().color(QPalette.ColorRole.Base) == QColor(CONTRAST.page):
        return CONTRAST
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT


def warning() -> str:
    """The colour of words that warn."""
    return "#ffb4a8" if current().dark else "#9b1c10"


def colour(term: Term | None, theme: Theme | None = None) -> QColor:
    """The colour of a codebook entry in a theme; the muted text colour where it has none."""
    theme = theme or current()
    name = (term.dark if theme.dark else term.light) if term is not None else ""
    return QColor(name or theme.muted)


def second(option: QStyleOptionViewItem) -> QColor:
    """For words of second rank in a row: muted, but not on the ground of a selected row, where that is too faint."""
    selected = option.state & QStyle.StateFlag.State_Selected
    return QColor(current().text if selected else current().muted)


def tint(base: QColor, alpha: float) -> QColor:
    """The colour at an opacity of 0..1."""
    tinted = QColor(base)
    tinted.setAlphaF(alpha)
    return tinted


def palette(theme: Theme) -> QPalette:
    """The Qt palette of a theme."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.surface,
        role.WindowText: theme.text,
        role.Base: theme.page,
        role.AlternateBase: theme.surface,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.on_accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.raised,
        role.Midlight: theme.line,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Shadow: "#000000",
        role.Accent: theme.accent,
    }
    result = QPalette()
    for key, value in colours.items():
        result.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, tint(QColor(theme.muted), 0.6))
    return result


def apply(app: QApplication, mode: Mode) -> Theme:
    """Dresses the application; returns the theme it now wears."""
    hints = app.styleHints()  # held: what it gives out goes with it
    scheme = hints.colorScheme()
    dark = mode is Mode.DARK or (mode is Mode.SYSTEM and scheme == Qt.ColorScheme.Dark)
    contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    wanted = mode is Mode.CONTRAST or (mode is Mode.SYSTEM and contrast)
    theme = CONTRAST if wanted else DARK if dark else LIGHT
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setStyleSheet(_style(theme))
    return theme


def use_fonts(app: QApplication) -> None:
    """Our own typeface in the system's size, so that the window is the same on every machine.

    Inter (SIL Open Font License) has every letter of the two languages; what it lacks comes from the system.
    """
    families: list[str] = []
    for file in sorted(assets.path("fonts").glob("*.otf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    if families:
        font = QFont(app.font())
        font.setFamilies([families[0], *font.families()])
        font.setPointSizeF(max(font.pointSizeF(), 10.0))
        app.setFont(font)


def _picture(name: str, theme: Theme) -> str:
    """The path of a picture that style sheets name, drawn for the theme."""
    return assets.path("icons", f"{name}-{'dark' if theme.dark else 'light'}.svg").as_posix()


def _style(theme: Theme) -> str:
    return f"""
    QMainWindow::separator {{ width: 1px; height: 1px; background: {theme.line}; }}
    QSplitter::handle {{ background: {theme.line}; }}
    QToolBar {{ background: {theme.surface}; border: 0; border-bottom: 1px solid {theme.line};
        padding: 3px 6px; spacing: 2px; }}
    QToolBar QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 4px 8px; }}
    QToolBar QToolButton:hover {{ background: {theme.raised}; border-color: {theme.line}; }}
    QToolBar QToolButton:focus {{ border-color: {theme.accent}; }}
    QToolBar QToolButton#qt_toolbar_ext_button {{ padding: 0; }}
    QMenuBar {{ background: {theme.surface}; border-bottom: 1px solid {theme.line}; }}
    QMenuBar::item {{ padding: 4px 10px; background: transparent; border-radius: 4px; }}
    QMenuBar::item:selected {{ background: {theme.selection}; }}
    QMenu {{ background: {theme.raised}; border: 1px solid {theme.line}; padding: 4px; }}
    QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.selection}; color: {theme.text}; }}
    QMenu::item:disabled {{ color: {theme.muted}; }}
    QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 8px; }}
    QStatusBar {{ background: {theme.surface}; border-top: 1px solid {theme.line}; }}
    QStatusBar::item {{ border: 0; }}
    QDialog#popup {{ background: {theme.surface}; border: 1px solid {theme.muted}; }}
    QToolTip {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; padding: 6px; }}
    QLineEdit, QComboBox, QDateEdit, QPlainTextEdit#field {{
        background: {theme.raised}; border: 1px solid {theme.line}; border-radius: 5px; padding: 4px 6px;
        selection-background-color: {theme.selection}; selection-color: {theme.text};
    }}
    QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QPlainTextEdit#field:focus {{ border-color: {theme.accent}; }}
    QComboBox::drop-down {{ border: 0; width: 22px; }}
    QComboBox::down-arrow {{ image: url("{_picture("chevron", theme)}"); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {theme.raised}; border: 1px solid {theme.line}; padding: 3px;
        selection-background-color: {theme.selection}; selection-color: {theme.text}; }}
    QCheckBox::indicator, QListView::indicator, QTreeView::indicator, QTableView::indicator {{
        width: 14px; height: 14px; border: 1px solid {theme.muted}; border-radius: 3px; background: {theme.raised}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked,
    QTableView::indicator:checked {{
        background: {theme.accent}; border-color: {theme.accent}; image: url("{_picture("tick", theme)}"); }}
    QTreeView::indicator:indeterminate, QTableView::indicator:indeterminate {{
        background: {theme.selection}; border-color: {theme.accent}; }}
    QRadioButton::indicator {{ width: 12px; height: 12px; border: 2px solid {theme.muted}; border-radius: 8px;
        background: {theme.raised}; }}
    QRadioButton::indicator:checked {{ border: 5px solid {theme.accent}; width: 6px; height: 6px; }}
    QRadioButton::indicator:focus {{ border-color: {theme.accent}; }}
    QRadioButton:focus, QCheckBox:focus {{ color: {theme.accent}; }}
    QToolButton:focus {{ border: 1px solid {theme.accent}; border-radius: 4px; }}
    QListView:focus, QTreeView:focus, QTableView:focus {{ border: 1px solid {theme.accent}; }}
    QCheckBox::indicator:focus {{ border-color: {theme.accent}; }}
    QPushButton {{ background: {theme.raised}; border: 1px solid {theme.line}; border-radius: 6px; padding: 5px 12px; }}
    QPushButton:hover {{ border-color: {theme.muted}; }}
    QPushButton:pressed {{ background: {theme.selection}; }}
    QPushButton:focus {{ border-color: {theme.accent}; }}
    QPushButton:default {{ background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; }}
    QPushButton:default:focus {{ border: 2px solid {theme.text}; padding: 4px 11px; }}
    QTextBrowser {{ border: 1px solid {theme.line}; }}
    QTextBrowser:focus {{ border-color: {theme.accent}; }}
    QPushButton:disabled {{ color: {theme.muted}; background: transparent; border-color: {theme.line}; }}
    QProgressBar {{ background: {theme.line}; border: 0; border-radius: 2px; max-height: 4px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 2px; }}
    QListView, QTreeView, QTableView {{ background: {theme.surface}; border: 1px solid transparent; outline: 0; }}
    QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
    QScrollBar::handle {{ background: {theme.line}; border-radius: 4px; margin: 2px;
        min-height: 28px; min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {theme.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
