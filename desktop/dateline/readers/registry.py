"""Which reader reads which file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from dateline.core.article import Draft
from dateline.core.errors import ReadError
from dateline.core.ports import Reader
from dateline.readers.gold import GoldReader
from dateline.readers.txt import TextReader

READERS: tuple[Reader, ...] = (TextReader(), GoldReader())


def for_path(path: Path) -> Reader:
    """The reader for a file, by the end of its name. Raises `ReadError` where there is none, or no file."""
    suffix = path.suffix.lower()
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for names that are too long
        raise ReadError("readers.missing", path=path.name)
    known = ", ".join(suffix for reader in READERS for suffix in reader.suffixes)
    raise ReadError("readers.unknown_kind", path=path.name, known=known)


class AnyReader:
    """All readers as one."""

    suffixes: tuple[str, ...] = tuple(suffix for reader in READERS for suffix in reader.suffixes)

    def read(self, path: Path) -> Sequence[Draft]:
        """The articles of a file of any kind that is known. Raises `ReadError`."""
        return for_path(path).read(path)
