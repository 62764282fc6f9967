"""Errors of the world: what went wrong for reasons that a person can act on.

A fault of ours (a broken invariant, a bug) is an ordinary Python exception and reaches the crash handler;
whatever the world does to us (a locked file, a binary "article", a full disk) is a `DatelineError`. It carries a
key of the message catalogue (`core.messages`) so that the window and the command line can say it in either language.
"""

from __future__ import annotations

from typing import Any

from dateline.core.messages import say


class DatelineError(Exception):
    """Something the person at the keyboard can understand and act on.

    `key` names a sentence of the message catalogue; `params` fill its places.
    """

    def __init__(self, key: str, **params: object) -> None:
        self.key = key
        self.params = params
        super().__init__(say(key, "en", **params))

    def __reduce__(self) -> tuple[Any, ...]:
        """Between processes it travels as its key and params, not as its English sentence."""
        return _again, (type(self), self.key, self.params)

    def sentence(self, language: str) -> str:
        """The message in the language asked for ("tr" or "en")."""
        return say(self.key, language, **self.params)


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


class CodebookError(DatelineError):
    """A codebook file says something that a codebook cannot say."""


class Cancelled(Exception):  # noqa: N818 - not a failure: the person asked for it
    """The person cancelled a long piece of work; nothing was changed."""
