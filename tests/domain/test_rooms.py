"""Rooms are named as people look for them."""

import pytest

from ganztag.domain.rooms import full_room_name


@pytest.mark.parametrize(
    ("code", "name", "full"),
    [("W1", "Werkraum", "W1 Werkraum"), ("Aula", "Aula", "Aula"), ("R 104", "", "R 104"), ("", "", ""),
     ("Musik", "Musikraum", "Musikraum")],
)  # fmt: skip
def test_a_name_that_begins_with_the_code_stands_alone(code: str, name: str, full: str) -> None:
    assert full_room_name(code, name) == full
