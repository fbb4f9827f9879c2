"""The demand for courses and blocks, and the children behind each figure."""

from ganztag.domain.ballot_papers import WEEK, Said
from ganztag.operations import wishes
from ganztag.operations.office import Office
from ganztag.queries.demand import BandDemand, band_demand, wishers
from ganztag.queries.wishes import sheet
from tests.voting import Voting, enrol, over_the_week, voting, wish


def of_block(school: Voting, block: str) -> BandDemand:
    found = school.office.read(sheet, school.ballot, school.today)
    return band_demand(found, school.blocks.get(block, WEEK))


def say(school: Voting, pupil: str, block: str, said: Said) -> None:
    school.office.do(wishes.set_said(school.ballot, school.pupils[pupil], school.blocks[block], said))


def test_first_wishes_beyond_the_places_and_courses_below_their_minimum_are_told(office: Office) -> None:
    school = voting(office)
    for name in ("Ada", "Ben", "Can"):
        wish(school, name, "Mo", "11", "13")
    wish(school, "Dora", "Mo", "12")
    found = of_block(school, "Mo")
    assert [(one.course.number, one.over) for one in found.over()] == [("11", 1)]
    assert [(one.course.number, one.wished) for one in found.too_few()] == [("13", 3)]
    wish(school, "Dora", "Mo", "12", "13")
    assert of_block(school, "Mo").too_few() == ()


def test_places_that_are_taken_already_are_not_the_ballots_to_give(office: Office) -> None:
    school = voting(office)
    enrol(school, "Fee", "11")
    enrol(school, "Fee", "13")
    for name in ("Ada", "Ben", "Can"):
        wish(school, name, "Mo", "11", "13")
    found = of_block(school, "Mo")
    by_number = {one.course.number: one for one in found.courses}
    assert (by_number["11"].places, by_number["11"].over) == (1, 2)
    assert (by_number["13"].course.needed, by_number["13"].too_few) == (3, False)


def test_who_takes_any_course_and_who_wants_none_is_counted_beside_those_who_wish(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11")
    say(school, "Ben", "Mo", Said(((1, school.courses["12"]),), any_from=2))
    say(school, "Can", "Mo", Said(any_from=1))
    say(school, "Dora", "Mo", Said(none=True))
    say(school, "Emil", "Mi", Said(none=True))
    found = of_block(school, "Mo")
    assert (found.wishing, found.anywhere, found.nowhere) == (2, 1, 1)


def test_a_block_with_fewer_places_than_children_is_short(office: Office) -> None:
    school = voting(office)
    for name in school.pupils:
        wish(school, name, "Mi", "21")
    found = of_block(school, "Mi")
    assert (found.wishing, found.places, found.short) == (6, 8, 0)
    for name in ("21", "22"):
        for pupil in ("Ada", "Ben"):
            enrol(school, pupil, name)
    assert (of_block(school, "Mi").places, of_block(school, "Mi").short) == (4, 2)


def test_behind_a_figure_stand_its_children_first_wishes_first_and_those_who_refuse_last(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "12", "11")
    wish(school, "Ben", "Mo", "11")
    say(school, "Can", "Mo", Said(refused=frozenset({school.courses["11"]})))
    found = office.read(sheet, school.ballot, school.today)
    listed = wishers(found, school.blocks["Mo"], school.courses["11"])
    assert [(one.row.voter.name, one.rank) for one in listed] == [
        ("Böttcher, Ben", 1), ("Ahmadi, Ada", 2), ("Çelik, Can", None),
    ]  # fmt: skip
    assert {one.course.number: one.refused for one in of_block(school, "Mo").courses}["11"] == 1


def test_over_the_week_a_course_of_two_days_is_wished_once(office: Office) -> None:
    school = voting(office)
    over_the_week(school)
    said = Said(((1, school.courses["40"]), (2, school.courses["21"])))
    office.do(wishes.set_said(school.ballot, school.pupils["Ada"], WEEK, said))
    found = of_block(school, "week")
    assert {one.course.number: one.by_rank for one in found.courses if one.wished} == {"40": (1, 0, 0), "21": (0, 1, 0)}
    assert found.wishing == 1
