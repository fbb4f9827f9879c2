"""Where one meeting fits: each block judged by the rules, in its own room where that goes, else in the best other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from ganztag.planning.clashes import RULES, Finding, of_meeting
from ganztag.planning.fitting import wording
from ganztag.planning.fitting.putting import following, in_order, other_leaders, put, standing, without
from ganztag.planning.fitting.rooms import in_question, is_free, needed_seats, seats_missing
from ganztag.planning.fitting.verdict import State, Verdict
from ganztag.planning.offer import Block, Meeting, Offer, Room

_TRIED = 3  # so many other rooms, the best ones, are judged where the own one does not go
_ROOM_ERRORS = frozenset({"room twice", "room closed"})
_OF_ROOMS = {"room too small", "small for maximum", "equipment missing", "room not wanted"}
_OF_LEADERS = {rule.code for rule in RULES if rule.scope == "leader"} | {"not employed", "leader not wanted"}
_LASTING = frozenset(_OF_ROOMS | _OF_LEADERS | {"no date"})  # no matter of the block, if they are there anyway
_GAPS = frozenset({"no room", "no leader"})  # the same, but their sentences name the time
_ORDER = {"fits": 0, "consequences": 1, "no": 2}


def about_children(finding: Finding) -> bool:
    return finding.subject[0] == "pupil"


class Fitting:
    """One meeting and the offer it is to fit into; *along* are those that move along into the blocks after it.

    What the meeting causes wherever it is, as a paper that its leader lacks, decides nothing and is left out.
    """

    def __init__(self, offer: Offer, meeting: Meeting, along: tuple[Meeting, ...] = ()) -> None:
        self.offer = without(offer, along)
        self.meeting, self.along = meeting, along
        self.standing = standing(offer, meeting)
        self.course = offer.index.course[meeting.course]
        self.children = offer.index.enrolled.get(meeting.course, frozenset())
        self._raw: dict[tuple[int, int | None], tuple[Finding, ...]] = {}

    def verdicts(self) -> dict[int, Verdict]:
        """Return the verdict for each block of the week; of its own block, as it is there now."""
        found = {block.id: self.in_block(block) for block in in_order(self.offer.blocks)}
        if self.standing and self.meeting.block in found:
            found[self.meeting.block] = self._judged(self.offer.index.block[self.meeting.block], self.meeting.room)
        others = (verdict for verdict in found.values() if verdict.block != self.meeting.block)
        for verdict in self.praised(sorted(others, key=self.rank))[:1]:
            found[verdict.block] = verdict
        return found

    def praised(self, ranked: list[Verdict]) -> list[Verdict]:
        """Return verdicts, best first, with the first one called the best if it fits."""
        if not ranked or ranked[0].state != "fits":
            return ranked
        return [self._worded(replace(ranked[0], best=True)), *ranked[1:]]

    def in_block(self, block: Block) -> Verdict:
        """Return the verdict for a block: with the room it has where that goes, else with the best other one."""
        return next(self.choices(block))

    def choices(self, block: Block) -> Iterator[Verdict]:
        """Yield the verdict for a block, then those for the other rooms in which the meeting could be then.

        Where the leaders of a draft cannot, those named for its course beside them are tried.
        """
        own = self._in_rooms(block)
        first = next(own)
        if first.state == "no":
            for other in self._otherwise_led:
                found = [verdict for verdict in other._in_rooms(block) if verdict.state != "no"]
                if found:
                    yield from map(self._worded, found)
                    return
        yield first
        yield from own

    @cached_property
    def _otherwise_led(self) -> list[Fitting]:
        led = (replace(self.meeting, leaders=leaders) for leaders in other_leaders(self.offer, self.meeting))
        return [Fitting(self.offer, meeting) for meeting in led]

    def _in_rooms(self, block: Block) -> Iterator[Verdict]:
        blocks = self._blocks(block)
        against = wording.against(self.meeting, block, len(blocks) == 1 + len(self.along))
        if against is not None:
            yield Verdict(block.id, "no", False, self.meeting.room, (), against, None, against, self.meeting.leaders)
            return
        own = self._judged(block, self.room_to_begin_with(block))
        if own.state == "no" and self._would_go_elsewhere(own.findings):
            others = [verdict for verdict in self._elsewhere(blocks, own.room) if verdict.state != "no"]
            yield from sorted(others, key=self.rank) or [own]
        else:
            yield own
            if own.state != "no":
                yield from self._elsewhere(blocks, own.room)

    def rank(self, verdict: Verdict) -> tuple[object, ...]:
        """Return the order of verdicts, best first: what goes, fewest children affected, nearest to what it was."""
        room = self.offer.index.room.get(verdict.room) if verdict.room is not None else None
        needed = needed_seats(self.offer, self.course)
        lacking = 0 if room is None else len(self.course.equipment - room.equipment)
        missing = 0 if room is None else seats_missing(room, needed)
        spare = 0 if room is None or room.places is None else abs(room.places - needed)
        grave = sum(finding.severity != "hint" for finding in verdict.findings)
        children = verdict.children + missing
        return (_ORDER[verdict.state], children, *verdict.distance, grave, missing, lacking, spare, verdict.room or 0)

    def room_to_begin_with(self, block: Block) -> int | None:
        """Return the room to begin with; a meeting without one takes one of its candidates, a draft any."""
        if self.meeting.room is not None or (self.standing and not self.course.rooms):
            return self.meeting.room
        return next(iter(self._candidates(self._blocks(block))), None)

    def _blocks(self, block: Block) -> list[Block]:
        return following(self.offer, block, 1 + len(self.along))

    def _candidates(self, blocks: list[Block]) -> list[int]:
        there = [put(self.meeting, block, None) for block in blocks]
        return [room.id for room in self._rooms if all(is_free(self.offer, meeting, room) for meeting in there)]

    @cached_property
    def _rooms(self) -> list[Room]:
        return in_question(self.offer, self.course)

    def _elsewhere(self, blocks: list[Block], room: int | None) -> Iterator[Verdict]:
        others = [other for other in self._candidates(blocks) if other != room]
        for other in others[:_TRIED]:
            yield self._judged(blocks[0], other)

    def _judged(self, block: Block, room: int | None) -> Verdict:
        found = self.new(block, room)
        affected = self._affected(found)
        state = self._state(found, affected)
        # those who are affected anyway are not counted once more for coming on a new day
        children = max(affected, self._new_day.get(block.weekday, 0))
        distance = self._distance(block, room)
        verdict = Verdict(block.id, state, False, room, found, wording.FITS, leaders=self.meeting.leaders)
        return self._worded(replace(verdict, children=children, distance=distance))

    def _state(self, found: tuple[Finding, ...], affected: int) -> State:
        """Return what findings come to. A few children who could not are a matter for their plans, not for the week."""
        errors = [finding for finding in found if finding.severity == "error"]
        if not all(map(about_children, errors)) or (errors and 2 * affected > len(self.children)):
            return "no"
        return "consequences" if wording.grave(found) else "fits"

    def _worded(self, verdict: Verdict) -> Verdict:
        said = wording.worded(self.offer, self.meeting, verdict, self._new_day)
        return said if said.leaders == self.meeting.leaders else wording.with_leaders(self.offer, said)

    def new(self, block: Block, room: int | None) -> tuple[Finding, ...]:
        """Return what the meeting would cause there and does not cause anyway, errors first."""
        return tuple(f for f in self._found(block, room) if f.code not in self._gaps and f not in self._anyway)

    def _found(self, block: Block, room: int | None) -> tuple[Finding, ...]:
        known = self._raw.get((block.id, room))
        if known is None:
            places = self._blocks(block)
            known = self._of_all(put(m, b, room) for m, b in zip((self.meeting, *self.along), places, strict=False))
            self._raw[block.id, room] = known
        return known

    def _of_all(self, meetings: Iterable[Meeting]) -> tuple[Finding, ...]:
        found = (finding for meeting in meetings for finding in of_meeting(self.offer, meeting))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _here(self) -> tuple[Finding, ...]:
        return self._of_all((self.meeting, *self.along))

    @cached_property
    def _anyway(self) -> frozenset[Finding]:
        """What lasts wherever the meeting is; of a draft, what each block would cause, but for its leader's hours."""
        if self.standing:
            return frozenset(finding for finding in self._here if finding.code in _LASTING)
        found = [frozenset(self._found(block, self.meeting.room)) for block in self.offer.blocks]
        common = frozenset.intersection(*found) if len(found) > 1 else frozenset()
        return frozenset(f for f in common if f.code in _LASTING and f.code != "too many hours")

    @cached_property
    def _gaps(self) -> frozenset[str]:
        """What is lacking anyway; a draft gets a room wherever there is one."""
        if self.standing:
            return _GAPS & {finding.code for finding in self._here}
        return _GAPS if not self._rooms else _GAPS - {"no room"}

    def _would_go_elsewhere(self, found: tuple[Finding, ...]) -> bool:
        """Say whether it is only the room that speaks against a place."""
        rest = tuple(finding for finding in found if finding.code not in _ROOM_ERRORS)
        return self._state(rest, self._affected(rest)) != "no"

    def _affected(self, found: tuple[Finding, ...]) -> int:
        return len({finding.subject[1] for finding in wording.grave(found) if about_children(finding)})

    @cached_property
    def _new_day(self) -> Mapping[int, int]:
        """Weekday -> how many of the children have nothing else on that day and would come for this meeting alone."""
        days = {block.weekday for block in self.offer.blocks}
        if self.standing:
            days -= {self.meeting.weekday}
        index, free = self.offer.index, dict.fromkeys(days, 0)
        for child in self.children:
            there = {
                meeting.weekday
                for course in index.courses_of.get(child, ())
                for meeting in index.meetings_of.get(course, ())
                if meeting.id != self.meeting.id
            }
            for day in days - there:
                free[day] += 1
        return free

    def _distance(self, block: Block, room: int | None) -> tuple[int, ...]:
        other_room = int(room != self.meeting.room and self.meeting.room is not None)
        if not self.standing:
            return (other_room, 0, 0, block.weekday, block.starts)
        days = abs(block.weekday - self.meeting.weekday)
        return (other_room, int(days > 0), abs(block.starts - self.meeting.starts), days, block.weekday)
