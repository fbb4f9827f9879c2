"""What stands in the list of rooms."""

from ganztag.desktop.widgets.cells import MUTED, NUMBER, PILL, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.language import N_, _, number
from ganztag.queries.rooms import RoomRow


def _seats(room: RoomRow) -> str:
    return "" if room.seats is None else number(room.seats)


def _use(room: RoomRow) -> Pill:
    if not room.courses:
        return Pill(_("free"), "muted")
    return Pill(_("used"), "ok", "circle-check")


COLUMNS: tuple[Column[RoomRow], ...] = (
    Column("code", N_("Room"), shown=lambda room: room.code, cell=STRONG, width=110),
    Column("name", N_("Name"), shown=lambda room: room.name, width=160, stretch=True),
    Column("building", N_("Building"), shown=lambda room: room.building, cell=MUTED, width=110, hidden=True),
    Column("seats", N_("Seats"), shown=_seats, sorted_by=lambda room: room.seats or 0, cell=NUMBER, width=75),
    Column("equipment", N_("Equipment"), shown=lambda room: room.equipment, cell=MUTED, width=150),
    Column("part_of", N_("Part of"), shown=lambda room: room.part_of, cell=MUTED, width=110, hidden=True),
    Column("courses", N_("Dates a week"), shown=lambda room: number(room.courses), sorted_by=lambda room: room.courses,
           cell=NUMBER, width=140),
    Column("use", N_("Status"), shown=_use, cell=PILL, width=90),
)  # fmt: skip
