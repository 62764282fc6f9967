"""How far suggestions are from what annotators marked: the measures of the project, over the JSON form of articles.

The definitions are those that the annotated articles are published with: a mention counts by its exact span and label,
optional ones neither way; a trigger by overlap and type; an argument by its role and an overlapping or equally worded
mention on a matched event; work left is the number of corrections divided by what annotating from nothing takes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Form = Mapping[str, Any]
"""An article, mention, event or quote in its JSON form (see `core.goldform`)."""

_SAME_QUOTE = 0.9
"""The share of the longer stretch that two quotes must have in common to be one."""


@dataclass(slots=True)
class Tally:
    """Right, spurious and missed ones of a kind."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def add(self, right: int = 0, spurious: int = 0, missed: int = 0) -> None:
        self.right += right
        self.spurious += spurious
        self.missed += missed

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Share:
    """How many of how many."""

    right: int = 0
    asked: int = 0

    def add(self, right: bool) -> None:
        self.right += right
        self.asked += 1

    @property
    def value(self) -> float | None:
        """None where nothing was asked."""
        return self.right / self.asked if self.asked else None


@dataclass(slots=True)
class Measures:
    """Everything that is measured, over any number of articles."""

    articles: int = 0
    entities: Tally = field(default_factory=Tally)
    events: Tally = field(default_factory=Tally)
    arguments: Tally = field(default_factory=Tally)
    quotes: Tally = field(default_factory=Tally)
    labels: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    types: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    roles: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    date_values: Share = field(default_factory=Share)
    modality: Share = field(default_factory=Share)
    when: Share = field(default_factory=Share)
    speakers: Share = field(default_factory=Share)
    corrections: int = 0
    from_nothing: int = 0

    @property
    def work_left(self) -> float | None:
        """Corrections for each step of annotating from nothing; None where there is nothing to annotate."""
        return self.corrections / self.from_nothing if self.from_nothing else None

    def add(self, gold: Form, suggested: Form) -> None:
        """Judges one article. Both forms are about the same text."""
        self.articles += 1
        self._mentions(gold["entities"], suggested["entities"])
        self._events(gold, suggested)
        self._quotes(gold, suggested)

    def _mentions(self, gold: Sequence[Form], suggested: Sequence[Form]) -> None:
        optional = [e for e in gold if e.get("optional")]
        required = {_key(e): e for e in gold if not e.get("optional")}
        given = {_key(e): e for e in suggested}
        spurious = {k for k, e in given.items() if k not in required and not any(_overlap(e, o) for o in optional)}
        for key in required:
            self._mention(key[2], right=key in given, missed=key not in given)
        for key in spurious:
            self._mention(key[2], spurious=1)
        for key, mention in required.items():
            if key[2] == "DATE" and mention.get("value") and key in given:
                self.date_values.add(given[key].get("value") == mention["value"])
        self._mention_work(required, given, spurious, sum(not e.get("optional") for e in gold))

    def _mention(self, label: str, right: int = 0, spurious: int = 0, missed: int = 0) -> None:
        self.labels[label].add(right, spurious, missed)
        self.entities.add(right, spurious, missed)

    def _mention_work(
        self,
        required: Mapping[tuple[int, int, str], Form],
        given: Mapping[tuple[int, int, str], Form],
        spurious: set[tuple[int, int, str]],
        count: int,
    ) -> None:
        """A wrong label or border is one correction, a missing mention two, one too many one."""
        self.from_nothing += 2 * count
        used: set[tuple[int, int, str]] = set()
        for key, mention in required.items():
            if key in given:
                used.add(key)
                continue
            near = [q for q in given if q not in used and q not in required and _overlap(mention, given[q])]
            mended = [q for q in near if q[:2] == key[:2]] or [q for q in near if q[2] == key[2]]
            used.update(mended[:1])
            self.corrections += 1 if mended else 2
        self.corrections += len(spurious - used)

    def _events(self, gold: Form, suggested: Form) -> None:
        golden = {e["id"]: e for e in gold["entities"]}
        given = {e["id"]: e for e in suggested["entities"]}
        pairs, missed, extra = match_events(gold["events"], suggested.get("events", ()))
        for wanted, got in pairs:
            if not wanted.get("optional"):
                self._pair(wanted, got, _arguments(wanted, golden), _arguments(got, given), gold["text"])
        for wanted in missed:
            if wanted.get("optional"):
                continue
            parts = _arguments(wanted, golden)
            self._event(wanted["type"], missed=1)
            for role, _ in parts:
                self._argument(role, missed=1)
            cost = 2 + len(parts) + (_modality(wanted) != "asserted")
            self.from_nothing += cost
            self.corrections += cost
        for got in extra:
            self._event(got["type"], spurious=1)
            self.corrections += 1
            for role, _ in _arguments(got, given):
                self._argument(role, spurious=1)

    def _pair(
        self, wanted: Form, got: Form, parts: list[tuple[str, Form]], offered: list[tuple[str, Form]], text: str
    ) -> None:
        self.from_nothing += 2 + len(parts) + (_modality(wanted) != "asserted")
        if wanted["type"] == got["type"]:
            self._event(wanted["type"], right=1)
            self.modality.add(_modality(wanted) == _modality(got))
            if wanted.get("when"):
                self.when.add(got.get("when") == wanted["when"])
        else:
            self._event(wanted["type"], missed=1)
            self._event(got["type"], spurious=1)
            self.corrections += 1
        open_ones = list(offered)
        for role, mention in parts:
            found = next((o for o in open_ones if o[0] == role and _same(mention, o[1], text)), None)
            if found is None:
                self._argument(role, missed=1)
                self.corrections += 1
            else:
                open_ones.remove(found)
                self._argument(role, right=1)
        for role, _ in open_ones:
            self._argument(role, spurious=1)
        self.corrections += len(open_ones) + (_modality(wanted) != _modality(got))

    def _event(self, kind: str, right: int = 0, spurious: int = 0, missed: int = 0) -> None:
        self.types[kind].add(right, spurious, missed)
        self.events.add(right, spurious, missed)

    def _argument(self, role: str, right: int = 0, spurious: int = 0, missed: int = 0) -> None:
        self.roles[role].add(right, spurious, missed)
        self.arguments.add(right, spurious, missed)

    def _quotes(self, gold: Form, suggested: Form) -> None:
        golden = {e["id"]: e for e in gold["entities"]}
        given = {e["id"]: e for e in suggested["entities"]}
        wanted, got = gold.get("quotes", ()), suggested.get("quotes", ())
        hits = 0
        for quote in wanted:
            match = next((q for q in got if _same_quote(quote, q)), None)
            if match is None:
                continue
            hits += 1
            if quote.get("speaker"):
                speaker = given.get(match.get("speaker"))
                self.speakers.add(speaker is not None and _same(golden[quote["speaker"]], speaker, gold["text"]))
        self.quotes.add(hits, max(len(got) - hits, 0), len(wanted) - hits)


