"""The one place that names all screens; each is imported and built when it is first wanted."""

from collections.abc import Callable

from ganztag.desktop.desk import Desk
from ganztag.desktop.screens import Screen


def _overview(desk: Desk) -> Screen:
    from ganztag.desktop.overview.screen import OverviewScreen

    return OverviewScreen(desk)


def _courses(desk: Desk) -> Screen:
    from ganztag.desktop.courses.screen import CoursesScreen

    return CoursesScreen(desk)


def _week(desk: Desk) -> Screen:
    from ganztag.desktop.week.screen import WeekScreen

    return WeekScreen(desk)


def _rooms(desk: Desk) -> Screen:
    from ganztag.desktop.rooms.screen import RoomsScreen

    return RoomsScreen(desk)


def _staff(desk: Desk) -> Screen:
    from ganztag.desktop.staff.screen import StaffScreen

    return StaffScreen(desk)


def _checks(desk: Desk) -> Screen:
    from ganztag.desktop.checks.screen import ChecksScreen

    return ChecksScreen(desk)


def _pupils(desk: Desk) -> Screen:
    from ganztag.desktop.pupils.screen import PupilsScreen

    return PupilsScreen(desk)


def _wishes(desk: Desk) -> Screen:
    from ganztag.desktop.wishes.screen import WishesScreen

    return WishesScreen(desk)


def _allocation(desk: Desk) -> Screen:
    from ganztag.desktop.allocation.screen import AllocationScreen

    return AllocationScreen(desk)


def _attendance(desk: Desk) -> Screen:
    from ganztag.desktop.attendance.screen import AttendanceScreen

    return AttendanceScreen(desk)


def _changes(desk: Desk) -> Screen:
    from ganztag.desktop.changes.screen import ChangesScreen

    return ChangesScreen(desk)


def _lists(desk: Desk) -> Screen:
    from ganztag.desktop.lists.screen import ListsScreen

    return ListsScreen(desk)


def _school(desk: Desk) -> Screen:
    from ganztag.desktop.school.screen import SchoolScreen

    return SchoolScreen(desk)


SCREENS: dict[str, Callable[[Desk], Screen]] = {  # in the order of the sidebar
    "overview": _overview, "courses": _courses, "week": _week, "rooms": _rooms, "staff": _staff, "checks": _checks,
    "pupils": _pupils, "wishes": _wishes, "allocation": _allocation, "changes": _changes, "attendance": _attendance,
    "lists": _lists, "school": _school,
}  # fmt: skip
