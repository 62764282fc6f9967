"""`dateline demo`: the main job on the sample articles, for a machine without a display."""

from __future__ import annotations

import argparse
import os
import sys

from dateline.cli.speech import Voice
from dateline.services.adapters import Adapters


def run(options: argparse.Namespace, adapters: Adapters, voice: Voice) -> None:
    """Writes the sample project, its workbook and a picture of the window into a folder."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    workbook, picture = adapters.demo(options.out, voice.language)
    voice.tell("demo.done", workbook=workbook, picture=picture)
