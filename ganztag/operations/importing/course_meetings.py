"""The meetings of a course as a file gives them, beside those that it has."""

from dataclasses import dataclass
from datetime import date

from ganztag.exchange.blocks import BlockRef
from ganztag.exchange.records import CourseRecord, MeetingRecord
from ganztag.exchange.values import Wrong
from ganztag.exchange.words import RHYTHM, YES, word_for
from ganztag.language import N_, say
from ganztag.operations.importing.preview import Change
from ganztag.operations.importing.resolving import Blocks, Leader, People, Rooms, span_in_words
from ganztag.queries.import_state.courses import KnownCourse, KnownMeeting, Span
from ganztag.queries.import_state.people import KnownStaff


@dataclass(frozen=True)
class MeetingAct:
    """A meeting as it will be; *key*: one that is there. *room*, *leaders*, *rhythm* and *fixed* None: as they are."""

    key: int | None
    span: Span | None
    room: str | None
    leaders: tuple[Leader, ...] | None
    rhythm: str | None = None
    on_date: date | None = None
    fixed: bool | None = None


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
        if not record.given & {"block", "dates", "room", "leaders"} or ("block" in record.given and not named):
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
            there = self._meant(one, left)
            if there is not None:
                left.remove(there)
            kept.append(self._act(one, record, there))
        if "rhythm" not in record.given and "dates" not in record.given:
            left = [known for known in left if known.rhythm == "weekly"]  # the table cannot speak of the others
        return kept, tuple(one.id for one in left)

    def _meant(self, one: MeetingRecord, left: list[KnownMeeting]) -> KnownMeeting | None:
        """Return the meeting that a table names: by how we would write it, else by its span; its own weeks first."""
        own = [known for known in left if one.rhythm in (None, known.rhythm) and one.on_date == known.on_date]
        others = [] if one.on_date is not None else [known for known in left if known.rhythm != "once"]
        for known in (own, others):
            found = next((meeting for meeting in known if _is_meant(one.block, meeting)), None)
            if found is not None:
                return found
        span = self._span(one)
        return next((known for known in (*own, *others) if known.span == span), None)

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
        key = there.id if there is not None else None
        return MeetingAct(key, span, room, leaders, one.rhythm, one.on_date, one.fixed)

    def _span(self, one: MeetingRecord) -> Span:
        if one.on_date is not None and one.block and one.block.starts and one.block.ends:
            return Span(one.on_date.isoweekday(), one.block.starts, one.block.ends)
        try:
            return self.blocks.span(one.block or BlockRef(None))
        except Wrong as wrong:
            wrong.row = one.row
            raise

    def _changes(self, kept: list[MeetingAct], gone: tuple[int, ...], course: KnownCourse) -> list[Change]:
        changes = []
        known = {one.id: one for one in course.meetings}
        if gone or any(act.key is None for act in kept):
            before = ", ".join(_words(_when(one), one.rhythm, one.on_date) for one in course.meetings)
            after = ", ".join(_after(act, known.get(act.key or 0)) for act in kept)
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
        if act.rhythm is not None and act.rhythm != old.rhythm:
            changes.append(Change(N_("Rhythm"), word_for(RHYTHM, old.rhythm), word_for(RHYTHM, act.rhythm)))
        if act.fixed is not None and act.fixed != old.fixed:
            changes.append(Change(N_("Fixed"), _yes(old.fixed), _yes(act.fixed)))
        return changes


def _yes(on: bool) -> str:
    return word_for(YES, "1") if on else ""


def _after(act: MeetingAct, known: KnownMeeting | None) -> str:
    span = span_in_words(act.span) if act.span is not None else _when(known) if known is not None else ""
    return _words(span, act.rhythm or (known.rhythm if known is not None else "weekly"), act.on_date)


def _words(span: str, rhythm: str, on_date: date | None) -> str:
    """Return when a meeting is, with its date or its weeks."""
    weeks = say(on_date) if on_date is not None else "" if rhythm == "weekly" else word_for(RHYTHM, rhythm)
    return " ".join(part for part in (span, weeks) if part)


def _is_meant(ref: BlockRef | None, known: KnownMeeting) -> bool:
    """Say whether a table names this very meeting: as we would write it."""
    return ref is not None and str(ref) == _when(known)


def _when(one: KnownMeeting) -> str:
    return span_in_words(one.span) if one.span is not None else str(BlockRef(one.weekday))
