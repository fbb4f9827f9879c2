"""Copying the offer of a half-year into a later one: planned first, then written in a few strokes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ganztag.domain.courses import (
    Course,
    CourseBlock,
    CourseClass,
    CourseRoom,
    CourseStaff,
    CourseYearGroup,
    Meeting,
    MeetingLeader,
)
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.objection import Objection
from ganztag.domain.school_year import TimeBlock
from ganztag.domain.search import search_key
from ganztag.language import N_, Message, _, nN_
from ganztag.operations import school
from ganztag.operations.operation import Operation, Work
from ganztag.planning.rollover.copy_plan import CopyChoices, CopyLine, CopyPlan, NewMeeting, What
from ganztag.planning.rollover.copy_state import BlockKey
from ganztag.planning.rollover.copying import plan_copy
from ganztag.queries import rollover
from ganztag.queries.calendar import school_years
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Copied:
    """What was done, in figures; *term_id* is the half-year that was copied into."""

    term_id: int
    target: str
    new: int
    completed: int
    places: int
    not_taken: int
    blocks: int


def preview(reader: Reader, source_id: int, target_id: int | None, choices: CopyChoices) -> CopyPlan:
    """Return what `copy_offer` would do; *target_id* None: the first half-year of a school year yet to be made."""
    return plan_copy(rollover.to_copy(reader, source_id, target_id), choices)


def copy_offer(source_id: int, target_id: int | None, choices: CopyChoices) -> Operation[Copied]:
    """Copy the offer of a half-year into a later one; objects where nothing would come of it."""

    def run(work: Work) -> Copied:
        target = _made(work) if target_id is None else target_id
        plan = plan_copy(work.read(rollover.to_copy, source_id, target), choices)
        if not plan.to_do:
            raise Objection(
                N_("Nothing is left to be copied into the {term}.", term=plan.state.target.name),
                advice=N_("What was chosen stands there already."),
            )
        _Writing(work, plan).write()
        if choices.work_there:
            school.choose_term(target).run(work)
        copied = _copied(plan, target)
        work.label = N_(
            "Copy the offer of the {source} into the {target}", source=plan.state.source.name, target=copied.target
        )
        return copied

    return Operation(N_("Copy the offer into another half-year"), run)


def _made(work: Work) -> int:
    """Make the next school year and return its first half-year."""
    year_id = school.add_next_year().run(work)
    return next(year.terms[0].id for year in work.read(school_years) if year.id == year_id)


def _copied(plan: CopyPlan, term_id: int) -> Copied:
    return Copied(
        term_id,
        plan.state.target.name,
        plan.count(What.NEW),
        plan.count(What.COMPLETED),
        plan.carried,
        plan.not_taken,
        len(plan.new_blocks),
    )


def copied_in_words(copied: Copied) -> tuple[Message, ...]:
    """Return what was done, sentence by sentence; the first is the headline."""
    said = [nN_("{count} course is now in the {term}.", "{count} courses are now in the {term}.", copied.new,
                term=copied.target)]  # fmt: skip
    if copied.completed:
        said.append(nN_("{count} course that was there was completed.",
                        "{count} courses that were there were completed.", copied.completed))  # fmt: skip
    if copied.places:
        said.append(nN_("{count} child carries on.", "{count} places are taken by children who carry on.",
                        copied.places))  # fmt: skip
    if copied.not_taken:
        said.append(nN_("One child could not be taken over.", "{count} times a child could not be taken over.",
                        copied.not_taken))  # fmt: skip
    if copied.blocks:
        said.append(nN_("{count} block was made.", "{count} blocks were made.", copied.blocks))
    return tuple(said)


class _Writing:
    """Writes a plan, table by table: 150 courses are 150 rows in one stroke, not 150 strokes."""

    def __init__(self, work: Work, plan: CopyPlan) -> None:
        self._work, self._plan, self._state = work, plan, plan.state
        self._blocks: dict[BlockKey, int] = {}

    def write(self) -> None:
        self._blocks = {**self._state.target_blocks, **self._make_blocks()}
        new = [line for line in self._plan.lines if line.what is What.NEW]
        ids = self._work.insert(Course, [self._course_row(line) for line in new])
        pairs = list(zip(ids, new, strict=True))
        completed = [line for line in self._plan.lines if line.what is What.COMPLETED]
        for line in completed:
            self._complete(line)
        pairs += [(line.there.id, line) for line in completed if line.there is not None]
        self._limits(pairs)
        self._meetings(pairs)
        self._candidates(pairs)
        self._carry(pairs)

    def _make_blocks(self) -> dict[BlockKey, int]:
        keys = self._plan.new_blocks
        rows = [
            {"school_year_id": self._state.target.school_year_id, "weekday": key[0], "starts": key[1], "ends": key[2],
             "name": self._state.block_names.get(key, "")}
            for key in keys
        ]  # fmt: skip
        return dict(zip(keys, self._work.insert(TimeBlock, rows), strict=True))

    def _course_row(self, line: CopyLine) -> Mapping[str, object]:
        fields = dict(line.fields or {})
        target = self._state.target
        return {
            **{name: fields.get(name, default) for name, default in _DEFAULTS.items()},
            "offer_id": line.course.offer_id,
            "school_year_id": target.school_year_id,
            "term_id": None if line.course.whole_year else target.id,
            "search_key": search_key(str(fields["number"]), str(fields["title"]), str(fields["short_name"])),
        }

    def _complete(self, line: CopyLine) -> None:
        course = self._work.get(Course, line.there.id if line.there else 0)
        for name, value in (line.fields or {}).items():
            setattr(course, name, value)
        for filling in line.fillings:
            if filling.room_id is not None:
                self._work.get(Meeting, filling.meeting_id).room_id = filling.room_id
            self._work.insert(MeetingLeader, _leader_rows(filling.meeting_id, filling.leaders))

    def _limits(self, pairs: Iterable[tuple[int, CopyLine]]) -> None:
        both = tuple(pairs)
        years = [{"course_id": key, "year_group_id": year} for key, line in both for year in line.year_group_ids]
        classes = [{"course_id": key, "school_class_id": one} for key, line in both for one in line.class_ids]
        self._work.insert(CourseYearGroup, years)
        self._work.insert(CourseClass, classes)

    def _meetings(self, pairs: Iterable[tuple[int, CopyLine]]) -> None:
        both = [(key, meeting) for key, line in pairs for meeting in line.meetings]
        ids = self._work.insert(Meeting, [self._meeting_row(key, meeting) for key, meeting in both])
        leaders = [
            row
            for meeting_id, (_course, meeting) in zip(ids, both, strict=True)
            for row in _leader_rows(meeting_id, meeting.leaders)
        ]
        self._work.insert(MeetingLeader, leaders)

    def _meeting_row(self, course_id: int, meeting: NewMeeting) -> Mapping[str, object]:
        block = None if meeting.block is None else self._blocks[meeting.block]
        return {"course_id": course_id, "time_block_id": block, **meeting.fields}

    def _candidates(self, pairs: Iterable[tuple[int, CopyLine]]) -> None:
        both = tuple(pairs)
        blocks = [{"course_id": key, "time_block_id": self._blocks[one]} for key, line in both for one in line.blocks]
        rooms = [{"course_id": key, "room_id": room} for key, line in both for room in line.room_ids]
        people = [
            {"course_id": key, "staff_id": staff, "role": role} for key, line in both for staff, role in line.staff
        ]
        self._work.insert(CourseBlock, blocks)
        self._work.insert(CourseRoom, rooms)
        self._work.insert(CourseStaff, people)

    def _carry(self, pairs: Iterable[tuple[int, CopyLine]]) -> None:
        reason = _("carries on from the {term}", term=self._state.source.name)
        rows = [
            {"pupil_id": pupil, "course_id": key, "reason": reason} for key, line in pairs for pupil in line.carried.ids
        ]
        self._work.insert(Enrolment, rows)


_DEFAULTS: Mapping[str, object] = {
    "number": "", "title": "", "short_name": "", "description": "", "category_id": None, "kind": "course",
    "status": "offered", "min_size": None, "max_size": None, "note": "", "equipment": "", "max_per_class": None,
    "meetings_wanted": 1, "ideal_size": None, "max_support": None, "must_run": False, "admission": "open",
}  # fmt: skip


def _leader_rows(meeting_id: int, leaders: Iterable[tuple[int, str]]) -> list[dict[str, object]]:
    return [
        {"meeting_id": meeting_id, "staff_id": staff_id, "position": position, "role": role}
        for position, (staff_id, role) in enumerate(leaders)
    ]
