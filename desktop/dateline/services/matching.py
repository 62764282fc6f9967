"""Words looked for in texts by a process of its own: the window never waits, and a pattern that runs away is ended.

Python's `re` holds the interpreter's lock while it matches and cannot be interrupted, so that a thread would stop the
whole window with it. Which patterns run away cannot be read off them; so what takes too long is ended with its process.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from dateline.core.errors import Cancelled, SearchError
from dateline.core.find import Hit, Query, compiled, find, in_context, unlabelled
from dateline.core.spans import Span

PATIENCE_S = 2.0
"""How long a pattern may take for one article."""
_RENEW_S = 0.25
"""Seconds that lie between two windings of the clock of `faulthandler` at the least: each starts a thread."""
_RAN_AWAY = 1
"""What `faulthandler` ends a process with."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for. `width`: code points of context. `limit`: hits that are told; those beyond are counted."""

    query: Query
    unlabelled: bool = False
    width: int = 0
    limit: int = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is searched. `taken`: start and end of what has a label already."""

    text: str
    title: str = ""
    taken: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. `count`: all hits in text and title, told or not."""

    count: int = 0
    hits: Sequence[Hit] = ()
    in_title: Sequence[Span] = ()


NOTHING = Answer()


class Matcher:
    """Asks the process, and starts it where it does not run. One question at a time; may be called from any thread."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._turn = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._pattern = False
        self._interrupted = False

    def warm_up(self) -> None:
        """Starts the process, so that the first question does not wait for it. Raises `SearchError`."""
        with self._turn:
            self._running()

    def answers(self, question: Question, lots: Iterable[Sequence[Sheet]]) -> Generator[Sequence[Answer], None, None]:
        """The answers for each lot of sheets, in their order; the next lot is read while one is searched.

        Raises `PatternError`; `SearchError` where a pattern took too long for one article, or where the process could
        not be started or was ended from outside; `Cancelled` where `interrupt` ended it.
        """
        if question.query.regex:
            compiled(question.query.words)
        with self._turn:
            self._interrupted = False
            waiting = False
            try:
                self._pattern = question.query.regex
                pipe = self._running()
                if self._interrupted:  # while it was being started
                    raise Cancelled
                pipe.send(question)
                for lot in lots:
                    if waiting:
                        found, waiting = self._received(pipe), False
                        pipe.send(lot)
                        waiting = True
                        yield found
                    else:
                        pipe.send(lot)
                        waiting = True
                if waiting:
                    waiting = False
                    yield self._received(pipe)
            except (EOFError, OSError) as error:
                waiting = False
                raise self._ended(question.query.regex) from error
            finally:
                self._pattern = False
                if waiting:  # whoever asked goes away before the answer came
                    self._drop()

    def interrupt(self) -> None:
        """Ends a pattern that is being matched now; whoever waits for it gets `Cancelled`."""
        if self._pattern:
            self._kill()

    def close(self) -> None:
        """Ends the process and whoever waits for it; a later question starts another one."""
        self._kill()
        with self._turn:
            self._drop()

    def _kill(self) -> None:
        self._interrupted = True  # before the look: the process may be starting just now
        process = self._process
        if process is not None:
            with suppress(ValueError, OSError):  # it has ended meanwhile
                process.kill()

    def _running(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._drop()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._patience_s), name="dateline search", daemon=True)
        try:
            process.start()
        except OSError as error:
            ours.close()
            raise SearchError("search.no_process") from error
        finally:
            theirs.close()
        self._process, self._pipe = process, ours
        return ours

    def _received(self, pipe: Connection) -> Sequence[Answer]:
        answer = pipe.recv()
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, list)
        return answer

    def _ended(self, pattern: bool) -> Exception:
        """Why the process is no longer there."""
        process = self._process
        if process is not None:
            process.join(self._patience_s)
        code = process.exitcode if process is not None else None
        self._drop()
        if self._interrupted:
            return Cancelled()
        if pattern and code == _RAN_AWAY:
            return SearchError("search.ran_away", seconds=round(self._patience_s))
        return SearchError("search.ended")

    def _drop(self) -> None:
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()


@dataclass(slots=True)
class _Watch:
    """Ends this process where one article takes too long. Its thread needs no lock of the interpreter."""

    patience_s: float
    null: int = field(default_factory=lambda: os.open(os.devnull, os.O_WRONLY))
    set_at: float = 0.0

    def renew(self) -> None:
        now = time.monotonic()
        if now - self.set_at > _RENEW_S:
            faulthandler.dump_traceback_later(self.patience_s, exit=True, file=self.null)
            self.set_at = now

    def rest(self) -> None:
        if self.set_at:
            faulthandler.cancel_dump_traceback_later()
            self.set_at = 0.0


def _serve(pipe: Connection, patience_s: float) -> None:
    """The other process: a question, then lots of sheets, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window to answer
    watch = _Watch(patience_s)
    question, room = Question(Query("")), 0
    with suppress(EOFError, OSError):
        while True:
            asked = pipe.recv()
            if isinstance(asked, Question):
                question, room = asked, asked.limit
                continue
            try:
                answers = []
                for sheet in asked:
                    if question.query.regex:
                        watch.renew()
                    answers.append(answer(question, sheet, room))
                    room -= len(answers[-1].hits)
            except Exception as error:  # told where it was asked
                told: object = error
            else:
                told = answers
            watch.rest()
            pipe.send(told)


def answer(question: Question, sheet: Sheet, room: int) -> Answer:
    """What a question finds in one sheet; at most `room` hits are told."""
    hits = find(sheet.text, question.query)
    in_title = find(sheet.title, question.query) if sheet.title else []
    if question.unlabelled:
        hits, in_title = unlabelled(hits, [Span(*place) for place in sheet.taken]), []
    if not hits and not in_title:
        return NOTHING
    told = [in_context(sheet.text, hit, question.width) for hit in hits[: max(room, 0)]]
    return Answer(len(hits) + len(in_title), told, in_title)
