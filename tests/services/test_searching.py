"""Searching the articles of a real project, with the process that does it: what is found, counted, stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import steps
from dateline.core import decisions
from dateline.core.annotation import Status
from dateline.core.article import ArticleStatus
from dateline.core.codebook import bundled
from dateline.core.errors import Cancelled, SearchError, StorageError
from dateline.core.find import Hit, PatternError, Query
from dateline.core.ports import Project
from dateline.core.spans import Span
from dateline.services import everywhere, searching
from dateline.services.matching import Matcher, Question, Sheet
from dateline.services.searching import FoundArticle, Part, Wanted
from dateline.services.session import ReviewSession
from dateline.storage.store import SqliteStore

TEXTS = (
    "İstanbul'da toplantı yapıldı; ISTANBUL VALİLİĞİ açıkladı, istanbullular dinledi.",
    "Çankırı'da yol %50 kapandı. “Yol_1” yarın açılacak.",
    "عقد الاجتماع في إسطنبول يوم الثلاثاء وغادر الوفد إسطنبول.",
)
TITLES = ("Kentte toplantı", "ÇANKIRI'da yol kapandı", "اجتماع إسطنبول")
RUNAWAY = Query(r"(a+)+$", regex=True)
LONG = "a" * 60 + "!"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = SqliteStore().create(tmp_path / "deneme.dateline", "Deneme", bundled(), steps.CODER)
    for number, (title, text) in enumerate(zip(TITLES, TEXTS, strict=True)):
        made.add_article(steps.article(text, title, number))
    yield made
    made.close()


@pytest.fixture(scope="module")
def matcher() -> Iterator[Matcher]:
    made = Matcher(patience_s=0.5)
    yield made
    made.close()


def parts(project: Project, matcher: Matcher, wanted: Wanted | Query | str, limit: int = 100) -> list[Part]:
    query = Query(wanted) if isinstance(wanted, str) else wanted
    return list(searching.search(project, query if isinstance(query, Wanted) else Wanted(query), matcher, limit))


def found(project: Project, matcher: Matcher, wanted: Wanted | Query | str) -> list[FoundArticle]:
    return [article for part in parts(project, matcher, wanted) for article in part.found]


def words(project: Project, matcher: Matcher, wanted: Wanted | Query | str) -> list[str]:
    return [hit.words for article in found(project, matcher, wanted) for hit in article.hits]


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def session(project: Project, nth: int) -> ReviewSession:
    return ReviewSession(project, project.articles()[nth].id, steps.CODER)


def test_every_spelling_is_found_as_a_turkish_reader_means_it(project: Project, matcher: Matcher) -> None:
    assert words(project, matcher, "istanbul") == ["İstanbul", "ISTANBUL", "istanbul"]
    assert words(project, matcher, Query("istanbul", whole_word=True)) == ["İstanbul", "ISTANBUL"]
    assert words(project, matcher, Query("istanbul", suffixes=True))[-1] == "istanbullular"
    assert words(project, matcher, "إسطنبول") == ["إسطنبول", "إسطنبول"]


def test_titles_are_searched_too_and_count(project: Project, matcher: Matcher) -> None:
    (article,) = found(project, matcher, "cankiri")
    assert (article.title, article.in_title, article.count) == (TITLES[1], [Span(0, 7)], 2)
    (hit,) = article.hits
    assert hit == Hit(Span(0, 7), "", "Çankırı", "'da yol %50 kapandı. “Yol_1” yarın açılacak.")


@pytest.mark.parametrize(
    ("typed", "count"), [("%", 1), ("_", 1), ('"', 0), ("“", 1), ("'", 2), ("\\", 0), ("ö" * 10_000, 0), ("¨ ¸", 0)]
)
def test_what_is_typed_means_itself(project: Project, matcher: Matcher, typed: str, count: int) -> None:
    assert len(words(project, matcher, typed)) == count


def test_nothing_typed_finds_nothing_and_an_empty_project_has_nothing(tmp_path: Path, matcher: Matcher) -> None:
    with closing(SqliteStore().create(tmp_path / "bos.dateline", "Boş", bundled(), steps.CODER)) as empty:
        assert parts(empty, matcher, "a") == []
        empty.add_article(steps.article("Bir haber.", "Haber"))
        assert found(empty, matcher, " \t ") == []


def test_the_trash_is_not_searched_and_a_status_narrows(project: Project, matcher: Matcher) -> None:
    first, second, third = (a.id for a in project.articles())
    project.remove_article(third)
    project.set_status(second, ArticleStatus.DONE)
    assert [a.id for a in found(project, matcher, "a")] == [first, second]
    assert [a.id for a in found(project, matcher, Wanted(Query("a"), status=ArticleStatus.DONE))] == [second]
    assert [a.id for a in found(project, matcher, Wanted(Query("a"), status=ArticleStatus.NEW))] == [first]


def test_where_a_mention_stands_can_be_left_out(project: Project, matcher: Matcher) -> None:
    work = session(project, 0)
    first, second = place(work.text, "İstanbul"), place(work.text, "ISTANBUL")
    work.decide(decisions.label_all(work.state, [first, second], "GPE", work.text))
    assert words(project, matcher, Wanted(Query("istanbul"), unlabelled=True)) == ["istanbul"]
    (mention,) = [m for m in work.state.mentions.values() if m.span == second]
    work.decide(decisions.set_status(work.state, [mention.id], Status.REJECTED, work.text))
    assert words(project, matcher, Wanted(Query("istanbul"), unlabelled=True)) == ["ISTANBUL", "istanbul"]


def test_counts_stay_true_where_not_all_is_shown(project: Project, matcher: Matcher) -> None:
    (part,) = parts(project, matcher, "istanbul", limit=2)
    assert [len(article.hits) for article in part.found] == [2]
    assert (part.hits, part.articles, part.searched) == (3, 1, 3)


def test_articles_come_in_parts_in_the_order_of_import(project: Project, matcher: Matcher) -> None:
    for number in range(3, 60):
        project.add_article(steps.article(f"Haber {number} geldi.", f"Başlık {number}", number))
    told = parts(project, matcher, "geldi")
    assert len(told) > 1
    assert [a.title for part in told for a in part.found] == [f"Başlık {number}" for number in range(3, 60)]
    assert sum(part.searched for part in told) == 60


def test_a_pattern_that_runs_away_is_stopped_and_the_next_question_is_answered(
    project: Project, matcher: Matcher
) -> None:
    project.add_article(steps.article(LONG, "Uzun", 3))
    before = time.monotonic()
    with pytest.raises(SearchError) as caught:
        parts(project, matcher, RUNAWAY)
    assert caught.value.key == "search.ran_away"
    assert time.monotonic() - before < 10
    assert words(project, matcher, "toplanti") == ["toplantı"]


def test_many_articles_may_together_take_longer_than_one_is_allowed_to(matcher: Matcher) -> None:
    steady = Query("(?:a|a)+b", regex=True)  # some hundredths of a second for a text as long as this
    sheet = Sheet("a" * 17)
    lots = list(matcher.answers(Question(steady), [[sheet] * 60]))
    assert [answer.count for answer in lots[0]] == [0] * 60


def test_a_broken_pattern_says_so(project: Project, matcher: Matcher) -> None:
    with pytest.raises(PatternError):
        parts(project, matcher, Query("(", regex=True))


def test_interrupting_ends_a_pattern_that_is_being_matched() -> None:
    matcher = Matcher(patience_s=60)
    errors: list[BaseException] = []

    def ask() -> None:
        try:
            list(matcher.answers(Question(RUNAWAY), [[Sheet(LONG)]]))
        except BaseException as error:
            errors.append(error)

    matcher.warm_up()
    asking = threading.Thread(target=ask)
    asking.start()
    deadline = time.monotonic() + 10
    while asking.is_alive() and time.monotonic() < deadline:
        time.sleep(0.05)
        matcher.interrupt()
    asking.join(10)
    assert [type(error) for error in errors] == [Cancelled]
    assert [a.count for a in next(iter(matcher.answers(Question(Query("b")), [[Sheet("abba")]])))] == [2]
    matcher.close()


def test_a_search_that_nobody_waits_for_any_more_leaves_the_way_free(project: Project, matcher: Matcher) -> None:
    for number in range(3, 60):
        project.add_article(steps.article(f"Haber {number} geldi.", f"Başlık {number}", number))
    with closing(searching.search(project, Wanted(Query("geldi")), matcher)) as half:
        next(half)
    assert words(project, matcher, "toplanti") == ["toplantı"]


def test_a_project_that_fails_while_it_is_read_says_so(project: Project, matcher: Matcher) -> None:
    def lots() -> Iterator[list[Sheet]]:
        yield [Sheet("bir")]
        raise StorageError("storage.io", path="x", what="y")

    with pytest.raises(StorageError):
        list(matcher.answers(Question(Query("bir")), lots()))
    assert words(project, matcher, "toplanti") == ["toplantı"]


def test_all_that_is_found_can_be_written_down_with_its_place(project: Project, matcher: Matcher) -> None:
    lines = list(searching.every_line(project, Wanted(Query("cankiri")), matcher))
    assert [(line.title, line.hit.words, line.start, line.end) for line in lines] == [
        (TITLES[1], "ÇANKIRI", None, None),
        (TITLES[1], "Çankırı", 0, 7),
    ]
    project.add_article(steps.article("x" * (searching.LIMIT + 5), "Uzun", 3))
    assert len(list(searching.every_line(project, Wanted(Query("x")), matcher))) == searching.LIMIT + 5


def test_the_name_is_how_most_hits_are_written(project: Project, matcher: Matcher) -> None:
    hits = [hit for article in found(project, matcher, "istanbul") for hit in article.hits]
    assert searching.name_of(Query("istanbul"), [*hits, hits[1]]) == "ISTANBUL"
    assert searching.name_of(Query(r"\w+", regex=True), hits) == ""
    assert searching.name_of(Query("istanbul"), []) == ""


def test_labels_go_where_whole_words_stand_and_no_other_mark_is(project: Project) -> None:
    work = session(project, 0)
    work.decide(decisions.add_mention(place(work.text, "ISTANBUL VALİLİĞİ"), "ORG", work.text))
    hits = [place(work.text, words) for words in ("İstanbul", "ISTANBUL", "istanbul")]
    left: list[int] = []
    decision = everywhere.label_fitting(work.state, work.text, hits, "GPE", "İstanbul", left.append)
    assert left == [2]
    assert [edit.record.span for edit in decision.edits] == [hits[0]]  # type: ignore[union-attr]


def test_what_a_pattern_found_becomes_an_entity_for_each_spelling(project: Project) -> None:
    work = session(project, 1)
    spans = [place(work.text, words) for words in ("Çankırı", "yol", "yarın")]
    decision = everywhere.label_fitting(work.state, work.text, spans, "GPE", "")
    assert [edit.record.name for edit in decision.edits] == ["Çankırı", "yol", "yarın"]  # type: ignore[union-attr]
