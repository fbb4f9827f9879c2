"""What a course that stands in the target already lacks, and the copy can give it; nothing is overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass

from ganztag.language import N_
from ganztag.planning.rollover.copy_plan import Filling, NewMeeting, Note
from ganztag.planning.rollover.copy_state import BlockKey, OldCourse, OldMeeting
from ganztag.planning.rollover.placing_anew import Leaders, PlacingAnew

_NEVER = ("number", "status", "title", "kind", "meetings_wanted", "ideal_size", "must_run", "admission")


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is filled in; empty where nothing is."""

    fields: Mapping[str, object]
    meetings: tuple[NewMeeting, ...]
    fillings: tuple[Filling, ...]
    blocks: tuple[BlockKey, ...]
    room_ids: tuple[int, ...]
    staff: Leaders
    notes: tuple[Note, ...]

    @property
    def something(self) -> bool:
        return bool(self.fields or self.meetings or self.fillings or self.blocks or self.room_ids or self.staff)


def lacking(course: OldCourse, there: OldCourse, wanted: Mapping[str, object], placing: PlacingAnew) -> Lacking:
    """Compare a course with the one that is *there*; *wanted* are the fields a copy would be born with."""
    fields = {
        name: value
        for name, value in wanted.items()
        if name not in _NEVER and value not in ("", None) and there.fields[name] in ("", None)
    }
    new = ("min_size" in fields or "max_size" in fields) and not _sizes_fit(fields, there)
    if new:
        fields = {name: value for name, value in fields.items() if name not in ("min_size", "max_size")}
    meetings, notes = placing.meetings(course) if not there.meetings else ((), [])
    fillings = tuple(_fillings(course, there, placing))
    candidates = placing.candidates(course)
    found = Lacking(
        fields,
        meetings,
        fillings,
        () if there.blocks else candidates["blocks"],
        () if there.room_ids else candidates["room_ids"],
        () if there.staff else candidates["staff"],
        (),
    )
    said = [*notes, *((Note(N_("what it lacks is filled in")),) if found.something else ())]
    return Lacking(found.fields, found.meetings, found.fillings, found.blocks, found.room_ids, found.staff, tuple(said))


def _sizes_fit(fields: Mapping[str, object], there: OldCourse) -> bool:
    least, most = fields.get("min_size", there.fields["min_size"]), fields.get("max_size", there.fields["max_size"])
    return not (isinstance(least, int) and isinstance(most, int) and least > most)


def _fillings(course: OldCourse, there: OldCourse, placing: PlacingAnew) -> list[Filling]:
    """Return for each meeting at the same time what it lacks."""
    before: dict[tuple[object, ...], OldMeeting] = {meeting.span: meeting for meeting in course.meetings}
    found = []
    for meeting in there.meetings:
        old = before.get(meeting.span)
        if old is None:
            continue
        room = placing.room(old) if meeting.room_id is None else None
        leaders = placing.leaders(old) if not meeting.leaders else ()
        if room is not None or leaders:
            found.append(Filling(meeting.id, room, leaders))
    return found
