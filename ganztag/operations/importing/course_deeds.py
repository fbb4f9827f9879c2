"""Writing what the import of courses has planned."""

from dataclasses import replace
from typing import Any

from ganztag.domain.courses import Meeting
from ganztag.domain.rooms import Room
from ganztag.domain.school_year import Term, TimeBlock
from ganztag.domain.staff import Staff
from ganztag.operations.blocks import ensure_block
from ganztag.operations.categories import ensure_category
from ganztag.operations.classes import ensure_class, ensure_year_group
from ganztag.operations.courses import add_course, edit, set_open_to
from ganztag.operations.editing import renewed
from ganztag.operations.importing.course_meetings import MeetingAct, Meetings
from ganztag.operations.importing.courses import CourseAct
from ganztag.operations.importing.names import name_key
from ganztag.operations.importing.preview import ImportPlan
from ganztag.operations.importing.resolving import Leader
from ganztag.operations.meetings import NewMeeting, add_meeting, set_leaders
from ganztag.operations.meetings import check as check_meeting
from ganztag.operations.operation import Work
from ganztag.operations.rooms import check as check_room
from ganztag.operations.staff import set_fields
from ganztag.queries.import_state.courses import Span


def write(work: Work, plan: ImportPlan) -> None:
    deed = _Deed(work, work.get(Term, plan.request.term_id))
    for item in plan.to_do:
        if isinstance(item.act, CourseAct):
            deed.do(item.key, item.act)


class _Deed:
    def __init__(self, work: Work, term: Term) -> None:
        self._work, self._term = work, term
        self._rooms = {room.code: room.id for room in work.all(Room)}
        self._people: dict[str, int] = {}

    def do(self, key: int | None, act: CourseAct) -> None:
        values = self._values(act)
        if key is None:
            key = add_course(self._work, self._term, values.pop("title"), **values).id
        elif values:
            edit(key, **values).run(self._work)
        if act.eligible is not None:
            years = [ensure_year_group(self._work, label) for label in act.eligible[0]]
            classes = [ensure_class(self._work, self._term.school_year_id, name) for name in act.eligible[1]]
            set_open_to(self._work, key, years, classes)
        if act.meetings is not None:
            self._meet(key, act.meetings)

    def _values(self, act: CourseAct) -> dict[str, Any]:
        values: dict[str, Any] = dict(act.fields)
        if "category" in values:
            name = values.pop("category")
            values["category_id"] = ensure_category(self._work, name) if name else None
        return values

    def _meet(self, course_id: int, meetings: Meetings) -> None:
        for key in meetings.gone:
            self._work.delete(self._work.get(Meeting, key))
        for act in meetings.kept:
            if act.key is None:
                self._add(course_id, act)
                continue
            if act.room is not None:
                self._work.get(Meeting, act.key).room_id = self._room(act.room)
            if act.leaders is not None:
                set_leaders(self._work, act.key, map(self._person, act.leaders))
            self._take_rhythm(self._work.get(Meeting, act.key), act)

    def _take_rhythm(self, meeting: Meeting, act: MeetingAct) -> None:
        if act.rhythm is not None:
            meeting.rhythm, meeting.on_date = act.rhythm, act.on_date
        if act.fixed is not None:
            meeting.fixed = act.fixed
        check_meeting(self._work, meeting)

    def _add(self, course_id: int, act: MeetingAct) -> None:
        if act.span is None:
            return
        leaders = tuple(map(self._person, act.leaders or ()))
        new = NewMeeting(
            room_id=self._room(act.room or ""),
            staff_ids=leaders,
            rhythm=act.rhythm or "weekly",
            on_date=act.on_date,
            fixed=bool(act.fixed),
        )
        add_meeting(self._work, course_id, replace(new, **self._times(act.span, once=act.on_date is not None)))

    def _times(self, span: Span, *, once: bool) -> dict[str, Any]:
        """Return when it meets: in a block, which is made where there is none; a single date needs no block."""
        if not once:
            return {"time_block_id": self._block(span)}
        weekday, starts, ends = span
        year = self._term.school_year_id
        block = self._work.one(TimeBlock, school_year_id=year, weekday=weekday, starts=starts, ends=ends)
        return {"starts": starts, "ends": ends} if block is None else {"time_block_id": block.id}

    def _block(self, span: Span) -> int:
        return ensure_block(self._work, self._term.school_year_id, *span)

    def _room(self, code: str) -> int | None:
        if not code:
            return None
        if code not in self._rooms:
            room = renewed(Room(code=code))
            check_room(self._work, room)
            self._rooms[code] = self._work.add(room).id
        return self._rooms[code]

    def _person(self, leader: Leader) -> int:
        if leader.key is not None:
            return leader.key
        key = name_key(leader.name)
        if key not in self._people:
            person = Staff()
            names = {"surname": leader.surname, "prefix": leader.prefix, "call_name": leader.call_name}
            set_fields(self._work, person, names)
            self._people[key] = self._work.add(person).id
        return self._people[key]
