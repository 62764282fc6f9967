"""Where tests find what lies outside the checkout, and what they say where it is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED = CHECKOUT.parent / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "gold" / "seed.json").exists(), reason="needs the annotated articles beside the checkout (../shared)"
)