def match_events(gold: Sequence[Form], given: Sequence[Form]) -> tuple[list[tuple[Form, Form]], list[Form], list[Form]]:
    """Pairs of events whose triggers overlap, those of one type first, and what stays alone on either side."""
    pairs: list[tuple[Form, Form]] = []
    left, right = list(range(len(gold))), list(range(len(given)))
    for same_type in (True, False):
        for i in list(left):
            for j in right:
                if (gold[i]["type"] == given[j]["type"]) is same_type and _overlap(
                    gold[i]["trigger"], given[j]["trigger"]
                ):
                    pairs.append((gold[i], given[j]))
                    left.remove(i)
                    right.remove(j)
                    break
    return pairs, [gold[i] for i in left], [given[j] for j in right]


def _key(mention: Form) -> tuple[int, int, str]:
    return mention["start"], mention["end"], mention["label"]


def _overlap(a: Form, b: Form) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def _same(a: Form, b: Form, text: str) -> bool:
    return _overlap(a, b) or text[a["start"] : a["end"]] == text[b["start"] : b["end"]]


def _same_quote(a: Form, b: Form) -> bool:
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return _overlap(a, b) and shared >= _SAME_QUOTE * max(a["end"] - a["start"], b["end"] - b["start"])


def _modality(event: Form) -> str:
    return str(event.get("modality", "asserted"))


def _arguments(event: Form, entities: Mapping[str, Form]) -> list[tuple[str, Form]]:
    found = event.get("arguments", ())
    return [(a["role"], entities[a["entity"]]) for a in found if a["entity"] in entities]
