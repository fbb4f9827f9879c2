# ruff: noqa: ARG005 -- all random deeds are called alike
"""The watch is as fresh as the file, whatever is done, undone and redone."""

from collections.abc import Callable
from datetime import date, time
from random import Random
from typing import Any

import pytest

from ganztag.domain.courses import Course, Meeting
from ganztag.domain.courses import MeetingLeader as Leads
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Booking, LeaveTime, Pupil
from ganztag.domain.rooms import Room
from ganztag.domain.school_year import DayOff, Term
from ganztag.domain.staff import Staff
from ganztag.language import N_
from ganztag.operations import (
    allocation,
    blocks,
    categories,
    contracts,
    courses,
    enrolments,
    exceptions,
    leaving,
    meetings,
    rooms,
    school,
    sessions,
    settings,
    staff,
    staying,
)
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.operations.watch import Watch
from ganztag.operations.week_times import room_times, staff_times
from ganztag.queries import frame
from tests.offered import Offered
from tests.operations.test_allocation import planned, voted


def test_nothing_is_read_again_while_nothing_changes(offered: Offered) -> None:
    watch = Watch(offered.office)
    assert watch.offer() is watch.offer()
    assert watch.findings() is watch.findings()


def test_what_did_not_change_is_the_very_same_as_before(offered: Offered) -> None:
    watch = Watch(offered.office)
    before = watch.offer()
    offered.office.do(rooms.edit(offered.room, "R 104", seats=3))
    after = watch.offer()
    assert after.index.room[offered.room].places == 3
    assert after.rooms is not before.rooms
    assert after.children is before.children
    assert after.enrolments is before.enrolments
    assert after.dates is before.dates


def test_wishes_in_vain_are_told_until_the_allocation_is_accepted(office: Office) -> None:
    school = voted(office)
    watch = Watch(office)
    (gone,) = (course.id for course in watch.offer().courses if course.number == "13")
    office.do(courses.set_status(gone, "struck"))
    assert "wish for gone" in [found.finding.code for found in watch.findings()]
    office.do(allocation.accept(planned(school), school.ballot))
    assert "wish for gone" not in [found.finding.code for found in watch.findings()]
    office.undo()
    assert "wish for gone" in [found.finding.code for found in watch.findings()]


def test_a_change_that_says_nothing_to_the_offer_leaves_it_as_it_is(offered: Offered) -> None:
    watch = Watch(offered.office)
    before = watch.offer()
    offered.office.do(rooms.edit(offered.room, "R 104", note="Schlüssel beim Hausmeister"))
    assert watch.offer() is before


def test_a_conflict_is_there_as_soon_as_it_is_made_and_gone_when_it_is_undone(offered: Offered) -> None:
    watch = Watch(offered.office)
    (meeting,) = offered.course(offered.choir).meetings
    offered.office.do(meetings.change(meeting.id, room_id=offered.room))
    assert "room twice" in [found.finding.code for found in watch.findings()]
    assert "room twice" in [found.finding.code for found in watch.concerning("room", offered.room)]
    assert "room twice" in [found.finding.code for found in watch.concerning("course", offered.robotics)]
    assert "room twice" in [found.finding.code for found in watch.concerning("meeting", meeting.id)]
    assert watch.concerning("room", 999) == ()
    offered.office.undo()
    assert "room twice" not in [found.finding.code for found in watch.findings()]
    offered.office.redo()
    assert "room twice" in [found.finding.code for found in watch.findings()]


def test_an_accepted_finding_carries_its_exception(offered: Offered) -> None:
    watch = Watch(offered.office)
    one = watch.findings()[0]
    offered.office.do(exceptions.accept(offered.term.id, one.finding.key, one.finding.code, "So gewollt"))
    (accepted,) = [found for found in watch.findings() if found.exception is not None]
    assert accepted.finding == one.finding
    assert accepted.exception is not None
    assert accepted.exception.reason == "So gewollt"
    offered.office.undo()
    assert all(found.exception is None for found in watch.findings())


def test_another_half_year_is_watched_once_it_is_chosen(offered: Offered) -> None:
    watch = Watch(offered.office)
    assert watch.offer().courses
    other = next(term for term in offered.office.read(frame.terms) if term.id != offered.term.id)
    offered.office.do(school.choose_term(other.id))
    assert (watch.offer().term, watch.offer().courses) == (other.id, ())
    offered.office.undo()
    assert watch.offer().term == offered.term.id


def test_the_watch_hears_of_a_change_before_those_who_came_after_it(offered: Offered) -> None:
    watch = Watch(offered.office)
    watch.findings()
    seen: list[int | None] = []
    offered.office.subscribe(lambda _changes: seen.append(watch.offer().index.room[offered.room].places))
    offered.office.do(rooms.edit(offered.room, "R 104", seats=7))
    assert seen == [7]


Deed = Callable[[Offered, Random], Operation[Any]]


def _any(office: Office, kind: type[Any], chance: Random) -> int:
    def ids(work: Work) -> list[int]:
        return [thing.id for thing in work.all(kind)]

    found = office.do(Operation(N_("Add a block"), ids))
    return chance.choice(found) if found else 0


def _raw(run: Callable[[Work], object]) -> Operation[Any]:
    return Operation(N_("Add a block"), run)


def _touch(kind: type[Any], chance: Random, offered: Offered, /, **values: object) -> Operation[Any]:
    key = _any(offered.office, kind, chance)

    def run(work: Work) -> None:
        thing = work.get(kind, key)
        for name, value in values.items():
            setattr(thing, name, value)

    return _raw(run)


