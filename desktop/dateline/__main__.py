"""The program's two doors: `dateline` (command line) and `dateline-gui` (the window)."""

from __future__ import annotations

import sys


def main() -> int:
    """The command line; without arguments, the window."""
    from dateline.bootstrap import run_command_line, run_window

    return run_command_line(sys.argv[1:]) if len(sys.argv) > 1 else run_window([])


def gui_main() -> int:
    """The window; the arguments are the project or the articles to open."""
    from dateline.bootstrap import run_window

    return run_window(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
