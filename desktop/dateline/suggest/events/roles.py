"""Which mention plays which part in an event: features for the role scorer, and how its answers are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.suggest.events.lexicon import Candidate
from dateline.suggest.events.morphology import form_tags
from dateline.suggest.events.view import Place, View
from dateline.suggest.kept import Kept

NONE = "none"
_FINITE = frozenset({"past", "evidential", "progressive"})
_JOINS = frozenset(
    "ile ve arasında karşı tarafından yönelik için göre ise de da hakkında üzerine dışında birlikte yerine olarak "
    "adlı merkezli kentinde kentindeki ilçesinde başkenti eski and with to by in at on against from for of over "
    "between into near , ( ) - :".split()
)
_PREPOSITIONS = frozenset(
    "in at on by with to against from for of over between into near after before since until during about towards "
    "toward under among and both".split()
)
_CLAUSES = frozenset("that which who while after as but before because when if".split())
_ENDS = frozenset({"finite", "semi", "clause"})
_MARKS = {";": "semi", ",": "comma", "–": "comma", "—": "comma"} | dict.fromkeys('“”"«»', "quote")
_MEDIATION = {
    "tr": ("arabulucu", "aracılı", "sahipliğ", "gözetim", "kolaylaştırıcı", "himaye", "evsahipliğ"),
    "en": ("mediat", "broker", "hosted", "hosting", "facilitat", "auspices"),
}
_NEAR = 3
"""Words within which a word of mediation belongs to a name."""
_RIVAL = {"actor": 0.9, "recipient": 0.8, "location": 0.8}
"""How probable a second player must be, compared with the first; chosen by cross-validation."""
_BYSTANDERS = frozenset({"TITLE", "PERCENT", "LAW"})


def _bucket(n: int) -> str:
    return str(n) if n < 4 else "4-6" if n < 7 else "7-11" if n < 12 else "12+"


def _voice(candidate: Candidate, view: View) -> str:
    tags = set(candidate.tags)
    if view.language != "tr":
        i = candidate.index
        if "ed" in tags and any(view.low(i - k) in ("was", "were", "been", "be", "being", "is", "are") for k in (1, 2)):
            return "passive"
        return "ed" if "ed" in tags else "ing" if "ing" in tags else "base"
    light = form_tags(view.low(candidate.index + 1)) if not candidate.verb else frozenset()
    passive = "passive" in tags or (not candidate.verb and "passive" in light)
    return "passive" if passive else "active"


def _form(candidate: Candidate, view: View) -> str:
    tags = set(candidate.tags)
    if view.language != "tr":
        return candidate.tags[-1] if candidate.tags else "base"
    if not candidate.verb:
        light = form_tags(view.low(candidate.index + 1))
        for form in (
            "relative",
            "participle",
            "nominal",
            "infinitive",
            "converb",
            "past",
            "evidential",
            "future",
            "progressive",
        ):
            if form in light:
                return f"n+{form}"
        return "n"
    for form in ("relative", "participle", "nominal", "infinitive", "converb", "future"):
        if form in tags:
            if form == "future" and "poss" in tags:
                return "participle"
            return form
    return "finite"


@dataclass(slots=True)
class _Gap:
    """What stands between a mention and the trigger; `side`: B before the trigger, A after it, IN around it."""

    side: str
    length: int
    finite: int
    converbs: int
    participles: int
    commas: int
    quotes: int
    triggers: list[str]
    rivals: int
    same_label: int
    same_case: int

    @property
    def barrier(self) -> str:
        return f"{min(self.finite, 1)}{min(len(self.triggers), 1)}{min(self.rivals, 1)}"


class Scene:
    """One event and its sentence: computes what every pair of trigger and mention has in common once."""

    def __init__(self, view: View, candidate: Candidate, kind: str, others: Mapping[int, str]) -> None:
        """`others`: the events of the text, the type by the index of the trigger."""
        self.view, self.candidate, self.kind = view, candidate, kind
        self.index = candidate.index
        self.sentence = view.words[self.index].sentence
        self.voice = _voice(candidate, view)
        self.form = _form(candidate, view)
        self.row = [p for p in view.by_sentence.get(self.sentence, ()) if p.found.label not in _BYSTANDERS]
        self.start, stop = view.sentences[self.sentence]
        self.others = {o: t for o, t in others.items() if o != self.index and self.start <= o < stop}
        self.breaks = [self._break(k) for k in range(self.start, stop)]
        bare = [p for p in self.row if self._bare(p)]
        before = [p for p in bare if p.last < self.index]
        genitive = [p for p in self.row if p.case == "gen" and p.last < self.index and not p.nested]
        after = next((p for p in self.row if p.first > self.index and not p.nested and not p.modifier), None)
        self.special = {
            "first": bare[0] if bare else None,
            "lastbare": before[-1] if before else None,
            "lastgen": genitive[-1] if genitive else None,
            "after": after,
        }
        self.cast = self._cast(before)
        edge = max(
            (self.start + n for n, b in enumerate(self.breaks[: self.index - self.start]) if b in _ENDS), default=-1
        )
        self.clause = edge + 1
        """The word at which the trigger's own clause begins, behind the last finite verb or semicolon."""
        self.own_cast = self._cast([p for p in before if p.first >= self.clause], self.clause)
        following = [o for o in self.others if o > self.index]
        self.next_trigger = self.others[min(following)] if following and min(following) - self.index < 7 else "-"

    def _cast(self, bare: Sequence[Place], start: int = 0) -> str:
        """Which kinds of participants stand before the trigger: a bare one, a genitive, an accusative, a dative."""
        named = [p for p in self.row if p.found.label in ("PERSON", "ORG", "GPE", "NORP")]
        cases = {p.case for p in named if start <= p.first and p.last < self.index}
        people = any(p.found.label == "PERSON" for p in bare)
        return ("P" if people else "b" if bare else "") + "".join(c[0] for c in ("gen", "acc", "dat") if c in cases)

    @staticmethod
    def _bare(place: Place) -> bool:
        return (
            place.case == "nom"
            and not place.nested
            and place.modifier in ("", "DATE", "TIME", "QUANTITY", "GPE")
            and place.found.label not in ("DATE", "TIME", "MONEY")
        )

    def _break(self, k: int) -> str:
        """What kind of border between clauses a word is, "" for none."""
        word = self.view.words[k]
        low = word.low
        if low in _MARKS:
            return _MARKS[low]
        if word.inside:
            return ""
        if self.view.language != "tr":
            return "clause" if low in _CLAUSES else ""
        forms = form_tags(low)
        if forms & _FINITE and "participle" not in forms and "nominal" not in forms:
            return "finite"
        if "converb" in forms:
            return "converb"
        if "relative" in forms or "participle" in forms:
            return "participle"
        return "nominal" if "nominal" in forms else ""

    def _gap(self, place: Place) -> _Gap:
        side = "B" if place.last < self.index else "A" if place.first > self.index else "IN"
        low, high = (place.last + 1, self.index) if side == "B" else (self.index + 1, place.first)
        between = self.breaks[max(low - self.start, 0) : max(high - self.start, 0)] if side != "IN" else []
        rivals = [p for p in self.row if p is not place and low <= p.first < high]
        label = place.found.label
        return _Gap(
            side,
            high - low,
            sum(b in ("finite", "semi", "clause") for b in between),
            between.count("converb"),
            between.count("participle"),
            between.count("comma"),
            between.count("quote"),
            [t for o, t in sorted(self.others.items()) if low <= o < high],
            sum(not p.nested and p.found.label != "DATE" != label for p in rivals),
            sum(p.found.label == label for p in rivals),
            sum(p.case == place.case and not p.nested for p in rivals),
        )

    def _postposition(self, place: Place) -> str:
        view = self.view
        if not view.same_sentence(place.head + 1, self.sentence):
            return "<end>"
        following = view.low(place.head + 1)
        if following == "(":
            following = view.low(place.head + 4)  # `Kurumu (TÜİK) tarafından`
        return following if following in _JOINS or following in ".!?" else following[:4]

    def features(self, place: Place) -> list[str]:
        """Strings that describe how a mention stands to the trigger."""
        return [feature for group in self.read(place, _PLAIN) for feature in group]

    def read(self, place: Place, groups: Groups[Code]) -> list[Code]:
        """The groups of these strings, as `groups` keeps them."""
        gap = self._gap(place)
        view, words = self.view, self.view.words
        label, case, side = place.found.label, place.case, gap.side
        kind, voice, form, stem = self.kind, self.voice, self.form, self.candidate.stem
        finite, triggers, barrier = min(gap.finite, 2), min(len(gap.triggers), 3), gap.barrier
        post = self._postposition(place)
        out = [
            groups.grammar[label, case, side, kind, voice, form, place.nested],
            groups.cast[label, case, side, kind, form, self.cast],
            groups.beside[label, case, side, form, self.next_trigger, place.modifier, min(place.group, 2)],
            groups.post[post, label, case, side, kind, place.group > 0],
            groups.stem[stem, post, label, case, side],
            groups.distance[_bucket(gap.length), min(gap.commas, 3), label, side],
            groups.verbs[finite, min(gap.converbs, 2), min(gap.participles, 2), label, case, side, form],
            groups.triggers[triggers, label, case, side, form],
            groups.rivals[min(gap.rivals, 4), min(gap.same_label, 3), min(gap.same_case, 2), label, case, side, form],
            groups.barrier[barrier, label, case, side, form],
        ]
        if place.phrase:
            out.append(groups.phrase[place.phrase, label, side, kind, self.cast])
        out += [groups.special[n, label, form, voice, kind, barrier] for n, p in self.special.items() if p is place]
        if gap.triggers:
            out.append(groups.over[gap.triggers[-1] if side == "B" else gap.triggers[0], case, side, kind])
        edge = place.first - self.start
        first = place is self.special["first"]
        if edge == 0 or (edge <= 4 and first):
            out.append(groups.topic[triggers, finite, case, form])
        inside = "after" if side != "B" else "own" if place.first >= self.clause else "earlier"
        comma = "," if view.low(place.head + 1) == "," else ""
        out.append(groups.clause[inside, self.own_cast, label, case, form, kind, comma if first else None])
        quoted = words[self.index].quoted
        out.append(groups.said[words[place.first].quoted, quoted, min(gap.quotes, 2), side, case, form, comma])
        if whose := self._mediator(place):
            out.append(groups.mediator[whose, label, case, kind])
        before = place.first - 1
        if view.language == "tr":
            previous = view.low(before)[:5] if view.same_sentence(before, self.sentence) else "<start>"
            head = view.low(place.head)[:5] if place.head != place.last else None
            out.append(groups.turkish[previous, head, case])
        else:
            back = [view.low(k) for k in range(before, before - 3, -1) if view.same_sentence(k, self.sentence)]
            near = next((p for p in back if p in _PREPOSITIONS), "-")
            out.append(groups.english[near, label, side, kind, voice, barrier])
        return out

    def _mediator(self, place: Place) -> str:
        """Whose event a word beside the mention makes it mediate or host, the "own" or an "other" one; "" for none."""
        view, words = self.view, _MEDIATION[self.view.language]
        around = range(place.head + 1, place.head + 1 + _NEAR)
        if view.language != "tr":
            around = range(place.first - _NEAR, place.last + 3)
        near = next((k for k in around if view.same_sentence(k, self.sentence) and view.low(k).startswith(words)), None)
        return "" if near is None else "own" if near == self.index else "other"


