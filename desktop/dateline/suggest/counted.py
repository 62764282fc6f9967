"""Counts: a number and the noun phrase that it counts. The nouns are general; ages, repetitions and parts are not counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.suggest.dates.lexicon import APO, either
from dateline.suggest.numbers import DIGITS, SMALL_WORD

_TR_SCALE = "(?:bin|milyon|milyar)"
_TR_NUMBER = re.compile(
    rf"(?<![\w.,:/%$€£₺+-])(?<!\d[-–])(?P<n>(?:{DIGITS})(?: {_TR_SCALE}(?: (?:{DIGITS}) {_TR_SCALE})?(?: \d{{1,3}}(?![\d.,]\d))?)?|"
    rf"(?:{SMALL_WORD['tr']}|yüz|bin)(?: (?:{SMALL_WORD['tr']}|yüz|bin))*(?: {_TR_SCALE})?|"
    rf"(?:(?:on|yüz) )?(?:bin|yüz|on|milyon)l[ae]rc[ae])"
    rf"(?P<about>(?:(?:{APO}?(?:[dt][ae]n)) (?:fazla|çok|az)|{APO}?y?[ae] (?:yakın|varan)|{APO}?[yns]?[ıiuü] aşkın| kadar| civarında)?)"
    rf"(?:{APO}[şs]?[ae]r|{APO}y?[ae]r)? (?=\w)"
)
_EN_NUMBER = re.compile(
    rf"(?<![\w.,:/%$€£₺+-])(?<!\d[-–])(?P<n>(?:{DIGITS})(?: (?:thousand|million|billion))?|(?:{SMALL_WORD['en']})(?: (?:hundred|thousand|million))?|"
    rf"(?:dozens|hundreds|thousands|scores|tens of thousands|hundreds of thousands|millions) of|several (?:hundred|thousand|dozen)|a dozen) (?=\w)"
)

# Nouns that a number does not count for the event: repetitions, ages, parts, sides, points of a text.
_TR_STOP = re.compile(
    r"(?:kez|kere|defa|yaş|madde|kat(?!ıl)|taraf|kesim|cümle|kelime|numara|sonraki|önceki|şey|gün|hafta|ay|yıl|sene|saat|dakika|saniye|sayılı|numaralı|"
    r"no|kaynak|yetkili|maddelik|dönem|araya|arada|bölüm|tarih|çeyre|yarı|taşla|ayak|santim|sezon|üyeli|katlı|dil|nokta|ve|veya|ile|ya|de|da|"
    r"büyüklüğ|derece|şiddet|hane(?=li)|başkent|başka|daha|ayrı|tur|koldan|maddeli|oldu|geldi|yüzyıl|bölge(?!s)|puan|baz|kınama|kriter|alt|üst|yıldız|"
    r"milyon|milyar|bin|trilyon|fazla|yakın|lira|dolar|avro|euro|tl|sterlin|ruble|numarada|sırada|yakası|artı|eksi|çeşit|tür|set|açı|kıta|gol|dk|uncu)"
)
_TR_NOT_SMALL = re.compile(r"(?:ülke|lider|hükümet|kent|şehir|diplomat|minibüs|daire|bakan|komşu|kardeş|rakib|ada[yı]|ordu|telefon|kahve|aile|düve|ateşkes|fasl|başkan|örgüt|liman|yakın)")
_PEOPLE = (
    "kişi insan asker er polis sivil çocuk kadın erkek işçi denizci öğrenci öğretmen memur subay mahkum mahkûm tutuklu esir rehine yaralı ölü şehit "
    "terörist militan gazeteci şüpheli sanık yolcu mürettebat göçmen mülteci sığınmacı köylü madenci pilot savaşçı gösterici eylemci protestocu aktivist "
    "üye vekil milletvekili savcı hakim hâkim doktor mühendis itfaiyeci korucu muhafız çalışan personel vatandaş turist hacı taraftar sporcu kurtarıcı"
).split()
_TR_ONE = re.compile(rf"{either([*_PEOPLE])}(?:n?[ıiuü]n|y?[ıiuü]|y?[ae]|[dt][ae]n?|s[ıi]n[ıi]n)?")
_TR_HEAD = re.compile(
    rf"(?:{either(_PEOPLE)}|çocuğ|mahkûm|şüpheli|kurban|can|üretici|çiftçi|çoban|esnaf|ekonomist|uzman|lider|komando|milis|firari|tekne|gemi|bot|uçak|uçağ|"
    r"helikopter|tank|füze|roket|dron|araç|arac|tır|kamyon|otobüs|otomobil|silah|tüfe[kğ]|tabanca|bomba|mermi|ev|konut|bina|okul|köy|ilçe|il|ülke|sandık|oy|imza|"
    r"ton|kilo|kilogram|gram|metre|kilometre|metreküp|metrekare|kilometrekare|hektar|dönüm|varil|litre|megavat|mil|adet|doz|kutu|çadır|battaniye|köprü|tesis|"
    r"şirket|firma|dosya|belediye|cezaevi|mevzi|mağara|koyun|kovan|hayvan|ağaç|sefer|kaza|vaka|saldırı|hesap|üs|abone|kullanıcı|izleyici|oyuncu|aile|hane)"
    r"(?:l[ıi][kğ](?!e)\w*|l[ae]r\w{0,6}|(?:s[ıi]|[yn])?[ıiuü]?(?:n?[ıiuü]n|n[ıiuü]|[dt][ae]n?|[yn]?[ae]|y?[ıiuü]|yl[ae]|l[ae])?)"
)
_TR_BELONGS = re.compile(
    r"(?:gemi|araç|arac|uçağ|helikopter|füze|tank|tanker|batarya|sistem|mensub|üye|yakın|görevli|şoför|çalışan|asker|vatandaş|diplomat|subay|işçi|yangın|yeleğ|tüfeğ|"
    r"makine|simülatör|mühendis|personel|bomba|üss|güc|mermi|polis|memur|yolcu|kardeş|tutuklu|doktor|tugay|araba|roket|top|kamyon|hastane|ocağ|köy|bina|üretici|"
    r"pilot|yetkili|savaşçı|militan|terörist|ev|konut|ilçe|puan|hücre|merkez|büro|okul|lise|mayın|mühimmat|dron|radar)(?:s[ıi]|[ıiuü])(?:n(?:[ıiuü]n?|[ae]|[dt][ae]n?)|yl[ae])?"
)
_TR_MODIFIER = re.compile(
    r"(?:\w+(?:lı|li|lu|lü|sız|siz|suz|süz|sel|sal)|askeri|askerî|zırhlı|yeni|ağır|insansız|hava|sahil|deniz|uçak|mayın|mobil|mekanize|ahşap|ikinci|büyük|küçük|genç|sivil|kamu|sağlık|orman|"
    r"ziraat|iş|örgüt|jüri|çekimser|olumlu|olumsuz|can|kargo|savaş|eğitim|ticari|balistik|seyir|taktik|avlama|güvenlik|özel|terör|kurtarma|yardım|mülteci|göçmen|yabancı|gönüllü|adet|güney|kuzey|kaçak|ikram|kişi)"
)
_TR_VERBAL = re.compile(r"\w+(?:arak|erek|ıp|ip|up|üp|yor|di|dı|du|dü|ti|tı|ecek|acak|en|an|mış|miş|muş|müş)")
_WORD = re.compile(r"[^\W\d_][\w-]*")

_EN_STOP = re.compile(
    r"(?:of|to|in|on|and|or|per|percent|cent|day|week|month|year|hour|minute|second|decade|side|time|point|basis|count|language|war|candidate|thing|hand|stage|round|goal|step|"
    r"party|power|way|reason|phase|degree|o|a|am|pm|p|million|billion|thousand|hundred|dollar|euro|magnitude|passport|diplomat|minute|times|other|more than|others|ago|counts|seat|the|may|is|was|were)s?"
)
_EN_PLURAL = re.compile(
    r"(?:people|men|women|children|police|troops|personnel|crew|dead|wounded|injured|staff|servicemen|policemen|firefighters|\w+(?<![aiousS])s|attaches|cattle|aircraft|km|kilomet(?:re|er)s?|tonnes|tons)"
)
_EN_ONE = re.compile(r"(?:person|officer|soldier|policeman|man|woman|child|civilian|worker|protester|journalist|student)")


def find(text: str, lowered: str, language: str, start: int = 0) -> Iterator[tuple[int, int, str]]:
    """Counts as (start, end, the words of the number), in order; `lowered` has the length of `text`."""
    numbers = _TR_NUMBER if language == "tr" else _EN_NUMBER
    phrase = _turkish if language == "tr" else _english
    for match in numbers.finditer(lowered, start):
        end = phrase(text, lowered, match)
        if end is not None:
            yield match.start(), end, match["n"]


def _following(text: str, lowered: str, at: int, count: int) -> list[tuple[str, str, int]]:
    """The next words, as long as single blanks part them: lower case, as written, end."""
    result: list[tuple[str, str, int]] = []
    while len(result) < count and (match := _WORD.match(lowered, at)):
        result.append((match.group(), text[match.start() : match.end()], match.end()))
        at = match.end() + 1
        if lowered[match.end() : at] not in (" ", "\u00a0"):
            break
    return result


def _turkish(text: str, lowered: str, match: re.Match[str]) -> int | None:
    following = _following(text, lowered, match.end(), 4)
    if not following or _TR_STOP.match(following[0][0]):
        return None
    number = match["n"]
    if number == "bir":
        word, _, end = following[0]
        return end if _TR_ONE.fullmatch(word) else None
    small = not number[0].isdigit() and len(number) < 7
    if small and _TR_NOT_SMALL.match(following[0][0]):
        return None
    for index, (word, written, end) in enumerate(following):
        after = following[index + 1] if index + 1 < len(following) else None
        if after and _TR_BELONGS.fullmatch(after[0]) and not _TR_STOP.match(word):
            return after[2]
        if _TR_HEAD.fullmatch(word) or (index and _TR_BELONGS.fullmatch(word)):
            return end
        if (_TR_MODIFIER.fullmatch(word) or written[0].isupper()) and after and index < 3 and not _TR_VERBAL.fullmatch(after[0]):
            continue
        if _TR_VERBAL.fullmatch(word) and not index:
            return None
        return end
    return None


def _english(text: str, lowered: str, match: re.Match[str]) -> int | None:
    following = _following(text, lowered, match.end(), 4)
    if not following or _EN_STOP.fullmatch(following[0][0]):
        return None
    if match["n"] == "one":
        word, _, end = following[0]
        return end if _EN_ONE.fullmatch(word) else None
    for _index, (word, _, end) in enumerate(following):
        if _EN_STOP.fullmatch(word):
            return None
        if _EN_PLURAL.fullmatch(word):
            return end
    return None
