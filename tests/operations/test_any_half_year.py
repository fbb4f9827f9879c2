"""Whatever happens in a half-year: each deed can be undone to the last value, and the papers show who is where."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from ganztag.domain.objection import Objection
from ganztag.operations import allocation, attendance, courses, enrolments, leaving, waiting
from ganztag.operations.leaving_courses import exclude, withdraw
from ganztag.operations.moving_up import move_up
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation
from ganztag.operations.striking import strike_from
from ganztag.planning.allocate import allocate
from ganztag.planning.policy import Policy
from ganztag.queries import to_allocate
from ganztag.queries.attendance_sheets import attendance_sheets
from ganztag.queries.changes import situation
from ganztag.queries.enrolments import EnrolmentRow
from ganztag.queries.enrolments import enrolments as enrolled
from ganztag.queries.sessions import sessions
from ganztag.queries.whereabouts_sheets import week_plans
from ganztag.storage import tables
from ganztag.storage.reader import Reader
from tests.storage.any_rows import Dump, dump
from tests.voting import Voting, voting, wish

_FIRST, _LAST = date(2026, 8, 1), date(2027, 1, 31)
_DEEDS = 40


class Year:
    """Does anything at all that can happen in a half-year."""

    def __init__(self, school: Voting, seed: int) -> None:
        self.school, self.office, self.chance = school, school.office, Random(seed)

    def deed(self) -> Operation[Any] | None:
        deeds: tuple[Callable[[], Operation[Any] | None], ...] = (
            self.withdraw, self.exclude, self.move, self.move_up, self.move_up, self.wait, self.decline, self.strike,
            self.note, self.leave, self.enrol, self.widen, self.allocate,
        )  # fmt: skip
        return self.chance.choice(deeds)()

    def day(self) -> date:
        return date(2026, 9, 7) + timedelta(self.chance.randrange(40))

    def course(self) -> int:
        return self.chance.choice(list(self.school.courses.values()))

    def pupil(self) -> int:
        return self.chance.choice(list(self.school.pupils.values()))

    def row(self) -> EnrolmentRow | None:
        rows = [row for row in self.office.read(enrolled, self.school.term) if row.ends is None]
        return self.chance.choice(rows) if rows else None

    def withdraw(self) -> Operation[Any] | None:
        row = self.row()
        return withdraw(row.id, self.day(), "Umzug") if row is not None else None

    def exclude(self) -> Operation[Any] | None:
        row = self.row()
        return exclude(row.id, self.day(), "fehlt") if row is not None else None

    def move(self) -> Operation[Any] | None:
        row = self.row()
        return enrolments.move(row.id, self.course(), self.day()) if row is not None else None

    def move_up(self) -> Operation[Any] | None:
        day = self.day()
        found = self.office.read(situation, self.school.term, day).queues.values()
        wanting = [queue.next for queue in found if queue.next is not None]
        return move_up(self.chance.choice(wanting).id, day) if wanting else None

    def wait(self) -> Operation[Any]:
        return waiting.add(self.course(), self.pupil())

    def decline(self) -> Operation[Any] | None:
        queues = list(self.office.read(situation, self.school.term, self.day()).queues.values())
        return waiting.decline(self.chance.choice(self.chance.choice(queues).rows).id) if queues else None

    def strike(self) -> Operation[Any] | None:
        return strike_from(self.course(), self.day(), "krank") if self.chance.random() < 0.4 else None

    def note(self) -> Operation[Any] | None:
        met = self.office.read(sessions, self.school.term, date(2026, 9, 7), date(2026, 9, 14))
        if not met:
            return None
        one = self.chance.choice(met)
        return attendance.enter((one.meeting_id, one.day), {self.pupil(): "unexcused"})

    def leave(self) -> Operation[Any] | None:
        return leaving.leave(self.pupil(), self.day()) if self.chance.random() < 0.3 else None

    def enrol(self) -> Operation[Any]:
        return enrolments.enrol(self.pupil(), self.course(), self.day())

    def widen(self) -> Operation[Any]:
        return courses.edit(self.course(), max_size=self.chance.randint(3, 6))

    def allocate(self) -> Operation[Any] | None:
        problem = self.office.read(to_allocate.problem, self.school.ballot, self.school.today)
        return allocation.accept(allocate(problem, Policy()), self.school.ballot) if problem.pupils else None


def _truth(reader: Reader) -> dict[tuple[str, str], set[date]]:
    """Return (course, child) -> each day on which the child is in the course, from the bare rows."""
    titles = {row.id: row for row in reader.rows(sa.select(tables.course))}
    names = {row.id: row.call_name for row in reader.rows(sa.select(tables.pupil))}
    found: dict[tuple[str, str], set[date]] = defaultdict(set)
    for row in reader.rows(sa.select(tables.enrolment)):
        course = titles[row.course_id]
        if course.status == "struck":
            continue
        day = max(filter(None, (_FIRST, course.starts, row.starts)))
        while day <= min(filter(None, (_LAST, course.ends, row.ends))):
            found[course.title, names[row.pupil_id]].add(day)
            day += timedelta(1)
    return found


def _printed(office: Office, term: int) -> dict[tuple[str, str], set[date]]:
    found: dict[tuple[str, str], set[date]] = defaultdict(set)
    for sheet in office.read(attendance_sheets, term, datetime(2026, 9, 14)):  # noqa: DTZ001 -- local
        for row in sheet.rows:
            for period in row.periods or (None,):
                day = (period and period.first) or _FIRST
                while day <= ((period and period.last) or _LAST):
                    found[sheet.title, row.name.call_name].add(day)
                    day += timedelta(1)
    return found


def _check(school: Voting, day: date) -> None:
    truth = school.office.read(_truth)
    running = any(not row.struck for row in school.office.read(situation, school.term, day).standing.courses.values())
    assert not running or _printed(school.office, school.term) == truth
    now = datetime(day.year, day.month, day.day)  # noqa: DTZ001 -- local
    for plan in school.office.read(week_plans, school.term, now, list(school.pupils.values())):
        shown = {stay.title for one in plan.days for stay in one.stays}
        name = plan.name.call_name
        assert shown == {title for (title, child), days in truth.items() if child == name and max(days) >= day}


@pytest.mark.parametrize("seed", range(4))
def test_every_deed_of_a_half_year_can_be_undone_and_the_papers_follow(office: Office, seed: int) -> None:
    school = voting(office)
    for name in ("Ada", "Ben", "Can", "Dora"):
        wish(school, name, "Mo", "11", "12", "40")
    wish(school, "Emil", "Mi", "21", "22")
    year = Year(school, seed)
    done: list[Dump] = []
    while len(done) < _DEEDS:
        before, deed = dump(office), year.deed()
        if deed is None:
            continue
        try:
            office.do(deed)
        except Objection:
            assert dump(office) == before
            continue
        done.append(before)
        _check(school, year.day())
    for before in reversed(done):
        if dump(office) != before:  # a deed that changed nothing is no step back
            office.undo()
        assert dump(office) == before
