"""A spaCy `Doc` that remembers its text: spaCy puts it together from the tokens anew each time it is asked."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab


class NewsDoc(Doc):
    """The Doc of an article. `source` is what its words and spaces amount to, character for character."""

    def __init__(self, vocab: Vocab, words: list[str], spaces: list[bool], source: str) -> None:
        super().__init__(vocab, words=words, spaces=spaces)
        self._source = source

    @property
    def text(self) -> str:
        return self._source


def pieces(doc: Doc) -> list[tuple[int, str, bool]]:
    """The tokens of a Doc as (first code point, words, whether a sentence starts), without an object for each."""
    text = doc.text
    rows = doc.to_array(["IDX", "LENGTH", "SENT_START"]).tolist()
    return [(start, text[start : start + length], mark == 1) for start, length, mark in rows]
