"""Rules that contradict each other, in words for the coordinator: by course and rule, never by child."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ganztag.language import N_, Message, nN_
from ganztag.planning.conditions import Quota
from ganztag.planning.judge.reading import Reading


@dataclass(frozen=True, slots=True)
class Listed:
    """Messages that are said one after the other, set off by semicolons; whole sentences lose their full stop."""

    items: tuple[Message, ...]

    def __str__(self) -> str:
        return "; ".join(str(item).removesuffix(".") for item in self.items)


@dataclass(frozen=True, slots=True)
class Numbered:
    """Lists that are said one after the other, each with its number."""

    lists: tuple[Listed, ...]

    def __str__(self) -> str:
        return " ".join(f"({place}) {one}." for place, one in enumerate(self.lists, start=1))


def fixed(reading: Reading, course: int, children: int = 1) -> Message:
    name = reading.name(course)
    return nN_("a child is fixed in {course}", "{count} children are fixed in {course}", children, course=name)


def fixed_in_many(children: int, courses: int) -> Message:
    return nN_(
        "{count} child is fixed in {courses} courses",
        "{count} children are fixed in {courses} courses",
        children,
        courses=courses,
    )


def must_run(reading: Reading, course: int) -> Message:
    least = reading.courses[course].min_size or 0
    name = reading.name(course)
    return nN_(
        "{course} must run with at least {count} child",
        "{course} must run with at least {count} children",
        least,
        course=name,
    )


def places(reading: Reading, course: int) -> Message:
    most = reading.courses[course].max_size or 0
    name = reading.name(course)
    return nN_("{course} has {count} place", "{course} has {count} places", most, course=name)


def due(most: int) -> Message:
    return nN_("a child gets {count} course at most", "a child gets {count} courses at most", most)


def most_of_a_kind(most: int) -> Message:
    return nN_("a child gets {count} course of a kind at most", "a child gets {count} courses of a kind at most", most)


def quota(reading: Reading, one: Quota) -> Message:
    name = reading.name(one.course)
    if one.least is not None and one.most is not None:
        limits = {"least": one.least, "most": one.most}
        if one.percent:
            return N_("{least} to {most} % of the children in {course} are of one group", course=name, **limits)
        return N_("{least} to {most} children in {course} are of one group", course=name, **limits)
    if one.least is not None:
        return _at_least(name, one.least, percent=one.percent)
    if one.percent:
        return N_("at most {most} % of the children in {course} are of one group", course=name, most=one.most)
    return N_("at most {most} of the children in {course} are of one group", course=name, most=one.most)


def _at_least(name: str, least: int, *, percent: bool) -> Message:
    if percent:
        return N_("at least {least} % of the children in {course} are of one group", course=name, least=least)
    return N_("at least {least} of the children in {course} are of one group", course=name, least=least)


def bond(kind: str) -> Message:
    if kind == "apart":
        return N_("two children must be kept apart")
    return N_("two children must be together")


def too_few(reading: Reading, course: int) -> Message:
    """Say that a course must run though too few can come at all, those who are in it already counted."""
    one, pinned = reading.courses[course], reading.pinned.get(course, set())
    able = {pupil for pupil in reading.problem.pupils if reading.open_to(pupil, course)} | pinned
    return nN_(
        "{course} must run with at least {least} children, but only {count} child can be in it",
        "{course} must run with at least {least} children, but only {count} children can be in it",
        len(able) + one.taken,
        course=one.name,
        least=one.min_size or 0,
    )


def contradict(groups: Sequence[Iterable[Message]]) -> Message:
    """Say of one or more groups of rules that they cannot all hold; the same words are said once."""
    lists = tuple(Listed(tuple(dict.fromkeys(group))) for group in groups)
    if len(lists) > 1:
        return N_("Several groups of rules contradict each other: {groups}", groups=Numbered(lists))
    if len(lists[0].items) == 1:
        return N_("This rule cannot be kept: {rules}.", rules=lists[0])
    return N_("These rules contradict each other: {rules}.", rules=lists[0])


def advice() -> Message:
    return N_("Change one of them, or take it back; then you can calculate.")
