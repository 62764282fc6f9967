"""What the learned recogniser looks at: a word's form and neighbours, the lists, the rules' findings, the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from dateline.suggest.analysis import Found
from dateline.suggest.gazetteer import matches
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


class _Article:
    """What all words of one article share."""

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


def featurise(words: Sequence[Word], found: Sequence[Found], lex: Lexicon, uses: Mapping[str, str]) -> list[list[str]]:
    """The features of every word. `found`: what the rules propose, settled; `uses`: word → its class by use and
    how often it has a capital, `class.share` (see `training.clusters`)."""
    article = _Article(words, found, lex)
    own = [_own(word, uses, lex) for word in words]
    return [_features(article, own, i, lex) for i in range(len(words))]


def _features(article: _Article, own: Sequence[list[str]], i: int, lex: Lexicon) -> list[str]:
    words = article.words
    n = len(words)
    word = words[i]
    low = word.low
    out = ["bias", *own[i]]
    for k in (1, 2, 3):
        if k < len(low):
            out.append(f"e{k}={low[-k:]}")
    out += (f"e4={low[-4:]}", f"p3={low[:3]}", f"p4={low[:4]}")
    for step in (-2, -1, 1, 2):
        k = i + step
        if not 0 <= k < n:
            out.append(f"{step}edge")
        elif abs(step) == 1:
            out += [f"{step}{f}" for f in own[k]]
            out.append(f"{step}e3={words[k].low[-3:]}")
        else:
            out += [f"{step}{f}" for f in own[k] if f[0] != "'"]
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < n else None
    here = shape(word.text)
    out.append(f"s-1|s={shape(before.text) if before else ''}|{here}|{bool(word.first)}")
    out.append(f"s|s+1={here}|{shape(after.text) if after else ''}|{bool(word.suffix)}")
    if word.first:
        out.append("first")
    if word.heading:
        out.append("heading")
    rule, why = article.rule[i], article.why[i]
    out += [f"r={rule}", f"r={rule}|{why}", f"r={rule}|{here}"]
    for step in (-1, 1):
        if 0 <= i + step < n:
            out += [f"r{step}={article.rule[i + step]}", f"r|{step}={rule}|{article.rule[i + step]}"]
    if article.counted[i]:
        out.append("counted")
    for listed in sorted(article.lists[i]):
        out += [f"g={listed}", f"g={listed}|{word.capital}{bool(word.first)}"]
    key = article.keys[i]
    if word.capital or word.upper:
        seen = "seen" if article.capitals[key] > (word.capital and not word.first) else "once"
        out.append(f"{seen}|{'small' if article.small[key] else ''}|{word.first}")
        told = article.told.get(word.folded)
        if told and rule == OUTSIDE:
            out.append(f"told={told.most_common(1)[0][0]}")
    end = article.run_end[i]
    if end > i:
        last = words[end - 1]
        beyond = words[end] if end < n else None
        if end - i > 1:
            out += [f"run-e3={last.low[-3:]}", f"run-w={last.low}"]
            if head := _head(last, lex):
                out.append(f"run-head={head}")
        out.append(f"run={min(end - i, 4)}")
        if last.suffix:
            out.append("run-'" + ("place" if last.suffix in PLACE_CASES else last.suffix[:3]))
        if beyond is not None:
            out += [f"run+1{f}" for f in own[end] if f[0] in "wcn'"]
    return out
