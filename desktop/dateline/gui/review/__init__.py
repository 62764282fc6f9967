"""The right side of the window: what was suggested, and what the analyst made of it."""

from dateline.gui.review.panel import ReviewPanel

__all__ = ["ReviewPanel"]
