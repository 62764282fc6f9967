"""What the project's analysts rejected: a form rejected under a label is not suggested under it again."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.core.turkish import fold
from dateline.suggest.analysis import Found


class Memory:
    """Rejected forms. `forms`: pairs of the words as they stood in the text and their label."""

    def __init__(self, forms: Iterable[tuple[str, str]] = ()) -> None:
        self._rejected = {(fold(words), label) for words, label in forms}

    def allows(self, found: Found, text: str) -> bool:
        """Whether a proposal may be shown; `text` is the text that its offsets point into."""
        return not self._rejected or (fold(text[found.start : found.end]), found.label) not in self._rejected
