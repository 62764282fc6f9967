"""Long random walks through a real project, checked after every step against a model that knows nothing of logs.

The model of an article is what its records are, and for each step that can be taken back the values from before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import text as sql

import steps
from dateline.core import decisions
from dateline.core.annotation import Event, Mention, Quote, Record, Status, anchor
from dateline.core.bookdraft import Draft
from dateline.core.codebook import Codebook, bundled
from dateline.core.errors import ConflictError, RegistryError, StorageError
from dateline.core.history import Entry, History, Kind
from dateline.core.ids import new_id
from dateline.core.ports import Project
from dateline.core.recoding import Recoding
from dateline.core.registry import VALUES, Known
from dateline.core.review import Decision, Edit, Put, ReviewState
from dateline.core.spans import Span
from dateline.core.turkish import fold
from dateline.services import everywhere, past, registry, spread
from dateline.services.recoding import change_codebook
from dateline.services.session import ReviewSession, Step
from dateline.storage.project import SqlProject
from dateline.storage.store import SqliteStore

Records = Mapping[str, Record]
TEXTS = (
    steps.TEXT,
    steps.TEXT + " Şırdan akşam döndü.",
    steps.TEXT + " KIZILOVA sessiz; Ayşe Şırdan yok.",
    steps.TEXT + " 🚒",
)
WORDS = ("Şırdan", "Köprü", "taraf", "Kızılova")
NAMES = ("Ayşe Şırdan", "AYŞE ŞIRDAN", "Işık", "ısık", "Köprü Kurulu", "Taraf")
OTHER = "Ece"


# -- the model -------------------------------------------------------------------------------------------------


def records_of(state: ReviewState) -> dict[str, Record]:
    """The records of a state by id; each is in the table of its kind."""
    tables = ((state.mentions, Mention), (state.events, Event), (state.quotes, Quote))
    assert all(type(record) is kind and record.id == id for table, kind in tables for id, record in table.items())
    return {record.id: record for record in state.records()}


def whole(records: Records) -> dict[str, Record]:
    """The records without references to mentions that are not there."""

    def there(id: str | None) -> bool:
        return isinstance(records.get(id or ""), Mention)

    found: dict[str, Record] = {}
    for id, record in records.items():
        if isinstance(record, Event):
            record = replace(record, arguments=tuple(a for a in record.arguments if there(a.mention)))
        elif isinstance(record, Quote) and not there(record.speaker):
            record = replace(record, speaker=None)
        found[id] = record
    return found


def edited(records: Records, edits: Sequence[Edit]) -> dict[str, Record]:
    """What edits make of records."""
    result = dict(records)
    for edit in edits:
        if isinstance(edit, Put):
            result[edit.record.id] = edit.record
        else:
            result.pop(edit.id, None)
    return whole(result)


@dataclass(frozen=True)
class Turn:
    """A step that can be turned back: what its records were on the other side of it."""

    group: str | None
    other_side: Mapping[str, Record | None]


Follow = Callable[[dict[str, Record]], dict[str, Record]]
DECIDED = (Status.ACCEPTED, Status.FLAGGED)


@dataclass
class Sheet:
    """What an article must hold."""

    records: dict[str, Record] = field(default_factory=dict)
    done: list[Turn] = field(default_factory=list)
    undone: list[Turn] = field(default_factory=list)

    def copy(self) -> Sheet:
        return Sheet(dict(self.records), list(self.done), list(self.undone))

    def _become(self, records: dict[str, Record], group: str | None) -> Turn:
        ids = [id for id in self.records | records if self.records.get(id) != records.get(id)]
        turn = Turn(group, {id: self.records.get(id) for id in ids})
        self.records = records
        return turn

    def take(self, records: dict[str, Record], group: str | None = None) -> bool:
        """A person's step to other records; False where it changes nothing."""
        if records == self.records:
            return False
        self.done.append(self._become(records, group))
        self.undone.clear()
        return True

    def turn(self, undo: bool, follow: Follow = dict) -> None:
        """The last step taken back, or the one taken back last repeated; `follow`: and what goes along with it."""
        source, target = (self.done, self.undone) if undo else (self.undone, self.done)
        turn = source.pop()
        wanted = dict(self.records)
        for id, record in turn.other_side.items():
            if record is None:
                wanted.pop(id, None)
            else:
                wanted[id] = record
        target.append(self._become(follow(whole(wanted)), turn.group))

    def comes_next(self, group: str, undo: bool) -> bool:
        stack = self.done if undo else self.undone
        return bool(stack) and stack[-1].group == group

    def has(self, group: str) -> bool:
        return any(turn.group == group for turn in self.done)


