"""The rules of the code that a machine can check: layers, types, style, sentences, what is loaded when, whose text."""

from __future__ import annotations

import ast
import json
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from paths import CHECKOUT, SHARED, needs_shared

SOURCE = CHECKOUT / "desktop" / "dateline"
MESSAGES = CHECKOUT / "resources" / "messages"
SHINGLE = 12
"""As many words in a row that are the same are no chance: the text was copied."""


def run(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT / "desktop"), "NO_COLOR": "1"} | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def passes(result: subprocess.CompletedProcess[str]) -> None:
    assert result.returncode == 0, result.stdout + result.stderr


def tracked() -> list[Path]:
    """The files of the repository; of an unpacked archive, every file."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=CHECKOUT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        return [p for name in listed.stdout.decode().split("\0") if name and (p := CHECKOUT / name).is_file()]
    made = {".venv", ".git", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache"}
    made |= {"__pycache__", "out", "build", "dist"}
    return [p for p in CHECKOUT.rglob("*") if p.is_file() and not made & set(p.relative_to(CHECKOUT).parts)]


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


@pytest.mark.timeout(600)
def test_no_layer_knows_one_above_it() -> None:
    passes(run("-c", "from importlinter.cli import lint_imports_command as go; go()"))


@pytest.mark.timeout(900)
def test_the_types_fit() -> None:
    passes(run("-m", "mypy", PYTHONPATH=""))


def test_the_style_is_ruff_s() -> None:
    passes(run("-m", "ruff", "check", "."))
    passes(run("-m", "ruff", "format", "--check", "."))


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_says_its_thought_in_its_first_line(module: Path) -> None:
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert said is not None, "the module has no docstring"
    assert said.split("\n\n")[0].endswith((".", ":", "`")), "its first paragraph is no sentence"


@pytest.mark.parametrize(
    ("package", "kept_out"),
    [
        ("dateline.core", ("PySide6", "spacy", "sqlalchemy", "alembic", "openpyxl", "platformdirs")),
        ("dateline.services", ("PySide6", "spacy", "sqlalchemy", "alembic", "openpyxl")),
        ("dateline.cli", ("PySide6", "spacy", "sqlalchemy", "openpyxl")),
        ("dateline.__main__", ("PySide6", "spacy", "sqlalchemy", "openpyxl")),
    ],
)
def test_importing_a_package_loads_no_framework(package: str, kept_out: tuple[str, ...]) -> None:
    """All its modules, in a new process: also what others import for it counts."""
    script = (
        "import importlib, pkgutil, sys\n"
        f"package = importlib.import_module({package!r})\n"
        "for found in pkgutil.walk_packages(getattr(package, '__path__', []), package.__name__ + '.'):\n"
        "    importlib.import_module(found.name)\n"
        f"print(*sorted(set(sys.modules) & set({kept_out!r})))\n"
    )
    result = run("-c", script)
    passes(result)
    assert result.stdout.split() == []


def catalogues() -> dict[str, dict[str, dict[str, str]]]:
    """The sentences by area, language and key."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for file in sorted(MESSAGES.glob("*.json")):
        area, language, _ = file.name.split(".")
        found.setdefault(area, {})[language] = json.loads(
            file.read_text(encoding="utf-8"), object_pairs_hook=_no_key_twice
        )
    return found


def _no_key_twice(pairs: list[tuple[str, str]]) -> dict[str, str]:
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f"said twice: {sorted({k for k in keys if keys.count(k) > 1})}"
    return dict(pairs)


def places(template: str) -> set[str]:
    """The names of the places of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("area", sorted(catalogues()))
def test_both_languages_say_the_same_sentences(area: str) -> None:
    said = catalogues()[area]
    assert set(said) == {"tr", "en"}
    assert set(said["tr"]) == set(said["en"])
    differing = {key for key, template in said["tr"].items() if places(template) != places(said["en"][key])}
    assert not differing


@pytest.mark.parametrize("area", sorted(catalogues()))
def test_no_sentence_is_empty_or_has_a_nameless_place(area: str) -> None:
    for language, sentences in catalogues()[area].items():
        for key, template in sentences.items():
            assert template.strip(), f"{language} {key}"
            assert all(name.isidentifier() for name in places(template)), f"{language} {key}: {template}"


def test_no_sentence_is_said_by_two_files() -> None:
    keys = [key for languages in catalogues().values() for key in languages["en"]]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def sentences_asked_for(module: Path) -> Iterator[tuple[str, int]]:
    """The keys that a module names outright: of errors, notices, reasons and `say`, with their lines."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        asked = [k.value for k in call.keywords if k.arg in ("reason", "key")]
        if call.args and (name.endswith("Error") or name in ("say", "Notice")):
            asked.append(call.args[0])
        for value in asked:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and _is_key(value.value):
                yield value.value, value.lineno


def _is_key(text: str) -> bool:
    first, dot, rest = text.partition(".")
    return bool(dot) and first.isidentifier() and rest.replace(".", "_").isidentifier()


def test_every_sentence_that_the_code_names_exists() -> None:
    known = {key for languages in catalogues().values() for key in languages["en"]}
    missing = [
        f"{module.relative_to(CHECKOUT)}:{line} {key}"
        for module in [*modules(), *(CHECKOUT / "installer").rglob("*.py")]
        for key, line in sentences_asked_for(module)
        if key not in known
    ]
    assert missing == []


def shingles(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def foreign_texts() -> Iterator[str]:
    """Every article that lies beside the checkout."""
    for file in sorted((SHARED / "seed").glob("*.txt")):
        yield file.read_text(encoding="utf-8")
    for file in sorted((*(SHARED / "gold").glob("*.json"), *(SHARED / "corpus").glob("*.json*"))):
        for line in file.read_text(encoding="utf-8").splitlines() if file.suffix == ".jsonl" else [file.read_text()]:
            if isinstance(form := json.loads(line), dict) and isinstance(form.get("text"), str):
                yield form["text"]


@needs_shared
def test_no_text_of_the_articles_beside_the_checkout_is_in_it() -> None:
    theirs: set[tuple[str, ...]] = set()
    for text in foreign_texts():
        theirs |= shingles(text)
    assert len(theirs) > 1000, "the articles beside the checkout were not found"
    copied = []
    for file in tracked():
        try:
            ours = shingles(file.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
        if shared := ours & theirs:
            copied.append(f"{file.relative_to(CHECKOUT)}: {' '.join(min(shared))}")
    assert copied == []


PAPERS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")


@pytest.mark.parametrize("paper", PAPERS)
def test_what_a_paper_names_is_there(paper: str) -> None:
    """Its links, and the paths of the checkout that it writes as code."""
    text = (CHECKOUT / paper).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    paths = re.findall(r"(?<![\w./])(?:desktop|resources|installer|tests|\.ci)/[\w./-]*\w", text)
    assert [name for name in [*links, *paths] if not (CHECKOUT / name).exists()] == []


def test_the_top_of_the_checkout_is_as_the_architecture_says() -> None:
    top = {path.relative_to(CHECKOUT).parts[0] for path in tracked()}
    folders = {"desktop", "resources", "tests", "installer", ".ci"}
    papers = {"README.md", "README.tr.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"}
    assert top - folders - papers - {"pyproject.toml", ".gitignore"} == set()