Code = TypeVar("Code")
"""What stands for a group of features: the strings themselves, or their places in a scorer."""


class Groups(Generic[Code]):
    """The features that depend on the same few things, made once. `encode`: what is kept of a group."""

    def __init__(self, encode: Callable[[Sequence[str]], Code]) -> None:
        def kept(make: Callable[..., list[str]]) -> Kept[Code]:
            return Kept(lambda *key: encode(make(*key)))

        self.grammar = kept(_grammar)
        self.cast = kept(_cast)
        self.beside = kept(_beside)
        self.post = kept(_post)
        self.stem = kept(_stem)
        self.distance = kept(_distance)
        self.verbs = kept(_verbs)
        self.triggers = kept(_triggers)
        self.rivals = kept(_rivals)
        self.barrier = kept(_barrier)
        self.phrase = kept(_phrase)
        self.special = kept(_special)
        self.over = kept(_over)
        self.topic = kept(_topic)
        self.clause = kept(_clause)
        self.said = kept(_said)
        self.mediator = kept(_mediator)
        self.turkish = kept(_turkish)
        self.english = kept(_english)


def _grammar(label: str, case: str, side: str, kind: str, voice: str, form: str, nested: bool) -> list[str]:
    key, place = f"{label}/{case}/{side}", f"{case}/{side}"
    nest = "nested" if nested else "outer"
    return [
        "bias",
        f"l={label}",
        f"l={label}|{kind}",
        f"c={case}",
        key,
        *(f"{key}|{x}" for x in (kind, voice, form, f"{kind}|{voice}", nest)),
        *(f"{place}|{x}" for x in (kind, f"{voice}|{form}", f"{kind}|{form}")),
        f"nest={nest}|{label}",
        f"voice={voice}|{label}/{side}|{kind}",
    ]


