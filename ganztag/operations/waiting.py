"""Waiting lists: who comes onto them, out of an allocation or by asking, and what is decided about a child on one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from ganztag.domain.ballots import AllocationRun
from ganztag.domain.courses import Course
from ganztag.domain.enrolment import Waiting
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Pupil
from ganztag.domain.text import tidy
from ganztag.domain.waiting_order import Waiter, criteria_of, in_order
from ganztag.language import N_, Message
from ganztag.operations.operation import Operation, Work
from ganztag.planning.lots import lot
from ganztag.planning.plan import Placement, Plan
from ganztag.planning.problem import Problem
from ganztag.queries import frame
from ganztag.queries.settings import settings
from ganztag.queries.standing import standing


def add(course_id: int, pupil_id: int, reason: str = "") -> Operation[int]:
    """Put a child onto a waiting list, behind those with a wish in a ballot, unless it has one as well."""

    def run(work: Work) -> int:
        course, pupil = work.get(Course, course_id), work.get(Pupil, pupil_id)
        work.label = N_("Put {pupil} on the waiting list of {course}", pupil=pupil.full_name, course=course.title)
        if work.one(Waiting, course_id=course_id, pupil_id=pupil_id) is not None:
            raise Objection(N_("{pupil} waits for {course} already.", pupil=pupil.full_name, course=course.title))
        known = work.read(standing, work.read(frame.term, course.term_id).id, work.today)
        rank = known.ranks.get((pupil_id, course_id))
        fit = known.fit(pupil_id, course_id, None)
        if fit.against is not None:
            raise Objection(N_("{pupil} cannot wait for {course}: {reason}.", pupil=pupil.full_name,
                               course=course.title, reason=fit.against))  # fmt: skip
        wins = known.fit(pupil_id, course_id, rank).against is None  # else it asks for more than it wished then
        return put(work, course_id, pupil_id, rank=rank if wins else None, reason=tidy(reason))

    return Operation(N_("Put a child on a waiting list"), run, tidy(reason))


def put(work: Work, course_id: int, pupil_id: int, *, rank: int | None = None, reason: str = "") -> int:
    """Add a child to a waiting list from now on and return the entry's id."""
    entry = Waiting(course_id=course_id, pupil_id=pupil_id, since=work.now, rank=rank, reason=reason)
    return work.add(entry).id


def remove(waiting_id: int, reason: str = "") -> Operation[None]:
    """Take a child off a waiting list."""

    def run(work: Work) -> None:
        entry = work.get(Waiting, waiting_id)
        work.label = _named(work, entry, N_("Take {pupil} off the waiting list of {course}"))
        take_off(work, entry)

    return Operation(N_("Take a child off a waiting list"), run, tidy(reason))


def take_off(work: Work, entry: Waiting) -> None:
    """Delete an entry; the places given by hand behind it move up."""
    entries = work.all(Waiting, course_id=entry.course_id)
    criteria = criteria_of(work.read(settings).waiting_order)
    waiters = [Waiter(one.id, one.since, one.rank, one.priority, one.lot, one.place) for one in entries]
    order = [one.id for one in in_order(waiters, criteria)]
    behind = frozenset(order[order.index(entry.id) + 1 :])
    work.delete(entry)
    for other in entries:
        if other.place is not None and other.id in behind:
            other.place = max(other.place - 1, 1)


def offer(waiting_id: int) -> Operation[None]:
    """Note that a place was offered; it is kept for this child until it takes or declines it."""
    return _decide(waiting_id, "offered", N_("Offer {pupil} a place in {course}"))


def decline(waiting_id: int, reason: str = "") -> Operation[None]:
    """Note that the child does not want the place (any more); the entry stays, but the next ones move up."""
    return _decide(waiting_id, "declined", N_("{pupil} declines a place in {course}"), reason)


def wait_again(waiting_id: int) -> Operation[None]:
    """Let a child wait again that was offered a place or declined it."""
    return _decide(waiting_id, "waiting", N_("{pupil} waits for {course} again"))


def _decide(waiting_id: int, state: str, label: Message, reason: str = "") -> Operation[None]:
    def run(work: Work) -> None:
        entry = work.get(Waiting, waiting_id)
        work.label = _named(work, entry, label)
        entry.state = state

    return Operation(N_("Change a waiting list"), run, tidy(reason))


