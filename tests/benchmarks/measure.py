"""Small helpers of the benchmarks: the middle of several runs, the memory of this process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def middle_ms(work: Callable[[], object], runs: int) -> float:
    """The median of several runs, in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def memory_mb(process: int | str = "self") -> float:
    """What a process holds of main memory now, in MB (Linux), else what this one held at most."""
    try:
        with open(f"/proc/{process}/status", encoding="ascii") as status:  # noqa: PTH123 - one line of a pseudo file
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
