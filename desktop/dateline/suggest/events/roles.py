"""Which mention plays which part in an event: features for the role scorer, and how its answers are put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.suggest.events.lexicon import Candidate
from dateline.suggest.events.morphology import form_tags
from dateline.suggest.events.view import Place, View

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
        gap = self._gap(place)
        out = self._grammar(place, gap) + self._distance(place, gap) + self._clause(place, gap) + self._mediator(place)
        out += self._turkish(place, gap) if self.view.language == "tr" else self._english(place, gap)
        return out

    def _grammar(self, place: Place, gap: _Gap) -> list[str]:
        label, case, side = place.found.label, place.case, gap.side
        kind, voice, form, stem = self.kind, self.voice, self.form, self.candidate.stem
        key, place_of = f"{label}/{case}/{side}", f"{case}/{side}"
        nest = "nested" if place.nested else "outer"
        modifier = place.modifier or "-"
        post = self._postposition(place)
        out = ["bias", f"l={label}", f"l={label}|{kind}", f"c={case}", key]
        out += [f"{key}|{x}" for x in (kind, voice, form, f"{kind}|{voice}", nest)]
        out += [f"{place_of}|{x}" for x in (kind, f"{voice}|{form}", f"{kind}|{form}", f"cast={self.cast}")]
        out += [
            f"{place_of}|{form}|cast={self.cast}",
            f"{key}|cast={self.cast}",
            f"{place_of}|next={self.next_trigger}",
        ]
        out += [f"{place_of}|{kind}|cast={self.cast}", f"{key}|{form}|next={self.next_trigger != '-'}"]
        out += [f"nest={nest}|{label}", f"mod={modifier}", f"mod={modifier}|{key}"]
        out += [f"post={post}{x}" for x in ("", f"|{label}", f"|{kind}", f"|{case}")]
        grouped = "row" if place.group else "one"
        out += [f"post={post}|{grouped}|{side}|{x}" for x in ("", kind, case)]
        if place.phrase:
            out += [f"np={place.phrase}/{side}|{label}", f"np={place.phrase}/{side}|{kind}"]
            out.append(f"np={place.phrase}/{side}|cast={self.cast}")
        out += [f"s={stem}|{x}" for x in (place_of, label, key)]
        out += [f"group={min(place.group, 2)}|{place_of}", f"voice={voice}|{label}/{side}|{kind}"]
        for name, special in self.special.items():
            if place is special:
                out += [f"is={name}|{x}" for x in ("", label, f"{form}|{voice}", f"{kind}|{voice}")]
                out.append(f"is={name}|{form}|bar={gap.barrier}")
        return out

    def _distance(self, place: Place, gap: _Gap) -> list[str]:
        label, case, side, form = place.found.label, place.case, gap.side, self.form
        far, triggers = _bucket(gap.length), len(gap.triggers)
        out = [f"dist={far}/{side}", f"dist={far}/{side}|{label}", f"comma={min(gap.commas, 3)}/{side}"]
        out += [f"fin={min(gap.finite, 2)}/{side}{x}" for x in ("", f"|{label}", f"|{case}|{form}")]
        out += [f"conv={min(gap.converbs, 2)}/{side}|{case}", f"part={min(gap.participles, 2)}/{side}|{case}"]
        out += [f"trig={min(triggers, 3)}/{side}{x}" for x in ("", f"|{case}", f"|{label}", f"|{label}|{form}")]
        out += [f"riv={min(gap.rivals, 4)}/{side}", f"riv={min(gap.rivals, 3)}/{side}|{case}"]
        out += [f"same={min(gap.same_label, 3)}/{side}|{label}", f"samec={min(gap.same_case, 2)}/{side}|{case}"]
        out.append(f"samec={min(gap.same_case, 2)}/{side}|{case}|{form}")
        out.append(f"quote={min(gap.quotes, 2)}|{side}|{self.view.words[self.index].quoted}")
        out += [f"bar={gap.barrier}/{side}|{x}" for x in (case, label, f"{case}|{form}", f"{label}|{case}")]
        if gap.triggers:
            near = gap.triggers[-1] if side == "B" else gap.triggers[0]
            out += [f"over={near}/{side}|{case}", f"over={near}/{side}|{self.kind}"]
        edge = place.first - self.start
        if edge == 0 or (edge <= 4 and place is self.special["first"]):
            out += [f"topic|{form}|{min(triggers, 3)}", f"topic|{case}|{min(gap.finite, 2)}"]
        return out

    def _clause(self, place: Place, gap: _Gap) -> list[str]:
        """Whether the mention stands in the trigger's own clause, and who else does."""
        inside = "after" if gap.side != "B" else "own" if place.first >= self.clause else "earlier"
        case, form = place.case, self.form
        said = f"{self.view.words[place.first].quoted}/{self.view.words[self.index].quoted}"
        comma = "," if self.view.low(place.head + 1) == "," else ""
        out = [f"cl={inside}|{self.own_cast}|{case}", f"cl={inside}|{self.own_cast}|{case}|{form}"]
        out += [f"cl={inside}|{case}|{self.kind}", f"cl={inside}|{place.found.label}|{case}|{self.own_cast}"]
        out += [f"said={said}|{gap.side}|{case}", f"topic={comma}|{case}|{form}|{gap.side}"]
        if place is self.special["first"]:
            out.append(f"cl:first={inside}|{self.own_cast}|{form}{comma}")
        out.append(f"s={self.candidate.stem}|post={self._postposition(place)}|{case}")
        return out

    def _mediator(self, place: Place) -> list[str]:
        """Whether a word beside the mention makes it a mediator or host, and of whose event."""
        view, words = self.view, _MEDIATION[self.view.language]
        around = range(place.head + 1, place.head + 1 + _NEAR)
        if view.language != "tr":
            around = range(place.first - _NEAR, place.last + 3)
        near = next((k for k in around if view.same_sentence(k, self.sentence) and view.low(k).startswith(words)), None)
        if near is None:
            return []
        whose = "own" if near == self.index else "other"
        return [f"med={whose}|{place.case}", f"med={whose}|{self.kind}", f"med={whose}|{self.kind}|{place.found.label}"]

    def _turkish(self, place: Place, gap: _Gap) -> list[str]:
        before = place.first - 1
        previous = self.view.low(before)[:5] if self.view.same_sentence(before, self.sentence) else "<start>"
        out = [f"prev={previous}", f"prev={previous}|{place.case}"]
        if place.head != place.last:
            out.append(f"head={self.view.low(place.head)[:5]}|{place.case}")
        return out

    def _english(self, place: Place, gap: _Gap) -> list[str]:
        view, side = self.view, gap.side
        back = [view.low(place.first - k) for k in (1, 2, 3) if view.same_sentence(place.first - k, self.sentence)]
        near = next((p for p in back if p in _PREPOSITIONS), "-")
        out = [f"prep={near}/{side}{x}" for x in ("", f"|{place.found.label}", f"|{self.kind}", f"|{self.voice}")]
        out.append(f"prep={near}|bar={gap.barrier}/{side}")
        return out


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
