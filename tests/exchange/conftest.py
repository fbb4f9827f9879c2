"""Messages are compared in English, the language of the msgids."""

from collections.abc import Iterator

import pytest

from ganztag import language


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with language.speaking("en"):
        yield
