"""The scripted analyst of the benchmarks brings an article from suggestions to its gold form by keys alone."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.analyst import Analyst, Gold, open_article
from driver import Desk
from paths import SHARED, needs_shared

pytest.importorskip("spacy", reason="needs the suggester's packages")


@needs_shared
def test_the_seed_article_is_reviewed_by_keys_alone_with_a_third_of_the_keys_that_marking_takes(desk: Desk) -> None:
    from dateline.bootstrap import adapters
    from dateline.core.suggestion import Request

    gold = Gold.read(SHARED / "gold" / "seed.json")
    request = Request(gold.text, gold.form["language"], date.fromisoformat(gold.form["published"]))
    keys = []
    for name, given in (("with", adapters().suggester().suggest(request)), ("without", None)):
        desk.new_project(name)
        open_article(desk.dateline, gold, given)
        analyst = Analyst(desk.window, gold)
        analyst.review()
        assert analyst.differences() == []
        keys.append(analyst.keys.total())
    assert keys[0] * 3 < keys[1]
