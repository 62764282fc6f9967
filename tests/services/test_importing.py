from __future__ import annotations

from pathlib import Path

import pytest

from dateline.core.errors import Cancelled
from dateline.readers import AnyReader
from dateline.services.importing import find_files, import_files
from standins import MemoryProject


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "haberler"
    (folder / "b" / ".gizli").mkdir(parents=True)
    for name, text in {
        "z.txt": "Zeynep geldi.", "a.TXT": "Ahmet geldi.", "b/c.json": '{"text": "Cem geldi."}', "b/d.xlsx": "x",
        ".saklı.txt": "x", "b/.gizli/e.txt": "x", "b/boş.txt": "", "b/kopya.txt": "Ahmet geldi.",
    }.items():  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_folder_is_walked_in_order_and_what_is_passed_over_is_said(folder: Path) -> None:
    found = find_files([folder, folder / "z.txt"], AnyReader.suffixes)
    assert [p.relative_to(folder).as_posix() for p in found.files] == [
        "a.TXT", "z.txt", "b/boş.txt", "b/c.json", "b/kopya.txt",
    ]  # fmt: skip
    assert [(s.path.name, s.error.key, s.expected) for s in found.skipped] == [("d.xlsx", "readers.unknown_kind", True)]


def test_an_empty_folder_is_said_and_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "boş").mkdir()
    (tmp_path / "boş" / "kendisi").symlink_to(tmp_path / "boş", target_is_directory=True)
    found = find_files([tmp_path / "boş"], AnyReader.suffixes)
    assert found.files == []
    assert [s.error.key for s in found.skipped] == ["readers.empty_folder"]


def test_a_bad_file_does_not_stop_the_rest_and_no_text_comes_in_twice(folder: Path) -> None:
    project = MemoryProject()
    report = import_files(project, AnyReader(), [folder])
    assert [a.text.content for a in project.texts.values()] == ["Ahmet geldi.", "Zeynep geldi.", "Cem geldi."]
    assert [p.name for p in report.known] == ["kopya.txt"]
    assert {s.path.name: s.error.key for s in report.skipped} == {
        "d.xlsx": "readers.unknown_kind", "boş.txt": "readers.empty",
    }  # fmt: skip
    assert report.added == list(project.texts)
    assert [a.metadata.title for a in project.texts.values()] == ["Ahmet geldi.", "Zeynep geldi.", "Cem geldi."]


def test_cancelling_adds_nothing(folder: Path) -> None:
    def cancel(done: int, total: int) -> None:
        if done:
            raise Cancelled

    project = MemoryProject()
    with pytest.raises(Cancelled):
        import_files(project, AnyReader(), [folder], cancel)
    assert project.texts == {}
