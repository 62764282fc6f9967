"""Writes a project of the newest schema as SQL, to be kept as a fixture: `python make_fixture.py > fixtures/NNNN.sql`.

To be run once for every schema, before it is released; a fixture is never written again.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import steps
from dateline.core import decisions
from dateline.core.annotation import Status
from dateline.core.codebook import bundled
from dateline.core.spans import Span
from dateline.services.session import ReviewSession
from dateline.storage.store import SqliteStore

KINDS = ("mentions", "events", "quotes")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fixture.dateline"
        project = SqliteStore().create(path, "Eski proje", bundled(), steps.CODER)
        rng = Random(1)
        for number in range(3):
            one = steps.article(f"{steps.TEXT} {number}", f"Haber {number}", number)
            project.add_article(one)
            session = ReviewSession(project, one.id, steps.CODER)
            runs = [steps.suggestions(rng, session.text) for _ in range(8)]
            mentions, events, quotes = ([r for run in runs for r in getattr(run, kind)] for kind in KINDS)
            session.adopt(replace(runs[0], mentions=tuple(mentions), events=tuple(events), quotes=tuple(quotes)))
            for record in list(session.state.records())[::3]:
                session.decide(decisions.set_status(session.state, [record.id], rng.choice(list(Status)), session.text))
            session.decide(decisions.add_mention(Span(0, 8), "GPE", session.text))
            session.undo()
        project.remember("article", "x")
        place = next(known.entity for known in project.entities() if known.entity.label == "GPE")
        steps.say(project, replace(place, country="TUR"))
        project.remove_article(one.id)
        project.close()
        with closing(sqlite3.connect(path)) as connection:
            sys.stdout.write("\n".join(connection.iterdump()) + "\n")


if __name__ == "__main__":
    main()
