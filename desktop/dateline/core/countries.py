"""The countries that an entity may have: the codes of ISO 3166-1 alpha-3 with their Turkish and English names.

Kosovo has `XKX`, which the standard leaves to its users and which those who count countries use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.core import assets
from dateline.core.turkish import fold, sort_key

_OTHERS = frozenset({"ABH", "KRG", "NCY", "NIR", "OST", "OTT", "SCT", "SOL", "SUN", "WLS", "YUG"})
"""What the gazetteer finds in texts under a code of its own that is not one of the standard."""


@dataclass(frozen=True, slots=True)
class Country:
    """A code and its names, the usual one first."""

    code: str
    turkish: tuple[str, ...]
    english: tuple[str, ...]

    def name(self, language: str) -> str:
        return (self.turkish if language == "tr" else self.english)[0]

    def folded(self) -> tuple[str, ...]:
        return tuple(fold(name) for name in (self.code, *self.turkish, *self.english))


@cache
def countries() -> Sequence[Country]:
    """Every country and territory of the standard."""
    found = []
    for file in ("countries.tsv", "territories.tsv"):
        for line in assets.path("gazetteers", file).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                code, turkish, english = (cell.strip() for cell in line.split(";")[:3])
                if code not in _OTHERS:
                    found.append(Country(code, tuple(turkish.split("|")), tuple(english.split("|"))))
    return tuple(found)


@cache
def _codes() -> dict[str, str]:
    """Codes by every name; a name that is another country's code stands behind that."""
    named = {name: country.code for country in reversed(countries()) for name in country.folded()[1:]}
    return named | {fold(country.code): country.code for country in countries()}


def code(words: str) -> str | None:
    """The code that a code or a name in whatever spelling means: `tur`, `Türkiye`, `TURKEY`. None for no country."""
    return _codes().get(fold(" ".join(words.split())))


def matching(words: str, language: str) -> Sequence[Country]:
    """The countries whose code or a name of which begins with some words, in the order of their names; then others
    in which a word does."""
    wanted = fold(" ".join(words.split()))
    ordered = sorted(countries(), key=lambda country: sort_key(country.name(language)))
    first = [c for c in ordered if any(name.startswith(wanted) for name in c.folded())]
    return first + [c for c in ordered if c not in first and any(f" {wanted}" in name for name in c.folded())]
