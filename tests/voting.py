"""A small school with a ballot, made without the operations of others, to try wishes and allocation on."""

from dataclasses import dataclass
from datetime import date, time

from ganztag.domain.ballot_papers import Said
from ganztag.domain.ballots import Ballot, BallotClass
from ganztag.domain.courses import Course, CourseYearGroup, Meeting, Offer
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.pupils import Booking, ClassMembership, Pupil
from ganztag.domain.school import SchoolClass, YearGroup
from ganztag.domain.school_year import TimeBlock
from ganztag.language import N_
from ganztag.operations import ballots
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import frame


@dataclass(frozen=True)
class Voting:
    """Ids by what people call them; *office* is open, *term* the half-year in work."""

    office: Office
    term: int
    year: int
    ballot: int
    blocks: dict[str, int]
    courses: dict[str, int]
    pupils: dict[str, int]
    classes: dict[str, int]
    years: dict[str, int]

    @property
    def today(self) -> date:
        return self.office.clock.today()


NAMES = ("Ada Ahmadi", "Ben Böttcher", "Can Çelik", "Dora Demir", "Emil Ebert", "Fee Fischer")
COURSES = {  # number: title, blocks, minimum, maximum, only for the year
    "11": ("Robotik", ("Mo",), None, 2, ""),
    "12": ("Töpfern", ("Mo",), None, 4, ""),
    "13": ("Klettern", ("Mo",), 4, 10, ""),
    "31": ("Bouldern", ("Mo",), None, 6, "7"),
    "21": ("Kochen", ("Mi",), None, 3, ""),
    "22": ("Nähen", ("Mi",), None, 3, ""),
    "40": ("Theater", ("Mo", "Mi"), None, 2, ""),
}


def voting(office: Office) -> Voting:
    """Fill a fresh school: two classes with three children each, seven courses in two blocks, a ballot of 3 wishes."""
    term = office.read(frame.term)

    def run(work: Work) -> Voting:
        blocks = {
            name: work.add(
                TimeBlock(school_year_id=term.school_year_id, weekday=day, starts=time(14), ends=time(15, 30))
            ).id
            for name, day in (("Mo", 1), ("Mi", 3))
        }
        years = {
            label: work.add(YearGroup(label=label, position=place)).id for place, label in enumerate(("5", "6", "7"))
        }
        classes = {
            name: work.add(SchoolClass(school_year_id=term.school_year_id, name=name, year_group_id=years[name[0]])).id
            for name in ("5a", "6b")
        }
        pupils = {}
        for place, name in enumerate(NAMES):
            pupils[name.split()[0]] = add_pupil(work, name, classes["5a" if place < 3 else "6b"])
        courses = {}
        for number, (title, where, least, most, only) in COURSES.items():
            courses[number] = add_course(work, term, number, title, [blocks[name] for name in where], (least, most))
            if only:
                work.add(CourseYearGroup(course_id=courses[number], year_group_id=years[only]))
        ballot = ballots.make(work, term.id, "Herbst")
        return Voting(office, term.id, term.school_year_id, ballot, blocks, courses, pupils, classes, years)

    return office.do(Operation(N_("Make a small school"), run))


def add_pupil(work: Work, name: str, class_id: int | None, **values: object) -> int:
    call_name, surname = name.split()
    pupil = Pupil(surname=surname, call_name=call_name)
    for key, value in values.items():
        setattr(pupil, key, value)
    pupil.renew_search_key()
    work.add(pupil)
    if class_id is not None:
        work.add(ClassMembership(pupil_id=pupil.id, school_class_id=class_id))
    return pupil.id


def add_course(
    work: Work, term: frame.TermRow, number: str, title: str, blocks: list[int], sizes: tuple[int | None, int | None]
) -> int:
    least, most = sizes
    offer = work.add(Offer(title=title))
    course = Course(
        offer_id=offer.id, school_year_id=term.school_year_id, term_id=term.id, number=number, title=title,
        short_name=title[:10], min_size=least, max_size=most,
    )  # fmt: skip
    course.renew_search_key()
    work.add(course)
    for block in blocks:
        work.add(Meeting(course_id=course.id, time_block_id=block))
    return course.id


def enrol(school: Voting, pupil: str, course: str, **values: object) -> int:
    """Enrol a child by hand."""

    def run(work: Work) -> int:
        enrolment = Enrolment(pupil_id=school.pupils[pupil], course_id=school.courses[course])
        for key, value in values.items():
            setattr(enrolment, key, value)
        return work.add(enrolment).id

    return school.office.do(Operation(N_("Enrol"), run))


def book(school: Voting, pupil: str, weekday: int) -> None:
    def run(work: Work) -> None:
        work.add(Booking(pupil_id=school.pupils[pupil], weekday=weekday))

    school.office.do(Operation(N_("Book"), run))


def wish(school: Voting, pupil: str, block: str, *numbers: str) -> None:
    """Enter wishes, the first one first; an empty number leaves its rank out."""
    from ganztag.operations import wishes

    ranks = tuple((rank, school.courses[number]) for rank, number in enumerate(numbers, start=1) if number)
    school.office.do(wishes.set_said(school.ballot, school.pupils[pupil], school.blocks[block], Said(ranks)))


def change_ballot(school: Voting, **values: object) -> None:
    """Set fields of the ballot, whatever its dialog says."""

    def run(work: Work) -> None:
        ballot = work.get(Ballot, school.ballot)
        for key, value in values.items():
            setattr(ballot, key, value)

    school.office.do(Operation(N_("Change the ballot"), run))


def over_the_week(school: Voting) -> None:
    change_ballot(school, per_week=True)


def only_for(school: Voting, *classes: str) -> None:
    """Let only these classes vote."""
    rows = [{"ballot_id": school.ballot, "school_class_id": school.classes[name]} for name in classes]
    school.office.do(Operation(N_("Choose who votes"), lambda work: work.insert(BallotClass, rows)))
