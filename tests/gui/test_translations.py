"""Every text of the window is there in Turkish, and the files that ship are made from the ones that are edited."""

from __future__ import annotations

import ast
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import translations

_PLACES = re.compile(r"\{\w*\}|%n")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations as collecting the sources' texts anew leaves them."""
    folder = tmp_path_factory.mktemp("ts")
    for file in translations.TRANSLATIONS.glob("*.ts"):
        shutil.copy(file, folder)
    translations.collect(folder)
    return folder


def _messages(file: Path) -> list[ET.Element]:
    return list(ET.parse(file).getroot().iter("message"))


@pytest.mark.parametrize("language", ["tr", "en"])
def test_no_text_of_the_window_is_left_untranslated(collected: Path, language: str) -> None:
    messages = _messages(collected / f"dateline_{language}.ts")
    open_ = [m.findtext("source") for m in messages if m.find("translation").get("type") == "unfinished"]  # type: ignore[union-attr]
    assert messages
    assert open_ == []


def test_every_text_that_the_window_asks_to_be_translated_is_collected(collected: Path) -> None:
    known = {m.findtext("source") for m in _messages(collected / "dateline_tr.ts")}
    asked = {
        call.args[0].value
        for file in translations.GUI.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and isinstance(call.args[0], ast.Constant)
    }
    assert len(asked) > 100
    assert asked <= known  # lupdate sees none inside an f-string


@pytest.mark.parametrize("language", ["tr", "en"])
def test_translations_keep_the_places_of_their_texts(language: str) -> None:
    for message in _messages(translations.TRANSLATIONS / f"dateline_{language}.ts"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        forms = [f.text or "" for f in translation.iter("numerusform")] or [translation.text or ""]
        for form in forms:
            places = sorted(_PLACES.findall(form))
            wanted = sorted(_PLACES.findall(source))
            assert places == wanted or [p for p in wanted if p != "%n"] == places, form


def test_the_compiled_files_are_made_from_the_edited_ones(tmp_path: Path) -> None:
    translations.compile_all(target=tmp_path)
    for file in sorted(tmp_path.glob("*.qm")):
        assert file.read_bytes() == (translations.TRANSLATIONS / file.name).read_bytes()
