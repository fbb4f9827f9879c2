"""Whether a course has too few or too many children, in all and of one class."""

from collections import Counter
from collections.abc import Iterator

from ganztag.language import N_, Message, nN_, sort_key
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Course, Offer


def minimum_over_maximum(_offer: Offer, course: Course) -> Iterator[Case]:
    if course.max_size is not None and (course.min_size or 0) > course.max_size:
        message = N_(
            "{course} needs {needed} children, but its maximum is {places}.",
            needed=course.min_size,
            places=course.max_size,
        )
        yield _case(course, message)


def over_maximum(offer: Offer, course: Course) -> Iterator[Case]:
    count = offer.index.size.get(course.id, 0)
    if course.max_size is not None and count > course.max_size:
        message = N_("{course} has {count} children, but its maximum is {places}.", count=count, places=course.max_size)
        yield _case(course, message)


def under_minimum(offer: Offer, course: Course) -> Iterator[Case]:
    count, least = offer.index.size.get(course.id, 0), course.min_size or 0
    if 0 < count < least:
        message = nN_(
            "{course} has {count} child and needs {needed}.",
            "{course} has {count} children and needs {needed}.",
            count,
            needed=least,
        )
        yield _case(course, message)


def nobody_in_it(offer: Offer, course: Course) -> Iterator[Case]:
    if course.kind == "course" and offer.enrolments and not offer.index.enrolled.get(course.id):
        yield _case(course, N_("Nobody is in {course}, while other courses have children."))


def no_maximum(_offer: Offer, course: Course) -> Iterator[Case]:
    if course.kind == "course" and course.max_size is None:
        yield _case(course, N_("{course} has no maximum: nobody knows when it is full."))


def too_many_of_a_class(offer: Offer, course: Course) -> Iterator[Case]:
    most = course.max_per_class if course.max_per_class is not None else offer.settings.max_per_class
    if not most or course.id not in offer.index.enrolled:
        return
    children = (offer.index.child.get(key) for key in offer.index.enrolled[course.id])
    of_class = Counter(key for child in children if child for key in child.classes if key in offer.classes)
    for key in sorted(of_class, key=lambda key: sort_key(offer.classes[key])):
        if of_class[key] > most:
            message = N_(
                "{course} has {count} children of class {name}, but at most {most} of one class may be in it.",
                count=of_class[key],
                name=offer.classes[key],
                most=most,
            )
            yield _case(course, message, str(key))


def _case(course: Course, message: Message, mark: str = "") -> Case:
    return Case(
        message.filled(course=course.name),
        ("course", course.id),
        short=N_("{course}: size", course=course.short or course.name),
        courses=(course.id,),
        mark=mark,
    )


_SIZE = parts("courses", "enrolments")
RULES = (
    Rule("minimum over maximum", "error", N_("Minimum over the maximum"), "course", minimum_over_maximum,
         parts("courses")),
    Rule("over maximum", "error", N_("Course with too many children"), "course", over_maximum, _SIZE),
    Rule("under minimum", "warning", N_("Course with too few children"), "course", under_minimum, _SIZE),
    Rule("too many of a class", "warning", N_("Too many children of one class"), "course", too_many_of_a_class,
         _SIZE | {"children", "classes"}),
    Rule("nobody in it", "hint", N_("Course without children"), "course", nobody_in_it, _SIZE),
    Rule("no maximum", "hint", N_("Course without a maximum"), "course", no_maximum, parts("courses")),
)  # fmt: skip
