"""Steps about the project: their inverse comes from the state before, and histories tell what was done last."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from dateline.core.codebook import Codebook, bundled
from dateline.core.history import History, Kind
from dateline.core.ledger import (
    ProjectDecision,
    ProjectEdit,
    ProjectEntry,
    PutEntity,
    RemoveEntity,
    SetCodebook,
    entry,
    touched,
)
from dateline.core.registry import Entity

BOOKS = [replace(bundled("small"), version=str(number)) for number in range(3)]
State = tuple[dict[str, Entity], Codebook]


def applied(state: State, decision: ProjectDecision) -> State:
    """What storage does with a step, said as plainly as can be."""
    entities, book = dict(state[0]), state[1]
    for edit in decision.edits:
        match edit:
            case PutEntity(entity):
                entities[entity.id] = entity
            case RemoveEntity(id):
                entities.pop(id, None)
            case SetCodebook(other):
                book = other
    return entities, book


def line(state: State, decision: ProjectDecision) -> ProjectEntry | None:
    ids = touched(decision)
    return entry(decision, {id: state[0][id] for id in ids if id in state[0]}, state[1], "Ada")


def edits(rng: Random) -> tuple[ProjectEdit, ...]:
    def one() -> ProjectEdit:
        id = rng.choice("abc")
        return rng.choice(
            [
                PutEntity(Entity(id, "GPE", rng.choice(["Ilgaz", "Kızılova"]), country=rng.choice(["", "TUR"]))),
                RemoveEntity(id),
                SetCodebook(rng.choice(BOOKS)),
            ]
        )

    return tuple(one() for _ in range(rng.randrange(1, 4)))


def test_every_step_is_taken_back_exactly_and_what_changes_nothing_is_none() -> None:
    rng = Random(7)
    state: State = ({}, BOOKS[0])
    taken = 0
    for _ in range(500):
        decision = ProjectDecision("describe", edits(rng))
        after, made = applied(state, decision), line(state, decision)
        assert (made is None) == (after == state)
        if made is not None:
            taken += 1
            assert applied(state, made.decision) == after
            assert applied(after, made.inverse) == state
            assert applied(state, replace(made.decision, edits=decision.edits)) == after
        state = after
    assert taken > 200


def test_a_history_of_the_project_undoes_and_repeats_as_one_of_an_article_does() -> None:
    history: History[ProjectEntry] = History()
    state: State = ({"a": Entity("a", "GPE", "Ilgaz")}, BOOKS[0])
    for sector in ("x", "y"):
        made = line(state, ProjectDecision("describe", (PutEntity(replace(state[0]["a"], sector=sector)),), group="G"))
        assert made is not None
        history.add(made)
        state = applied(state, made.decision)
    log = list(history.undoable)
    last, undone = log[-1], history.undo("Ece")
    assert undone is not None
    assert isinstance(undone.decision, ProjectDecision)
    assert (undone.kind, undone.reverts, undone.by, undone.decision.group) == (Kind.UNDO, last.decision.id, "Ece", "G")
    assert applied(state, undone.decision)[0]["a"].sector == "x"
    history.add(undone)
    assert history.moment(last) == undone.decision.at
    again = history.redo("Ada")
    assert again is not None
    assert again.decision.id != last.decision.id
    history.add(again)
    assert history.moment(last) == again.decision.at
    assert History.of([*log, undone, again]) == history
