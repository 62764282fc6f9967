"""The JSON form of an article ("gold/1"): only what it says about the text is read, never its annotations."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dateline.core.article import Draft
from dateline.core.errors import ReadError
from dateline.core.header import read_header
from dateline.core.language import guess
from dateline.readers.encoding import decode
from dateline.readers.files import MAX_BYTES, checked, read_bytes
from dateline.readers.txt import headline

NO_DATE = "readers.notice.no_date"
"""Notice: the published date is not a date and was left out."""


class GoldReader:
    """Reads `.json`: `text`, `language`, `published`, `title`, `source` and `id`."""

    suffixes: tuple[str, ...] = (".json",)

    def read(self, path: Path) -> Sequence[Draft]:
        """The article of a file, its text exactly as it is there. Raises `ReadError`."""
        # Annotations take room too, and JSON may write a code point in twelve characters.
        decoded = decode(read_bytes(path, 4 * MAX_BYTES), path.name)
        try:
            form = json.loads(decoded.text)
        except (ValueError, RecursionError) as error:
            raise ReadError("readers.not_json", path=path.name, what=str(error)) from error
        if not isinstance(form, dict) or not isinstance(form.get("text"), str):
            raise ReadError("readers.no_text", path=path.name)
        text = checked(form["text"], path)
        published, notices = _date(form.get("published"))
        return [
            Draft(
                text=text,
                title=_words(form, "title") or headline(text),
                source=_words(form, "source"),
                language=_words(form, "language").lower().partition("-")[0] or guess(text),
                published=published or read_header(text).published,
                origin=str(path),
                notices=decoded.notices + notices,
                id=_words(form, "id"),
            )
        ]


def _words(form: dict[str, Any], key: str) -> str:
    value = form.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _date(value: object) -> tuple[date | None, tuple[str, ...]]:
    if value is None or value == "":
        return None, ()
    try:
        return date.fromisoformat(str(value)[:10]), ()
    except ValueError:
        return None, (NO_DATE,)
