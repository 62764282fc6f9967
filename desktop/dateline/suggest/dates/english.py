"""The grammar of English temporal expressions: patterns over lower-cased text and what each of them means."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from dateline.suggest.dates import periods, resolve
from dateline.suggest.dates.lexicon import (
    EN_DAYS,
    EN_MONTH_SHORT,
    EN_MONTHS,
    EN_ORDINALS,
    EN_SEASONS,
    EN_STEPS,
    EN_UNITS,
    either,
    en_month,
)
from dateline.suggest.dates.model import Basis, Context, Draft, Kind
from dateline.suggest.numbers import SMALL_WORD, read

Match = re.Match[str]
Build = Callable[[Match, Context], Draft | None]
RULES: list[tuple[re.Pattern[str], Build]] = []

YEAR = r"(?P<y>(?:1[5-9]|20)\d\d)"
DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_SHORT = [m for m in EN_MONTH_SHORT if m != "may"]
MONTH = rf"(?P<mon>{either(EN_MONTHS)}|{either(_SHORT)}\.?)"
WEEKDAY = rf"(?P<wd>{either(EN_DAYS)})"
STEP = rf"(?P<step>{either(EN_STEPS)})"
NUMBER = rf"(?P<n>\d{{1,3}}|{SMALL_WORD['en']}|an?|several|few|a few|a couple of)"
DASH = r" ?(?:[-–—]|to) ?"
EDGE = r"(?P<edge>early|mid|late|the start of|the beginning of|the middle of|the end of)"
EDGES = {
    "early": "START",
    "start": "START",
    "beginning": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
}


def rule(pattern: str) -> Callable[[Build], Build]:
    """Registers what a pattern means; words are matched whole."""

    def register(build: Build) -> Build:
        RULES.append((re.compile(rf"(?<!\w){pattern}(?!\w)"), build))
        return build

    return register


def _edge(match: Match) -> str:
    text = match["edge"]
    return next((mod for word, mod in EDGES.items() if text and word in text.split()), "")


def _capital(match: Match, ctx: Context, group: str) -> bool:
    """Month names and weekdays are written with a capital; "may" and "march" without one are verbs."""
    return ctx.text[match.start(group)].isupper()


def _count(text: str) -> int | None:
    value = read(text, "en")
    return int(value) if value is not None and value < 1000 else None


# --- days -----------------------------------------------------------------------------------------------------------


@rule(rf"(?:{WEEKDAY},? )?{MONTH} {DAY}(?:,? {YEAR})?(?![:.]?\d)")
def month_day(match: Match, ctx: Context) -> Draft | None:
    return _day(match, ctx)


@rule(rf"(?:{WEEKDAY},? )?(?:the )?{DAY} (?:of )?{MONTH}(?:,? {YEAR})?")
def day_month(match: Match, ctx: Context) -> Draft | None:
    return _day(match, ctx)


def _day(match: Match, ctx: Context) -> Draft | None:
    if not _capital(match, ctx, "mon"):
        return None
    year = int(match["y"]) if match["y"] else None
    draft = resolve.month_day(ctx, en_month(match["mon"]), int(match["d"]), year, match.start(), match.end())
    if draft is None or draft.period is None or not match["wd"]:
        return draft
    wanted = EN_DAYS.index(match["wd"])
    if draft.period.first.weekday() == wanted:
        return draft
    if draft.alternative is not None and draft.alternative.first.weekday() == wanted:
        return Draft(period=draft.alternative, basis=draft.basis, reason="dates.weekday_decides")
    return Draft(period=draft.period, basis=draft.basis, weekday_conflict=True, reason="dates.weekday_conflict")


@rule(rf"{MONTH} (?P<d1>[0-3]?\d){DASH}(?P<d2>[0-3]?\d)(?:,? {YEAR})?(?![:.]?\d)")
def month_days(match: Match, ctx: Context) -> Draft | None:
    return _days(match, ctx)


@rule(rf"(?P<d1>[0-3]?\d){DASH}(?P<d2>[0-3]?\d) {MONTH}(?:,? {YEAR})?")
def days_month(match: Match, ctx: Context) -> Draft | None:
    return _days(match, ctx)


def _days(match: Match, ctx: Context) -> Draft | None:
    if not _capital(match, ctx, "mon"):
        return None
    month = en_month(match["mon"])
    year = int(match["y"]) if match["y"] else None
    first, last = (month, int(match["d1"])), (month, int(match["d2"]))
    return resolve.month_range(ctx, first, last, year, match.start(), match.end())


@rule(rf"{MONTH} {DAY}{DASH}(?P<m2>{either(EN_MONTHS)}|{either(_SHORT)}\.?) (?P<d2>[0-3]?\d)(?:,? {YEAR})?")
def days_months(match: Match, ctx: Context) -> Draft | None:
    if not _capital(match, ctx, "mon"):
        return None
    year = int(match["y"]) if match["y"] else None
    first = en_month(match["mon"]), int(match["d"])
    return resolve.month_range(ctx, first, (en_month(match["m2"]), int(match["d2"])), year, match.start(), match.end())


@rule(r"(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)")
def iso(match: Match, ctx: Context) -> Draft | None:
    return resolve.fixed(periods.valid_day(int(match["y"]), int(match["m"]), int(match["d"])))


@rule(r"(?P<a>[0-3]?\d)(?P<sep>[./])(?P<b>[0-3]?\d)(?P=sep)(?P<y>(?:19|20)\d\d)")
def numeric(match: Match, ctx: Context) -> Draft | None:
    """Day first, the way of the region that Dateline reads about; month first where only that is a date."""
    year, a, b = int(match["y"]), int(match["a"]), int(match["b"])
    day_first, month_first = periods.valid_day(year, b, a), periods.valid_day(year, a, b)
    if day_first is None:
        return resolve.fixed(month_first)
    other = month_first if month_first != day_first else None
    return Draft(period=day_first, alternative=other, reason="dates.nearest" if other else "dates.explicit")


_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}


@rule(rf"(?P<word>{either(_NEAR_DAYS)})")
def near_day(match: Match, ctx: Context) -> Draft:
    return resolve.relative(ctx, lambda d: periods.day(d + timedelta(_NEAR_DAYS[match["word"]])))


_NEXT_WORDS = ("following", "next")


@rule(
    r"(?P<the>the )?(?P<word>same|previous|preceding|following|next) (?P<unit>day|week|month|year|morning"
    r"|afternoon|evening|night)"
)
def event_period(match: Match, ctx: Context) -> Draft | None:
    word, unit = match["word"], match["unit"]
    if not match["the"] and not (word == "following" or unit not in ("week", "month", "year")):
        return None
    if not match["the"] and word != "same":
        return None
    step = 0 if word == "same" else 1 if word in _NEXT_WORDS else -1
    if unit not in EN_UNITS:
        draft = resolve.after_event(ctx, lambda d: periods.shift(d, "D", step))
        return Draft(kind=Kind.TIME, period=draft.period, basis=draft.basis, reason=draft.reason)
    if unit == "day":
        return resolve.after_event(ctx, lambda d: periods.shift(d, "D", step))
    if ctx.last is None:
        return resolve.unresolved("dates.no_event_date", Basis.EVENT)
    return Draft(period=periods.shift(ctx.last.first, EN_UNITS[unit], step), basis=Basis.EVENT, reason="dates.event")


@rule(r"the day (?P<way>before|after)")
def day_beside(match: Match, ctx: Context) -> Draft | None:
    if re.match(r" (?!that\b)\w", ctx.lowered[match.end() :]):
        return None  # the day before something that is named
    return resolve.after_event(ctx, lambda d: periods.shift(d, "D", -1 if match["way"] == "before" else 1))


@rule(rf"(?:the )?following {MONTH}")
def following_month(match: Match, ctx: Context) -> Draft | None:
    if ctx.last is None or not _capital(match, ctx, "mon"):
        return None
    number = en_month(match["mon"])
    year = ctx.last.last.year + (number <= ctx.last.last.month)
    return Draft(
        period=periods.month(year, number),
        basis=Basis.EVENT,
        reason="dates.event",
        start=match.start() + 4 * match.group().startswith("the "),
    )


@rule(rf"{NUMBER} (?P<unit>day|week|month|year)s? (?P<way>ago|earlier|later|before|hence)")
def distance(match: Match, ctx: Context) -> Draft | None:
    count = _count(match["n"])
    unit = EN_UNITS[match["unit"]]
    way = match["way"]
    if way == "before":
        return None
    if count is None:
        return Draft(timex3="PAST_REF", reason="dates.vague") if way == "ago" else None
    sign = 1 if way in ("later", "hence") else -1
    if way in ("ago", "hence"):
        return resolve.relative(ctx, lambda d: periods.shift(d, unit, sign * count))
    if ctx.last is not None and ctx.last.precision == "month" and unit == "D":
        return Draft(period=ctx.last, mod="APPROX", basis=Basis.EVENT, reason="dates.event")
    return resolve.after_event(ctx, lambda d: periods.shift(d, unit, sign * count))


# --- weekdays -------------------------------------------------------------------------------------------------------


@rule(
    rf"(?P<every>every |each )?(?:(?:(?P<this>this)|(?P<step>last|next|this past|this coming)) )?{WEEKDAY}"
    rf"(?P<plural>s)?(?: (?P<week>last week|next week))?"
)
def weekday(match: Match, ctx: Context) -> Draft | None:
    if not _capital(match, ctx, "wd"):
        return None
    number = EN_DAYS.index(match["wd"])
    if match["every"] or match["plural"]:
        return Draft(kind=Kind.SET, timex3=f"XXXX-WXX-{number + 1}", reason="dates.set")
    step = None
    if match["step"]:
        step = -1 if match["step"] in ("last", "this past") else 1
    week = {"last week": -1, "next week": 1}.get(match["week"] or "")
    return resolve.weekday(ctx, number, match.start(), match.end(), step, week)


# --- weeks, months, years -------------------------------------------------------------------------------------------


@rule(rf"(?:(?:later|earlier|early|late) )?(?:the )?{STEP} (?P<unit>week|month|year|weekend|quarter)")
def stepped(match: Match, ctx: Context) -> Draft | None:
    unit, count = match["unit"], EN_STEPS[match["step"]]
    if re.search(r"\bthe (?:last|next|past)", match.group()):
        return None  # "the last year" is a length of time
    mod = {"early": "START", "earlier": "START", "late": "END", "later": "END"}.get(match.group().split()[0], "")
    if unit == "weekend":
        if ctx.published is None:
            return resolve.unresolved()
        weeks = count
        return resolve.relative(ctx, lambda d: periods.weekend(d + timedelta(7 * weeks)))
    if unit == "week":
        return resolve.week(ctx, count, mod)
    if unit == "quarter":
        return resolve.relative(ctx, lambda d: periods.quarter_of(periods.shift_month(d, 3 * count).first))
    return resolve.relative(ctx, lambda d: periods.shift(d, EN_UNITS[unit], count), mod)


@rule(
    r"(?:before )?(?:the )?(?P<edge>end|start|beginning|middle) of the (?P<unit>week|month|year)|the weekend|year-end"
)
def unnamed_edge(match: Match, ctx: Context) -> Draft | None:
    if match.group() == "the weekend":
        return resolve.edge(ctx, "W", "END", match.start(), match.end())
    if match["edge"] is None:
        return resolve.relative(ctx, lambda d: periods.year(d.year), "END")
    return resolve.edge(ctx, EN_UNITS[match["unit"]], EDGES[match["edge"]], match.start(), match.end())


@rule(rf"(?:{EDGE}[ -])?{MONTH},? (?:of )?{YEAR}")
def month_year(match: Match, ctx: Context) -> Draft | None:
    if not _capital(match, ctx, "mon"):
        return None
    return Draft(period=periods.month(int(match["y"]), en_month(match["mon"])), mod=_edge(match))


_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|of|during|before|after|for|through|and|between|as|than|on|a|the"
    r"|this|every|each))\s$|\($"
)


@rule(rf"(?:{EDGE}[ -])?(?:(?P<step>{either(EN_STEPS)}) )?{MONTH}")
def month_alone(match: Match, ctx: Context) -> Draft | None:
    if not _capital(match, ctx, "mon"):
        return None
    marked = match["edge"] or match["step"]
    name = match["mon"].rstrip(".")
    if not marked:
        if len(name) < 4 and name != "may":
            return None
        following = ctx.text[match.end() : match.end() + 2]
        if name in ("may", "march", "august", "april", "june") and not _MONTH_BEFORE.search(
            ctx.lowered[: match.start()][-12:]
        ):
            return None
        if re.match(r" [A-Z]", following) and name in ("may", "march", "april", "june", "august"):
            return None
    step = EN_STEPS[match["step"]] if match["step"] else None
    return resolve.named_month(ctx, en_month(name), None, match.start(), match.end(), _edge(match), step)


@rule(
    rf"(?:the )?(?P<ord>{either(EN_ORDINALS)}) (?:(?P<q>quarter)|(?P<h>half))(?: of (?:{YEAR}|(?P<step>this"
    rf"|last|next) year|(?P<the>the year)))?"
)
def quarter(match: Match, ctx: Context) -> Draft | None:
    number = EN_ORDINALS[match["ord"]]
    if match["h"] and not (match["y"] or match["step"] or match["the"]):
        return None
    if match["ord"] == "last" and not (match["y"] or match["step"] or match["the"]):
        return None
    year = int(match["y"]) if match["y"] else None
    if year is None and (match["step"] or match["the"]):
        if ctx.published is None:
            return resolve.unresolved()
        year = ctx.published.year + (EN_STEPS[match["step"]] if match["step"] else 0)
    draft = resolve.quarter_or_half(ctx, number, match["h"] is not None, year, match.start(), match.end())
    if draft is None or match["y"] or year is None:
        return draft
    return Draft(period=draft.period, basis=Basis.PUBLISHED, reason="dates.relative")


@rule(rf"q(?P<q>[1-4]) {YEAR}")
def short_quarter(match: Match, ctx: Context) -> Draft:
    return Draft(period=periods.quarter(int(match["y"]), int(match["q"])))


@rule(rf"(?P<step>this|last|next) (?P<season>{either(EN_SEASONS)})|(?:the )?(?P<s2>{either(EN_SEASONS)}) of {YEAR}")
def season(match: Match, ctx: Context) -> Draft:
    if match["y"]:
        return Draft(period=periods.season(int(match["y"]), EN_SEASONS[match["s2"]]))
    return resolve.season(ctx, EN_SEASONS[match["season"]], None, match.start(), match.end(), EN_STEPS[match["step"]])


@rule(r"new year['’]s (?P<which>day|eve)")
def new_year(match: Match, ctx: Context) -> Draft | None:
    month, number = (1, 1) if match["which"] == "day" else (12, 31)
    return resolve.month_day(ctx, month, number, None, match.start(), match.end())


# --- years ----------------------------------------------------------------------------------------------------------

_YEAR_BEFORE = re.compile(
    r"(?:[-+/$€£₺#%.,:]|\d|\bno\.?|\bresolution|\babout|\bsome|\bnearly|\balmost|\bover|\bthan|\bexpo|\bcop"
    r"|\bmirage|\bleast|\baged?)\s?$"
)
_YEAR_AFTER = re.compile(
    r"\s?[-–+/%:]\d|[.,]\d| (?:people|troops|soldiers|tons|tonnes|km|kilomet\w+|metres|meters|miles|men"
    r"|women|children|votes|"
    r"workers|jobs|million|billion|thousand|percent|per cent|points|police\w*|dollars|euros|barrels|homes"
    r"|families|tents|others)"
)


_NAMED_AFTER_YEAR = re.compile(
    r"(?: [A-Z][\w-]*){0,4} (?:Agreement|Accords?|Treaty|Convention|Constitution|Act|World Cup|Olympics"
    r"|Games|Protocol|Memorandum)\b"
)
"""The year is part of the name of a treaty, a law or a championship."""


@rule(rf"(?:(?:{EDGE}|(?P<year>the year))[ -])?{YEAR}")
def year(match: Match, ctx: Context) -> Draft | None:
    if not match["edge"] and not match["year"]:
        before = ctx.lowered[max(0, match.start() - 12) : match.start()]
        if _NAMED_AFTER_YEAR.match(ctx.text, match.end()):
            return None
        if _YEAR_BEFORE.search(before) or _YEAR_AFTER.match(ctx.lowered, match.end()):
            return None
        words = re.findall(r"[^\W\d_][\w’'.-]*", ctx.text[max(0, match.start() - 24) : match.start()])
        if (
            words
            and words[-1][0].isupper()
            and not re.search(r"[.,;:()\n\"“]\s?$", before)
            and words[-1].lower() not in ("in", "since", "the", "by", "until", "from")
        ):
            return None  # part of a name: "Balikatan 2025"
    return Draft(period=periods.year(int(match["y"])), mod=_edge(match))


@rule(
    rf"{YEAR} ?[-–] ?(?P<y2>(?:1[5-9]|20)\d\d)|(?:between|from) (?P<y3>(?:1[5-9]|20)\d\d) (?:and|to) (?P<y4>"
    rf"(?:1[5-9]|20)\d\d)"
)
def years(match: Match, ctx: Context) -> Draft | None:
    if match["y3"]:
        return None
    return resolve.fixed(periods.span(periods.year(int(match["y"])), periods.year(int(match["y2"]))))


@rule(r"(?:the )?(?:(?P<edge>early|mid|late)[ -])?(?P<y>(?:1[5-9]|20)\d0)s")
def decade(match: Match, ctx: Context) -> Draft:
    return Draft(period=periods.decade(int(match["y"])), mod=_edge(match))


@rule(r"(?:the )?(?P<n>\d\d?)(?:st|nd|rd|th) century")
def century(match: Match, ctx: Context) -> Draft | None:
    return Draft(period=periods.century(int(match["n"]))) if int(match["n"]) else None


# --- durations, repetitions, pointers -------------------------------------------------------------------------------


@rule(rf"{NUMBER}(?: |-)(?P<unit>day|week|month|year|decade|hour|minute)s?(?P<after> after)?")
def duration(match: Match, ctx: Context) -> Draft | None:
    value = _count(match["n"])
    unit = EN_UNITS[match["unit"]]
    number = f"{value * 10 if unit == 'E' else value}" if value is not None else "X"
    written = f"PT{number}{'H' if unit == 'H' else 'M'}" if unit in "HT" else f"P{number}{unit.replace('E', 'Y')}"
    return Draft(kind=Kind.DURATION, timex3=written, reason="dates.duration")


@rule(
    r"(?:every|each) (?:day|week|month|year|morning|night|evening)|(?:once|twice|three times) a (?:day|week|month|year)"
)
def repeated(match: Match, ctx: Context) -> Draft:
    return Draft(kind=Kind.SET, timex3=f"P1{EN_UNITS.get(match.group().split()[-1], 'D')}", reason="dates.set")


@rule(
    r"(?:(?P<past>recently|in recent (?:days|weeks|months|years)|in the past|earlier)|(?P<future>soon"
    r"|in the coming (?:days|weeks|months|years)|in the (?:near )?future)|(?P<now>right now|at present|currently))"
)
def pointer(match: Match, ctx: Context) -> Draft:
    name = "PAST_REF" if match["past"] else "FUTURE_REF" if match["future"] else "PRESENT_REF"
    return Draft(timex3=name, reason="dates.vague")


# --- times ----------------------------------------------------------------------------------------------------------

_PARTS = {
    "morning": "MO", "dawn": "MO", "noon": "MI", "lunchtime": "MI", "midday": "MI", "afternoon": "AF", "evening": "EV",
    "dusk": "EV", "night": "NI", "midnight": "NI", "overnight": "NI", "tonight": "NI",
}  # fmt: skip


@rule(
    r"(?:(?P<lead>this|last|late|early) )?(?P<part>morning|afternoon|evening|night)|(?:before (?=dawn))?"
    r"(?P<own>dawn|noon|midday|lunchtime|dusk|midnight|overnight|tonight)"
)
def part_of_day(match: Match, ctx: Context) -> Draft | None:
    word = match["part"] or match["own"]
    touching = ctx.previous is not None and ctx.previous.kind is Kind.DATE and match.start() - ctx.previous.end == 1
    if match["part"] and match["lead"] not in ("this", "last") and not touching:
        return None
    if match["lead"] == "last" and word != "night":
        return None
    if word in ("night", "morning", "evening", "afternoon") and re.match(r"s\b|['’-]", ctx.lowered[match.end() :]):
        return None
    step = -1 if match["lead"] == "last" else 0
    start = match.start("part") if match["lead"] in ("late", "early") else match.start()
    day = resolve.day_before_time(ctx) if touching else None
    if day is None and ctx.published is not None:
        day = ctx.published + timedelta(step)
    if day is None:
        return Draft(kind=Kind.TIME, reason=resolve.UNRESOLVED, basis=Basis.PUBLISHED, start=start)
    value = f"{day.isoformat()}T{_PARTS[word]}"
    return Draft(
        kind=Kind.TIME,
        period=periods.day(day),
        timex3=value,
        basis=Basis.PUBLISHED,
        reason="dates.part_of_day",
        start=start,
    )


@rule(
    r"(?P<h>[01]?\d|2[0-4])(?:(?P<sep>[.:])(?P<m>[0-5]\d))?(?P<half> ?(?:a\.m\.?|p\.m\.?|am|pm))?(?P<zone> "
    r"(?:gmt|utc))?"
)
def clock(match: Match, ctx: Context) -> Draft | None:
    half = (match["half"] or "").replace(".", "").strip()
    if not half and not _bare_clock(match, ctx):
        return None
    hour = int(match["h"])
    if half and hour > 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    day = None
    if ctx.previous is None or match.start() - ctx.previous.end > 6:
        named = re.match(rf",? (?:on )?{WEEKDAY}", ctx.lowered[match.end() : match.end() + 16])
        day = ctx.published
        if named:
            draft = resolve.weekday(ctx, EN_DAYS.index(named["wd"]), match.end(), match.end() + named.end())
            day = draft.period.first if draft.period else None
    return resolve.clock(ctx, hour, match["m"], "Z" if match["zone"] else "", day)


def _bare_clock(match: Match, ctx: Context) -> bool:
    if match["m"] is None or (len(match["h"]) < 2 and match["sep"] == "."):
        return False
    before = ctx.lowered[max(0, match.start() - 24) : match.start()]
    after = ctx.lowered[match.end() : match.end() + 12]
    if re.search(r"[\d.,:$€£]$", before) or re.match(
        r"[.,:]?\d|%| ?(?:percent|per cent|million|billion|points?|bn|to \d)", after
    ):
        return False
    line_start = not before.rsplit("\n", 1)[-1].strip(" •-–—*(")
    if match["zone"] or (match["sep"] == ":" and line_start):
        return True
    if line_start and len(match["h"]) == 2 and re.match(r" ?[-–—:] ?| \w", after):
        return True
    return (
        match["sep"] == ":" and re.search(r"\b(?:at|by|from|until|before|after|around|about|to)\s$", before) is not None
    )
