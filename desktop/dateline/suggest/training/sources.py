"""Annotated texts to learn names from: articles in the gold form, sentences in CoNLL columns with labels like ours."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dateline.core.tokens import APOSTROPHES
from dateline.core.turkish import fold
from dateline.suggest.lexicon import lexicon

Span = tuple[int, int, str]
"""Start and end in code points, label."""


@dataclass(frozen=True)
class Text:
    """A text with its mentions. `optional`: those that count neither way when a result is judged."""

    text: str
    language: str
    published: date | None = None
    spans: tuple[Span, ...] = ()
    optional: tuple[Span, ...] = ()
    own: bool = False
    """Whether it is an article annotated after our guidelines, not a sentence from elsewhere."""
    id: str = field(default="", compare=False)


def articles(folder: Path, language: str) -> list[Text]:
    """The articles of one language in a folder of gold-form files, in the order of their names."""
    found = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold.get("language") != language or "entities" not in gold:
            continue
        rows = [((e["start"], e["end"], e["label"]), bool(e.get("optional"))) for e in gold["entities"]]
        found.append(
            Text(
                gold["text"],
                language,
                date.fromisoformat(gold["published"]) if gold.get("published") else None,
                tuple(span for span, optional in rows if not optional),
                tuple(span for span, optional in rows if optional),
                own=True,
                id=path.stem,
            )
        )
    return found


_WIKI = {label: label for label in ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "TITLE", "LAW", "EVENT", "PRODUCT")}
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%…")
_NO_SPACE_BEHIND = frozenset("([{")


def wiki(path: Path, language: str = "tr") -> list[Text]:
    """Sentences of `turkish-wiki-ner`; its numbers, works of art and languages are no mentions for us."""
    return [_joined(rows, language) for rows in _columns(path, "\t", 0, 1, _WIKI)]


def sentences(path: Path, language: str = "en") -> list[Text]:
    """Sentences of wikigold or UNER. Their LOC is divided by our lists and head words; what MISC is stays unknown:
    only nationalities are kept of it, and a sentence with another one is left out."""
    tabbed = path.suffix == ".iob2"
    lex = lexicon(language)
    out = []
    for rows in _columns(path, "\t" if tabbed else " ", 1 if tabbed else 0, 2 if tabbed else 1, None):
        text = _joined(rows, language)
        spans: list[Span] = []
        for start, end, label in text.spans:
            words = fold(text.text[start:end]).split()
            if label == "PER":
                spans.append((start, end, "PERSON"))
            elif label == "LOC":
                head = lex.heads.get(words[-1], lex.heads.get(words[0], ""))
                listed = {e.label for e in lex.at(words[0]) if list(e.words) == words}
                kind = "LOC" if "LOC" in listed and "GPE" not in listed else head if head in ("LOC", "FAC") else "GPE"
                spans.append((start, end, kind))
            elif label == "ORG":
                spans.append((start, end, "ORG"))
            elif label == "MISC" and any(e.label == "NORP" and list(e.words) == words for e in lex.at(words[0])):
                spans.append((start, end, "NORP"))
            else:
                break
        else:
            out.append(Text(text.text, language, None, tuple(spans)))
    return out


def _columns(
    path: Path, mark: str, word: int, tag: int, labels: dict[str, str] | None
) -> Iterator[list[tuple[str, str]]]:
    """Sentences as (word, tag) with tags in BIO."""
    rows: list[tuple[str, str]] = []
    last = "O"
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# "):
            continue
        parts = line.split(mark)
        if len(parts) <= max(word, tag):
            if rows:
                yield rows
            rows, last = [], "O"
            continue
        found = parts[tag].strip()
        place, _, label = found.partition("-")
        known = labels.get(label, "") if labels is not None else label
        if place == "I" and last.partition("-")[2] != label:
            place = "B"
        rows.append((parts[word].strip(), f"{place}-{known}" if known else "O"))
        last = found


def _joined(rows: Iterable[tuple[str, str]], language: str) -> Text:
    """A sentence as running text. A Turkish suffix behind the last apostrophe is no part of a mention."""
    text = ""
    spans: list[list[object]] = []
    glued = True
    for word, tag in rows:
        if not glued and word[:1] not in _NO_SPACE_BEFORE:
            text += " "
        glued = word in _NO_SPACE_BEHIND
        start, end = len(text), len(text) + len(word)
        text += word
        cut = max((word.rfind(mark) for mark in APOSTROPHES), default=-1)
        if cut > 0 and word[cut + 1 :].islower():
            end = start + cut
        if tag[0] == "B":
            spans.append([start, end, tag[2:]])
        elif tag[0] == "I" and spans:
            spans[-1][1] = end
    return Text(text, language, None, tuple((int(str(a)), int(str(b)), str(label)) for a, b, label in spans))
