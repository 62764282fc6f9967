"""What can be asked of `start.py`: the application with the sample project, the tests, a look at the machine."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from setup_steps import system
from setup_steps.environment import Environment
from setup_steps.words import SetupError, language, say

CHECKOUT = Path(__file__).resolve().parent.parent.parent
DEMO = CHECKOUT / "out" / "demo"

Start = Callable[[Sequence[str]], int]


def main(arguments: Sequence[str]) -> int:
    """Carries out a command line; returns the exit code. No traceback for what the world does to us."""
    environment = Environment(CHECKOUT)
    try:
        match list(arguments):
            case []:
                return run(environment)
            case ["test", *rest]:
                return test(environment, rest)
            case ["doctor"]:
                return doctor(environment)
            case ["-h" | "--help" | "help"]:
                say("help")
                return 0
            case files if all(Path(file).exists() for file in files):
                return run(environment, files)
        say("unknown", what=" ".join(arguments))
        say("help")
        return 2
    except SetupError as error:
        print(error.sentence(language()), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("interrupted")
        return 130
    except OSError as error:
        say("refused", what=error)
        return 1


def run(environment: Environment, files: Sequence[str] = ()) -> int:
    """Opens the window with the sample project, or with files; without a screen, does the same work into files."""
    screen = system.has_screen()
    needs = (*system.PAINTING, *system.X11) if screen else system.PAINTING
    missing = _prepare(environment, needs)
    if missing:
        raise SetupError("setup.libraries", names=system.sonames(missing), command=system.by_hand(missing))
    if screen:
        say("window")
        return _inside(environment, *(files or ["--sample"]))
    say("no_screen")
    DEMO.mkdir(parents=True, exist_ok=True)
    code = _inside(environment, "demo", "--out", str(DEMO))
    if code == 0:
        say("demo", folder=DEMO)
    return code


def test(environment: Environment, arguments: Sequence[str]) -> int:
    """Runs the whole suite; `arguments` go to pytest. Its own closing line stays the last one."""
    missing = _prepare(environment, (*system.PAINTING, *system.X11, *system.VIRTUAL_SCREEN))
    if missing:
        say("some_skipped", names=system.sonames(missing), command=system.by_hand(missing))
    command = [str(environment.python), "-m", "pytest", "-q", *arguments]
    return subprocess.call(command, cwd=environment.checkout, env=environment.children())


def doctor(environment: Environment) -> int:
    """Says what this machine has and lacks, for a request for help. Changes nothing."""
    missing = system.lacking((*system.PAINTING, *system.X11))
    facts = {
        "Python": f"{platform.python_version()} ({sys.executable})",
        "System": f"{platform.platform()} {' '.join(platform.libc_ver())}".strip(),
        "Checkout": environment.checkout,
        "Environment": f"{environment.folder} ({'ok' if environment.ready() else '-'})",
        "Log": environment.log if environment.log.exists() else "-",
        "Libraries": f"{system.sonames(missing)}: {system.by_hand(missing)}" if missing else "ok",
        "Screen": "ok" if system.has_screen() else "-",
        "Disk": f"{shutil.disk_usage(environment.checkout).free // 2**20} MB",
    }
    for name, fact in facts.items():
        print(f"{name + ':':<13}{fact}")
    return 0


def _prepare(environment: Environment, needs: Sequence[system.Need]) -> list[system.Need]:
    """Everything that has to be there before the program starts; returns what the machine still lacks of `needs`."""
    if not environment.ready():
        say("first_time")
        environment.prepare()
        say("ready")
    missing = system.lacking(needs)
    if missing and system.can_apt():
        say("libraries_now", names=system.sonames(missing))
        system.apt_install(system.package_names(missing, "apt-get"), environment.run)
        missing = system.lacking(needs)
    return missing


def _inside(environment: Environment, *arguments: str) -> int:
    return subprocess.call([environment.python, "-m", "dateline", *arguments], env=environment.children())
