"""How articles come into a project, and what is said of those that do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.core.article import Draft, Metadata
from dateline.core.codebook import bundled
from dateline.core.errors import Cancelled, StorageError
from dateline.core.messages import LANGUAGES
from dateline.core.ports import Project
from dateline.core.text import MAX_LENGTH
from dateline.services import library
from dateline.storage.store import SqliteStore


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = SqliteStore().create(tmp_path / "p.dateline", "Deneme", bundled(), "Işıl")
    yield made
    made.close()


def guess(text: str) -> str:
    return "en" if " the " in text else "tr"


def bring(project: Project, *drafts: Draft) -> library.ImportReport:
    return library.import_drafts(project, drafts, guess)


def test_a_draft_becomes_a_frozen_article(project: Project) -> None:
    text = "\ufeffdate 2031-03-12\r\n\r\nKöprü  yarın açılıyor\r\nKızılova'da hazırlıklar sürüyor."
    report = bring(project, Draft(text, source=" Kızılova \n Postası ", origin="köprü.txt", notices=("read.guess",)))
    (imported,) = report.imported
    assert (imported.title, imported.notices) == ("Köprü yarın açılıyor", ("read.guess",))
    article = project.article(imported.id)
    assert article.text.content == text[1:].replace("\r\n", "\n")
    assert article.metadata == Metadata("Köprü yarın açılıyor", "Kızılova Postası", "tr", date(2031, 3, 12))
    assert article.text.content[article.body_start :].startswith("Köprü")
    assert article.origin == "köprü.txt"


def test_what_the_draft_says_goes_before_what_is_guessed(project: Project) -> None:
    draft = Draft("date 2031-03-12\nOn the bridge.", "A  title", language="de", published=date(2030, 1, 1))
    (imported,) = bring(project, draft).imported
    assert project.article(imported.id).metadata == Metadata("A title", "", "de", date(2030, 1, 1))


def test_the_language_is_guessed_where_nobody_says_it(project: Project) -> None:
    report = bring(project, Draft("All about the bridge."), Draft("Köprü açıldı."))
    assert [project.article(i.id).metadata.language for i in report.imported] == ["en", "tr"]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("\n\n  Kısa   başlık \nGövde.", "Kısa başlık"),
        (
            "Kızılova Belediyesi yeni köprüyü cuma günü açıyor. Törene çevre illerin valileri de katılıyor, dendi.",
            "Kızılova Belediyesi yeni köprüyü cuma günü açıyor.",
        ),
        (
            "Vali A. Şırdan ile Prof. Dr. B. Yıldız 3. Kolordu'da görüştü. İkili uzun uzun köprünün durumunu ele aldı.",
            "Vali A. Şırdan ile Prof. Dr. B. Yıldız 3. Kolordu'da görüştü.",
        ),
        ("kelime " * 40, ("kelime " * 12).strip() + "…"),
        ("x" * 400, "x" * 89 + "…"),
        ("", ""),
    ],
)
def test_the_start_of_the_story_serves_as_title(body: str, title: str) -> None:
    assert library.title_of(body) == title
    assert len(title) <= library.TITLE_LENGTH


def test_the_same_text_comes_in_once_however_it_was_written(project: Project) -> None:
    first = bring(project, Draft("Köprü açıldı.\nŞölen var.", "İlk"))
    again = bring(project, Draft("Köprü açıldı.\r\nS\u0327ölen var.", "İkinci", origin="b.txt"), Draft("Başka."))
    (refused,) = again.refused
    assert (refused.key, refused.existing, refused.origin) == ("library.duplicate", first.imported[0].id, "b.txt")
    assert "İlk" in refused.sentence("tr")
    assert [i.title for i in again.imported] == ["Başka."]
    assert len(project.articles()) == 2


def test_twins_within_one_import_are_one_article(project: Project) -> None:
    report = bring(project, Draft("Köprü açıldı."), Draft("Köprü açıldı."))
    assert (len(report.imported), len(report.refused)) == (1, 1)


def test_a_text_in_the_trash_is_named_as_such_and_can_come_back(project: Project) -> None:
    (imported,) = bring(project, Draft("Köprü açıldı.")).imported
    library.trash(project, [imported.id])
    (refused,) = bring(project, Draft("Köprü açıldı.")).refused
    assert (refused.key, refused.existing) == ("library.in_trash", imported.id)
    library.restore(project, [imported.id])
    assert [a.id for a in project.articles()] == [imported.id]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "library.empty"),
        (" \n\t\x00\ufeff", "library.empty"),
        ("date 2031-03-12\n\n", "library.empty"),
        ("x" * (MAX_LENGTH + 1), "library.too_long"),
    ],
)
def test_what_is_no_article_is_refused_with_a_sentence(project: Project, text: str, key: str) -> None:
    (refused,) = bring(project, Draft(text, origin="a.txt")).refused
    assert refused.key == key
    assert all(refused.sentence(language) not in ("", key) for language in LANGUAGES)
    assert project.articles() == []


@pytest.mark.parametrize(
    "text", ["🚒", "x" * 100_000, "<img src=x>", "'; DROP TABLE article; --", "=1+1", "\u202eters"]
)
def test_odd_texts_come_in_as_they_are(project: Project, text: str) -> None:
    (imported,) = bring(project, Draft(text, title=text[:50])).imported
    assert project.article(imported.id).text.content == text
    assert project.articles()[0].title == text[:50]


def test_a_cancelled_import_keeps_what_came_in(project: Project) -> None:
    def progress(done: int, total: int) -> None:
        assert total == 3
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        library.import_drafts(project, [Draft(f"Haber {n}.") for n in range(3)], guess, progress)
    assert [a.title for a in project.articles()] == ["Haber 0.", "Haber 1."]


def test_an_import_that_the_disk_ends_says_what_came_in(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    add, room = project.add_article, [None]

    def full(article: object) -> None:
        if not room:
            raise StorageError("storage.full", path="p")
        room.pop()
        add(article)  # type: ignore[arg-type]

    monkeypatch.setattr(project, "add_article", full)
    report = bring(project, Draft("Bir."), Draft("İki."), Draft("Üç."))
    assert [i.title for i in report.imported] == ["Bir."]
    assert report.failed is not None
    assert report.failed.key == "storage.full"


def test_metadata_is_tidied_and_a_title_is_never_empty(project: Project) -> None:
    (imported,) = bring(project, Draft("date 2031-03-12\nKöprü açıldı.", "Başlık")).imported
    saved = library.edit_metadata(project, imported.id, Metadata(" \n", " Kızılova\tPostası ", "", date(2031, 1, 2)))
    assert saved == Metadata("Köprü açıldı.", "Kızılova Postası", "tr", date(2031, 1, 2))
    assert project.article(imported.id).metadata == saved
