"""What the window and the command line are given to work with: the adapters behind their ports, made when needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.core.ports import Exporter, ProjectStore, Reader, Suggester


@dataclass(frozen=True, slots=True)
class Toolbox:
    """Factories, so that nothing slow is imported before it is used. `suggester` may take seconds: off the window."""

    store: Callable[[], ProjectStore]
    reader: Callable[[], Reader]
    suggester: Callable[[], Suggester]
    exporters: Callable[[], Sequence[Exporter]]
