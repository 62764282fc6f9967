"""Work on many texts by several processes: results in the order of the tasks, few of them in memory at a time.

Processes are started anew ("spawn") on every system, as Windows does it, and each builds its own suggester. Ctrl+C
reaches the first process only; it tells the others, which stop at the next part of their text.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing.synchronize import Event
from typing import TypeVar

from dateline.core.errors import Cancelled, DatelineError
from dateline.core.ports import Progress, Suggester, no_progress

Task = TypeVar("Task")
Answer = TypeVar("Answer")
Work = Callable[[Task, Suggester, Progress], Answer]

_AHEAD = 4
"""Tasks a process that are handed out before their turn to be told."""


def work(
    tasks: Iterable[Task], do: Work[Task, Answer], suggester: Callable[[], Suggester], jobs: int
) -> Iterator[Answer]:
    """What `do` makes of each task, in order. `do` and `suggester` are functions of a module, for `jobs` above 1.

    Raises `DatelineError` where a process was ended from outside.
    """
    if jobs < 2:
        made = suggester()
        for task in tasks:
            yield do(task, made, no_progress)
        return
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    pool = ProcessPoolExecutor(jobs, context, _begin, (suggester, stop))
    waiting: deque[Future[Answer]] = deque()
    try:
        for task in tasks:
            waiting.append(pool.submit(_one, do, task))
            if len(waiting) >= _AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise DatelineError("cli.process_ended") from error
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


_make: Callable[[], Suggester] | None = None
_stop: Event | None = None


def _begin(suggester: Callable[[], Suggester], stop: Event) -> None:
    """Sets up a process."""
    global _make, _stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Made with the first task and once: what fails then reaches the first process as an answer.
    _make, _stop = cache(suggester), stop


def _one(do: Work[Task, Answer], task: Task) -> Answer:
    assert _make is not None
    return do(task, _make(), _heed)


def _heed(done: int, total: int) -> None:
    """Raises `Cancelled` once the first process has given up."""
    if _stop is not None and _stop.is_set():
        raise Cancelled
