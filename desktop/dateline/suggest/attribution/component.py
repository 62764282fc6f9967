"""Gives each event who tells of it, from the quote or the indirect speech that it stands in. A pipeline component."""

from __future__ import annotations

from bisect import bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from dateline.core.annotation import FURTHER, OUTLET, SOURCE
from dateline.suggest.analysis import Found, FoundEvent, FoundQuote, analysis_of
from dateline.suggest.attribution import english, turkish
from dateline.suggest.attribution.report import Report
from dateline.suggest.events.view import View, view_of


class Attributor:
    """Adds source and outlet to the events of an analysis; quotes and events must have been found before."""

    def __init__(self, language: str) -> None:
        self._speech = turkish if language == "tr" else english

    def __call__(self, doc: Doc) -> Doc:
        analysis = analysis_of(doc)
        if not analysis.events:
            return doc
        view = view_of(doc)
        starts = [w.start for w in view.words]
        told = self._speech.reports(view)
        for event in analysis.events:
            at = bisect_right(starts, event.start) - 1
            around = [q for q in analysis.quotes if q.start <= event.start and event.end <= q.end]
            if around:
                self._quoted(event, max(around, key=lambda q: q.end - q.start), view, starts, doc.text)
                continue
            reports = [r for r in told if r.tells(at)]
            if reports:
                _reported(event, min(reports, key=lambda r: r.last - r.first), view, doc.text)
        return doc

    def _quoted(self, event: FoundEvent, quote: FoundQuote, view: View, starts: list[int], text: str) -> None:
        """An event in a quote is told by its speaker. In one of nobody nothing is known."""
        if quote.speaker is None:
            return
        _tell(event, quote.speaker, None, "events.told_quote", "", text)
        first = bisect_right(starts, quote.start) - 1
        row = [p for p in view.by_sentence.get(view.words[first].sentence, ()) if not p.nested]
        medium = self._speech.outlet(view, row, first)
        if medium is not None and medium.found is not quote.speaker:
            event.arguments.append((OUTLET, medium.found))


def _reported(event: FoundEvent, report: Report, view: View, text: str) -> None:
    source = report.source.found if report.source else None
    outlet = report.outlet.found if report.outlet else None
    _tell(event, source, outlet, "events.told_cue", view.words[report.cue].text, text)


def _tell(event: FoundEvent, source: Found | None, outlet: Found | None, reason: str, cue: str, text: str) -> None:
    """Writes down who tells of an event, and why that is thought."""
    teller = source or outlet
    if teller is None:
        return
    event.arguments += [(role, found) for role, found in ((SOURCE, source), (OUTLET, outlet)) if found is not None]
    name = teller.name or text[teller.start : teller.end]
    event.params = {**event.params, FURTHER: reason, "teller": name, "cue": cue}


@Language.factory("dateline_attribution", default_config={"language": "tr"})
def _factory(nlp: Language, name: str, language: str) -> Attributor:
    return Attributor(language)
