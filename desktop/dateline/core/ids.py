"""Stable ids for every record: ULIDs, 26 characters that sort by the time they were made.

Source of the form: https://github.com/ulid/spec (48 bits of milliseconds, 80 random bits, Crockford's base 32).
"""

from __future__ import annotations

import secrets
import threading
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


_lock = threading.Lock()
_last = 0


def new_id(after: str = "") -> str:
    """A new ULID, greater than every one made before it in this process, also within a millisecond.

    `after`: one that another process made, to be greater than that too.
    """
    global _last
    least = sum(_ALPHABET.index(letter) << 5 * place for place, letter in enumerate(reversed(after)))
    number = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    with _lock:
        # The same millisecond as before, or a clock that was set back: count on, as the specification says.
        number = _last = max(number, _last + 1, least + 1)
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))