def place_by_hand(waiting_id: int, place: int | None, reason: str = "") -> Operation[None]:
    """Give a child a place on the list (1 = first) for a *reason*; None: the school's order decides again."""

    def run(work: Work) -> None:
        entry = work.get(Waiting, waiting_id)
        work.label = _named(work, entry, N_("Set the place of {pupil} on the waiting list of {course}"))
        if place is not None and not 1 <= place <= len(work.all(Waiting, course_id=entry.course_id)):
            raise Objection(N_("There is no such place on this waiting list."))
        if place is not None and not tidy(reason):
            raise Objection(N_("A place by hand needs a reason: those behind it may ask for it."))
        entry.place, entry.reason = place, tidy(reason)

    return Operation(N_("Set a place on a waiting list"), run, tidy(reason))


def _named(work: Work, entry: Waiting, label: Message) -> Message:
    pupil, course = work.get(Pupil, entry.pupil_id), work.get(Course, entry.course_id)
    return label.filled(pupil=pupil.full_name, course=course.title)


def fill(work: Work, run_id: int, problem: Problem, plan: Plan) -> int:
    """Make the waiting lists of an accepted allocation: who would rather be in a course that is full. Returns how many.

    What earlier allocations of the same ballot wrote is replaced; who asked by itself, or has a place by hand, stays.
    """
    ballot_id = work.get(AllocationRun, run_id).ballot_id
    earlier = {run.id for run in work.all(AllocationRun, ballot_id=ballot_id)}
    left, decided = _cleared(work, earlier, [course.id for course in problem.courses])
    weights: dict[int, int] = defaultdict(int)
    for one in problem.priorities:
        weights[one.pupil] = max(weights[one.pupil], one.weight)
    rows = [
        {
            "course_id": course, "pupil_id": pupil, "since": work.now, "rank": rank, "priority": weights[pupil],
            "lot": lot(plan.seed, pupil, course), "allocation_run_id": run_id,
            "state": decided.get((course, pupil), "waiting"),
        }
        for (pupil, course), rank in sorted(wanting_more(problem, plan).items())
        if (course, pupil) not in left
    ]  # fmt: skip
    work.insert(Waiting, rows)
    return len(rows)


def _cleared(
    work: Work, runs: Collection[int], courses: Iterable[int]
) -> tuple[set[tuple[int, int]], dict[tuple[int, int], str]]:
    """Delete what these runs wrote, but for places by hand.

    Return the (course, child) that are left in *courses*, and what was decided about the others: who declined has
    declined.
    """
    left, decided = set(), {}
    gone = set(runs)
    own = work.all(Waiting, allocation_run_id=tuple(gone))
    entries = {entry.id: entry for entry in (*own, *work.all(Waiting, course_id=tuple(courses)))}
    for entry in entries.values():
        pair = (entry.course_id, entry.pupil_id)
        if entry.allocation_run_id in gone and entry.place is None:
            decided[pair] = entry.state
            work.delete(entry)
        else:
            left.add(pair)
    return left, decided


def wanting_more(problem: Problem, plan: Plan) -> dict[tuple[int, int], int]:
    """Return (child, course) -> rank: full courses that a child may take and wished better than what it got."""
    from ganztag.planning.candidates import candidates  # noqa: PLC0415 -- only after an allocation

    full = _full(problem, plan)
    got = {(place.pupil, place.slot): place for place in plan.placements}
    inside = {(place.pupil, place.course) for place in plan.placements}
    found = {}
    for pair in candidates(problem).pairs:
        if pair.course not in full or (pair.pupil, pair.course) in inside:
            continue
        ranks = [rank for slot, rank in pair.ranks if rank is not None and _better(rank, got.get((pair.pupil, slot)))]
        if ranks:
            found[pair.pupil, pair.course] = min(ranks)
    return found


def _better(rank: int, place: Placement | None) -> bool:
    """Say whether a wish of *rank* is better than what was got; what nobody wished was fixed, and is left alone."""
    if place is None or place.course is None:
        return True
    return place.rank is not None and rank < place.rank


def _full(problem: Problem, plan: Plan) -> frozenset[int]:
    inside = Counter(course for _pupil, course in {(place.pupil, place.course) for place in plan.placements})
    sizes: Mapping[int, int | None] = {course.id: course.max_size for course in problem.courses}
    taken = {course.id: course.taken for course in problem.courses}
    return frozenset(
        course
        for course, most in sizes.items()
        if most is not None and course in plan.running and taken[course] + inside[course] >= most
    )
