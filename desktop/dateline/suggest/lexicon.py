"""The word lists that ship with Dateline, read once a language: names, head words, titles, ordinary words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from dateline.core import assets
from dateline.core.tokens import tokenize
from dateline.core.turkish import fold, lower

COUNTRY, CITY, OTHER = "country", "city", ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name. `words`: folded; `kind`: country, city or neither; `exact`: in capitals as written, only."""

    words: tuple[str, ...]
    label: str
    name: str
    kind: str = OTHER
    exact: str = ""


def _lines(*parts: str) -> Iterator[str]:
    for line in assets.path(*parts).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _split(text: str, mark: str = "|") -> list[str]:
    return [part.strip() for part in text.split(mark) if part.strip()]


def split_name(name: str) -> tuple[str, ...]:
    """The folded words of a name, divided as the tokenizer divides them (at blanks, hyphens, apostrophes, commas)."""
    tokens = tokenize(name)
    return tuple(fold(name[a:b]) for a, b in zip(tokens.starts, tokens.ends, strict=True))


def _entry(form: str, label: str, name: str, kind: str = OTHER) -> Entry:
    words = split_name(form)
    exact = form if form.isupper() and len(form) <= 5 and len(words) == 1 else ""
    return Entry(words, label, name, kind, exact)


def _countries(language: str) -> Iterator[Entry]:
    for line in _lines("gazetteers", "countries.tsv"):
        _, tr, en, capital_tr, capital_en, people_tr, people_en = (line + " ; ; ; ; ; ;").split(";")[:7]
        ours, others = (tr, en) if language == "tr" else (en, tr)
        capitals, people = (capital_tr, people_tr) if language == "tr" else (capital_en, people_en)
        names = _split(ours)
        for form in names:
            yield _entry(form, "GPE", names[0], COUNTRY)
        for form in _split(capitals):
            yield _entry(form, "GPE", form, CITY)
        for form in _split(people):
            yield _entry(form, "NORP", form)
        if language == "tr":
            continue
        for form in _split(others)[:1]:
            yield _entry(form, "GPE", names[0], COUNTRY)


def _cities(language: str) -> Iterator[Entry]:
    for line in _lines("gazetteers", "cities.tsv"):
        which, places = line.split(";", 1)
        if which.strip() in (language, "*"):
            for place in _split(places):
                yield _entry(place, "GPE", place, CITY)


def _named(file: str, language: str) -> Iterator[Entry]:
    for line in _lines("gazetteers", file):
        parts = line.split(";", 2)
        label = "ORG" if len(parts) == 2 else parts[0].strip()
        if parts[-2].strip() not in (language, "*"):
            continue
        for name in _split(parts[-1]):
            forms = _split(name, "=")
            for form in forms:
                yield _entry(form, label, forms[0])


@dataclass(frozen=True)
class Lexicon:
    """Everything known about the words of one language. All words are folded but the common ones, the openers
    and first names, which are in lower case: `çin` is a country, `cin` is a word."""

    language: str
    entries: dict[str, list[Entry]]
    first_names: frozenset[str]
    common: frozenset[str]
    openers: frozenset[str]
    ordinary: frozenset[str]
    heads: dict[str, str]
    titles: dict[str, bool]
    fields: frozenset[str]
    places: frozenset[str]
    countries: frozenset[str]
    nouns: dict[str, str]
    not_names: frozenset[str]
    person_nouns: frozenset[str]

    def at(self, word: str) -> list[Entry]:
        return self.entries.get(word, [])


def _people(language: str) -> Iterator[Entry]:
    for line in _lines("gazetteers", "people.tsv"):
        which, people = line.split(";", 1)
        if which.strip() not in (language, "*"):
            continue
        for person in _split(people):
            full, *short = _split(person, "=")
            yield _entry(full, "PERSON", full)
            yield _entry(short[0] if short else full.split()[-1], "PERSON", full)


def _labelled(file: str) -> dict[str, str]:
    heads: dict[str, str] = {}
    for line in _lines("lexicons", file):
        label, words = line.split(";", 1)
        for word in words.split():
            heads.setdefault(fold(word), label.strip())
    return heads


def _first_names(language: str) -> frozenset[str]:
    """In lower case: `Sam` is a name, `Şam` a city. In English text Turkish names lose their dots and hooks."""
    names = _words("gazetteers", "first_names.txt")
    other = lower if language == "tr" else fold
    return frozenset(w.lower() for w in names) | frozenset(other(w) for w in names)


def _words(*parts: str) -> list[str]:
    return [word for line in _lines(*parts) for word in line.split()]


_stand_in: dict[str, Lexicon] = {}


def lexicon(language: str) -> Lexicon:
    """The lexicon of Turkish or English."""
    return _stand_in.get(language) or _read(language)


@contextmanager
def standing_in(lex: Lexicon) -> Iterator[None]:
    """Puts another lexicon in the place of its language's own: training asks what the rules do without some lists."""
    _stand_in[lex.language] = lex
    try:
        yield
    finally:
        del _stand_in[lex.language]


@cache
def _read(language: str) -> Lexicon:
    entries: dict[str, list[Entry]] = {}
    seen: set[tuple[tuple[str, ...], str]] = set()
    sources = (
        _countries(language),
        _named("organisations.tsv", language),
        _named("places.tsv", language),
        _named("things.tsv", language),
        _cities(language),
        _people(language),
    )
    for source in sources:
        for entry in source:
            if entry.words and (entry.words, entry.label) not in seen:
                seen.add((entry.words, entry.label))
                entries.setdefault(entry.words[0], []).append(entry)
    for found in entries.values():
        found.sort(key=lambda e: -len(e.words))
    titles = {
        fold(w.rstrip("*+").rstrip(".").replace("+", " ")): w.endswith("*")
        for w in _words("lexicons", f"titles.{language}.txt")
    }
    places = {" ".join(w) for w, label in seen if label in ("GPE", "LOC")}
    common = frozenset(_words("lexicons", f"common.{language}.txt"))
    openers = frozenset(_words("lexicons", f"openers.{language}.txt"))
    return Lexicon(
        language=language,
        entries=entries,
        first_names=_first_names(language),
        common=common,
        openers=openers,
        ordinary=common | openers,
        heads=_labelled(f"heads.{language}.tsv"),
        titles=titles,
        fields=frozenset(fold(w) for w in _words("lexicons", "title_fields.tr.txt"))
        if language == "tr"
        else frozenset(),
        places=frozenset(places),
        countries=frozenset(e.name for found in entries.values() for e in found if e.kind == COUNTRY),
        nouns=_labelled(f"place_nouns.{language}.tsv"),
        not_names=frozenset(_words("lexicons", "not_names.txt")),
        person_nouns=frozenset(fold(w) for w in _words("lexicons", "person_nouns.txt")),
    )


@cache
def outlets() -> frozenset[str]:
    """The folded names of newspapers, agencies and broadcasters, in whatever language."""
    return frozenset(fold(name) for line in _lines("lexicons", "outlets.txt") for name in _split(line))
