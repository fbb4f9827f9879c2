"""Papers are tested in English: what is written, not what it is translated to."""

from collections.abc import Iterator

import pytest

from ganztag import language


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with language.speaking("en"):
        yield
