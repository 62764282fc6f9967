"""Finds events: words that name them, who takes part, whether they happened. The pipeline component of events."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dateline.suggest.analysis import Found, FoundEvent, analysis_of
from dateline.suggest.events import modality, modes, roles, triggers
from dateline.suggest.events.calibration import Calibration
from dateline.suggest.events.calibration import shipped as calibration_of
from dateline.suggest.events.lexicon import Candidate, Lexicon, lexicon
from dateline.suggest.events.linear import Linear, shipped
from dateline.suggest.events.view import View, view_of

SHIPPED = Calibration()
"""Stands for the calibration that ships."""

THRESHOLD = {"tr": 0.25, "en": 0.25}
"""The least probability of the likeliest type, chosen by cross-validation; a missing event costs more than a spare."""
ROLE_THRESHOLD = {"tr": 0.4, "en": 0.34}


class EventFinder:
    """Adds the events of a text to its analysis. The models may be given, else the shipped ones are read."""

    def __init__(
        self,
        language: str,
        models: dict[str, Linear] | None = None,
        words: Lexicon | None = None,
        calibration: Calibration | None = SHIPPED,
    ) -> None:
        """`calibration`: None leaves the scorer's own number, which only training may see."""
        self.language = language
        self.models = models or shipped(f"events.{language}.json")
        self.calibration = calibration_of(language) if calibration is SHIPPED else calibration
        self.lexicon = words or lexicon(language)
        self.threshold = THRESHOLD[language]
        self.role_threshold = ROLE_THRESHOLD[language]

    def __call__(self, doc: Doc) -> Doc:
        analysis_of(doc).events += self.find(view_of(doc))
        return doc

    def find(self, view: View) -> list[FoundEvent]:
        """The events of a text, in its order."""
        candidates = self.lexicon.candidates(view)
        story = triggers.Story(view, candidates)
        chosen: list[tuple[Candidate, str, float]] = []
        for candidate in candidates:
            shares = self.models["trigger"].probabilities(triggers.features(story, candidate))
            shares.pop(triggers.NONE, None)
            kind = max(shares, key=lambda k: shares[k])
            if shares[kind] >= self.threshold:
                chosen.append((candidate, kind, shares[kind]))
        named = {c.index: kind for c, kind, _ in chosen}
        return [
            self._event(view, candidate, kind, score, self._arguments(roles.Scene(view, candidate, kind, named)))
            for candidate, kind, score in chosen
        ]

    def _event(
        self, view: View, candidate: Candidate, kind: str, score: float, arguments: list[tuple[str, Found]]
    ) -> FoundEvent:
        word = view.words[candidate.index]
        shares = self.models["modality"].probabilities(modality.features(view, candidate, kind))
        when = next((m.value for role, m in arguments if role == "date" and m.value), None)
        reason, params = _reason(view, candidate, kind)
        return FoundEvent(
            word.start,
            word.end,
            kind,
            "model",
            reason,
            params,
            modality=max(shares, key=lambda k: shares[k]),
            mode=_mode(view, candidate, kind, arguments),
            when=when,
            arguments=arguments,
            score=self.calibration.probability(score) if self.calibration else score,
        )

    def _arguments(self, scene: roles.Scene) -> list[tuple[str, Found]]:
        shares = [self.models["role"].probabilities(scene.features(place)) for place in scene.row]
        parts = roles.cast(scene.row, shares, self.role_threshold)
        return [(role, place.found) for place, role in zip(scene.row, parts, strict=True) if role != roles.NONE]


def _reason(view: View, candidate: Candidate, kind: str) -> tuple[str, dict[str, str]]:
    """Why a word was taken for an event of a type, as a key of the catalogue and what fills it."""
    word = view.words[candidate.index].text
    entries = [e for e in candidate.entries if e.type == kind]
    if candidate.needs and any(len(e.parts) > 1 for e in entries):
        others = " ".join(view.words[i].text for i in sorted(set(candidate.needs)))
        return "events.idiom", {"word": word, "with": others}
    return ("events.rule" if any(e.strong for e in entries) else "events.context"), {"word": word}


def _mode(view: View, candidate: Candidate, kind: str, arguments: list[tuple[str, Found]]) -> str | None:
    """What the trigger's own entry says, else a mediator, else the words around it."""
    own = [e.mode for e in candidate.entries if e.mode and e.type == kind]
    if own:
        return own[-1]
    if kind == "CONSULT" and any(role == "third_party" for role, _ in arguments):
        return "third-party"
    return modes.mode_of(view, candidate.index, kind)


@Language.factory("dateline_events", default_config={"language": "tr"})
def _factory(nlp: Language, name: str, language: str) -> EventFinder:
    return EventFinder(language)
