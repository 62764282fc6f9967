"""Invented articles of any length and their mentions: the same ones on every run and every machine."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime

from dateline.core.annotation import Mention, Origin, Status
from dateline.core.article import Article, ArticleStatus, Metadata
from dateline.core.ids import new_id
from dateline.core.review import Decision, Put
from dateline.core.spans import Span
from dateline.core.text import FrozenText

PUBLISHED = date(2024, 3, 15)
_SENTENCES = (
    ("{person}, {place}'da düzenlenen toplantıda {org} temsilcileriyle görüştü.", ("person", "place", "org")),
    ("{org} sözcüsü {person}, kararın {day} açıklanacağını söyledi.", ("org", "person", "day")),
    ("Heyetin {day} {place}'a gitmesi ve {org} yetkilileriyle bir araya gelmesi bekleniyor.", ("day", "place", "org")),
    ("Muhalefet, {place}'daki saldırıyı kınadı ve soruşturma açılmasını istedi.", ("place",)),
    ("Görüşmelerin ardından kısa bir yazılı bildiri yayımlandı, ayrıntı verilmedi.", ()),
    ("Bölge halkı ise günlerdir süren belirsizliğin bir an önce sona ermesini istiyor.", ()),
)
_NAMES = {
    "person": ("Selim Arıkan", "Derya Köksal", "Nihat Uysal", "Elif Taşkıran", "Murat Sezgin"),
    "place": ("Karaova", "Yenihisar", "Taşlıbel", "Akpınarlı"),
    "org": ("Kıyı Balıkçıları Birliği", "Ulusal Tahıl Kurumu", "Bölge Konseyi"),
    "day": ("salı günü", "14 Mart'ta", "önümüzdeki hafta"),
}
_LABELS = {"person": "PERSON", "place": "GPE", "org": "ORG", "day": "DATE"}


def write(words: int, mentions: int, number: int = 0) -> tuple[str, list[tuple[int, int, str]]]:
    """A text of about `words` words with exactly `mentions` places named in it, as (start, end, label)."""
    chance = random.Random(number)
    text = ""
    found: list[tuple[int, int, str]] = []
    while len(text.split()) < words or len(found) < mentions:
        short = len(found) < mentions * (len(text.split()) + 12) / words
        template, kinds = chance.choice([s for s in _SENTENCES if bool(s[1]) == (short and len(found) < mentions)])
        for kind in kinds:
            before, _, template = template.partition("{" + kind + "}")
            name = chance.choice(_NAMES[kind])
            text += before
            if len(found) < mentions:
                found.append((len(text), len(text) + len(name), _LABELS[kind]))
            text += name
        text += template + (" " if chance.random() < 0.7 else "\n\n")
    return text.strip(), found


def article(number: int = 0, words: int = 350, mentions: int = 40) -> tuple[Article, Decision]:
    """An article and the machine's step that suggests its mentions."""
    text, found = write(words, mentions, number)
    origin = Origin("rule", "reason.analyst")
    edits = tuple(
        Put(Mention(new_id(), Span(start, end), label, Status.SUGGESTED, origin, text[start:end]))
        for start, end, label in found
    )
    metadata = Metadata(f"Deneme {number}", "Deneme Ajansı", "tr", PUBLISHED)
    return (
        Article(new_id(), FrozenText(text), metadata, ArticleStatus.NEW, datetime(2024, 3, 15, tzinfo=UTC)),
        Decision("suggest", edits, str(len(edits))),
    )
