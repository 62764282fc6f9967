"""Finds events: words that name them, who takes part, whether they happened. The pipeline component of events."""

from __future__ import annotations

from collections.abc import Sequence

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
        self._groups = roles.Groups(self.models["role"].places)

    def __call__(self, doc: Doc) -> Doc:
        analysis_of(doc).events += self.find(view_of(doc))
        return doc

    def find(self, view: View) -> list[FoundEvent]:
        """The events of a text, in its order."""
        candidates = self.lexicon.candidates(view)
        story = triggers.Story(view, candidates)
        scorer = self.models["trigger"]
        chosen: list[tuple[Candidate, str, float]] = []
        told = scorer.all([[scorer.places(triggers.features(story, candidate))] for candidate in candidates])
        for candidate, shares in zip(candidates, told, strict=True):
            shares.pop(triggers.NONE, None)
            kind = max(shares, key=lambda k: shares[k])
            if shares[kind] >= self.threshold:
                chosen.append((candidate, kind, shares[kind]))
        named = {c.index: kind for c, kind, _ in chosen}
        scenes = [roles.Scene(view, candidate, kind, named) for candidate, kind, _ in chosen]
        return [
            self._event(view, candidate, kind, score, arguments, shares)
            for (candidate, kind, score), arguments, shares in zip(
                chosen, self._arguments(scenes), self._modality(view, chosen), strict=True
            )
        ]

    def _modality(self, view: View, chosen: Sequence[tuple[Candidate, str, float]]) -> list[dict[str, float]]:
        scorer = self.models["modality"]
        return scorer.all([[scorer.places(modality.features(view, c, kind))] for c, kind, _ in chosen])

    def _event(
        self,
        view: View,
        candidate: Candidate,
        kind: str,
        score: float,
        arguments: list[tuple[str, Found]],
        shares: dict[str, float],
    ) -> FoundEvent:
        """`shares`: how likely each modality is."""
        word = view.words[candidate.index]
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

    def _arguments(self, scenes: Sequence[roles.Scene]) -> list[list[tuple[str, Found]]]:
        """The arguments of each event."""
        told = iter(
            self.models["role"].all([scene.read(place, self._groups) for scene in scenes for place in scene.row])
        )
        found = []
        for scene in scenes:
            parts = roles.cast(scene.row, [next(told) for _ in scene.row], self.role_threshold)
            rows = zip(scene.row, parts, strict=True)
            found.append([(role, place.found) for place, role in rows if role != roles.NONE])
        return found


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
