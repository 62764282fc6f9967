"""Stretches of the frozen text, in Unicode code points, half open."""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = 24
"""How many code points of context are kept on each side of a quoted span, to anchor it again."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end]`; both in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def context(self, text: str) -> tuple[str, str]:
        """A little text before and after the span."""
        return text[max(0, self.start - CONTEXT) : self.start], text[self.end : self.end + CONTEXT]
