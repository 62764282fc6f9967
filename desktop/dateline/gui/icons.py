"""The window's icons: SVG files of our own, tinted with the colour of the text, so that they serve both themes."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dateline.core import assets
from dateline.gui import theme

_SIZES = (16, 20, 24, 32, 48)


def icon(name: str, ink: str | None = None) -> QIcon:
    """The icon `resources/icons/<name>.svg` in the ink asked for, or in the theme's text colour."""
    source = assets.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawn = source.replace("currentColor", ink or theme.current().text)
    faded = source.replace("currentColor", theme.current().muted)
    result = QIcon()
    for size in _SIZES:
        result.addPixmap(_render(drawn, size, 1.0), QIcon.Mode.Normal)
        result.addPixmap(_render(faded, size, 0.5), QIcon.Mode.Disabled)
    return result


def _render(svg: str, size: int, opacity: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    return pixmap
