"""What is deleted takes its own rows along, and stays where others rest on it; the sentence says which."""

from datetime import date, time
from typing import Any

import pytest
import sqlalchemy as sa

from ganztag.domain.objection import Objection
from ganztag.language import speak
from ganztag.operations import (
    ballots,
    blocks,
    calendar,
    contracts,
    courses,
    meetings,
    rooms,
    school,
    sessions,
    staff,
    staff_papers,
)
from ganztag.operations.operation import Operation
from ganztag.operations.week_times import room_times, staff_times
from ganztag.queries.calendar import school_years
from ganztag.queries.offer import TABLES
from ganztag.storage import tables
from ganztag.storage.reader import Reader
from tests.offered import Offered

MONDAY = date(2026, 9, 14)


@pytest.fixture
def hall(offered: Offered) -> int:
    speak("en")
    offered.office.do(calendar.set_land(""))
    return offered.office.do(rooms.add("Halle"))


@pytest.fixture
def owusu(offered: Offered) -> int:
    return offered.office.do(staff.add(surname="Owusu", call_name="Kwame"))


def all_rows(reader: Reader) -> dict[str, list[tuple[object, ...]]]:
    kept = (table for table in tables.metadata.sorted_tables if table.name in TABLES)
    return {table.name: sorted(map(tuple, reader.rows(sa.select(table)))) for table in kept}


def refused(offered: Offered, deed: Operation[None], words: str) -> None:
    before = offered.office.read(all_rows)
    with pytest.raises(Objection, match=words) as objection:
        offered.office.do(deed)
    assert objection.value.advice is not None
    assert offered.office.read(all_rows) == before


def robotics(offered: Offered) -> int:
    return offered.course(offered.robotics).meetings[0].id


def test_a_room_stays_where_a_single_session_was_moved(offered: Offered, hall: int) -> None:
    offered.office.do(sessions.change_room([(robotics(offered), MONDAY)], hall))
    refused(offered, rooms.delete(hall, "Halle"), "Single sessions take place in room Halle")
    offered.office.do(sessions.restore([(robotics(offered), MONDAY)]))
    offered.office.do(rooms.delete(hall, "Halle"))


@pytest.mark.parametrize("stands_in", [True, False])
def test_who_stands_in_or_is_stood_in_for_is_not_deleted(
    offered: Offered, hall: int, owusu: int, *, stands_in: bool
) -> None:
    meeting = robotics(offered)
    offered.office.do(sessions.substitute([(meeting, MONDAY)], offered.leader, [owusu]))
    offered.office.do(meetings.lead(meeting, []))
    refused(offered, staff.delete(owusu if stands_in else offered.leader), "leads single sessions in place of")


def test_the_only_choice_of_a_course_is_not_deleted_one_of_several_is(offered: Offered, hall: int, owusu: int) -> None:
    office, attic = offered.office, offered.office.do(rooms.add("Boden"))
    block = office.do(blocks.add(offered.term.school_year_id, 4, time(14), time(15)))
    only = {"block_ids": [block], "room_ids": [hall], "staff_ids": [owusu]}
    office.do(courses.place_among(offered.choir, **only))
    for deed in (blocks.delete(block), rooms.delete(hall, "Halle"), staff.delete(owusu)):
        refused(offered, deed, "Chor has nothing else to choose from")
    office.do(courses.place_among(offered.choir, room_ids=[hall, attic]))
    office.do(rooms.delete(hall, "Halle"))
    assert [row[2] for row in office.read(all_rows)["course_room"] if row[1] == offered.choir] == [attic]


def test_times_papers_and_contracts_go_with_a_person_and_come_back_with_undo(
    offered: Offered, hall: int, owusu: int
) -> None:
    office = offered.office
    paper = office.do(staff_papers.want("Masern"))
    deeds: tuple[Operation[Any], ...] = (
        staff_times.add(owusu, 1, opens=time(8), closes=time(13)),
        contracts.add(owusu, rate_cents=2500),
        contracts.declare(owusu, 2026, 50_00),
        staff_papers.see(owusu, paper, MONDAY),
        room_times.add(hall, 1, opens=time(8), closes=time(13)),
    )
    for deed in deeds:
        office.do(deed)
    before = office.read(all_rows)
    office.do(staff.delete(owusu))
    office.do(rooms.delete(hall, "Halle"))
    left = office.read(all_rows)
    assert [left[name] for name in ("staff_time", "contract", "income_elsewhere", "staff_paper", "room_time")] == [
        []
    ] * 5
    office.undo()
    office.undo()
    assert office.read(all_rows) == before


def test_a_course_takes_its_changed_sessions_along_and_brings_them_back(offered: Offered, hall: int) -> None:
    office = offered.office
    office.do(sessions.change_room([(robotics(offered), MONDAY)], hall))
    before = office.read(all_rows)
    office.do(courses.delete(offered.robotics))
    assert office.read(all_rows)["session_change"] == []
    office.undo()
    assert office.read(all_rows) == before


def test_a_school_year_with_a_ballot_stays(offered: Offered, hall: int) -> None:
    office = offered.office
    year = office.do(school.add_next_year())
    (row,) = (one for one in office.read(school_years) if one.id == year)
    office.do(ballots.add(row.terms[0].id, "Wahl"))
    refused(offered, school.delete_year(year), "There is a ballot in the school year")
