"""How well a colour can be read on another: the contrast ratio of WCAG 2.2, 1 (none) to 21 (black on white)."""

from __future__ import annotations

import re

READABLE = 4.5
"""What WCAG 2.2 (success criterion 1.4.3, level AA) asks of text."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(text: str) -> bool:
    """Whether a text is a colour as codebooks write it: `#rrggbb`."""
    return _HEX.fullmatch(text) is not None


def ratio(one: str, other: str) -> float:
    """The contrast of two colours `#rrggbb`; their order does not matter. Raises `ValueError` for anything else."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance, 0..1, as WCAG 2.2 defines it."""
    if not is_colour(colour):
        raise ValueError(colour)
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
