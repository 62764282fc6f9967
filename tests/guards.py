"""What every test is held to: no network, no settings of the user, no threads and no windows left behind."""

from __future__ import annotations

import importlib.abc
import ipaddress
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

GRACE_S = 2.0
"""How long a test's threads may take to end once the test is over."""

HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
}


class NetworkError(Exception):
    """A test tried to reach another machine."""


def is_this_machine(address: object) -> bool:
    """Whether a socket address stays on this machine: a local socket, or the loopback."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    if host in ("localhost", ""):
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


@contextmanager
def no_network() -> Iterator[None]:
    """Lets sockets reach this machine only."""

    def guarded(original: Callable[..., Any]) -> Callable[..., Any]:
        def connect(self: socket.socket, address: object) -> Any:
            if not is_this_machine(address):
                raise NetworkError(f"tests use no network; this one wanted {address!r}")
            return original(self, address)

        return connect

    def resolve(host: Any, *rest: Any, **more: Any) -> Any:
        if host is not None and not is_this_machine((host.decode() if isinstance(host, bytes) else host,)):
            raise NetworkError(f"tests use no network; this one looked up {host!r}")
        return getaddrinfo(host, *rest, **more)

    getaddrinfo = socket.getaddrinfo
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
        patch.setattr(socket, "getaddrinfo", resolve)
        yield


def move_home(folder: Path) -> None:
    """Points everything that names a user's folders into `folder`."""
    for name, place in HOME_VARIABLES.items():
        target = folder / place
        target.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ[name] = str(target)


class WithoutQt(importlib.abc.MetaPathFinder):
    """A plug-in in place of pytest-qt where Qt cannot load: what needs Qt is skipped, with the reason.

    pytest-qt would stop the whole run instead, also for tests without a window.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] == "PySide6":
            pytest.skip(self.reason, allow_module_level=True)
        return None

    @pytest.fixture
    def qapp(self) -> None:
        pytest.skip(self.reason)

    @pytest.fixture
    def qtbot(self) -> None:
        pytest.skip(self.reason)


@contextmanager
def nothing_left_behind() -> Iterator[None]:
    """Fails where threads still run or windows are still open at the end."""
    before = set(threading.enumerate())
    yield
    left = [*_windows_left(), *_threads_left(before)]
    if left:
        pytest.fail(f"left behind: {', '.join(left)}", pytrace=False)


def _threads_left(before: set[threading.Thread]) -> list[str]:
    deadline = time.monotonic() + GRACE_S
    # Qt's own threads show up as dummies that never end; the thread pool is asked instead.
    new = [
        t
        for t in threading.enumerate()
        if t not in before and not isinstance(t, threading._DummyThread) and not t.name.startswith("pytest_timeout")
    ]
    for thread in new:
        thread.join(max(0.0, deadline - time.monotonic()))
    left = [f"thread {t.name}" for t in new if t.is_alive()]
    core = sys.modules.get("PySide6.QtCore")
    if core is not None:
        pool = core.QThreadPool.globalInstance()
        if not pool.waitForDone(max(0, int((deadline - time.monotonic()) * 1000))):
            left.append(f"{pool.activeThreadCount()} jobs of the thread pool")
    return left


def _windows_left() -> list[str]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets is not None else None
    if widgets is None or not isinstance(application, widgets.QApplication):
        return []
    core = sys.modules["PySide6.QtCore"]
    application.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    left = []
    for window in application.topLevelWidgets():
        if window.isVisible():
            left.append(f"window {type(window).__name__} {window.objectName()!r}")
            # Closed here so that the next test does not answer for it.
            window.hide()
            window.deleteLater()
    return left