def _cast(label: str, case: str, side: str, kind: str, form: str, before: str) -> list[str]:
    place = f"{case}/{side}"
    out = [f"{place}|{x}cast={before}" for x in ("", f"{form}|", f"{kind}|")]
    return [*out, f"{label}/{place}|cast={before}"]


def _beside(label: str, case: str, side: str, form: str, following: str, modifier: str, group: int) -> list[str]:
    """What follows the mention and the trigger."""
    key, place = f"{label}/{case}/{side}", f"{case}/{side}"
    out = [f"{place}|next={following}", f"{key}|{form}|next={following != '-'}", f"group={group}|{place}"]
    return [*out, f"mod={modifier or '-'}", f"mod={modifier or '-'}|{key}"]


def _post(post: str, label: str, case: str, side: str, kind: str, grouped: bool) -> list[str]:
    out = [f"post={post}{x}" for x in ("", f"|{label}", f"|{kind}", f"|{case}")]
    return out + [f"post={post}|{'row' if grouped else 'one'}|{side}|{x}" for x in ("", kind, case)]


def _stem(stem: str, post: str, label: str, case: str, side: str) -> list[str]:
    return [f"s={stem}|{x}" for x in (f"{case}/{side}", label, f"{label}/{case}/{side}", f"post={post}|{case}")]


