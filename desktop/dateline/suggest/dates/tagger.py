"""Finds temporal expressions in a text and resolves them in reading order."""

from __future__ import annotations

import re
from datetime import date

from dateline.core import turkish as letters
from dateline.suggest.dates import english, tense, turkish
from dateline.suggest.dates.lexicon import APO, EN_DAYS, TR_DAYS
from dateline.suggest.dates.model import Context, Draft, Kind, Timex
from dateline.suggest.dates.periods import Period

_SINCE = re.compile(rf"(?:{APO}[dt][ae]n)? (?:bu yana|beri)\b")
"""Where a stretch up to now began: not the day that a following "the same day" means."""


def lower(text: str, language: str) -> str:
    """Lower case of the same length: code point n of the result stands for code point n of the text."""
    lowered = letters.lower(text) if language == "tr" else text.replace("İ", "i").lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def find(text: str, language: str, published: date | None, start: int = 0) -> list[Timex]:
    """The temporal expressions of a text from `start` on, in order, none overlapping another.

    `language`: "tr" or "en" (others are read as English). `published`: the day relative expressions count from; with
    None they are found but not resolved. Offsets are code points of `text`. Never raises.
    """
    lowered = lower(text, language)
    grammar = turkish if language == "tr" else english
    look = tense.turkish if language == "tr" else tense.english
    matches = [
        (m.start(), -m.end(), order, m, build)
        for order, (pattern, build) in enumerate(grammar.RULES)
        for m in pattern.finditer(lowered, start)
    ]
    matches.sort(key=lambda item: item[:3])
    found: list[Timex] = []
    last: Period | None = None
    last_day: Period | None = None
    done = start
    for at, _, _, match, build in matches:
        if at < done:
            continue
        context = Context(
            text,
            lowered,
            published,
            last,
            last_day,
            lambda a, b: look(text, lowered, a, b),
            found[-1] if found else None,
        )
        try:
            draft = build(match, context)
        except (OverflowError, ValueError):  # the day before the first of the calendar, the year after its last
            continue
        if draft is None:
            continue
        timex = _timex(draft, text, match.start(), match.end(), published, language)
        found.append(timex)
        done = timex.end
        if draft.period is not None and draft.kind is Kind.DATE and not _SINCE.match(lowered, done):
            last = draft.period
            if last.precision == "day":
                last_day = last
    return found


def _timex(draft: Draft, text: str, start: int, end: int, published: date | None, language: str) -> Timex:
    start = start if draft.start is None else draft.start
    end = end if draft.end is None else draft.end
    period = draft.period
    value = draft.value
    if value is None and period is not None and draft.kind is Kind.DATE:
        value = period.iso or None
    params = {"words": text[start:end], "value": value or "", "shown": _shown(value, period, language)}
    if published is not None:
        params["published"] = published.isoformat()
    if draft.alternative is not None:
        params["other"] = _shown(draft.alternative.iso, draft.alternative, language)
    return Timex(
        start,
        end,
        draft.kind,
        value,
        draft.timex3 or (period.timex3 if period is not None else None),
        draft.mod,
        period.first if period is not None else None,
        period.last if period is not None else None,
        period.precision if period is not None else "",
        draft.basis,
        draft.alternative.iso if draft.alternative is not None else None,
        draft.weekday_conflict,
        draft.reason,
        params,
    )


def _shown(value: str | None, period: Period | None, language: str) -> str:
    """A value for people to read: a day with its weekday in the language of the text."""
    if value is None or period is None or period.precision != "day":
        return value or ""
    number = period.first.weekday()
    return f"{value} ({TR_DAYS[number] if language == 'tr' else EN_DAYS[number].capitalize()})"
