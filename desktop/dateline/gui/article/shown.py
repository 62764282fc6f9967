"""The text that the view shows, and what is worked out of it once: its marks, places, words, stops of the caret."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtGui import QTextDocument

from dateline.core.article import Article
from dateline.core.offsets import OffsetMap
from dateline.core.tokens import Tokens, tokenize
from dateline.gui.article.caret import Stops, stops
from dateline.gui.article.geometry import Geometry
from dateline.gui.article.marks import MarkIndex


class ShownText:
    """Made anew for each article; without one, an empty text."""

    def __init__(self, document: QTextDocument, article: Article | None = None) -> None:
        """`document`: the one that the text was set into."""
        self.document = document
        self.content = article.text.content if article is not None else ""
        self.offsets = article.text.offsets if article is not None else OffsetMap("")
        self.body_start = article.body_start if article is not None else 0
        """Where the text begins behind its date line, in code points."""
        self.marks = MarkIndex(self.content)
        self.geometry = geometry = Geometry(document, self.offsets)
        self._language = article.metadata.language if article is not None else "tr"
        document.documentLayout().documentSizeChanged.connect(lambda _size: geometry.forget())

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of the text, made when they are first asked for: reading needs none."""
        return tokenize(self.content, self._language)

    @cached_property
    def stops(self) -> Stops:
        """Where the caret stops when it goes word by word."""
        return stops(self.tokens, self.content)