def _distance(far: str, commas: int, label: str, side: str) -> list[str]:
    return [f"dist={far}/{side}", f"dist={far}/{side}|{label}", f"comma={commas}/{side}"]


def _verbs(finite: int, converbs: int, participles: int, label: str, case: str, side: str, form: str) -> list[str]:
    out = [f"fin={finite}/{side}{x}" for x in ("", f"|{label}", f"|{case}|{form}")]
    return [*out, f"conv={converbs}/{side}|{case}", f"part={participles}/{side}|{case}"]


def _triggers(count: int, label: str, case: str, side: str, form: str) -> list[str]:
    return [f"trig={count}/{side}{x}" for x in ("", f"|{case}", f"|{label}", f"|{label}|{form}")]


def _rivals(rivals: int, labels: int, cases: int, label: str, case: str, side: str, form: str) -> list[str]:
    """How many others stand between, of the same label, in the same case."""
    out = [f"riv={rivals}/{side}", f"riv={min(rivals, 3)}/{side}|{case}", f"same={labels}/{side}|{label}"]
    return [*out, f"samec={cases}/{side}|{case}", f"samec={cases}/{side}|{case}|{form}"]


def _barrier(barrier: str, label: str, case: str, side: str, form: str) -> list[str]:
    return [f"bar={barrier}/{side}|{x}" for x in (case, label, f"{case}|{form}", f"{label}|{case}")]


