"""The JSON form of an annotated article."""

from __future__ import annotations

from dateline.core.annotation import OUTLET, SOURCE, Argument, Event, Mention, Origin, Status
from dateline.core.article import Metadata
from dateline.core.goldform import to_gold
from dateline.core.review import ReviewState
from dateline.core.spans import Span

TEXT = "Lena told Newsday that Omar left."
ORIGIN = Origin("rule")
PLACES = {"lena": Span(0, 4), "newsday": Span(10, 17), "omar": Span(23, 27)}


def event_form(*arguments: Argument) -> dict[str, object]:
    mentions = {id: Mention(id, span, "PERSON", Status.SUGGESTED, ORIGIN) for id, span in PLACES.items()}
    event = Event("e", "EXIT", Span(28, 32), Status.SUGGESTED, ORIGIN, arguments=arguments)
    form: dict[str, object] = to_gold("a", TEXT, Metadata(""), ReviewState(mentions, {"e": event}))["events"][0]
    return form


def test_who_tells_of_an_event_stands_beside_its_arguments() -> None:
    form = event_form(Argument("actor", "omar"), Argument(OUTLET, "newsday"), Argument(SOURCE, "lena"))
    assert form["arguments"] == [{"role": "actor", "entity": "t3"}]
    assert form["attribution"] == {"source": "t1", "outlet": "t2"}


def test_an_event_that_nobody_tells_of_has_no_attribution() -> None:
    assert "attribution" not in event_form(Argument("actor", "omar"))


def test_the_first_of_several_sources_stands_for_them() -> None:
    assert event_form(Argument(SOURCE, "lena"), Argument(SOURCE, "omar"))["attribution"] == {"source": "t1"}
