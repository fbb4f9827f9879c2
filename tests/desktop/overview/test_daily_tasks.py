"""What a running half-year asks for each day stands in the overview and leads to its screen."""

from datetime import date, datetime, time, timedelta

from ganztag.desktop.desk import Place
from ganztag.desktop.overview.tasks import Open, Task, daily, tasks_of, total
from ganztag.language import date as day_text
from ganztag.operations import attendance, ballots, enrolments, waiting, wishes
from ganztag.operations.watch import Watch
from ganztag.queries.overview import overview
from ganztag.queries.upkeep import Unentered, Upkeep, upkeep
from tests.offered import Offered

MONDAY = date(2026, 9, 14)
EARLY, LATE = datetime.combine(MONDAY, time(7, 42)), datetime.combine(MONDAY, time(16))


def found(offered: Offered, now: datetime = EARLY) -> Upkeep:
    return offered.office.read(upkeep, offered.term, now)


def enter(offered: Offered, pupil: int, *days: date, state: str = "unexcused") -> None:
    meeting = offered.course(offered.robotics).meetings[0].id
    for day in days:
        offered.office.do(attendance.enter((meeting, day), {pupil: state}))


def tasks(offered: Offered, today: date = MONDAY) -> list[Task]:
    watch, state = Watch(offered.office), offered.office.read(overview, offered.term.id, today)
    return tasks_of(Open((), watch.offer(), state.papers, found(offered)), state)


def test_a_school_that_keeps_attendance_on_paper_is_not_asked_for_it(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    assert found(offered, LATE) == Upkeep()


def test_what_is_over_today_and_on_the_school_day_before_is_to_be_entered(offered: Offered) -> None:
    for pupil in (offered.ada, offered.ben):
        offered.office.do(enrolments.enrol(pupil, offered.robotics))
    enter(offered, offered.ada, MONDAY - timedelta(days=7), state="present")
    assert found(offered).unentered == (Unentered(MONDAY - timedelta(days=7), 1),)
    assert [one.day for one in found(offered, LATE).unentered] == [MONDAY - timedelta(days=7), MONDAY]
    enter(offered, offered.ben, MONDAY - timedelta(days=7), state="present")
    assert found(offered).unentered == ()
    (task,) = daily(Upkeep(unentered=(Unentered(MONDAY, 2),)))
    assert (task.place, task.count) == (Place("attendance", chip="2026-09-14"), 2)


def test_nobody_is_asked_for_what_was_longer_ago_than_a_week(offered: Offered) -> None:
    key = offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    enter(offered, offered.ada, MONDAY - timedelta(days=14), state="present")
    offered.office.do(enrolments.end(key, MONDAY - timedelta(days=7)))
    assert found(offered).unentered == (Unentered(MONDAY - timedelta(days=7), 1),)
    assert found(offered, datetime.combine(MONDAY + timedelta(days=1), time(7))).unentered == ()


def test_who_was_away_too_often_waits_for_a_decision(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    enter(offered, offered.ada, *(MONDAY - timedelta(weeks=weeks) for weeks in range(3)))
    (task,) = [one for one in tasks(offered) if one.place.screen == "changes"]
    assert (task.count, task.place.chip, task.tone) == (1, "absent", "warn")
    assert "Robotik mit Lego" in task.words


def test_a_free_place_counts_only_for_somebody_who_can_take_it(offered: Offered) -> None:
    office = offered.office
    keys = [office.do(enrolments.enrol(pupil, offered.robotics)) for pupil in (offered.ada, offered.ben)]
    office.do(waiting.add(offered.robotics, offered.cem))
    assert found(offered).free == ()
    office.do(enrolments.end(keys[0], MONDAY - timedelta(days=3)))
    assert found(offered).free == ("Robotik mit Lego",)
    (task,) = [one for one in tasks(offered) if one.place.screen == "changes"]
    assert (task.count, task.place.chip) == (1, "free")


def test_a_ballot_says_until_when_its_papers_are_due_and_once_closed_asks_to_be_allocated(offered: Offered) -> None:
    closes = MONDAY + timedelta(days=5)
    ballot = offered.office.do(ballots.add(offered.term.id, "Wahl", block_ids=(offered.monday,), closes=closes))
    offered.office.do(wishes.mark_paper(ballot, offered.ada, "empty"))
    (papers,) = tasks(offered)
    assert (papers.tone, papers.place, day_text(closes, "short") in papers.words) == ("accent", Place("wishes"), True)
    (soon,) = tasks(offered, MONDAY + timedelta(days=3))
    assert soon.tone == "warn"
    _papers, closed = tasks(offered, MONDAY + timedelta(days=6))
    assert (closed.place, closed.count, closed.counted) == (Place("allocation"), 1, False)
    assert total([closed]) == 0
