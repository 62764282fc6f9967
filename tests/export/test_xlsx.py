from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dateline.core.annotation import Record, Status
from dateline.core.article import ArticleStatus
from dateline.core.errors import Cancelled, ExportError
from dateline.core.history import Entry, Kind
from dateline.core.messages import LANGUAGES, say
from dateline.core.registry import Entity, Known
from dateline.core.review import Decision, Put
from dateline.export import columns
from dateline.export.xlsx import PART, XlsxExporter
from standins import Marker, MemoryProject, article

TEXT = (
    " date 2026-02-14 \nDENİZKENT (DA)\n\nDışişleri Bakanı Ayla Yurtsever, 10 Şubat'ta İzmir'de Kaan Doruk ile "
    'görüştü. Yurtsever, "Heyeti şubatta yeniden ağırlayacağız. Umutluyuz." dedi.'
)
HOSTILE = ["=1+1", "+1", "-1", "@x", "\t=1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "#N/A", "{=1}", "1-2"]


def take(project: MemoryProject, id: str, *records: Record, kind: Kind = Kind.DO, by: str = "Deniz") -> None:
    decision = Decision("add", tuple(Put(r) for r in records), at=datetime(2026, 3, 1, 8, 0, 5, tzinfo=UTC))
    project.append(id, Entry(kind, decision, Decision("add", ()), by), (), ArticleStatus.IN_REVIEW)


@pytest.fixture
def project(tmp_path: Path) -> MemoryProject:
    project = MemoryProject(tmp_path / "deneme.dateline")
    project.add_article(article(TEXT, "Dışişleri görüşmesi", published=date(2026, 2, 14)))
    mark = Marker(TEXT)
    ayla = mark.mention("Ayla Yurtsever", "PERSON", Status.ACCEPTED)
    again = mark.mention("Yurtsever", "PERSON", Status.ACCEPTED, nth=2, name="Ayla Yurtsever")
    kaan = mark.mention("Kaan Doruk", "PERSON")
    day = mark.mention("10 Şubat", "DATE", value="2026-02-10")
    month = mark.mention("şubatta", "DATE", value="2026-02")
    place = mark.mention("İzmir", "GPE", Status.ACCEPTED)
    wrong = mark.mention("DENİZKENT", "PERSON", Status.REJECTED)
    talks = mark.event("görüştü", "CONSULT", Status.ACCEPTED, actor=ayla, recipient=kaan, location=place, date=day)
    host = mark.event("ağırlayacağız", "CONSULT", when="2026-02")
    quote = mark.quote("Heyeti şubatta yeniden ağırlayacağız. Umutluyuz.", again, Status.ACCEPTED)
    take(project, "a1", kaan, day, month, host, kind=Kind.MACHINE, by="")
    take(project, "a1", ayla, again, place, wrong, talks, quote)
    return project


def sheets(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every sheet of an English export as rows by the machine names of their columns."""
    book = openpyxl.load_workbook(path)
    found = {}
    for sheet in columns.DESCRIBED:
        page = book[say(f"export.sheet.{sheet.key}", "en")]
        keys = [column.key for column in sheet.columns]
        found[sheet.key] = [dict(zip(keys, row, strict=True)) for row in page.iter_rows(min_row=2, values_only=True)]
    book.close()
    return found


def written(project: MemoryProject, path: Path, **options: Any) -> Mapping[str, list[dict[str, Any]]]:
    XlsxExporter().export(project, path, "en", **options)
    return sheets(path)


def test_an_event_row_says_who_did_what_to_whom_where_and_when(project: MemoryProject, tmp_path: Path) -> None:
    talks = written(project, tmp_path / "out.xlsx")["events"][0]
    assert (talks["actor_names"], talks["recipient_names"]) == ("Ayla Yurtsever", "Kaan Doruk")
    assert (talks["event_type"], talks["event_type_name"], talks["plover"]) == ("CONSULT", "Consult", "CONSULT")
    assert (talks["location_name"], talks["time_text"]) == ("İzmir", "10 Şubat")
    assert talks["when"] == talks["date_start"] == talks["date_end"] == datetime(2026, 2, 10)
    assert talks["title"] == "Dışişleri görüşmesi"
    assert talks["published"] == datetime(2026, 2, 14)


def test_the_evidence_is_the_sentence_and_its_offsets_point_into_the_exported_text(
    project: MemoryProject, tmp_path: Path
) -> None:
    rows = written(project, tmp_path / "out.xlsx")
    text = rows["articles"][0]["article_text"]
    assert text == TEXT
    for event in rows["events"]:
        assert text[event["char_start"] : event["char_end"]] == event["evidence_text"]
        assert text[event["trigger_start"] : event["trigger_end"]] == event["trigger_text"]
    for row in (*rows["mentions"], *rows["quotes"], *rows["participants"]):
        assert text[row["start"] : row["end"]] == row["text"]
    assert rows["events"][0]["evidence_text"].startswith("Dışişleri Bakanı")
    assert rows["events"][0]["evidence_text"].endswith("görüştü.")


def test_a_date_without_a_day_stays_text_and_gives_its_first_and_last_day(
    project: MemoryProject, tmp_path: Path
) -> None:
    host = written(project, tmp_path / "out.xlsx")["events"][1]
    assert host["when"] == "2026-02"
    assert (host["date_start"], host["date_end"]) == (datetime(2026, 2, 1), datetime(2026, 2, 28))
    assert host["date_precision"] == "month"


def test_an_event_told_in_a_quote_is_attributed_to_the_speaker(project: MemoryProject, tmp_path: Path) -> None:
    talks, host = written(project, tmp_path / "out.xlsx")["events"]
    assert (talks["attributed_source"], host["attributed_source"]) == (None, "Ayla Yurtsever")


def test_who_an_event_is_according_to_goes_before_the_speaker_of_its_quote(
    project: MemoryProject, tmp_path: Path
) -> None:
    mark = Marker(TEXT)
    doruk = mark.mention("Kaan Doruk", "PERSON")
    talks = mark.event("görüştü", "CONSULT", source=doruk)
    host = mark.event("ağırlayacağız", "CONSULT", outlet=doruk)
    take(project, "a1", doruk, talks, host)
    rows = written(project, tmp_path / "out.xlsx")
    events = {row["event_id"]: row for row in rows["events"]}
    told, hosted = events[talks.id], events[host.id]
    assert (told["attributed_source"], told["attribution_type"]) == ("Kaan Doruk", "INDIRECT")
    assert (hosted["attributed_source"], hosted["source_outlet"]) == ("Ayla Yurtsever", "Kaan Doruk")
    assert hosted["attribution_type"] == "DIRECT"
    named = {
        row["role_name"] for row in rows["participants"] if row["event_id"] in events and row["name"] == "Kaan Doruk"
    }
    assert named >= {"According to", "Outlet"}


def test_who_decided_and_when_is_the_person_and_never_the_machine(project: MemoryProject, tmp_path: Path) -> None:
    talks, host = written(project, tmp_path / "out.xlsx")["events"]
    assert (talks["coder"], talks["coded_at"]) == ("Deniz", datetime(2026, 3, 1, 8, 0, 5))
    assert (host["coder"], host["coded_at"]) == (None, None)


def test_rejected_records_are_nowhere_in_the_workbook(project: MemoryProject, tmp_path: Path) -> None:
    rows = written(project, tmp_path / "out.xlsx")
    assert "DENİZKENT" not in [m["text"] for m in rows["mentions"]]
    assert len(rows["mentions"]) == 6


def test_accepted_only_leaves_out_open_records_also_as_participants(project: MemoryProject, tmp_path: Path) -> None:
    rows = written(project, tmp_path / "out.xlsx", accepted_only=True)
    assert [e["trigger_text"] for e in rows["events"]] == ["görüştü"]
    assert {row["status"] for row in (*rows["mentions"], *rows["quotes"])} == {"accepted"}
    assert [p["text"] for p in rows["participants"]] == ["Ayla Yurtsever", "İzmir"]
    assert rows["events"][0]["recipient_names"] is None
    assert {p["mention_id"] for p in rows["participants"]} <= {m["mention_id"] for m in rows["mentions"]}


def test_mentions_of_one_name_are_one_entity_with_all_its_forms(project: MemoryProject, tmp_path: Path) -> None:
    rows = written(project, tmp_path / "out.xlsx")
    ayla = next(e for e in rows["entities"] if e["name"] == "Ayla Yurtsever")
    assert (ayla["forms"], ayla["mention_count"], ayla["actor_count"]) == ("Ayla Yurtsever; Yurtsever", 2, 1)
    assert ayla["entity_id"] == rows["participants"][0]["entity_id"]
    assert "10 Şubat" not in [e["name"] for e in rows["entities"]]


def test_an_entity_row_says_what_the_registry_knows(project: MemoryProject, tmp_path: Path) -> None:
    id = project.entity_ids()["PERSON", "ayla yurtsever"]
    entity = Entity(id, "PERSON", "Ayla Yurtsever", ("Yurtsever", "A. Yurtsever"), "TUR", "diplomasi", "Q42")
    project.known = [Known(entity, 1, 2)]
    rows = written(project, tmp_path / "out.xlsx")
    ayla, other = (
        next(e for e in rows["entities"] if (e["name"] == "Ayla Yurtsever") is same) for same in (True, False)
    )
    said = ("aliases", "country", "sector", "external_id")
    assert [ayla[key] for key in said] == ["A. Yurtsever; Yurtsever", "TUR", "diplomasi", "Q42"]
    assert [other[key] for key in said] == [None] * 4


def test_the_sheet_of_articles_has_the_note_and_the_flag(project: MemoryProject, tmp_path: Path) -> None:
    project.texts["a1"] = replace(project.texts["a1"], note="=1+1; kaynağı sor", status=ArticleStatus.FLAGGED)
    row = written(project, tmp_path / "out.xlsx")["articles"][0]
    assert (row["article_note"], row["article_status"], row["article_status_name"]) == (
        "=1+1; kaynağı sor",
        "flagged",
        "Flagged",
    )


def test_the_report_counts_what_is_in_the_file(project: MemoryProject, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    report = XlsxExporter().export(project, path, "tr")
    book = openpyxl.load_workbook(path)
    assert dict(report.rows) == {sheet.title: sheet.max_row - 1 for sheet in book}
    assert report.rows["Olaylar"] == 2
    assert report.repaired == 0


def test_every_sheet_has_a_frozen_header_a_filter_over_all_rows_and_headings_that_differ(
    project: MemoryProject, tmp_path: Path
) -> None:
    for language in LANGUAGES:
        XlsxExporter().export(project, tmp_path / "out.xlsx", language)
        for sheet in openpyxl.load_workbook(tmp_path / "out.xlsx"):
            headings = [cell.value for cell in sheet[1]]
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref == sheet.dimensions
            assert len(set(headings)) == len(headings)
            assert not [h for h in headings if h.startswith("export.")]


def test_drop_down_lists_hold_the_codes_of_the_codebook_sheet(project: MemoryProject, tmp_path: Path) -> None:
    XlsxExporter().export(project, tmp_path / "out.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    lists = {}
    for rule in book["Events"].data_validations.dataValidation:
        heading = book["Events"][f"{str(rule.sqref).split(':')[0][:-1]}1"].value
        sheet, cells = rule.formula1.split("!")
        lists[heading] = [row[0].value for row in book[sheet.strip("'")][cells.replace("$", "")]]
    assert lists["Type code"] == [t.id for t in project.codebook.event_types]
    assert lists["Modality code"] == [t.id for t in project.codebook.modalities]
    assert lists["Status code"] == [s.value for s in Status]


def test_the_about_sheet_explains_every_column_by_its_machine_name(project: MemoryProject, tmp_path: Path) -> None:
    XlsxExporter().export(project, tmp_path / "out.xlsx", "tr")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    explained = {(row[0], row[1]): (row[2], row[3]) for row in book["Hakkında"].iter_rows(min_row=2, values_only=True)}
    for sheet in columns.DESCRIBED:
        page = book[say(f"export.sheet.{sheet.key}", "tr")]
        for cell, column in zip(page[1], sheet.columns, strict=True):
            key, meaning = explained[page.title, cell.value]
            assert key == f"{sheet.key}.{column.key}"
            assert not meaning.startswith("export.")


@pytest.mark.parametrize("words", HOSTILE)
def test_text_that_looks_like_a_formula_stays_text_in_every_field(words: str, tmp_path: Path) -> None:
    text = f"{words} x\n{words} y"
    project = MemoryProject(tmp_path / "p.dateline")
    project.name = words
    project.add_article(article(text, words))
    mark = Marker(text)
    who = mark.mention(words, words, name=words, value=words)
    event = mark.event(words, words, when=words, actor=who)
    take(project, "a1", who, event, mark.quote(words, who), by=words)
    rows = written(project, tmp_path / "out.xlsx")
    assert rows["events"][0]["trigger_text"] == words
    assert rows["articles"][0]["title"] == words
    assert rows["articles"][0]["article_text"] == text
    with zipfile.ZipFile(tmp_path / "out.xlsx") as file:
        for name in file.namelist():
            assert not re.search(rb"<f[ >/]", file.read(name)), name
            assert b't="e"' not in file.read(name)


def test_characters_that_xml_cannot_hold_are_replaced_and_counted(tmp_path: Path) -> None:
    project = MemoryProject(tmp_path / "p.dateline")
    project.add_article(article("metin", "a\x00b\ud800c\ufffed", published=None))
    report = XlsxExporter().export(project, tmp_path / "out.xlsx", "en")
    assert sheets(tmp_path / "out.xlsx")["articles"][0]["title"] == "a\ufffdb\ufffdc\ufffdd"
    assert report.repaired == 1


def test_a_text_too_long_for_a_cell_goes_on_in_the_sheet_for_long_texts(tmp_path: Path) -> None:
    text = "Uzun 😀 metin. " * 6000
    project = MemoryProject(tmp_path / "p.dateline")
    project.add_article(article(text))
    XlsxExporter().export(project, tmp_path / "out.xlsx", "en")
    first = sheets(tmp_path / "out.xlsx")["articles"][0]["article_text"]
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    rest = [row for row in book["Long texts"].iter_rows(min_row=2, values_only=True) if row[0] == "Articles"]
    assert [row[1:4] for row in rest] == [(2, "Article text", part) for part in range(2, len(rest) + 2)]
    assert first + "".join(row[4] for row in rest) == text


def test_more_rows_than_a_sheet_takes_go_on_in_a_further_sheet(project: MemoryProject, tmp_path: Path) -> None:
    report = XlsxExporter(max_rows=200).export(project, tmp_path / "a.xlsx", "en")
    assert "Mentions (2)" not in report.rows
    report = XlsxExporter(max_rows=4).export(project, tmp_path / "b.xlsx", "en")
    assert [n for name, n in report.rows.items() if name.startswith("Mentions")] == [3, 3]
    book = openpyxl.load_workbook(tmp_path / "b.xlsx")
    assert [c.value for c in book["Mentions"][1]] == [c.value for c in book["Mentions (2)"][1]]
    rules = [book[name].data_validations.dataValidation for name in ("Mentions", "Mentions (2)")]
    assert [str(rule.sqref) for rule in rules[0]] == [str(rule.sqref) for rule in rules[1]] != []


def test_cancelling_leaves_the_old_file_and_nothing_else(project: MemoryProject, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")

    def cancel(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        XlsxExporter().export(project, path, "en", progress=cancel)
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.xlsx"]


def test_what_a_killed_export_left_behind_is_gone_after_the_next(project: MemoryProject, tmp_path: Path) -> None:
    (tmp_path / f".out.xlsx{PART}").write_bytes(b"half a workbook")
    XlsxExporter().export(project, tmp_path / "out.xlsx", "en")
    assert [p.name for p in tmp_path.iterdir()] == ["out.xlsx"]


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (PermissionError(13, "denied"), "export.in_use"),
        (OSError(28, "No space left on device"), "export.disk_full"),
        (OSError(5, "Input/output error"), "export.not_written"),
    ],
)
def test_a_target_that_cannot_be_replaced_is_a_sentence_and_stays(
    project: MemoryProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, key: str
) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError) as caught:
        XlsxExporter().export(project, path, "en")
    assert caught.value.key == key
    assert "out.xlsx" in caught.value.sentence("tr")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.xlsx"]


def test_a_missing_folder_and_a_folder_as_target_are_refused_before_the_work(
    project: MemoryProject, tmp_path: Path
) -> None:
    for path, key in ((tmp_path / "none" / "out.xlsx", "export.no_folder"), (tmp_path, "export.is_folder")):
        with pytest.raises(ExportError) as caught:
            XlsxExporter().export(project, path, "en")
        assert caught.value.key == key


def test_a_project_without_articles_gives_a_workbook_with_headings(tmp_path: Path) -> None:
    rows = written(MemoryProject(tmp_path / "p.dateline"), tmp_path / "out.xlsx")
    assert {key: len(found) for key, found in rows.items() if found} == {"codebook": len(rows["codebook"])}


def test_what_a_person_reads_stands_first_and_the_rest_is_folded(project: MemoryProject, tmp_path: Path) -> None:
    XlsxExporter().export(project, tmp_path / "out.xlsx", "en")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Events"]
    shown: list[object] = []
    folded: list[object] = []
    for cell in sheet[1]:
        place = sheet.column_dimensions[cell.column_letter]
        # A run of equal columns is one entry in the file: the later ones have none of their own.
        (folded if folded or place.hidden else shown).append(cell.value)
    assert shown[:5] == ["When", "Event type", "Who", "To whom", "Where"]
    assert {"Evidence", "Article title", "Status"} < set(shown)
    assert len(shown) <= 16
    assert {"Event ID", "Type code", "Evidence start"} < set(folded)


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice (soffice)")
def test_libreoffice_reads_the_workbook(project: MemoryProject, tmp_path: Path) -> None:
    XlsxExporter().export(project, tmp_path / "out.xlsx", "tr")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless",
         "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76",  # 76: UTF-8, whatever the locale
         "--outdir", str(tmp_path), str(tmp_path / "out.xlsx")],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    assert "Ayla Yurtsever" in (tmp_path / "out.csv").read_text(encoding="utf-8")
