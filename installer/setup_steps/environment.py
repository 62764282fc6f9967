"""The virtual environment `.venv` of the checkout: made, filled from the lock, recognised, made anew when broken.

A stamp is written last. It names what the environment was made from, so that a second start needs no package tool,
and an environment without it is one that was never finished.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from setup_steps import machine, system
from setup_steps.alone import alone
from setup_steps.words import SetupError, say

LOCK = Path("installer", "requirements.lock")
_ALIVE = (
    "import sys; from importlib.util import find_spec;"
    "sys.exit(not all(map(find_spec, ['dateline', 'PySide6', 'spacy', 'sqlalchemy', 'openpyxl', 'pytest', 'mypy'])))"
)
_NO_NETWORK = (
    "NewConnectionError",
    "NameResolutionError",
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "ConnectTimeout",
    "Read timed out",
    "ProxyError",
)
_REASONS = (
    ("setup.no_space", ("No space left on device", "WinError 112")),
    ("setup.certificate", ("CERTIFICATE_VERIFY_FAILED",)),
    ("setup.no_network", _NO_NETWORK),
    ("setup.damaged", ("DO NOT MATCH THE HASHES",)),
)


class Environment:
    """The environment of one checkout."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout
        self.folder = checkout / ".venv"
        self.log = self.folder / "setup.log"
        self.stamp = self.folder / "setup.json"

    @property
    def python(self) -> Path:
        """Its interpreter, whether or not it is there yet."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def made_from(self) -> dict[str, str]:
        """What the stamp of a finished environment says."""
        sources = b"".join((self.checkout / name).read_bytes() for name in (LOCK, "pyproject.toml"))
        return {"sources": hashlib.sha256(sources).hexdigest(), "checkout": str(self.checkout)}

    def stamped(self) -> dict[str, str]:
        """What the stamp says; empty where there is none, or none that can be read."""
        try:
            found = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def children(self) -> dict[str, str]:
        """The variables for programs that run inside.

        The source named here comes first, whatever path the person has set.
        """
        variables = {k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "__PYVENV_LAUNCHER__")}
        return variables | {"PYTHONPATH": str(self.checkout / "desktop")}

    def works(self) -> bool:
        """Whether its interpreter starts and finds what it should."""
        try:
            answer = subprocess.run([self.python, "-c", _ALIVE], env=self.children(), capture_output=True, check=False)
        except OSError:
            return False
        return answer.returncode == 0

    def ready(self) -> bool:
        """Whether nothing has to be done."""
        return self.stamped() == self.made_from() and self.works()

    def prepare(self) -> None:
        """Makes it, or brings it up to date. Raises `SetupError` with a sentence that says what to do."""
        machine.check_system()
        with alone(self.checkout):
            if not self.ready():
                self._prepare()

    def _prepare(self) -> None:
        self._discard_broken()
        old = self.python.exists()
        self._fill()
        if old and not self.works():
            # The package tool believes its records: it does not bring back files that something else took away.
            self._discard()
            self._fill()
        if not self.works():
            raise SetupError("setup.failed", log=self.log, last="")
        self.stamp.write_text(json.dumps(self.made_from()), encoding="utf-8")

    def _fill(self) -> None:
        self.stamp.unlink(missing_ok=True)
        if not self.python.exists():
            machine.check_room(self.checkout)
            self._make()
        say("packages")
        self._pip("--require-hashes", "--only-binary", ":all:", "-r", str(self.checkout / LOCK), count=True)
        self._pip("--no-build-isolation", "--no-deps", "--no-index", "-e", str(self.checkout))
        self._name_source()

    def _name_source(self) -> None:
        """Writes the way to the source relative to the file that names it, in letters that every encoding has.

        Before 3.13, Python reads such files in the encoding of the system and does not even start where it cannot: a
        checkout below `Şükrü` on Windows, or below `iş` where the locale knows ASCII only.
        """
        for pattern in ("lib/python*/site-packages", "Lib/site-packages"):
            for file in self.folder.glob(f"{pattern}/*dateline*.pth"):
                way = os.path.relpath(self.checkout / "desktop", file.parent)
                file.write_text(way + "\n", encoding="ascii")

    def run(self, command: Sequence[str]) -> bool:
        """Runs a command of the set-up, what it prints kept in the log; False where it failed or is not there."""
        return self._logged(command, count=False)

    def _discard_broken(self) -> None:
        """Removes the environment where it cannot be brought up to date, and nothing that is not an environment."""
        if not (self.folder.exists() or self.folder.is_symlink()):
            return
        moved = self.stamped().get("checkout", str(self.checkout)) != str(self.checkout)
        if not moved and self._has_pip():
            return
        ours = (self.folder / "pyvenv.cfg").exists() or self.log.exists()
        if self.folder.is_symlink() or not self.folder.is_dir() or not (ours or not any(self.folder.iterdir())):
            raise SetupError("setup.foreign", folder=self.folder)
        self._discard()

    def _discard(self) -> None:
        say("anew")
        shutil.rmtree(self.folder)

    def _has_pip(self) -> bool:
        try:
            return subprocess.run([self.python, "-m", "pip", "--version"], capture_output=True).returncode == 0
        except OSError:
            return False

    def _make(self) -> None:
        say("environment", folder=self.folder)
        self.folder.mkdir(exist_ok=True)
        if not can_make() and not self._get_venv():
            raise SetupError("setup.no_venv", command=_venv_by_hand())
        if not self.run([sys.executable, "-m", "venv", str(self.folder)]):
            raise self._failure()

    def _get_venv(self) -> bool:
        """Debian keeps `venv` in a package of its own."""
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        return sys.base_prefix == "/usr" and system.apt_install([package], self.run) and can_make()

    def _pip(self, *arguments: str, count: bool = False) -> None:
        options = ("--disable-pip-version-check", "--no-input", "--retries", "2", "--progress-bar", "off")
        if not self._logged([str(self.python), "-m", "pip", "install", *options, *arguments], count):
            raise self._failure()

    def _logged(self, command: Sequence[str], count: bool) -> bool:
        dropped = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV")
        variables = {k: v for k, v in os.environ.items() if k not in dropped}
        show = count and sys.stdout.isatty()
        collected = 0
        with self.log.open("ab") as log:
            log.write(f"$ {' '.join(command)}\n".encode())
            log.flush()
            try:
                process = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=variables
                )
            except OSError as error:
                log.write(f"{error}\n".encode())
                return False
            with process:
                assert process.stdout is not None
                try:
                    for line in process.stdout:
                        log.write(line)
                        if show and line.startswith(b"Collecting "):
                            collected += 1
                            print(f"\r  {collected}", end="", flush=True)
                except BaseException:
                    # Ctrl+C reaches the child too, but an interruption meant for us alone would leave it running.
                    process.terminate()
                    raise
            if show:
                print("\r      \r", end="", flush=True)
        return process.returncode == 0

    def _failure(self) -> SetupError:
        """The sentence for the last command that failed, from what it printed."""
        text = self.log.read_text(encoding="utf-8", errors="replace").rpartition("\n$ ")[2]
        for key, signs in _REASONS:
            if any(sign in text for sign in signs):
                return SetupError(key, log=self.log)
        last = "\n".join(line for line in text.splitlines()[-5:] if line.strip())
        return SetupError("setup.failed", log=self.log, last=last)


def can_make() -> bool:
    """Whether this Python can make environments with pip in them; asked of a new process, which sees new packages."""
    answer = subprocess.run([sys.executable, "-c", "import venv, ensurepip"], capture_output=True, check=False)
    return answer.returncode == 0


def _venv_by_hand() -> str:
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    found = system.manager()
    if found == "apt-get":
        return "sudo " + " ".join(system.install_command([package], found))
    return "sudo " + " ".join(system.install_command(["python3"], found)) if found else package
