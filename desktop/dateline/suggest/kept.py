"""What is worked out once and kept while it is asked for again and again: forms of words, groups of features."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Made = TypeVar("Made")

MOST = 20_000
"""Entries; when there are more all go, so that a long text takes no more memory than a short one."""


class Kept(dict[Any, Made]):
    """What `make` makes of the parts of a key, a tuple. A dictionary, since a call costs as much as the making."""

    def __init__(self, make: Callable[..., Made]) -> None:
        self._make = make

    def __missing__(self, key: tuple[Any, ...]) -> Made:
        if len(self) >= MOST:
            self.clear()
        made = self[key] = self._make(*key)
        return made