_MONDAYS = (date(2026, 9, 14), date(2026, 9, 21), date(2026, 9, 28))
_DAYS = (None, date(2026, 8, 1), date(2026, 9, 20), date(2026, 12, 1), date(2027, 2, 10))
DEEDS: tuple[Deed, ...] = (
    lambda o, c: _touch(Meeting, c, o, time_block_id=c.choice((o.monday, o.tuesday))),
    lambda o, c: _touch(Meeting, c, o, room_id=c.choice((None, o.room))),
    lambda o, c: _touch(Meeting, c, o, rhythm=c.choice(("weekly", "A", "B"))),
    lambda o, c: _touch(Course, c, o, max_size=c.choice((None, 1, 3)), title=f"Kurs {c.random():.2f}"),
    lambda o, c: _touch(Course, c, o, status=c.choice(("offered", "struck", "running"))),
    lambda o, c: _touch(Course, c, o, starts=c.choice(_DAYS), ends=None),
    lambda o, c: _touch(Course, c, o, term_id=c.choice((None, o.term.id))),
    lambda o, c: _touch(Room, c, o, seats=c.choice((None, 1, 30)), building=c.choice("AB"), equipment="klavier"),
    lambda o, c: _touch(Staff, c, o, ends=c.choice(_DAYS), kind=c.choice(("teacher", "freelancer"))),
    lambda o, c: _touch(Pupil, c, o, exit=c.choice(_DAYS), year_group_id=c.choice((None, o.year_5))),
    lambda o, c: _touch(Term, c, o, first_week=c.choice("AB")),
    lambda o, c: _touch(Term, c, o, ends=c.choice((date(2027, 1, 20), date(2027, 1, 31)))),
    lambda o, c: _touch(Enrolment, c, o, ends=c.choice(_DAYS)),
    lambda o, c: enrolments.enrol(
        _any(o.office, Pupil, c), _any(o.office, Course, c), even_if_full=True, even_if_not_allowed=True
    ),
    lambda o, c: _raw(lambda work: work.add(Enrolment(pupil_id=o.ada, course_id=o.choir))),
    lambda o, c: _raw(lambda work: work.add(Booking(pupil_id=o.ben, weekday=c.randint(1, 5)))),
    lambda o, c: _raw(lambda work: work.add(LeaveTime(pupil_id=o.ben, weekday=c.randint(1, 2), time=time(15)))),
    lambda o, c: _raw(lambda work: work.add(DayOff(name="Frei", starts=date(2026, 9, 21), ends=date(2026, 11, 1)))),
    lambda o, c: _raw(lambda work: work.remove(Leads, meeting_id=_meeting(work, c))),
    lambda o, c: _raw(lambda work: work.remove(Meeting, id=_meeting(work, c))),
    lambda o, c: courses.add(o.term, "Neu", [meetings.NewMeeting(time_block_id=o.monday, room_id=o.room)]),
    lambda o, c: meetings.add(o.choir, meetings.NewMeeting(weekday=c.randint(1, 5), staff_ids=(o.leader,))),
    lambda o, c: staff.add(surname=f"Neu {c.random():.3f}"),
    lambda o, c: categories.add(f"Bereich {c.random():.3f}"),
    lambda o, c: staying.set_booked(o.ada, tuple(sorted(c.sample((1, 2, 3), 2)))),
    lambda o, c: leaving.leave(o.dana, date(2026, 9, c.randint(14, 30))),
    lambda o, c: room_times.add(o.room, c.randint(1, 5), opens=time(8), closes=time(14, c.randint(0, 59))),
    lambda o, c: staff_times.add(o.leader, c.randint(1, 5), available=True),
    lambda o, c: settings.set_value("travel_minutes", c.randint(0, 60)),
    lambda o, c: settings.set_value("max_per_class", c.randint(0, 2)),
    lambda o, c: courses.place_among(o.choir, room_ids=(o.room,), staff_ids=(o.leader,), block_ids=(o.tuesday,)),
    lambda o, c: sessions.cancel([(_any(o.office, Meeting, c), c.choice(_MONDAYS))]),
    lambda o, c: sessions.change_room([(_any(o.office, Meeting, c), c.choice(_MONDAYS))], o.room),
    lambda o, c: sessions.substitute(
        [(_any(o.office, Meeting, c), c.choice(_MONDAYS))], None, (_any(o.office, Staff, c),)
    ),
    lambda o, c: contracts.add(o.leader, rate_cents=c.randint(1, 99_999), allowance=c.choice(("", "trainer"))),
    lambda o, c: contracts.declare(o.leader, 2026, c.randint(1, 400_000)),
    lambda o, c: _raw(
        lambda work: blocks.ensure_block(work, o.term.school_year_id, c.randint(1, 5), time(15, 30), time(16))
    ),
)


def _meeting(work: Work, chance: Random) -> int:
    found = work.all(Meeting)
    return chance.choice(found).id if found else 0


@pytest.mark.parametrize("seed", range(6))
def test_the_watch_knows_what_a_fresh_reading_finds_after_random_deeds(offered: Offered, seed: int) -> None:
    chance, office = Random(seed), offered.office
    watch, done = Watch(office), 0
    for _turn in range(40):
        try:
            if chance.random() < 0.2:
                (office.undo if chance.random() < 0.7 else office.redo)()
            else:
                office.do(chance.choice(DEEDS)(offered, chance))
                done += 1
        except Objection:
            continue  # a random deed that the school's rules forbid
        if chance.random() < 0.6:  # several deeds may come before somebody looks
            fresh = Watch(office)
            assert watch.offer() == fresh.offer()
            assert watch.findings() == fresh.findings()
    assert done > 10
