"""Much at once: the filter of a long list of articles, the paragraphs in view of a long article."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from dateline.core.article import ArticleStatus, ArticleSummary
from dateline.gui.article.visible import VisibleParagraphs
from dateline.gui.library.kinds import Order
from dateline.gui.library.model import ArticleModel
from driver import Desk


def summary(number: int, title: str) -> ArticleSummary:
    return ArticleSummary(
        f"a{number}", title, "Ilgaz Postası", "tr", date(2026, 3, 2), ArticleStatus.NEW, number, 0, datetime.now(UTC)
    )


TITLES = ("İzmir'de görüşme", "Ilgaz'da toplantı\nikinci gün", "Çınar istifa etti", "Görüşme ertelendi")


@pytest.fixture
def model(qtbot: QtBot) -> ArticleModel:
    made = ArticleModel()
    made.fill([summary(number, title) for number, title in enumerate(TITLES)])
    return made


def shown(model: ArticleModel) -> list[str]:
    return [article.title for article in model.shown]


def test_typing_on_narrows_and_taking_letters_back_widens_again(model: ArticleModel) -> None:
    for typed, found in (("g", 4), ("gor", 2), ("görüşme iz", 1), ("görüşme", 2), ("", 4)):
        model.narrow(typed)
        assert len(shown(model)) == found, typed


def test_the_order_stays_while_the_filter_narrows(model: ArticleModel) -> None:
    model.sort_by(Order.OPEN)
    model.narrow("gö")
    model.narrow("görüş")
    assert shown(model) == [TITLES[3], TITLES[0]]


def test_a_title_that_changed_is_found_by_its_new_words_whenever_it_changed(model: ArticleModel) -> None:
    model.renew("a2", title="Ünal göreve başladı")
    model.narrow("unal")
    assert shown(model) == ["Ünal göreve başladı"]
    model.renew("a2", title="Şahin göreve başladı")
    model.narrow("")
    model.narrow("sahin")
    assert shown(model) == ["Şahin göreve başladı"]
    assert (model.row_of("a2"), model.row_of("a1")) == (0, -1)


def test_the_filter_is_made_ready_while_idle_and_an_emptied_list_ends_that(qtbot: QtBot, model: ArticleModel) -> None:
    model.fill([])
    qtbot.wait(20)
    model.narrow("g")
    assert shown(model) == []


def test_the_paragraphs_in_view_are_found_wherever_one_scrolls(desk: Desk) -> None:
    paragraph = "Bakan dün akşam heyetle uzun bir görüşme yaptı; ayrıntı verilmedi. " * 4
    desk.open_story("\n\n".join(f"{number}. {paragraph}" for number in range(300)))
    view = desk.window.article
    document, bar = view.document(), view.verticalScrollBar()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    visible = VisibleParagraphs(document)
    for share in (0, 0.01, 0.9, 0.89, 0.2, 1):
        bar.setValue(int(bar.maximum() * share))
        top, bottom = bar.value(), bar.value() + view.viewport().height()
        seen = visible.between(top, bottom)
        places = [document.documentLayout().blockBoundingRect(block) for block in blocks]
        in_view = [n for n, place in enumerate(places) if place.bottom() > top and place.top() < bottom]
        assert set(in_view) <= set(seen)
        assert len(seen) <= len(in_view) + 3
