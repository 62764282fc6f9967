"""Holds every test to the rules of `guards`, with or without a screen, and where Qt cannot load at all."""

from __future__ import annotations

import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

import guards
from setup_steps import system

if not system.has_screen():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_HOMES = Path(tempfile.mkdtemp(prefix="dateline-tests-"))
_number = itertools.count()
_guards = ExitStack()
guards.move_home(_HOMES / "start")


def _missing_libraries() -> list[system.Need]:
    offscreen = os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    return system.lacking(system.PAINTING if offscreen else (*system.PAINTING, *system.X11))


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Before pytest-qt is configured, which imports Qt: where Qt cannot load, go on without it."""
    missing = _missing_libraries()
    if missing:
        command = system.by_hand(missing)
        reason = f"Qt cannot load here ({system.sonames(missing)} missing); to install: {command}"
        stand_in = guards.WithoutQt(reason)
        sys.meta_path.insert(0, stand_in)
        pluginmanager.unregister(name="pytest-qt")
        pluginmanager.register(stand_in)


def pytest_configure(config: pytest.Config) -> None:
    _guards.enter_context(guards.no_network())


def pytest_unconfigure(config: pytest.Config) -> None:
    _guards.close()
    shutil.rmtree(_HOMES, ignore_errors=True)


def pytest_report_header(config: pytest.Config) -> list[str]:
    missing = _missing_libraries()
    return [f"Qt cannot load, its tests are skipped; to install: {system.by_hand(missing)}"] if missing else []


@pytest.fixture(autouse=True)
def _own_home() -> None:
    """A home of its own for each test: no test finds the settings of another, none finds yours."""
    guards.move_home(_HOMES / str(next(_number)))


@pytest.fixture(autouse=True)
def _nothing_left_behind(_own_home: None) -> Iterator[None]:
    with guards.nothing_left_behind():
        yield
