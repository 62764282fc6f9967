"""Turkish reports: `…-DIğInI belirtti`, `… belirten X`, `X'ten yapılan açıklamada … bildirildi`, `X'e göre …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.suggest.attribution.report import SPEAKERS, Report, is_medium, sentences, settle
from dateline.suggest.events.morphology import form_tags, suffix_tags
from dateline.suggest.events.view import Place, View

_VERBS = tuple(
    "belirt söyle açıkla bildir kaydet savun duyur aktar vurgula anlat hatırlat ekle yaz yinele doğrula paylaş".split()
)
_LIGHT = {
    "et": ("iddia", "ifade", "ilan", "ima", "teyit", "beyan", "itiraf"),
    "sür": ("öne", "ileri"),
    "getir": ("dile",),
    "bulun": ("iddiasında", "açıklamasında", "iddialarında"),
    "ver": ("bilgisini",),
}
_FINITE = frozenset({"past", "evidential", "progressive", "aorist", "future"})
_NOUNS = ("bilgisini", "iddiasını", "haberini", "iddiasında", "açıklamasında", "yönündeki", "yönünde", "şeklinde")
_TOLD = re.compile(
    r"([dt][ıiuü]ğ[ıiuü]|[dt][ıiuü]kl[ae]r[ıi]|[ae]c[ae]ğ[ıi]|[ae]c[ae]kl[ae]r[ıi]|m[ae]s[ıi]|m[ae]l[ae]r[ıi])(n[ıi]|n[uü])$"
    r"|([dt][ıiuü]ğ[ıiuü]|[ae]c[ae]ğ[ıi])m([ıiuü]z)?[ıiuü]$"
)
"""`-DIğInI`, `-AcAğInI`, `-mAsInI` with their plurals: the content of a verb of saying."""
_TOLD_BARE = re.compile(r"([dt][ıiuü]ğ[ıiuü]|[dt][ıiuü]kl[ae]r[ıi]|[ae]c[ae]ğ[ıi]|[ae]c[ae]kl[ae]r[ıi])$")
"""The same as the subject of a passive, or before `iddiası`, `bilgisi`."""
_FRAME = re.compile(
    r"^(yazılı|açıklama|konuşma|duyuru|bildiri|rapor|haber|demeç|demec|röportaj|mülakat|söyleşi|paylaşım|mesaj|mektu[pb]|"
    r"tebliğ|beyanat|toplantı|basın|program|ifade|yazı|tweet)\w*[dt][ae]$"
)
"""`yaptığı açıklamada`, `raporunda`: what goes before is about the saying, not said."""
_BY_WORDS_OF = re.compile(
    r"^(açıklama|haber|iddia|rapor|ifade|söz|beyan|bilgi|yazı|anlatım|aktarım)\w*[aeıiuü]$"
    r"|^(bildir|aktar|söyle|belirt|yaz|açıkla|duyur|anlat|kaydet)\w*[dt][ıiuü](ğ[ıiuü]|kl[ae]r[ıi])n[ae]$"
)
"""The word before `göre` where that is not the source itself: `X'in açıklamasına göre`, `X'in bildirdiğine göre`."""
_BOUNDARY = re.compile(r"^(ardından|sonra|önce|sırasında|üzerine|rağmen|nedeniyle|derken|iken)$")
_POSTPOSITIONS = (
    "ile için hakkında gibi tarafından göre kadar dışında karşı üzerinden adına arasında konusunda eski merkezli "
    "yanlısı destekli doğumlu asıllı kökenli"
).split()
_OPENERS = "bu o şu dün bugün yarın geçen ayrıca artık bir her iki üç".split()
"""What can follow a bare subject but does not make it the attribute of a noun."""
_SOMEBODY = ("yetkili", "kaynak", "diplomat")
"""Those that are quoted without a name."""
_COMPARING = ("daha", "yüzde", "%", "çok", "fazla", "az", "en")
_TALKED_TO = re.compile(r"^(konuş|demeç|demec|röportaj|mülakat|söyleşi)")
_TALKED = re.compile(
    r"^(konuş|demeç|demec|röportaj|mülakat|söyleşi|ver|özel|açıkla|yap|değerlendir|anlat|söyle|bilgi|yazdı)"
)
_ON = ("ayrıca", "açıklamasında", "konuşmasında", "açıklamada", "konuşmada", "öte")


def reports(view: View) -> list[Report]:
    """What is reported in indirect speech, in the order of the text."""
    found: list[Report] = []
    before: tuple[int, Place | None] = (-9, None)
    for number, places in sentences(view):
        here = _Sentence(view, number, places, before[1] if before[0] == number - 1 else None)
        told = here.reports()
        found += told
        source = next((r.source for r in reversed(told) if r.source is not None), None)
        before = (number, source)
    return found


def outlet(view: View, places: Sequence[Place], upto: int) -> Place | None:
    """The medium that someone talks to in a sentence, before a word: `X'e konuşan`, `X'e verdiği röportajda`."""
    for place in places:
        if place.last >= upto or place.case != "dat" or place.found.label != "ORG":
            continue
        following = [view.low(i) for i in range(place.last + 1, min(place.last + 4, upto + 1))]
        pattern = _TALKED if is_medium(view, place) else _TALKED_TO
        if following and (pattern.match(following[0]) or any(_TALKED_TO.match(w) for w in following)):
            return place
    return None


class _Sentence:
    """One sentence on its way through the cues; a clause that has no subject of its own goes on with the last one."""

    def __init__(self, view: View, number: int, places: list[Place], before: Place | None) -> None:
        self.view, self.places = view, places
        self.first, self.after = view.sentences[number]
        self.before = before
        """Who spoke in the sentence before."""
        self.speaking: Place | None = None
        """Who spoke in the clause before."""
        self.clause = self.first

    def reports(self) -> list[Report]:
        found: list[Report] = []
        for index in range(self.first, self.after):
            word = self.view.words[index]
            if word.quoted or word.inside:
                continue
            report = self._according(index) if word.low == "göre" else self._saying(index)
            if report is None:
                continue
            self.speaking = report.source or self.speaking
            report = settle(self.view, report)
            if report.source is not None or report.outlet is not None:
                found.append(report)
        return found

    def _saying(self, index: int) -> Report | None:
        """The report that a verb of saying makes."""
        start, tags = self._verb(index)
        if start < 0 or "negative" in tags or "able" in tags or "conditional" in tags:
            return None
        last = self._told(start, "passive" in tags)
        if last < 0:
            return None
        clause = max(self.clause, self._clause(last))
        if "relative" in tags:
            source = None if "passive" in tags else self._behind(index)
            topic = [p for p in self._bare(clause, last) if self.view.low(p.last + 1) == ","]
            first = topic[0].last + 1 if topic else clause
        elif _FINITE & set(tags) or "converb" in tags:
            source, first = (
                self._passive(clause, start, last) if "passive" in tags else self._active(clause, start, last)
            )
            if "converb" not in tags:
                self.clause = index + 1
        else:
            return None
        first = self._content(first, last)
        medium = outlet(self.view, self.places, index)
        if medium is not None:
            first = max(first, medium.head + 1)
            if source is None:  # somebody without a name, up to the comma behind them
                first = next((i + 1 for i in range(first, last) if self.view.low(i) == ","), first)
        return Report(first, last, index, source, medium) if first <= last else None

    def _verb(self, index: int) -> tuple[int, tuple[str, ...]]:
        """Where a verb of saying begins, -1 for none, and what its suffixes say."""
        low, previous = self.view.low(index), self.view.low(index - 1)
        for stem in _VERBS:
            if low.startswith(stem[:-1]) and (tags := suffix_tags(low, stem, True)):
                return index, tags
        for stem, nouns in _LIGHT.items():
            if previous in nouns and (tags := suffix_tags(low, stem, True)):
                return index - 1, tags
        return -1, ()

    def _told(self, start: int, passive: bool) -> int:
        """The verb that ends what is said, before the verb of saying; -1 where it says something else than a clause."""
        for index in range(start - 1, max(self.first, start - 9) - 1, -1):
            word = self.view.words[index]
            if word.inside or word.low == ",":
                continue
            noun = self.view.low(index + 1) in _NOUNS or (index + 1 == start and self.view.low(start) in _NOUNS)
            if _TOLD.search(word.low) or ((passive or noun) and _TOLD_BARE.search(word.low)):
                return -1 if word.quoted else index
            if not word.low[:1].isalpha() or form_tags(word.low) & {"evidential", "relative", "conditional"}:
                return -1
        return -1

    def _clause(self, before: int) -> int:
        """Where the clause begins that a word stands in: behind a finite verb with a comma, or a semicolon."""
        for index in range(before - 1, self.first, -1):
            low, previous = self.view.low(index), self.view.words[index - 1]
            if low in (";", ":") or (index - self.first <= 8 and low in ("-", "–", "—") and self._dateline(index)):
                return index + 1
            ended = low in (",", "ve", "ancak", "ama", "fakat") and not previous.inside
            meanwhile = low == "," and previous.low.endswith("ken") and not previous.inside
            if meanwhile or (ended and form_tags(previous.low) & {"past", "evidential", "progressive"}):
                return index + 1
        return self.first

    def _dateline(self, dash: int) -> bool:
        """Whether what stands before a dash is where and by whom the story was filed: `ANKARA (AA) -`."""
        opening = self.view.words[self.first]
        label = opening.inside == "GPE" or opening.text.isupper()
        return label and (self.view.low(dash - 1) == ")" or all(w.inside for w in self.view.words[self.first : dash]))

    def _next(self, place: Place) -> str:
        """The word that follows a mention and the abbreviation in brackets behind it."""
        index = place.head + 1
        if self.view.low(index) == "(":
            index = next((i + 1 for i in range(index, min(index + 5, self.after)) if self.view.low(i) == ")"), index)
        return self.view.low(index)

    def _bare(self, first: int, after: int) -> list[Place]:
        """The mentions between two words that can be a subject: nothing marks or governs them."""
        found = []
        for place in self.places:
            if not first <= place.first or place.head >= after or not self._uninflected(place):
                continue
            if self.view.words[place.first].quoted or place.found.label not in (*SPEAKERS, "TITLE"):
                continue
            bound = place.modifier not in ("", "DATE", "TIME") and place.found.label != "PERSON"
            if bound or self._next(place) in _POSTPOSITIONS:
                continue
            found.append(place)
        return found

    def _uninflected(self, place: Place) -> bool:
        """Whether no case marks a mention. `Kuvvetleri` before a comma is a name in the plural, not an accusative."""
        plural = place.found.label == "ORG" and self.view.low(place.last).endswith(("leri", "ları"))
        named = plural and not self.view.words[place.last].suffix and self._next(place) == ","
        return place.case == "nom" or named

    def _active(self, clause: int, start: int, last: int) -> tuple[Place | None, int]:
        """The subject of a finite verb of saying, and where its content can begin."""
        for place in self._bare(last + 1, start):
            if place.found.label != "TITLE" and place.head == start - 1:
                return place, clause
        for place in self._bare(clause, last):
            following = self._next(place)
            opens = all(self.view.words[i].inside or self.view.low(i) == "," for i in range(clause, place.first))
            topic = following in (",", "ise", "de", "da")
            person = place.found.label == "PERSON"
            if topic or person or (opens and (place.head > place.last or following in _OPENERS)):
                other = self._other_subject(clause, place, last)
                return None if other else place, place.head + 1
        if clause > self.first and self.speaking is not None:
            return self.speaking, clause
        if self.before is not None and self._goes_on(clause, last):
            return self.before, clause
        return None, clause

    def _other_subject(self, clause: int, place: Place, last: int) -> bool:
        """Whether a common noun is the topic: `Yetkililer, X …`, `Sözcü, …`, `X'ten bir yetkili, …`."""
        for index in range(clause + 1, last):
            previous = self.view.words[index - 1]
            if self.view.low(index) != "," or previous.inside or not previous.low[:1].isalpha():
                continue
            if previous.low.startswith(_SOMEBODY):
                return True
            ends = re.search(r"([dt][ae]n?|[ae]r[ae]k|[ıiuü]p|ken|[yl][ae])$", previous.low)
            if index < place.first and not ends and "past" not in form_tags(previous.low):
                return True
        return False

    def _goes_on(self, clause: int, last: int) -> bool:
        """Whether a sentence without a subject goes on with the words of whoever spoke before."""
        if self.view.low(last).endswith("ları"):
            return False
        opening = next((p for p in self.places if p.first == clause), None)
        if opening is not None and opening.case in ("gen", "loc", "abl"):
            return not any(self.view.low(i) == "," for i in range(clause, min(clause + 6, last)))
        return self.view.low(clause) in _ON

    def _passive(self, clause: int, start: int, last: int) -> tuple[Place | None, int]:
        """Who stands behind a passive verb of saying: a frame such as `X'ten yapılan açıklamada`, or `X tarafından`."""
        for place in self.places:
            if last < place.first < start and self.view.low(place.head + 1) == "tarafından":
                return place, clause
        for index in range(self.first, last):
            if _FRAME.match(self.view.low(index)) and not self.view.words[index].inside:
                owner = self._owner(index)
                if owner is not None:
                    return owner, index + 1
        return None, clause

    def _owner(self, noun: int) -> Place | None:
        """Whose words a noun names: `X'in açıklaması`, `X'ten yapılan açıklama`, `X tarafından yayımlanan rapor`."""
        for place in reversed(self.places):
            if place.head >= noun or noun - place.head > 7 or place.found.label not in SPEAKERS:
                continue
            following = [self.view.low(i) for i in range(place.head + 1, noun)]
            if any(w in (",", "ve") or form_tags(w) & {"converb"} for w in following):
                return None
            if place.case == "gen":
                # The genitive belongs to what follows it at once; a verb in between has taken it already.
                return place if not any(form_tags(w) & {"past"} for w in following) else None
            if place.case == "abl" and any(
                w in ("yapılan", "gelen", "yayımlanan", "paylaşılan") for w in following[:2]
            ):
                return place
            if following[:1] == ["tarafından"]:
                return place
        return None

    def _according(self, index: int) -> Report | None:
        """`X'e göre …`, `X'in açıklamasına göre …`: what follows, up to the end of its clause."""
        source = next((p for p in self.places if p.head == index - 1), None)
        if source is None and _BY_WORDS_OF.match(self.view.low(index - 1)):
            source = self._owner(index - 1)
        elif source is not None and (source.case not in ("dat", "other") or source.found.label not in SPEAKERS):
            return None
        following = [self.view.low(i) for i in range(index + 1, min(index + 3, self.after))]
        if source is None or any(w in _COMPARING for w in following):
            return None
        last = self.after - 1
        for place in range(index + 2, self.after):
            previous = self.view.words[place - 1]
            ended = self.view.low(place) == "," and form_tags(previous.low) & {"past", "evidential", "progressive"}
            if self.view.low(place) in (";", ":") or (ended and not previous.inside):
                last = place - 1
                break
        report = Report(index + 1, last, index, source)
        if is_medium(self.view, source):
            report.outlet, report.source = source, self._relied_on(self.first, index)
        return report

    def _relied_on(self, first: int, after: int) -> Place | None:
        """`X'e dayandırdığı haber`: whom a medium cites."""
        for place in self.places:
            citing = self.view.low(place.head + 1).startswith(("dayandır", "dayanarak", "dayanan"))
            if citing and first <= place.first < after and place.case == "dat" and place.found.label in SPEAKERS:
                return place
        return None

    def _behind(self, index: int) -> Place | None:
        """Who `belirten` is said of: the head of the noun phrase that follows."""
        row = [p for p in self.places if p.first > index]
        expected = index + 1
        for place in row:
            if place.first - expected > (3 if place.found.label == "PERSON" else 1):
                return None
            if any(not self.view.low(i)[:1].isalpha() for i in range(expected, place.first)):
                return None
            if place.found.label == "PERSON" or (place.found.label in SPEAKERS and not place.modifier):
                return place
            expected = place.last + 1
        return None

    def _content(self, first: int, last: int) -> int:
        """Where content begins: behind frames and behind clauses that belong to the saying and not to what is said."""
        owner = first
        for index in range(first, last):
            word = self.view.words[index]
            if word.inside:
                continue
            if word.low == ":" or _FRAME.match(word.low):
                owner = first = index + 1
            elif _BOUNDARY.match(word.low) or form_tags(word.low) & {"converb"}:
                owned = any(owner <= p.first < index and p.case == "gen" for p in self.places)
                if not owned:
                    first = index + 1
        return first
