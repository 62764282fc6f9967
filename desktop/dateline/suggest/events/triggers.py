"""What speaks for and against a word naming an event: features for the trigger scorer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.suggest.events.lexicon import Candidate
from dateline.suggest.events.morphology import form_tags
from dateline.suggest.events.view import Place, View, participants

NONE = "NONE"


class Story:
    """What the whole article says about events: how often each type and stem is named."""

    def __init__(self, view: View, candidates: Sequence[Candidate]) -> None:
        self.view = view
        self.at = {c.index: c for c in candidates}
        self.types = Counter(t for c in candidates for t in strong_types(c))
        self.rank: dict[int, int] = {}
        seen: Counter[str] = Counter()
        for candidate in candidates:
            if not view.words[candidate.index].heading:
                self.rank[candidate.index] = seen[candidate.stem]
                seen[candidate.stem] += 1


def strong_types(candidate: Candidate) -> set[str]:
    """The types that a candidate nearly always has."""
    return {e.type for e in candidate.entries if e.strong}


def features(story: Story, candidate: Candidate) -> list[str]:
    """Strings that describe a candidate and its surroundings."""
    view, i = story.view, candidate.index
    word = view.words[i]
    stem = candidate.stem
    out = ["bias", f"s={stem}", "verb" if candidate.verb else "noun", f"s={stem}|{candidate.verb}"]
    kinds: dict[str, str] = {}
    for entry in candidate.entries:
        idiom = "idiom" if len(entry.parts) > 1 else "word"
        strength = "strong" if entry.strong else "weak"
        out += [
            f"lex={entry.type}",
            f"lex={entry.type}/{idiom}",
            f"lex={entry.type}/{strength}/{idiom}",
            f"lex/{strength}/{idiom}",
        ]
        kinds[entry.type] = strength
    out.append(f"types={min(len(kinds), 4)}")
    if len(kinds) == 1:
        out.append(f"only={next(iter(kinds))}/{next(iter(kinds.values()))}")
    for kind in kinds:
        others = story.types[kind] - (kind in strong_types(candidate))
        size = 0 if others == 0 else 1 if others == 1 else 2 if others <= 3 else 3
        out.append(f"doc={kind}/{size}")
        out.append(f"doc/{kinds[kind]}/{size}")
    if not kinds or not strong_types(candidate):
        top = story.types.most_common(1)
        if top:
            out.append(f"top={top[0][0]}")
            out.append(f"s={stem}|top={top[0][0]}")
    for tag in candidate.tags:
        out += [f"t={tag}", f"s={stem}|t={tag}"]
    out.append("tags=" + "+".join(candidate.tags[-3:]))
    before = [_short(view, i - k, word.sentence) for k in range(1, 6)]
    after = [_short(view, i + k, word.sentence) for k in range(1, 4)]
    out += [f"p1={before[0]}", f"p2={before[1]}", f"n1={after[0]}", f"n2={after[1]}"]
    out += [f"s={stem}|p1={before[0]}", f"s={stem}|n1={after[0]}", f"p1={before[0]}|n1={after[0]}"]
    for near in dict.fromkeys(b for b in before if b):
        out += [f"bag={near}", f"s={stem}|bag={near}"]
    for near in dict.fromkeys(a for a in after if a):
        out.append(f"abag={near}")
    following = view.low(i + 1) if view.same_sentence(i + 1, word.sentence) else ""
    out += [f"nt={t}" for t in form_tags(following)]
    out.append("last" if not any(after) or following in ".!?" else "inner")
    row = participants(view.by_sentence.get(word.sentence, ()))
    out += _mentions(view, candidate, row, stem)
    rank = story.rank.get(i, 0)
    out.append(f"rank={min(rank, 3)}")
    out.append(f"rank={min(rank, 3)}|{'verb' if candidate.verb else 'noun'}")
    for step in (-2, -1, 1, 2):
        other = story.at.get(i + step)
        if other is not None and view.words[i + step].sentence == word.sentence:
            out.append(f"cand{step}")
            out += [f"cand{step}={t}" for t in sorted(strong_types(other))]
            out.append(f"s={stem}|cand{step}={other.stem}")
    out += [f"flag={f}" for f in ("quoted", "heading") if getattr(word, f)]
    if word.inside:
        out += [f"in={word.inside}", f"s={stem}|in"]
    if word.text[:1].isupper():
        out.append("capital")
    return out


def _short(view: View, index: int, sentence: int) -> str:
    """A neighbour without its suffixes, roughly: its first five letters, or the label of the mention it is in."""
    if not view.same_sentence(index, sentence):
        return ""
    word = view.words[index]
    if word.inside in ("PERSON", "GPE", "ORG", "DATE", "QUANTITY", "MONEY", "PERCENT"):
        return f"<{word.inside}>"
    return word.low[:5]


def _mentions(view: View, candidate: Candidate, row: Sequence[Place], stem: str) -> list[str]:
    i = candidate.index
    out = [f"mentions={min(len(row), 5)}"]
    labels = dict.fromkeys(p.found.label for p in view.by_sentence.get(view.words[i].sentence, ()))
    out += [f"has={label}" for label in labels]
    out += [f"has={label}|lex={e.type}" for label in labels for e in candidate.entries]
    before = [p for p in row if p.last < i]
    after = [p for p in row if p.first > i]
    if before:
        near = before[-1]
        far = min((i - near.last + 1) // 2, 4)
        out += [f"pm={near.found.label}", f"pm={near.case}", f"pm={near.found.label}/{near.case}", f"pmd={far}"]
        out += [f"pm={near.found.label}|lex={e.type}" for e in candidate.entries]
        out.append(f"s={stem}|pm={near.found.label}")
        out.append(f"s={stem}|pmc={near.case}")
    else:
        out.append("pm=none")
    if after and after[0].first - i < 6:
        out += [f"am={after[0].found.label}", f"s={stem}|am={after[0].found.label}"]
    return out
