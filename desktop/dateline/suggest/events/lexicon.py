"""The words that name events, as data: which words of a text may be triggers, of which type and mode."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from dateline.core import assets
from dateline.suggest.events.english import lemmas
from dateline.suggest.events.morphology import suffix_tags, surface_stems
from dateline.suggest.events.view import View
from dateline.suggest.kept import Kept

_REACH = 4
"""Within how many words the parts of an idiom must stand."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of an entry: a stem, and whether it is a verb's."""

    stem: str
    verb: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the lexicon. `trigger`: which part names the event; `strong`: it nearly always does."""

    parts: tuple[Part, ...]
    trigger: int
    type: str
    strong: bool
    mode: str


@dataclass(slots=True)
class Candidate:
    """A word that may name an event, with every entry that says so. `tags`: what its suffixes say."""

    index: int
    stem: str
    verb: bool
    tags: tuple[str, ...]
    entries: list[Entry] = field(default_factory=list)
    needs: list[int] = field(default_factory=list)
    """Indices of the other words of idioms that matched."""


class Lexicon:
    """The entries of one language, found by the stem of their trigger."""

    def __init__(self, rows: list[Entry], language: str) -> None:
        self.language = language
        self.entries = tuple(rows)
        self._by_stem: dict[str, list[Entry]] = {}
        shaped: dict[str, set[Part]] = {}
        for entry in rows:
            part = entry.parts[entry.trigger]
            self._by_stem.setdefault(part.stem, []).append(entry)
            shapes = list(surface_stems(part.stem, part.verb)) if language == "tr" else [part.stem]
            if part.verb and part.stem[-1:] in "aeıiuü":
                shapes.append(part.stem[:-1])
            for shape in shapes:
                shaped.setdefault(shape, set()).add(part)
        # In an order of its own: that of a set differs from one process to the next, and so would the reading chosen.
        self._shapes = {shape: sorted(parts, key=lambda p: (p.stem, p.verb)) for shape, parts in shaped.items()}

        self._known = Kept(self._readings)

    def candidates(self, view: View) -> list[Candidate]:
        """Every word of the view that may be a trigger, in order."""
        found: list[Candidate] = []
        for index, word in enumerate(view.words):
            if len(word.low) < 2 or word.inside in ("PERSON", "GPE", "TITLE", "DATE"):
                continue
            readings = self._known[(word.low,)]
            best: list[Candidate] = []
            for part, tags in readings:
                candidate = Candidate(index, part.stem, part.verb, tags)
                for entry in self._by_stem[part.stem]:
                    if entry.parts[entry.trigger] == part:
                        where = self._others(view, index, entry)
                        if where is not None:
                            candidate.entries.append(entry)
                            candidate.needs += where
                if candidate.entries:
                    best.append(candidate)
            if best:
                longest = max(len(c.stem) for c in best)
                kept = [c for c in best if len(c.stem) >= longest - 1]
                first = next((c for c in kept if c.verb), kept[0]) if any(c.tags for c in kept if c.verb) else kept[0]
                for other in kept:
                    if other is not first:
                        first.entries += other.entries
                        first.needs += other.needs
                found.append(first)
        return found

    def _readings(self, word: str) -> list[tuple[Part, tuple[str, ...]]]:
        if self.language != "tr":
            return [(part, (form,)) for lemma, form in lemmas(word) for part in self._shapes.get(lemma, ())]
        found: list[tuple[Part, tuple[str, ...]]] = []
        for length in range(len(word), 1, -1):
            for part in self._shapes.get(word[:length], ()):
                tags = suffix_tags(word, part.stem, part.verb)
                if tags is not None and all(part != p for p, _ in found):
                    found.append((part, tags))
        return found

    def _others(self, view: View, index: int, entry: Entry) -> list[int] | None:
        """Where the other words of an idiom stand, in order and near; None where one is missing."""
        where: list[int] = []
        if len(entry.parts) == 1:
            return where
        sentence = view.words[index].sentence
        for step in (-1, 1):
            parts = entry.parts[: entry.trigger][::-1] if step < 0 else entry.parts[entry.trigger + 1 :]
            position = index
            for part in parts:
                for ahead in range(1, _REACH + 1):
                    at = position + step * ahead
                    if not view.same_sentence(at, sentence):
                        return None
                    if self._is(view.words[at].low, part):
                        where.append(at)
                        position = at
                        break
                else:
                    return None
        return where

    def _is(self, word: str, part: Part) -> bool:
        if self.language != "tr":
            return word == part.stem or any(lemma == part.stem for lemma, _ in lemmas(word))
        return word == part.stem or (word[:2] == part.stem[:2] and suffix_tags(word, part.stem, part.verb) is not None)


def parse(text: str, language: str) -> Lexicon:
    """A lexicon from its table: words, type, strength, mode; lines that start with `#` are comments."""
    rows: list[Entry] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        words, kind, strength, *mode = line.split("\t")
        names = words.split()
        marked = next((i for i, name in enumerate(names) if "*" in name), len(names) - 1)
        parts = tuple(Part(n.strip("*").removesuffix("-"), n.strip("*").endswith("-")) for n in names)
        if language != "tr":
            parts = tuple(Part(n.strip("*"), False) for n in names)
        rows.append(Entry(parts, marked, kind, strength == "strong", mode[0] if mode else ""))
    return Lexicon(rows, language)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon that ships with Dateline."""
    return parse(assets.path("lexicons", f"events.{language}.tsv").read_text(encoding="utf-8"), language)
