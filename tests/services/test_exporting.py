from __future__ import annotations

from pathlib import Path

import pytest

from dateline.core.errors import ExportError
from dateline.export.xlsx import XlsxExporter
from dateline.services.exporting import export_project, file_name
from standins import MemoryProject


def test_a_path_without_an_ending_gets_that_of_the_format(tmp_path: Path) -> None:
    project = MemoryProject(tmp_path / "p.dateline")
    report = export_project(project, [XlsxExporter()], "xlsx", tmp_path / "sonuç", "tr")
    assert report.path == tmp_path / "sonuç.xlsx"
    assert report.path.stat().st_size > 1000
    report = export_project(project, [XlsxExporter()], "xlsx", tmp_path / "rapor 2026.02", "tr")
    assert report.path == tmp_path / "rapor 2026.02.xlsx"


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        export_project(MemoryProject(), [XlsxExporter()], "brat", tmp_path / "x", "tr")
    assert "xlsx" in caught.value.sentence("tr")


def test_an_export_never_replaces_the_project(tmp_path: Path) -> None:
    project = MemoryProject(tmp_path / "p.dateline")
    project.path.write_bytes(b"project")
    (tmp_path / "kısayol.xlsx").symlink_to(project.path)
    for path in (project.path, tmp_path / "kısayol.xlsx"):
        with pytest.raises(ExportError) as caught:
            export_project(project, [XlsxExporter()], "xlsx", path, "tr")
        assert caught.value.key == "export.over_project"
    assert project.path.read_bytes() == b"project"


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Şırnak: 2026/02?", "Şırnak 2026 02.xlsx"),
        ("../../x", "x.xlsx"),
        ("CON", "_CON.xlsx"),
        ("com1.txt", "_com1.txt.xlsx"),
        ("<img src=x>", "img src=x.xlsx"),
        ("a\u202etxt.exe", "a txt.exe.xlsx"),
        ("", "dateline.xlsx"),
        (" . ", "dateline.xlsx"),
        ("x" * 300, "x" * 120 + ".xlsx"),
    ],
)
def test_any_words_become_a_name_that_every_system_takes(wanted: str, name: str) -> None:
    assert file_name(wanted, ".xlsx") == name
