"""The language of the command line and how it speaks: results on standard output, troubles on standard error."""

from __future__ import annotations

import io
import locale
import os
import sys
from collections.abc import Mapping

from dateline.core.errors import DatelineError
from dateline.core.messages import LANGUAGES, say
from dateline.services.importing import Skipped


def language_of(argv: list[str], environment: Mapping[str, str] = os.environ) -> str:
    """ "tr" or "en": what `--ui` says, else Turkish where the system speaks it, else English."""
    for place, word in enumerate(argv):
        value = word.partition("=")[2] if word.startswith("--ui=") else ""
        if word == "--ui" and place + 1 < len(argv):
            value = argv[place + 1]
        if value in LANGUAGES:
            return value
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "tr" if environment[name].lower().startswith("tr") else "en"
    system = locale.getlocale()[0] or ""  # Windows says "Turkish_Türkiye" and sets none of the above
    return "tr" if system.lower().startswith("tr") else "en"


class Voice:
    """Says sentences of the catalogue. `failed`: whether a trouble was said."""

    def __init__(self, language: str, quiet: bool = False) -> None:
        self.language = language
        self.quiet = quiet
        self.failed = False

    def tell(self, key: str, **params: object) -> None:
        """A result, on standard output; nothing where the person asked for quiet."""
        if not self.quiet:
            print(say(key, self.language, **params))

    def note(self, sentence: str) -> None:
        """Something the person should know that is no failure, on standard error."""
        print(sentence, file=sys.stderr)

    def passed_over(self, skipped: Skipped) -> None:
        """A file that was left out: a trouble, but for other kinds of file beside the articles in a folder."""
        if skipped.expected:
            self.note(skipped.error.sentence(self.language))
        else:
            self.trouble(skipped.error)

    def trouble(self, error: DatelineError) -> None:
        """What went wrong, on standard error; the exit code will be 1."""
        self.failed = True
        print(error.sentence(self.language), file=sys.stderr)


def never_fail_on_letters() -> None:
    """A console that cannot show `ş` shows an escape instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
