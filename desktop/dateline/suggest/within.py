"""What the article itself teaches: surnames, abbreviations in brackets, names found once that stand elsewhere too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dateline.suggest.analysis import Found, Learned, analysis_of
from dateline.suggest.lexicon import Lexicon, lexicon
from dateline.suggest.merge import settle
from dateline.suggest.persons import PARTICLES
from dateline.suggest.words import PLACE_CASES, Word, stems, word_at

_SPREAD = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "NORP"})


def _key(words: Sequence[Word], f: Found) -> tuple[str, ...]:
    return tuple(w.folded for w in words[word_at(words, f.start) : word_at(words, f.end)])


def _surname(words: Sequence[Word], f: Found) -> tuple[str, ...]:
    """The folded last name of a person named with at least two words, without its particle; () where there is none."""
    run = words[word_at(words, f.start) : word_at(words, f.end)]
    if len(run) < 2:
        return ()
    last = run[-1]
    if len(run) > 2 and run[-2].text == "-" and run[-3].low not in PARTICLES:
        return tuple(w.folded for w in run[-3:])
    return (last.folded,) if len(last.text) > 2 else ()


def abbreviations(words: Sequence[Word], mentions: Sequence[Found]) -> list[Found]:
    """`Uluslararası Atom Enerjisi Ajansı (UAEA)`: the letters in brackets name the organisation before them."""
    found = []
    for f in mentions:
        if f.label not in ("ORG", "LAW", "EVENT", "FAC", "PRODUCT"):
            continue
        i = word_at(words, f.end)
        if i + 2 < len(words) and words[i].text == "(" and words[i + 2].text == ")":
            short = words[i + 1]
            if short.letters and sum(c.isupper() for c in short.text) >= 2 and len(short.text) <= 10:
                found.append(
                    Found(
                        short.start,
                        short.end,
                        f.label,
                        "rule",
                        "suggest.abbreviation",
                        {"name": f.name},
                        name=f.name,
                        priority=73,
                    )
                )
    return found


class _Index:
    """Where each word stands, also by its stem where it carries a Turkish ending."""

    def __init__(self, words: Sequence[Word], turkish: bool) -> None:
        self.words = words
        self.exact: dict[str, list[int]] = defaultdict(list)
        self.stem: dict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(words):
            self.exact[word.folded].append(i)
            if turkish and word.text[0].isupper():
                for stem, _ in stems(word.folded, 4):
                    self.stem[stem].append(i)

    def runs(self, key: tuple[str, ...]) -> list[tuple[int, int]]:
        """Where the words of a name stand, as a capitalised run; only the last may be inflected."""
        places = [*self.exact.get(key[-1], ()), *self.stem.get(key[-1], ())]
        ends = [i for i in places if i + 1 >= len(key)]
        spans = sorted((i + 1 - len(key), i + 1) for i in ends)
        return [(start, end) for start, end in spans if self._fits(start, end, key)]

    def _fits(self, start: int, end: int, key: tuple[str, ...]) -> bool:
        run = self.words[start:end]
        if any(word.suffix or word.folded != part for word, part in zip(run[:-1], key[:-1], strict=True)):
            return False
        return run[0].capital or run[0].heading or run[0].upper or run[0].text[0].isdigit()


@Language.component("dateline_within")
def within(doc: Doc) -> Doc:
    """Names what is found, then finds it everywhere."""
    analysis = analysis_of(doc)
    lex = lexicon(analysis.language)
    words, text, learned = analysis.words, doc.text, analysis.learned
    index = _Index(words, lex.language == "tr")
    analysis.mentions = settle(analysis.mentions, lex)
    for f in analysis.mentions:
        f.name = f.name or text[f.start : f.end]
    new = abbreviations(words, analysis.mentions)
    learned.short.update((text[f.start : f.end], f.name) for f in new)
    short = learned.short
    for f in analysis.mentions:
        f.name = short.get(text[f.start : f.end], f.name)
    sure = [f for f in [*analysis.mentions, *new] if f.label in _SPREAD and f.priority >= 40]
    taught = Learned()
    seen: set[tuple[tuple[str, ...], str]] = set()
    full: dict[tuple[str, ...], Found] = {}
    by_first: dict[str, Found] = {}
    for f in sure:
        if f.label == "PERSON" and f.priority > 44 and (surname := _surname(words, f)):
            full.setdefault(surname, f)
    for f in sure:
        if f.label == "PERSON" and len(_key(words, f)) > 1:
            by_first.setdefault(_key(words, f)[0], f)
    known = {surname: f for surname, (f, _) in learned.people.items()} | full
    forenames = learned.first | by_first
    for f in analysis.mentions:  # a later "Witkoff" is the "Steve Witkoff" of before
        if f.label == "PERSON" and len(_key(words, f)) == 1 and _key(words, f) in known:
            f.name = known[_key(words, f)].name
        elif f.label == "PERSON" and len(_key(words, f)) == 1 and _key(words, f)[0] in forenames:
            f.name = forenames[_key(words, f)[0]].name
    for f in sure:
        key = (_key(words, f), f.label)
        if key in seen or not key[0]:
            continue
        seen.add(key)
        if len(key[0]) == 1 and len(key[0][0]) < 3 and not words[word_at(words, f.start)].upper:
            continue
        low = words[word_at(words, f.start)].low
        ordinary = len(key[0]) == 1 and (low in lex.common or low in lex.openers)
        _spread(index, key[0], f, lex, ordinary, new)
        taught.names[key] = (_nowhere(f), ordinary)
    for surname, f in full.items():
        last = words[word_at(words, f.end) - 1]
        ordinary = len(surname) == 1 and last.low in lex.common
        _spread(index, surname, f, lex, ordinary, new, "suggest.surname")
        taught.people[surname] = (_nowhere(f), ordinary)
    for key, (f, ordinary) in learned.names.items():
        if key not in seen:
            _spread(index, key[0], f, lex, ordinary, new)
    for surname, (f, ordinary) in learned.people.items():
        if surname not in full:
            _spread(index, surname, f, lex, ordinary, new, "suggest.surname")
    learned.names = taught.names | learned.names
    learned.people |= {k: v for k, v in taught.people.items() if k not in learned.people}
    learned.first |= {k: _nowhere(f) for k, f in by_first.items() if k not in learned.first}
    analysis.mentions += new
    return doc


def _nowhere(f: Found) -> Found:
    """A name as later parts of the text know it."""
    return replace(f, start=-1, end=-1)


def _spread(
    index: _Index,
    key: tuple[str, ...],
    f: Found,
    lex: Lexicon,
    ordinary: bool,
    new: list[Found],
    reason: str = "suggest.again",
) -> None:
    words = index.words
    for i, end in index.runs(key):
        word = words[i]
        if word.start == f.start:
            continue
        if (
            ordinary
            and ((word.first and not words[end - 1].suffix) or (word.heading and not words[end - 1].suffix))
            and reason != "suggest.surname"
        ):
            continue
        if reason == "suggest.surname":
            last = words[end - 1]
            following = words[end] if end < len(words) else None
            introduced = following is not None and following.low in (",", "ise", "da", "de")
            if ordinary and (word.heading or (word.first and not last.suffix and not introduced)):
                continue
            if last.suffix in PLACE_CASES and last.folded in lex.places:
                continue
            if _joined_left(words, i, lex):
                i -= 1
                word = words[i]
                if word.start == f.start:
                    continue
                new.append(_repeat(words, i, end, f, "suggest.namesake", 59, f"{word.text} {last.text}"))
                continue
        surname = reason == "suggest.surname"
        new.append(_repeat(words, i, end, f, reason, 58 if surname else min(f.priority, 64) - 1, f.name))


def _repeat(words: Sequence[Word], i: int, end: int, f: Found, reason: str, priority: int, name: str) -> Found:
    return Found(
        words[i].start,
        words[end - 1].end,
        f.label,
        "rule",
        reason,
        {"name": f.name},
        name=name,
        priority=priority,
    )


def _joined_left(words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    """Whether the word before is another first name, so that the surname is a relative's ("Nazmiye Demirel")."""
    before = words[i - 1] if i else None
    if before is None or not before.capital or before.suffix:
        return False
    return before.low in lex.first_names and before.folded not in lex.titles
