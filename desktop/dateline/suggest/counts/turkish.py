"""Turkish counts: a number and the noun phrase behind it ("23 Türk askeri", "300'den fazla kişi"), or the number alone
where the noun stands before it ("yaralı sayısı 29", "gözaltındakilerin 160'ının").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.suggest.counts.words import LEFT, Word, following
from dateline.suggest.dates.lexicon import APO, either
from dateline.suggest.numbers import DIGITS, SMALL_WORD

_SCALE = "(?:bin|milyon|milyar)"
_NUMERAL = rf"(?:{SMALL_WORD['tr']}|yüz|bin)"
_FIGURE = rf"(?:{DIGITS})(?: {_SCALE}(?: (?:{DIGITS}) {_SCALE})?(?: \d{{1,3}}(?![\d.,]\d))?)?"
_NUMBER = re.compile(
    rf"{LEFT}(?P<n>(?:(?:on|yüz) )?(?:bin|yüz|on|milyon)l[ae]rc[ae]|(?:{_FIGURE} (?:ila|ile) )?{_FIGURE}"
    rf"|{_NUMERAL}(?: {_NUMERAL})*(?: {_SCALE})?)"
    rf"(?:{APO}?[dt][ae]n (?:fazla|çok|az)|{APO}?y?[ae] (?:yakın|varan)|{APO}?[yns]?[ıiuü] aşkın| kadar| civarında)?"
    rf"(?:{APO}[şs]?[ae]r|{APO}y?[ae]r)? (?=\w)"
)
_PART = re.compile(
    rf"{LEFT}(?P<n>{_FIGURE})(?={APO}(?:s?[ıiuü]|[ıiuü]n[ıiuü]n|s[ıi]n[ıi]n)(?!\w)(?! (?:aşkın|aş|bul|geç)))"
)
_TOTAL = re.compile(
    rf"(?:sayısı|kaybı)(?:n[ıi]n?)?(?: (?:ise|da|de))? (?P<n>{_FIGURE})(?![\w%])(?! (?:kişi|bin|milyon))"
    rf"(?:(?={APO}[dt][ae]n (?P<to>{_FIGURE}){APO}y?[ae](?!\w)))?"
)
_CROWD = re.compile(rf"{LEFT}(?P<n>(?:on|yüz) binler(?:[ei]|in|den|ce)?)(?!\w)")

_NO_NOUN = re.compile(
    r"ve|veya|ile|ya|de|da|no|dil\w{0,3}|daha|başka|ayrı|alt\w?|üst\w?|fazla|yakın|arada|araya|şey\w{0,3}"
    r"|ay\w{0,3}|il[ae]|"
    r"tür(?:ü|de)?|set|aç[ıi]|gol\w{0,3}|dk|tur\w{0,2}|sonraki|önceki|oldu|geldi|yüze|sayılı|üyeli|katlı|koldan|sırada|"
    r"yakası\w*|artı|eksi|kaynak|yetkili|tl|sayıda|taraf(?!tar)\w*|kat(?!ıl)\w*|"
    r"(?:kez|kere|defa|yaş|madde|kesim|cümle|kelime|numara|gün|hafta|yıl|sene|saat|dakika|saniye|dönem|bölüm"
    r"|tarih|çeyre|"
    r"yarı|ayak|santim|sezon|nokta|büyüklüğ|derece|şiddet|başkent|yüzyıl|puan|baz|kriter|yıldız|milyon|milyar|trilyon|"
    r"lira|dolar|avro|euro|sterlin|ruble|çeşit|kıta|vardiya)(?!lı)\w*"
)
"""Nouns that a number does not count for an event: repetitions, ages, parts, sides, points of a text."""

_PARTNERS = re.compile(
    "ülke|lider|hükümet|kent|şehir|diplomat|minibüs|daire|bakan|komşu|kardeş|rakib|ada[yı]|ordu|telefon|kahve|aile|"
    "ateşkes|fasl|başkan|örgüt|liman|yakın"
)
"""With a small number in words these are the two sides of a relation, not a toll."""

_PEOPLE = (
    "kişi insan asker er polis sivil çocuk kadın erkek işçi denizci öğrenci öğretmen memur subay mahkum mahkûm tutuklu "
    "esir rehine yaralı ölü şehit terörist militan gazeteci şüpheli sanık yolcu mürettebat göçmen mülteci sığınmacı "
    "köylü madenci pilot savaşçı gösterici eylemci protestocu aktivist üye vekil milletvekili savcı hakim hâkim doktor "
    "mühendis itfaiyeci korucu muhafız çalışan personel vatandaş turist hacı taraftar sporcu kurtarıcı"
).split()
_ONE = re.compile(rf"(?:{either(_PEOPLE)}|çocuğ)(?:n?[ıiuü]n|y?[ıiuü]|y?[ae]|[dt][ae]n?|s[ıi]n[ıi]n)?")
_HEADS = (
    "çocuğ kurban can üretici çiftçi çoban esnaf ekonomist uzman lider komando milis firari tekne gemi bot uçak uçağ "
    "helikopter tank füze roket dron araç arac tır kamyon otobüs otomobil silah tüfek tüfeğ "
    "tabanca bomba mermi ev konut "
    "bina okul köy ilçe il ülke sandık oy imza ton kilo kilogram gram metre kilometre metreküp metrekare kilometrekare "
    "hektar dönüm varil litre megavat mil adet doz kutu çadır battaniye köprü tesis şirket "
    "firma dosya belediye cezaevi "
    "mevzi mağara koyun kovan hayvan ağaç sefer kaza vaka saldırı hesap üs abone kullanıcı izleyici oyuncu aile hane"
).split()
_HEAD = re.compile(
    rf"{either([*_PEOPLE, *_HEADS])}"
    r"(?:l[ıi][kğ](?!e)\w*|l[ae]r\w{0,6}"
    r"|(?:s[ıi]|[yn])?[ıiuü]?(?:n?[ıiuü]n|n[ıiuü]|[dt][ae]n?|[yn]?[ae]|y?[ıiuü]|yl[ae]|l[ae])?)"
)
_OWNED = (
    "gemi araç arac uçağ helikopter füze tank tanker batarya sistem mensub üye yakın görevli "
    "şoför çalışan asker vatandaş "
    "diplomat subay işçi yangın yeleğ tüfeğ makine simülatör mühendis personel bomba üss güc mermi polis memur yolcu "
    "kardeş tutuklu doktor tugay araba roket top kamyon hastane ocağ köy bina üretici pilot yetkili savaşçı militan "
    "terörist ev konut ilçe hücre merkez büro okul lise mayın mühimmat dron radar"
).split()
_OWNED_HEAD = re.compile(rf"{either(_OWNED)}(?:s[ıi]|[ıiuü])(?:n(?:[ıiuü]n?|[ae]|[dt][ae]n?)|yl[ae])?")
"""The second half of a compound: "hava aracı", "örgüt mensubu"."""

_MODIFIER = re.compile(
    r"\w+(?:lı|li|lu|lü|sız|siz|suz|süz|sel|sal)|"
    + either(
        "askeri askerî zırhlı yeni ağır insansız hava sahil deniz uçak mayın mobil mekanize ahşap "
        "ikinci büyük küçük genç "
        "sivil kamu sağlık orman ziraat iş örgüt jüri çekimser olumlu olumsuz can kargo savaş "
        "eğitim ticari balistik seyir "
        "taktik avlama güvenlik özel terör kurtarma yardım mülteci göçmen yabancı gönüllü adet "
        "güney kuzey kaçak ikram".split()
    )
)
_NATION = re.compile(
    r"\w+(?:lı|li|lu|lü)(?:n[ıiuü]n|y[ıiuü]|y[ae]|[dt][ae]n?|yl[ae]|l[ae]r\w*)?"
    r"|(?:türk|kürt|afgan|rus|arap|alman|fransız|ingiliz|ermeni|yunan|abd|amerikan)\w{0,3}"
)
_VERB = re.compile(
    r"\w{2,}(?:arak|erek|[ıiuü]p|[ıiuü]yor\w*|[dt][ıiuü]|[ae]ca[kğ]\w*|ece[kğ]\w*|m[ıiuü]ş(?:t[ıiuü]\w*)?)"
    r"|var|yok|olan|eden"
)
_LINK = frozenset(
    "ve veya ile için içinse ise da de bir daha ki gibi kadar olmak satın iki üç kala önce sonra evini".split()
)
_CASED = re.compile(r"\w+(?:n[ıiuü]n|y[ıiuü]|[dt][ae]n?|y[ae]|yl[ae])")


def find(text: str, lowered: str, start: int) -> Iterator[tuple[int, int, str]]:
    """See `counts.find`."""
    for match in _NUMBER.finditer(lowered, start):
        end = _phrase(text, lowered, match)
        if end is not None:
            yield match.start(), end, match["n"]
    for pattern in (_PART, _TOTAL, _CROWD):
        for match in pattern.finditer(lowered, start):
            yield match.start("n"), match.end("n"), match["n"]
            if pattern is _TOTAL and match["to"]:
                yield match.start("to"), match.end("to"), match["to"]


def _phrase(text: str, lowered: str, match: re.Match[str]) -> int | None:
    """Where the counted noun phrase ends; None where nothing is counted."""
    words = following(text, lowered, match.end(), 4)
    if not words or _NO_NOUN.fullmatch(words[0].lower):
        return None
    number = match["n"]
    compound = len(words) > 1 and _OWNED_HEAD.fullmatch(words[1].lower) is not None
    if number == "bir":  # an article more often than a number
        return words[0].end if _ONE.fullmatch(words[0].lower) and not compound else None
    if _in_name(text, match, words[0]):
        return None
    small = not number[0].isdigit() and len(number) < 7
    if small and not compound and _PARTNERS.match(words[0].lower):
        return None
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) and words[index + 1].lower not in _LINK else None
        if word.lower == "diplomat" and (small or len(number) == 1):
            return None  # nameless sources
        if after and _OWNED_HEAD.fullmatch(after.lower) and not _CASED.fullmatch(word.lower):
            return after.end
        if _HEAD.fullmatch(word.lower) or (index and _OWNED_HEAD.fullmatch(word.lower)):
            return word.end
        if after and index < 3 and not _VERB.fullmatch(after.lower) and _leads_on(word, after):
            continue
        return None if not index and _VERB.fullmatch(word.lower) else word.end
    return None


def _leads_on(word: Word, after: Word) -> bool:
    """Whether a word only describes the noun that follows."""
    if _MODIFIER.fullmatch(word.lower) and not word.capital:
        return True
    if not word.capital:
        return False
    if not _NATION.fullmatch(word.lower):
        return True  # a name of several words: "20 Eurofighter Typhoon"
    if _CASED.fullmatch(word.lower):
        return False
    described = _HEAD.fullmatch(after.lower) or _MODIFIER.fullmatch(after.lower) or after.capital
    return bool(described or after.lower.startswith("diplomat"))


def _in_name(text: str, match: re.Match[str], word: Word) -> bool:
    """Whether the number belongs to a name: "Temim bin Hamed", "On Gözlü Köprü", "Isparta 32 Spor"."""
    number = match["n"]
    before = re.search(r"[A-ZÇĞİÖŞÜ]\w*\.?\s$", text[max(0, match.start() - 20) : match.start()])
    if number.split()[0] == "bin" and before:
        return True
    written = text[match.start() : match.end()]
    if not word.capital or (written.isupper() and not number[0].isdigit()):
        return False
    if written[0].isupper():
        return len(number) < 6
    ordinary = _NATION.fullmatch(word.lower) or _HEAD.fullmatch(word.lower)
    return bool(before and number[0].isdigit() and len(number) < 4 and not ordinary)
