"""Code points to UTF-16 units and back: the only place that knows that Qt counts differently from Python."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class OffsetMap:
    """Converts positions of one text between code points (ours) and UTF-16 units (Qt's).

    Texts without characters beyond U+FFFF, which is nearly all of them, cost nothing.
    """

    __slots__ = ("_astral", "_astral_u16")

    def __init__(self, text: str) -> None:
        self._astral = [i for i, c in enumerate(text) if c > "\uffff"] if text and max(text) > "\uffff" else []
        self._astral_u16 = [i + n for n, i in enumerate(self._astral)]

    def to_u16(self, position: int) -> int:
        """The UTF-16 position of a code point position."""
        return position + bisect_left(self._astral, position)

    def from_u16(self, position_u16: int) -> int:
        """The code point position of a UTF-16 position; one inside a surrogate pair becomes the pair's start."""
        before = bisect_right(self._astral_u16, position_u16)
        if before and self._astral_u16[before - 1] + 1 == position_u16:
            return self._astral[before - 1]
        return position_u16 - bisect_left(self._astral_u16, position_u16)
