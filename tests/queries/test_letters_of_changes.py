"""What letters say after a place was given up, lost, changed or gained: the right words, days and reasons."""

from datetime import date, datetime

import pytest

from ganztag.documents import wording
from ganztag.operations import allocation, enrolments, waiting
from ganztag.operations.leaving_courses import exclude, withdraw
from ganztag.operations.moving_up import move_up
from ganztag.operations.office import Office
from ganztag.operations.striking import strike_from
from ganztag.planning.allocate import allocate
from ganztag.planning.policy import Policy
from ganztag.queries import to_allocate
from ganztag.queries.ballot_paper_rows import Outcome, ReplyLetter
from ganztag.queries.enrolments import EnrolmentRow, enrolments_of_pupils
from ganztag.queries.reply_letters import reply_letters
from ganztag.queries.waiting import waiting_lists
from tests.voting import Voting, enrol, voting, wish

DAY = date(2026, 9, 21)


@pytest.fixture
def school(office: Office) -> Voting:
    made = voting(office)
    for pupil in ("Ada", "Ben", "Can", "Dora"):
        wish(made, pupil, "Mo", "11", "12")
    problem = office.read(to_allocate.problem, made.ballot, made.today)
    office.do(allocation.accept(allocate(problem, Policy()), made.ballot))
    return made


def row(school: Voting, pupil: str) -> EnrolmentRow:
    return school.office.read(enrolments_of_pupils, [school.pupils[pupil]])[0]


def of(school: Voting, number: str) -> list[str]:
    return [name for name in ("Ada", "Ben", "Can", "Dora") if row(school, name).course_id == school.courses[number]]


def letter(school: Voting, pupil: str, day: date = date(2026, 9, 14)) -> ReplyLetter:
    now = datetime(day.year, day.month, day.day, 8)  # noqa: DTZ001 -- local time
    (found,) = school.office.read(reply_letters, school.term, now, [school.pupils[pupil]])
    return found


def text(found: ReplyLetter) -> str:
    return " ".join(words for _lead, words in wording.paragraphs(found)).replace("\u00a0", " ")


def test_before_its_last_day_a_child_leaves_after_it_it_has_left(school: Voting) -> None:
    name = of(school, "11")[0]
    school.office.do(withdraw(row(school, name).id, date(2026, 9, 18), "Umzug"))
    told = text(letter(school, name))
    assert "18. September 2026" in told
    assert told != text(letter(school, name, date(2026, 9, 20)))


def test_the_reason_of_an_exclusion_stands_in_the_letter(school: Voting) -> None:
    name = of(school, "11")[0]
    school.office.do(exclude(row(school, name).id, date(2026, 9, 18), "3-mal unentschuldigt gefehlt."))
    told = text(letter(school, name))
    assert "18. September 2026: 3-mal unentschuldigt gefehlt. " in told


def test_who_moved_up_has_changed_from_a_day_on_and_is_not_told_why_it_did_not_get_there(school: Voting) -> None:
    (queue,) = school.office.read(waiting_lists, school.term, DAY)
    name = queue.rows[0].name.split(", ")[1]
    assert letter(school, name).reasons
    school.office.do(withdraw(row(school, of(school, "11")[0]).id, date(2026, 9, 20), "Umzug"))
    school.office.do(move_up(queue.rows[0].id, DAY))
    found = letter(school, name)
    (place,) = found.places
    assert (place.outcome, place.title, place.before, place.day) == (Outcome.CHANGED, "Robotik", "Töpfern", DAY)
    assert found.reasons == ()
    assert "21. September 2026" in text(found)
    assert wording.result(place)[1] == "ab 21.9."


def test_after_two_changes_the_letter_names_the_last_one(school: Voting) -> None:
    name = of(school, "12")[0]
    second = school.office.do(
        enrolments.move(row(school, name).id, school.courses["11"], date(2026, 9, 15), even_if_full=True)
    )
    school.office.do(enrolments.move(second, school.courses["40"], DAY))
    places = [place for place in letter(school, name).places if place.outcome is Outcome.CHANGED]
    assert {place.before for place in places} == {"Robotik"}


def test_a_course_struck_in_the_half_year_was_not_too_small(school: Voting) -> None:
    name = of(school, "12")[0]
    school.office.do(strike_from(school.courses["12"], DAY, "Leitung krank"))
    told = text(letter(school, name))
    assert "Leitung krank" in told
    assert "20. September 2026" in told


def test_a_child_that_came_later_has_a_letter_too(school: Voting) -> None:
    school.office.do(enrolments.enrol(school.pupils["Fee"], school.courses["21"], DAY))
    found = letter(school, "Fee")
    assert [(place.outcome, place.title) for place in found.places] == [(Outcome.PLACE, "Kochen")]
    assert "23. September 2026" in text(found)


def test_who_is_in_a_course_is_not_told_that_it_waits_for_it(school: Voting) -> None:
    school.office.do(waiting.add(school.courses["21"], school.pupils["Ada"]))
    enrol(school, "Ada", "21")
    assert Outcome.WAITING not in {place.outcome for place in letter(school, "Ada").places if place.title == "Kochen"}
