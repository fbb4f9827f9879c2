"""What the booked children need: places at each time, and the year groups for which they do not do."""

from itertools import product

from ganztag.domain.courses import Course
from ganztag.language import N_
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries.booked_needs import BookedNeed, BookedNeeds, booked_needs, shortfall
from tests.voting import Voting, book, voting


def needs_of(school: Voting) -> BookedNeeds:
    return school.office.read(booked_needs, school.term, school.today)


def at(school: Voting, block: str) -> BookedNeed:
    return next(row for row in needs_of(school).rows if row.block and row.block.id == school.blocks[block])


def resize(school: Voting, **sizes: int | None) -> None:
    def run(work: Work) -> None:
        for name, size in sizes.items():
            work.get(Course, school.courses[name.removeprefix("c")]).max_size = size

    school.office.do(Operation(N_("Resize"), run))


def test_booked_children_of_each_year_group_stand_against_the_places_of_the_block(office: Office) -> None:
    school = voting(office)
    for name in ("Ada", "Ben", "Dora"):
        book(school, name, 3)
    found = needs_of(school)
    assert (found.years, found.unsaid) == (("5", "6"), 3)
    row = at(school, "Mi")
    assert (row.booked, row.by_year, row.places, row.short) == (3, (2, 1), 3 + 3 + 2, 0)


def test_missing_places_are_counted(office: Office) -> None:
    school = voting(office)
    for name in school.pupils:
        book(school, name, 3)
    resize(school, c21=1, c22=1, c40=1)
    row = at(school, "Mi")
    assert (row.places, row.short, row.short_years) == (3, 3, ())
    assert needs_of(school).short() == (row,)


def test_places_that_are_not_for_a_year_group_do_not_help_it(office: Office) -> None:
    school = voting(office)
    for name in school.pupils:
        book(school, name, 1)
    resize(school, c11=1, c12=1, c13=1, c40=1, c31=100)
    assert at(school, "Mo").places == 104
    assert (at(school, "Mo").short, at(school, "Mo").short_years) == (2, ())
    resize(school, c13=None)
    assert (at(school, "Mo").places, at(school, "Mo").short) == (None, 0)


def test_a_booked_day_without_an_offer_is_told(office: Office) -> None:
    school = voting(office)
    book(school, "Ada", 5)
    book(school, "Ben", 5)
    row = next(row for row in needs_of(school).rows if row.weekday == 5)
    assert (row.block, row.booked, row.places, row.short) == (None, 2, 0, 2)


def test_struck_courses_have_no_places(office: Office) -> None:
    school = voting(office)
    book(school, "Ada", 3)

    def strike(work: Work) -> None:
        work.get(Course, school.courses["21"]).status = "struck"

    office.do(Operation(N_("Strike"), strike))
    assert at(school, "Mi").places == 5


def _placed(supply: dict[frozenset[int], int], booked: tuple[int, ...]) -> int:
    """Return by trying how many children find a place at most."""
    children = [year for year, count in enumerate(booked) for _child in range(count)]
    seats = [those for those, count in supply.items() for _seat in range(count)]
    best, taken = 0, [False] * len(seats)

    def place(index: int, done: int) -> None:
        nonlocal best
        best = max(best, done)
        if index == len(children):
            return
        place(index + 1, done)
        for seat, those in enumerate(seats):
            if not taken[seat] and children[index] in those:
                taken[seat] = True
                place(index + 1, done + 1)
                taken[seat] = False

    place(0, 0)
    return best


def test_the_shortfall_is_what_no_placing_can_avoid() -> None:
    groups = (frozenset({0}), frozenset({1, 2}), frozenset({0, 2}))
    for counts in product(range(3), repeat=3):
        for booked in product(range(3), repeat=3):
            supply = dict(zip(groups, counts, strict=True))
            short, years = shortfall(supply, booked)
            assert short == sum(booked) - _placed(supply, booked)
            open_to_them = sum(count for those, count in supply.items() if not years.isdisjoint(those))
            assert short == sum(booked[year] for year in years) - open_to_them
