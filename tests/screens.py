"""A real X server for tests that need one: Xvfb, started on a display of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def x_server(size: tuple[int, int] = (1280, 800)) -> Iterator[str]:
    """The name of a display (`:99`) that lives as long as the block; skips the test where there is no Xvfb."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("needs Xvfb (Debian: apt-get install xvfb)")
    reading, writing = os.pipe()
    # The server chooses a free number itself and writes it when it is ready.
    options = ["-displayfd", str(writing), "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        [program, *options], pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            pytest.fail("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
