"""Single sessions that are other than their series: cancelled, moved, elsewhere, led by others; the series stays.

A session is named by its meeting and by the day on which it is in the series, wherever it was moved to.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from ganztag.domain.objection import Objection
from ganztag.domain.rooms import Room
from ganztag.domain.sessions import SessionChange, SessionLeader
from ganztag.domain.staff import Staff
from ganztag.domain.text import tidy
from ganztag.language import N_, Message, nN_
from ganztag.operations.operation import Operation, Work
from ganztag.operations.session_rules import Known, check_move, known

Named = tuple[int, date]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a session goes; without times it keeps its own. *on_day_off*: even where nobody comes by the calendar."""

    day: date
    starts: time | None = None
    ends: time | None = None
    on_day_off: bool = False


def cancel(sessions: Iterable[Named], reason: str = "") -> Operation[int]:
    """Cancel sessions; they stay seen, with the reason. Returns how many."""

    def note(_work: Work, change: SessionChange) -> None:
        change.kind = "cancelled"
        change.moved_to = change.starts = change.ends = None

    wanted = tuple(dict.fromkeys(sessions))
    many = nN_("Cancel {count} session", "Cancel {count} sessions", len(wanted))
    return _noting(wanted, note, reason, (N_("Cancel {course} on {day}"), many))


def move(meeting_id: int, on_date: date, to: Target, reason: str = "") -> Operation[int]:
    """Hold a session on another day or at other times; objects to where it cannot be."""

    def run(work: Work) -> int:
        (session,) = known(work, [(meeting_id, on_date)])
        check_move(session, to.day, (to.starts, to.ends), on_day_off=to.on_day_off)
        change = _change(work, session)
        change.kind, change.reason = "changed", tidy(reason)
        change.moved_to = None if to.day == on_date else to.day
        change.starts, change.ends = to.starts, to.ends
        work.label = N_("Move {course} from {day} to {other}", course=session.title, day=on_date, other=to.day)
        _forget_if_usual(work, change)
        return 1

    return Operation(N_("Move a session"), run, tidy(reason))


def change_room(sessions: Iterable[Named], room_id: int, reason: str = "") -> Operation[int]:
    """Hold sessions in another room. Returns how many."""

    def note(work: Work, change: SessionChange) -> None:
        change.room_id = work.get(Room, room_id).id
        change.kind = "changed"

    wanted = tuple(dict.fromkeys(sessions))
    many = nN_("Another room for {count} session", "Another room for {count} sessions", len(wanted))
    return _noting(wanted, note, reason, (N_("Another room for {course} on {day}"), many))


def substitute(
    sessions: Iterable[Named], absent_id: int | None, staff_ids: Sequence[int], reason: str = ""
) -> Operation[int]:
    """Let *staff_ids* lead in place of *absent_id*; of nobody: in addition; nobody: the others lead without them.

    Returns how many sessions. A leader of the series who does not lead a session is left aside there.
    """
    wanted = tuple(dict.fromkeys(staff_ids))

    def note(work: Work, change: SessionChange) -> None:
        change.kind = "changed"
        if absent_id is not None:
            work.get(Staff, absent_id)
            if absent_id in wanted:
                raise Objection(N_("Nobody can stand in for themselves."))
        work.remove(SessionLeader, session_change_id=change.id, instead_of_id=absent_id)
        taken = {leader.staff_id for leader in work.all(SessionLeader, session_change_id=change.id)}
        here: list[int | None] = [work.get(Staff, staff_id).id for staff_id in wanted if staff_id not in taken]
        for staff_id in here or ([None] if absent_id is not None else []):
            work.add(SessionLeader(session_change_id=change.id, staff_id=staff_id, instead_of_id=absent_id))

    named = tuple(dict.fromkeys(sessions))
    many = nN_("Other leaders for {count} session", "Other leaders for {count} sessions", len(named))
    return _noting(named, note, reason, (N_("Other leaders for {course} on {day}"), many))


def restore(sessions: Iterable[Named]) -> Operation[int]:
    """Bring sessions back to their series: nothing is other on their day any more. Returns how many."""
    wanted = tuple(sessions)

    def run(work: Work) -> int:
        found = [change for change in (_noted(work, *one) for one in wanted) if change is not None]
        for change in found:
            work.delete(change)
        work.label = nN_("Back to the series: {count} session", "Back to the series: {count} sessions", len(found))
        return len(found)

    return Operation(N_("Back to the series"), run)


def forget(change_ids: Iterable[int]) -> Operation[int]:
    """Forget changes whose day the series has no more. Returns how many."""
    wanted = tuple(change_ids)

    def run(work: Work) -> int:
        for key in wanted:
            work.delete(work.get(SessionChange, key))
        return len(wanted)

    label = nN_("Forget {count} change without a session", "Forget {count} changes without a session", len(wanted))
    return Operation(label, run)


def _noting(
    wanted: tuple[Named, ...], note: Callable[[Work, SessionChange], None], reason: str, words: tuple[Message, Message]
) -> Operation[int]:
    """Return the deed that notes the same for each session; *words* name it for one, and for many."""

    def run(work: Work) -> int:
        if not wanted:
            raise Objection(N_("No session is chosen."))
        found = known(work, wanted)
        for session in found:
            change = _change(work, session)
            note(work, change)
            if reason.strip():
                change.reason = tidy(reason)
        one, many = words
        work.label = one.filled(course=found[0].title, day=found[0].on_date) if len(found) == 1 else many
        return len(found)

    return Operation(words[1], run, tidy(reason))


def _noted(work: Work, meeting_id: int, on_date: date) -> SessionChange | None:
    return work.one(SessionChange, meeting_id=meeting_id, on_date=on_date)


def _change(work: Work, session: Known) -> SessionChange:
    found = _noted(work, session.meeting_id, session.on_date)
    return found or work.add(SessionChange(meeting_id=session.meeting_id, on_date=session.on_date))


def _forget_if_usual(work: Work, change: SessionChange) -> None:
    """Delete a change that changes nothing."""
    same = (change.moved_to, change.starts, change.ends, change.room_id) == (None, None, None, None)
    if same and not work.all(SessionLeader, session_change_id=change.id):
        work.delete(change)
