"""Plain text: one file is one article; its first line is the title where it looks like a headline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.core.article import Draft
from dateline.core.header import read_header
from dateline.core.language import guess
from dateline.core.text import normalise
from dateline.readers.encoding import decode
from dateline.readers.files import checked, read_bytes

_HEADLINE = 120
"""Code points; a longer first line is the story itself."""


class TextReader:
    """Reads `.txt`."""

    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, path: Path) -> Sequence[Draft]:
        """The article of a file, its text normalised. Raises `ReadError`."""
        decoded = decode(read_bytes(path), path.name)
        text = checked(normalise(decoded.text), path)
        return [
            Draft(
                text=text,
                title=headline(text),
                language=guess(text),
                published=read_header(text).published,
                origin=str(path),
                notices=decoded.notices,
            )
        ]


def headline(text: str) -> str:
    """The first line of the story where it stands alone and is no sentence, else ""."""
    first, _, rest = text[read_header(text).end :].lstrip().partition("\n")
    first = " ".join(first.split())
    if rest.strip() and len(first) <= _HEADLINE and first[-1:] not in ".!?…:;," and any(c.isalpha() for c in first):
        return first
    return ""
