"""What the import says of each kind of table."""

from ganztag.exchange.kinds import Kind
from ganztag.language import N_, Message, nN_
from ganztag.operations.importing import What

TITLES: dict[Kind, Message] = {
    Kind.PUPILS: N_("Import pupils"),
    Kind.COURSES: N_("Import courses"),
    Kind.STAFF: N_("Import staff"),
    Kind.ROOMS: N_("Import rooms"),
    Kind.PARTNERS: N_("Import partners"),
    Kind.WISHES: N_("Import wishes"),
    Kind.ENROLMENTS: N_("Import enrolments"),
    Kind.TIMES: N_("Import times of rooms and staff"),
    Kind.LESSONS: N_("Import lessons"),
}
TEMPLATE_NAMES: dict[Kind, Message] = {
    Kind.PUPILS: N_("Pupils.xlsx"),
    Kind.COURSES: N_("Courses.xlsx"),
    Kind.STAFF: N_("Staff.xlsx"),
    Kind.ROOMS: N_("Rooms.xlsx"),
    Kind.PARTNERS: N_("Partners.xlsx"),
    Kind.WISHES: N_("Wishes.xlsx"),
    Kind.ENROLMENTS: N_("Enrolments.xlsx"),
    Kind.TIMES: N_("Times.xlsx"),
}
# (word, tone, icon) of what becomes of a row; None: it is left out, rightly
STATES: dict[What | None, tuple[Message, str, str]] = {
    What.NEW: (N_("new"), "ok", "plus"),
    What.CHANGED: (N_("changed"), "accent", "pencil"),
    What.UNCHANGED: (N_("unchanged"), "muted", "minus"),
    What.WRONG: (N_("wrong"), "bad", "circle-x"),
    What.LEAVES: (N_("leaves"), "warn", "log-out"),
    None: (N_("left out"), "muted", ""),
}


def imported(kind: Kind, count: int) -> Message:
    """Return what the banner says afterwards."""
    said = {
        Kind.PUPILS: nN_("{count} pupil was imported.", "{count} pupils were imported.", count),
        Kind.COURSES: nN_("{count} course was imported.", "{count} courses were imported.", count),
        Kind.STAFF: nN_("{count} person was imported.", "{count} people were imported.", count),
        Kind.ROOMS: nN_("{count} room was imported.", "{count} rooms were imported.", count),
        Kind.PARTNERS: nN_("{count} partner was imported.", "{count} partners were imported.", count),
        Kind.WISHES: nN_("{count} wish list was imported.", "{count} wish lists were imported.", count),
        Kind.ENROLMENTS: nN_("{count} enrolment was imported.", "{count} enrolments were imported.", count),
        Kind.TIMES: nN_("{count} time was imported.", "{count} times were imported.", count),
        Kind.LESSONS: nN_("{count} lesson was imported.", "{count} lessons were imported.", count),
    }
    return said[kind]
