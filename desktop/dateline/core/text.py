"""The text of an article: normalised once, then frozen with its digest. All offsets point into it for ever."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from dateline.core.offsets import OffsetMap

MAX_LENGTH = 2_000_000
"""Code points; a longer text is refused: it is a book or a dump, not an article."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
# U+FFFC and U+FDD0-FDEF are Qt's own marks for objects and frames.
# C1 controls stay where they carry meaning: U+0092 is the apostrophe of mis-decoded cp1252 and cp1254 text.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ufffc\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def normalise(raw: str) -> str:
    """One form for every text: `\\n` as the only line end, NFC, no NUL and no other control characters, no BOM.

    Idempotent. Characters that a reader can see are never removed.
    """
    text = _CONTROL.sub("", _LINE_ENDS.sub("\n", raw)).lstrip("\ufeff")
    return unicodedata.normalize("NFC", text)


def digest(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class FrozenText:
    """A text that no one changes any more."""

    content: str

    @cached_property
    def sha256(self) -> str:
        return digest(self.content)

    @cached_property
    def offsets(self) -> OffsetMap:
        return OffsetMap(self.content)

    def __len__(self) -> int:
        return len(self.content)
