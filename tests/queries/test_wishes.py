"""What speaks against a wish, who has not voted, what is wished most."""

from datetime import date
from itertools import product

from ganztag.domain.courses import Course, Meeting
from ganztag.domain.pupils import Pupil
from ganztag.language import N_
from ganztag.operations import wishes
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries.demand import demand
from ganztag.queries.wish_checks import Place, distance, meant
from ganztag.queries.wishes import problem, reread, sheet
from tests.voting import Voting, add_pupil, book, enrol, voting, wish


def troubles(school: Voting, pupil: str) -> list[tuple[str, str]]:
    rows = school.office.read(sheet, school.ballot, school.today).rows
    row = next(row for row in rows if row.id == school.pupils[pupil])
    return [(trouble.kind, str(trouble.message)) for _block, _rank, trouble in row.troubles]


def test_children_stand_in_the_order_of_the_class_lists(office: Office) -> None:
    school = voting(office)
    rows = office.read(sheet, school.ballot, school.today).rows
    assert [(row.voter.class_name, row.place, row.voter.name) for row in rows][:4] == [
        ("5a", 1, "Ahmadi, Ada"),
        ("5a", 2, "Böttcher, Ben"),
        ("5a", 3, "Çelik, Can"),
        ("6b", 1, "Demir, Dora"),
    ]


def test_a_wish_for_another_year_group_is_told_with_its_suggestion(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "31")
    rows = office.read(sheet, school.ballot, school.today).rows
    block, rank, trouble = rows[0].troubles[0]
    assert (block, rank, trouble.kind) == (school.blocks["Mo"], 2, "barred")
    assert "31 Bouldern" in str(trouble.message)
    assert trouble.suggestion == school.courses["13"]
    assert not trouble.cannot_be_kept


def test_a_wish_that_clashes_with_an_enrolment_is_told(office: Office) -> None:
    school = voting(office)
    enrol(school, "Ada", "12")
    wish(school, "Ada", "Mo", "11")
    assert [kind for kind, _text in troubles(school, "Ada")] == ["clash"]
    assert "12 Töpfern" in troubles(school, "Ada")[0][1]


def test_a_course_that_also_meets_on_a_day_without_wishes_is_told(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "40")
    told = [trouble.kind for _block, _rank, trouble in office.read(sheet, school.ballot, school.today).rows[0].troubles]
    assert told == ["half"]
    wish(school, "Ada", "Mi", "21")
    assert office.read(sheet, school.ballot, school.today).rows[0].troubles == ()


