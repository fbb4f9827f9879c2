"""Single sessions in the offer, and what leaders earn: the same to the cent as their fees."""

from collections import Counter
from datetime import date, time

import pytest

from ganztag.operations import contracts, courses, meetings, rooms, sessions, staff
from ganztag.operations.meetings import NewMeeting
from ganztag.operations.office import Office
from ganztag.operations.watch import Watch
from ganztag.planning.offer import Offer
from ganztag.queries import frame
from ganztag.queries.fees import fee_rows
from ganztag.queries.offer import offer
from tests.offered import Offered

DAY = date(2026, 9, 14)
NEXT, AFTER = date(2026, 9, 21), date(2026, 9, 28)


@pytest.fixture
def robotics(offered: Offered) -> int:
    """Return the meeting of robotics."""
    (meeting,) = offered.course(offered.robotics).meetings
    return meeting.id


def read(offered: Offered) -> Offer:
    return offered.office.read(offer, offered.term.id, DAY)


def test_only_what_is_other_than_the_series_is_read(offered: Offered, robotics: int) -> None:
    assert read(offered).sessions == ()
    other = offered.office.do(rooms.add("R 1"))
    stand_in = offered.office.do(staff.add(surname="Weiß"))
    offered.office.do(sessions.cancel([(robotics, NEXT)], "Ausflug"))
    offered.office.do(sessions.change_room([(robotics, AFTER)], other))
    offered.office.do(sessions.substitute([(robotics, AFTER)], offered.leader, [stand_in]))
    offered.office.do(sessions.move(robotics, DAY, sessions.Target(date(2026, 9, 16), time(15), time(16))))
    moved, cancelled, elsewhere = read(offered).sessions
    assert (moved.series_day, moved.day, moved.starts, moved.ends) == (DAY, date(2026, 9, 16), 900, 960)
    assert (moved.state, moved.room, moved.leaders) == ("moved", offered.room, (offered.leader,))
    assert (cancelled.state, cancelled.held) == ("cancelled", False)
    assert (elsewhere.room, elsewhere.leaders, elsewhere.substitutes) == (other, (stand_in,), (stand_in,))
    assert (elsewhere.starts, elsewhere.ends, elsewhere.held) == (840, 930, True)


def test_a_change_is_lost_once_the_series_has_no_such_day(offered: Offered, robotics: int) -> None:
    offered.office.do(sessions.cancel([(robotics, NEXT)]))
    offered.office.do(meetings.change(robotics, time_block_id=offered.tuesday))
    assert [session.lost for session in read(offered).sessions] == [True]
    codes = [one.finding.code for one in Watch(offered.office).findings()]
    assert codes.count("session lost") == 1


def test_a_substitute_who_leads_elsewhere_is_found_at_once_and_gone_with_undo(offered: Offered, robotics: int) -> None:
    watch = Watch(offered.office)
    watch.findings()
    (choir,) = offered.course(offered.choir).meetings
    offered.office.do(sessions.substitute([(choir.id, NEXT)], None, [offered.leader]))
    assert "session leader twice" in [one.finding.code for one in watch.concerning("staff", offered.leader)]
    assert "session leader twice" in [one.finding.code for one in watch.concerning("course", offered.choir)]
    offered.office.do(sessions.cancel([(robotics, NEXT)]))
    assert "session leader twice" not in [one.finding.code for one in watch.findings()]
    offered.office.undo()
    offered.office.undo()
    assert "session leader twice" not in [one.finding.code for one in watch.findings()]


def sums(office: Office, year: int) -> Counter[tuple[int, str]]:
    """Return what everybody's fees of a year come to, by allowance, as the lists of fees count them."""
    found: Counter[tuple[int, str]] = Counter()
    for rows in office.read(fee_rows, date(year, 1, 1), date(year, 12, 31)).values():
        for row in rows:
            if row.counts and row.contract is not None:
                found[row.staff_id, row.contract.allowance] += row.cents or 0
    return found


def of_rules(office: Office, year: int) -> Counter[tuple[int, str]]:
    earned = Watch(office).offer().index.pay
    return Counter({(row.leader, row.allowance): row.planned for row in earned if row.year == year})


def test_what_the_rules_count_is_what_the_lists_of_fees_count(sample: Office) -> None:
    for year in (2026, 2027):
        assert of_rules(sample, year) == sums(sample, year)
    assert sums(sample, 2026)


def test_other_half_years_of_the_calendar_year_count(offered: Offered, robotics: int) -> None:
    office = offered.office
    office.do(contracts.add(offered.leader, rate_cents=3000, unit_minutes=45, allowance="trainer"))
    later = next(term for term in office.read(frame.terms) if term.starts > offered.term.ends)
    watch = Watch(office)
    before = sums(office, 2027)
    assert of_rules(office, 2027) == before
    watch.findings()
    met = NewMeeting(weekday=3, starts=time(14), ends=time(15), staff_ids=(offered.leader,))
    course = office.do(courses.add(later, "Im Frühjahr", [met]))
    assert sums(office, 2027)[offered.leader, "trainer"] > before[offered.leader, "trainer"]
    assert of_rules(office, 2027) == sums(office, 2027)
    assert watch.offer().index.pay == Watch(office).offer().index.pay
    office.do(courses.set_status(course, "struck"))
    assert of_rules(office, 2027) == before
    assert watch.offer().index.pay == Watch(office).offer().index.pay
