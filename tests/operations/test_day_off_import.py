"""Days off that come from a calendar file, and come again."""

from dataclasses import replace
from datetime import date

import pytest

from ganztag.domain.objection import Objection
from ganztag.exchange.calendar_ics import Event
from ganztag.operations import calendar, classes
from ganztag.operations.day_off_import import bring_in, event_lines
from ganztag.operations.office import Office
from ganztag.queries import calendar as queries
from ganztag.queries import frame

TRAINING = Event("t1", "Studientag", date(2026, 11, 12), date(2026, 11, 13))
BIRTHDAY = Event("b1", "Geburtstag Frau Kaya", date(2026, 11, 14), date(2026, 11, 14))
AUTUMN = Event("h1", "Herbstferien", date(2026, 10, 20), date(2026, 10, 23))


def own(office: Office) -> list[tuple[str, date, date, str]]:
    rows = office.read(queries.days_off, date(2026, 8, 1), date(2027, 7, 31))
    return [(row.name, row.starts, row.ends, row.uid) for row in rows if row.kind == "own"]


def test_only_what_may_be_a_new_day_off_is_ticked(office: Office) -> None:
    lines = event_lines(office, [TRAINING, BIRTHDAY, AUTUMN])
    assert [(line.state, line.wanted) for line in lines] == [("new", True), ("new", False), ("off", False)]
    assert event_lines(office, []) == []


def test_a_file_that_comes_again_changes_what_it_brought(office: Office) -> None:
    assert office.do(bring_in([TRAINING, BIRTHDAY])) == (2, 0)
    moved = replace(TRAINING, name="Studientage", starts=date(2027, 4, 12), ends=date(2027, 4, 13))
    assert [line.state for line in event_lines(office, [moved, BIRTHDAY])] == ["changed", "known"]
    assert office.do(bring_in([moved, BIRTHDAY])) == (0, 1)
    assert ("Studientage", date(2027, 4, 12), date(2027, 4, 13), "t1") in own(office)
    assert len(own(office)) == 2
    office.undo()
    assert ("Studientag", date(2026, 11, 12), date(2026, 11, 13), "t1") in own(office)
    office.undo()
    assert own(office) == []


def test_a_day_that_she_entered_herself_is_known(office: Office) -> None:
    office.do(calendar.add_day_off(TRAINING.name, TRAINING.starts, TRAINING.ends))
    assert [line.state for line in event_lines(office, [TRAINING])] == ["known"]


def test_days_off_are_brought_in_for_one_class(office: Office) -> None:
    class_id = office.do(classes.add(office.read(frame.term).school_year_id, "5a"))
    office.do(bring_in([TRAINING], school_class_id=class_id))
    rows = office.read(queries.days_off, TRAINING.starts, TRAINING.ends)
    assert [row.scope for row in rows] == ["5a"]
    assert [line.state for line in event_lines(office, [replace(TRAINING, uid="other", name="Fest")])] == ["new"]


def test_nothing_ticked_is_nothing_done(office: Office) -> None:
    with pytest.raises(Objection):
        office.do(bring_in([]))
    with pytest.raises(Objection):
        office.do(bring_in([replace(TRAINING, ends=date(2028, 11, 13))]))
    assert own(office) == []
