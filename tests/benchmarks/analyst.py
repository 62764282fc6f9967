"""A scripted analyst: reviews annotated articles in the real window by keys alone, and prints how many it took.

    .venv/bin/python tests/benchmarks/analyst.py                the seed and all development articles, some minutes
    .venv/bin/python tests/benchmarks/analyst.py dev01 seed     only these

The analyst begins with the real suggester's suggestions and ends where the records say what the gold article says:
every required mention (span, label), every required event (trigger, type, modality, mode, who takes part in which
role), every quote with its speaker, and nothing beside them; what overlaps something optional counts neither way, as
in `gold/FORMAT.md`. Values of dates are not looked at. Beside it stands the same work on a text without suggestions,
with the same keys. A chord is one key. The analyst knows the shortest way to any word, with and without suggestions.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent / "desktop")]

from PySide6.QtCore import QEvent, Qt  # noqa: E402
from PySide6.QtGui import QKeyEvent, QTextCursor  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from dateline.core.agenda import place  # noqa: E402
from dateline.core.annotation import ATTRIBUTION, Event, Mention, Quote, Record, Status, anchor  # noqa: E402
from dateline.core.codebook import in_language  # noqa: E402
from dateline.core.spans import Span  # noqa: E402
from dateline.core.turkish import fold  # noqa: E402
from dateline.gui.actions import ACTIONS, ARTICLE_KEYS, sequence  # noqa: E402

KEYS = {spec.id: ARTICLE_KEYS.get(spec.id, ()) + spec.keys for spec in ACTIONS}
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


_LINES = ((QTextCursor.MoveOperation.Down, Qt.Key.Key_Down), (QTextCursor.MoveOperation.Up, Qt.Key.Key_Up))
Place = tuple[int, str | None, bool]
"""Where the caret is (code points), which record is selected, whether it came there by lines (and keeps its column)."""


def overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


@dataclass
class Gold:
    """An annotated article; records refer to mentions by the words' spans."""

    text: str
    mentions: dict[Span, str]
    optional: list[Span]
    events: list[dict[str, Any]]
    optional_events: list[Span]
    quotes: list[tuple[Span, Span | None]]
    form: dict[str, Any]

    @classmethod
    def read(cls, file: Path) -> Gold:
        form = json.loads(file.read_text(encoding="utf-8"))
        spans = {e["id"]: Span(e["start"], e["end"]) for e in form["entities"]}
        used = {a["entity"] for e in form["events"] if not e.get("optional") for a in e["arguments"]}
        used |= {q["speaker"] for q in form["quotes"] if q.get("speaker")}
        needed = [e for e in form["entities"] if not e.get("optional") or e["id"] in used]
        events = [
            {
                "trigger": Span(e["trigger"]["start"], e["trigger"]["end"]),
                "type": e["type"],
                "modality": e.get("modality", "asserted"),
                "mode": e.get("mode"),
                "arguments": [(a["role"], spans[a["entity"]]) for a in e["arguments"]],
            }
            for e in form["events"]
            if not e.get("optional")
        ]
        return cls(
            form["text"],
            {spans[e["id"]]: e["label"] for e in needed},
            [spans[e["id"]] for e in form["entities"] if e.get("optional")],
            sorted(events, key=lambda e: e["trigger"]),
            [Span(e["trigger"]["start"], e["trigger"]["end"]) for e in form["events"] if e.get("optional")],
            [(Span(q["start"], q["end"]), spans.get(q.get("speaker", ""))) for q in form["quotes"]],
            form,
        )


