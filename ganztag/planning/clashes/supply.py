"""Whether there is enough for those who stay: supervision in each block, places for each year group and day."""

from collections.abc import Iterator

from ganztag.language import N_, nN_
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Block, Course, Meeting, Offer
from ganztag.planning.timing import Weekday, when


def no_supervision(offer: Offer, block: Block) -> Iterator[Case]:
    if not offer.enrolments:  # before the allocation nobody is anywhere
        return
    index = offer.index
    here = [meeting for meeting in index.on_weekday.get(block.weekday, ()) if _in_block(meeting, block)]
    if not here or any(_is_care(offer, meeting) for meeting in here):
        return
    inside: set[int] = set()
    for meeting in here:
        inside |= index.enrolled.get(meeting.course, frozenset())
    alone = index.booked.get(block.weekday, frozenset()) - inside - _gone_home(offer, block)
    if alone:
        yield Case(
            nN_(
                "{time}: {count} child is booked without a course, and nobody looks after it.",
                "{time}: {count} children are booked without a course, and nobody looks after them.",
                len(alone),
                time=when(block.weekday, block.starts, block.ends),
            ),
            ("block", block.id),
            short=N_("no supervision"),
            more=nN_("for {count} child", "for {count} children", len(alone)),
        )


def _in_block(meeting: Meeting, block: Block) -> bool:
    return meeting.rhythm != "once" and meeting.starts < block.ends and block.starts < meeting.ends


def _is_care(offer: Offer, meeting: Meeting) -> bool:
    course = offer.index.course.get(meeting.course)
    return course is not None and course.kind != "course" and bool(meeting.leaders)


def _gone_home(offer: Offer, block: Block) -> set[int]:
    leaves = offer.index.leaves.get(block.weekday, {})
    return {child for child, minutes in leaves.items() if minutes <= block.starts}


def too_few_places_of_year(offer: Offer, year: int) -> Iterator[Case]:
    children = offer.index.of_year.get(year, frozenset())
    if not children:
        return
    for weekday, meetings in sorted(offer.index.on_weekday.items()):
        booked = len(children & offer.index.booked.get(weekday, frozenset()))
        places = _places(offer, meetings, year)
        if booked and places is not None and booked > places:
            yield Case(
                nN_(
                    "Year group {year}, {weekday}: courses have places for {count} child, but {booked} stay.",
                    "Year group {year}, {weekday}: courses have places for {count} children, but {booked} stay.",
                    places,
                    year=offer.years[year],
                    weekday=Weekday(weekday),
                    booked=booked,
                ),
                ("year_group", year),
                short=N_("too few places"),
                more=N_("year group {year}", year=offer.years[year]),
                mark=str(weekday),
            )


def too_few_places(offer: Offer) -> Iterator[Case]:
    for weekday, meetings in sorted(offer.index.on_weekday.items()):
        booked = len(offer.index.booked.get(weekday, frozenset()))
        places = _places(offer, meetings, None)
        if booked and places is not None and booked > places:
            yield Case(
                nN_(
                    "{weekday}: all courses together have places for {count} child, but {booked} stay.",
                    "{weekday}: all courses together have places for {count} children, but {booked} stay.",
                    places,
                    weekday=Weekday(weekday),
                    booked=booked,
                ),
                ("term", offer.term),
                short=N_("too few places"),
                more=N_("{places} for {count}", places=places, count=booked),
                mark=str(weekday),
            )


def _places(offer: Offer, meetings: tuple[Meeting, ...], year: int | None) -> int | None:
    """Return the places of the courses of these meetings, of those open to a *year*; None where one takes any."""
    courses = {key: offer.index.course[key] for key in {m.course for m in meetings} if key in offer.index.course}
    sizes = [course.max_size for course in courses.values() if year is None or _takes(course, year)]
    return None if None in sizes else sum(size or 0 for size in sizes)


def _takes(course: Course, year: int) -> bool:
    return year in course.year_groups or bool(course.classes) or not course.year_groups


_PLACES = parts("courses", "meetings", "children")
RULES = (
    Rule("no supervision", "warning", N_("Block without supervision"), "block", no_supervision,
         _PLACES | {"enrolments"}),
    Rule("too few places of year", "warning", N_("Year group with too few places on a day"), "year group",
         too_few_places_of_year, _PLACES),
    Rule("too few places", "warning", N_("Day with too few places"), "school", too_few_places, _PLACES),
)  # fmt: skip
