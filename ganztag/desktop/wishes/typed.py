"""What typed signs mean: ``15``, ``15/16`` (either), ``*`` (any course), ``0`` (none), ``!15`` (not this one)."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from ganztag.desktop.wishes.contents import ANY, NONE, NOT, Cell
from ganztag.domain.search import folded
from ganztag.queries.wish_checks import WishCourse

_BETWEEN = re.compile(r"[/+]")
SIGNS = "-./+ "
"""Signs that may stand inside what is typed; ANY, ``!`` and ``-`` may begin it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The courses, or a sign; *refusing*: they are not wanted. *unknown* is a part that is the number of none."""

    courses: tuple[WishCourse, ...] = ()
    sign: str = ""
    refusing: bool = False
    unknown: str = ""


def may_begin(text: str) -> bool:
    return text.isalnum() or text in (ANY, "!", "-")


def understood(text: str, cell: Cell, courses: Collection[WishCourse]) -> Typed:
    """Return what the text in a cell means."""
    wanted = text.strip()
    if wanted == ANY and cell.rank != NOT:
        return Typed(sign=ANY)
    if wanted.strip("0") in ("", "-") and found(courses, cell.block, wanted) is None:
        return Typed(sign=NONE if cell.rank == 1 else "")
    refusing = wanted.startswith("!") or cell.rank == NOT
    whole = found(courses, cell.block, wanted.lstrip("!"))
    if whole is not None:
        return Typed((whole,), refusing=refusing)
    named: dict[int, WishCourse] = {}
    for part in parts(wanted):
        course = found(courses, cell.block, part)
        if course is None:
            return Typed(unknown=part, refusing=refusing)
        named[course.id] = course
    return Typed(tuple(named.values()), refusing=refusing)


def parts(text: str) -> list[str]:
    """Return the numbers and titles of which a text is made; a separator at its end waits for another."""
    return [part.strip() for part in _BETWEEN.split(text.lstrip("!")) if part.strip()]


def with_last(text: str, number: str) -> str:
    """Return the text with another number in the place of its last part."""
    places = [found.end() for found in _BETWEEN.finditer(text)]
    head = text[: places[-1]] if places else "!" if text.startswith("!") else ""
    return head + number


def found(courses: Collection[WishCourse], band: int, text: str) -> WishCourse | None:
    """Return the course with this number, in the block before others, or the one whose title begins like this."""
    wanted = text.strip().casefold()
    inside = [course for course in courses if course.is_in(band)]
    for course in (*inside, *courses):
        if course.number and course.number.casefold() == wanted:
            return course
    for course in inside:
        if course.number and course.number.casefold().lstrip("0") == wanted.lstrip("0"):
            return course
    if not wanted or wanted.isdigit():
        return None
    named = [course for course in inside if folded(course.title).startswith(folded(wanted))]
    return named[0] if len(named) == 1 else None


def may_go_on(courses: Collection[WishCourse], text: str) -> bool:
    """Say whether what was typed may be the beginning of a longer number or of a title."""
    if text in ("!", ""):
        return True
    last = _BETWEEN.split(text.lstrip("!"))[-1].strip().casefold()
    if not last.isdigit():
        return True
    numbers = (course.number.casefold() for course in courses)
    return any(number.startswith(last) and number != last for number in numbers)
