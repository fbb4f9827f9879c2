"""What the coordinator sees first, and where each number leads."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.overview.screen import OverviewScreen
from ganztag.desktop.overview.tasks import total
from ganztag.operations import enrolments, meetings
from ganztag.queries.overview import overview
from tests.desktop.hands import press
from tests.desktop.hosting import Ear, hosted
from tests.offered import Offered


@pytest.fixture
def shown(qtbot: QtBot, offered: Offered, desk: Desk) -> Iterator[tuple[OverviewScreen, Ear]]:
    with hosted(qtbot, desk, OverviewScreen(desk)) as pair:
        yield pair


def test_an_empty_school_sees_the_first_step(qtbot: QtBot, desk: Desk) -> None:
    with hosted(qtbot, desk, OverviewScreen(desk)) as (screen, ear):
        assert screen.first_steps.isVisible()
        assert not screen.afternoon.isVisible()
        screen.first_steps.findChildren(type(screen._lists))[0].click()
        assert ear.places == [Place("pupils")]


def test_todays_courses_stand_in_their_block_and_lead_to_the_course(
    shown: tuple[OverviewScreen, Ear], offered: Offered
) -> None:
    screen, ear = shown
    (table,) = screen.afternoon.tables()
    assert [row.course.title for row in table.rows.all()] == ["Chor", "Robotik mit Lego"]
    table.choose_first()
    press(table, Qt.Key.Key_Return)
    assert ear.places == [Place("courses", offered.choir)]


def test_what_is_to_be_done_is_counted_and_leads_to_the_list(
    shown: tuple[OverviewScreen, Ear], offered: Offered
) -> None:
    screen, ear = shown
    counts = {row.task.place: row.task.count for row in screen.tasks.rows}
    assert counts[Place("courses", chip="room")] == 2
    row = next(row for row in screen.tasks.rows if row.task.place.chip == "room")
    row.click()
    assert ear.places == [Place("courses", chip="room")]
    for course in (offered.choir, offered.volleyball):
        (meeting,) = offered.course(course).meetings
        offered.office.do(meetings.change(meeting.id, room_id=offered.room))
    counts = {row.task.place: row.task.count for row in screen.tasks.rows}
    assert Place("courses", chip="room") not in counts
    assert counts[Place("checks", chip="code:room twice")] == 1


def test_children_without_a_course_count_only_once_more_than_half_have_one(
    shown: tuple[OverviewScreen, Ear], offered: Offered
) -> None:
    screen, _ear = shown

    def line() -> tuple[int, bool] | None:
        without = Place("pupils", chip="without")
        return next(
            ((row.task.count, row.task.counted) for row in screen.tasks.rows if row.task.place == without), None
        )

    assert line() is None
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    assert line() == (4, False)
    before = total([row.task for row in screen.tasks.rows])
    for child in (offered.ben, offered.cem):
        offered.office.do(enrolments.enrol(child, offered.choir))
    assert line() == (4, True)
    assert total([row.task for row in screen.tasks.rows]) > before


def test_the_next_afternoon_is_shown_where_today_has_none(offered: Offered) -> None:
    from datetime import date

    state = offered.office.read(overview, offered.term.id, date(2026, 9, 16))  # a Wednesday
    assert state.day == date(2026, 9, 21)
    assert [len(block.rows) for block in state.blocks] == [2]
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    state = offered.office.read(overview, offered.term.id, date(2026, 9, 14))
    assert (state.expected, state.booked, state.blocks[0].children) == (1, 4, 1)


def test_the_sample_school_shows_wishes_against_places(qtbot: QtBot, sample_desk: Desk) -> None:
    with hosted(qtbot, sample_desk, OverviewScreen(sample_desk)) as (screen, ear):
        assert screen.demand.isVisible()
        assert len(screen.demand.words) == 8
        screen.demand.all_wanted.emit()
        assert ear.places == [Place("wishes")]


def test_any_other_finding_has_a_line_that_opens_the_list_of_its_kind(
    shown: tuple[OverviewScreen, Ear], offered: Offered
) -> None:
    from datetime import time

    from ganztag.operations import exceptions
    from ganztag.operations.week_times import room_times

    screen, ear = shown
    place = Place("checks", chip="code:room closed")
    assert place not in [row.task.place for row in screen.tasks.rows]
    offered.office.do(room_times.add(offered.room, 1, opens=time(12), closes=time(18), reason="Verein"))
    (row,) = [row for row in screen.tasks.rows if row.task.place == place]
    assert (row.task.count, row.task.tone) == (1, "bad")
    assert "Verein" in row.task.words
    row.click()
    assert ear.places == [place]
    (found,) = [one.finding for one in screen._desk.watch.findings() if one.finding.code == "room closed"]
    offered.office.do(exceptions.accept(offered.term.id, found.key, found.code, "Der Verein weicht aus"))
    assert place not in [row.task.place for row in screen.tasks.rows]
