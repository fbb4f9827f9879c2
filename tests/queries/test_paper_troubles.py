"""What speaks against a paper: courses that cannot be wished, too few wishes, a child without a vote."""

from ganztag.domain.ballot_papers import WEEK, Said
from ganztag.domain.ballots import BallotCourse
from ganztag.domain.courses import Course, Invitation
from ganztag.language import N_
from ganztag.operations import wishes
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries.wishes import WishRow, sheet
from tests.voting import Voting, book, change_ballot, only_for, over_the_week, voting, wish


def row_of(school: Voting, pupil: str) -> WishRow:
    rows = school.office.read(sheet, school.ballot, school.today).rows
    return next(row for row in rows if row.id == school.pupils[pupil])


def kinds(school: Voting, pupil: str) -> list[tuple[int, str]]:
    """Return rank and kind of what is wrong."""
    return [(rank, trouble.kind) for _band, rank, trouble in row_of(school, pupil).troubles]


def admit(school: Voting, number: str, admission: str, *invited: str) -> None:
    def run(work: Work) -> None:
        work.get(Course, school.courses[number]).admission = admission
        for name in invited:
            work.add(Invitation(course_id=school.courses[number], pupil_id=school.pupils[name]))

    school.office.do(Operation(N_("Admit"), run))


def test_a_course_for_the_invited_can_be_wished_by_them_alone(office: Office) -> None:
    school = voting(office)
    admit(school, "11", "invited", "Ben")
    wish(school, "Ada", "Mo", "11")
    wish(school, "Ben", "Mo", "11")
    assert kinds(school, "Ada") == [(1, "uninvited")]
    assert kinds(school, "Ben") == []


def test_a_closed_course_can_be_wished_by_nobody(office: Office) -> None:
    school = voting(office)
    admit(school, "11", "closed", "Ada")
    wish(school, "Ada", "Mo", "12", "11")
    assert kinds(school, "Ada") == [(2, "closed")]


def test_a_course_that_was_not_chosen_for_the_ballot_is_told(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "12")
    assert kinds(school, "Ada") == []
    row = {"ballot_id": school.ballot, "course_id": school.courses["12"]}
    office.do(Operation(N_("Choose courses"), lambda work: work.insert(BallotCourse, [row])))
    assert kinds(school, "Ada") == [(1, "ballot")]


def test_a_course_that_is_wished_and_refused_is_told_in_each_block(office: Office) -> None:
    school = voting(office)
    both = school.courses["40"]
    said = Said(((1, school.courses["11"]), (2, both)), refused=frozenset({both}))
    office.do(wishes.set_said(school.ballot, school.pupils["Ada"], school.blocks["Mo"], said))
    assert kinds(school, "Ada") == [(2, "refused")]


def test_a_suggestion_is_nothing_that_the_child_refuses(office: Office) -> None:
    school = voting(office)
    said = Said(((1, school.courses["31"]),), refused=frozenset({school.courses["13"]}))
    office.do(wishes.set_said(school.ballot, school.pupils["Ada"], school.blocks["Mo"], said))
    assert [trouble.suggestion for _band, _rank, trouble in row_of(school, "Ada").troubles] == [school.courses["11"]]


def test_too_few_wishes_are_told_where_a_child_wishes_or_stays(office: Office) -> None:
    school = voting(office)
    change_ballot(school, min_wishes=2)
    wish(school, "Ada", "Mo", "11")
    assert kinds(school, "Ada") == [(2, "few")]
    assert "1" in str(row_of(school, "Ada").troubles[0][2].message)
    wish(school, "Ada", "Mo", "11", "12")
    assert kinds(school, "Ada") == []
    book(school, "Ada", 3)
    assert kinds(school, "Ada") == [(1, "few")]
    office.do(wishes.set_said(school.ballot, school.pupils["Ada"], school.blocks["Mi"], Said(none=True)))
    assert kinds(school, "Ada") == []


def test_who_takes_any_course_wishes_enough_and_who_gave_nothing_is_missing_not_wrong(office: Office) -> None:
    school = voting(office)
    change_ballot(school, min_wishes=3)
    book(school, "Ben", 1)
    said = Said(((1, school.courses["11"]),), any_from=2)
    office.do(wishes.set_said(school.ballot, school.pupils["Ada"], school.blocks["Mo"], said))
    assert kinds(school, "Ada") == kinds(school, "Ben") == []


def test_a_child_whose_class_does_not_vote_stands_there_only_with_a_paper(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11")
    only_for(school, "6b")
    rows = office.read(sheet, school.ballot, school.today).rows
    assert [row.voter.name for row in rows] == ["Ahmadi, Ada", "Demir, Dora", "Ebert, Emil", "Fischer, Fee"]
    assert kinds(school, "Ada") == [(0, "voter")]
    assert {row.voter.class_name for row in office.read(sheet, school.ballot, school.today).missing()} == {"6b"}


def test_over_the_week_a_course_of_two_days_is_no_half_and_one_without_a_block_is_told(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "40")
    assert kinds(school, "Ada") == [(2, "half")]
    over_the_week(school)
    assert kinds(school, "Ada") == []
    change_ballot(school, min_wishes=3)
    assert [(band, rank) for band, rank, _trouble in row_of(school, "Ada").troubles] == [(WEEK, 3)]


def test_read_again_with_the_last_sheet_everything_is_as_it_is_without(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "31")
    wish(school, "Ben", "Mo", "31")
    before = office.read(sheet, school.ballot, school.today)
    wish(school, "Ada", "Mo", "11")
    again = office.read(sheet, school.ballot, school.today, before)
    assert again == office.read(sheet, school.ballot, school.today)
    assert [new is old for new, old in zip(again.rows[:2], before.rows[:2], strict=True)] == [False, True]
    admit(school, "31", "closed")
    last = office.read(sheet, school.ballot, school.today, again)
    assert last == office.read(sheet, school.ballot, school.today)
    assert kinds(school, "Ben") == [(1, "closed")]
