"""A long working day: 1,000 articles, every dialog 50 times, languages, themes and projects 20 times; nothing stays.

    .venv/bin/python tests/benchmarks/leaks.py

Runs `tests/gui/test_leaks.py` with these numbers and shows how much memory each round has taken; some minutes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent

if __name__ == "__main__":
    command = [sys.executable, "-m", "pytest", "-q", "-s", "tests/gui/test_leaks.py"]
    sys.exit(subprocess.run(command, cwd=CHECKOUT, env=os.environ | {"DATELINE_LEAKS": "long"}).returncode)