@dataclass
class Analyst:
    """Looks at the records, thinks of the gold article, and presses keys."""

    window: Any
    gold: Gold
    keys: Counter[str] = field(default_factory=Counter)
    why: str = "look"
    done: list[str] = field(default_factory=list)

    # -- hands -------------------------------------------------------------------------------------------------

    @property
    def view(self) -> Any:
        return self.window.article

    @property
    def bench(self) -> Any:
        return self.window.workbench

    @property
    def state(self) -> Any:
        return self.bench.state

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One key to whatever has the keyboard: a pop-up before the text."""
        popup = QApplication.activePopupWidget()
        target = (popup.focusWidget() or popup) if popup is not None else self.view
        self.keys[self.why] += 1
        QTest.keyClick(target, key, modifiers)
        if modifiers & SHIFT:  # the hand leaves the key after a selection
            up = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Shift, NONE)
            QApplication.sendEvent(target, up)

    def act(self, id: str) -> None:
        """The first key of a declared action."""
        chord = sequence(KEYS[id][0])[0]
        self.key(chord.key(), chord.keyboardModifiers())

    def letters(self, letters: str) -> None:
        """Letters into the pop-up that is open."""
        for letter in letters:
            popup = QApplication.activePopupWidget()
            if popup is None:
                raise AssertionError(f"no pop-up takes {letters!r}")
            self.keys[self.why] += 1
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                if QApplication.activePopupWidget() is popup:
                    QApplication.sendEvent(popup.focusWidget() or popup, QKeyEvent(kind, 0, NONE, letter))

    def choose(self, wanted: Callable[[Any], bool]) -> None:
        """Takes a term of the open pop-up: by its key, or by its name's first letters, the arrows and Return."""
        popup = QApplication.activePopupWidget()
        if popup is None:
            raise AssertionError("no pop-up is open")
        term = next(t for t in popup._terms if wanted(t))
        if term.key:
            self.letters(term.key)
            if QApplication.activePopupWidget() is popup:
                raise AssertionError(f"the key {term.key} chose nothing of {[t.key for t in popup._terms]}")
            return
        name = fold(term.name(self.bench.language)).lstrip("✓ 0123456789.,%")  # a digit would be a key
        typed, rows = "", list(popup._terms)
        while len(typed) < len(name) and (rows.index(term) > 2 or not typed):
            typed += name[len(typed)]
            self.letters(typed[-1])
            rows = [popup._list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(popup._list.count())]
        for _ in range(rows.index(term)):
            self.key(Qt.Key.Key_Down)
        self.key(Qt.Key.Key_Return)
        if QApplication.activePopupWidget() is popup:
            raise AssertionError(f"typing {typed!r} chose nothing: {popup._line.text()!r} {[t.names for t in rows]}")

    # -- going somewhere ---------------------------------------------------------------------------------------

    def _ways(self, here: Place) -> Iterator[tuple[Place, int, list[tuple[str, Any]]]]:
        """Where one hand movement leads from a place: where, by how many keys, what to press."""
        position, chosen, by_lines = here
        view, session = self.view, self.bench.session
        for forward, key in ((True, Qt.Key.Key_Right), (False, Qt.Key.Key_Left)):
            there = view.shown.stops.step(position, forward, False)
            if there is not None:
                yield (there, self._picked(there), False), 1, [("key", (key, CONTROL))]
        for move, key in () if by_lines else _LINES:
            cursor = view.textCursor()
            if position != view.position():  # or it would forget the column that it keeps
                cursor.setPosition(view.shown.offsets.to_u16(position))
            for times in range(1, 13):
                if not cursor.movePosition(move):
                    break
                there = view.shown.offsets.from_u16(cursor.position())
                yield (there, self._picked(there), True), times, [("key", (key, NONE))] * times
        record = self.state.record(chosen) if chosen else None
        at: tuple[Any, ...] = place(record) if record is not None else (position,)
        if len(session.agenda):
            yield self._led(position, session.agenda.after(at)), 1, [("act", "review.next")]
            yield self._led(position, session.agenda.before(at)), 1, [("act", "review.previous")]
        events = sorted(place(e) for e in self.state.events.values() if e.status is not Status.REJECTED)
        if events:
            following = next((e for e in events if e > at), events[0])
            preceding = next((e for e in reversed(events) if e < at), events[-1])
            yield self._led(position, following[3]), 1, [("act", "review.next_event")]
            yield self._led(position, preceding[3]), 1, [("act", "review.previous_event")]
        if record is not None:
            ids = [r.id for r in view.shown.marks.at(anchor(record).start)]
            if record.id in ids:
                following = ids[(ids.index(record.id) + 1) % len(ids)]
                yield self._led(position, following), 1, [("act", "review.here")]

    def _picked(self, position: int) -> str | None:
        records = self.view.shown.marks.at(position)
        return records[0].id if records else None

    def _led(self, position: int, id: str) -> Place:
        span = anchor(self.state.record(id))
        return (position if span.start <= position <= span.end else span.start), id, False

    def go(self, arrived: Callable[[int, str | None], bool]) -> None:
        """Brings the caret and the selection where they are wanted, by the fewest keys."""
        self.why = "go: " + self.why
        for _ in range(60):
            here: Place = (self.view.position(), self.bench.selection, False)
            if arrived(*here[:2]):
                self.why = self.why.removeprefix("go: ")
                return
            for kind, what in self._way(here, arrived):
                self.act(what) if kind == "act" else self.key(*what)
        raise AssertionError(f"from {here} the caret does not come where it should")

    def _way(self, here: Place, arrived: Callable[[int, str | None], bool]) -> list[tuple[str, Any]]:
        """What to press first: a breadth-first search over what the keys would do."""
        best: dict[Place, int] = {here: 0}
        first: dict[Place, list[tuple[str, Any]]] = {here: []}
        rounds: dict[int, list[Place]] = {0: [here]}
        while rounds:
            cost = min(rounds)
            for at in rounds.pop(cost):
                if best[at] != cost:
                    continue
                if arrived(*at[:2]):
                    return first[at]
                for there, more, press in self._ways(at):
                    if cost + more < best.get(there, 10_000):
                        best[there] = cost + more
                        first[there] = first[at] or press
                        rounds.setdefault(cost + more, []).append(there)
        raise AssertionError(f"no way leads there from {here}")

    def pick(self, record: Record) -> None:
        """Selects a record."""
        self.go(lambda _position, chosen: chosen == record.id)

    def word(self, start: int) -> None:
        """Puts the caret before a word."""
        self.go(lambda position, _chosen: position == start)

    def select(self, span: Span) -> None:
        """Selects words with Shift and the arrows, from the caret's word on; letters where they are no words."""
        stops = self.view.shown.stops
        nearest = min(stops.starts, key=lambda at: abs(at - span.start))
        self.word(nearest)
        for _ in range(abs(nearest - span.start)):
            self.key(Qt.Key.Key_Left if span.start < nearest else Qt.Key.Key_Right)
        at = span.start
        while (there := stops.step(at, True, True)) is not None and there <= span.end:
            at = there
            self.key(Qt.Key.Key_Right, CONTROL | SHIFT)
        while at < span.end:
            at += 1
            self.key(Qt.Key.Key_Right, SHIFT)

    def boundary(self, record: Record, span: Span) -> None:
        """Moves the edges of the selected record."""
        for edge, wanted in (("start", span.start), ("end", span.end)):
            for _ in range(80):
                now = anchor(self.state.record(record.id))
                at = now.start if edge == "start" else now.end
                if at == wanted:
                    break
                forward = wanted > at
                side = "right" if forward else "left"
                there = self.view.shown.tokens.step(at, forward, edge)
                fits = there is not None and (there <= wanted if forward else there >= wanted)
                self.act(f"mark.{edge}_{side}" if fits else f"mark.{edge}_{side}_char")

    # -- the work ----------------------------------------------------------------------------------------------

    def review(self) -> None:
        """From what is there to the gold article."""
        self.mentions()
        self.events()
        self.quotes()
        if len(self.bench.session.agenda):
            self.why = "accept the rest"
            self.act("review.accept_all")

    def standing(self, kind: type) -> list[Any]:
        found = [r for r in self.state.records() if isinstance(r, kind) and r.status is not Status.REJECTED]
        return sorted(found, key=place)

    def mentions(self) -> None:
        """In text order: wrong ones corrected or rejected, missing ones marked; the right ones are left for the end."""
        gold = self.gold.mentions
        there = self.standing(Mention)
        exact = {m.span for m in there if gold.get(m.span) is not None}
        missing = [span for span in gold if span not in exact]
        moved: dict[str, Span] = {}
        for m in there:
            if m.span not in gold:
                near = [s for s in missing if overlap(s, m.span) and gold[s] == m.label and s not in moved.values()]
                if near:
                    moved[m.id] = near[0]
        work: list[tuple[int, int, Callable[[], None]]] = []
        seen: set[Span] = set()
        for m in there:
            if m.span in gold and m.span not in seen:
                seen.add(m.span)
                if m.label != gold[m.span]:
                    work.append((m.span.start, 0, lambda m=m: self._relabel(m, gold[m.span])))
            elif m.id in moved:
                work.append((m.span.start, 1, lambda m=m: self._move(m, moved[m.id])))
            elif m.span in seen or not any(overlap(m.span, o) for o in self.gold.optional):
                work.append((m.span.start, 2, lambda m=m: self._reject(m, "a mention")))
        for span in missing:
            if span not in moved.values():
                work.append((span.start, 3, lambda span=span: self._mark(span, gold[span])))
        for _start, _rank, do in sorted(work, key=lambda item: item[:2]):
            do()

    def _relabel(self, m: Mention, label: str) -> None:
        self.why = "label of a mention"
        self.pick(m)
        self._label(label)

    def _label(self, label: str) -> None:
        term = self.bench.codebook.label_by_id[label]
        if term.key:
            self.key(Qt.Key(ord(term.key)))
        else:
            self.act("mark.label")
            self.choose(lambda t: t.id == label)

    def _move(self, record: Record, span: Span) -> None:
        self.why = "boundary"
        self.pick(record)
        self.boundary(record, span)

    def _reject(self, record: Record, what: str) -> None:
        self.why = f"reject {what}"
        self.pick(record)
        self.act("review.reject")

    def _mark(self, span: Span, label: str) -> None:
        self.why = "missing mention"
        if not self._reach_word(span):
            self.select(span)
        self._label(label)

    def _reach_word(self, span: Span) -> bool:
        """Whether the caret alone says which word is meant: it stands on it and no mark does."""
        if span.start not in self.view.shown.stops.starts or self.view.shown.marks.at(span.start):
            return False
        self.word(span.start)
        return self.bench.selection is None and self.view.word_at_caret() == span

    def events(self) -> None:
        """In text order: wrong ones rejected, the others completed, missing ones made."""
        left = list(self.gold.events)
        pairs: list[tuple[dict[str, Any] | None, Event | None]] = []
        for same in (True, False):
            for e in self.standing(Event):
                if any(e is found for _g, found in pairs):
                    continue
                near = [g for g in left if overlap(g["trigger"], e.trigger) and (g["type"] == e.type) is same]
                if near:
                    left.remove(near[0])
                    pairs.append((near[0], e))
        taken = {e.id for _g, e in pairs if e is not None}
        for e in self.standing(Event):
            if e.id not in taken and not any(overlap(e.trigger, o) for o in self.gold.optional_events):
                pairs.append((None, e))
        pairs += [(g, None) for g in left]
        for g, e in sorted(pairs, key=lambda p: p[1].trigger if p[1] else p[0]["trigger"]):  # type: ignore[index]
            if g is None and e is not None:
                self._reject(e, "an event")
            elif g is not None:
                self._event(g, e)

    def _event(self, g: dict[str, Any], e: Event | None) -> None:
        if e is None:
            self.why = "missing event"
            if not self._reach_word(g["trigger"]):
                self.select(g["trigger"])
            self.act("mark.event")
            self.choose(lambda t: t.id == g["type"])
            found = self.bench.selected_record()
            assert isinstance(found, Event)
            e = found
        if e.trigger != g["trigger"]:
            self._move(e, g["trigger"])
        if e.type != g["type"]:
            self.why = "type of an event"
            self.pick(e)
            self.act("mark.label")
            self.choose(lambda t: t.id == g["type"])
        e = self.state.events[e.id]
        if e.modality != g["modality"]:
            self.why = "modality"
            self.pick(e)
            self.act("mark.modality")
            self.choose(lambda t: t.id == g["modality"])
        if g["mode"] and e.mode != g["mode"]:
            self.why = "mode"
            self.pick(e)
            self.act("mark.mode")
            self.choose(lambda t: t.id == g["mode"])
        for _ in range(30):
            now = self.state.events[e.id]
            wrong, missing = self._roles(g, now)
            if missing:  # first: a mention has one role in an event, so a right one takes the wrong one away
                role, span = missing[0]
                self._role(now, role, next(m.id for m in self.standing(Mention) if m.span == span))
            elif wrong:
                self._take_role(now, *wrong[0])
            else:
                break

    def _role(self, e: Event, role: str, id: str) -> None:
        self.why = "missing role"
        self.pick(e)
        self.act("mark.role")
        self.choose(lambda t: t.id == role)
        self._choose_mention(id)

    def _take_role(self, e: Event, role: str, id: str) -> None:
        self.why = "role to take away"
        self.pick(e)
        self.act("mark.role")
        place = [(a.role, a.mention) for a in e.arguments].index((role, id))
        self.choose(lambda t: t.id == f"#{place}")

    def _choose_mention(self, id: str) -> None:
        """Takes a mention, or one of the same words that stands nearer: gold counts them as the same participant."""
        span = self.state.mentions[id].span
        words = " ".join(span.of(self.gold.text).split())
        self.choose(lambda t: in_language(t.names, "en").removeprefix("✓ ") == words)

    def _roles(self, g: dict[str, Any], e: Event) -> tuple[list[tuple[str, str]], list[tuple[str, Span]]]:
        """The arguments of an event that are wrong, and those that it lacks."""
        text = self.gold.text
        missing = list(g["arguments"])
        wrong = []
        for a in e.arguments:
            if a.role in ATTRIBUTION:  # who tells of it: gold articles do not say
                continue
            span = self.state.mentions[a.mention].span
            right = [w for w in missing if w[0] == a.role and (overlap(w[1], span) or w[1].of(text) == span.of(text))]
            if right:
                missing.remove(right[0])
            else:
                wrong.append((a.role, a.mention))
        return wrong, missing

    def quotes(self) -> None:
        """Spurious ones rejected, missing ones marked, speakers named."""
        left = list(self.gold.quotes)
        for q in self.standing(Quote):
            near = [w for w in left if _alike(w[0], q.span)]
            if not near:
                self._reject(q, "a quote")
                continue
            left.remove(near[0])
            self._speaker(q, near[0][1])
        for span, speaker in left:
            self.why = "missing quote"
            self.select(span)
            self.act("mark.quote")
            found = self.bench.selected_record()
            assert isinstance(found, Quote)
            self._speaker(found, speaker)

    def _speaker(self, q: Quote, speaker: Span | None) -> None:
        if speaker is None or self._says(q, speaker):
            return
        self.why = "speaker"
        self.pick(q)
        self.act("mark.role")
        self._choose_mention(next(m.id for m in self.standing(Mention) if m.span == speaker))

    def _says(self, q: Quote, speaker: Span) -> bool:
        named = self.state.mentions.get(q.speaker or "")
        text = self.gold.text
        return named is not None and (overlap(named.span, speaker) or named.span.of(text) == speaker.of(text))

    # -- the end -----------------------------------------------------------------------------------------------

    def differences(self) -> list[str]:
        """What still differs from the gold article."""
        gold, found = self.gold, []
        there = {m.span: m for m in self.standing(Mention)}
        for span, label in gold.mentions.items():
            if span not in there or there[span].label != label:
                found.append(f"mention {span} is no {label}")
        for span, m in there.items():
            if span not in gold.mentions and not any(overlap(span, o) for o in gold.optional):
                found.append(f"mention {span} {m.label} is too many")
        events = {(e.trigger, e.type): e for e in self.standing(Event)}
        for g in gold.events:
            e = events.pop((g["trigger"], g["type"]), None)
            if e is None or e.modality != g["modality"] or (g["mode"] and e.mode != g["mode"]):
                found.append(f"event {g['trigger']} {g['type']}: {e}")
            elif any(self._roles(g, e)):
                found.append(f"roles of {g['trigger']}: {self._roles(g, e)}")
        found += [
            f"event {e.trigger} is too many"
            for e in events.values()
            if not any(overlap(e.trigger, o) for o in gold.optional_events)
        ]
        for span, speaker in gold.quotes:
            quote = next((q for q in self.standing(Quote) if _alike(span, q.span)), None)
            if quote is None or (speaker is not None and not self._says(quote, speaker)):
                found.append(f"quote {span}")
        if len(self.standing(Quote)) != len(gold.quotes):
            found.append(f"{len(self.standing(Quote))} quotes")
        if len(self.bench.session.agenda):
            found.append(f"{len(self.bench.session.agenda)} suggestions are open")
        return found


