"""Which mention plays which part in an event: features for the role scorer, and how its answers are put together."""

from __future__ import annotations

from collections.abc import Sequence

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
    "toward under among and both , the a his its their".split()
)


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
        for form in ("relative", "participle", "nominal", "infinitive", "converb", "past", "evidential", "future", "progressive"):
            if form in light:
                return f"n+{form}"
        return "n"
    for form in ("relative", "participle", "nominal", "infinitive", "converb", "future"):
        if form in tags:
            if form == "future" and "poss" in tags:
                return "participle"
            return form
    return "finite"


class Scene:
    """One event and its sentence: computes what every pair of trigger and mention has in common once."""

    def __init__(self, view: View, candidate: Candidate, kind: str, others: Sequence[int]) -> None:
        self.view, self.candidate, self.kind = view, candidate, kind
        self.index = candidate.index
        self.sentence = view.words[self.index].sentence
        self.voice = _voice(candidate, view)
        self.form = _form(candidate, view)
        self.row = [p for p in view.by_sentence.get(self.sentence, ()) if p.found.label not in ("TITLE", "PERCENT", "LAW")]
        self.others = [o for o in others if o != self.index]
        start, stop = view.sentences[self.sentence]
        self.breaks = [self._break(k, start, stop) for k in range(start, stop)]
        self.start = start
        bare = [p for p in self.row if self._bare(p)]
        self.first_bare = bare[0] if bare else None
        before = [p for p in bare if p.last < self.index]
        self.last_bare = before[-1] if before else None
        genitive = [p for p in self.row if p.case == "gen" and p.last < self.index and not p.nested]
        self.last_genitive = genitive[-1] if genitive else None
        self.after = next((p for p in self.row if p.first > self.index and not p.nested and not p.modifier), None)

    @staticmethod
    def _bare(place: Place) -> bool:
        return (
            place.case == "nom"
            and not place.nested
            and place.modifier in ("", "DATE", "TIME", "QUANTITY", "GPE")
            and place.found.label not in ("DATE", "TIME", "MONEY")
        )

    def _break(self, k: int, start: int, stop: int) -> str:
        word = self.view.words[k]
        low = word.low
        if low in ";":
            return "semi"
        if low in ",–—":
            return "comma"
        if low in "“”\"«»":
            return "quote"
        if word.inside:
            return ""
        if self.view.language != "tr":
            return "clause" if low in ("that", "which", "who", "while", "after", "as", "but", "before", "because", "when", "if") else ""
        forms = form_tags(low)
        if forms & _FINITE and "participle" not in forms and "nominal" not in forms:
            return "finite"
        if "converb" in forms:
            return "converb"
        if "relative" in forms or "participle" in forms:
            return "participle"
        return "nominal" if "nominal" in forms else ""

    def features(self, place: Place) -> list[str]:
        """Strings that describe how a mention stands to the trigger."""
        view, i = self.view, self.index
        label, case = place.found.label, place.case
        side = "B" if place.last < i else "A" if place.first > i else "IN"
        low, high = (place.last + 1, i) if side == "B" else (i + 1, place.first)
        between = self.breaks[max(low, self.start) - self.start : max(high, self.start) - self.start] if side != "IN" else []
        finite = sum(b in ("finite", "semi", "clause") for b in between)
        converbs = sum(b == "converb" for b in between)
        participles = sum(b == "participle" for b in between)
        commas = sum(b == "comma" for b in between)
        quotes = sum(b == "quote" for b in between)
        triggers = sum(low <= o < high for o in self.others)
        rivals = sum(1 for p in self.row if p is not place and not p.nested and low <= p.first < high and p.found.label != "DATE" and label != "DATE")
        same = sum(1 for p in self.row if p is not place and low <= p.first < high and p.found.label == label)
        same_case = sum(1 for p in self.row if p is not place and low <= p.first < high and p.case == case and not p.nested)
        nxt = view.low(place.head + 1) if view.same_sentence(place.head + 1, self.sentence) else "<end>"
        if view.words[place.last].suffix and nxt.startswith("("):
            nxt = view.low(place.head + 4)
        post = nxt if nxt in _JOINS or nxt in ".<end>" else nxt[:4]
        prev = view.low(place.first - 1) if view.same_sentence(place.first - 1, self.sentence) else "<start>"
        modifier = place.modifier or "-"
        nest = "nested" if place.nested else "outer"
        kind, voice, form = self.kind, self.voice, self.form
        stem = self.candidate.stem
        key = f"{label}/{case}/{side}"
        out = [
            "bias", f"l={label}", f"l={label}|{kind}", f"c={case}", f"{key}", f"{key}|{kind}", f"{key}|{voice}", f"{key}|{form}",
            f"{key}|{kind}|{voice}", f"{case}/{side}|{kind}", f"{case}/{side}|{voice}|{form}", f"{case}/{side}|{kind}|{form}",
            f"{key}|{nest}", f"nest={nest}|{label}", f"mod={modifier}", f"mod={modifier}|{key}", f"post={post}", f"post={post}|{label}",
            f"post={post}|{kind}", f"post={post}|{case}", f"dist={_bucket(high - low)}/{side}", f"dist={_bucket(high - low)}/{side}|{label}",
            f"fin={min(finite, 2)}/{side}", f"fin={min(finite, 2)}/{side}|{label}", f"fin={min(finite, 2)}/{side}|{case}|{form}",
            f"conv={min(converbs, 2)}/{side}|{case}", f"part={min(participles, 2)}/{side}|{case}", f"comma={min(commas, 3)}/{side}",
            f"trig={min(triggers, 3)}/{side}", f"trig={min(triggers, 3)}/{side}|{case}", f"trig={min(triggers, 2)}/{side}|{label}",
            f"riv={min(rivals, 4)}/{side}", f"riv={min(rivals, 3)}/{side}|{case}", f"same={min(same, 3)}/{side}|{label}",
            f"samec={min(same_case, 2)}/{side}|{case}", f"samec={min(same_case, 2)}/{side}|{case}|{form}",
            f"s={stem}|{case}/{side}", f"s={stem}|{label}", f"s={stem}|{key}", f"group={min(place.group, 2)}|{case}/{side}",
            f"quote={min(quotes, 2)}|{side}|{view.words[i].quoted}", f"voice={voice}|{label}/{side}|{kind}",
        ]  # fmt: skip
        barrier = f"{min(finite, 1)}{min(triggers, 1)}{min(rivals, 1)}"
        out += [f"bar={barrier}/{side}|{case}", f"bar={barrier}/{side}|{label}", f"bar={barrier}/{side}|{case}|{form}"]
        for name, special in (
            ("first", self.first_bare),
            ("lastbare", self.last_bare),
            ("lastgen", self.last_genitive),
            ("after", self.after),
        ):
            if place is special:
                out += [f"is={name}", f"is={name}|{label}", f"is={name}|{form}|{voice}", f"is={name}|{kind}|{voice}"]
                out.append(f"is={name}|{form}|bar={barrier}")
        if view.language != "tr":
            prepositions = [view.low(place.first - k) for k in (1, 2, 3) if view.same_sentence(place.first - k, self.sentence)]
            near = next((p for p in prepositions if p in _PREPOSITIONS and p not in ("the", "a", "his", "its", "their")), "-")
            out += [f"prep={near}/{side}", f"prep={near}/{side}|{label}", f"prep={near}/{side}|{kind}", f"prep={near}/{side}|{voice}"]
            out.append(f"prep={near}|bar={barrier}/{side}")
        else:
            out += [f"prev={prev[:5]}", f"prev={prev[:5]}|{case}"]
            if place.head != place.last:
                out.append(f"head={view.low(place.head)[:5]}|{case}")
        if place.first == self.start or (place.first <= self.start + 4 and self.first_bare is place):
            out += [f"topic|{form}|{min(triggers, 3)}", f"topic|{case}|{min(finite, 2)}"]
        return out
