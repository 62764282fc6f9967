"""What the filter and the order by title look at: the words of each article folded as Turkish is, in slices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dateline.core.article import ArticleSummary
from dateline.core.turkish import fold, sort_key

_SLICE = 250
"""Articles that are made ready at a time: some milliseconds."""


class Folding:
    """Folds articles some at a time, or all of them where the answer cannot wait."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._waiting: list[ArticleSummary] = []

    def begin(self, articles: Iterable[ArticleSummary]) -> None:
        """Forgets all there was; these are to be folded, the first of them first."""
        self._folded, self._keys = {}, {}
        self._waiting = list(articles)
        self._waiting.reverse()

    def add(self, articles: Iterable[ArticleSummary]) -> None:
        """These are to be folded as well."""
        self._waiting += [a for a in articles if a.id not in self._folded]

    def renew(self, article: ArticleSummary) -> None:
        """An article has another title, source or date."""
        if article.id in self._folded:
            self._folded[article.id] = fold(_looked_at(article))
            self._keys[article.id] = sort_key(article.title)

    @property
    def ready(self) -> bool:
        """Whether nothing waits to be folded."""
        return not self._waiting

    def some(self, newest: Callable[[str], ArticleSummary | None]) -> None:
        """Folds a slice, as what is known of the articles now: a call for each takes ten times as long."""
        some = [a for waiting in self._waiting[-_SLICE:] if (a := newest(waiting.id)) is not None]
        del self._waiting[-_SLICE:]
        if some:
            self._folded |= _together(fold, {a.id: _looked_at(a) for a in some})
            self._keys |= _together(sort_key, {a.id: a.title for a in some})

    def having(self, articles: list[ArticleSummary], words: Sequence[str]) -> list[ArticleSummary]:
        """Those of some folded articles that have every word, which is folded too."""
        folded = self._folded
        for word in words:
            articles = [a for a in articles if word in folded[a.id]]
        return articles

    def may_have(self, article: ArticleSummary, words: Iterable[str]) -> bool:
        """Whether an article has every word, as far as that is known already."""
        folded = self._folded.get(article.id)
        return folded is None or all(word in folded for word in words)

    def key(self, article: ArticleSummary) -> str:
        """How the title of a folded article sorts."""
        return self._keys[article.id]


def _together(form: Callable[[str], str], texts: dict[str, str]) -> dict[str, str]:
    """What a form that leaves lines as they are makes of texts, by id."""
    lines = form("\n".join(" ".join(text.split()) for text in texts.values())).split("\n")
    return dict(zip(texts, lines, strict=True))


def _looked_at(article: ArticleSummary) -> str:
    """What the filter looks at."""
    return f"{article.title} {article.source} {article.published or ''}"
