"""The grammar of Turkish temporal expressions: patterns over lower-cased text and what each of them means."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from dateline.suggest.dates import feasts, periods, resolve
from dateline.suggest.dates.lexicon import (
    APO,
    TR_CASE,
    TR_DAYS,
    TR_MONTHS,
    TR_ORDINALS,
    TR_SEASONS,
    TR_STEPS,
    TR_UNITS,
    either,
    tr_month,
)
from dateline.suggest.dates.model import Basis, Context, Direction, Draft, Kind
from dateline.suggest.numbers import SMALL_WORD, read

Match = re.Match[str]
Build = Callable[[Match, Context], Draft | None]
RULES: list[tuple[re.Pattern[str], Build]] = []

S = "(?:[ \u00a0\u2009\u202f]{1,2})"
YEAR = r"(?P<y>(?:1[5-9]|20)\d\d)"
DAY = r"(?P<d>[0-3]?\d)"
MONTH = rf"(?P<mon>{either(TR_MONTHS)})"
WEEKDAY = rf"(?P<wd>{either(TR_DAYS)})"
STEP = rf"(?P<step>{either(TR_STEPS)})"
NUMBER = rf"(?P<n>\d{{1,3}}|{SMALL_WORD['tr']})"
CASE = rf"(?:{TR_CASE})"
DAY_WORD = r"(?:gün(?:ü(?:n(?:e|de(?:n|ki)?|den|ün)?)?|kü)?)"
GENITIVE = rf"(?:{APO}?n?[ıiuü]n)"
OF_YEAR = (
    rf"(?:(?P<ystep>{either(TR_STEPS)}){S}(?:yıl|sene)(?:ın|nin)?|{YEAR}(?:{S}yılı(?:nın)?"
    rf"|{GENITIVE})?|(?P<this>yıl)ın)"
)
EDGE = r"(?P<edge>baş|orta|son)(?:ı|u|sı|ları|larına|larında)(?:n?[dt]?[ae]n?|nı|nu|n)?"
EDGES = {"baş": "START", "orta": "MID", "son": "END"}


def rule(pattern: str) -> Callable[[Build], Build]:
    """Registers what a pattern means; words are matched whole."""

    def register(build: Build) -> Build:
        RULES.append((re.compile(rf"(?<!\w){pattern}(?!\w)"), build))
        return build

    return register


def _count(text: str) -> int | None:
    value = read(text, "tr")
    return int(value) if value is not None and value < 1000 else None


def _year(match: Match, ctx: Context) -> int | None:
    """The year that "of the year" names, or None where it cannot be known."""
    groups = match.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    if ctx.published is None:
        return None
    return ctx.published.year + (TR_STEPS[groups["ystep"]] if groups.get("ystep") else 0)


# --- days -----------------------------------------------------------------------------------------------------------


@rule(rf"{DAY}{S}{MONTH}{CASE}?(?:{S}{YEAR}{CASE}?)?(?:,?{S}\(?{WEEKDAY}{CASE}?(?!{S}günleri))?(?:{S}{DAY_WORD})?")
def day_of_month(match: Match, ctx: Context) -> Draft | None:
    if not (match["y"] or match["wd"]) and _PLACE.match(ctx.text, match.end()):
        return None  # streets and hospitals are named after days
    year = int(match["y"]) if match["y"] else None
    draft = resolve.month_day(ctx, tr_month(match["mon"]), int(match["d"]), year, match.start(), match.end())
    if draft is None or draft.period is None or not match["wd"]:
        return draft
    wanted = TR_DAYS.index(match["wd"])
    if draft.period.first.weekday() == wanted:
        return draft
    if draft.alternative is not None and draft.alternative.first.weekday() == wanted:
        return Draft(period=draft.alternative, basis=draft.basis, reason="dates.weekday_decides")
    return Draft(period=draft.period, basis=draft.basis, weekday_conflict=True, reason="dates.weekday_conflict")


@rule(
    rf"(?P<d1>[0-3]?\d){S}?[-–]{S}?(?P<d2>[0-3]?\d){S}{MONTH}{CASE}?(?:{S}{YEAR}{CASE}?)?(?:{S}(?:günleri"
    rf"|tarihleri)\w*)?"
)
def days_of_month(match: Match, ctx: Context) -> Draft | None:
    month = tr_month(match["mon"])
    year = int(match["y"]) if match["y"] else None
    first, last = int(match["d1"]), int(match["d2"])
    return resolve.month_range(ctx, (month, first), (month, last), year, match.start(), match.end())


@rule(
    rf"(?P<d1>[0-3]?\d){S}(?P<m1>{either(TR_MONTHS)}){S}?[-–]{S}?(?P<d2>[0-3]?\d){S}(?P<m2>{either(TR_MONTHS)}){CASE}?"
    rf"(?:{S}{YEAR}{CASE}?)?"
)
def days_of_months(match: Match, ctx: Context) -> Draft | None:
    first = tr_month(match["m1"]), int(match["d1"])
    last = tr_month(match["m2"]), int(match["d2"])
    return resolve.month_range(ctx, first, last, int(match["y"]) if match["y"] else None, match.start(), match.end())


@rule(r"(?P<d>[0-3]?\d)[./](?P<m>[01]?\d)[./](?P<y>(?:19|20)\d\d)")
def numeric(match: Match, ctx: Context) -> Draft | None:
    return resolve.fixed(periods.valid_day(int(match["y"]), int(match["m"]), int(match["d"])))


@rule(r"(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)")
def iso(match: Match, ctx: Context) -> Draft | None:
    return resolve.fixed(periods.valid_day(int(match["y"]), int(match["m"]), int(match["d"])))


_PLACE = re.compile(
    r"(?: [A-ZÇĞİÖŞÜ]\w+){0,2} (?:Mahalle|Cadde|Bulvar|Sokağ|Sokak|Stad|Üniversite|Köprü|Hastane|Lise|Meydan"
    r"|Park|Cami|Kampüs|Salon)"
)

_NEAR_DAYS = {"dün": -1, "bugün": 0, "yarın": 1, "evvelsi": -2, "evvelki": -2, "önceki": -2, "öbür": 2}


@rule(
    r"(?:(?P<word>dün|bugün|yarın)(?:kü|ki|e|a|den|dan|ün|ın|de|da)?|(?P<two>evvelsi|evvelki|önceki|öbür) gün(?:kü)?)"
)
def near_day(match: Match, ctx: Context) -> Draft | None:
    word = match["word"] or match["two"]
    if word == "önceki" and ctx.lowered[: match.start()].endswith("bir "):
        return None
    if ctx.text[match.start()].isupper() and re.match(r" (?:gazete|tv\b|televizyon)", ctx.lowered[match.end() :]):
        return None  # the newspaper
    return resolve.relative(ctx, lambda d: periods.day(d + timedelta(_NEAR_DAYS[word])))


@rule(r"bir önceki gün(?:kü)?")
def day_before(match: Match, ctx: Context) -> Draft:
    return resolve.after_event(ctx, lambda d: periods.shift(d, "D", -1))


@rule(r"gün içinde")
def within_day(match: Match, ctx: Context) -> Draft | None:
    before = ctx.lowered[max(0, match.start() - 12) : match.start()].rstrip()
    if before.endswith(tuple("0123456789")) or re.search(rf"(?:^|\W){SMALL_WORD['tr']}$|kaç$|aynı$", before):
        return None
    return resolve.relative(ctx, periods.day)


@rule(
    r"(?P<word>ertesi|aynı|o) (?P<unit>gün|hafta|ay|yıl|sene|sabah|akşam|gece)(?:kü|ki|ü|den|de|e|ı|ın|dan"
    r"|da|nın|nda|ndan)?"
)
def event_period(match: Match, ctx: Context) -> Draft | None:
    word, unit = match["word"], match["unit"]
    if word == "o" and unit != "gün":
        return None
    step = 1 if word == "ertesi" else 0
    if unit in ("sabah", "akşam", "gece"):
        draft = resolve.after_event(ctx, lambda d: periods.shift(d, "D", step))
        if word == "aynı" and unit != "sabah":
            return draft
        return Draft(kind=Kind.TIME, period=draft.period, basis=draft.basis, reason=draft.reason)
    if unit == "gün":
        return resolve.after_event(ctx, lambda d: periods.shift(d, "D", step))
    if ctx.last is None:
        return resolve.unresolved("dates.no_event_date", Basis.EVENT)
    return Draft(period=periods.shift(ctx.last.first, TR_UNITS[unit], step), basis=Basis.EVENT, reason="dates.event")


@rule(rf"{NUMBER}{S}(?P<unit>gün|hafta|ay|yıl|sene){S}(?P<way>önce|sonra)(?:ki|sı|sına|sında)?")
def distance(match: Match, ctx: Context) -> Draft | None:
    count = _count(match["n"])
    if count is None:
        return None
    unit = TR_UNITS[match["unit"]]
    before = ctx.lowered[max(0, match.start() - 30) : match.start()].rstrip()
    ablative = re.search(r"\w{3}[dt][ae]n$", before) is not None
    sign = -1 if match["way"] == "önce" else 1
    if ablative or (sign > 0 and ctx.direction(match.start(), match.end()) is not Direction.FUTURE):
        if unit in "DW":
            return resolve.after_event(ctx, lambda d: periods.shift(d, unit, sign * count))
        if ctx.last is None:
            return resolve.unresolved("dates.no_event_date", Basis.EVENT)
        return Draft(period=periods.shift(ctx.last.first, unit, sign * count), basis=Basis.EVENT, reason="dates.event")
    return resolve.relative(ctx, lambda d: periods.shift(d, unit, sign * count))


# --- weekdays -------------------------------------------------------------------------------------------------------

_DAY_STEPS = {k: v for k, v in TR_STEPS.items() if k in ("geçen", "geçtiğimiz", "önümüzdeki", "gelecek", "bu")}


@rule(
    rf"(?:(?:(?P<week>{either(TR_STEPS)}){S}hafta(?:nın)?|(?P<next>haftaya)){S})?(?:(?P<every>her|ertesi){S})?"
    rf"(?:(?P<step>{either(_DAY_STEPS)}){S})?{WEEKDAY}(?P<case>{CASE})?(?P<word>{S}{DAY_WORD})?"
    rf"(?P<plural>{S}?(?:günleri|leri|ları)\w*)?"
)
def weekday(match: Match, ctx: Context) -> Draft | None:
    name = match["wd"]
    number = TR_DAYS.index(name)
    if match["every"] == "her" or match["plural"]:
        return Draft(kind=Kind.SET, timex3=f"XXXX-WXX-{number + 1}", reason="dates.set")
    rest = ctx.lowered[match.end() : match.end() + 12]
    marked = match["week"] or match["next"] or match["step"] or match["word"] or match["every"]
    if not marked and (_NOT_A_WEEKDAY[name].match(rest) if name in _NOT_A_WEEKDAY else False):
        return None
    if (
        not marked
        and name == "pazar"
        and (match["case"] or not ctx.text[match.start()].islower())
        and not _PART.match(rest)
    ):
        return None
    if not marked and not _PART.match(rest) and _is_name(ctx, match.start("wd"), match.end("wd"), rest):
        return None
    if match["every"] == "ertesi":
        return resolve.after_event(ctx, lambda d: periods.day(periods.weekday_near(d + timedelta(1), number, True)))
    week = TR_STEPS[match["week"]] if match["week"] else 1 if match["next"] else None
    step = TR_STEPS[match["step"]] if match["step"] else None
    return resolve.weekday(ctx, number, match.start(), match.end(), step or None, week)


def _is_name(ctx: Context, start: int, end: int, rest: str) -> bool:
    """Weekdays are written small; a capital within a sentence speaks of a person or a town."""
    word = ctx.text[start:end]
    if word.islower() or (word.isupper() and ctx.text[start - 8 : start].isupper()):
        return False
    opens = re.search(r"(?:^|[.!?:\n“\"•*–—-])\s*$", ctx.text[:start][-3:]) is not None
    after = ctx.text[end : end + 2]
    return not opens or after[1:].isupper() or rest.startswith(" ilçe")


_PART = re.compile(r" (?:sabah|akşam|gece|öğle|saat|\d)")
_NOT_A_WEEKDAY = {
    "pazar": re.compile(r" (?:yeri|payı|ekonomi|araştırma|alanı|günü değer|esnaf|tezgah|fiyat|mahalle)"),
    "cuma": re.compile(r" (?:namaz|hutbe|mahalle|cami|vaaz)"),
    "salı": re.compile(r" (?:pazar|mahalle)"),
    "cumartesi": re.compile(r" anne"),
}


# --- weeks, months, years -------------------------------------------------------------------------------------------


@rule(
    rf"{STEP}{S}(?P<unit>hafta|ay|yıl|sene)(?P<end>(?:ki|nın|n[ıi]n|ın|in|ya|a|e|dan|den|nda|ndan|ye|da|de"
    rf"|lar\w*)?)(?:{S}{EDGE})?"
)
def stepped(match: Match, ctx: Context) -> Draft | None:
    if match["end"].startswith("lar"):
        return None
    unit = TR_UNITS[match["unit"]]
    count = TR_STEPS[match["step"]]
    edge = EDGES[match["edge"]] if match["edge"] else ""
    if match["step"] == "bir önceki" and ctx.last is not None and unit == "Y" and ctx.last.precision == "year":
        return Draft(period=periods.shift(ctx.last.first, "Y", -1), mod=edge, basis=Basis.EVENT, reason="dates.event")
    if unit == "W":
        return resolve.week(ctx, count, edge)
    return resolve.relative(ctx, lambda d: periods.shift(d, unit, count), edge)


@rule(
    rf"(?:(?P<unit>hafta|ay|yıl)(?:ın|nın)?{S}(?:{EDGE}|(?P<within>içi(?:nde)?)|(?P<ends>bitmeden))|"
    rf"(?P<new>yılbaşı)(?:nda(?:n|ki)?|na|ndan)?)"
)
def unnamed_edge(match: Match, ctx: Context) -> Draft | None:
    if match["new"]:
        return resolve.new_year(ctx, match.start(), match.end())
    if match["within"] and match["unit"] != "hafta":
        return None
    mod = EDGES[match["edge"]] if match["edge"] else ""
    if match["ends"]:
        return resolve.relative(ctx, lambda d: periods.shift(d, TR_UNITS[match["unit"]], 0), "END")
    return resolve.edge(ctx, TR_UNITS[match["unit"]], mod, match.start(), match.end())


@rule(r"haftaya")
def next_week(match: Match, ctx: Context) -> Draft | None:
    before = ctx.lowered[max(0, match.start() - 14) : match.start()].rstrip()
    if re.search(rf"(?:^|\W)(?:\d+|{SMALL_WORD['tr']}|birkaç|kaç)$", before):
        return None
    return resolve.relative(ctx, lambda d: periods.shift(d, "W", 1))


@rule(rf"{MONTH}{S}{YEAR}{CASE}?")
def month_year(match: Match, ctx: Context) -> Draft:
    return Draft(period=periods.month(int(match["y"]), tr_month(match["mon"])))


@rule(rf"{OF_YEAR}{S}{MONTH}(?:{APO}?{CASE})?(?:{S}ayı(?:n?[dt]?[ae]n?|nın|nı|ndaki)?)?(?:{S}{EDGE})?")
def month_of_year(match: Match, ctx: Context) -> Draft:
    year = _year(match, ctx)
    if year is None:
        return resolve.unresolved()
    basis = Basis.EXPLICIT if match["y"] else Basis.PUBLISHED
    mod = EDGES[match["edge"]] if match["edge"] else ""
    return Draft(
        period=periods.month(year, tr_month(match["mon"])),
        mod=mod,
        basis=basis,
        reason="dates.explicit" if match["y"] else "dates.relative",
    )


_MONTH_PART = (
    rf"(?P<part>ilk|son|{either(TR_ORDINALS)}){S}(?:haftası|yarısı|günleri|haftaları)(?:n[ıiae]n?"
    rf"|nda(?:n|ki)?|nde(?:n|ki)?)?"
)


@rule(
    rf"(?:(?P<step>{either(_DAY_STEPS)}){S})?{MONTH}(?P<case>[dt][ae](?:n|ki\w*|yd[ıi])?|[ae]|[ıiuü]n)?"
    rf"(?P<head>{S}ayı(?:nda(?:ki|n)?|na|nın|nı)?)?(?:{S}(?:{EDGE}|{_MONTH_PART}|(?P<ends>bitmeden)))?"
    rf"(?P<apo>(?={APO}\w))?"
)
def month_alone(match: Match, ctx: Context) -> Draft | None:
    case = match["case"]
    if not any(
        (match["step"], match["head"], match["edge"], match["part"], match["ends"], match["apo"] is not None, case)
    ):
        return None
    if match["part"] and not (match["head"] or case):
        return None
    if (
        match["mon"] == "ocak"
        and not (match["head"] or match["edge"])
        and (case in ("ın", "a") or match["step"] == "bu")
    ):
        return None  # "ocak" is a hearth and a mine as well
    if (
        case in ("a", "e")
        and not match["head"]
        and re.search(r"[A-ZÇĞİÖŞÜ]\w+ $", ctx.text[: match.start()][-20:])
        and not match.group().isupper()
        and ctx.text[match.start("mon")].isupper()
    ):
        return None  # part of a name: Santa Marta
    if case in ("ın", "in", "ün", "un") and not (match["head"] or match["part"] or match["edge"]):
        return None
    mod = EDGES[match["edge"]] if match["edge"] else ""
    if match["ends"]:
        mod = "END"
    if match["part"]:
        mod = {1: "START", -1: "END"}.get(TR_ORDINALS[match["part"]], "MID")
    step = TR_STEPS[match["step"]] if match["step"] else None
    return resolve.named_month(ctx, tr_month(match["mon"]), None, match.start(), match.end(), mod, step)


@rule(rf"(?P<m1>{either(TR_MONTHS)}){S}?[-–]{S}?(?P<m2>{either(TR_MONTHS)})(?:{S}{YEAR})?(?:{S}(?:dönemi|ayları)\w*)?")
def months(match: Match, ctx: Context) -> Draft | None:
    first, last = tr_month(match["m1"]), tr_month(match["m2"])
    draft = resolve.named_month(ctx, last, int(match["y"]) if match["y"] else None, match.start(), match.end())
    if draft.period is None:
        return draft
    year = draft.period.first.year
    whole = periods.span(periods.month(year - (first > last), first), draft.period)
    return Draft(period=whole, basis=draft.basis, reason="dates.range")


@rule(r"geçen yılın aynı (?:(?P<m>ay)ı|dönemi|gün[üe])(?:n[ae]|nde|nda|nden|ndan)?")
def same_last_year(match: Match, ctx: Context) -> Draft:
    if match["m"] and ctx.last is not None and ctx.last.precision == "month":
        return Draft(period=periods.shift_month(ctx.last.first, -12), basis=Basis.EVENT, reason="dates.event")
    return resolve.relative(ctx, lambda d: periods.shift_month(d, -12), "APPROX")


_ORDINAL = rf"(?P<ord>{either(TR_ORDINALS)}|[1-4]{APO}?(?:inci|nci|üncü|ncü)|[1-4]\.)"


@rule(
    rf"(?:{OF_YEAR}{S}|{YEAR.replace('<y>', '<y2>')}{S})?{_ORDINAL}{S}(?:(?P<q>çeyre[kğ])|(?P<h>yarı))(?:i"
    rf"|sı|te|teki)?(?:nde(?:n|ki)?|nda(?:n|ki)?|ne|na|nin|nın|e|ni|nı|in)?"
)
def quarter(match: Match, ctx: Context) -> Draft | None:
    word = match["ord"]
    number = TR_ORDINALS.get(word) or int(word[0])
    named = match["y"] or match["y2"]
    if match["h"] and not (named or match["ystep"] or match["this"]):
        return None  # half of a match, of a month
    if not (match["ystep"] or match["this"] or named):
        return resolve.quarter_or_half(ctx, number, False, None, match.start(), match.end())
    year = int(named) if named else _year(match, ctx)
    if year is None:
        return resolve.unresolved()
    draft = resolve.quarter_or_half(ctx, number, match["h"] is not None, year, match.start(), match.end())
    if draft is None or named:
        return draft
    return Draft(period=draft.period, basis=Basis.PUBLISHED, reason="dates.relative")


@rule(
    rf"(?:{OF_YEAR}|(?P<new>yeni yılın)){S}(?:ilk|(?P<son>son)){S}(?:{NUMBER}{S})?(?:ay|haftalar|aylar|gün"
    rf"|günler)(?:ı|ları|i|ü)?(?:nda(?:n|ki)?|nde(?:n|ki)?)?"
)
def months_of_year(match: Match, ctx: Context) -> Draft:
    year = _year(match, ctx)
    if year is None:
        return resolve.unresolved()
    mod = "END" if match["son"] else "START"
    return Draft(
        period=periods.year(year + (match["new"] is not None)), mod=mod, basis=Basis.PUBLISHED, reason="dates.relative"
    )


@rule(
    rf"(?:{YEAR}{S}(?:yılı{S})?|(?P<step>{either(_DAY_STEPS)}){S})?(?P<season>{either(TR_SEASONS)})(?P<end>"
    rf"(?:ında|inde|ın|da|dan|a|aylarında|{S}aylarında|ı|ki|daki)?)"
)
def season(match: Match, ctx: Context) -> Draft | None:
    if not (match["y"] or match["step"]) and not re.fullmatch(r"da|daki| ?aylarında", match["end"]):
        return None
    if match["step"] == "bu" and match["season"] == "yaz" and match["end"] == "ı":
        return None  # "bu yazı": this article
    step = TR_STEPS[match["step"]] if match["step"] else None
    year = int(match["y"]) if match["y"] else None
    return resolve.season(ctx, TR_SEASONS[match["season"]], year, match.start(), match.end(), step)


# --- years ----------------------------------------------------------------------------------------------------------

_NO_YEAR_BEFORE = re.compile(
    rf"(?:[-+/$€£₺%.,:\d{APO[1:-1]}]|(?:\d|\b(?:no|sayılı|bist|mirage|expo|euro|yüzde|madde|saat|yaklaşık"
    rf"|toplam|az|çok|fazla))[ \u00a0])$"
)
_NO_YEAR_AFTER = re.compile(
    rf"\s?(?:[-–+/%:,]?\d|[%°$€₺])|[.,]\d| (?:sayılı|kişi|asker|rus|ton|metre|km|kilo|lira|tl|dolar|avro"
    rf"|euro|bin|milyon|milyar|adet|"
    rf"baz|puan|varil|megavat|polis|öğrenci|işçi|personel|konut|yaşında|rakımlı|üye|gün|saat|yıllık|kadar"
    rf"|türk|sandık|hane|araç|tır|ülke|oy)"
    rf"|{APO}(?:den|dan|ten|tan) (?:fazla|çok|az)|{APO}?(?:er|ar) |{APO}?(?:e|a|ye|ya) yakın|{APO}?[yn]?[iıuü] aşkın"
)


_NAMED_AFTER_YEAR = re.compile(
    r"(?: [A-ZÇĞİÖŞÜ][\w-]*){0,3} (?:[A-ZÇĞİÖŞÜ]\w*)?(?:Sözleşme|Antlaşma|Anlaşma|Karar|Mutabakat|Kupa"
    r"|Protokol|Oyunlar|Anayasa)[ıi]"
)
"""The year is part of the name of a treaty, a ruling or a championship."""


@rule(
    rf"{YEAR}(?P<tail>(?:{APO}?n?[ıiuü]n)?{S}(?:yılı(?:nın)?{S})?{EDGE}|{S}yılı(?:n(?:da(?:ki|n)?|a|ın|ı)?)?|{CASE})?"
)
def year(match: Match, ctx: Context) -> Draft | None:
    if not match["tail"] and (
        _NAMED_AFTER_YEAR.match(ctx.text, match.end())
        or _NO_YEAR_BEFORE.search(ctx.lowered[max(0, match.start() - 14) : match.start()])
        or _NO_YEAR_AFTER.match(ctx.lowered, match.end())
    ):
        return None
    return Draft(period=periods.year(int(match["y"])), mod=EDGES[match["edge"]] if match["edge"] else "")


@rule(rf"{YEAR}{S}?[-–]{S}?(?P<y2>(?:1[5-9]|20)\d\d)(?:{S}(?:yıllar\w*|dönemi\w*|sezonu\w*))?")
def years(match: Match, ctx: Context) -> Draft | None:
    return resolve.fixed(periods.span(periods.year(int(match["y"])), periods.year(int(match["y2"]))))


@rule(rf"(?P<y>(?:1[5-9]|20)\d0){APO}?(?:l[ıiuü]|l[ae]r\w*)(?:{S}yıllar\w*)?(?:{S}{EDGE})?")
def decade(match: Match, ctx: Context) -> Draft:
    return Draft(period=periods.decade(int(match["y"])), mod=EDGES[match["edge"]] if match["edge"] else "")


@rule(rf"(?P<n>\d\d?)\.{S}yüzyıl\w*")
def century(match: Match, ctx: Context) -> Draft | None:
    return Draft(period=periods.century(int(match["n"]))) if int(match["n"]) else None


# --- feasts ---------------------------------------------------------------------------------------------------------


@rule(
    rf"(?:{OF_YEAR}{S})?(?P<name>ramazan|kurban){S}bayramı(?:{APO}?(?:n[ıi]n|nda|ndan|na|nı))?(?:{S}tatilinin)?"
    rf"(?:{S}(?:(?P<eve>arife)|(?P<ord>{either(TR_ORDINALS)}|[1-4]\.)){S}gün(?:ü(?:nde|ne|nden)?)?)?"
)
def feast(match: Match, ctx: Context) -> Draft | None:
    year = _year(match, ctx) if match["ystep"] or match["y"] else None
    number: int | None = None
    if match["eve"]:
        number = 0
    elif match["ord"]:
        number = TR_ORDINALS.get(match["ord"]) or int(match["ord"][0])
    return resolve.feast(ctx, match["name"], match.start(), match.end(), number, year)


@rule(rf"bayramın{S}{_ORDINAL}{S}günü(?:nde|ne)?|(?P<eve>arife)(?:de|{S}günü)")
def feast_day(match: Match, ctx: Context) -> Draft:
    """A day of "the feast": of the one that lies nearest."""
    published = ctx.published
    if published is None:
        return resolve.unresolved()
    name = min(feasts.LENGTH, key=lambda n: feasts.feast(n, published, None)[0].distance(published))
    number = 0 if match["eve"] else TR_ORDINALS.get(match["ord"]) or int(match["ord"][0])
    return resolve.feast(ctx, name, match.start(), match.end(), number)


@rule(r"ramazan (?:ayı(?:nda|nın|na|ndan)?)")
def ramadan(match: Match, ctx: Context) -> Draft:
    draft = resolve.feast(ctx, "ramazan", match.start(), match.end())
    if draft.period is None:
        return draft
    last = draft.period.first - timedelta(1)
    whole = periods.span(periods.day(last - timedelta(29)), periods.day(last))
    return Draft(period=whole, mod="APPROX", basis=Basis.PUBLISHED, reason="dates.feast")


# --- durations, repetitions, pointers -------------------------------------------------------------------------------


@rule(
    rf"(?:son{S})?(?P<n>\d{{1,3}}(?:,\d)?|{SMALL_WORD['tr']}(?:{S}{SMALL_WORD['tr']})?|birkaç|yarım){S}"
    rf"(?P<unit>gün|hafta|ay|yıl|sene|saat|dakika)"
    rf"(?P<end>lü[ğk]ü?n?e?|l[ıi][ğk]ı?n?a?|d[ıiuü]r|t[ıiuü]r|d[ae]n?|nde|[ae]|y[ae]|ın|ün|nın|ı|ü)?(?:{S}"
    rf"(?P<after>içinde|boyunca|süreyle))?"
)
def duration(match: Match, ctx: Context) -> Draft | None:
    if match["unit"] in ("saat", "dakika") and re.match(r" \d", ctx.lowered[match.end() :]):
        return None  # "100 saat 14.20": the words belong to the clock
    value = read(match["n"], "tr")
    number = "X" if value is None else f"{value}"
    unit = TR_UNITS[match["unit"]]
    written = f"PT{number}{'H' if unit == 'H' else 'M'}" if unit in "HT" else f"P{number}{unit}"
    return Draft(kind=Kind.DURATION, timex3=written, reason="dates.duration")


@rule(r"(?P<unit>gün|hafta|ay|yıl)(?:lerdir|lardır|larca|lerce)")
def long_time(match: Match, ctx: Context) -> Draft:
    return Draft(kind=Kind.DURATION, timex3=f"PX{TR_UNITS[match['unit']]}", reason="dates.duration")


@rule(
    r"(?:her|günde|haftada|ayda|yılda) (?P<u>gün|hafta|ay|yıl|sabah|akşam|gece|bir(?: kez| kere)?|iki kez|üç kez|iki)"
)
def repeated(match: Match, ctx: Context) -> Draft:
    first = match.group().split()[0]
    unit = {"günde": "D", "haftada": "W", "ayda": "M", "yılda": "Y"}.get(first) or TR_UNITS.get(match["u"], "D")
    return Draft(kind=Kind.SET, timex3=f"P1{unit}", reason="dates.set")


@rule(
    r"(?:(?P<past>son (?:günlerde|dönemde|haftalarda|aylarda|yıllarda|zamanlarda)|daha önce|geçmişte"
    r"|geçtiğimiz (?:günlerde|aylarda|haftalarda)|"
    r"birkaç (?:gün|hafta|ay|yıl) önce|kısa süre önce|geçen(?:lerde| günlerde| aylarda| haftalarda| yıllarda))|"
    r"(?P<future>bundan sonra|(?:ilerleyen|önümüzdeki|gelecek) (?:günlerde|haftalarda|aylarda|yıllarda"
    r"|dönemde)|yakında)|"
    r"(?P<now>şu anda|şu an|halihazırda|hâlihazırda|günümüzde))"
)
def pointer(match: Match, ctx: Context) -> Draft:
    name = "PAST_REF" if match["past"] else "FUTURE_REF" if match["future"] else "PRESENT_REF"
    return Draft(timex3=name, reason="dates.vague")


# --- times ----------------------------------------------------------------------------------------------------------

_PARTS = {"sabah": "MO", "öğle": "MI", "ikindi": "AF", "akşam": "EV", "gece": "NI", "şafak": "MO", "seher": "MO"}
_PART_OF_DAY = (
    r"sabaha karşı|sabahın (?:erken |ilk )?saatlerinde(?:n|ki)?|öğleden (?:sonra|önce)(?:ki)?|öğleye doğru"
    r"|akşamüstü|akşam üzeri|akşama doğru|"
    r"(?:bu )?gece yarısı(?:ndan sonra|ndan|na|nda)?|gece boyunca|(?:şafak|ikindi|akşam|sabah|öğle"
    r"|seher) vakti(?:nde)?|şafakta|öğlen|öğleyin|sabahleyin|"
    r"(?:sabah|akşam|öğle|gece)(?:(?:in|ın)? (?:erken|geç|ilk))? saatleri(?:nde(?:n|ki)?|ne)|"
    r"(?:bu|önceki|evvelki) (?:sabah|akşam|gece)(?:ki|n|dan|den)?|(?:bugün öğle|sabah|akşam|gece)"
)


@rule(rf"(?P<part>{_PART_OF_DAY})")
def part_of_day(match: Match, ctx: Context) -> Draft | None:
    word = match["part"]
    if word in ("sabah", "akşam", "gece") and not _may_stand_alone(match, ctx):
        return None
    return _part(ctx, word)


@rule(r"(?P<part>sabahı|akşamı|gecesi)(?:n[dae]\w*)?")
def part_of_named_day(match: Match, ctx: Context) -> Draft | None:
    if ctx.previous is None or match.start() - ctx.previous.end > 1 + len("'nin"):
        return None
    return _part(ctx, match["part"])


_NOT_A_TIME = re.compile(
    r" (?:bekçi|sıcaklığ|vardiya|kulüb|hayat|görüş|gazete|kahvaltı|yemeğ|namaz|ezan|elbise|mesai|gündüz|akşam)"
)


def _may_stand_alone(match: Match, ctx: Context) -> bool:
    before = ctx.lowered[max(0, match.start() - 10) : match.start()].rstrip()
    word = ctx.text[match.start() : match.end()]
    opens = not before or before[-1] in '.!?\n:;“"—–-'
    return not (word[0].isupper() and not opens and not word.isupper()) and not (
        re.search(r"(?:\bher|\bbir|\biyi|\bo|\d)$", before) or _NOT_A_TIME.match(ctx.lowered, match.end())
    )


def _part(ctx: Context, word: str) -> Draft:
    """A part of the day that is named right before it, or else of the day of publication."""
    code = next((c for stem, c in _PARTS.items() if stem in word), "NI")
    if word.startswith(("öğleden sonra", "akşamüst")):
        code = "AF"
    own = word.startswith(("bu ", "önceki", "evvelki"))
    day = None if own else resolve.day_before_time(ctx)
    if day is None and ctx.published is not None:
        day = ctx.published - timedelta(1 if own and not word.startswith("bu ") else 0)
    if day is None:
        return Draft(kind=Kind.TIME, reason=resolve.UNRESOLVED, basis=Basis.PUBLISHED)
    anchor = periods.day(day)
    return Draft(
        kind=Kind.TIME, period=anchor, timex3=f"{anchor.iso}T{code}", basis=Basis.PUBLISHED, reason="dates.part_of_day"
    )


_CLOCK = r"(?P<h>[01]?\d|2[0-4])(?P<sep>[.:])(?P<m>[0-5]\d)"


@rule(rf"(?P<mark>(?:saat|tsi|sabah|akşam|gece){S})?{_CLOCK}(?P<case>{CASE})?")
def clock(match: Match, ctx: Context) -> Draft | None:
    if not match["mark"] and not _bare_clock(match, ctx):
        return None
    zone = "+03:00" if match["mark"] and match["mark"].startswith("tsi") else ""
    return resolve.clock(ctx, int(match["h"]), match["m"], zone)


_CLOCK_AFTER = re.compile(rf"(?:{APO}(?:[dt][ae]\w*|[yns]?[ae]\b|[ıiuü]\b)| ?[-–—]\s|: |[)\]]| (?:itibar|sıra|sular))")


def _bare_clock(match: Match, ctx: Context) -> bool:
    before = ctx.lowered[max(0, match.start() - 24) : match.start()]
    if len(match["h"]) < 2 and match["sep"] == ".":
        return False
    line_start = not before.rsplit("\n", 1)[-1].strip(" •-–—*(")
    if match["sep"] == ":":
        return re.match(r":\d", ctx.lowered[match.end() :]) is None and not before.endswith(tuple("0123456789:"))
    if before.endswith(tuple("0123456789.,:%$€")) or re.search(r"(?:yüzde|%|\bm\.) ?$", before):
        return False
    after = ctx.lowered[match.end() : match.end() + 14]
    if re.match(r"[.,]?\d| (?:puan|milyon|milyar|bin|lira|dolar|tl|avro|euro|metre|kilo|ton)", after):
        return False
    if line_start and (_CLOCK_AFTER.match(after) or re.match(r" [^\W\d_a-zçğıöşü]", ctx.text[match.end() :])):
        return True
    adjacent = (
        ctx.previous is not None
        and 0 <= match.start() - ctx.previous.end <= 2
        and ctx.previous.kind in (Kind.DATE, Kind.TIME)
    )
    return bool(adjacent or re.match(rf"{APO}[dt][ae]|{APO}(?:e|a|ye|ya) kadar| (?:itibar|sıra|sular)", after))
