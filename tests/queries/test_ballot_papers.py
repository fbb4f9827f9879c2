"""Slips, letters, protocols, reminders and waiting lists as rows, from a small school with a ballot."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from ganztag.domain.ballot_papers import Said
from ganztag.domain.enrolment import Enrolment, Waiting
from ganztag.domain.objection import Objection
from ganztag.language import N_, weekday
from ganztag.operations import allocation, ballots, wishes
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.operations.printing import PAPERS, prepare, sheets
from ganztag.planning.allocate import allocate
from ganztag.planning.lots import lot
from ganztag.planning.policy import Policy
from ganztag.queries.allocation_protocol import protocols
from ganztag.queries.ballot_paper_rows import BallotSlip, ListSheet, Outcome, ReplyLetter
from ganztag.queries.protocol_rows import ProtocolSheet
from ganztag.queries.to_allocate import problem
from ganztag.storage import tables
from ganztag.storage.reader import Reader
from tests import voting as make
from tests.voting import Voting, book, wish


@pytest.fixture
def school(office: Office) -> Voting:
    return make.voting(office)


def _print(school: Voting, paper: str, *ids: int) -> list[object]:
    return sheets(school.office, PAPERS[paper], school.term, ids or None, ballot_id=school.ballot)


def deeds(reader: Reader) -> int:
    """Return how many deeds the file's history holds."""
    return len(reader.rows(sa.select(tables.history.c.id)))


def _slips(school: Voting, *names: str) -> list[BallotSlip]:
    found = _print(school, "ballot", *(school.pupils[name] for name in names))
    return [slip for slip in found if isinstance(slip, BallotSlip)]


def _letters(school: Voting, *names: str) -> list[ReplyLetter]:
    found = _print(school, "letter", *(school.pupils[name] for name in names))
    return [letter for letter in found if isinstance(letter, ReplyLetter)]


def _protocol(school: Voting, *, named: bool = True) -> ProtocolSheet:
    found = _print(school, "protocol" if named else "results", school.ballot)[0]
    assert isinstance(found, ProtocolSheet)
    return found


def _lists(school: Voting, paper: str) -> dict[str, ListSheet]:
    return {sheet.title: sheet for sheet in _print(school, paper) if isinstance(sheet, ListSheet)}


def _vote(school: Voting) -> None:
    """Ada, Ben and Can want robotics, which has two places; only three want climbing, which needs four."""
    for name in ("Ada", "Ben", "Can"):
        wish(school, name, "Mo", "11", "12")
    for name in ("Dora", "Emil", "Fee"):
        wish(school, name, "Mo", "13", "12")
    wish(school, "Ada", "Mi", "21")


def _accept(school: Voting, seed: int = 1) -> None:
    asked = school.office.read(problem, school.ballot, school.today)
    school.office.do(allocation.accept(allocate(asked, Policy("balanced", seed)), school.ballot))


def _change(school: Voting, name: str, course: str, **values: object) -> None:
    def run(work: Work) -> None:
        (row,) = work.all(Enrolment, pupil_id=school.pupils[name], course_id=school.courses[course])
        for key, value in values.items():
            setattr(row, key, value)

    school.office.do(Operation(N_("Change"), run))


def _outcomes(letter: ReplyLetter) -> list[tuple[str, Outcome, str]]:
    return [(weekday(place.weekday, short=True), place.outcome, place.title) for place in letter.places]


def test_a_slip_holds_only_the_courses_that_this_child_may_take(school: Voting) -> None:
    (slip,) = _slips(school, "Ada")
    monday, wednesday = slip.blocks
    assert [course.number for course in monday.courses] == ["11", "12", "13", "40"]  # 31 is for year 7
    assert [course.number for course in wednesday.courses] == ["21", "22", "40"]
    assert ["Mittwoch" in str(course.note) for course in monday.courses] == [False, False, False, True]


def test_a_course_on_two_days_is_not_for_a_child_that_stays_on_one_of_them(school: Voting) -> None:
    book(school, "Ada", 1)
    (slip,) = _slips(school, "Ada")
    (monday,) = slip.blocks
    assert [course.number for course in monday.courses] == ["11", "12", "13"]
    assert slip.days == (1,)


def test_a_course_at_a_time_at_which_the_child_is_in_another_one_is_not_on_its_slip(school: Voting) -> None:
    make.enrol(school, "Ada", "11")
    assert _slips(school, "Ada")[0].blocks[0].courses == ()
    assert _slips(school, "Ben")[0].blocks[0].courses != ()


def test_slips_come_class_by_class_and_a_single_one_is_the_same_as_in_the_pile(school: Voting) -> None:
    pile = _slips(school)
    assert [slip.class_name for slip in pile] == ["5a"] * 3 + ["6b"] * 3
    assert [(slip.place, slip.count) for slip in pile] == [(1, 3), (2, 3), (3, 3)] * 2
    assert _slips(school, "Emil") == [pile[4]]


