"""F3: find a course of the block by its title instead of its number."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.search_popup import SearchPopup
from ganztag.desktop.wishes.entry import Entry
from ganztag.domain.search import matches
from ganztag.language import _
from ganztag.queries.wish_checks import Place, WishCourse, trouble


def course_finder(entry: Entry, parent: QWidget) -> SearchPopup:
    """Return the popup with the courses of the block in which is typed; those with something against them last."""
    courses, against = _courses_for(entry)
    courses.sort(key=lambda course: course.id in against)

    def find(wanted: tuple[str, ...]) -> Iterator[tuple[int, str]]:
        for course in courses:
            if matches(course.search_key, wanted):
                why = against.get(course.id, "")
                yield course.id, f"{course.name}  –  {why}" if why else course.name

    hint, name = _("Title or number of the course"), _("Courses")
    return SearchPopup(find, parent, hint=hint, name=name, size=(380, 300))


def _courses_for(entry: Entry) -> tuple[list[WishCourse], dict[int, str]]:
    """Return the courses of the block in which is typed, and what speaks against some of them."""
    here, row = entry.cells[entry.cell], entry.rows[entry.row]
    place = Place(row.voter, here.block, busy=row.busy, refused=entry.refusals())
    courses = [course for course in entry.courses.values() if course.is_in(here.block) and course.in_ballot]
    told = {course.id: trouble(course, place, ()) for course in courses}
    return courses, {key: str(found.short) for key, found in told.items() if found is not None}
