from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

import dateline
from dateline import __main__
from dateline.cli import doctor, screen
from dateline.cli.app import run
from dateline.cli.speech import language_of
from dateline.core import assets
from dateline.core.codebook import Codebook
from dateline.core.errors import CodebookError
from dateline.core.messages import say
from dateline.export.xlsx import XlsxExporter
from dateline.readers import AnyReader
from dateline.services.adapters import Adapters
from paths import CHECKOUT, SHARED, needs_shared
from standins import MemoryStore, WordSuggester


def no_demo(out: Path, language: str) -> Sequence[Path]:
    raise AssertionError("only `demo` may ask for it")


class Desk:
    """The command line with stand-ins for what is slow, and what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.suggester = WordSuggester()
        self.store = MemoryStore()
        self.adapters = Adapters(
            AnyReader, lambda: self.suggester, lambda: self.store, lambda: (XlsxExporter(),), no_demo
        )
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *words: object) -> int:
        code = run([*map(str, words), "--ui", "en"] if words[0] != "--version" else [str(words[0])], self.adapters)
        self.out, self.err = self._capsys.readouterr()
        return code


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(capsys)


def form(path: Path) -> dict[str, object]:
    found = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_suggest_writes_one_json_an_article_with_offsets_into_its_text(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "haber.txt").write_bytes(" date 2026-02-14 \r\nHeyet Ankara'ya geldi ve görüştü.".encode())
    assert desk("suggest", tmp_path / "haber.txt", "--out", tmp_path / "out", "--reasons", "tr") == 0
    found = json.loads((tmp_path / "out" / "haber.json").read_text(encoding="utf-8"))
    assert (found["format"], found["id"], found["language"], found["published"]) == (
        "gold/1", "haber", "tr", "2026-02-14",
    )  # fmt: skip
    (entity,) = found["entities"]
    assert found["text"][entity["start"] : entity["end"]] == entity["text"] == "Ankara"
    assert "\r" not in found["text"]
    assert entity["reason"] == "Analist işaretledi."
    assert "haber.txt" in desk.out
    assert "1 mentions" in desk.out


def test_json_input_keeps_its_text_id_and_date_and_loses_its_annotations(desk: Desk, tmp_path: Path) -> None:
    source = {"id": "özgün", "text": "Bir\r\nAnkara", "language": "en", "published": "2026-01-02",
              "entities": [{"id": "t1", "start": 0, "end": 3, "text": "Bir", "label": "ORG"}]}  # fmt: skip
    (tmp_path / "x.json").write_text(json.dumps(source), encoding="utf-8")
    assert desk("suggest", tmp_path / "x.json", "--out", tmp_path / "out") == 0
    found = form(tmp_path / "out" / "x.json")
    assert [found[key] for key in ("id", "text", "language", "published")] == [
        "özgün", "Bir\r\nAnkara", "en", "2026-01-02",
    ]  # fmt: skip
    assert [(e["text"], e["label"]) for e in found["entities"]] == [("Ankara", "GPE")]  # type: ignore[attr-defined]


def test_a_lone_surrogate_does_not_stop_the_file_and_moves_no_offset(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"text": "\\ud800 Ankara"}', encoding="utf-8")
    assert desk("suggest", tmp_path / "x.json", "--out", tmp_path / "out") == 0
    assert form(tmp_path / "out" / "x.json")["text"] == "\ud800 Ankara"


def test_options_override_what_the_files_say(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(" date 2026-02-14 Heyet geldi.", encoding="utf-8")
    desk("suggest", tmp_path / "x.txt", "--out", tmp_path / "out", "--published", "2025-05-06", "--language", "de")
    request = desk.suggester.requests[0]
    assert (str(request.published), request.language) == ("2025-05-06", "de")


def test_one_bad_file_does_not_stop_the_rest_and_ends_in_exit_code_1(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"%PDF-1.4")
    (folder / "b.txt").write_text("Heyet Ankara'da. YASAK", encoding="utf-8")
    (folder / "c.txt").write_text("Heyet Ankara'da.", encoding="utf-8")
    (folder / "d.docx").write_bytes(b"PK")
    desk.suggester.refuses = "YASAK"
    assert desk("suggest", folder, tmp_path / "yok.txt", "--out", tmp_path / "out") == 1
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["c.json"]
    for words in ("a.txt is a PDF", "d.docx", "yok.txt was not found"):
        assert words in desk.err
    assert "Traceback" not in desk.err


def test_a_fault_of_ours_in_one_text_costs_only_that_file(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{name} Ankara", encoding="utf-8")
    right = desk.suggester.suggest
    monkeypatch.setattr(desk.suggester, "suggest", lambda r, *_: 1 / 0 if r.text[0] == "a" else right(r))
    assert desk("suggest", tmp_path / "a.txt", tmp_path / "b.txt", "--out", tmp_path / "out") == 1
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["b.json"]
    assert "ZeroDivisionError" in desk.err
    assert "Traceback" not in desk.err


def test_the_output_never_replaces_the_input_and_equal_names_not_each_other(desk: Desk, tmp_path: Path) -> None:
    for folder in ("p", "q"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.json").write_text('{"text": "Ankara"}', encoding="utf-8")
    assert desk("suggest", tmp_path / "p", "--out", tmp_path / "p") == 1
    assert (tmp_path / "p" / "x.json").read_text(encoding="utf-8") == '{"text": "Ankara"}'
    assert desk("suggest", tmp_path / "p", tmp_path / "q", "--out", tmp_path / "out") == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["x-2.json", "x.json"]


def test_no_input_is_replaced_before_it_was_read(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Ankara", encoding="utf-8")
    (tmp_path / "x.json").write_text('{"text": "İzmir"}', encoding="utf-8")
    assert desk("suggest", tmp_path / "x.txt", tmp_path / "x.json", "--out", tmp_path) == 1
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == '{"text": "İzmir"}'
    assert form(tmp_path / "x-2.json")["text"] == "İzmir"


def test_a_numbered_name_never_meets_one_that_an_input_has(desk: Desk, tmp_path: Path) -> None:
    texts = {"p/x.txt": "Ankara", "q/X.txt": "İzmir", "r/x-2.txt": "Bursa"}
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert desk("suggest", *(tmp_path / name for name in texts), "--out", tmp_path / "out") == 0
    assert {form(path)["text"] for path in (tmp_path / "out").iterdir()} == set(texts.values())


def test_an_output_folder_that_cannot_be_made_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Ankara", encoding="utf-8")
    assert desk("suggest", tmp_path / "x.txt", "--out", tmp_path / "x.txt") == 1
    assert "could not be made" in desk.err


def test_import_makes_the_project_and_export_writes_it(desk: Desk, tmp_path: Path) -> None:
    project = tmp_path / "deneme"
    assert desk("import", project, assets.path("samples")) == 0
    assert "5 articles" in desk.out
    assert desk("import", tmp_path / "deneme.dateline", assets.path("samples")) == 0
    assert "0 articles" in desk.out
    assert desk.err.count("has this text already") == 5
    assert desk("export", project, "--format", "xlsx", "--out", tmp_path / "o.xlsx", "--language", "tr") == 0
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    assert book["Haberler"].max_row == 6
    assert "Haberler: 5 rows" in desk.out
    assert desk.store.projects[tmp_path / "deneme.dateline"].closed


def test_exporting_what_is_not_there_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    assert desk("export", tmp_path / "yok.dateline", "--out", tmp_path / "o.xlsx") == 1
    assert "There is no project" in desk.err
    assert list(tmp_path.iterdir()) == []


def test_what_the_system_refuses_is_a_sentence_for_every_command(desk: Desk, tmp_path: Path) -> None:
    never = tmp_path / ("x" * 300)  # longer than a name may be: even asking whether it is there fails
    (tmp_path / "a.txt").write_text("Ankara", encoding="utf-8")
    assert desk("import", tmp_path / "p.dateline", tmp_path / "a.txt") == 0
    for words in (
        ["suggest", never, "--out", tmp_path],
        ["suggest", tmp_path / "a.txt", "--out", never],
        ["import", never, tmp_path / "a.txt"],
        ["export", never, "--out", tmp_path / "o.xlsx"],
        ["export", tmp_path / "p.dateline", "--out", never],
    ):
        assert desk(*words) == 1
        assert desk.err
        assert "within Dateline" not in desk.err


@pytest.mark.parametrize(
    "words",
    [
        ["suggest"],
        ["nonsense"],
        ["suggest", "x", "--out", "y", "--published", "yesterday"],
        ["suggest", "x", "--out", "y", "--language", "Turkish"],
        ["export", "x"],
    ],
)
def test_a_wrong_command_ends_in_exit_code_2_and_says_where_help_is(desk: Desk, words: list[str]) -> None:
    assert desk(*words) == 2
    assert "--help" in desk.err


@pytest.mark.parametrize("ui", ["tr", "en"])
@pytest.mark.parametrize("command", [[], ["suggest"], ["import"], ["export"], ["doctor"]])
def test_help_is_in_the_language_of_the_person(
    command: list[str], ui: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--ui", ui, "--help"], desk.adapters) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert text.startswith(say("cli.usage", ui))
    assert say("cli.help.ui", ui) in text
    assert "cli." not in text


def test_the_version_is_the_package_s(desk: Desk) -> None:
    assert desk("--version") == 0
    assert desk.out.strip() == f"Dateline {dateline.__version__}"


@pytest.mark.parametrize(
    ("argv", "environment", "language"),
    [
        (["--ui", "tr"], {"LANG": "en_US.UTF-8"}, "tr"),
        (["--ui=en"], {"LANG": "tr_TR.UTF-8"}, "en"),
        ([], {"LANG": "tr_TR.UTF-8"}, "tr"),
        ([], {"LC_ALL": "C", "LANG": "tr_TR.UTF-8"}, "en"),
        ([], {"LANG": "de_DE"}, "en"),
    ],
)
def test_the_language_is_the_person_s_wish_then_the_system_s(
    argv: list[str], environment: dict[str, str], language: str
) -> None:
    assert language_of(argv, environment) == language


def test_doctor_looks_at_everything_and_is_content_here(desk: Desk) -> None:
    assert desk("doctor") == 0
    for words in (dateline.__version__, "spacy", "PySide6", "SQLite", "Resources"):
        assert words in desk.out


def test_doctor_says_which_packages_bring_missing_libraries() -> None:
    def load(library: str) -> None:
        if library in ("libEGL.so.1", "libxcb-cursor.so.0"):
            raise OSError(library)

    assert doctor.missing_libraries(load) == ["libegl1", "libxcb-cursor0"]


def test_doctor_finds_damaged_resources(desk: Desk) -> None:
    def broken() -> Codebook:
        raise CodebookError("codebook.form", what="x")

    desk.adapters = Adapters(AnyReader, lambda: desk.suggester, lambda: desk.store, tuple, no_demo, broken)
    assert desk("doctor") == 1
    assert "!! Resources are missing or damaged" in desk.out


def test_a_window_without_a_display_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not screen.has_screen(platform="linux")
    assert screen.has_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert screen.has_screen({}, "darwin")
    monkeypatch.setattr(sys, "argv", ["dateline"])
    if sys.platform == "linux":
        assert __main__.main() == 1
        assert "no display" in capsys.readouterr().err


def test_an_interruption_while_it_starts_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(argv: Sequence[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(__main__, "run_command_line", interrupted)
    monkeypatch.setattr(sys, "argv", ["dateline", "doctor"])
    assert __main__.main() == 130


def test_the_version_needs_no_adapter_and_no_framework() -> None:
    script = (
        "import sys; from dateline.bootstrap import run_command_line; run_command_line(['--version']);"
        "print(*sorted({m.split('.')[0] for m in sys.modules} & {'PySide6', 'spacy', 'sqlalchemy', 'openpyxl'}))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(CHECKOUT / "desktop"), "SYSTEMROOT": "C:\\Windows"},
    )  # fmt: skip
    assert result.stdout.split("\n")[1] == ""


@needs_shared
def test_the_scorer_accepts_what_suggest_writes(desk: Desk, tmp_path: Path) -> None:
    assert desk("suggest", *sorted((SHARED / "gold").glob("*.json")), "--out", tmp_path / "out", "-q") == 0
    assert desk.out == ""
    score = subprocess.run(
        [sys.executable, str(SHARED / "gold" / "score.py"), str(SHARED / "gold"), str(tmp_path / "out"), "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(score.stdout)
    for gold in (SHARED / "gold").glob("*.json"):
        assert form(tmp_path / "out" / gold.name)["text"] == form(gold)["text"]


def annotated(folder: Path) -> Path:
    form = {"language": "en", "text": "Lydia waits.", "entities": [], "events": [], "quotes": []}
    (folder / "a.json").write_text(json.dumps(form), encoding="utf-8")
    return folder


def test_evaluate_prints_tables_for_each_language(desk: Desk, tmp_path: Path) -> None:
    assert desk("evaluate", annotated(tmp_path)) == 0
    assert "English: 1 articles" in desk.out
    assert "Work left" in desk.out


def test_evaluate_writes_json_with_the_layers_that_there_are(desk: Desk, tmp_path: Path) -> None:
    desk.adapters = replace(desk.adapters, layers=lambda: [("words", WordSuggester)])
    assert desk("evaluate", annotated(tmp_path), "--json") == 0
    told = json.loads(desk.out)
    assert told["languages"]["en"]["articles"] == 1
    assert [layer["layer"] for layer in told["layers"]] == ["words"]


def test_evaluate_says_where_nothing_is_annotated(desk: Desk, tmp_path: Path) -> None:
    assert desk("evaluate", tmp_path) == 1
    assert str(tmp_path) in desk.err


def test_other_files_beside_the_articles_of_a_folder_are_named_and_no_failure(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "haberler"
    folder.mkdir()
    (folder / "a.txt").write_text("Ankara'da toplantı yapıldı.", encoding="utf-8")
    (folder / "README.md").write_text("notlar", encoding="utf-8")
    assert desk("suggest", folder, "--out", tmp_path / "out") == 0
    assert "README.md" in desk.err
    assert desk("suggest", folder / "README.md", "--out", tmp_path / "out") == 1
