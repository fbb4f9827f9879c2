"""What can be done with people from the screen."""

from typing import Any

from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.row_verbs import RowVerbs
from ganztag.desktop.widgets.table import Table
from ganztag.language import _
from ganztag.operations import staff
from ganztag.operations.operation import Operation
from ganztag.queries.staff import StaffRow


class StaffVerbs(RowVerbs):
    """The actions of the screen, and what its detail writes."""

    def __init__(self, desk: Desk, table: Table, banner: Banner) -> None:
        super().__init__(desk, table, banner, duplicate=_duplicate, delete=_delete)

    def add(self) -> None:
        """Add a person under a name to be typed over, and choose it."""
        with objections(self._banner):
            self._table.choose(self._desk.office.do(staff.add(surname=_("New person"))))

    def edit(self, key: str, value: Any) -> None:
        """Set a field of the chosen person; objections are for the form."""
        row: StaffRow | None = self.chosen()
        if row is not None:
            self._desk.office.do(staff.edit(row.id, **{key: value}))


def _duplicate(person: StaffRow) -> Operation[int]:
    return staff.duplicate(person.id)


def _delete(person: StaffRow) -> tuple[Operation[None], str]:
    return staff.delete(person.id), _("{person} is deleted.", person=person.full_name)
