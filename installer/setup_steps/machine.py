"""Whether this machine can run Dateline at all, asked before anything is downloaded."""

from __future__ import annotations

import platform
import shutil
import sys
from pathlib import Path

from setup_steps.words import SetupError

ROOM_MB = 1200
"""What a first set-up takes with its downloads; measured: 714 MB stay, the downloads lie beside them meanwhile."""

# The wheels of PySide6-Essentials 6.11 are built for these (manylinux_2_34 and 2_39, macosx_13_0).
_GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}
_MACOS = (13, 0)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit())


def check_system() -> None:
    """Raises `SetupError` where no wheel of Qt fits: an old or foreign C library, an old macOS, 32 bits."""
    if sys.maxsize < 2**32:
        raise SetupError("setup.bits")
    if sys.platform == "darwin" and _numbers(platform.mac_ver()[0]) < _MACOS:
        raise SetupError("setup.old_macos", have=platform.mac_ver()[0])
    if sys.platform.startswith("linux"):
        library, version = platform.libc_ver()
        needed = _GLIBC.get(platform.machine())
        if needed is None or library != "glibc" or _numbers(version) < needed:
            have = f"{library or 'libc'} {version} {platform.machine()}"
            raise SetupError("setup.old_linux", have=" ".join(have.split()))


def check_room(folder: Path) -> None:
    """Raises `SetupError` where the disk is too full to begin."""
    free = shutil.disk_usage(folder).free // 2**20
    if free < ROOM_MB:
        raise SetupError("setup.room", free=free, needed=ROOM_MB, folder=folder)
