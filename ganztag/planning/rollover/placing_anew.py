"""When, where and with whom the copy of a course meets: blocks are known again by weekday and times."""

from collections.abc import Iterable
from typing import TypedDict

from ganztag.language import N_, time, weekday
from ganztag.planning.rollover.copy_plan import CopyChoices, CopyLine, NewMeeting, Note
from ganztag.planning.rollover.copy_state import BlockKey, CopyState, OldCourse, OldMeeting

Leaders = tuple[tuple[int, str], ...]


class Candidates(TypedDict):
    """Where a course may be placed and who may lead it, as a line of the plan takes it."""

    blocks: tuple[BlockKey, ...]
    room_ids: tuple[int, ...]
    staff: Leaders


class PlacingAnew:
    """Answers for one copy; blocks that the target lacks are made where she wants that."""

    def __init__(self, state: CopyState, choices: CopyChoices) -> None:
        self._state, self._choices = state, choices

    def meetings(self, course: OldCourse) -> tuple[tuple[NewMeeting, ...], list[Note]]:
        """Return the meetings of the copy, and what stays behind."""
        found, notes = [], list(self._gone(course))
        for meeting in self._placed(course):
            if self._has_block(meeting.block):
                found.append(self._meeting(meeting))
            elif meeting.block is not None:
                notes.append(
                    Note(
                        N_(
                            "there is no block {block} in {year}: it has to be placed anew",
                            block=block_in_words(meeting.block),
                            year=self._state.target.school_year,
                        ),
                        "warn",
                    )
                )
        return tuple(found), notes

    def _placed(self, course: OldCourse) -> list[OldMeeting]:
        return [meeting for meeting in course.meetings if meeting.rhythm != "once"]

    def _has_block(self, block: BlockKey | None) -> bool:
        return block is None or block in self._state.target_blocks or self._choices.make_blocks

    def _meeting(self, meeting: OldMeeting) -> NewMeeting:
        fields = {
            "weekday": meeting.weekday,
            "starts": meeting.starts,
            "ends": meeting.ends,
            "room_id": self.room(meeting),
            "rhythm": meeting.rhythm,
            "fixed": meeting.fixed,
        }
        return NewMeeting(meeting.block, fields, self.leaders(meeting))

    def room(self, meeting: OldMeeting) -> int | None:
        return meeting.room_id if self._choices.rooms else None

    def leaders(self, meeting: OldMeeting) -> Leaders:
        """Return who leads the copy of a meeting: those who are still there by then."""
        return self._still_there(meeting.leaders) if self._choices.leaders else ()

    def _still_there(self, people: Iterable[tuple[int, str]]) -> Leaders:
        return tuple((key, role) for key, role in people if self._comes(key))

    def _comes(self, staff_id: int) -> bool:
        ends = self._state.staff[staff_id].ends
        return ends is None or ends >= self._state.target.starts

    def _gone(self, course: OldCourse) -> Iterable[Note]:
        if not self._choices.leaders:
            return
        for key in dict.fromkeys(key for meeting in course.meetings for key, _role in meeting.leaders):
            if not self._comes(key):
                known = self._state.staff[key]
                yield Note(N_("{person} is there until {day} only", person=known.name, day=known.ends), "warn")

    def candidates(self, course: OldCourse) -> Candidates:
        """Return where the copy may be placed; a meeting without a place hands on its room and its leaders."""
        blocks, rooms, people = list(course.blocks), list(course.room_ids), list(course.staff)
        if not self._choices.candidates:
            blocks, rooms, people = [], [], []
        for meeting in course.meetings:
            if meeting.rhythm == "once" or not self._has_block(meeting.block):
                rooms += [meeting.room_id] if meeting.room_id is not None and self._choices.rooms else []
                people += self.leaders(meeting)
        kept = [block for block in blocks if self._has_block(block)]
        staff = dict(reversed(self._still_there(people)))
        return {
            "blocks": tuple(dict.fromkeys(kept)),
            "room_ids": tuple(dict.fromkeys(rooms)),
            "staff": tuple(reversed(staff.items())),
        }

    def new_blocks(self, lines: Iterable[CopyLine]) -> tuple[BlockKey, ...]:
        """Return the blocks that are made with the copy, in the order of the week."""
        wanted = {meeting.block for line in lines for meeting in line.meetings if meeting.block is not None}
        wanted |= {block for line in lines for block in line.blocks}
        return tuple(sorted(wanted - self._state.target_blocks.keys()))

    def missing_blocks(self, lines: Iterable[CopyLine]) -> tuple[BlockKey, ...]:
        """Return the blocks that the courses of these lines meet in and the target lacks, made or not."""
        courses = [line.course for line in lines if line.does_something]
        wanted = {one.block for course in courses for one in self._placed(course) if one.block is not None}
        return tuple(sorted(wanted - self._state.target_blocks.keys()))


def block_in_words(block: BlockKey) -> str:
    """Return weekday and times of a block: Mo 14:00–15:30."""
    return f"{weekday(block[0], short=True)} {time(block[1])}–{time(block[2])}"