def test_slips_get_their_numbers_before_they_are_printed_and_keep_them(school: Voting) -> None:
    assert {slip.number for slip in _slips(school)} == {""}
    prepare(school.office, PAPERS["ballot"], school.term, school.ballot)
    first = [slip.number for slip in _slips(school)]
    assert len(set(first)) == 6
    assert "" not in first
    steps = school.office.read(deeds)
    prepare(school.office, PAPERS["ballot"], school.term, school.ballot)
    assert [slip.number for slip in _slips(school)] == first
    assert school.office.read(deeds) == steps


def test_children_who_may_not_vote_get_no_slip(school: Voting) -> None:
    for name in school.pupils:
        book(school, name, 5)
    with pytest.raises(Objection):
        _slips(school)


def test_a_half_year_with_two_ballots_asks_which_one(school: Voting) -> None:
    school.office.do(Operation(N_("Second"), lambda work: ballots.make(work, school.term, "Probe")))
    with pytest.raises(Objection, match="Probe"):
        sheets(school.office, PAPERS["ballot"], school.term, None)


def test_there_are_no_letters_before_a_plan_is_accepted(school: Voting) -> None:
    _vote(school)
    for paper in ("letter", "protocol", "results"):
        with pytest.raises(Objection):
            _print(school, paper)


def test_a_letter_says_place_rank_first_date_and_what_is_struck_and_full(school: Voting) -> None:
    _vote(school)
    _accept(school)
    letters = {letter.name.call_name: letter for letter in _letters(school)}
    assert len(letters) == 6
    robotics = [letter for letter in letters.values() if ("Mo", Outcome.PLACE, "Robotik") in _outcomes(letter)]
    assert len(robotics) == 2
    assert all(place.rank == 1 and place.day is not None for one in robotics for place in one.places)
    (lost,) = [letters[name] for name in ("Ada", "Ben", "Can") if letters[name] not in robotics]
    assert ("Mo", Outcome.PLACE, "Töpfern") in _outcomes(lost)
    assert "Robotik" in " ".join(map(str, lost.reasons))
    assert "Klettern" in " ".join(map(str, letters["Dora"].reasons))
    assert all(not letter.reasons for letter in robotics)


def test_no_letter_names_another_child(school: Voting) -> None:
    _vote(school)
    school.office.do(wishes.pin(school.ballot, school.pupils["Can"], school.courses["11"], "Bruder von Ada"))
    _accept(school)
    for letter in _letters(school):
        told = " ".join(map(str, letter.reasons))
        others = {name for name in school.pupils if name != letter.name.call_name}
        assert not [name for name in others if name in told]
        assert "Bruder" not in told


def test_a_letter_follows_what_happens_in_the_half_year(school: Voting) -> None:
    _vote(school)
    _accept(school)
    today = school.today
    got = {one.name.call_name: one.places[0].title for one in _letters(school)}
    robot = [name for name in ("Ada", "Ben", "Can") if got[name] == "Robotik"]
    _change(school, robot[0], "11", ends=today - timedelta(days=1), ended_as="withdrawn")
    _change(school, robot[1], "11", ends=today - timedelta(days=1), ended_as="transferred")
    make.enrol(school, robot[1], "12", starts=today)
    _change(school, "Dora", "12", ends=today - timedelta(days=1), ended_as="excluded")
    _change(school, "Emil", "12", ends=today - timedelta(days=1), ended_as="struck")
    told = {one.name.call_name: _outcomes(one) for one in _letters(school)}
    assert ("Mo", Outcome.WITHDRAWN, "Robotik") in told[robot[0]]
    assert ("Mo", Outcome.CHANGED, "Töpfern") in told[robot[1]]
    assert ("Mo", Outcome.EXCLUDED, "Töpfern") in told["Dora"]
    assert ("Mo", Outcome.CANCELLED, "Töpfern") in told["Emil"]
    assert ("Mo", Outcome.PLACE, "Töpfern") in told["Fee"]


def test_a_letter_and_the_list_of_its_course_tell_the_place_on_the_waiting_list(school: Voting) -> None:
    _vote(school)
    _accept(school)
    since = datetime(2026, 9, 14, 5, 0)  # noqa: DTZ001 -- kept without a zone

    def run(work: Work) -> None:
        work.remove(Waiting)
        for name, number in (("Dora", 1), ("Fee", 2)):
            work.add(Waiting(course_id=school.courses["11"], pupil_id=school.pupils[name], since=since, place=number))

    school.office.do(Operation(N_("Wait"), run))
    (letter,) = _letters(school, "Fee")
    assert [(p.title, p.place) for p in letter.places if p.outcome is Outcome.WAITING] == [("Robotik", 2)]
    (sheet,) = _lists(school, "waiting-lists").values()
    assert sheet.title == "11 Robotik"
    assert [line.name.call_name for line in sheet.lines] == ["Dora", "Fee"]


