"""What is changed where it stands: each field that was left becomes one deed."""

from collections.abc import Callable
from datetime import time
from typing import Any

from ganztag.desktop.desk import Desk
from ganztag.operations import belonging, guardians, leaving, pupils, staying
from ganztag.operations.operation import Operation
from ganztag.queries.pupil_detail import PupilDetail
from ganztag.queries.pupil_family import GuardianRow, PhoneRow


class PupilChanges:
    """Writes for the child that ``shown()`` returns; objections are for the field that asked."""

    def __init__(self, desk: Desk, shown: Callable[[], PupilDetail | None]) -> None:
        self._desk, self._shown = desk, shown

    def edit(self, key: str, value: Any) -> None:
        """Set a field of the child's own data."""
        shown = self._shown()
        if shown is not None:
            special = getattr(self, f"_edit_{key}", None)
            operation = special(shown, value) if special else pupils.edit(shown.id, **{key: value})
            if operation is not None:
                self._desk.office.do(operation)

    def _edit_class_id(self, shown: PupilDetail, class_id: int | None) -> Operation[None]:
        return belonging.set_class(shown.id, class_id, self._desk.today())

    def _edit_groups(self, shown: PupilDetail, wanted: frozenset[int]) -> Operation[None] | None:
        now = {found.class_id for found in shown.memberships if found.kind == "group" and found.holds}
        for group_id in wanted - now:
            return belonging.join_group(shown.id, group_id, self._desk.today())
        for group_id in now - wanted:
            return belonging.leave_group(shown.id, group_id, self._desk.today())
        return None

    def _edit_exit(self, shown: PupilDetail, day: Any) -> Operation[None]:
        if day is None:
            return leaving.come_back(shown.id, self._desk.today())
        return leaving.leave(shown.id, day)

    def _edit_external_id(self, shown: PupilDetail, value: str) -> Operation[None]:
        system = shown.external_ids[0].system if shown.external_ids else ""
        return belonging.set_external_id(shown.id, system, value)

    def _edit_phone(self, shown: PupilDetail, number: str) -> Operation[Any]:
        if shown.phones:
            return guardians.edit_phone(shown.phones[0].id, number)
        return guardians.add_phone(number, pupil_id=shown.id)

    def edit_guardian(self, row: GuardianRow, key: str, value: Any) -> None:
        """Set a field of a guardian, or of what it is for this child."""
        if key in ("phone", "more_phone"):
            operation: Operation[Any] | None = _phone(row, 0 if key == "phone" else 1, value)
        elif key in ("relation", "may_pick_up"):
            operation = guardians.edit_link(row.id, **{key: value})
        else:
            operation = guardians.edit(row.guardian_id, **{key: value})
        if operation is not None:
            self._desk.office.do(operation)

    def set_booked(self, weekdays: tuple[int, ...]) -> None:
        shown = self._shown()
        if shown is not None:
            self._desk.office.do(staying.set_booked(shown.id, weekdays, self._desk.today()))

    def set_leave(self, weekday: int, at: time | None, way_home: str) -> None:
        shown = self._shown()
        if shown is not None:
            self._desk.office.do(staying.set_leave(shown.id, weekday, at, way_home, self._desk.today()))


def _phone(row: GuardianRow, place: int, number: str) -> Operation[Any] | None:
    phone: PhoneRow | None = row.phones[place] if len(row.phones) > place else None
    if phone is not None:
        return guardians.edit_phone(phone.id, number)
    return guardians.add_phone(number, guardian_id=row.guardian_id) if number else None