def _phrase(phrase: str, label: str, side: str, kind: str, before: str) -> list[str]:
    return [f"np={phrase}/{side}|{x}" for x in (label, kind, f"cast={before}")]


def _special(name: str, label: str, form: str, voice: str, kind: str, barrier: str) -> list[str]:
    out = [f"is={name}|{x}" for x in ("", label, f"{form}|{voice}", f"{kind}|{voice}")]
    return [*out, f"is={name}|{form}|bar={barrier}"]


def _over(near: str, case: str, side: str, kind: str) -> list[str]:
    return [f"over={near}/{side}|{case}", f"over={near}/{side}|{kind}"]


def _topic(triggers: int, finite: int, case: str, form: str) -> list[str]:
    return [f"topic|{form}|{triggers}", f"topic|{case}|{finite}"]


def _clause(inside: str, before: str, label: str, case: str, form: str, kind: str, comma: str | None) -> list[str]:
    """Whether the mention stands in the trigger's own clause, and who else does; `comma`: None but for the first."""
    out = [f"cl={inside}|{before}|{case}", f"cl={inside}|{before}|{case}|{form}"]
    out += [f"cl={inside}|{case}|{kind}", f"cl={inside}|{label}|{case}|{before}"]
    return out if comma is None else [*out, f"cl:first={inside}|{before}|{form}{comma}"]


def _said(mention: bool, trigger: bool, quotes: int, side: str, case: str, form: str, comma: str) -> list[str]:
    out = [f"quote={quotes}|{side}|{trigger}", f"said={mention}/{trigger}|{side}|{case}"]
    return [*out, f"topic={comma}|{case}|{form}|{side}"]


def _mediator(whose: str, label: str, case: str, kind: str) -> list[str]:
    return [f"med={whose}|{case}", f"med={whose}|{kind}", f"med={whose}|{kind}|{label}"]


def _turkish(previous: str, head: str | None, case: str) -> list[str]:
    out = [f"prev={previous}", f"prev={previous}|{case}"]
    return out if head is None else [*out, f"head={head}|{case}"]


def _english(near: str, label: str, side: str, kind: str, voice: str, barrier: str) -> list[str]:
    out = [f"prep={near}/{side}{x}" for x in ("", f"|{label}", f"|{kind}", f"|{voice}")]
    return [*out, f"prep={near}|bar={barrier}/{side}"]


_PLAIN: Groups[Sequence[str]] = Groups(tuple)
"""The strings themselves, for training."""


def cast(row: Sequence[Place], shares: Sequence[Mapping[str, float]], threshold: float) -> list[str]:
    """The part of each mention in one event, `NONE` for none, from what the scorer says of each alone.

    `threshold`: from which probability of having any part a mention has one. A part is played by one mention and
    those coordinated with it: where others are less probable by more than `_RIVAL` they step back.
    """
    parts = []
    for one in shares:
        role = max((r for r in one if r != NONE), key=lambda r: one[r], default=NONE)
        parts.append(role if 1 - one.get(NONE, 0.0) >= threshold else NONE)
    for role, least in _RIVAL.items():
        played = [n for n, part in enumerate(parts) if part == role]
        if len(played) > 1:
            best = max(played, key=lambda n: shares[n][role])
            for n in played:
                if not _together(row[n], row[best]) and shares[n][role] < least * shares[best][role]:
                    parts[n] = NONE
    return parts


def _together(a: Place, b: Place) -> bool:
    """Whether two mentions may play one part: the same phrase, or a row of coordinated names in one case."""
    return a.head == b.head or bool((a.group or b.group) and a.case == b.case)