def _alike(a: Span, b: Span) -> bool:
    return min(a.end, b.end) - max(a.start, b.start) >= 0.9 * max(len(a), len(b))


@dataclass
class Outcome:
    """What one article took. `keys`, and `scratch` without suggestions: by what they were for."""

    name: str
    keys: Counter[str]
    scratch: Counter[str]
    seconds: float
    differences: list[str]


def open_article(running: Any, gold: Gold, suggestions: Any) -> None:
    """Puts an article into the project with these suggestions (or none) and opens it."""
    from datetime import UTC, date, datetime

    from dateline.core.article import Article, ArticleStatus, Metadata
    from dateline.core.ids import new_id
    from dateline.core.text import FrozenText
    from dateline.services.session import ReviewSession

    form, project = gold.form, running.projects.project
    published = date.fromisoformat(form["published"])
    metadata = Metadata(form.get("title") or "Haber", form.get("source") or "", form["language"], published)
    article = Article(new_id(), FrozenText(gold.text), metadata, ArticleStatus.NEW, datetime.now(UTC))
    project.add_article(article)
    session = ReviewSession(project, article.id, "analyst")
    if suggestions is not None:
        session.adopt(suggestions)
    running.workbench.open(session)
    running.window.activateWindow()
    running.window.article.setFocus()
    QApplication.processEvents()