# -- the walk --------------------------------------------------------------------------------------------------


class Walk:
    """A project on disk, the session of its open article, a colleague who opened it too, and what must be true."""

    def __init__(self, seed: int, path: Path, machine: bool) -> None:
        self.rng = Random(seed)
        self.path = path
        self.machine = machine
        self.broken = False
        self.project: Project = SqliteStore().create(path, "Yürüyüş", bundled(), steps.CODER)
        for number, text in enumerate(TEXTS):
            self.project.add_article(steps.article(text, f"Haber {number}", number))
        self.texts = {a.id: self.project.article(a.id).text.content for a in self.project.articles()}
        self.titles = {a.id: a.title for a in self.project.articles()}
        self.sheets = {id: Sheet() for id in self.texts}
        self.trash: set[str] = set()
        self.groups: dict[str, set[str]] = {}
        self.recoded: dict[str, tuple[str, str]] = {}
        """Which label a group gave in place of which other one, with the codebook."""
        self.about_done: list[str] = []
        self.about_undone: list[str] = []
        """What was done about the project itself, by group."""
        self.colleague: Project = SqliteStore().open(path, OTHER)
        self.trail: list[str] = []
        self.open(next(iter(self.texts)))

    def open(self, id: str) -> None:
        self.here = id
        self.session = ReviewSession(self.project, id, steps.CODER)
        self.waiting = [self.sheet.copy()]

    @property
    def sheet(self) -> Sheet:
        """What the open article must hold in memory."""
        return self.sheets[self.here]

    def on_disk(self, id: str) -> Sheet:
        """What an article must hold on disk: steps of the open one may wait to be saved."""
        return self.waiting[0] if id == self.here else self.sheets[id]

    def note(self) -> None:
        """The session took a step; what it could save is on disk."""
        self.waiting.append(self.sheet.copy())
        self.waiting = self.waiting[-1 - len(self.session.unsaved) :]

    def settled(self) -> bool:
        """Whether everything is on disk, as the window asks before it begins with several articles."""
        settled = self.session.retry()
        self.waiting = self.waiting[-1 - len(self.session.unsaved) :]
        assert settled == (len(self.waiting) == 1)
        return settled

    def close(self) -> None:
        self.project.close()
        self.colleague.close()

    # Steps in the open article

    def decide(self, decision: Decision | None = None) -> None:
        decision = decision or steps.decision(self.rng, self.session.state)
        self._decided(decision, self.session.decide(decision))

    def _decided(self, decision: Decision, step: Step | None) -> None:
        taken = self.sheet.take(edited(self.sheet.records, decision.edits), decision.group)
        assert taken == (step is not None)
        if taken:
            self.note()

    def rename_here(self) -> None:
        mentions = list(self.session.state.mentions)
        some = self.rng.sample(mentions, self.rng.randrange(len(mentions) + 1))
        self.decide(decisions.rename_entity(self.session.state, some, self.rng.choice(NAMES)))

    def value(self) -> None:
        mentions = [id for id, m in self.session.state.mentions.items() if m.status is not Status.REJECTED]
        if mentions:
            value = self.rng.choice([None, "2031-03-12"])
            self.decide(decisions.set_value(self.session.state, self.rng.choice(mentions), value, self.session.text))

    def back_to_an_earlier_state(self) -> None:
        if self.settled():
            entries = past.steps(self.session)
            then = past.state_after(entries[: self.rng.randrange(len(entries) + 1)])
            self.decide(past.way_to(self.session.state, then))
            assert self.sheet.records == records_of(then)

    def suggest(self) -> None:
        if not self.machine:
            return
        before = dict(self.sheet.records)
        step = self.session.adopt(steps.suggestions(self.rng, self.session.text))
        after = records_of(self.session.state)
        decided = {id: record for id, record in before.items() if record.status is not Status.SUGGESTED}
        assert {id: after.get(id) for id in decided} == decided
        unwanted = {(m.span, m.label) for m in decided.values() if isinstance(m, Mention)}
        new = [record for id, record in after.items() if id not in before]
        assert not any(isinstance(m, Mention) and (m.span, m.label) in unwanted for m in new)
        assert all(record.status is Status.SUGGESTED for record in new)
        assert (step is None) == (after == before)
        self.sheet.records = after
        if step is not None:
            self.note()

    def undo(self) -> None:
        self._turn(True)

    def redo(self) -> None:
        self._turn(False)

    def _turn(self, undo: bool) -> None:
        stack = self.sheet.done if undo else self.sheet.undone
        if stack and (group := stack[-1].group) is not None:
            self._revisit(group, undo)
            return
        step = self.session.undo() if undo else self.session.redo()
        assert (step is not None) == bool(stack)
        if stack:
            self.sheet.turn(undo)
            self.note()

    # Steps in many articles, as the window takes them

    def _take(self, makes: Mapping[str, spread.Make], about: Any, after: Callable[[str], Any]) -> bool:
        """Takes a step in articles; `after` says what an article must hold then, once it is taken."""
        group, lines = new_id(), len(self.project.project_log())
        wanted = {id: after(id) for id in makes}
        try:
            changed = spread.take(self.project, steps.CODER, makes, group, about)
        except StorageError:
            assert self.broken
            return False
        self._taken(group, {id: wanted[id]() for id in makes}, set(changed), lines)
        return True

    def _taken(self, group: str, wanted: Mapping[str, dict[str, Record]], changed: set[str], lines: int) -> None:
        """A step in many articles is on disk, and the open article is read anew."""
        assert changed == {id for id, records in wanted.items() if self.sheets[id].take(records, group)}
        self.groups[group] = changed
        for line in self.project.project_log()[lines:]:
            assert line.decision.group == (group if changed else None)
            self.about_done.append(line.decision.group or line.decision.id)
            self.about_undone.clear()
        self._read_anew()

    def _read_anew(self) -> None:
        self.session.reload(keep=False)
        self.waiting = [self.sheet.copy()]

    def label_everywhere(self) -> None:
        if not self.settled():
            return
        words, label, name = self.rng.choice(WORDS), self.rng.choice(steps.LABELS), self.rng.choice(["", *NAMES])
        places: dict[str, list[Span]] = {}
        for id in self.texts.keys() - self.trash:
            starts = [i for i in range(len(self.texts[id])) if self.texts[id].startswith(words, i)]
            chosen = sorted(self.rng.sample(starts, self.rng.randrange(len(starts) + 1)))
            if chosen:
                places[id] = [Span(start, start + len(words)) for start in chosen]

        def labelled(id: str) -> Callable[[], dict[str, Record]]:
            return lambda: self._labelled(id, places[id], label, name or words)

        makes = {id: partial(everywhere.label, spans=spans, label=label, name=name) for id, spans in places.items()}
        self._take(makes, None, labelled)

    def _labelled(self, id: str, spans: Sequence[Span], label: str, name: str) -> dict[str, Record]:
        """What was made of an article by a label for some places; the ids of new mentions are not known before."""
        state = self.colleague.load_review(id)[0]
        before, after = self.sheets[id].records, records_of(state)
        assert before.keys() <= after.keys()
        for changed in (record for id, record in after.items() if before.get(id) != record):
            assert isinstance(changed, Mention)
            assert changed.span in spans
            old = before.get(changed.id, Mention(changed.id, changed.span, label, changed.status, changed.origin, name))
            assert changed == replace(old, label=label, status=Status.ACCEPTED)
        there = {(m.span, m.label) for m in after.values() if isinstance(m, Mention) and m.status is Status.ACCEPTED}
        assert {(span, label) for span in spans} <= there
        return after

    def _named(self, name: str, key: tuple[str, str]) -> tuple[set[str], Callable[[str], Any]]:
        """The articles with mentions of an entity, and what they must hold once it has another name."""

        def renamed(id: str) -> dict[str, Record]:
            found = dict(self.sheets[id].records)
            for m in list(found.values()):
                if isinstance(m, Mention) and m.status is not Status.REJECTED and self._key(id, m) == key:
                    status = Status.ACCEPTED if m.status is Status.SUGGESTED and m.name != name else m.status
                    found[m.id] = replace(m, name=name, status=status)
            return found

        standing = {id for id in self.texts for m in self._standing(id) if self._key(id, m) == key}
        return standing, lambda id: partial(renamed, id)

    def _standing(self, id: str) -> list[Mention]:
        found = self.sheets[id].records.values()
        return [m for m in found if isinstance(m, Mention) and m.status is not Status.REJECTED]

    def _key(self, id: str, mention: Mention) -> tuple[str, str]:
        return mention.label, fold(mention.name or mention.span.of(self.texts[id]))

    def rename_entity(self) -> None:
        known = registry.listed(self.project) if self.settled() else ()
        if not known:
            return
        entity, name = self.rng.choice(known).entity, self.rng.choice(NAMES)
        taken = {(k.entity.label, fold(k.entity.name)): k.entity.id for k in self.project.entities()}
        try:
            plan = registry.renaming(self.project, entity, name)
        except RegistryError:
            assert taken[entity.label, fold(name)] != entity.id
            return
        standing, renamed = self._named(name, (entity.label, fold(entity.name)))
        assert plan.steps.keys() == standing
        self._take(plan.steps, plan.about, renamed)

    def merge_entities(self) -> None:
        known = registry.listed(self.project) if self.settled() else ()
        pairs = [(a.entity, b.entity) for a in known for b in known if a != b and a.entity.label == b.entity.label]
        if pairs:
            kept, gone = self.rng.choice(pairs)
            try:
                plan = registry.merging(self.project, kept, gone)
            except RegistryError:
                assert not kept.name.strip()
                return
            standing, renamed = self._named(kept.name, (gone.label, fold(gone.name)))
            assert plan.steps.keys() == standing
            self._take(plan.steps, plan.about, renamed)

    def recode(self) -> None:
        if not self.settled():
            return
        old, new = ("GPE", "PLACE") if "GPE" in self.project.codebook.label_by_id else ("PLACE", "GPE")
        wanted = {
            id: {
                r.id: replace(r, label=new) if isinstance(r, Mention) and r.label == old else r
                for r in sheet.records.values()
            }
            for id, sheet in self.sheets.items()
        }
        book, lines = _book(self.project.codebook, old, new), len(self.project.project_log())
        try:
            changed = change_codebook(self.project, book, Recoding(labels={old: new}), steps.CODER, "Kitap")
        except StorageError:
            assert self.broken
            return
        assert self.project.codebook == book
        group = self.project.project_log()[-1].decision.group or ""
        self._taken(group, wanted, set(changed), lines)
        self.recoded[group] = (new, old)

    def _revisit(self, group: str, undo: bool) -> None:
        """Takes a group back or repeats it, wherever no other step lies over it."""
        if not self.settled():
            return
        last = spread.last_of(self.project, group)
        if last is None:  # all that was taken of it never came to the disk
            del self.groups[group]
            return
        try:
            done = spread.revisit(self.project, steps.CODER, last, undo=undo)
        except StorageError:
            assert self.broken
            return
        stack = self.about_done if undo else self.about_undone
        about = group in stack
        if about and stack[-1] != group:
            assert done.under is not None
            assert not done.changed
            return
        next_in = {id for id in self.groups[group] if self.sheets[id].comes_next(group, undo)}
        under = {id for id in self.groups[group] - next_in if self.sheets[id].has(group) == undo}
        follow: Follow = dict
        if about and not under and group in self.recoded:
            gone, there = self.recoded[group] if undo else reversed(self.recoded[group])
            under = self._orphaned(next_in, gone, undo)
            follow = partial(_relabelled, old=gone, new=there)
        assert sorted(done.left) == sorted(self.titles[id] for id in under)
        if about and under:
            next_in = set()
        assert (set(done.changed), done.about) == (next_in, about and not under)
        for id in next_in:
            self.sheets[id].turn(undo, follow)
        for id in self.texts.keys() - next_in if done.about else ():
            self.sheets[id].records = follow(self.sheets[id].records)
        if done.about:
            (self.about_undone if undo else self.about_done).append(stack.pop())
        self._read_anew()

    def _orphaned(self, turned: set[str], label: str, undo: bool) -> set[str]:
        """The articles in which something would be decided with a label that the codebook has no longer."""
        found: set[str] = set()
        for id in self.texts:
            sheet = self.sheets[id].copy()
            if id in turned:
                sheet.turn(undo)
            decided = (r for r in sheet.records.values() if r.status in DECIDED)
            found |= {id for r in decided if isinstance(r, Mention) and r.label == label}
        return found

    def revisit_any(self) -> None:
        """As the button in the message about a step in many articles, whatever is open now."""
        if self.groups:
            self._revisit(self.rng.choice(sorted(self.groups)), self.rng.random() < 0.5)

    # The world around

    def another_article(self) -> None:
        if self.settled():
            self.open(self.rng.choice([id for id in self.texts if id not in self.trash]))

    def break_the_disk(self) -> None:
        self.broken = True

    def mend_the_disk(self) -> None:
        self.broken = False
        if self.rng.random() < 0.5:
            assert self.settled()

    def start_again(self) -> None:
        """Opens the project anew; steps that were not saved are lost, as where the machine stops."""
        self.project.close()
        self.project = SqliteStore().open(self.path, steps.CODER)
        self.sheets[self.here] = self.waiting[0]
        self.open(self.here)

    def reload(self) -> None:
        """Reads what is saved, with or without what waits."""
        waiting, keep = [entry for entry, *_ in self.session.unsaved], self.rng.random() < 0.5
        self.sheets[self.here] = self.waiting[0].copy()
        self.waiting = self.waiting[:1]
        self.session.reload(keep)
        for entry in waiting if keep else ():
            after = edited(self.sheet.records, entry.decision.edits)
            if entry.kind is Kind.MACHINE:
                self.sheet.records = after
            else:
                self.sheet.take(after, entry.decision.group)
            if after != self.waiting[-1].records:
                self.waiting.append(self.sheet.copy())
        self.waiting = self.waiting[-1 - len(self.session.unsaved) :]

    def a_colleague_decides(self) -> None:
        """Someone else takes a step in the open article: nothing of theirs is written over."""
        if not self.settled():
            return
        theirs = ReviewSession(self.colleague, self.here, OTHER)
        decision = steps.decision(self.rng, theirs.state)
        saved = self.sheet.copy()
        if theirs.decide(decision) is None:
            return
        assert not theirs.unsaved
        saved.take(edited(saved.records, decision.edits))
        before = len(self.session.unsaved)
        for _ in range(self.rng.randrange(1, 3)):
            self.decide()
        if len(self.session.unsaved) > before:
            assert isinstance(self.session.error, ConflictError) or self.broken
        self.waiting = [saved, *self.waiting[1:]]
        self.reload()

    def to_the_trash_and_back(self) -> None:
        id = self.rng.choice([id for id in self.texts if id != self.here])
        if id in self.trash:
            self.project.restore_article(id)
            self.trash.remove(id)
        elif not self.trash:
            self.project.remove_article(id)
            self.trash.add(id)

    # What must be true

    def check(self) -> None:
        """Memory is as the model says, and so is the disk, read by another connection."""
        assert records_of(self.session.state) == self.sheet.records
        assert set(self.session.agenda.ids()) == {
            r.id for r in self.sheet.records.values() if r.status is Status.SUGGESTED
        }
        self._same_history(self.session.history, self.sheet)
        for id in self.texts:
            state, log = self.colleague.load_review(id)
            expected = self.on_disk(id)
            assert records_of(state) == expected.records
            self._same_history(History.of(log), expected)

    def _same_history(self, history: History, sheet: Sheet) -> None:
        assert [e.decision.group for e in history.undoable] == [turn.group for turn in sheet.done]
        assert [e.decision.group for e in history.redoable] == [turn.group for turn in sheet.undone]

    def check_rows(self) -> None:
        """Rows quote the words at their offsets, the registry counts what stands, and the file is sound."""
        assert isinstance(self.colleague, SqlProject)
        with self.colleague.engine.connect() as connection:
            for table in ("mention", "event", "quote"):
                query = sql(
                    f"select r.id, r.span_start, r.span_end, r.words, layer.article_id "
                    f"from {table} r join layer on layer.id = r.layer_id"
                )
                for id, start, end, words, article in connection.execute(query):
                    assert words == self.texts[article][start:end] != ""
                    assert anchor(self.on_disk(article).records[id]) == Span(start, end)
            assert connection.execute(sql("pragma foreign_key_check")).all() == []
            assert connection.execute(sql("pragma integrity_check")).scalar() == "ok"
        mentioned: dict[tuple[str, str], list[str]] = {}
        for id in self.texts.keys() - self.trash:
            for m in self.on_disk(id).records.values():
                if isinstance(m, Mention) and m.status is not Status.REJECTED and m.label not in VALUES:
                    mentioned.setdefault(self._key(id, m), []).append(id)
        listed: list[Known] = [k for k in registry.listed(self.colleague) if k.mentions]
        found = {(k.entity.label, fold(k.entity.name)): (k.articles, k.mentions) for k in listed}
        assert len(found) == len(listed)
        assert found == {key: (len(set(ids)), len(ids)) for key, ids in mentioned.items()}

    def all_the_way(self) -> None:
        """Every article back to where nobody has decided anything, and forward again to where it was."""
        for id in self.texts.keys() - self.trash:
            self.open(id)
            end, count = dict(self.sheet.records), len(self.sheet.done)
            for undo in (True, False):
                for _ in range(count):
                    step = self.session.undo() if undo else self.session.redo()
                    assert step is not None
                    self.sheet.turn(undo)
                    self.note()
                if undo:
                    self.check()
                    assert self.session.undo() is None
                    assert all(r.status is Status.SUGGESTED for r in self.sheet.records.values())
                    assert self.machine or not self.sheet.records
            self.check()
            assert records_of(self.session.state) == end


