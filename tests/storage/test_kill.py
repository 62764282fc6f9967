"""The process is killed at random moments: what it said was saved is there, and nothing is half there."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sqlite3
import sys
import time
from contextlib import closing, suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest
from test_migrations import KEPT, SECOND, counts, restored

import steps
from dateline.core import decisions
from dateline.core.codebook import bundled
from dateline.core.ids import new_id
from dateline.core.ledger import PutEntity
from dateline.core.review import ReviewState, apply
from dateline.core.spans import Span
from dateline.services import backups, registry, spread
from dateline.services.ledger import Ledger
from dateline.services.session import ReviewSession
from dateline.storage import migrations
from dateline.storage.store import SqliteStore
from steps import CODER, article

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")

KILLS = 20
UPGRADES = 6
RENAMES = 8


@pytest.fixture(autouse=True)
def _paths(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the server that forks the processes import what they need once, ahead of them all."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))


def decide_for_ever(path: Path, article_id: str, seed: int, report: Connection) -> None:
    """Takes steps without end and reports each that is saved."""
    session = ReviewSession(SqliteStore().open(path, CODER), article_id, CODER)
    rng = Random(seed)
    while True:
        step = session.undo() if rng.random() < 0.2 else session.decide(steps.decision(rng, session.state))
        if step is None:
            step = session.adopt(steps.suggestions(rng))
        if step is not None and step.saved:
            report.send(step.entry.decision.id)


def rename_for_ever(path: Path, seed: int, report: Connection) -> None:
    """Gives the one entity other names and labels in all its articles, and takes that back, without end."""
    project, rng = SqliteStore().open(path, CODER), Random(seed)
    while True:
        (known,) = registry.listed(project)
        own = Ledger(project, CODER)
        if len(own.history.undoable) > 1 and rng.random() < 0.3:
            spread.revisit(project, CODER, own.history.undoable[-1], undo=True)
        else:
            name, label = f"Ova {rng.randrange(1000)}", rng.choice(["GPE", "LOC", "ORG"])
            entity = known.entity
            plan = (
                registry.renaming(project, entity, name)
                if label == entity.label
                else registry.relabelling(project, entity, label)
            )
            spread.take(project, CODER, plan.steps, new_id(), plan.about)
        report.send(len(project.project_log()))


def upgrade(path: Path, scripts: Path, report: Connection) -> None:
    """Opens a project of an older form."""
    migrations.SCRIPTS = scripts
    report.send("ready")
    SqliteStore().open(path, CODER).close()
    report.send("done")


def killed(target: object, args: tuple[object, ...], after_s: float) -> list[str]:
    """Runs a function in a process that is killed some seconds after its first report; all that it reported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["dateline.storage.store", "steps", "test_migrations"])
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=target, args=(*args, writer))  # type: ignore[arg-type]
    process.start()
    writer.close()
    reports = [reader.recv()]
    time.sleep(after_s)
    assert process.pid is not None
    with suppress(ProcessLookupError):  # it may be done
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    while True:
        try:
            reports.append(reader.recv())
        except (EOFError, OSError):
            break
    reader.close()
    process.close()
    return reports


def sound(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_no_saved_step_is_lost_and_none_is_half_there(tmp_path: Path) -> None:
    path, articles = tmp_path / "p.dateline", [article(number=n) for n in range(KILLS)]
    store, rng, total = SqliteStore(), Random(9), 0
    project = store.create(path, "x", bundled(), CODER)
    for one in articles:
        project.add_article(one)
    project.close()
    for kill, one in enumerate(articles):
        said = killed(decide_for_ever, (path, one.id, kill), rng.uniform(0, 0.12))
        project = store.open(path, CODER)
        log = list(project.log(one.id))
        state, _ = project.load_review(one.id)
        project.close()
        sound(path)
        missing = set(said) - {entry.decision.id for entry in log}
        assert not missing
        total += len(said)
        replayed = ReviewState()
        for entry in log:
            replayed = apply(replayed, entry.decision).state
        assert replayed == state
    assert total > KILLS


def test_an_entity_and_its_mentions_never_part(tmp_path: Path) -> None:
    path, store, rng = tmp_path / "p.dateline", SqliteStore(), Random(4)
    project = store.create(path, "x", bundled(), CODER)
    for number in range(5):
        one = article(f"{steps.TEXT} {number}", number=number)
        project.add_article(one)
        session = ReviewSession(project, one.id, CODER)
        session.decide(decisions.add_mention(Span(0, 8), "GPE", session.text))
    steps.say(project, replace(registry.listed(project)[0].entity, country="TUR"))
    project.close()
    done = 0
    for kill in range(RENAMES):
        reports = killed(rename_for_ever, (path, kill), rng.uniform(0, 0.15))
        sound(path)
        project = store.open(path, CODER)
        (known,) = registry.listed(project)
        lines = project.project_log()
        assert len(lines) >= int(reports[-1])
        done += len(reports)
        assert (known.articles, known.entity.country) == (5, "TUR")
        mentions = [m for _, state in project.reviewed() for m in state.mentions.values()]
        assert {(m.label, m.name) for m in mentions} == {(known.entity.label, known.entity.name)}
        assert lines[-1].decision.edits == (PutEntity(known.entity),)
        for line in lines[1:]:
            assert len(project.articles_of_group(str(line.decision.group))) == 5
        project.close()
    assert done > RENAMES


def test_a_killed_upgrade_leaves_the_old_form_or_the_new_one(tmp_path: Path) -> None:
    rng, scripts = Random(5), tmp_path / "scripts"
    shutil.copytree(migrations.SCRIPTS, scripts)
    text = SECOND.format(newest=migrations.newest(), last="")
    (scripts / "versions" / "9998_later.py").write_text(text, encoding="utf-8")
    for number in range(UPGRADES):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = restored(KEPT[-1], folder / "p.dateline")
        before = counts(path)
        killed(upgrade, (path, scripts), rng.uniform(0, 0.2))
        sound(path)
        assert counts(path) == before
        if migrations.revision(path) == "9998":
            copies = list(backups.folder(path).glob("*before upgrade*"))
            assert [counts(copy) for copy in copies] == [before]
