"""What an exchange in the middle of a half-year starts from: wishes, waiting lists and who is in what."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ganztag.planning.candidates import Candidate, Interval, candidates, intervals, overlap
from ganztag.planning.exchanges.case import Case, Limit, Option, Pair, Room
from ganztag.planning.problem import Problem
from ganztag.queries import to_allocate
from ganztag.queries.ballots import ballot
from ganztag.queries.standing import Seat, Standing, most_at_once, standing
from ganztag.queries.voters import times_of
from ganztag.queries.waiting import CourseQueue, queues
from ganztag.storage.reader import Reader


@dataclass(frozen=True)
class Known:
    """A case with what it was made from."""

    case: Case
    standing: Standing
    slots: Mapping[int, tuple[int, ...]]


def known(reader: Reader, ballot_id: int, day: date, late: Collection[int] = ()) -> Known:
    """Return what could be exchanged from *day* on among the courses of a ballot.

    Children count who wished something, who wait for a course, and *late* ones, who take any course they may take.
    Those who were fixed by hand keep their places, and so do those for whom a change is settled already.
    """
    row = ballot(reader, ballot_id)
    now = standing(reader, row.term_id, day)
    problem = to_allocate.problem(reader, ballot_id, day)
    problem = replace(problem, courses=tuple(one for one in problem.courses if not now.courses[one.id].struck))
    lists = queues(reader, now)
    slots = {slot.id for slot in problem.slots}
    inside = {one.id: tuple(sorted({slot.id for slot in one.slots} & slots)) for one in problem.courses}
    pupils = {*problem.pupils, *(entry.pupil_id for queue in lists for entry in queue.rows), *late}
    options = _Options(now, problem, inside, (pupils & now.children.keys()) - _changing(now))
    options.take_present()
    options.take_wishes(_wished(problem, now))
    options.take_queues(lists)
    options.take_anything(late)
    found = tuple(sorted(options.found.values(), key=lambda one: one.pair))
    case = Case(
        options=found,
        rooms=tuple(_rooms(problem, now, {one.pair for one in found if one.now})),
        queue=tuple((queue.id, entry.pupil_id) for queue in lists for entry in queue.rows if entry.can),
        locked=frozenset((one.pupil, one.course) for one in problem.fixed),
        apart=frozenset((min(pair), max(pair)) for pair in now.apart),
        limits=(*_limits(problem, {one.pair for one in found if one.now}), *_ceilings(now, late)),
        seed=1,
    )
    return Known(case, now, inside)


def _changing(now: Standing) -> set[int]:
    """Return the children who come into a course, or leave one, later than on the day."""
    found = set()
    for seat in now.seats:
        course = now.courses[seat.course_id]
        begins, ends = course.starts or now.term.starts, min(course.ends or now.term.ends, now.term.ends)
        if seat.first > max(now.day, begins, now.term.starts) or seat.last < ends:
            found.add(seat.pupil_id)
    return found


class _Options:
    """Collects what each child is in and could be in, each pair once."""

    def __init__(
        self, now: Standing, problem: Problem, inside: Mapping[int, tuple[int, ...]], pupils: Iterable[int]
    ) -> None:
        self._now, self._inside = now, inside
        self.found: dict[Pair, Option] = {}
        self._choices = {one.id: one for one in problem.courses}
        self._pupils = frozenset(pupils)
        self._ranks: dict[Pair, dict[int, int]] = defaultdict(dict)
        for wish in problem.wishes:
            self._ranks[wish.pupil, wish.course][wish.slot] = wish.rank
        self._busy: dict[int, list[Interval]] = defaultdict(list)
        for seat in now.seats:
            if not inside.get(seat.course_id):
                meetings = now.courses[seat.course_id].meetings
                self._busy[seat.pupil_id] += [times_of(meeting) for meeting in meetings]

    def take_present(self) -> None:
        for seat in self._now.seats:
            if seat.pupil_id in self._pupils and self._inside.get(seat.course_id):
                self._take(seat.pupil_id, seat.course_id, self._stated(seat), now=True)

    def _stated(self, seat: Seat) -> tuple[tuple[int, int | None], ...]:
        own = self._ranks.get((seat.pupil_id, seat.course_id), {})
        best = min(own.values(), default=seat.rank)
        return tuple((slot, own.get(slot, best)) for slot in self._inside[seat.course_id])

    def take_wishes(self, wished: Iterable[Candidate]) -> None:
        for pair in wished:
            if pair.pupil in self._pupils and not pair.fixed and pair.ranks:
                self._take(pair.pupil, pair.course, pair.ranks)

    def take_queues(self, lists: Iterable[CourseQueue]) -> None:
        """Who asked for a course since the ballot would rather have it than anything else."""
        for queue in lists:
            for entry in queue.rows:
                if entry.can and entry.rank is None and self._inside.get(queue.id):
                    self._take(entry.pupil_id, queue.id, tuple((slot, 0) for slot in self._inside[queue.id]))

    def take_anything(self, late: Iterable[int]) -> None:
        for pupil in late:
            for course in self._choices.values():
                if course.admission == "open" and self._now.fit(pupil, course.id).against is None:
                    self._take(pupil, course.id, tuple((slot, None) for slot in self._inside[course.id]))

    def _take(
        self, pupil: int, course_id: int, ranks: tuple[tuple[int, int | None], ...], *, now: bool = False
    ) -> None:
        course = self._choices.get(course_id)
        if course is None or (pupil, course_id) in self.found or not ranks:
            return
        times = tuple(intervals(course))
        if now or not any(overlap(mine, gone) for mine in times for gone in self._busy[pupil]):
            self.found[pupil, course_id] = Option(pupil, course_id, ranks, times, now)


def _wished(problem: Problem, now: Standing) -> tuple[Candidate, ...]:
    """Return who may go where, whatever each child is in at the moment; its whole week is looked at elsewhere."""
    open_to_all = replace(problem, busy=(), fixed=(), anywhere=(), obligations=())
    children = now.children
    pairs = candidates(open_to_all).pairs
    return tuple(pair for pair in pairs if pair.pupil in children and _stays(now, pair.pupil, pair.course))


def _stays(now: Standing, pupil: int, course_id: int) -> bool:
    child, course = now.children[pupil], now.courses[course_id]
    over = course.ends is not None and course.ends < now.day
    return not over and all(child.stays_on(meeting.weekday) for meeting in course.meetings)


def _rooms(problem: Problem, now: Standing, inside: set[Pair]) -> Iterable[Room]:
    for course in problem.courses:
        others = [seat for seat in now.in_course.get(course.id, ()) if (seat.pupil_id, course.id) not in inside]
        taken = most_at_once(others, now.day, now.term.ends)
        yield Room(course.id, course.min_size, course.max_size, taken)


def _limits(problem: Problem, inside: set[Pair]) -> Iterator[Limit]:
    """Return quotas by number, how many courses a child must and may have, and who stays together."""
    for quota in problem.quotas:
        if not quota.percent:
            yield Limit(frozenset((pupil, quota.course) for pupil in quota.pupils), quota.least, quota.most)
    for least in problem.least:
        yield Limit(frozenset((least.pupil, course) for course in least.courses), least=least.least)
    for most in problem.most:
        yield Limit(frozenset((most.pupil, course) for course in most.courses), most=most.most)
    for due in problem.due:
        yield Limit(frozenset((due.pupil, course.id) for course in problem.courses), most=due.most)
    yield from _together(problem, inside)


def _ceilings(now: Standing, late: Collection[int]) -> Iterator[Limit]:
    """Return how many courses those may have who are not in the allocation."""
    for one in now.ceilings:
        for pupil in one.pupils.intersection(late):
            yield Limit(frozenset((pupil, course) for course in one.courses), most=one.most)


def _together(problem: Problem, inside: set[Pair]) -> Iterator[Limit]:
    for bond in problem.bonds:
        for course in problem.courses:
            both = frozenset({(bond.one, course.id), (bond.other, course.id)})
            if bond.kind == "together" and bond.must and both <= inside:
                yield Limit(both, least=2)
