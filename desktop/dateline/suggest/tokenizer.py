"""The pipeline's tokenizer: the tokens of `core.tokens`, as a spaCy `Doc` whose text is the article's, unchanged."""

from __future__ import annotations

from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from dateline.core.tokens import tokenize
from dateline.suggest.newsdoc import NewsDoc


class NewsTokenizer:
    """Turns a text into a Doc. White space beyond a single blank becomes tokens of its own, as spaCy expects."""

    def __init__(self, vocab: Vocab, language: str) -> None:
        self.vocab = vocab
        self.language = language

    def __call__(self, text: str) -> Doc:
        tokens = tokenize(text, self.language)
        words: list[str] = []
        spaces: list[bool] = []
        end = 0
        for start, stop in zip(tokens.starts, tokens.ends, strict=True):
            self._gap(text[end:start], words, spaces)
            words.append(text[start:stop])
            spaces.append(False)
            end = stop
        self._gap(text[end:], words, spaces)
        return NewsDoc(self.vocab, words, spaces, text)

    @staticmethod
    def _gap(gap: str, words: list[str], spaces: list[bool]) -> None:
        if gap.startswith(" ") and words:
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)

    def to_bytes(self, **_: object) -> bytes:
        """The rule is code: there is nothing to save (spaCy asks for it)."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> NewsTokenizer:
        return self

    def to_disk(self, _path: str | Path, **_: object) -> None:
        """See `to_bytes`."""

    def from_disk(self, _path: str | Path, **_: object) -> NewsTokenizer:
        return self
