"""Which block is proposed next: the same times on the next weekday, then other times from Monday on."""

from datetime import time

from ganztag.desktop.desk import Desk
from ganztag.desktop.school.blocks import Blocks
from ganztag.operations import blocks


def _add(desk: Desk, weekday: int, starts: time) -> None:
    desk.office.do(blocks.add(desk.term().school_year_id, weekday, starts, time(starts.hour + 1), ""))


def test_after_friday_other_times_are_proposed_for_monday_and_go_on_from_there(desk: Desk) -> None:
    section = Blocks(desk)
    for weekday in range(1, 6):
        assert section.first_values()["weekday"] == weekday
        _add(desk, weekday, time(14))
    assert section.first_values() == {"weekday": 1, "starts": None, "ends": None, "name": ""}
    _add(desk, 1, time(15))
    assert (section.first_values()["weekday"], section.first_values()["starts"]) == (2, time(15))
