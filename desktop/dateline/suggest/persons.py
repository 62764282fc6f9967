"""Persons: a run of capitals behind a title, with a known first name, or that says something."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dateline.suggest.analysis import Analysis, Found, analysis_of
from dateline.suggest.lexicon import COUNTRY, Lexicon, lexicon
from dateline.suggest.words import PLACE_CASES, Word, word_at

PARTICLES = frozenset(
    "bin bint ibn ben el al es er ed en eş ez de da di van von der den du la le abu ebu dos del bar ter".split()
)
_LONGEST = 6
SAYING = frozenset(
    "said says told added warned called wrote argued insisted declared tweeted announced denied accused".split()
)


def run_end(words: Sequence[Word], i: int, lex: Lexicon, blocked: dict[int, int]) -> int:
    """Where the run of capitals (a person's name, with its particles) that begins at word `i` ends."""
    end = i
    while end < len(words) and end - i < _LONGEST + 2:
        word = words[end]
        if (end > i and word.first) or (
            end in blocked and end > i and not (words[end - 1].text == "-" and words[end - 2].low in PARTICLES)
        ):
            break
        if word.capital:
            end += 1
            if word.suffix:
                break
            if _hyphenated(words, end) and end + 1 not in blocked:
                end += 2 if words[end + 1].text[0].islower() else 1
                if words[end - 1].suffix:
                    break
            continue
        following = words[end + 1] if end + 1 < len(words) else None
        if (
            word.text == "."
            and len(words[end - 1].text) == 1
            and following is not None
            and following.capital
            and end > i
        ):
            end += 1
            continue
        if word.low in PARTICLES and following is not None:
            if following.text == "-" and end + 2 < len(words) and words[end + 2].text[0].isupper():
                end += 2
                continue
            turkish_and = lex.language == "tr" and word.low in ("de", "da") and end - i > 1
            if end > i and not turkish_and and (following.capital or following.low in PARTICLES):
                end += 1
                continue
        break
    while end > i and not words[end - 1].letters:
        end -= 1
    short = end - i > 1 and len(words[end - 1].text) == 1 and words[end - 1].text.isupper()
    if short and end < len(words) and words[end].text == "." and words[end].start == words[end - 1].end:
        end += 1  # "Mert K."
    return end


def _hyphenated(words: Sequence[Word], i: int) -> bool:
    """Whether a hyphen at word `i` joins the words on both sides of it: `Rasulov-Aliyev`, `Yong-hyun`."""
    if i + 1 >= len(words) or words[i].text != "-":
        return False
    return words[i - 1].end == words[i].start and words[i].end == words[i + 1].start and words[i + 1].text[0].isalpha()


def _known_starts(analysis: Analysis, words: Sequence[Word]) -> dict[int, int]:
    """Words that another name begins at, with where it ends: a person's name does not run over them."""
    known: dict[int, int] = {}
    for f in analysis.mentions:
        if f.label != "PERSON" and (f.priority >= 50 or f.label in ("TITLE", "NORP")):
            start, end = word_at(words, f.start), word_at(words, f.end)
            for k in range(start, end):
                known[k] = max(known.get(k, 0), end)
    return known


def _propose(
    analysis: Analysis, words: Sequence[Word], i: int, end: int, reason: str, params: dict[str, str], priority: int
) -> None:
    analysis.mentions.append(
        Found(
            words[i].start, words[end - 1].end, "PERSON", "rule", f"suggest.person.{reason}", params, priority=priority
        )
    )


def _surname_like(word: Word, lex: Lexicon) -> bool:
    return (
        word.capital and word.folded not in lex.heads and not (len(word.text) > 1 and word.upper and len(word.text) < 6)
    )


@Language.component("dateline_persons")
def persons(doc: Doc) -> Doc:
    """Proposes the names of people."""
    analysis = analysis_of(doc)
    lex = lexicon(analysis.language)
    words = analysis.words
    known = _known_starts(analysis, words)
    titles = {word_at(words, f.end): f for f in analysis.mentions if f.label == "TITLE"}
    posts = {
        k
        for f in analysis.mentions
        if f.label == "TITLE"
        for k in range(word_at(words, f.start), word_at(words, f.end))
    }
    i = run = 0
    while i < len(words):
        word = words[i]
        if not (i and words[i - 1].capital):
            run = i
        starts_name = word.capital or (
            word.low in ("el", "al")
            and i + 2 < len(words)
            and words[i + 1].text == "-"
            and words[i + 2].text[0].isupper()
            and not word.heading
            and i in titles
        )
        if not starts_name or i in posts:
            i += 1
            continue
        title = titles.get(i)
        given = word.folded in lex.first_names
        if i in known and not (given and known[i] == i + 1) and not title:
            i = max(i + 1, i + 1)
            continue
        blocked = dict(known)
        end = run_end(words, i, lex, blocked)
        if title is not None and title.priority >= 60 and not words[word_at(words, title.end) - 1].suffix:
            single_known = i in known and not given and (end - i == 1)
            # a surname that is a place too ("Başkanı Ali Van") belongs to the name; a country does not
            if given or i not in known:
                end = _through(words, i, end, known, lex)
            if not single_known and end > i and not _opens_institution(words, i, end, lex):
                _propose(analysis, words, i, end, "title", {"title": title.params.get("title", "")}, 75)
                i = end
                continue
        before = words[i - 1] if i else None
        length = end - i
        if given and title is None and not word.first:
            end = _through(words, i, end, known, lex)
            length = end - i
        if given and length >= 2 and not _opens_institution(words, i, end, lex):
            _propose(analysis, words, i, end, "first_name", {"name": word.text}, 66)
            i = end
            continue
        if word.first and word.low in lex.openers:
            i += 1
            continue
        after = words[end] if end < len(words) else None
        if 2 <= length <= 4 and i not in known and all(_surname_like(w, lex) for w in words[i:end] if w.capital):
            plain = not any(w.low in lex.common or w.low in lex.openers for w in words[i:end])
            if before is not None and before.folded in lex.person_nouns:
                _propose(analysis, words, i, end, "role", {"role": before.text}, 64)
            elif (
                lex.language == "en"
                and after is not None
                and (after.low in SAYING or (after.text == "," and _age(words, end)))
            ):
                _propose(analysis, words, i, end, "says", {"verb": after.text}, 62)
            elif after is not None and after.text == "(" and _age(words, end):
                _propose(analysis, words, i, end, "age", {}, 70)
            elif any(w.low in PARTICLES for w in words[i + 1 : end]) and plain:
                _propose(analysis, words, i, end, "particle", {}, 60)
            elif words[end - 1].suffix in PLACE_CASES or words[end - 1].suffix[:2] in ("lı", "li", "lu", "lü"):
                pass
            elif plain and not (word.first and word.low in lex.common) and (run == i or words[run].first):
                _propose(analysis, words, i, end, "run", {}, 44)
            else:
                end = i + 1
        else:
            end = i + 1
        i = max(end, i + 1)
    return doc


def _age(words: Sequence[Word], i: int) -> bool:
    """An age behind a name: `(34)`, `, 34,`."""
    return (
        i + 2 < len(words)
        and words[i + 1].text.isdigit()
        and 0 < int(words[i + 1].text[:4]) < 110
        and words[i + 2].text in ("),", ")", ",")
    )


def _through(words: Sequence[Word], i: int, end: int, known: dict[int, int], lex: Lexicon) -> int:
    """Lets a one-word name take the known word behind it as its surname, where nothing else can be one."""
    if (
        end - i == 1
        and not words[i].suffix
        and end < len(words)
        and words[end].capital
        and known.get(end, 0) == end + 1
    ):
        if words[end].upper or words[end].first or _is_country(words[end], lex):
            return end
        return end + 1
    return end


def _is_country(word: Word, lex: Lexicon) -> bool:
    return any(e.kind == COUNTRY or e.label == "NORP" for e in lex.at(word.folded) if len(e.words) == 1)


def _opens_institution(words: Sequence[Word], i: int, end: int, lex: Lexicon) -> bool:
    """Whether the run is the beginning of an institution's name (`Abdullah Gül Üniversitesi`)."""
    return any(w.folded in lex.heads for w in words[i + 1 : end]) and words[end - 1].folded in lex.heads
