"""`dateline COMMAND …`: reads the command, runs it, turns what goes wrong into a sentence and an exit code."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import dateline
from dateline.cli import demo, doctor, evaluation, projects, suggestions
from dateline.cli.speech import Voice, language_of, never_fail_on_letters
from dateline.core.errors import DatelineError
from dateline.core.messages import LANGUAGES, say
from dateline.services.adapters import Adapters

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130
DEBUG = "DATELINE_DEBUG"
"""Environment variable: where it is set, a fault of ours ends in its traceback."""

_COMMANDS = {
    "suggest": suggestions.run,
    "import": projects.run_import,
    "export": projects.run_export,
    "evaluate": evaluation.run,
    "doctor": doctor.run,
    "demo": demo.run,
}


def run(argv: Sequence[str], adapters: Adapters) -> int:
    """Runs one command. Returns 0, 1 where something could not be done, 2 for a wrong command, 130 for Ctrl+C."""
    never_fail_on_letters()
    words = list(argv)
    ui = language_of(words)
    try:
        options = _parser(ui).parse_args(words)
    except SystemExit as stop:  # argparse has shown its help, or said what is wrong
        return stop.code if isinstance(stop.code, int) else MISUSED
    voice = Voice(ui, getattr(options, "quiet", False))
    try:
        _COMMANDS[options.command](options, adapters, voice)
    except DatelineError as error:
        voice.trouble(error)
    except KeyboardInterrupt:
        voice.note(say("cli.interrupted", ui))
        return INTERRUPTED
    except BrokenPipeError:
        # `dateline … | head`: the reader has gone. The interpreter would complain when it flushes at its end.
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        return FAILED
    except OSError as error:
        what = f"{error.strerror or error}: {error.filename}" if error.filename else str(error)
        voice.trouble(DatelineError("cli.refused", what=what))
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        voice.trouble(DatelineError("cli.fault", what=f"{type(error).__name__}: {error}", debug=DEBUG))
    return FAILED if voice.failed else DONE


class _Parser(argparse.ArgumentParser):
    """Argparse with its own few words in the language of the person."""

    ui = "en"

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(MISUSED, say("cli.misused", self.ui, what=message, program=self.prog) + "\n")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", say("cli.usage", self.ui) + " ", 1)

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", say("cli.usage", self.ui) + " ", 1)


def _parser(ui: str) -> argparse.ArgumentParser:
    class Parser(_Parser):
        pass

    Parser.ui = ui

    def words(key: str) -> str:
        return say(f"cli.{key}", ui)

    def dressed(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
        parser._positionals.title = words("help.what")
        parser._optionals.title = words("help.options")
        parser.add_argument("-h", "--help", action="help", help=words("help.help"))
        parser.add_argument("--ui", choices=LANGUAGES, default=ui, help=words("help.ui"))
        return parser

    top = dressed(Parser(prog="dateline", description=words("help.top"), epilog=words("help.end"), add_help=False))
    top.add_argument(
        "--version", action="version", version=f"Dateline {dateline.__version__}", help=words("help.version")
    )
    commands = top.add_subparsers(
        dest="command", metavar=words("help.command"), required=True, title=words("help.commands")
    )

    def command(name: str) -> argparse.ArgumentParser:
        text = words(f"help.{name}")
        return dressed(commands.add_parser(name, help=text, description=text, add_help=False))

    suggest = command("suggest")
    suggest.add_argument("paths", nargs="+", type=Path, metavar=words("help.file"), help=words("help.paths"))
    suggest.add_argument("--out", required=True, type=Path, metavar=words("help.folder"), help=words("help.out"))
    suggest.add_argument("--published", type=_date(ui), metavar=words("help.day"), help=words("help.published"))
    suggest.add_argument("--language", type=_language(ui), metavar="tr|en", help=words("help.language"))
    suggest.add_argument("--reasons", choices=LANGUAGES, default=ui, help=words("help.reasons"))
    suggest.add_argument("--jobs", type=_count(ui), default=1, metavar="N", help=words("help.jobs"))
    suggest.add_argument("--model", metavar=words("help.model_name"), help=words("help.model"))
    suggest.add_argument("--model-only", action="store_true", help=words("help.model_only"))
    suggest.add_argument("-q", "--quiet", action="store_true", help=words("help.quiet"))

    take = command("import")
    take.add_argument("project", type=Path, metavar=words("help.project"), help=words("help.project_new"))
    take.add_argument("paths", nargs="+", type=Path, metavar=words("help.file"), help=words("help.paths"))

    export = command("export")
    export.add_argument("project", type=Path, metavar=words("help.project"), help=words("help.project_old"))
    export.add_argument("--format", default="xlsx", metavar="xlsx", help=words("help.format"))
    export.add_argument("--out", required=True, type=Path, metavar=words("help.file"), help=words("help.target"))
    export.add_argument("--accepted-only", action="store_true", help=words("help.accepted"))
    export.add_argument("--language", choices=LANGUAGES, default=ui, help=words("help.headings"))

    judge = command("evaluate")
    judge.add_argument("folder", type=Path, metavar=words("help.folder"), help=words("help.gold"))
    judge.add_argument("--language", choices=LANGUAGES, help=words("help.gold_language"))
    judge.add_argument("--json", action="store_true", help=words("help.json"))

    command("doctor")
    show = command("demo")
    show.add_argument("--out", required=True, type=Path, metavar=words("help.folder"), help=words("help.out"))
    return top


class _date:  # noqa: N801 - argparse names the type in its message
    """Reads `YYYY-MM-DD`."""

    def __init__(self, ui: str) -> None:
        self._ui = ui

    def __call__(self, word: str) -> date:
        try:
            return date.fromisoformat(word)
        except ValueError:
            raise argparse.ArgumentTypeError(say("cli.no_day", self._ui, word=word)) from None


class _count:  # noqa: N801
    """Reads a number of processes: 1 to 64."""

    def __init__(self, ui: str) -> None:
        self._ui = ui

    def __call__(self, word: str) -> int:
        if not re.fullmatch("[0-9]{1,2}", word) or not 1 <= int(word) <= 64:
            raise argparse.ArgumentTypeError(say("cli.no_count", self._ui, word=word))
        return int(word)


class _language:  # noqa: N801
    """Reads a language code of two or three letters."""

    def __init__(self, ui: str) -> None:
        self._ui = ui

    def __call__(self, word: str) -> str:
        if not re.fullmatch("[a-z]{2,3}", word):
            raise argparse.ArgumentTypeError(say("cli.no_language", self._ui, word=word))
        return word
