"""Stretches between quotation marks, of whatever kind, nested, and left open; nothing here knows what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_SINGLE = "'‘"
_LONGEST = 3_000
"""Code points; a mark that finds no partner within them is left open."""
_DEEPEST = 16
"""Open marks that are looked back at; a line of thousands must not take for ever."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between two marks, without them. `depth`: 1 within another quote; `closed`: a mark ends it."""

    start: int
    end: int
    depth: int
    closed: bool


def _opens(text: str, at: int) -> bool:
    """Whether a mark that can open and close, opens here."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([{—–-:“\"'‘„«/") and bool(after) and not after.isspace()


def _closes(text: str, at: int) -> bool:
    """Whether a single mark is a closing one and no apostrophe."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and (not after or not after.isalnum())


def marked(text: str, start: int = 0) -> list[Marked]:
    """Every stretch between marks from `start` on, in order; a nested one follows the one that holds it."""
    found: list[Marked] = []
    for line in re.finditer(r"[^\n]+", text[start:]):
        found += _line(text, start + line.start(), start + line.end())
    return sorted((m for m in found if text[m.start : m.end].strip()), key=lambda m: (m.start, -m.end))


def _line(text: str, first: int, last: int) -> list[Marked]:
    found: list[Marked] = []
    stack: list[tuple[str, int]] = []
    for at in range(first, last):
        mark = text[at]
        if mark not in _PAIRS and mark not in "”»’":
            continue
        level = _closing_level(text, at, stack)
        if level is not None:
            _, opened = stack[level]
            del stack[level:]
            found.append(_trimmed(text, opened + 1, at, len(stack), True))
        elif mark in _PAIRS and not (mark in "\"'‘" and not _opens(text, at)):
            outer_single = any(m in _SINGLE for m, _ in stack[-_DEEPEST:])
            if mark in _SINGLE and outer_single:
                continue
            stack.append((mark, at))
    for mark, opened in stack[:1]:
        if mark not in _SINGLE and last - opened < _LONGEST:
            found = [m for m in found if m.depth == 0 or m.start > opened]
            found.append(_trimmed(text, opened + 1, last, 0, False))
    return found


def _closing_level(text: str, at: int, stack: list[tuple[str, int]]) -> int | None:
    """Which open mark, counted from the outermost, the mark at a place closes; None where it closes none."""
    mark = text[at]
    for level in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        opener, opened = stack[level]
        if mark in _PAIRS[opener] and at > opened + 1:
            if mark in "'’" and not _closes(text, at):
                return None
            if mark == '"' and _opens(text, at) and not _closes(text, at):
                return None
            return level
    return None


def _trimmed(text: str, start: int, end: int, depth: int, closed: bool) -> Marked:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, min(depth, 1), closed)