def run(running: Any, folder: Path, gold: Gold, suggestions: Any, name: str) -> Outcome:
    """One article with suggestions, then from nothing."""
    counts, seconds, differences = [], [], []
    for number, given in enumerate((suggestions, None)):
        if not running.projects.create(folder / f"{name}-{number}.dateline"):
            raise RuntimeError("the project was not made")
        open_article(running, gold, given)
        analyst = Analyst(running.window, gold)
        start = time.perf_counter()
        analyst.review()
        seconds.append(time.perf_counter() - start)
        counts.append(analyst.keys)
        differences += analyst.differences()
    return Outcome(name, counts[0], counts[1], seconds[0], differences)


def main(wanted: list[str]) -> int:
    """Prints the table; 1 where an article did not come to its gold form."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from datetime import date

    from dateline.bootstrap import adapters
    from dateline.core.suggestion import Request
    from dateline.gui.app import Dateline, application
    from dateline.gui.preferences import Preferences
    from paths import SHARED

    files = sorted((SHARED / "gold").glob("*.json"))
    suggester = adapters().suggester()
    outcomes = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        running = Dateline(application([]), adapters(), Preferences(folder / "settings.ini"))
        running.window.resize(1300, 850)
        running.window.show()
        QApplication.processEvents()
        print(f"{'article':<10}{'keys':>6}{'from nothing':>14}{'share':>8}{'seconds':>9}")
        for file in files:
            if wanted and file.stem not in wanted:
                continue
            gold = Gold.read(file)
            given = suggester.suggest(
                Request(gold.text, gold.form["language"], date.fromisoformat(gold.form["published"]))
            )
            outcome = run(running, folder, gold, given, file.stem)
            outcomes.append(outcome)
            ours, scratch = outcome.keys.total(), outcome.scratch.total()
            print(f"{file.stem:<10}{ours:>6}{scratch:>14}{ours / scratch:>8.0%}{outcome.seconds:>9.1f}", flush=True)
            for difference in outcome.differences:
                print("    differs:", difference)
        running.window.close()
        running.shut_down()
    every = sum((o.keys for o in outcomes), Counter())
    scratch = sum((o.scratch for o in outcomes), Counter())
    print(f"{'all':<10}{every.total():>6}{scratch.total():>14}{every.total() / scratch.total():>8.0%}")
    print(f"\n{'where the keys go':<30}{'with':>6}{'from nothing':>14}")
    for why in sorted(every | scratch, key=lambda w: (-every[w], w)):
        print(f"{why:<30}{every[why]:>6}{scratch[why]:>14}")
    return int(any(o.differences for o in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
