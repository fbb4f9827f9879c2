"""The small school of ``voting``, ready for rules."""

import pytest

from ganztag.operations.office import Office
from tests.ruling import Ruling
from tests.voting import voting


@pytest.fixture
def ruling(office: Office) -> Ruling:
    return Ruling(voting(office))