def test_a_block_without_a_place_says_so(school: Voting) -> None:
    for name in ("Ada", "Ben", "Can"):
        wish(school, name, "Mo", "11")
    _accept(school)
    told = [outcome for letter in _letters(school) for _day, outcome, _title in _outcomes(letter)]
    assert told.count(Outcome.PLACE) == 2
    assert Outcome.NOTHING in told or Outcome.WAITING in told


def test_the_trial_period_is_told_until_it_is_over(school: Voting) -> None:
    _vote(school)
    _accept(school)
    (letter,) = _letters(school, "Fee")
    assert letter.first is not None
    assert letter.last is not None
    assert letter.first < letter.last
    if letter.trial_until is not None:
        assert letter.trial_until >= school.today
    late = datetime(2027, 1, 10, 8, 0)  # noqa: DTZ001 -- local time
    (later,) = sheets(school.office, PAPERS["letter"], school.term, [school.pupils["Fee"]], late, school.ballot)
    assert later.trial_until is None


def test_the_lots_of_the_protocol_can_be_drawn_again_and_stand_only_where_they_can_decide(school: Voting) -> None:
    _vote(school)
    _accept(school, seed=42)
    sheet = _protocol(school)
    ids = {course.name: course.id for course in sheet.courses}
    drawn = [
        (child.id, ids[one.course], one.lot)
        for child in sheet.children
        for block in child.blocks
        for one in block.wishes
    ]
    assert {course for _child, course, number in drawn if number is not None} == {ids["11 Robotik"], ids["12 Töpfern"]}
    assert all(number == lot(42, child, course) for child, course, number in drawn if number is not None)
    assert sheet.seed == "42"
    (struck,) = [course for course in sheet.courses if course.needed is not None]
    assert (struck.name, struck.wished, struck.inside) == ("13 Klettern", 3, 0)


def test_the_protocol_tells_what_was_settled_and_what_was_changed_afterwards(school: Voting) -> None:
    _vote(school)
    school.office.do(wishes.pin(school.ballot, school.pupils["Can"], school.courses["12"], "Absprache"))
    _accept(school)
    _change(school, "Can", "12", ends=school.today, ended_as="withdrawn")
    sheet = _protocol(school)
    assert ["Can Çelik" in str(text) and "Absprache" in str(text) for text in sheet.fixed] == [True]
    assert ["Can Çelik" in str(text) and "Töpfern" in str(text) for text in sheet.changes] == [True]


def test_the_result_to_be_put_up_has_numbers_in_their_order_and_no_names_or_reasons(school: Voting) -> None:
    _vote(school)
    school.office.do(wishes.number_papers(school.ballot))
    _accept(school)
    sheet = _protocol(school, named=False)
    numbers = [child.number for child in sheet.children]
    assert numbers == sorted(numbers)
    assert len(numbers) == 6
    assert sheet.fixed == sheet.changes == ()
    assert {child.name.surname for child in sheet.children} == {""}
    assert {str(block.reason) for child in sheet.children for block in child.blocks} == {""}


def test_protocols_of_all_ballots_come_without_naming_one(school: Voting) -> None:
    _vote(school)
    _accept(school)
    now = school.office.clock.now()
    assert [sheet.ballot for sheet in school.office.read(protocols, school.term, now)] == ["Herbst"]


def test_the_reminder_names_who_is_missing_and_what_is_wrong_class_by_class(school: Voting) -> None:
    for name in school.pupils:
        book(school, name, 1)
    _vote(school)
    wish(school, "Dora", "Mo", "31")  # for year 7
    school.office.do(wishes.mark_paper(school.ballot, school.pupils["Ben"], "faulty", "unleserlich"))
    school.office.do(wishes.mark_paper(school.ballot, school.pupils["Fee"], "missing"))
    found = _lists(school, "missing-wishes")
    told = {line.name.call_name: str(line.cells[0]) for sheet in found.values() for line in sheet.lines}
    assert set(told) >= {"Ben", "Dora", "Fee"}
    assert "unleserlich" in told["Ben"]
    assert "Bouldern" in told["Dora"]
    assert "Emil" not in told


def test_where_nothing_is_missing_there_is_no_reminder(school: Voting) -> None:
    for name in school.pupils:
        book(school, name, 1)
        wish(school, name, "Mo", "12")
    with pytest.raises(Objection):
        _print(school, "missing-wishes")


def test_a_child_that_wants_no_course_is_not_reminded(school: Voting) -> None:
    for name in school.pupils:
        book(school, name, 1)
        school.office.do(
            wishes.set_said(school.ballot, school.pupils[name], school.blocks["Mo"], Said((), None, none=True))
        )
    with pytest.raises(Objection):
        _print(school, "missing-wishes")
