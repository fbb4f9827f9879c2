"""What stands in the list of rooms."""

from ganztag.desktop.widgets.cells import MUTED, NUMBER, PILL, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.language import N_, _, number
from ganztag.queries.rooms import RoomRow


def _seats(room: RoomRow) -> str:
    return "" if room.seats is None else number(room.seats)


def _use(room: RoomRow) -> Pill:
    if room.troubles:
        return Pill(_("error"), "bad", "circle-alert")
    if not room.courses:
        return Pill(_("free"), "muted")
    return Pill(_("used"), "ok", "circle-check")


def _minutes(room: RoomRow) -> str:
    if not room.setup_minutes and not room.cleanup_minutes:
        return ""
    return _("{setup} / {cleanup} min.", setup=room.setup_minutes, cleanup=room.cleanup_minutes)


COLUMNS: tuple[Column[RoomRow], ...] = (
    Column("code", N_("Room"), shown=lambda room: room.code, cell=STRONG, width=80),
    Column("name", N_("Name"), shown=lambda room: room.name, width=120, stretch=True),
    Column("building", N_("Building"), shown=lambda room: room.building, cell=MUTED, width=84),
    Column("seats", N_("Seats"), shown=_seats, sorted_by=lambda room: room.seats or 0, cell=NUMBER, width=68),
    Column("equipment", N_("Equipment"), shown=lambda room: room.equipment, cell=MUTED, width=140),
    Column("part_of", N_("Part of"), shown=lambda room: room.part_of, cell=MUTED, width=110, hidden=True),
    Column("courses", N_("Dates"), shown=lambda room: number(room.courses), sorted_by=lambda room: room.courses,
           cell=NUMBER, width=84),
    Column("minutes", N_("Set-up / clean-up"), shown=_minutes, cell=MUTED, width=120, hidden=True),
    Column("use", N_("Status"), shown=_use, sorted_by=lambda room: (not room.troubles, not room.courses), cell=PILL,
           width=104),
)  # fmt: skip
