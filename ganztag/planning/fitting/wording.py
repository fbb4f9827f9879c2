"""What a cell of the week and a line of "where does it fit?" say of a place."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ganztag.language import N_, Message, nN_, weekday
from ganztag.planning.clashes import Finding, in_short
from ganztag.planning.fitting.verdict import Verdict
from ganztag.planning.offer import Block, Meeting, Offer, Room


class LongWeekday:
    """A weekday that is put into words when it is read, in full."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LongWeekday) and other.number == self.number

    def __hash__(self) -> int:
        return hash(self.number)

    def __str__(self) -> str:
        return weekday(self.number)


_GRAVITY = {"error": 0, "warning": 1, "hint": 2}
FITS, FITS_BEST = N_("fits"), N_("fits best")
CHANGE_TIMES = N_("Change when they leave?")


def against(meeting: Meeting, block: Block, enough_blocks: bool) -> Message | None:
    """Return what speaks against a block before any rule is asked: the meeting is fixed, or the day ends too soon."""
    if meeting.fixed and meeting.block != block.id:
        return N_("has a fixed place")
    return None if enough_blocks else N_("day too short")


def worded(offer: Offer, meeting: Meeting, verdict: Verdict, new_day: Mapping[int, int]) -> Verdict:
    """Return the verdict with its two lines and its reason; *new_day*: weekday -> children who come for this alone."""
    if verdict.state != "fits":
        short, more = in_two_lines(verdict.findings)
        return replace(verdict, short=short, more=more, reason=_in_a_line(short, more))
    day = offer.index.block[verdict.block].weekday
    count, newcomers = len(offer.index.enrolled.get(meeting.course, ())), new_day.get(day, 0)
    room = offer.index.room.get(verdict.room) if verdict.room is not None else None
    before = day == meeting.weekday and meeting.id in offer.index.meeting
    all_can = verdict.best and not newcomers
    return replace(
        verdict,
        short=FITS_BEST if verdict.best else FITS,
        more=_place(room, count, all_can=all_can),
        reason=_reason(day, count, newcomers, before=before) or _place(room, count, all_can=all_can),
    )


def with_leaders(offer: Offer, verdict: Verdict) -> Verdict:
    """Return the verdict with the names of those who would lead, as they are others than one would think."""
    known = (offer.index.leader.get(key) for key in verdict.leaders)
    names = ", ".join(leader.name for leader in known if leader is not None)
    led = N_("with {leaders}", leaders=names)
    reason = led if verdict.reason is None else N_("{short}, {more}", short=verdict.reason, more=led)
    return replace(verdict, more=led if verdict.state == "fits" else verdict.more, reason=reason)


def grave(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings that make a difference: all but hints."""
    return [finding for finding in found if finding.severity != "hint"]


def in_two_lines(findings: Iterable[Finding]) -> tuple[Message, Message | None]:
    """Return two lines for what is found, its gravest kind; what single children have in common is said of all."""
    found = grave(findings)
    said = in_short(found)
    if said is None:
        return FITS, None
    gravest = min(found, key=lambda finding: _GRAVITY[finding.severity])
    same = [finding for finding in found if finding.code == gravest.code]
    if len(same) == 1:
        return said
    times = {finding.message.values.get("time") for finding in same}
    if gravest.code == "leaves early" and len(times) == 1:
        leave = nN_("{count} leaves at {time}", "{count} leave at {time}", len(same), time=times.pop())
        return leave, CHANGE_TIMES
    return said[0], said[1] if all(finding.more == said[1] for finding in same) else None


def _in_a_line(short: Message, more: Message | None) -> Message:
    if more is CHANGE_TIMES:
        children = nN_("{count} child leaves at {time}", "{count} children leave at {time}", short.n)
        return children.filled(**short.values)
    return short if more is None else N_("{short}, {more}", short=short, more=more)


def _place(room: Room | None, count: int, *, all_can: bool) -> Message | None:
    if room is None:
        return nN_("{count} child can come", "{count} children can come", count) if count else None
    if not count:
        return N_("{room} free", room=room.name)
    if all_can:
        return N_("{room}, all can come", room=room.name)
    return nN_("{room} free, {count} child", "{room} free, {count} children", count, room=room.name)


def _reason(day: int, count: int, newcomers: int, *, before: bool) -> Message | None:
    if newcomers:
        return nN_("{count} child would come on a new day", "{count} children would come on a new day", newcomers)
    if before and count:
        said = LongWeekday(day)
        return nN_(
            "{count} child can, on {weekday} as before", "all {count} can, on {weekday} as before", count, weekday=said
        )
    if before:
        return N_("on {weekday} as before", weekday=LongWeekday(day))
    return nN_("{count} child can", "all {count} can", count) if count else None
