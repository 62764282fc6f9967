"""The spaCy components for dates, times, money, percentages and counts; the grammars themselves know no spaCy."""

from __future__ import annotations

from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from dateline.core.annotation import OTHER_VALUE
from dateline.core.suggestion import Notice
from dateline.suggest import amounts, dates
from dateline.suggest.analysis import Found, analysis_of
from dateline.suggest.dates import Kind, Timex

DURATIONS = {"tr": "DM"}
"""By language the units (TIMEX3) of lengths of time that analysts mark as DATE: Turkish days and months. Hours and
years say how long more often than when, and the annotated English articles leave lengths of time to taste."""

_CACHE = "dateline_timexes"


def timexes_of(doc: Doc) -> list[Timex]:
    """The temporal expressions of a Doc with an analysis, found once."""
    if _CACHE not in doc.user_data:
        analysis = analysis_of(doc)
        doc.user_data[_CACHE] = dates.find(doc.text, analysis.language, analysis.published, analysis.body_start)
    return cast(list[Timex], doc.user_data[_CACHE])


def label_of(timex: Timex, language: str) -> str | None:
    """DATE or TIME; None for what is not marked: repetitions, mere pointers, most lengths of time."""
    if timex.vague or timex.kind is Kind.SET:
        return None
    if timex.kind is Kind.DURATION:
        written = timex.timex3 or ""
        return "DATE" if "T" not in written and written[-1:] in tuple(DURATIONS.get(language, "")) else None
    return str(timex.kind)


@Language.component("dateline_dates")
def mark_dates(doc: Doc) -> Doc:
    """Adds DATE and TIME mentions; says so once where a missing day of publication leaves dates open."""
    analysis = analysis_of(doc)
    unresolved = False
    for timex in timexes_of(doc):
        label = label_of(timex, analysis.language)
        if label is None:
            continue
        unresolved = unresolved or timex.reason == "dates.no_published"
        params = dict(timex.params)
        if timex.alternative:
            params[OTHER_VALUE] = timex.alternative
        if timex.weekday_conflict:
            words = doc.text[timex.start : timex.end]
            analysis.notices.append(Notice("dates.weekday_conflict_notice", (("words", words),)))
        analysis.mentions.append(
            Found(timex.start, timex.end, label, "rule", timex.reason, params, value=timex.value, priority=60)
        )
    if unresolved:
        analysis.notices.append(Notice("dates.no_published_notice"))
    return doc


@Language.component("dateline_amounts")
def mark_amounts(doc: Doc) -> Doc:
    """Adds MONEY, PERCENT and QUANTITY mentions where no date or time stands."""
    analysis = analysis_of(doc)
    taken = [(t.start, t.end) for t in timexes_of(doc)]
    for amount in amounts.find(doc.text, analysis.language, analysis.body_start, taken):
        reason = f"amounts.{amount.label.lower()}"
        params = {"words": doc.text[amount.start : amount.end], "value": amount.value or ""}
        priority = 45 if amount.label == "QUANTITY" else 60
        analysis.mentions.append(
            Found(amount.start, amount.end, amount.label, "rule", reason, params, value=amount.value, priority=priority)
        )
    return doc
