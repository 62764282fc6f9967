"""The program's two doors: `dateline` (command line) and `dateline-gui` (the window)."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from dateline.bootstrap import run_command_line, run_window


def main() -> int:
    """The command line; the window where nothing, `--sample` or something to open is named."""
    words = sys.argv[1:]
    try:
        return run_window(words) if for_window(words) else run_command_line(words)
    except KeyboardInterrupt:  # while the parts are still being imported
        return 130


def gui_main() -> int:
    """The window; the arguments are the project or the articles to open."""
    return run_window(sys.argv[1:])


def for_window(words: Sequence[str]) -> bool:
    """Whether a command line asks for the window: no words, `--sample`, or files that are there."""
    return all(word == "--sample" or Path(word).is_file() for word in words)


if __name__ == "__main__":
    raise SystemExit(main())
