"""The codebook as JSON."""

import pytest

from dateline.core import codebook
from dateline.core.errors import CodebookError


def test_the_codebook_that_ships_survives_being_written() -> None:
    book = codebook.bundled()
    assert len(book.labels) > 1
    assert codebook.parse(codebook.dump(book)) == book


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"id": 1}', '{"id":"a","version":"1","name":[],"event_types":3}']
)
def test_what_is_no_codebook_is_refused(text: str) -> None:
    with pytest.raises(CodebookError):
        codebook.parse(text)
