"""Reading a file's bytes with everything that can go wrong said in sentences, and nothing huge taken into memory."""

from __future__ import annotations

from pathlib import Path

from dateline.core.errors import Cause, ReadError
from dateline.core.text import MAX_LENGTH

MAX_BYTES = 4 * MAX_LENGTH
"""No text of the permitted length is longer than this in any encoding of the ladder."""


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file, never empty. Raises `ReadError`."""
    try:
        if path.is_dir():
            raise ReadError("readers.is_folder", path=path.name)
        if path.exists() and not path.is_file():
            raise ReadError("readers.not_a_file", path=path.name)  # a pipe or device would never end
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise ReadError("readers.missing", path=path.name) from error
    except PermissionError as error:
        raise ReadError("readers.not_allowed", path=path.name) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ReadError("readers.unreadable", path=path.name, what=Cause(error)) from error
    if len(data) > limit:
        raise ReadError("readers.too_big", path=path.name, limit=limit // 1_000_000)
    if not data:
        raise ReadError("readers.empty", path=path.name)
    return data


def checked(text: str, path: Path) -> str:
    """The text, if it is one that can be an article. Raises `ReadError` where it is blank or too long."""
    if not text.strip():
        raise ReadError("readers.empty", path=path.name)
    if len(text) > MAX_LENGTH:
        raise ReadError("readers.too_long", path=path.name, length=len(text), limit=MAX_LENGTH)
    return text
