"""What is to be done: errors first, red for the next afternoon, few lines, and a number that is the list behind it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ganztag.desktop.desk import Place
from ganztag.desktop.overview.tasks import Open, Task, tasks_of, total
from ganztag.language import Message
from ganztag.operations import ballots, wishes
from ganztag.operations.office import Office
from ganztag.operations.watch import Watch
from ganztag.planning.clashes import RULES, Finding
from ganztag.queries import frame
from ganztag.queries.checks import still_open
from ganztag.queries.overview import Overview, overview
from ganztag.queries.wishes import sheet
from tests.offered import Offered

TODAY = date(2026, 9, 14)


def seen(office: Office) -> tuple[Open, Overview]:
    watch = Watch(office)
    state = office.read(overview, office.read(frame.term).id, TODAY)
    return Open(still_open(watch.findings()), watch.offer(), state.papers), state


def found(code: str, **about: object) -> Finding:
    rule = next(rule for rule in RULES if rule.code == code)
    values = {"message": Message("Something"), "subject": ("course", 1), **about}
    return Finding(code, rule.severity, **values)  # type: ignore[arg-type]


def lines(offered: Offered, *findings: Finding) -> list[Task]:
    open_, state = seen(offered.office)
    return tasks_of(replace(open_, findings=findings), state)


def places(tasks: Sequence[Task]) -> list[str]:
    return [task.place.chip for task in tasks]


def test_errors_come_first_and_those_of_the_next_afternoon_before_all(offered: Offered) -> None:
    (monday,) = offered.course(offered.robotics).meetings
    (tuesday,) = offered.course(offered.volleyball).meetings
    tasks = lines(
        offered,
        found("no description", courses=(offered.robotics,)),
        found("no maximum", courses=(offered.robotics,)),
        found("under minimum", courses=(offered.robotics,)),
        found("leader away", meetings=(tuesday.id,), courses=(offered.robotics,)),
        found("room closed", meetings=(monday.id,)),
    )
    assert [task.tone for task in tasks] == ["bad", "warn", "warn", "accent"]
    assert places(tasks) == ["code:room closed", "code:leader away", "few", "hint"]


def test_what_is_on_one_date_is_red_only_on_that_date(offered: Offered) -> None:
    about = {"courses": (offered.robotics,)}
    (today,) = lines(offered, found("session room twice", on=TODAY, **about))
    (later,) = lines(offered, found("session room twice", on=date(2026, 9, 21), **about))
    assert (today.tone, later.tone) == ("bad", "warn")


def test_the_sentence_is_the_first_that_is_urgent(offered: Offered) -> None:
    (monday,) = offered.course(offered.robotics).meetings
    later = found("room closed", message=Message("Later"), mark="1")
    (task,) = lines(offered, later, found("room closed", message=Message("Robotik in R 104"), meetings=(monday.id,)))
    assert (task.words, task.count) == ("Robotik in R 104", 2)


def test_many_kinds_end_in_one_line_that_counts_the_rest(offered: Offered) -> None:
    codes = [rule.code for rule in RULES if rule.severity == "warning" and rule.code != "no course"][:14]
    tasks = lines(offered, *(found(code, mark=str(n)) for code in codes for n in range(2)))
    assert len(tasks) == 10
    more = tasks[-1]
    assert more.place == Place("checks", chip="open")
    assert total(tasks) == sum(1 if code in ("no room", "no leader", "under minimum") else 2 for code in codes)


def test_a_course_that_lacks_two_rooms_counts_once_as_in_the_list_behind_it(offered: Offered) -> None:
    (task,) = lines(offered, found("no room", mark="1"), found("no room", mark="2"))
    assert (task.count, task.place) == (1, Place("courses", chip="room"))


def test_hints_are_one_line_that_is_not_counted(offered: Offered) -> None:
    (task,) = lines(offered, found("no description"), found("no description", mark="2"))
    assert (task.count, task.counted, total([task])) == (2, False, 0)


def test_the_number_of_the_sidebar_is_that_of_the_card(sample: Office) -> None:
    open_, state = seen(sample)
    assert open_.count() == total(tasks_of(open_, state)) > 0


def test_papers_are_counted_as_the_wishes_show_them(sample: Office, offered: Offered) -> None:
    for office in (sample, offered.office):
        if office is offered.office:
            ballot = office.do(ballots.add(offered.term.id, "Wahl", block_ids=(offered.monday,)))
            office.do(wishes.mark_paper(ballot, offered.ada, "empty"))
        for one in seen(office)[1].papers:
            rows = office.read(sheet, one.ballot.id, TODAY).rows
            came = sum(1 for row in rows if row.wishes or row.paper != "missing")
            assert (one.given, one.children) == (came, len(rows))
