"""The door for a fresh machine: finds a Python that is new enough, then lets `setup_steps` prepare and start Dateline.

    python3 installer/start.py            prepare everything, open the window with the sample project
    python3 installer/start.py test ...   prepare everything, run the tests (arguments go to pytest)
    python3 installer/start.py doctor     say what this machine has and what it lacks

This file must be readable by every Python 3 that a machine may still have (3.4 and later), so that it can say what to
install instead of failing with a syntax error. Everything else is in `setup_steps`, which may use today's Python.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
TOO_NEW = (3, 15)  # no wheels of Qt for it: https://pypi.org/project/PySide6-Essentials/ (Requires-Python)


def fits(version):
    """Whether a Python of this version (a tuple) can run Dateline."""
    return OLDEST <= tuple(version[:2]) < TOO_NEW


def other_pythons():
    """Interpreters on the search path whose name says that they fit, newest first."""
    for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1):
        found = shutil.which("python3.%d" % minor)
        if found:
            yield found


def runs(python):
    """Whether an interpreter starts at all and is what its name says (version managers put empty shells there)."""
    question = "import sys; sys.exit(not %r <= sys.version_info[:2] < %r)" % (OLDEST, TOO_NEW)
    try:
        return subprocess.call([python, "-c", question], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def advice(version, platform, turkish):
    """The sentence for a machine without a Python that fits."""
    have = "%d.%d" % tuple(version[:2])
    if platform.startswith("win"):
        turkish_way, english_way = (
            "python.org adresinden Python 3.13'ü kurun",
            "Install Python 3.13 from python.org",
        )
    elif platform == "darwin":
        turkish_way, english_way = (
            "python.org adresinden Python 3.13'ü kurun (ya da: brew install python@3.13)",
            "Install Python 3.13 from python.org (or: brew install python@3.13)",
        )
    else:
        turkish_way, english_way = (
            "Kurmak için, Debian 12+ ve Ubuntu 24.04+: sudo apt install python3 python3-venv; "
            "Ubuntu 22.04: sudo apt install python3.11 python3.11-venv; Fedora: sudo dnf install python3.13",
            "To install one, on Debian 12+ and Ubuntu 24.04+: sudo apt install python3 python3-venv; "
            "on Ubuntu 22.04: sudo apt install python3.11 python3.11-venv; on Fedora: sudo dnf install python3.13",
        )
    if turkish:
        return "Dateline için Python 3.11, 3.12, 3.13 ya da 3.14 gerekir; bu Python %s. %s, sonra yeniden deneyin." % (
            have,
            turkish_way,
        )
    return "Dateline needs Python 3.11, 3.12, 3.13 or 3.14; this is Python %s. %s, then try again." % (
        have,
        english_way,
    )


def main():
    """Returns the exit code."""
    if not fits(sys.version_info):
        for python in other_pythons():
            if runs(python):
                return subprocess.call([python, str(Path(__file__).resolve())] + sys.argv[1:])
        language = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
        sys.stderr.write(advice(sys.version_info, sys.platform, language.lower().startswith("tr")) + "\n")
        return 1
    here = Path(__file__).resolve().parent
    sys.path[:0] = [str(here), str(here.parent / "desktop")]
    from setup_steps.commands import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
