"""Names that a pattern tells: numbered laws and resolutions, articles of a law, trade unions."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from dateline.suggest.analysis import Analysis, Found, analysis_of

_UNION = re.compile(r"(?:(?:Birleşik|Öz|Dev|Türk|Genç|Bağımsız)[ -])?\b[A-ZÇĞİÖŞÜ]\w+-(?:İş|Sen)\b")
_NUMBERED = {
    "tr": re.compile(
        r"\b\d{2,5}\s+sayılı\s+(?:[A-ZÇĞİÖŞÜ]\w*\s+(?:ve\s+)?){0,6}(?:ek\s+)?"
        r"(?:karar|kanun|yasa|tasarı|madde|KHK|TCK|CMK|Kanun|Karar|Yasa)\w*|\b\d{1,3}\.\s+yaptırım\s+paketi\w*"
    ),
    "en": re.compile(r"\b[Rr]esolution\s+\d{2,5}\b|\bArticle\s+\d+\b"),
}
_ARTICLE = re.compile(
    r"[’'ʼ]?(?:nin|nın|nun|nün|in|ın|un|ün)?\s+\d{1,4}(?:\.|[’']?(?:inci|ıncı|nci|ncı|üncü|uncu))\s+madde\w*"
)


def _law(start: int, end: int, text: str, priority: int) -> Found:
    return Found(start, end, "LAW", "rule", "suggest.numbered_law", {"name": text[start:end]}, priority=priority)


def _laws(analysis: Analysis, text: str) -> None:
    """`2231 sayılı karar`, `18. yaptırım paketi`, and the article of a law: `Paris Anlaşması'nın 6. maddesi`."""
    for match in _NUMBERED[analysis.language].finditer(text, analysis.body_start):
        analysis.mentions.append(_law(match.start(), match.end(), text, 80))
    for f in [f for f in analysis.mentions if f.label == "LAW"]:
        article = _ARTICLE.match(text, f.end)
        if article:
            analysis.mentions.append(_law(f.start, article.end(), text, 81))


def _unions(analysis: Analysis, text: str) -> None:
    """Turkish trade unions: `Hava-İş`, `Eğitim-Sen`."""
    for match in _UNION.finditer(text, analysis.body_start):
        evidence = {"evidence": match.group()}
        analysis.mentions.append(
            Found(match.start(), match.end(), "ORG", "rule", "suggest.shape.org", evidence, priority=74)
        )


@Language.component("dateline_patterns")
def patterns(doc: Doc) -> Doc:
    """Proposes what its written form alone tells."""
    analysis = analysis_of(doc)
    _laws(analysis, doc.text)
    if analysis.language == "tr":
        _unions(analysis, doc.text)
    return doc
