"""`dateline demo`: the main job on the sample articles, for a machine without a display."""

from __future__ import annotations

import argparse
import os

from dateline.cli.screen import has_screen
from dateline.cli.speech import Voice
from dateline.services.adapters import Adapters


def run(options: argparse.Namespace, adapters: Adapters, voice: Voice) -> None:
    """Writes the sample project, its workbook and a picture of the window into a folder."""
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # what this platform says it cannot do
    workbook, picture = adapters.demo(options.out, voice.language)
    voice.tell("demo.done", workbook=workbook, picture=picture)
