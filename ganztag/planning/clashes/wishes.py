"""Wishes that cannot come true any more: of courses that are gone, elsewhere, or not for the child."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ganztag.domain.courses import open_to
from ganztag.language import N_, Message, nN_
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Course, Offer
from ganztag.planning.timing import when


def wish_for_gone(offer: Offer) -> Iterator[Case]:
    for key, wishes in offer.index.wished.items():
        if key not in offer.index.course:
            message = nN_(
                "{course} does not take place, but {count} child wished for it: {pupils}.",
                "{course} does not take place, but {count} children wished for it: {pupils}.",
                len({wish.child for wish in wishes}),
                course=offer.struck.get(key) or wishes[0].name,
                pupils=telling.children(offer, (wish.child for wish in wishes)),
            )
            pupils = tuple(sorted({wish.child for wish in wishes}))
            yield Case(message, ("course", key), short=N_("wishes in vain"), courses=(key,), pupils=pupils)


def wish_elsewhere(offer: Offer, course: Course) -> Iterator[Case]:
    wishes = offer.index.wished.get(course.id)
    if not wishes:
        return
    here = {meeting.block for meeting in offer.index.meetings_of.get(course.id, ())}
    for key in sorted({wish.block for wish in wishes} - {block for block in here if block is not None}):
        block = offer.index.block.get(key)
        if block is not None:
            children = {wish.child for wish in wishes if wish.block == key}
            message = nN_(
                "{count} child wished for {course} at a time at which it does not meet ({time}): {pupils}.",
                "{count} children wished for {course} at a time at which it does not meet ({time}): {pupils}.",
                len(children),
                time=when(block.weekday, block.starts, block.ends),
            )
            yield _case(offer, course, message, children, str(key))


def wish_not_allowed(offer: Offer, course: Course) -> Iterator[Case]:
    if not course.year_groups and not course.classes:
        return
    barred = set()
    for wish in offer.index.wished.get(course.id, ()):
        child = offer.index.child.get(wish.child)
        if child is None or child.year_group in course.year_groups:  # nearly always: it saves looking closer
            continue
        if not open_to(course.year_groups, course.classes, child.year_group, child.classes):
            barred.add(child.id)
    if barred:
        message = nN_(
            "{count} child wished for {course}, which is not for it: {pupils}.",
            "{count} children wished for {course}, which is not for them: {pupils}.",
            len(barred),
        )
        yield _case(offer, course, message, barred)


def wished_twice(offer: Offer, course: Course) -> Iterator[Case]:
    wishes = Counter((wish.child, wish.block) for wish in offer.index.wished.get(course.id, ()))
    twice = {child for (child, _block), count in wishes.items() if count > 1}
    if twice:
        message = nN_(
            "{count} child wished for {course} twice in the same block: {pupils}.",
            "{count} children wished for {course} twice in the same block: {pupils}.",
            len(twice),
        )
        yield _case(offer, course, message, twice)


def _case(offer: Offer, course: Course, message: Message, children: Iterable[int], mark: str = "") -> Case:
    return Case(
        message.filled(course=course.name, pupils=telling.children(offer, children)),
        ("course", course.id),
        short=N_("wishes in vain"),
        courses=(course.id,),
        mark=mark,
        pupils=tuple(sorted(set(children))),
    )


_WISHES = parts("courses", "wishes", "children")
RULES = (
    Rule("wish for gone", "warning", N_("Wish for a course that does not take place"), "school", wish_for_gone,
         _WISHES | {"struck"}),
    Rule("wish elsewhere", "warning", N_("Wish for a course that does not meet then"), "course", wish_elsewhere,
         _WISHES | {"meetings", "blocks"}),
    Rule("wish not allowed", "hint", N_("Wish for a course that is not for the child"), "course", wish_not_allowed,
         _WISHES),
    Rule("wished twice", "hint", N_("Course wished twice"), "course", wished_twice, _WISHES),
)  # fmt: skip