OPERATIONS: Mapping[Callable[[Walk], None], int] = {
    Walk.decide: 30,
    Walk.undo: 12,
    Walk.redo: 10,
    Walk.suggest: 8,
    Walk.rename_here: 4,
    Walk.value: 2,
    Walk.label_everywhere: 4,
    Walk.rename_entity: 4,
    Walk.merge_entities: 3,
    Walk.recode: 2,
    Walk.revisit_any: 5,
    Walk.another_article: 6,
    Walk.break_the_disk: 2,
    Walk.mend_the_disk: 4,
    Walk.reload: 2,
    Walk.a_colleague_decides: 2,
    Walk.start_again: 1,
    Walk.to_the_trash_and_back: 1,
    Walk.back_to_an_earlier_state: 1,
}
"""What may happen, and how often."""


def _relabelled(records: dict[str, Record], old: str, new: str) -> dict[str, Record]:
    """The records where nobody decided with a label that became another."""
    return {
        r.id: replace(r, label=new) if isinstance(r, Mention) and r.label == old and r.status not in DECIDED else r
        for r in records.values()
    }


def _book(book: Codebook, old: str, new: str) -> Codebook:
    draft = Draft(book)
    row = [entry.id for entry in draft.groups["labels"]].index(old)
    type = draft.groups["labels"][row].type
    draft.put("labels", row, replace(type, term=replace(type.term, id=new)))
    return draft.book(book.version + "+")


@pytest.mark.parametrize(("seed", "machine"), [(1, True), (2, True), (3, True), (4, False), (5, False)])
def test_whatever_happens_memory_disk_and_history_agree_with_the_model(
    seed: int, machine: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = Walk(seed, tmp_path / "yürüyüş.dateline", machine)
    append = SqlProject._append

    def failing(project: SqlProject, connection: Any, id: str, entry: Entry, *rest: Any) -> int:
        if project is walk.project and walk.broken and walk.rng.random() < 0.7:
            if walk.rng.random() < 0.5:  # written, but the transaction does not come to its end
                append(project, connection, id, entry, *rest)
            raise StorageError("storage.full", path=project.path.name)
        return append(project, connection, id, entry, *rest)

    monkeypatch.setattr(SqlProject, "_append", failing)
    try:
        for number in range(120):
            operation = walk.rng.choices(list(OPERATIONS), list(OPERATIONS.values()))[0]
            walk.trail.append(operation.__name__)
            operation(walk)
            walk.check()
            if number % 10 == 0:
                walk.check_rows()
        walk.broken = False
        assert walk.settled()
        walk.check_rows()
        walk.all_the_way()
        walk.check_rows()
    finally:
        print(*walk.trail)  # shown where it fails
        walk.close()
