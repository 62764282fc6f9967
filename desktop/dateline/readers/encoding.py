"""From bytes to text: BOM, strict UTF-8, UTF-16 by its zero bytes, damaged UTF-8, else Turkish Windows (cp1254).

The ladder is short on purpose: statistical guessers take Turkish cp1254 for Nordic or Central European code pages.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dateline.core.errors import ReadError

GUESSED = "readers.notice.guessed_cp1254"
"""Notice: the encoding is a guess; the person should look at the letters."""
DAMAGED = "readers.notice.damaged"
"""Notice: some bytes were no text and became U+FFFD."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"SQLite format 3\x00", "database"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and what the person should know about that (message keys)."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file. `name` is the file's, for the error.

    Raises `ReadError` where the bytes are those of a document, picture or program and not of plain text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise ReadError(f"readers.is_{kind}", path=name)
    wide = _utf16_without_mark(data)
    if wide:
        return _lenient(data, wide)
    if _binary(data):
        raise ReadError("readers.binary", path=name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    damaged = data.decode("utf-8", "replace")
    # A Windows code page next to never gives whole UTF-8 sequences; a cut or patched UTF-8 file is full of them.
    if len(_MULTIBYTE.findall(data)) > 4 * damaged.count("\ufffd"):
        return Decoded(damaged, "utf-8", (DAMAGED,))
    turkish = _lenient(data, "cp1254")
    return Decoded(turkish.text, turkish.encoding, (GUESSED, *turkish.notices))


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, (DAMAGED,) if "\ufffd" in text else ())


def _utf16_without_mark(data: bytes) -> str:
    """The byte order of UTF-16 text, of which every other byte is mostly zero; "" for anything else."""
    sample = data[:4096]
    pairs = len(sample) // 2
    if pairs < 2 or len(data) % 2:
        return ""
    even, odd = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if odd > pairs * 0.4 and even < pairs * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > pairs * 0.4 and odd < pairs * 0.05 else ""


def _binary(data: bytes) -> bool:
    """Whether more than one byte in a hundred, and more than a few, are control characters that no text holds."""
    sample = data[:65_536]
    return len(sample) - len(sample.translate(None, _CONTROL)) > 4 + len(sample) * 0.01