def test_a_struck_course_is_told(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11")

    def strike(work: Work) -> None:
        work.get(Course, school.courses["11"]).status = "struck"

    office.do(Operation(N_("Strike"), strike))
    assert [kind for kind, _text in troubles(school, "Ada")] == ["status"]


def test_who_does_not_stay_on_a_day_of_the_ballot_is_not_missing(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11")
    book(school, "Ben", 2)
    book(school, "Can", 1)
    missing = {row.voter.name for row in office.read(sheet, school.ballot, school.today).missing()}
    assert missing == {"Çelik, Can", "Demir, Dora", "Ebert, Emil", "Fischer, Fee"}


def test_demand_counts_the_wishes_by_rank(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "12")
    wish(school, "Ben", "Mo", "11", "13")
    wish(school, "Can", "Mo", "12", "11")
    first = demand(office.read(sheet, school.ballot, school.today), school.blocks["Mo"])[0]
    assert (first.course.number, first.by_rank, first.places) == ("11", (2, 1, 0), 2)


def test_one_child_read_again_makes_the_sheet_what_a_whole_reading_makes_it(office: Office) -> None:
    school = voting(office)
    wish(school, "Ben", "Mo", "11")
    enrol(school, "Ada", "12")
    before = office.read(sheet, school.ballot, school.today)
    wish(school, "Ada", "Mo", "13", "31")
    after = office.read(reread, before, school.pupils["Ada"])
    assert after.rows[0].wishes
    assert len(after.rows[0].troubles) == 2
    assert after.rows == office.read(sheet, school.ballot, school.today).rows
    wish(school, "Ada", "Mo")
    assert office.read(reread, after, school.pupils["Ada"]).rows == before.rows


def test_a_wish_stands_in_the_block_it_was_stated_for_and_brings_no_other_day_with_it(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "40")
    found = office.read(problem, school.ballot, school.today)
    theatre = {(wish.slot, wish.rank) for wish in found.wishes if wish.course == school.courses["40"]}
    assert theatre == {(school.blocks["Mo"], 2)}


def test_a_rank_that_was_stated_for_a_block_is_kept_there(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "40")
    wish(school, "Ada", "Mi", "21", "22", "40")
    found = office.read(problem, school.ballot, school.today)
    theatre = {(wish.slot, wish.rank) for wish in found.wishes if wish.course == school.courses["40"]}
    assert theatre == {(school.blocks["Mo"], 2), (school.blocks["Mi"], 3)}


def test_the_problem_knows_who_may_not_who_is_busy_and_what_is_taken(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "31")
    wish(school, "Ben", "Mo", "11")
    enrol(school, "Ben", "21")
    found = office.read(problem, school.ballot, school.today)
    assert found.pupils == (school.pupils["Ada"], school.pupils["Ben"])
    assert (school.pupils["Ada"], school.courses["31"]) in found.barred
    assert (school.pupils["Ada"], school.courses["11"]) not in found.barred
    assert [(busy.pupil, busy.weekday, busy.what) for busy in found.busy] == [(school.pupils["Ben"], 3, "21 Kochen")]
    assert {course.number: course.taken for course in found.courses}["21"] == 1


def test_children_who_have_left_do_not_count_and_those_who_come_do(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11")
    wish(school, "Ben", "Mo", "11")

    def move(work: Work) -> int:
        work.get(Pupil, school.pupils["Ada"]).exit = date(2026, 9, 1)
        new = add_pupil(work, "Gül Güney", school.classes["5a"], entry=date(2026, 10, 1))
        wishes.put(work, school.ballot, new, [(school.blocks["Mo"], school.courses["12"], 1)])
        return new

    new = office.do(Operation(N_("Move"), move))
    assert office.read(problem, school.ballot, school.today).pupils == (school.pupils["Ben"], new)


def test_only_offered_courses_in_a_block_of_the_ballot_are_allocated(office: Office) -> None:
    school = voting(office)

    def change(work: Work) -> None:
        work.get(Course, school.courses["11"]).status = "planned"
        meeting = work.one(Meeting, course_id=school.courses["12"])
        assert meeting is not None
        meeting.time_block_id, meeting.weekday = None, 5

    office.do(Operation(N_("Change"), change))
    numbers = {course.number for course in office.read(problem, school.ballot, school.today).courses}
    assert numbers == {"13", "31", "21", "22", "40"}


def test_two_digits_swapped_are_nearer_than_any_other_slip() -> None:
    assert distance("31", "13") == 1
    assert distance("11", "12") == 2
    assert distance("11", "23") == 4
    assert distance("1", "11") == 2


def test_one_slip_is_one_key_more_less_or_other_or_two_neighbours_swapped() -> None:
    numbers = ["".join(digits) for length in range(1, 5) for digits in product("123", repeat=length)]
    for one in numbers:
        cut = [(one[:place], one[place:]) for place in range(len(one) + 1)]
        swapped = {left + right[1] + right[0] + right[2:] for left, right in cut if len(right) > 1} - {one}
        less = {left + right[1:] for left, right in cut if right}
        other = {left + key + right[1:] for left, right in cut if right for key in "123"}
        more = {left + key + right for left, right in cut for key in "123"}
        near = ((less | other | more) - {one} - swapped) & set(numbers)
        assert {number for number in numbers if distance(one, number) == 1} == swapped
        assert {number for number in numbers if distance(one, number) == 2} == near


def test_what_may_not_be_taken_is_never_suggested(office: Office) -> None:
    school = voting(office)
    whole = office.read(sheet, school.ballot, school.today)
    place = Place(whole.rows[0].voter, school.blocks["Mo"], {school.courses["12"]: 1})
    assert meant("32", place, whole.courses) is None  # 12 is wished already, 31 is not for this child
    assert meant("1", place, whole.courses) == school.courses["11"]
