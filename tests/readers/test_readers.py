from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from dateline.core import assets
from dateline.core.article import Draft
from dateline.core.errors import ReadError
from dateline.core.messages import LANGUAGES, say
from dateline.core.text import MAX_LENGTH, normalise
from dateline.readers import AnyReader, for_path

TURKISH = "Şırnak'ta çığ düştü; İçişleri Bakanlığı üç ekibi gönderdi. Yağış sürüyor, öğrenciler ılık çorba içti."


def read(path: Path) -> Draft:
    (draft,) = AnyReader().read(path)
    return draft


def refused(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        AnyReader().read(path)
    for language in LANGUAGES:
        assert path.name in caught.value.sentence(language)
    return caught.value.key


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1254", "iso-8859-9"]
)
def test_turkish_text_is_the_same_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "haber.txt"
    path.write_bytes(TURKISH.encode(encoding))
    draft = read(path)
    assert draft.text == TURKISH
    assert draft.notices == (("readers.notice.guessed_cp1254",) if encoding in ("cp1254", "iso-8859-9") else ())


def test_the_curly_marks_of_windows_text_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "haber.txt"
    path.write_bytes("“Şırnak’ta” dedi…".encode("cp1254"))
    assert read(path).text == "“Şırnak’ta” dedi…"


def test_a_cut_utf8_file_stays_utf8_and_says_that_it_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "haber.txt"
    path.write_bytes(("ş" + TURKISH * 3 + "ş").encode()[:-1])
    draft = read(path)
    assert draft.text == "ş" + TURKISH * 3 + "\ufffd"
    assert draft.notices == ("readers.notice.damaged",)


def test_line_ends_and_control_characters_are_normalised_once(tmp_path: Path) -> None:
    path = tmp_path / "haber.txt"
    path.write_bytes(b"Bir\r\niki\rdo\x00rt\n")
    assert read(path).text == "Bir\niki\ndort\n"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 text", "is_pdf"),
        (b"PK\x03\x04word", "is_zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is_office"),
        (b"\x89PNG\r\n", "is_image"),
        (b"SQLite format 3\x00", "is_database"),
        (bytes(range(256)) * 40, "binary"),
        (b"a" * (MAX_LENGTH + 1), "too_long"),
        (b"a" * (4 * MAX_LENGTH + 1), "too_big"),
    ],
)
def test_what_is_no_article_is_refused_in_a_sentence(data: bytes, key: str, tmp_path: Path) -> None:
    path = tmp_path / "dosya.txt"
    path.write_bytes(data)
    assert refused(path) == f"readers.{key}"


def test_a_text_of_the_greatest_length_is_read(tmp_path: Path) -> None:
    path = tmp_path / "dosya.txt"
    path.write_text("ş" * MAX_LENGTH, encoding="utf-8")
    assert len(read(path).text) == MAX_LENGTH


def test_a_missing_file_a_folder_a_pipe_and_an_unknown_kind_are_refused(tmp_path: Path) -> None:
    (tmp_path / "klasör.txt").mkdir()
    assert refused(tmp_path / "yok.txt") == "readers.missing"
    assert refused(tmp_path / "klasör.txt") == "readers.is_folder"
    assert refused(tmp_path / "resim.webp") == "readers.missing"
    (tmp_path / "resim.webp").touch()
    assert refused(tmp_path / "resim.webp") == "readers.unknown_kind"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "boru.txt")
        assert refused(tmp_path / "boru.txt") == "readers.not_a_file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gizli.txt"
    path.write_text("metin", encoding="utf-8")
    path.chmod(0)
    assert refused(path) == "readers.not_allowed"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (" date 2026-02-14 \nHeyetler görüştü\n\nANKARA - Heyetler geldi.", "Heyetler görüştü"),
        ("Heyetler  görüştü\nMetin burada.", "Heyetler görüştü"),
        ("Heyetler dün görüştü. Sonra gittiler.\nMetin.", ""),
        ("Tek satır", ""),
        ("12.03.2024\nMetin burada.", ""),
    ],
)
def test_the_first_line_is_the_title_where_it_looks_like_a_headline(text: str, title: str, tmp_path: Path) -> None:
    path = tmp_path / "haber.txt"
    path.write_text(text, encoding="utf-8")
    assert read(path).title == title


def test_a_leading_date_line_gives_the_published_date(tmp_path: Path) -> None:
    path = tmp_path / "haber.txt"
    path.write_text(" date 2026-02-14 Heyetler geldi.", encoding="utf-8")
    assert read(path).published == date(2026, 2, 14)
    assert read(path).text.startswith(" date ")


def test_json_gives_its_text_unchanged_and_none_of_its_annotations(tmp_path: Path) -> None:
    text = "\ufeffBir\r\niki e\u0301 \ud83d\ude00 \ud800"
    form = {"text": text, "language": "TR-tr", "published": "2026-02-14T10:00:00Z", "title": " Bir\niki", "source": 5,
            "id": "x1", "entities": [{"start": "kötü"}], "events": "kötü"}  # fmt: skip
    path = tmp_path / "haber.json"
    path.write_text(json.dumps(form), encoding="utf-8")
    draft = read(path)
    assert draft.text == json.loads(json.dumps(text))
    assert (draft.language, draft.published, draft.title, draft.source, draft.id) == (
        "tr", date(2026, 2, 14), "Bir iki", "", "x1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("{", "not_json"),
        ("[" * 100_000, "not_json"),
        ("[]", "no_text"),
        ('{"text": 5}', "no_text"),
        ('{"title": "x"}', "no_text"),
        ('{"text": " "}', "empty"),
        ("\x00\x01\x02" * 100, "binary"),
    ],
)
def test_json_that_is_no_article_is_refused(data: str, key: str, tmp_path: Path) -> None:
    path = tmp_path / "haber.json"
    path.write_text(data, encoding="utf-8")
    assert refused(path) == f"readers.{key}"


def test_a_date_that_is_none_is_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "haber.json"
    path.write_text('{"text": "Metin.", "published": "dün"}', encoding="utf-8")
    draft = read(path)
    assert draft.published is None
    assert draft.notices == ("readers.notice.no_date",)
    assert say(draft.notices[0], "tr") != draft.notices[0]


def test_the_ending_chooses_the_reader_whatever_its_case() -> None:
    assert type(for_path(Path("A.TXT"))) is type(for_path(Path("b.text")))
    assert type(for_path(Path("A.JSON"))) is not type(for_path(Path("A.TXT")))


def test_every_sample_is_a_dated_titled_article_in_its_language() -> None:
    drafts = {path.stem: read(path) for path in sorted(assets.path("samples").iterdir())}
    assert len(drafts) == 5
    assert sorted(draft.language for draft in drafts.values()) == ["en", "tr", "tr", "tr", "tr"]
    for name, draft in drafts.items():
        assert draft.published is not None, name
        assert draft.title, name
        assert 150 <= len(draft.text.split()) <= 350, name
        assert draft.text == normalise(draft.text), name
        assert draft.notices == (), name
    assert sum(draft.text.startswith(" date ") for draft in drafts.values()) == 2
