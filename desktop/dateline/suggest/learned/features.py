"""What the learned recogniser looks at: a word's form and neighbours, the lists, the rules' findings, the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from dateline.suggest.analysis import Found
from dateline.suggest.gazetteer import matches
from dateline.suggest.kept import Kept
from dateline.suggest.lexicon import Lexicon
from dateline.suggest.persons import PARTICLES
from dateline.suggest.words import PLACE_CASES, Word, stems, word_at

NAMES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "TITLE", "LAW", "EVENT", "PRODUCT")
"""The labels that are learned. Numbers and times have exact grammars."""

OUTSIDE = "O"
TAGS = (OUTSIDE, *(f"{place}-{label}" for label in NAMES for place in "BI"))

_RUNS = re.compile(r"(.)\1+")
_AFTER_RUN = 12


@lru_cache(maxsize=50_000)
def shape(text: str) -> str:
    """The form of a word, runs of one kind shortened: `F-16` → `X`, `Ankara` → `Xx`, `2026` → `d`."""
    kinds = "".join("d" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in text[:12])
    return _RUNS.sub(r"\1", kinds)


def outermost(found: Iterable[Found], words: Sequence[Word]) -> list[tuple[int, int, Found]]:
    """The mentions of learned labels that stand in no other one, as ranges of words."""
    rows = [(word_at(words, f.start), word_at(words, f.end), f) for f in found if f.label in NAMES]
    rows.sort(key=lambda row: (row[0], -row[1]))
    kept: list[tuple[int, int, Found]] = []
    for row in rows:
        if row[0] < row[1] and (not kept or row[0] >= kept[-1][1]):
            kept.append(row)
    return kept


class Article:
    """What all words of one article share. `found`: what the rules propose, settled."""

    def __init__(self, words: Sequence[Word], found: Sequence[Found], lex: Lexicon) -> None:
        self.words = words
        n = len(words)
        self.rule = [OUTSIDE] * n
        self.why = [""] * n
        self.told: dict[str, Counter[str]] = defaultdict(Counter)
        for start, end, f in outermost(found, words):
            for i in range(start, end):
                self.rule[i] = ("B-" if i == start else "I-") + f.label
                self.why[i] = f"{f.reason.removeprefix('suggest.')}:{f.priority // 10}"
            if f.reason not in ("suggest.again", "suggest.surname"):
                for i in range(start, end):
                    self.told[words[i].folded][f.label] += 1
        self.counted = [False] * n
        for f in found:
            if f.label not in NAMES:
                for i in range(word_at(words, f.start), word_at(words, f.end)):
                    self.counted[i] = True
        self.lists: list[set[str]] = [set() for _ in words]
        for i, end, entry in matches(words, lex):
            kind = f"{entry.label}{'c' if entry.kind == 'country' else ''}{min(end - i, 3)}"
            for k in range(i, end):
                self.lists[k].add(("B" if k == i else "I") + kind)
        self.shapes = [shape(word.text) for word in words]
        self.keys = [self._key(word) for word in words]
        self.capitals: Counter[str] = Counter()
        self.small: Counter[str] = Counter()
        for word, key in zip(words, self.keys, strict=True):
            if word.capital and not word.first:
                self.capitals[key] += 1
            elif word.letters and word.text[0].islower():
                self.small[key] += 1
        self.run_end = self._runs()

    @staticmethod
    def _key(word: Word) -> str:
        return word.folded[:6]

    def _runs(self) -> list[int]:
        """For each word the index behind the run of capitals that it is in (its own where it is in none)."""
        ends = [0] * len(self.words)
        for i in range(len(self.words) - 1, -1, -1):
            word = self.words[i]
            if not word.capital:
                ends[i] = i
                continue
            joined = i + 1 < len(self.words) and not word.suffix and not self.words[i + 1].first
            ends[i] = ends[i + 1] if joined and self.words[i + 1].capital else i + 1
        return ends


def _head(word: Word, lex: Lexicon) -> str:
    if word.folded in lex.heads:
        return lex.heads[word.folded]
    if lex.language == "tr":
        return next((lex.heads[stem] + "+" for stem, _ in stems(word.folded) if stem in lex.heads), "")
    return ""


def _noun(word: Word, lex: Lexicon) -> str:
    if word.folded in lex.nouns:
        return lex.nouns[word.folded]
    if lex.language == "tr":
        return next((lex.nouns[stem] for stem, _ in stems(word.folded) if stem in lex.nouns), "")
    return ""


def _own(word: Word, uses: Mapping[str, str], lex: Lexicon) -> list[str]:
    """What a word alone tells; its neighbours see it too."""
    low = word.low
    out = [f"w={low}", f"s={shape(word.text)}"]
    use = uses.get(low)
    if use is None and lex.language == "tr":
        use = next((uses[low[:-k]] for k in range(1, min(6, len(low) - 2)) if low[:-k] in uses), None)
    group, _, case = (use or "?.?").partition(".")
    if group:
        out.append(f"c={group}")
    capital = ("cap1" if word.first else "cap") if word.capital else "small"
    out += (f"n={case}", f"n={case}|{capital}")
    if word.suffix:
        out += ("'", "'place" if word.suffix in PLACE_CASES else f"'{word.suffix[:3]}")
    known = f"{'common' if low in lex.common else ''}{'given' if low in lex.first_names else ''}"
    out += (capital, f"k={known}", f"k={known}|{capital}|{bool(word.suffix)}")
    if low in PARTICLES:
        out.append("particle")
    if word.folded in lex.titles:
        out.append("title")
    if head := _head(word, lex):
        out.append(f"head={head}")
    if not word.capital and (noun := _noun(word, lex)):
        out.append(f"noun={noun}")
    if word.folded in lex.person_nouns:
        out.append("person-noun")
    return out


def _context(before: str, here: str, after: str, first: bool, suffix: bool, heading: bool) -> list[str]:
    """A word's form beside its neighbours' (see `shape`), and where it stands."""
    out = [f"s-1|s={before}|{here}|{first}", f"s|s+1={here}|{after}|{suffix}"]
    if first:
        out.append("first")
    if heading:
        out.append("heading")
    return out


def _ruled(rule: str, why: str, here: str, before: str | None, after: str | None, counted: bool) -> list[str]:
    """What the rules say of a word and its neighbours; None beyond the ends of the article."""
    out = [f"r={rule}", f"r={rule}|{why}", f"r={rule}|{here}"]
    for step, other in ((-1, before), (1, after)):
        if other is not None:
            out += [f"r{step}={other}", f"r|{step}={rule}|{other}"]
    if counted:
        out.append("counted")
    return out


def _listed(lists: frozenset[str], capital: bool, first: bool) -> list[str]:
    return [f for listed in sorted(lists) for f in (f"g={listed}", f"g={listed}|{capital}{first}")]


def _seen(again: bool, small: bool, first: bool, told: str) -> list[str]:
    """What the rest of the article says of a word in capitals."""
    out = [f"{'seen' if again else 'once'}|{'small' if small else ''}|{first}"]
    return [*out, f"told={told}"] if told else out


def _run(length: int, suffix: str) -> list[str]:
    """The run of capitals that a word is in; `suffix`: what its last word carries."""
    out = [f"run={min(length, 4)}"]
    if suffix:
        out.append("run-'" + ("place" if suffix in PLACE_CASES else suffix[:3]))
    return out


Code = TypeVar("Code")
"""What stands for a group of features: the strings themselves, or their places in a chain."""


@dataclass(frozen=True, slots=True)
class _Form(Generic[Code]):
    """What a word of one written form tells of itself, of the words up to two before and behind it, and of a run of
    capitals that it ends or follows."""

    here: Code
    beside: Mapping[int, Code]
    ends_run: Code
    behind_run: Code


class Features(Generic[Code]):
    """Reads the features of words, group by group, each made once. `encode`: what is kept of a group.

    `uses`: word → its class by use and how often it has a capital, `class.share` (see `training.clusters`).
    """

    def __init__(self, lex: Lexicon, uses: Mapping[str, str], encode: Callable[[Sequence[str]], Code]) -> None:
        self.lex = lex
        self._uses = uses
        self._encode = encode
        self._forms: Kept[_Form[Code]] = Kept(self._form)
        self._context = self._kept(_context)
        self._ruled = self._kept(_ruled)
        self._listed = self._kept(_listed)
        self._seen = self._kept(_seen)
        self._run = self._kept(_run)
        self._edge = {step: encode([f"{step}edge"]) for step in _STEPS}

    def _kept(self, make: Callable[..., list[str]]) -> Kept[Code]:
        return Kept(lambda *key: self._encode(make(*key)))

    def _form(self, text: str, low: str, folded: str, suffix: str, capital: bool, first: bool) -> _Form[Code]:
        word = Word(0, len(text), text, low, folded, capital, False, first, False, suffix)
        own = _own(word, self._uses, self.lex)
        here = ["bias", *own, *(f"e{k}={low[-k:]}" for k in (1, 2, 3) if k < len(low))]
        here += (f"e4={low[-4:]}", f"p3={low[:3]}", f"p4={low[:4]}")
        last = [f"run-e3={low[-3:]}", f"run-w={low}"]
        if head := _head(word, self.lex):
            last.append(f"run-head={head}")
        code = self._encode
        return _Form(
            code(here),
            {
                step: code([f"{step}{f}" for f in own] + [f"{step}e3={low[-3:]}"])
                if abs(step) == 1
                else code([f"{step}{f}" for f in own if f[0] != "'"])
                for step in _STEPS
            },
            code(last),
            code([f"run+1{f}" for f in own if f[0] in "wcn'"]),
        )

    def rows(self, article: Article) -> list[list[Code]]:
        """The features of every word."""
        forms = [self._form_of(word) for word in article.words]
        return [self._row(article, forms, i) for i in range(len(forms))]

    def word(self, article: Article, i: int) -> list[Code]:
        """The features of one word."""
        n, end = len(article.words), article.run_end[i]
        near = {k for k in (*range(i - 2, i + 3), end - 1, end) if 0 <= k < n}
        return self._row(article, {k: self._form_of(article.words[k]) for k in near}, i)

    def _form_of(self, word: Word) -> _Form[Code]:
        return self._forms[word.text, word.low, word.folded, word.suffix, word.capital, word.first]

    def _row(self, article: Article, forms: Sequence[_Form[Code]] | Mapping[int, _Form[Code]], i: int) -> list[Code]:
        words, shapes, rules = article.words, article.shapes, article.rule
        n = len(words)
        word = words[i]
        out = [forms[i].here]
        for step in _STEPS:
            k = i + step
            out.append(forms[k].beside[step] if 0 <= k < n else self._edge[step])
        rule, here = rules[i], shapes[i]
        before, after = (shapes[i - 1] if i else ""), (shapes[i + 1] if i + 1 < n else "")
        out.append(self._context[before, here, after, word.first, word.suffix != "", word.heading])
        sides = (rules[i - 1] if i else None), (rules[i + 1] if i + 1 < n else None)
        out.append(self._ruled[rule, article.why[i], here, *sides, article.counted[i]])
        if article.lists[i]:
            out.append(self._listed[frozenset(article.lists[i]), word.capital, word.first])
        if word.capital or word.upper:
            key = article.keys[i]
            again = article.capitals[key] > (word.capital and not word.first)
            told = article.told.get(word.folded) if rule == OUTSIDE else None
            label = told.most_common(1)[0][0] if told else ""
            out.append(self._seen[again, article.small[key] > 0, word.first, label])
        end = article.run_end[i]
        if end > i:
            if end - i > 1:
                out.append(forms[end - 1].ends_run)
            out.append(self._run[min(end - i, 4), words[end - 1].suffix])
            if end < n:
                out.append(forms[end].behind_run)
        return out


_STEPS = (-2, -1, 1, 2)


def featurise(words: Sequence[Word], found: Sequence[Found], lex: Lexicon, uses: Mapping[str, str]) -> list[list[str]]:
    """The features of every word, in full. For the rest see `Article` and `Features`."""
    rows = Features(lex, uses, tuple).rows(Article(words, found, lex))
    return [[feature for group in row for feature in group] for row in rows]
