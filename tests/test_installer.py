"""The set-up: what it does on a fresh machine, a prepared one, a broken one, an old one, one without a network."""

from __future__ import annotations

import ast
import os
import re
import runpy
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from paths import CHECKOUT
from setup_steps import commands, machine, system, words
from setup_steps.alone import alone
from setup_steps.environment import Environment
from setup_steps.words import SetupError

START = CHECKOUT / "installer" / "start.py"
LOCK = CHECKOUT / "installer" / "requirements.lock"

PIP = """
import json, os, pathlib, sys
if sys.argv[1:] == ["--version"]:
    sys.exit(0)
orders = pathlib.Path(os.environ["FAKE_PIP"])
if (orders / "fails").exists():
    print((orders / "fails").read_text())
    sys.exit(1)
with (orders / "calls").open("a") as calls:
    calls.write(json.dumps(sys.argv[1:]) + chr(10))
site = pathlib.Path(next(p for p in sys.path if p.endswith("site-packages")))
if "-e" in sys.argv:
    source = pathlib.Path(sys.argv[-1], "desktop")
    (site / "_editable_impl_dateline.pth").write_text(str(source), encoding="utf-8")
if (site / "records").exists():
    sys.exit(0)
(site / "records").touch()
for name in ["PySide6", "spacy", "sqlalchemy", "openpyxl", "pytest", "mypy"]:
    (site / name).mkdir(exist_ok=True)
    (site / name / "__init__.py").touch()
"""
"""Stands in for pip, which needs a network: writes down what it was asked, leaves empty packages."""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose path has spaces and Turkish letters, and a Python whose environments hold the stand-in."""
    folder = tmp_path / "çalışma dosyaları" / "dateline ğ"
    (folder / "installer").mkdir(parents=True)
    (folder / "desktop" / "dateline").mkdir(parents=True)
    (folder / "desktop" / "dateline" / "__init__.py").touch()
    (folder / "installer" / "requirements.lock").write_text("one==1 --hash=sha256:0\n")
    (folder / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setenv("FAKE_PIP", str(tmp_path))

    def make(self: Environment) -> None:
        self.folder.mkdir(exist_ok=True)
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(self.folder)], check=True)
        site = next(self.folder.rglob("site-packages"))
        (site / "pip.py").write_text(PIP)

    monkeypatch.setattr(Environment, "_make", make)
    return folder


def pip_calls(tmp_path: Path) -> int:
    calls = tmp_path / "calls"
    return len(calls.read_text().splitlines()) if calls.exists() else 0


def test_the_first_run_installs_the_lock_by_its_hashes_then_the_project(checkout: Path, tmp_path: Path) -> None:
    fresh = Environment(checkout)
    assert not fresh.ready()
    fresh.prepare()
    assert fresh.ready()
    lock, project = (tmp_path / "calls").read_text().splitlines()
    assert "--require-hashes" in lock
    assert "--no-deps" in project


def test_the_second_run_does_not_ask_pip(checkout: Path, tmp_path: Path) -> None:
    Environment(checkout).prepare()
    before = pip_calls(tmp_path)
    assert Environment(checkout).ready()
    assert pip_calls(tmp_path) == before


def test_the_environment_starts_whatever_letters_the_path_has_and_the_locale_knows(checkout: Path) -> None:
    fresh = Environment(checkout)
    fresh.prepare()
    variables = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"LC_ALL": "tr_TR", "PYTHONUTF8": "0"}
    found = subprocess.run([fresh.python, "-c", "import dateline"], env=variables, capture_output=True, check=False)
    assert found.returncode == 0, found.stderr


@pytest.mark.parametrize("changed", ["installer/requirements.lock", "pyproject.toml"])
def test_a_change_of_what_is_needed_is_noticed(checkout: Path, changed: str) -> None:
    Environment(checkout).prepare()
    with (checkout / changed).open("a") as file:
        file.write("# changed\n")
    assert not Environment(checkout).ready()


def test_a_preparation_that_was_interrupted_is_not_taken_for_a_finished_one(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "fails").write_text("Killed")
    with pytest.raises(SetupError):
        Environment(checkout).prepare()
    assert not Environment(checkout).ready()
    (tmp_path / "fails").unlink()
    Environment(checkout).prepare()
    assert Environment(checkout).ready()


def test_an_update_that_fails_leaves_no_stamp_of_the_old_state(checkout: Path, tmp_path: Path) -> None:
    Environment(checkout).prepare()
    before = (checkout / "pyproject.toml").read_text()
    (checkout / "pyproject.toml").write_text("[project] # changed\n")
    (tmp_path / "fails").write_text("Killed")
    with pytest.raises(SetupError):
        Environment(checkout).prepare()
    (checkout / "pyproject.toml").write_text(before)
    assert not Environment(checkout).ready()


def test_a_second_start_waits_for_the_first_and_does_not_repeat_its_work(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("setup_steps.alone.PAUSE_S", 0.01)
    second = threading.Thread(target=Environment(checkout).prepare)
    with alone(checkout):
        second.start()
        second.join(0.2)
        assert second.is_alive()
        Environment(checkout)._prepare()
        calls = pip_calls(tmp_path)
    second.join()
    assert pip_calls(tmp_path) == calls
    assert capsys.readouterr().out.count("waiting") == 1


def _cut(made: Environment) -> None:
    made.python.unlink()


def _empty(made: Environment) -> None:
    for site in made.folder.rglob("site-packages"):
        shutil.rmtree(site)


def _robbed(made: Environment) -> None:
    shutil.rmtree(next(made.folder.rglob("spacy")))


def _torn(made: Environment) -> None:
    made.stamp.write_text("{")
    made.python.unlink()


@pytest.mark.parametrize("break_it", [_cut, _empty, _robbed, _torn])
def test_a_broken_environment_is_made_anew(checkout: Path, break_it: Callable[[Environment], None]) -> None:
    made = Environment(checkout)
    made.prepare()
    break_it(made)
    assert not made.ready()
    made.prepare()
    assert made.ready()


def test_an_environment_that_was_moved_is_made_anew(checkout: Path) -> None:
    Environment(checkout).prepare()
    moved = checkout.rename(checkout.parent / "moved")
    (moved / ".venv" / "left-over").touch()
    assert not Environment(moved).ready()
    Environment(moved).prepare()
    assert Environment(moved).ready()
    assert not (moved / ".venv" / "left-over").exists()


def test_a_folder_that_the_set_up_did_not_make_is_never_removed(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "thesis.docx").touch()
    with pytest.raises(SetupError) as caught:
        Environment(checkout).prepare()
    assert caught.value.key == "setup.foreign"
    assert (checkout / ".venv" / "thesis.docx").exists()


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights on Windows")
def test_a_link_in_place_of_the_environment_is_never_followed_to_remove_things(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "pyvenv.cfg").touch()
    (checkout / ".venv").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SetupError, match="left alone"):
        Environment(checkout).prepare()
    assert (tmp_path / "elsewhere" / "pyvenv.cfg").exists()


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("WARNING: Retrying … NewConnectionError('…: [Errno 111] Connection refused')", "setup.no_network"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] …'))", "setup.certificate"),
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "setup.no_space"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "setup.damaged"),
        ("ERROR: something new", "setup.failed"),
    ],
)
def test_what_pip_stumbled_over_is_said_in_words(checkout: Path, tmp_path: Path, printed: str, key: str) -> None:
    (tmp_path / "fails").write_text(printed)
    with pytest.raises(SetupError) as caught:
        Environment(checkout).prepare()
    assert caught.value.key == key
    assert str(checkout / ".venv" / "setup.log") in caught.value.sentence("tr")
    assert printed in (checkout / ".venv" / "setup.log").read_text(encoding="utf-8")


def test_settings_of_pip_that_would_install_elsewhere_are_not_passed_on(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "astray"))
    made = Environment(checkout)
    made.prepare()
    assert made.run([sys.executable, "-c", "import os; print('target', 'PIP_TARGET' in os.environ)"])
    assert "target False" in made.log.read_text(encoding="utf-8")


def test_a_full_disk_is_told_before_anything_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(10**10, 10**10, 5 * 2**20))
    with pytest.raises(SetupError, match="5 MB are free"):
        machine.check_room(tmp_path)


@pytest.mark.parametrize(
    ("libc", "processor", "fits"),
    [
        (("glibc", "2.36"), "x86_64", True),
        (("glibc", "2.31"), "x86_64", False),
        (("glibc", "2.36"), "aarch64", False),
        (("glibc", "2.39"), "aarch64", True),
        (("", ""), "x86_64", False),
    ],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")
def test_a_linux_without_wheels_is_told_so(
    monkeypatch: pytest.MonkeyPatch, libc: tuple[str, str], processor: str, fits: bool
) -> None:
    monkeypatch.setattr("platform.libc_ver", lambda: libc)
    monkeypatch.setattr("platform.machine", lambda: processor)
    if fits:
        machine.check_system()
        return
    with pytest.raises(SetupError) as caught:
        machine.check_system()
    assert caught.value.key == "setup.old_linux"


NEVER = system.Need("libnever.so.0", {"apt-get": "libnever0", "dnf": "never", "zypper": "never0", "pacman": "never"})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")
def test_a_missing_library_is_found_and_one_that_is_there_is_not() -> None:
    there = system.Need("libc.so.6", {})
    assert system.lacking([NEVER, there]) == [NEVER]
    assert system.lacking([NEVER], platform="win32") == []


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        ("apt-get", "sudo apt-get install --no-install-recommends libnever0"),
        ("dnf", "sudo dnf install never"),
        ("zypper", "sudo zypper install never0"),
        ("pacman", "sudo pacman -S --needed never"),
        (None, ""),
    ],
)
def test_the_line_to_type_is_the_distribution_s(
    monkeypatch: pytest.MonkeyPatch, manager: str | None, line: str
) -> None:
    monkeypatch.setattr(system, "manager", lambda: manager)
    assert system.by_hand([NEVER]) == line


def test_debian_s_new_name_is_used_where_apt_knows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for known in (False, True):
        monkeypatch.setattr(system, "_known_to_apt", lambda package, known=known: known)
        names = system.package_names(system.PAINTING, "apt-get")
        assert ("libglib2.0-0t64" in names, "libglib2.0-0" in names) == (known, not known)


def test_every_library_has_a_package_for_every_manager() -> None:
    for need in (*system.PAINTING, *system.X11, *system.VIRTUAL_SCREEN):
        assert set(need.packages) == set(system.MANAGERS), need.name
        assert all(need.packages.values()), need.name


def test_apt_is_run_only_where_no_password_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Sequence[str]] = []
    monkeypatch.setattr(system, "manager", lambda: "apt-get")
    monkeypatch.setattr(system, "root_prefix", lambda: None)

    def ask(command: Sequence[str]) -> bool:
        asked.append(command)
        return True

    assert not system.apt_install(["xvfb"], ask)
    assert asked == []


def test_the_package_lists_are_renewed_only_when_the_first_try_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(system, "manager", lambda: "apt-get")
    monkeypatch.setattr(system, "root_prefix", lambda: ["sudo", "-n"])

    def first_fails(command: Sequence[str]) -> bool:
        ran.append(" ".join(command))
        return len(ran) > 1

    assert system.apt_install(["xvfb"], first_fails)
    install = "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends xvfb"
    assert ran == [install, "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get update", install]


@pytest.fixture
def prepared(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, list[list[str]]]]:
    """Runs a command line on a prepared checkout; returns the exit code and what was started in the environment."""
    Environment(checkout).prepare()
    started: list[list[str]] = []

    def call(command: list[Any], **options: Any) -> int:
        started.append([str(part) for part in command[1:]])
        return 0

    monkeypatch.setattr(commands, "CHECKOUT", checkout)
    monkeypatch.setattr(commands, "DEMO", checkout / "out" / "demo")
    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(system, "lacking", lambda needs: [])

    def go(*arguments: str) -> tuple[int, list[list[str]]]:
        return commands.main(arguments), started

    return go


def test_with_a_screen_the_window_opens_with_the_sample_project(prepared: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(system, "has_screen", lambda: True)
    assert prepared() == (0, [["-m", "dateline", "--sample"]])


def test_without_a_screen_the_sample_is_written_to_files(prepared: Any, monkeypatch: Any, checkout: Path) -> None:
    monkeypatch.setattr(system, "has_screen", lambda: False)
    assert prepared() == (0, [["-m", "dateline", "demo", "--out", str(checkout / "out" / "demo")]])


def test_files_are_opened_in_the_window(prepared: Any, monkeypatch: Any, tmp_path: Path) -> None:
    monkeypatch.setattr(system, "has_screen", lambda: True)
    article = tmp_path / "haber.txt"
    article.touch()
    assert prepared(str(article)) == (0, [["-m", "dateline", str(article)]])


def test_what_follows_test_goes_to_pytest(prepared: Any) -> None:
    assert prepared("test", "-k", "dates") == (0, [["-m", "pytest", "-q", "-k", "dates"]])


def test_an_unknown_word_is_told_and_starts_nothing(prepared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert prepared("tset") == (2, [])
    assert "tset" in capsys.readouterr().out


def test_missing_libraries_stop_the_window_but_not_the_tests(
    prepared: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "lacking", lambda needs: [NEVER])
    monkeypatch.setattr(system, "manager", lambda: "dnf")
    assert prepared() == (1, [])
    said = capsys.readouterr()
    assert "sudo dnf install never" in said.err
    assert said.out == ""
    assert prepared("test") == (0, [["-m", "pytest", "-q"]])


@pytest.mark.parametrize("stopped", [KeyboardInterrupt(), PermissionError(13, "Permission denied", "/ro/.venv")])
def test_an_interruption_and_a_refusal_end_without_a_traceback(
    prepared: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stopped: BaseException
) -> None:
    def stop(self: Environment) -> bool:
        raise stopped

    monkeypatch.setattr(Environment, "ready", stop)
    code, started = prepared()
    assert code == (130 if isinstance(stopped, KeyboardInterrupt) else 1)
    assert started == []
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked, not its variables")
@pytest.mark.parametrize(
    ("variables", "spoken"),
    [
        ({"LANG": "tr_TR.UTF-8"}, "tr"),
        ({"LANG": "tr_TR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "tr_TR"}, "tr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_turkish_is_spoken_where_the_machine_does(variables: dict[str, str], spoken: str) -> None:
    assert words.language(variables) == spoken


def test_turkish_lines_can_be_printed_where_the_terminal_knows_no_turkish_letters() -> None:
    variables = os.environ | {"LC_ALL": "tr_TR", "PYTHONIOENCODING": "ascii"}
    result = subprocess.run([sys.executable, START, "help"], env=variables, capture_output=True, check=False)
    assert result.returncode == 0, result.stderr
    assert b"haz" in result.stdout


def test_the_door_is_readable_by_the_oldest_python_it_may_meet() -> None:
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 4))


@pytest.mark.parametrize(("version", "fits"), [((3, 10), 0), ((3, 11), 1), ((3, 14), 1), ((3, 15), 0), ((2, 7), 0)])
def test_only_pythons_with_wheels_are_let_in(version: tuple[int, int], fits: int) -> None:
    assert runpy.run_path(str(START))["fits"](version) == bool(fits)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_an_old_python_is_told_what_to_install(platform: str) -> None:
    advice = runpy.run_path(str(START))["advice"]
    for turkish in (True, False):
        said = advice((3, 8, 10), platform, turkish)
        assert "3.8" in said
        assert "3.13" in said


def test_the_door_lets_in_what_the_project_says() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    door = runpy.run_path(str(START))
    assert project["requires-python"] == ">={}.{}".format(*door["OLDEST"])


def test_the_lock_holds_every_package_that_the_project_asks_for() -> None:
    form = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*form["project"]["dependencies"], *form["dependency-groups"]["dev"]]
    names = {re.split(r"[<>=!~;\[ ]", line)[0].lower() for line in asked}
    locked = set(re.findall(r"^([A-Za-z0-9._-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    assert names - locked == set()


def test_every_locked_package_has_a_hash() -> None:
    entries = re.split(r"^(?=[A-Za-z0-9])", LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert [entry.split()[0] for entry in entries if entry.strip() and "--hash=sha256:" not in entry] == []


def test_ci_runs_the_same_door() -> None:
    script = CHECKOUT / ".ci" / "run"
    assert "installer/start.py test" in script.read_text(encoding="utf-8")
    assert os.name == "nt" or os.access(script, os.X_OK)
