"""How well a few typed letters fit a line of words: the ranking of the command palette."""

from __future__ import annotations

from dateline.core.turkish import fold


def score(typed: str, words: str) -> float | None:
    """Higher is better; None where the letters do not occur in their order. Case, dots and accents aside.

    Letters at the starts of words and letters that follow each other count more, and so do short lines.
    """
    wanted = fold(typed).replace(" ", "")
    if not wanted:
        return 0.0
    line = fold(words)
    whole = line.find(fold(typed).strip())
    if whole >= 0:  # all of it, in one piece: best at the start of a word
        return (6.0 if whole == 0 or line[whole - 1] == " " else 5.0) - len(line) / 1000
    total, place, last = 0.0, 0, -2
    for letter in wanted:
        at = _start_of_word(line, letter, place) if last + 1 >= len(line) or line[last + 1] != letter else last + 1
        if at < 0:
            at = line.find(letter, place)
        if at < 0:
            return None
        total += 3.0 if at == last + 1 else 2.0 if at == 0 or line[at - 1] == " " else 1.0
        last, place = at, at + 1
    return total / len(wanted) - len(line) / 1000


def _start_of_word(line: str, letter: str, place: int) -> int:
    """The next word from `place` on that begins with a letter."""
    if place == 0 and line.startswith(letter):
        return 0
    at = line.find(" " + letter, max(place - 1, 0))
    return at + 1 if at >= 0 else -1
