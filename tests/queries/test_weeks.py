"""What takes place every second week or once says so in the child's week and on its paper."""

from datetime import date

from ganztag.operations import enrolments, meetings
from ganztag.operations.meetings import NewMeeting
from ganztag.queries.pupil_week import week_of
from ganztag.queries.whereabouts_sheets import week_plans
from tests.offered import Offered


def test_the_weeks_stand_with_the_course(offered: Offered) -> None:
    office, day = offered.office, offered.office.clock.today()
    office.do(meetings.change(offered.course(offered.choir).meetings[0].id, rhythm="B"))
    office.do(meetings.add(offered.choir, NewMeeting(rhythm="once", on_date=date(2026, 10, 10))))
    office.do(enrolments.enrol(offered.ada, offered.choir))
    week = {
        row.weekday: [stay.weeks for stay in row.stays] for row in office.read(week_of, offered.ada, offered.term, day)
    }
    assert week[1] == ["B-Wochen"]
    assert week[6] == ["am 10.10."]
    (plan,) = office.read(week_plans, offered.term.id, office.clock.now(), pupil_ids=[offered.ada])
    assert [stay.note for one in plan.days if one.weekday == 1 for stay in one.stays] == ["B-Wochen"]
