"""`dateline suggest --jobs`: several processes say and write what one does, in the same order."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from dateline.bootstrap import run_command_line
from dateline.core.errors import DatelineError, SuggestError

TEXTS = [f"Bakan Selim Harbi {day} Mart 2026'da Ankara'da İran heyetiyle görüştü." for day in range(1, 8)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "haberler"
    made.mkdir()
    for number, text in enumerate(TEXTS):
        (made / f"h{number}.txt").write_text(text, encoding="utf-8")
    (made / "bozuk.txt").write_bytes(bytes(range(256)) * 20)
    return made


def test_two_processes_write_and_say_what_one_does(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {}
    for jobs in ("1", "2"):
        out = tmp_path / f"out{jobs}"
        code = run_command_line(["suggest", str(folder), "--out", str(out), "--jobs", jobs, "--ui", "tr"])
        said[jobs] = (code, *(part.replace(str(out), "OUT") for part in capsys.readouterr()))
    assert said["1"] == said["2"]
    one, two = ({f.name: json.loads(f.read_text("utf-8")) for f in (tmp_path / n).iterdir()} for n in ("out1", "out2"))
    assert one == two
    assert len(one) >= len(TEXTS)


def test_a_pipeline_of_ones_own_that_is_not_there_is_said_and_the_rest_goes_on(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["suggest", str(folder / "h0.txt"), "--out", str(tmp_path / "o"), "--model", "yok_boyle", "--ui", "tr"]
    assert run_command_line(words) == 0
    assert "yok_boyle" in capsys.readouterr().err
    assert json.loads((tmp_path / "o" / "h0.json").read_text("utf-8"))["entities"]


@pytest.mark.parametrize("words", [["--jobs", "0"], ["--jobs", "x"], ["--jobs", "99"]])
def test_a_number_of_processes_that_makes_no_sense_is_refused(folder: Path, tmp_path: Path, words: list[str]) -> None:
    assert run_command_line(["suggest", str(folder), "--out", str(tmp_path / "o"), *words]) == 2


def test_an_error_travels_between_processes_as_what_it_is() -> None:
    error = pickle.loads(pickle.dumps(SuggestError("models.missing", name="x")))
    assert isinstance(error, SuggestError)
    assert isinstance(error, DatelineError)
    assert (error.key, error.params) == ("models.missing", {"name": "x"})
