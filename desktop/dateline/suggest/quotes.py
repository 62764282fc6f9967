"""Finds quotes: which stretches between quotation marks someone said, and who. A pipeline component."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from dateline.suggest.analysis import Found, FoundQuote, analysis_of
from dateline.suggest.events.morphology import form_tags
from dateline.suggest.events.view import Place, View, view_of
from dateline.suggest.quote_marks import Marked, marked

_SAY = {
    "tr": re.compile(
        r"^(de(di|r|miş|yi[pn]|diğ|mek|mesi|meli)|diy|diye|söyle|söz|konuş|ifade|belirt|açıkla|vurgu|kaydet|ekle|aktar|"
        r"bildir|anlat|yaz|paylaş|seslen|sor|yanıt|cevap|karşılık|yorum|değerlendir|nitele|nitelendir|tanımla|şeklinde|"
        r"çağr|uyar|öv|eleştir|kına|savun|mesaj|bul(du|up|an|muş|uyor|arak)|iddia|hatırlat|fısılda|bağır|tepki|dile|"
        r"dert|isyan|itiraz|görüş|tehdid|göre|espri|slogan|haykır|suçla|duyur|dua)"
    ),
    "en": re.compile(
        r"^(sa(y|ys|id|ying)|tell|told|add|wr[io]t|call|describ|hail|denounc|condemn|vow|voic|warn|ask|repl|declar|insist|"
        r"announc|argu|stat|accord|comment|quot|tweet|post|promis|pledg|prais|accus|demand|term|label|brand|dismiss|"
        r"shout|chant|recall|express|urge|slam|mock|reject|claim|respond|conced|admit|predict|complain|joke|cit|find|found)"
    ),
}
_NAMING = {
    "tr": re.compile(
        r"^(ad(ı|lı|ıyla|ını|ındaki)|lakap|lakab|kod|isim|ismi|takma|belgesel|film|roman|kitap|kitab|dergi|gazete|"
        r"program|takım|operasyon|proje|marka|parola|ibare|logo|suç(u|un|lama)|oyu$|oyları)"
    ),
    "en": re.compile(r"^(nickname|album|film|book|movie|song|magazine|operation|vote)"),
}
_RELATIVE_SPEECH = re.compile(
    r"^(diyen(ler)?|konuşan|kullanan|veren|bulunan|yapan|söyleyen|belirten|soran|anlatan|yazan|eden|ekleyen|kaydeden|"
    r"vurgulayan|savunan|uyaran|seslenen|niteleyen|tanımlayan|nitelendiren|açıklayan|hatırlatan)$"
)
_SPEAKERS = ("PERSON", "ORG", "GPE", "NORP")
_SHORT = 3
"""Words; what is this short needs a word of saying beside it to be a quote."""


@dataclass(slots=True)
class _Scene:
    """The words around one stretch: `first` is its first word, `after` the first one behind it."""

    view: View
    first: int
    after: int
    sentence: int

    def following(self, count: int) -> list[str]:
        words: list[str] = []
        for index in range(self.after, min(self.after + count + 3, len(self.view.words))):
            word = self.view.words[index]
            if index == self.after and word.low in "\"”’'»":
                continue
            if word.low in '"“' or (word.sentence > self.sentence + 1):
                break
            if word.low[:1].isalpha():
                words.append(word.low)
            elif word.low in ".!?;" and words:
                break
        return words[:count]

    def preceding(self, count: int) -> list[str]:
        found: list[str] = []
        for index in range(self.first - 1, max(self.first - count - 3, -1), -1):
            word = self.view.words[index]
            if word.sentence < self.sentence:
                break
            if word.low[:1].isalpha():
                found.append(word.low)
        return found[:count]


def _outside(view: View, inside: list[tuple[int, int]]) -> list[Place]:
    """The mentions that can speak and stand outside of the outermost quotes, in order."""
    starts = [a for a, _ in inside]
    found = []
    for place in view.places:
        if place.found.label in _SPEAKERS and not place.nested:
            at = bisect_right(starts, place.found.start) - 1
            if at < 0 or place.found.start >= inside[at][1]:
                found.append(place)
    return found


class QuoteFinder:
    """Adds the quotes of a text to its analysis."""

    def __init__(self, language: str) -> None:
        self.language = "tr" if language == "tr" else "en"

    def __call__(self, doc: Doc) -> Doc:
        analysis = analysis_of(doc)
        stretches = marked(doc.text, analysis.body_start)
        if not stretches:
            return doc
        view = view_of(doc)
        starts, ends = [w.start for w in view.words], [w.end for w in view.words]
        kept: list[tuple[Marked, _Scene]] = []
        for stretch in stretches:
            first = bisect_right(ends, stretch.start)
            after = bisect_left(starts, stretch.end)
            if first >= after:
                continue
            scene = _Scene(view, first, after, view.words[first].sentence)
            if self._is_quote(doc.text, stretch, scene):
                kept.append((stretch, scene))
        inside = [(s.start, s.end) for s, _ in kept if s.depth == 0]
        outside = _outside(view, inside)
        firsts = [p.first for p in outside]
        last: Found | None = None
        last_sentence = -9
        for stretch, scene in kept:
            speaker, how = self._speaker(scene, stretch, inside, outside, firsts)
            follows_on = last is not None and scene.sentence - last_sentence <= 1 and stretch.depth == 0
            if follows_on and (speaker is None or self._stands_alone(scene, stretch)):
                speaker, how = last, "events.quote_same"
            params = {"speaker": speaker.name or doc.text[speaker.start : speaker.end]} if speaker else {}
            reason = how if speaker else "events.quote_nobody"
            analysis.quotes.append(FoundQuote(stretch.start, stretch.end, "rule", reason, params, speaker))
            if stretch.depth == 0:
                last, last_sentence = speaker, view.words[scene.after - 1].sentence
        return doc

    def _stands_alone(self, scene: _Scene, stretch: Marked) -> bool:
        """Whether a quote makes a sentence of its own, so that whoever spoke before goes on speaking."""
        view = scene.view
        opening = view.sentences[scene.sentence][0]
        behind = view.low(scene.after + 1)
        ended = view.low(scene.after - 1) in ".!?…" or view.low(scene.after) in ".!?…"
        new_sentence = scene.after + 1 >= len(view.words) or view.words[scene.after + 1].sentence != scene.sentence
        return scene.first - opening <= 1 and ended and (new_sentence or not behind)

    def _is_quote(self, text: str, stretch: Marked, scene: _Scene) -> bool:
        view = scene.view
        words = [w for w in view.words[scene.first : scene.after] if w.low[:1].isalnum()]
        if not words or view.words[scene.first].heading:
            return False
        said = _SAY[self.language]
        following = scene.following(5)
        preceding = scene.preceding(8)
        short = len(words) <= _SHORT
        ends_itself = text[stretch.end - 1] in ".!?…,"
        if not stretch.closed and short:
            return False
        suffix = text[stretch.end + 1 : stretch.end + 3]
        attached = suffix[:1].isalpha() or (suffix[:1] in "'’" and suffix[1:2].isalpha())
        if attached and not ends_itself and len(words) < 8:
            return False
        named = bool(following) and any(_NAMING[self.language].match(w) for w in following[:1])
        if named and len(words) < 6:
            return False
        cue_after = any(said.match(w) for w in following)
        colon = view.low(scene.first - 2) == ":"
        if short or stretch.depth:
            cue_before = any(said.match(w) for w in preceding) if self.language == "en" else colon
            if self.language == "en":
                title = len(words) > 1 and all(w.text[:1].isupper() for w in words if len(w.text) > 3)
                return (cue_after or cue_before or ends_itself) and not title
            near = any(said.match(w) for w in following[: 3 if stretch.depth else 4])
            judged = bool(following) and following[0] in ("olarak", "olduğunu", "olacağını", "gibi", "demek")
            return near or colon or ends_itself or judged
        if len(words) <= 7 and not (cue_after or colon or ends_itself):
            # A longer phrase without any word of saying around it is a name or a title more often than a quote.
            capital = sum(w.text[:1].isupper() for w in words if len(w.text) > 2)
            verb = any(form_tags(w.low) & {"past", "progressive", "future"} for w in words[-1:])
            all_before = any(said.match(w) for w in preceding)
            return verb or all_before or capital * 2 <= len(words)
        return True

    def _speaker(
        self,
        scene: _Scene,
        stretch: Marked,
        inside: list[tuple[int, int]],
        outside: list[Place],
        firsts: list[int],
    ) -> tuple[Found | None, str]:
        view = scene.view
        if stretch.depth:
            outer = next((a for a, b in inside if a < stretch.start and stretch.end <= b), stretch.start)
            within = [p for p in view.places if outer <= p.found.start and p.last < scene.first - 1]
            people = [
                p for p in within if p.found.label in ("PERSON", "ORG", "GPE", "TITLE") and p.case in ("nom", "dat")
            ]
            return (people[-1].found, "events.quote_before") if people else (None, "")
        last_sentence = view.words[scene.after - 1].sentence
        at = bisect_left(firsts, scene.after)
        after = outside[at : bisect_left(firsts, scene.after + 25)]
        stop = self._stop(view, scene.after)
        after = [p for p in after if p.first < stop]
        opening = bisect_left(firsts, view.sentences[scene.sentence][0])
        before = [p for p in outside[opening:at] if p.sentence == scene.sentence and p.last < scene.first]
        if self.language == "en":
            return self._english(scene, before, after, outside)
        following = scene.following(6)
        relative = next((k for k, w in enumerate(following[:4]) if _RELATIVE_SPEECH.match(w)), None)
        if relative is not None and after:
            person = next((p for p in after if p.found.label == "PERSON"), None)
            head = person or next((p for p in after if not p.modifier), after[0])
            return head.found, "events.quote_after"
        subject = self._subject(view, before, scene.first)
        if subject is not None:
            return subject.found, "events.quote_before"
        direct = [p for p in after if p.sentence == last_sentence and p.case == "nom" and not p.modifier]
        if direct and following and _SAY["tr"].match(following[0]):
            person = next((p for p in direct if p.found.label == "PERSON"), direct[0])
            return person.found, "events.quote_after"
        return self._earlier(view, outside, scene), "events.quote_earlier"

    @staticmethod
    def _stop(view: View, after: int) -> int:
        """The word at which the sentence behind a quote ends, or another quote begins."""
        for index in range(after, len(view.words)):
            low = view.low(index)
            if index > after and (low in ";“„«" or (low == '"' and index > after + 1)):
                return index
            ends = (
                low in ".!?"
                and index + 1 < len(view.words)
                and view.words[index + 1].sentence != view.words[index].sentence
            )
            if index > after and ends:
                return index
            if view.words[index].sentence > view.words[after].sentence + 1:
                return index
        return len(view.words)

    @staticmethod
    def _subject(view: View, before: list[Place], first: int) -> Place | None:
        """The nearest subject before a quote: a bare person, else a bare body, else whoever the words belong to."""
        free = [p for p in before if not p.modifier or p.found.label == "PERSON"]
        people = [p for p in free if p.found.label == "PERSON"]
        owner = next((p for p in free if p.last == first - 2 and p.case == "gen"), None)
        if owner is not None:
            return owner  # `X'in "…" sözü`
        bare = [p for p in people if p.case == "nom"]
        # A clause that is over before the quote (`X geldi, Y "…" dedi`) gives no speaker while a later one is there.
        if bare:
            topic = next((p for p in bare if view.low(p.last + 1) == ","), None)
            near = bare[-1]
            joined = view.low(near.last + 1) in ("ile", "hakkında", "için", "gibi", "tarafından")
            if joined and len(bare) > 1:
                near = bare[-2]
            if topic is not None and topic is not near and not form_tags(view.low(near.last + 1)):
                finite = any(
                    form_tags(w.low) & {"past", "evidential", "progressive"} and not w.inside
                    for w in view.words[topic.last + 1 : near.first]
                )
                marked_subject = view.low(near.last + 1) in ("ise", "de", "da", ",", "“", '"', ":")
                return near if finite or marked_subject else topic
            return near
        bodies = [p for p in free if p.found.label in ("ORG", "GPE") and p.case == "nom" and p.head == p.last]
        genitive = [p for p in people if p.case == "gen"]
        if bodies and not genitive:
            return bodies[-1]
        if genitive:
            return genitive[-1]
        if people:
            return people[-1]
        rest = [p for p in free if p.found.label in ("ORG", "GPE") and p.case in ("nom", "gen", "abl")]
        return rest[-1] if rest else None

    @staticmethod
    def _earlier(view: View, outside: list[Place], scene: _Scene) -> Found | None:
        """The subject of the sentence before, within the paragraph's reach."""
        for back in (1, 2):
            row = [p for p in outside if p.sentence == scene.sentence - back and not p.modifier]
            people = [p for p in row if p.found.label == "PERSON"]
            bare = [p for p in people if p.case == "nom"]
            if bare or people:
                return (bare or people)[0].found
        return None

    def _english(
        self, scene: _Scene, before: list[Place], after: list[Place], outside: list[Place]
    ) -> tuple[Found | None, str]:
        view = scene.view
        said = _SAY["en"]
        following = [view.low(k) for k in range(scene.after, min(scene.after + 15, len(view.words)))]
        quick = next((k for k, w in enumerate(following) if said.match(w)), None)
        people_after = [p for p in after if p.found.label == "PERSON"]
        people_before = [p for p in before if p.found.label == "PERSON"]
        pronoun = next((w for w in following[1:4] if w in ("he", "she", "they")), None)
        leads_in = any(said.match(w) for w in scene.preceding(3)) and bool(people_before or before)
        if quick is not None and pronoun is None and not leads_in:
            near = [p for p in (people_after or after) if p.first - scene.after <= 14]
            if near:
                return near[0].found, "events.quote_after"
        if people_before and pronoun is None:
            subject = [p for p in people_before if p.case == "nom"] or people_before
            return subject[-1].found, "events.quote_before"
        if before and pronoun is None:
            return before[-1].found, "events.quote_before"
        found = self._earlier(view, outside, scene)
        if found is None and people_after:
            return people_after[0].found, "events.quote_after"
        return found, "events.quote_earlier"


@Language.factory("dateline_quotes", default_config={"language": "tr"})
def _factory(nlp: Language, name: str, language: str) -> QuoteFinder:
    return QuoteFinder(language)
