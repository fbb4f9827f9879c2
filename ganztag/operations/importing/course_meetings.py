"""The meetings of a course as a file gives them, beside those that it has."""

from dataclasses import dataclass

from ganztag.exchange.blocks import BlockRef
from ganztag.exchange.records import CourseRecord, MeetingRecord
from ganztag.exchange.values import Wrong
from ganztag.language import N_
from ganztag.operations.importing.preview import Change
from ganztag.operations.importing.resolving import Blocks, Leader, People, Rooms, span_in_words
from ganztag.queries.import_state.courses import KnownCourse, KnownMeeting, Span
from ganztag.queries.import_state.people import KnownStaff


@dataclass(frozen=True)
class MeetingAct:
    """A meeting as it will be; *key*: one that is there. *room* and *leaders* None: as they are."""

    key: int | None
    span: Span | None
    room: str | None
    leaders: tuple[Leader, ...] | None


@dataclass(frozen=True)
class Meetings:
    """All meetings of a course after the import; *gone* are the ids of those that end."""

    kept: tuple[MeetingAct, ...] = ()
    gone: tuple[int, ...] = ()


@dataclass
class MeetingReader:
    """Knows what blocks, rooms and people are called; gathers what is new."""

    blocks: Blocks
    rooms: Rooms
    people: People
    staff: dict[int, KnownStaff]

    def of_new(self, record: CourseRecord) -> Meetings:
        """Return the meetings of a new course; raises `Wrong`."""
        return Meetings(tuple(self._act(one, record, None) for one in record.meetings if one.block is not None))

    def of_known(self, record: CourseRecord, course: KnownCourse) -> tuple[Meetings | None, list[Change]]:
        """Return how the meetings change, None where they do not; raises `Wrong`."""
        named = [one for one in record.meetings if one.block is not None]
        if not record.given & {"block", "room", "leaders"} or ("block" in record.given and not named):
            return None, []
        if named:
            kept, gone = self._matched(named, record, course)
        else:
            kept, gone = [self._like_first(record, one) for one in course.meetings], ()
        changes = self._changes(kept, gone, course)
        return (Meetings(tuple(kept), gone), changes) if changes else (None, [])

    def _matched(
        self, named: list[MeetingRecord], record: CourseRecord, course: KnownCourse
    ) -> tuple[list[MeetingAct], tuple[int, ...]]:
        left = list(course.meetings)
        kept = []
        for one in named:
            there = next((known for known in left if _is_meant(one.block, known)), None)
            if there is None:
                span = self._span(one)
                there = next((known for known in left if known.span == span), None)
            if there is not None:
                left.remove(there)
            kept.append(self._act(one, record, there))
        return kept, tuple(one.id for one in left)

    def _like_first(self, record: CourseRecord, known: KnownMeeting) -> MeetingAct:
        one = record.meetings[0] if record.meetings else MeetingRecord(row=record.row, block=None)
        return self._act(one, record, known)

    def _act(self, one: MeetingRecord, record: CourseRecord, there: KnownMeeting | None) -> MeetingAct:
        span = there.span if there is not None else self._span(one)
        room = self.rooms.code(one.room) if "room" in record.given else None
        try:
            leaders = tuple(map(self.people.leader, one.leaders)) if "leaders" in record.given else None
        except Wrong as wrong:
            wrong.row = one.row
            raise
        return MeetingAct(there.id if there is not None else None, span, room, leaders)

    def _span(self, one: MeetingRecord) -> Span:
        try:
            return self.blocks.span(one.block or BlockRef(None))
        except Wrong as wrong:
            wrong.row = one.row
            raise

    def _changes(self, kept: list[MeetingAct], gone: tuple[int, ...], course: KnownCourse) -> list[Change]:
        changes = []
        known = {one.id: one for one in course.meetings}
        if gone or any(act.key is None for act in kept):
            before = ", ".join(_when(one) for one in course.meetings)
            after = ", ".join(
                span_in_words(act.span) if act.span is not None else _when(known[act.key or 0])
                for act in kept
                if act.span is not None or act.key in known
            )
            changes.append(Change(N_("Block"), before, after))
        for act in kept:
            old = known.get(act.key) if act.key is not None else None
            if old is not None:
                changes += self._inside(act, old)
        return changes

    def _inside(self, act: MeetingAct, old: KnownMeeting) -> list[Change]:
        changes = []
        if act.room is not None and act.room != old.room:
            changes.append(Change(N_("Room"), old.room, act.room))
        if act.leaders is not None and tuple(one.key for one in act.leaders) != old.leader_ids:
            before = ", ".join(self.staff[key].name for key in old.leader_ids)
            changes.append(Change(N_("Leaders"), before, ", ".join(one.name for one in act.leaders)))
        return changes


def _is_meant(ref: BlockRef | None, known: KnownMeeting) -> bool:
    """Say whether a table names this very meeting: as we would write it."""
    return ref is not None and str(ref) == _when(known)


def _when(one: KnownMeeting) -> str:
    return span_in_words(one.span) if one.span is not None else str(BlockRef(one.weekday))
