"""The system libraries that Qt loads but no wheel brings: which are missing, and the command that installs them.

Measured with `ldd` on the plug-ins and in bare Debian 12 and 13: the first group is needed to paint at all (also
without a screen), the second for a window under X.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

MANAGERS = ("apt-get", "dnf", "zypper", "pacman")


@dataclass(frozen=True, slots=True)
class Need:
    """A library (its soname) or a program that has to be there, and the package of each manager that brings it."""

    name: str
    packages: Mapping[str, str]

    def missing(self) -> bool:
        """Whether the machine lacks it."""
        if ".so" not in self.name:
            return shutil.which(self.name) is None
        try:
            ctypes.CDLL(self.name)
        except OSError:
            return True
        return False


def _need(name: str, apt: str, dnf: str, zypper: str, pacman: str) -> Need:
    return Need(name, {"apt-get": apt, "dnf": dnf, "zypper": zypper, "pacman": pacman})


PAINTING = (
    _need("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd", "libglvnd"),
    _need("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd", "libglvnd"),
    _need("libglib-2.0.so.0", "libglib2.0-0", "glib2", "libglib-2_0-0", "glib2"),
    _need("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "libdbus-1-3", "dbus"),
    _need("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig", "fontconfig"),
    _need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon0", "libxkbcommon"),
)
X11 = (
    _need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "libxcb-cursor0", "xcb-util-cursor"),
    _need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "libxcb-icccm4", "xcb-util-wm"),
    _need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "libxcb-keysyms1", "xcb-util-keysyms"),
    _need("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb-shape0", "libxcb"),
    _need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
VIRTUAL_SCREEN = (
    _need("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    _need("xauth", "xauth", "xauth", "xauth", "xorg-xauth"),
)


def has_screen(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window can be shown."""
    return not platform.startswith("linux") or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def lacking(needs: Iterable[Need], platform: str = sys.platform) -> list[Need]:
    """What of it the machine lacks; nothing on Windows and macOS, which bring all of it themselves."""
    return [need for need in needs if need.missing()] if platform.startswith("linux") else []


def manager() -> str | None:
    """The package manager of this distribution, if it is one that we know."""
    return next((name for name in MANAGERS if shutil.which(name)), None)


def install_command(packages: Sequence[str], with_manager: str, yes: bool = False) -> list[str]:
    """The command that installs packages; `yes` answers its question beforehand."""
    agree = ["-y"] if yes and with_manager != "pacman" else ["--noconfirm"] if yes else []
    match with_manager:
        case "apt-get":
            return ["apt-get", "install", *agree, "--no-install-recommends", *packages]
        case "pacman":
            return ["pacman", "-S", "--needed", *agree, *packages]
    return [with_manager, "install", *agree, *packages]


def package_names(needs: Sequence[Need], with_manager: str) -> list[str]:
    """The packages that bring what is needed, each once."""
    names = dict.fromkeys(need.packages[with_manager] for need in needs)
    if with_manager == "apt-get" and "libglib2.0-0" in names and _known_to_apt("libglib2.0-0t64"):
        # Debian 13 and Ubuntu 24.04 renamed it when time became 64 bits wide.
        return ["libglib2.0-0t64" if name == "libglib2.0-0" else name for name in names]
    return list(names)


def _known_to_apt(package: str) -> bool:
    try:
        found = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    except OSError:
        return False
    return found.returncode == 0 and bool(found.stdout.strip())


def root_prefix() -> list[str] | None:
    """What to put before a command that root must run: nothing, sudo, or None where we would have to ask."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def can_apt() -> bool:
    """Whether Debian packages can be installed without asking for a password."""
    return manager() == "apt-get" and root_prefix() is not None


def apt_install(packages: Sequence[str], run: Callable[[Sequence[str]], bool]) -> bool:
    """Installs Debian packages where that needs no password. False where it cannot be done.

    `run` runs one command, keeps what it prints, and says whether it went well.
    """
    if not can_apt():
        return False
    quiet = [*(root_prefix() or []), "env", "DEBIAN_FRONTEND=noninteractive"]
    install = [*quiet, *install_command(packages, "apt-get", yes=True)]
    # The lists are brought up to date only where that is needed: on a new machine there are none.
    return run(install) or (run([*quiet, "apt-get", "update"]) and run(install))


def by_hand(needs: Sequence[Need]) -> str:
    """The exact line to type for what is missing; "" where the distribution is unknown."""
    found = manager()
    return "" if found is None else "sudo " + " ".join(install_command(package_names(needs, found), found))


def sonames(needs: Sequence[Need]) -> str:
    """The missing things by name, for distributions that we do not know."""
    return ", ".join(need.name for need in needs)
