"""What the system says about a failure is said in the person's language."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from dateline.core.errors import Cause, ExportError


def _failure(language: str, error: OSError) -> str:
    return ExportError("export.not_written", path="a.xlsx", what=Cause(error)).sentence(language)


def test_the_usual_failures_are_said_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught:
        (tmp_path / "none" / "a.xlsx").write_bytes(b"")
    assert "klasör bulunamadı" in _failure("tr", caught.value)
    assert "no such folder" in _failure("en", caught.value)


def test_a_rare_failure_keeps_the_words_of_the_system() -> None:
    assert "Rare thing" in _failure("tr", OSError(errno.EXDEV, "Rare thing"))
