"""Turkish forms taken apart: does a word belong to a stem, and what do its suffixes say.

A small grammar of archiphonemes, not a dictionary: `A` is a or e, `I` one of ı i u ü, `D` d or t, `K` k or ğ, `C` c or
ç; a letter in brackets appears only where the sound before it asks for it. Sources: the tables of suffixes in any
Turkish grammar (Göksel & Kerslake 2005, chapters 6-8), reduced to what news prose needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

_VOWELS = "aeıioöuüâîû"
_FRONT = "eiöüî"
_ROUNDED = "oöuüû"
_VOICELESS = "fstkçşhp"

_Arc = tuple[str, str, str]
"""A suffix in archiphonemes, the tag it gives ("" for none), the state it leads to."""

_PERSONS: list[_Arc] = [
    (p, tag, "end")
    for p, tag in (("(y)Im", "me"), ("sIn", "you"), ("(y)Iz", "we"), ("sInIz", "you"), ("lAr", ""), ("DIr", ""))
]
_PAST_PERSONS: list[_Arc] = [("m", "me", "end"), ("n", "you", "end"), ("k", "we", "end"), ("nIz", "you", "end")]
_CASES: list[_Arc] = [
    ("(y)I", "acc", "end"),
    ("nI", "acc", "end"),
    ("(y)A", "dat", "end"),
    ("nA", "dat", "end"),
    ("DA", "loc", "ki"),
    ("nDA", "loc", "ki"),
    ("DAn", "abl", "copula"),
    ("nDAn", "abl", "copula"),
    ("(n)In", "gen", "end"),
    ("nIn", "gen", "end"),
    ("(y)lA", "ins", "end"),
    ("CA", "equ", "end"),
]
_POSSESSIVES: list[_Arc] = [("(s)I", "poss", "case"), ("lArI", "poss", "case")]
# Behind the cases, so that `müzakerelerin` is "of the talks" before it is "your talks".
_MINE_AND_YOURS: list[_Arc] = [
    ("(I)mIz", "we", "case"),
    ("(I)nIz", "you", "case"),
    ("(I)m", "me", "case"),
    ("(I)n", "you", "case"),
]
_COPULA: list[_Arc] = [("(y)DI", "", "past"), ("(y)mIş", "", "end"), ("(y)sA", "cond", "past"), *_PERSONS]

_GRAMMAR: dict[str, list[_Arc]] = {
    "end": [],
    "past": [*_PAST_PERSONS, ("lAr", "", "end"), ("(y)DI", "", "end")],
    "copula": _COPULA,
    "ki": [("ki", "ki", "noun"), *_COPULA],
    "case": [*_CASES, *_COPULA],
    "noun": [
        ("lAr", "plural", "plural"),
        *_POSSESSIVES,
        *_CASES,
        *_MINE_AND_YOURS,
        *_COPULA,
        ("lI", "with", "noun2"),
        ("sIz", "without", "noun2"),
        ("lIK", "", "noun2"),
        ("CI", "agent", "noun2"),
    ],
    "noun2": [("lAr", "plural", "plural"), ("lIK", "", "noun3"), *_POSSESSIVES, *_CASES, *_MINE_AND_YOURS, *_COPULA],
    "noun3": [("lAr", "plural", "plural"), *_POSSESSIVES, *_CASES],
    "plural": [*_POSSESSIVES, *_CASES, *_MINE_AND_YOURS, *_COPULA],
    "verb": [
        ("mA", "nominal", "noun"),
        ("mAK", "infinitive", "noun"),
        ("mAktA", "progressive", "copula"),
        *[(s, "passive", "verb") for s in ("Il", "(I)n")],
        *[(s, "causative", "verb") for s in ("DIr", "t", "Ir", "Ar")],
        ("(I)ş", "reciprocal", "verb"),
        ("(y)AmA", "negative", "negated"),
        ("(y)Abil", "able", "verb"),
        ("(y)Iver", "", "verb"),
        ("mA", "negative", "negated"),
        ("Iyor", "progressive", "tense"),
        ("mI", "negative", "negated_now"),
        ("(y)AmI", "negative", "negated_now"),
        ("(A)r", "aorist", "tense"),
        ("(I)r", "aorist", "tense"),
    ],
    "negated_now": [("yor", "progressive", "tense")],
    "tense": [*_COPULA, ("lAr", "", "copula"), ("ken", "while", "end"), ("CAsInA", "", "end")],
    "negated": [("mAK", "infinitive", "noun"), ("mA", "nominal", "noun"), ("z", "aorist", "tense")],
}
_BOTH: list[_Arc] = [
    ("DI", "past", "past"),
    ("mIş", "evidential", "tense"),
    ("(y)AcAK", "future", "futurity"),
    ("mAlI", "necessity", "copula"),
    ("sA", "conditional", "past"),
    ("(y)An", "relative", "noun"),
    ("DIK", "participle", "noun"),
    ("DIkçA", "converb", "end"),
    ("(y)Ip", "converb", "end"),
    ("(y)ArAk", "converb", "end"),
    ("(y)IncA", "converb", "end"),
    ("mAdAn", "without_doing", "end"),
    ("mAksIzIn", "without_doing", "end"),
    ("(y)AlI", "converb", "end"),
    ("(y)Iş", "nominal", "noun"),
    ("sIn", "wish", "past"),
    ("sInlAr", "wish", "end"),
    ("(y)AlIm", "wish", "end"),
    ("(y)ArAK", "converb", "end"),
    ("(y)In", "wish", "end"),
    ("(y)InIz", "wish", "end"),
]
_GRAMMAR["verb"] += _BOTH
_GRAMMAR["negated"] += [*_BOTH, ("Iyor", "progressive", "tense"), ("m", "aorist", "end"), ("(y)Iz", "aorist", "end")]
_GRAMMAR["futurity"] = [*_PERSONS, *_POSSESSIVES, *_COPULA, ("lAr", "plural", "plural"), ("ken", "while", "end")]

# A stem's last vowel falls before -Iyor: iste- → istiyor, suçla- → suçluyor; so does the one of the negative -mA-.
_YOR = re.compile(r"^[ıiuü]yor")
_SOUNDS = {"A": "ae", "I": "ıiuü", "D": "dt", "C": "cç", "K": "kğ"}
"""What the letters of the grammar can sound like."""
_SOFT = {"p": "b", "ç": "c", "t": "d", "k": "ğ"}


def surface_stems(stem: str, verb: bool) -> tuple[str, ...]:
    """The shapes a stem takes before a suffix: itself, and with its last consonant softened (`git-` → `gid-`)."""
    last = stem[-1:]
    if last not in _SOFT or (verb and last != "t"):
        return (stem,)
    return (stem, stem[:-1] + ("g" if stem.endswith("nk") else _SOFT[last]))


def _realise(suffix: str, before: str, loose: bool) -> Iterator[str]:
    """The spellings of a suffix behind `before`; `loose` allows either vowel class, as loan words need."""
    vowel = next((c for c in reversed(before) if c in _VOWELS), "e")
    fronts = (True, False) if loose else (vowel in _FRONT,)
    for front in fronts:
        made, last_rounded = "", vowel in _ROUNDED
        text, i = before, 0
        fits = True
        while i < len(suffix) and fits:
            letter = suffix[i]
            optional = letter == "("
            if optional:
                letter = suffix[i + 1]
                i += 2
            i += 1
            ends_in_vowel = text[-1:] in _VOWELS
            if optional and (letter in "AI") == ends_in_vowel:
                continue
            if not optional and letter in "AI" and ends_in_vowel:
                fits = False
                break
            if letter == "A":
                sound, last_rounded = ("e" if front else "a"), False
            elif letter == "I":
                sound = ("ü" if front else "u") if last_rounded else ("i" if front else "ı")
            elif letter == "D":
                sound = "t" if text[-1:] in _VOICELESS else "d"
            elif letter == "C":
                sound = "ç" if text[-1:] in _VOICELESS else "c"
            else:
                sound = letter
            made += sound
            text += sound
        if fits:
            if made.endswith("K"):
                yield made[:-1] + "k"
                yield made[:-1] + "ğ"
            else:
                yield made


@cache
def _first_letters(suffix: str) -> frozenset[str]:
    """The letters that a suffix can begin with, whatever stands before it."""
    found: set[str] = set()
    i = 0
    while i < len(suffix):
        optional = suffix[i] == "("
        letter = suffix[i + 1] if optional else suffix[i]
        found.update(_SOUNDS.get(letter, letter))
        if not optional:
            break
        i += 3
    return frozenset(found)


@lru_cache(maxsize=40_000)
def _suffixes(rest: str, before: str, state: str, first: bool) -> tuple[str, ...] | None:
    if not rest:
        return ()
    for suffix, tag, then in _GRAMMAR[state]:
        if rest[0] not in _first_letters(suffix):
            continue  # spelling it out could only fail
        for made in _realise(suffix, before, first):
            if made and rest.startswith(made):
                more = _suffixes(rest[len(made) :], before[-3:] + made, then, False)
                if more is not None:
                    return (tag, *more) if tag else more
    return None


def suffix_tags(word: str, stem: str, verb: bool) -> tuple[str, ...] | None:
    """What the suffixes of a lower-case word say, in order, or None where the word is no form of the stem."""
    for surface in surface_stems(stem, verb):
        if word.startswith(surface):
            rest = word[len(surface) :]
            tags = _suffixes(rest, surface[-4:], "verb" if verb else "noun", True)
            if tags is not None and (rest or surface == stem):
                return tags
    if verb and stem[-1:] in "aeıiuü" and word.startswith(stem[:-1]):
        rest = word[len(stem) - 1 :]
        if _YOR.match(rest):
            return _suffixes(rest, stem[:-1][-4:], "verb", True)
    return None


_FORMS: list[tuple[str, re.Pattern[str]]] = [
    (tag, re.compile(pattern))
    for tag, pattern in (
        ("future", r"[ae]c[ae](k|ğ)"),
        ("negative", r"m[ae](d[ıi]|m[ıi]ş|y[ae]|z|m[ae])|m[ıiuü]yor"),
        ("progressive", r"[ıiuü]yor|m[ae]kt[ae]"),
        ("past", r"(d|t)[ıiuü](m|k|lar|ler|n[ıiuü]z)?$"),
        ("evidential", r"m[ıiuü]ş(t[ıiuü]r?|ti|tı|tu|tü|l[ae]r|t[ıiuü]l[ae]r|l[ae]rd[ıi])?$"),
        ("participle", r"[dt][ıiuü](k|ğ)[ıiuü]?"),
        ("conditional", r"[rzşk]s[ae](k|m|l[ae]r|n[ıi]z)?$|[ae]ms[ae]|d[ıiuü]ys[ae]"),
        ("nominal", r"m[ae](s[ıi]|l[ae]r[ıi]|y[ae]|y[ıi]|n[ıi]n)"),
        ("infinitive", r"m[ae](k|ğ)"),
        ("relative", r"[ae]n(l[ae]r)?$"),
        ("converb", r"([ıiuü]p|[ae]r[ae]k|[ıiuü]nc[ae]|[rş]ken|d[ıiuü]kç[ae]|m[ae]d[ae]n)$"),
        ("able", r"[ae]bil"),
        ("passive", r"[ıiuü][ln]([dtaeıiuümiy]|$)"),
        ("necessity", r"m[ae]l[ıi]"),
    )
]


@lru_cache(maxsize=20_000)
def form_tags(word: str) -> frozenset[str]:
    """What the ending of any lower-case word suggests, without knowing its stem: rougher than `suffix_tags`."""
    if len(word) < 4:
        return frozenset({"past"}) if word in ("dedi", "etti", "oldu", "aldı") else frozenset()
    return frozenset(tag for tag, pattern in _FORMS if pattern.search(word, 2))


_SUFFIX_CASES: list[tuple[str, re.Pattern[str]]] = [
    (case, re.compile(pattern))
    for case, pattern in (
        ("gen", r"(l[ae]r)?(n|y)?[ıiuü]n$"),
        ("abl", r"n?[dt][ae]n$"),
        ("loc", r"n?[dt][ae](ki(l[ae]r)?)?(y[dm][ıiuü]ş?)?$"),
        ("ins", r"(y)?l[ae]$"),
        ("with", r"l[ıiuü](l[ae]r)?(y?[ıiuüae]|n[ıiuü]n)?$"),
        ("dat", r"[yn]?[ae]$"),
        ("acc", r"[yns]?[ıiuü]$"),
    )
]


def case_of_suffix(suffix: str) -> str:
    """The case that a suffix behind an apostrophe marks (`nın` → "gen"); "nom" for none, "other" for no case."""
    if not suffix:
        return "nom"
    return next((case for case, pattern in _SUFFIX_CASES if pattern.fullmatch(suffix)), "other")


_POSSESSED_CASES: list[tuple[str, re.Pattern[str]]] = [
    (case, re.compile(pattern + "$"))
    for case, pattern in (
        ("gen", r"([ıiuü]n[ıiuü]n|[ae]r[ıi]n|[ıiuü]m[ıiuü]z[ıiuü]n)"),
        ("abl", r"(n?d[ae]n|t[ae]n)"),
        ("loc", r"(nd[ae]|[lr]d[ae]|t[ae])(ki)?"),
        ("ins", r"(yl[ae]|rl[ae])"),
        ("acc", r"([ıiuü]n[ıiuü]|[ae]r[ıi]|y[ıiuü])"),
        ("dat", r"([ıiuü]n[ae]|l[ae]r[ae]|y[ae])"),
    )
]
_PLAIN_CASES = [*_POSSESSED_CASES[:1], ("gen", re.compile(r"[^ıiuü][ıiuü]n$")), *_POSSESSED_CASES[1:]]


def case_of_word(word: str, plain: bool = False) -> str:
    """The case of a lower-case common word with its suffix inside (`ordusunun` → "gen"), judged by its ending.

    `plain`: the word carries no possessive, so that a bare `-In` is a genitive too (`askerin`).
    """
    cases = _PLAIN_CASES if plain else _POSSESSED_CASES
    found = next((case for case, pattern in cases if len(word) > 4 and pattern.search(word)), "nom")
    if found == "nom" and plain and len(word) > 4:
        if re.search(r"[^ae][dt][ae]n$", word):
            return "abl"
        if re.search(r"[bcdfghjklmnprsştvyzğ][ae]$", word):
            return "dat"
        if re.search(r"[^s][ıiuü]$", word) and not word.endswith(("kişi", "milyonu")):
            return "acc"
    return found
