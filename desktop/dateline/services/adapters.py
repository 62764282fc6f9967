"""What the window and the command line are handed: how to get a reader, a suggester, a store, exporters.

Factories, because each of them costs time to import; call one where it is needed and keep what it gives.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.core.codebook import Codebook, bundled
from dateline.core.ports import Exporter, ProjectStore, Reader, Suggester
from dateline.services.evaluating import Layers


@dataclass(frozen=True, slots=True)
class Adapters:
    """The ways to the outer world. `bootstrap` fills them in, tests put stand-ins there."""

    reader: Callable[[], Reader]
    suggester: Callable[[], Suggester]
    store: Callable[[], ProjectStore]
    exporters: Callable[[], Sequence[Exporter]]
    demo: Callable[[Path, str], Sequence[Path]]
    """Runs the main job without anybody looking on: where to, in which language; answers what it wrote."""
    codebook: Callable[[], Codebook] = bundled
    layers: Callable[[], Layers] = tuple
    """Suggesters with the later layers switched off, to see what each adds; none where nobody can tell."""
