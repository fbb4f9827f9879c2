"""What a course still lacks, and what two courses must not share."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from ganztag.language import N_, Message, nN_, sort_key
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Course, Offer


def no_meeting(offer: Offer, course: Course) -> Iterator[Case]:
    if course.id not in offer.index.meetings_of:
        yield _case(course, N_("{course} has no meeting yet."), N_("no meeting yet"))


def too_few_meetings(offer: Offer, course: Course) -> Iterator[Case]:
    count = len(offer.index.meetings_of.get(course.id, ()))
    if 0 < count < course.meetings_wanted:
        message = nN_(
            "{course} has {count} meeting, but {wanted} are wanted.",
            "{course} has {count} meetings, but {wanted} are wanted.",
            count,
            wanted=course.meetings_wanted,
        )
        yield _case(course, message, N_("too few meetings"))


def no_description(_offer: Offer, course: Course) -> Iterator[Case]:
    if course.kind == "course" and not course.described:
        yield _case(course, N_("{course} has no description for the brochure."), N_("no description"))


def no_year_group(_offer: Offer, course: Course) -> Iterator[Case]:
    if course.kind == "course" and not course.year_groups and not course.classes:
        message = N_("{course} names no year group and no class: it is open to all.")
        yield _case(course, message, N_("no year group"))


def _case(course: Course, message: Message, short: Message) -> Case:
    return Case(message.filled(course=course.name), ("course", course.id), short=short, courses=(course.id,))


def same_number(offer: Offer) -> Iterator[Case]:
    message = N_("The number {text} belongs to several courses: {courses}.")
    return _alike(offer, lambda course: course.number, message, N_("number twice"))


def same_short_name(offer: Offer) -> Iterator[Case]:
    message = N_("The short name {text} belongs to several courses: {courses}.")
    return _alike(offer, lambda course: course.short, message, N_("short name twice"))


def _alike(offer: Offer, text_of: Callable[[Course], str], message: Message, short: Message) -> Iterator[Case]:
    found: dict[str, list[Course]] = defaultdict(list)
    for course in offer.courses:
        if text_of(course):
            found[text_of(course).casefold()].append(course)
    for text, courses in found.items():
        if len(courses) > 1:
            courses.sort(key=lambda course: (sort_key(course.name), course.id))
            yield Case(
                message.filled(text=text_of(courses[0]), courses=telling.Listed(course.name for course in courses)),
                ("course", courses[-1].id),
                short=short,
                courses=tuple(course.id for course in courses),
                mark=text,
            )


def struck_with_children(offer: Offer) -> Iterator[Case]:
    for key, children in offer.index.enrolled.items():
        if key in offer.struck:
            message = nN_(
                "{course} does not take place, but {count} child is still in it: {pupils}.",
                "{course} does not take place, but {count} children are still in it: {pupils}.",
                len(children),
                course=offer.struck[key],
                pupils=telling.Listed(sorted((telling.child(offer, child) for child in children), key=sort_key)),
            )
            yield Case(message, ("course", key), short=N_("does not take place"), courses=(key,))


_COURSES = parts("courses")
RULES = (
    Rule("struck with children", "error", N_("Children in a course that does not take place"), "school",
         struck_with_children, parts("enrolments", "struck", "children")),
    Rule("no meeting", "warning", N_("Course without a meeting"), "course", no_meeting, _COURSES | {"meetings"}),
    Rule("same number", "warning", N_("Number given twice"), "school", same_number, _COURSES),
    Rule("too few meetings", "hint", N_("Course with fewer meetings than wanted"), "course", too_few_meetings,
         _COURSES | {"meetings"}),
    Rule("no description", "hint", N_("Course without a description"), "course", no_description, _COURSES),
    Rule("no year group", "hint", N_("Course without a year group"), "course", no_year_group, _COURSES),
    Rule("same short name", "hint", N_("Short name given twice"), "school", same_short_name, _COURSES),
)  # fmt: skip
