"""What speaks against a place in the week: a block that is not wanted, none at all, or nobody stays on that day."""

from collections.abc import Iterator

from ganztag.language import N_, Message
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Block, Course, Meeting, Offer
from ganztag.planning.timing import when


def block_not_wanted(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    course = offer.index.course[meeting.course]
    if course.blocks and meeting.block not in course.blocks:
        wanted = [offer.index.block[key] for key in course.blocks if key in offer.index.block]
        times = telling.Listed(when(block.weekday, block.starts, block.ends) for block in wanted)
        message = N_("{course} meets {time}, but may be placed only: {times}.", course=course.name, times=times)
        yield _of_meeting(meeting, message, N_("not a wanted block"), N_("only {times}", times=times))


def no_block(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    course = offer.index.course[meeting.course]
    if meeting.block is None and offer.blocks and course.kind == "course" and meeting.rhythm != "once":
        message = N_("{course} meets {time}, at a time of its own and not in a block.", course=course.name)
        yield _of_meeting(meeting, message, N_("not in a block"))


def nobody_stays(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    course = offer.index.course[meeting.course]
    audience = _audience(offer, course)
    if not audience or meeting.rhythm == "once":
        return
    if audience.isdisjoint(offer.index.booked.get(meeting.weekday, ())):
        years = telling.Listed(offer.years[key] for key in offer.years if key in course.year_groups)
        message = N_("{course} meets {time}, but none of those it is for stays on that day.", course=course.name)
        more = N_("for year group {years}", years=years) if course.year_groups else N_("nobody is booked")
        yield _of_meeting(meeting, message, N_("no all-day school"), more)


def _audience(offer: Offer, course: Course) -> frozenset[int]:
    """Return the children for whom a course is and of whom it is known when they stay."""
    index = offer.index
    if not course.year_groups and not course.classes:
        return frozenset(index.child.keys() - index.unbooked)
    found: set[int] = set()
    for year in course.year_groups:
        found |= index.of_year.get(year, frozenset())
    for school_class in course.classes:
        found |= index.of_class.get(school_class, frozenset())
    return frozenset(found) - index.unbooked


def _of_meeting(meeting: Meeting, message: Message, short: Message, more: Message | None = None) -> Case:
    return Case(
        message.filled(time=telling.at(meeting)),
        ("course", meeting.course),
        short=short,
        more=more,
        courses=(meeting.course,),
        meetings=(meeting.id,),
        mend=("meeting", meeting.id),
        mark=telling.mark(meeting),
    )


def blocks_overlap(offer: Offer, block: Block) -> Iterator[Case]:
    later = (other for other in offer.blocks if other.id > block.id and other.weekday == block.weekday)
    for other in later:
        if other.starts < block.ends and block.starts < other.ends:
            one, two = (when(b.weekday, b.starts, b.ends) for b in (block, other))
            yield Case(
                N_("The blocks {one} and {other} overlap.", one=one, other=two),
                ("block", block.id),
                short=N_("blocks overlap"),
                mark=str(other.id),
            )


RULES = (
    Rule("nobody stays", "error", N_("Course on a day on which nobody stays"), "meeting", nobody_stays,
         parts("courses", "meetings", "children", "years")),
    Rule("block not wanted", "warning", N_("Course outside its blocks"), "meeting", block_not_wanted,
         parts("courses", "meetings", "blocks")),
    Rule("no block", "hint", N_("Course without a block"), "meeting", no_block, parts("courses", "meetings", "blocks")),
    Rule("blocks overlap", "hint", N_("Blocks that overlap"), "block", blocks_overlap, parts("blocks")),
)  # fmt: skip
