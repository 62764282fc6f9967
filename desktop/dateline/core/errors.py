"""Errors of the world: what went wrong for reasons that a person can act on.

A fault of ours (a broken invariant, a bug) is an ordinary Python exception and reaches the crash handler;
whatever the world does to us (a locked file, a binary "article", a full disk) is a `DatelineError`. It carries a
key of the message catalogue (`core.messages`) so that the window and the command line can say it in either language.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import Any

from dateline.core.messages import catalogue, say


@dataclass(frozen=True, slots=True)
class Cause:
    """What the system said, as part of a sentence of ours: in our words, for the system speaks its own language."""

    error: OSError | ValueError

    def words(self, language: str) -> str:
        """Without a full stop; the system's own words where its error is none of the usual ones."""
        name = errno.errorcode.get(getattr(self.error, "errno", None) or 0, "")
        key = f"core.cause.{name.lower()}"
        if key in catalogue(language):
            return say(key, language)
        return getattr(self.error, "strerror", None) or str(self.error)


class DatelineError(Exception):
    """Something the person at the keyboard can understand and act on.

    `key` names a sentence of the message catalogue; `params` fill its places, a `Cause` in the sentence's language.
    """

    def __init__(self, key: str, **params: object) -> None:
        self.key = key
        self.params = params
        super().__init__(self.sentence("en"))

    def __reduce__(self) -> tuple[Any, ...]:
        """Between processes it travels as its key and params, not as its English sentence."""
        return _again, (type(self), self.key, self.params)

    def sentence(self, language: str) -> str:
        """The message in the language asked for ("tr" or "en")."""
        spoken = {n: v.words(language) if isinstance(v, Cause) else v for n, v in self.params.items()}
        return say(self.key, language, **spoken)


def _again(kind: type[DatelineError], key: str, params: dict[str, object]) -> DatelineError:
    return kind(key, **params)


class ReadError(DatelineError):
    """An article could not be read from a file."""


class StorageError(DatelineError):
    """The project could not be opened, read or written."""


class ConflictError(StorageError):
    """Someone else changed the same layer since it was loaded; what they saved is never overwritten silently."""


class ExportError(DatelineError):
    """An export could not be written."""


class SuggestError(DatelineError):
    """Suggestions could not be made."""


class SearchError(DatelineError):
    """A search could not be brought to its end."""


class RegistryError(DatelineError):
    """What is said of an entity of the project cannot be so."""


class CodebookError(DatelineError):
    """A codebook file says something that a codebook cannot say."""


class Cancelled(Exception):  # noqa: N818 - not a failure: the person asked for it
    """The person cancelled a long piece of work; nothing was changed."""
